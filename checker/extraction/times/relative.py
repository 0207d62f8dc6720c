"""Rules for dates told from another day: weekdays, last and next, ago and later, holidays, now and then."""

from collections.abc import Mapping
from decimal import Decimal

from checker.extraction.times.grammar import (
    COUNT,
    DASH,
    HALF,
    LOOSED,
    MONTH_FULL,
    PERIOD,
    PHASED,
    SEASON,
    UNIT,
    WEEKDAY,
    A,
    S,
    any_of,
)
from checker.extraction.times.open_values import (
    Base,
    Fixed,
    Month,
    Open,
    Reference,
    Season,
    Shift,
    Weekday,
    Weekend,
    YearEnd,
)
from checker.extraction.times.rule import Parts, Rule, word
from checker.extraction.times.years import OF_YEAR, relative_year, year_number
from checker.language.calendar import SEASONS, month_number, weekday_number
from checker.language.numerals import read

# How many units from which base each word asks for.
_WAYS: Mapping[str, tuple[int, Base]] = {
    "last": (-1, "published"),
    "past": (-1, "published"),
    "this past": (-1, "published"),
    "the last": (-1, "published"),
    "the past": (-1, "published"),
    "next": (1, "published"),
    "the latest": (0, "latest"),
    "the most recent": (0, "latest"),
    "the full": (0, "covered"),
    "the fiscal": (0, "published"),
    "the whole": (0, "covered"),
    "the entire": (0, "covered"),
    "the coming": (1, "published"),
    "coming": (1, "published"),
    "this coming": (1, "published"),
    "the upcoming": (1, "published"),
    "this": (0, "published"),
    "the current": (0, "published"),
    "the present": (0, "published"),
    "current": (0, "published"),
    "that": (0, "told"),
    "that same": (0, "told"),
    "the same": (0, "told"),
    "the": (0, "mention"),
    "the next": (1, "mention"),
    "the following": (1, "mention"),
    "following": (1, "mention"),
    "the previous": (-1, "mention"),
    "previous": (-1, "mention"),
    "the preceding": (-1, "mention"),
    "the prior": (-1, "mention"),
    "prior": (-1, "mention"),
}
_DAY_WORDS = {"today": 0, "tomorrow": 1, "yesterday": -1, "day after tomorrow": 2, "day before yesterday": -2}
_HOURS = ("second", "minute", "hour")
_HALF = Decimal("0.5")
# In what the fractions of a unit are counted, and how many of it make one.
_FINER = {
    "day": ("day", 1),
    "night": ("day", 1),
    "week": ("day", 7),
    "fortnight": ("day", 14),
    "month": ("day", 30),
    "quarter": ("month", 3),
    "year": ("month", 12),
    "decade": ("year", 10),
    "century": ("year", 100),
    "millennium": ("year", 1000),
}


def unit_name(words: str) -> str:
    """The singular English name of a unit as written ("hrs", "centuries", "Years")."""
    plain = words.lower()
    short = {"sec": "second", "min": "minute", "h": "hour", "hr": "hour", "yr": "year", "centurie": "century"}
    stem = plain if plain == "century" else plain.removesuffix("s")
    return short.get(stem, stem)


def _day_word(parts: Parts) -> Open | None:
    return Shift("day", _DAY_WORDS[word(parts, "word").removeprefix("the ")], "published")


def _age_of(parts: Parts) -> Open | None:
    return Reference("PRESENT_REF" if word(parts, "word") == "today" else "FUTURE_REF")


def _weekday(parts: Parts) -> Open | None:
    number = weekday_number(parts["weekday"] or "") or 0
    week = word(parts, "week")
    weeks = {"last": -1, "this": 0, "next": 1, "": None}[week]
    way = word(parts, "way").removeprefix("the ")
    return Weekday(number, way or None, weeks)


def _weekday_week(parts: Parts) -> Open | None:
    return Weekday(
        weekday_number(parts["weekday"] or "") or 0, "coming", None, 1 if word(parts, "weeks") == "week" else 2
    )


def _period(parts: Parts) -> Open | None:
    unit, way = unit_name(parts["unit"] or ""), word(parts, "way")
    count, base = _WAYS[way]
    return Shift(unit, count, base)


def _one_further(parts: Parts) -> Open | None:
    """The one before the last, or after the next: "the week before last", "the Friday after next"."""
    way = word(parts, "way")
    unit = word(parts, "unit")
    if unit == "weekend":
        return Weekend(way)
    if unit:
        return Shift(unit, -2 if way == "before last" else 2, "published")
    if parts.get("weekday"):
        return Weekday(weekday_number(parts["weekday"] or "") or 0, way)
    if parts.get("month"):
        return Month(month_number(parts["month"] or "") or 0, None, way)
    return Season(SEASONS[word(parts, "season")], None, way)


