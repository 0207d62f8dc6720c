"""Rules for days and months that state their place in the calendar, whole or but for the year."""

from checker.extraction.times import faults
from checker.extraction.times.grammar import (
    COMMA,
    DASH,
    DAY_DIGITS,
    DAY_NUMBER,
    MONTH,
    MONTH_FULL,
    PHASED,
    SHORT_YEAR,
    WEEKDAY,
    WEEKDAY_ANY,
    YEAR,
    YEAR_WORDS,
    S,
)
from checker.extraction.times.open_values import DigitDate, Fixed, Month, MonthDay, Open, Week
from checker.extraction.times.rule import Parts, Rule, word
from checker.extraction.times.years import OF_YEAR, relative_year, year_number
from checker.language.calendar import ORDINALS, date_of, month_number, weekday_number
from checker.language.patterns import pattern

_DIGITS = 4  # of a year in full
_NUMBER = pattern(r"\d+")
_MONTHS, _LONGEST_MONTH, _WEEKS = 12, 31, 53


def day_number(words: str) -> int:
    """Day of the month in digits ("3rd") or as an ordinal word."""
    plain = words.lower()
    return ORDINALS.get(plain) or int(plain.rstrip("stndrh"))


def _date(parts: Parts) -> Open | None:
    month, day = month_number(parts["month"] or ""), day_number(parts["day"] or "")
    year = year_number(parts["year"] or "") if parts.get("year") else None
    weekday = weekday_number(parts["weekday"] or "") if parts.get("weekday") else None
    if year is None:
        return MonthDay(month, day, relative_year(parts), word(parts, "way") or None, weekday)
    return stated_day(year, month or 0, day, weekday)


def stated_day(year: int, month: int, day: int, weekday: int | None = None) -> Fixed:
    """A full date, with the fault noted where the calendar has no such day or another weekday."""
    value = f"{year:04d}-{month:02d}-{day:02d}"
    date = date_of(year, month, day)
    if date is None:
        return Fixed(value, faults.IMPOSSIBLE)
    return Fixed(value, faults.WEEKDAY if weekday not in (None, date.isoweekday()) else None)


def _day_alone(parts: Parts) -> Open | None:
    weekday = weekday_number(parts["weekday"] or "") if parts.get("weekday") else None
    return MonthDay(None, day_number(parts["day"] or ""), None, None, weekday)


def _month(parts: Parts) -> Open | None:
    number = month_number(parts["month"] or "") or 0
    if parts.get("year"):
        return Fixed(f"{year_number(parts['year'] or ''):04d}-{number:02d}")
    return Month(number, relative_year(parts), word(parts, "way").removeprefix("the ") or None)


def _digits(parts: Parts) -> Open | None:
    """A date of digits alone: 24/02/2022, 24.02.2022. A number above 12 tells the order, and dots put the day first."""
    one, two = int(parts["one"] or 0), int(parts["two"] or 0)
    year = year_number(parts["year"] or "") or 0
    if min(one, two) < 1 or min(one, two) > _MONTHS or max(one, two) > _LONGEST_MONTH:
        return None
    month_first, day_first = stated_day(year, one, two), stated_day(year, two, one)
    if (parts.get("dot") and two <= _MONTHS) or one > _MONTHS:
        return day_first if two <= _MONTHS else None
    return month_first if two > _MONTHS or one == two else DigitDate(month_first, day_first)


def _iso(parts: Parts) -> Open | None:
    year, month = int(parts["year"] or 0), int(parts["month"] or 0)
    if parts.get("day"):
        return stated_day(year, month, int(parts["day"] or 0)) if month <= _MONTHS else None
    return Fixed(f"{year:04d}-{month:02d}") if 1 <= month <= _MONTHS and month <= year % 100 else None


def _iso_time(parts: Parts) -> Open | None:
    day = _iso(parts)
    zone = (parts.get("zone") or "").replace(" ", "")
    return Fixed(f"{day.value}T{parts['clock']}{zone}") if isinstance(day, Fixed) and day.fault is None else day


def _days(parts: Parts) -> tuple[Open, Open] | None:
    """Two days that share a month: "3 to 5 May", "Feb. 3-5"."""
    shared = {"month": parts["month"], "year": parts.get("year")}
    one, two = _date({"day": parts["one"], **shared}), _date({"day": parts["two"], **shared})
    return (one, two) if one and two else None


