"""Rules for days and weeks counted in their month or year: "the last week of 2016", "the 15th of next month"."""

from collections.abc import Mapping

from checker.extraction.times.absolute import day_number
from checker.extraction.times.grammar import DAY_NUMBER, MONTH_FULL, WEEKDAY, YEAR, S
from checker.extraction.times.open_values import Base, Fixed, Month, MonthDay, NthOfMonth, Open, Shift
from checker.extraction.times.rule import Parts, Rule, word
from checker.extraction.times.years import relative_year
from checker.language.calendar import ORDINALS, month_number, weekday_number

# Which month or year is meant: how many from which base.
_WAYS: Mapping[str, tuple[int, Base]] = {
    "this": (0, "published"),
    "the current": (0, "published"),
    "last": (-1, "published"),
    "next": (1, "published"),
    "the next": (1, "published"),
    "that": (0, "told"),
    "the same": (0, "told"),
    "the previous": (-1, "mention"),
    "the following": (1, "mention"),
}
_LAST = ("last", "final")


def _relative(parts: Parts) -> Shift:
    count, base = _WAYS[word(parts, "way")]
    return Shift(word(parts, "unit"), count, base)


def _span(parts: Parts) -> Fixed | Month | Shift:
    """The month or year that is counted in."""
    if parts.get("way"):
        return _relative(parts)
    if parts.get("whole"):
        return Fixed(parts["whole"] or "")
    number = month_number(parts["month"] or "") or 0
    return Fixed(f"{parts['year']}-{number:02d}") if parts.get("year") else Month(number, relative_year(parts))


def _nth(parts: Parts) -> Open | None:
    words = word(parts, "nth")
    which = -1 if words in _LAST else ORDINALS.get(words) or int(words[0])
    weekday = weekday_number(parts["weekday"] or "") if parts.get("weekday") else None
    return NthOfMonth(which, weekday, _span(parts), "week" if word(parts, "what") == "week" else "day")


def _day_of(parts: Parts) -> Open | None:
    """A day of a month that is told from another: "the 15th of next month"."""
    return MonthDay(None, day_number(parts["day"] or ""), _relative(parts))


_NTH = "(?P<nth>(?i:first|second|third|fourth|fifth|last|final|1st|2nd|3rd|4th|5th))"
_WAY = "(?P<way>(?i:this|last|next|that|the{S}(?:current|next|same|previous|following)))".replace("{S}", S)
_IN = (
    rf"(?:(?P<month>{MONTH_FULL})(?:,?{S}(?P<year>{YEAR})|{S}(?P<which>last|this|next){S}year)?"
    rf"|(?:the{S}year{S})?(?P<whole>{YEAR})|{_WAY}{S}(?P<unit>(?i:month|year)))"
)
_LAST_DAY = "(?P<nth>(?i:last|final|first))"

RULES = (
    Rule(
        "counted",
        "date",
        rf"(?:(?i:the){S})?{_NTH}{S}(?:(?P<weekday>{WEEKDAY})|(?P<what>(?i:week))){S}(?:of|in){S}{_IN}",
        _nth,
        "counted",
    ),
    Rule("counted", "date", rf"(?i:the){S}{_LAST_DAY}{S}(?P<what>(?i:day)){S}(?:of|in){S}{_IN}", _nth),
    Rule(
        "day of the month",
        "date",
        rf"(?i:the){S}(?P<day>{DAY_NUMBER}){S}(?:day{S})?of{S}{_WAY}{S}(?P<unit>(?i:month))",
        _day_of,
    ),
)