def _period_beside(parts: Parts) -> Open | None:
    return Shift(unit_name(parts["unit"] or ""), 1 if word(parts, "way") in ("after", "later") else -1, "mention")


def _same_day(_parts: Parts) -> Open | None:
    return Shift("day", 0, "told")


def _weekend(parts: Parts) -> Open | None:
    return Weekend(word(parts, "way").removeprefix("the").strip() or None)


def _season(parts: Parts) -> Open | None:
    name = SEASONS[word(parts, "season")]
    if parts.get("year"):
        return Fixed(f"{year_number(parts['year'] or ''):04d}-{name}")
    return Season(name, relative_year(parts), word(parts, "way").removeprefix("the ") or None)


# What "two weeks ago" counts from, by its last word; all others count from the publication day.
_AGO_FROM: Mapping[str, Base] = {
    "ago": "either",
    "earlier": "mention",
    "later": "mention",
    "before": "mention",
    "afterwards": "mention",
}


def _ago(parts: Parts) -> Open | None:
    unit, way, count = unit_name(parts["unit"] or ""), word(parts, "way"), _count_ago(parts)
    if unit in _HOURS:
        return Shift("day", 0, "published") if way == "ago" else None
    sign = 1 if way in ("later", "from now", "hence", "from today", "afterwards") else -1
    base: Base = "year told" if (unit, way) == ("year", "earlier") else _AGO_FROM.get(way, "published")
    finer, size = (unit, 1) if count % 1 == 0 else _FINER[unit]
    return Shift(finer, sign * round(count * size), base, _grain_ago(unit, count))


def _count_ago(parts: Parts) -> Decimal:
    """How many of the unit: "a", "a couple of", "three-and-a-half", "half a", "a year and a half"."""
    number = read(parts["count"] or "") if parts.get("count") else None
    count = number.low if number else _HALF if parts.get("half") else Decimal(2 if parts.get("couple") else 1)
    return count + (_HALF if parts.get("plus") else 0)


def _grain_ago(unit: str, count: Decimal) -> str:
    """How fine "ago" is: "a week ago" means a day, "six weeks ago" a week, "a decade ago" a year."""
    if unit in ("week", "fortnight"):
        return "day" if count == 1 and unit == "week" else "week"
    return {"night": "day", "decade": "year", "century": "year", "millennium": "year"}.get(unit, unit)


def _year_ago(parts: Parts) -> Open | None:
    return Shift("year", -1, "quarter" if word(parts, "unit") == "quarter" else "either")


def _same_period(_parts: Parts) -> Open | None:
    return Shift("year", -1, "period")


def _latest_quarter(_parts: Parts) -> Open | None:
    return Shift("quarter", 0, "latest")


def _last_quarter(_parts: Parts) -> Open | None:
    return Shift("quarter", -1, "published")


def _year_end(parts: Parts) -> Open | None:
    return YearEnd({"last": -1, "this": 0, "next": 1}.get(word(parts, "way")))


_NEEDS_MORE = ("the", "past", "current", "following", "previous", "prior", "coming", "the last", "the past", "the next")
_SOME = f"(?P<way>{any_of(way for way in _WAYS if way not in _NEEDS_MORE)})"
_AGO = any_of(("ago", "earlier", "later", "from now", "hence", "from today", "previously"))