def _day_list(parts: Parts) -> tuple[Open, ...] | None:
    """Three days or more that share a month: "May 3, 5 and 7, 2024"."""
    shared = {"month": parts["month"], "year": parts.get("year")}
    numbers = [parts["one"], *(m.group() for m in _NUMBER.finditer(parts["rest"] or "")), parts["two"]]
    days = [day for number in numbers if (day := _date({"day": number, **shared}))]
    return tuple(days) if len(days) == len(numbers) else None


def _year_of_first(parts: Parts, one: str | None, two: str | None) -> str | None:
    """The year of the first of two months whose year stands behind the second."""
    year = year_number(parts["year"] or "") if parts.get("year") else None
    if year is None:
        return None
    return f"{year - ((month_number(one or '') or 0) > (month_number(two or '') or 0)):04d}"


def _month_pair(parts: Parts) -> tuple[Open, Open] | None:
    """Two months that share a year: "April to June 2025"; "October to March 2025" begins in the year before."""
    shared = {"year": parts.get("year"), "which": parts.get("which")}
    year = _year_of_first(parts, parts["one"], parts["two"])
    one, two = _month({"month": parts["one"], **shared, "year": year}), _month({"month": parts["two"], **shared})
    return (one, two) if one and two else None


def _two_days(parts: Parts) -> tuple[Open, Open] | None:
    """Two days of two months that share a year: "June 3 to July 5, 2011"."""
    year = parts.get("year")
    first = _year_of_first(parts, parts["month1"], parts["month2"])
    one = _date({"month": parts["month1"], "day": parts["one"], "year": first})
    two = _date({"month": parts["month2"], "day": parts["two"], "year": year})
    return (one, two) if one and two else None


def _week(parts: Parts) -> Open | None:
    """An ISO week by its number: "calendar week 23 of 2025", "week 23 of 2025"."""
    number = int(parts["number"] or 0)
    if not 1 <= number <= _WEEKS:
        return None
    return Fixed(f"{int(parts['year'] or 0):04d}-W{number:02d}") if parts.get("year") else Week(number)


def _years(parts: Parts) -> tuple[Open, Open] | None:
    """Two years that share their first digits: "2012-13"; they have to rise."""
    one = int(parts["one"] or 0)
    tail = parts["two"] or ""
    two = int(tail) if len(tail) == _DIGITS else one // 100 * 100 + int(tail)
    return (Fixed(f"{one:04d}"), Fixed(f"{two:04d}")) if one < two <= one + 100 else None


_REST = rf"(?P<rest>(?:,{S}{DAY_DIGITS})+)(?:,?{S}(?:and|or){S})"
_STAMP = r"(?P<clock>[012]\d:[0-5]\d(?::[0-5]\d)?)(?:\.\d{1,6})?(?P<zone>Z|[+-]\d\d:?\d\d)?"
_WEEKDAY_WAY = rf"(?:(?i:this{S}coming|this{S}past|this|next|last|coming){S})?"
_WEEKDAY_FIRST = rf"(?:{_WEEKDAY_WAY}(?P<weekday>{WEEKDAY_ANY}),?{S}(?:the{S})?)?"
_TO = rf"(?:{S}?{DASH}{S}?|{S}(?:to|through|until|till){S})"
_AND = rf"(?:{_TO}|{S}(?:and|or|&){S})"

