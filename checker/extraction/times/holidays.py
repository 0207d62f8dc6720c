"""Rules for days known by a name, and for the weeks and weekends they lie in."""

from checker.extraction.times.absolute import stated_day
from checker.extraction.times.grammar import NAMED_DAY, PHASED, S
from checker.extraction.times.open_values import Fixed, NamedDay, Open
from checker.extraction.times.rule import Parts, Rule, word
from checker.extraction.times.shift import around
from checker.extraction.times.years import OF_YEAR, relative_year, year_number
from checker.language.calendar import has_one_date, named_day


def _named(parts: Parts) -> Open | None:
    name = word(parts, "name")
    if name.endswith(" week"):  # Holy Week
        return _span({**parts, "span": "week"})
    if parts.get("span"):
        return _span(parts)
    if parts.get("year"):
        day = named_day(name, year_number(parts["year"] or "") or 0)
        return stated_day(day.year, day.month, day.day) if day else None
    if has_one_date(name):
        day = named_day(name, 1)
        return Fixed(day.isoformat()) if day else None
    return NamedDay(name, relative_year(parts), word(parts, "way") or None)


def _span(parts: Parts) -> Open | None:
    """The week or weekend that a named day lies in: "Easter week", "the Labor Day weekend of 2022"."""
    name, span = word(parts, "name"), word(parts, "span")
    if parts.get("year"):
        day = named_day(name, year_number(parts["year"] or "") or 0)
        return Fixed(around(day, span)) if day else None
    return NamedDay(name, relative_year(parts), word(parts, "way") or None, span)


_NAME = rf"(?:(?P<way>(?i:last|next|this)){S})?(?P<name>{NAMED_DAY})"

RULES = (
    # One rule: the list of names is long, and twice in the scan it would outgrow the memory of the automaton.
    Rule(
        "holiday",
        "date",
        rf"{PHASED}{_NAME}(?:(?:{S}|-)(?P<span>(?i:weekend|week)))?(?:{OF_YEAR})?",
        _named,
        "holiday",
    ),
)