RULES = (
    Rule("reference", "date", r"(?P<word>(?i:today|tomorrow))", _age_of, "generic"),
    Rule(
        "day",
        "date",
        rf"{PHASED}(?P<word>(?i:(?:the{S})?day{S}after{S}tomorrow|(?:the{S})?day{S}before{S}yesterday|today|tomorrow|yesterday))",
        _day_word,
    ),
    Rule(
        "weekday", "date", rf"(?P<week>(?i:last|this|next)){S}(?i:week),?{S}(?:on{S})?(?P<weekday>{WEEKDAY})", _weekday
    ),
    Rule("weekday", "date", rf"{PHASED}(?P<weekday>{WEEKDAY}){S}(?:of{S})?(?P<week>last|this|next){S}week", _weekday),
    Rule("weekday", "date", rf"(?P<weekday>{WEEKDAY}){S}(?P<weeks>(?i:week|fortnight))", _weekday_week, "end"),
    Rule(
        "one further",
        "date",
        rf"(?:(?i:the){S})?(?:(?P<unit>{PERIOD}|(?i:weekend))|(?P<weekday>{WEEKDAY})|(?P<month>{MONTH_FULL})|(?P<season>{SEASON})){S}(?P<way>(?i:before{S}last|after{S}next))",
        _one_further,
    ),
    Rule(
        "weekday",
        "date",
        rf"{PHASED}(?:(?P<way>(?i:last|next|this{S}coming|this{S}past|this|the{S}coming|the{S}previous|the{S}following|the{S}next|previous|following|coming)){S})?(?P<weekday>{WEEKDAY})",
        _weekday,
        "weekday",
    ),
    Rule(
        "weekend",
        "date",
        rf"{PHASED}(?P<way>(?i:last|next|this{S}past|this{S}coming|this|the{S}previous|the{S}following|the{S}past|the{S}same|that|the)){S}(?i:weekend)",
        _weekend,
        "whole",
    ),
    Rule(
        "ago",
        "date",
        rf"{LOOSED}(?:(?P<count>{COUNT})|(?P<half>{HALF})|{A}|(?P<couple>(?i:a{S}couple{S}of)))(?:{S}|-)(?:(?:full|whole){S})?(?P<unit>{UNIT})(?P<plus>{S}and{S}a{S}half)?(?:{S}or{S}so)?{S}(?P<way>{_AGO})",
        _ago,
        "ago",
    ),
    Rule(
        "year ago",
        "date",
        rf"(?:(?i:the){S})?(?:(?i:comparable|corresponding|same){S})?(?i:year){DASH}(?i:ago|earlier)(?:{S}(?P<unit>(?i:quarter|period|month|half)))?",
        _year_ago,
    ),
    Rule(
        "year ago",
        "date",
        rf"(?i:the){S}(?i:same|comparable|corresponding){S}(?i:period|quarter|month|time|half)(?:{S}of|{S}in)?(?:{S}the)?{S}(?i:last|previous|prior){S}(?i:year)",
        _same_period,
    ),
    Rule(
        "year ago",
        "date",
        rf"(?i:the){S}(?i:same|comparable|corresponding){S}(?i:period|quarter|month|time){S}(?i:a){S}(?i:year){S}(?i:ago|earlier|before)",
        _same_period,
    ),
    Rule("quarter", "date", rf"(?i:the){S}(?i:latest|most{S}recent){S}(?i:period)", _latest_quarter),
    Rule("quarter", "date", rf"(?i:the){S}(?i:last|past){S}(?i:quarter)", _last_quarter, "whole"),
    Rule("season", "date", rf"{PHASED}(?:(?i:the){S})?(?P<season>{SEASON}){OF_YEAR}", _season),
    Rule(
        "season",
        "date",
        rf"{PHASED}(?P<way>(?i:last|next|this|this{S}past|this{S}coming|that|the{S}previous|the{S}following)){S}(?P<season>{SEASON})",
        _season,
    ),
    Rule("season", "date", rf"{PHASED}(?:(?i:the){S})?(?P<season>(?i:spring|summer|autumn|winter))", _season, "season"),
    Rule(
        "year end",
        "date",
        rf"(?:(?P<way>(?i:last|this|next)){S})?(?:(?i:the){S})?(?P<phase>(?i:year[- ]end))",
        _year_end,
    ),
    Rule(
        "period",
        "date",
        rf"(?i:the){S}(?P<unit>(?i:day|week|month|quarter|year)){S}(?P<way>(?i:before|previous|earlier|after|later))",
        _period_beside,
        "closing",
    ),
    Rule(
        "period",
        "date",
        rf"{PHASED}{_SOME}{S}(?:(?:(?P<fiscal>(?i:fiscal|financial))|(?i:calendar|business|school|academic)){S})?(?P<unit>{PERIOD}|(?i:day))",
        _period,
        "whole",
    ),
    Rule("same day", "date", rf"(?i:the){S}(?i:day)", _same_day, "apposition"),
    Rule(
        "period",
        "date",
        rf"{PHASED}(?P<way>(?i:the)){S}(?P<unit>(?i:day|week|month|quarter|year))",
        _period,
        "the period",
    ),
    Rule(
        "period",
        "date",
        rf"(?P<way>(?i:the{S}(?:last|past|next))){S}(?P<fiscal>(?i:fiscal|financial)){S}(?P<unit>(?i:quarter|year))",
        _period,
    ),
    Rule("period", "date", rf"(?P<way>(?i:the{S}next)){S}(?P<unit>(?i:day|week|month|year))", _period, "whole"),
)