RULES = (
    Rule(
        "timestamp",
        "time",
        rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)[T ]{_STAMP}",
        _iso_time,
    ),
    Rule("week", "date", r"(?P<year>\d{4})-W(?P<number>\d\d)", _week),
    Rule("week", "date", rf"(?i:week){S}(?P<number>\d{{1,2}})(?:{S}of|,)?{S}(?P<year>{YEAR})", _week, "name"),
    Rule(
        "week",
        "date",
        rf"(?i:calendar{S}week|ISO{S}week){S}(?P<number>\d{{1,2}})(?:(?:{S}of|,)?{S}(?P<year>{YEAR}))?",
        _week,
    ),
    Rule("date", "date", r"(?P<year>\d{4})[-/](?P<month>\d\d)[-/](?P<day>\d\d)", _iso),
    Rule("month", "date", r"(?P<year>[12]\d{3})-(?P<month>0[1-9]|1[0-2])", _iso),
    Rule(
        "years",
        "date",
        rf"(?P<first>(?P<one>{YEAR}))(?:{S}?{DASH}{S}?|/)(?P<second>(?P<two>{YEAR}|\d\d))",
        _years,
        "years",
    ),
    Rule(
        "days",
        "date",
        rf"(?P<first>(?P<month1>{MONTH}){S}(?P<one>{DAY_DIGITS})){_AND}(?P<second>(?P<month2>{MONTH}){S}(?P<two>{DAY_DIGITS}),?{S}(?P<year>{YEAR}))",
        _two_days,
        "day",
    ),
    Rule(
        "date",
        "date",
        rf"(?P<day>{DAY_DIGITS})[-/](?P<month>{MONTH})[-/](?P<year>{YEAR})",
        _date,
    ),
    Rule(
        "day of the month",
        "date",
        rf"(?P<weekday>{WEEKDAY}),?{S}(?:the{S})?(?P<day>(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th))",
        _day_alone,
        "end",
    ),
    Rule(
        "day of the month", "date", r"(?i:the) (?P<day>(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th))", _day_alone, "the day"
    ),
    Rule("date in digits", "date", r"(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>[12]\d{3}|\d\d)", _digits),
    Rule("date in digits", "date", r"(?P<one>\d{1,2})(?P<dot>\.)(?P<two>\d{1,2})\.(?P<year>[12]\d{3})", _digits),
    Rule(
        "day list",
        "date",
        rf"(?P<first>(?P<month>{MONTH}){S}(?P<one>{DAY_DIGITS})){_REST}(?P<second>(?P<two>{DAY_DIGITS})(?:,?{S}(?P<year>{YEAR}))?)",
        _day_list,
        "end",
    ),
    Rule(
        "day list",
        "date",
        rf"(?P<first>(?P<one>{DAY_DIGITS})){_REST}(?P<second>(?P<two>{DAY_DIGITS}){S}(?:of{S})?(?P<month>{MONTH})(?:,?{S}(?P<year>{YEAR}))?)",
        _day_list,
        "name",
    ),
    Rule(
        "days",
        "date",
        rf"(?P<first>(?P<one>{DAY_DIGITS})){_AND}(?P<second>(?P<two>{DAY_DIGITS}){S}(?:of{S})?(?P<month>{MONTH})(?:,?{S}(?P<year>{YEAR}))?)",
        _days,
        "name",
    ),
    Rule(
        "days",
        "date",
        rf"(?P<first>(?P<month>{MONTH}){S}(?P<one>{DAY_DIGITS})){_TO}(?P<second>(?P<two>{DAY_DIGITS})(?:,?{S}(?P<year>{YEAR}))?)",
        _days,
        "day",
    ),
    Rule(
        "days",
        "date",
        rf"(?P<first>(?P<month>{MONTH}){S}(?P<one>{DAY_DIGITS})){S}(?:and|or){S}(?P<second>(?P<two>{DAY_DIGITS})(?:,?{S}(?P<year>{YEAR}))?)",
        _days,
        "end",
    ),
    Rule(
        "date",
        "date",
        rf"{_WEEKDAY_FIRST}{PHASED}(?:(?P<way>(?i:last|next|this)){S})?(?P<month>{MONTH}){S}(?:the{S})?(?P<day>{DAY_NUMBER})(?:{COMMA}(?P<year>{YEAR}|{SHORT_YEAR})|,?{S}(?P<which>last|this|next){S}year)?",
        _date,
        "day",
    ),
    Rule(
        "date",
        "date",
        rf"{_WEEKDAY_FIRST}(?P<day>{DAY_DIGITS}){S}(?:of{S})?(?P<month>{MONTH})(?:,?{S}(?P<year>{YEAR}|{SHORT_YEAR}|{YEAR_WORDS})|{S}(?P<which>last|this|next){S}year)?",
        _date,
        "name",
    ),
    Rule(
        "date",
        "date",
        rf"{_WEEKDAY_FIRST}(?:the{S})?(?P<day>{DAY_NUMBER}){S}(?:day{S})?of{S}(?P<month>{MONTH_FULL})(?:,?{S}(?:of{S})?(?P<year>{YEAR}|{SHORT_YEAR}))?",
        _date,
    ),
    Rule(
        "months",
        "date",
        rf"(?P<first>(?P<one>{MONTH})){_AND}(?P<second>(?P<two>{MONTH}){OF_YEAR})",
        _month_pair,
        "name",
    ),
    Rule(
        "month",
        "date",
        rf"{PHASED}(?P<month>{MONTH})(?:,?{S}(?:of{S})?(?P<year>{YEAR}|{SHORT_YEAR}|{YEAR_WORDS})|,?{S}(?:of{S})?(?P<which>last|this|next|that|the{S}same|the{S}previous|the{S}following){S}year)",
        _month,
        "name",
    ),
    Rule(
        "month",
        "date",
        rf"{PHASED}(?:(?P<way>(?i:last|next|this|the{S}previous|the{S}following)){S})?(?P<month>{MONTH_FULL}|(?:Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\.)",
        _month,
        "month",
    ),
)
