"""The English calendar: names of months, weekdays, seasons and holidays, and plain dates at the start of a line."""

import datetime as dt
from calendar import monthrange
from collections.abc import Callable, Mapping
from typing import Any

from checker.language.lexicon import lexicon
from checker.language.patterns import Match, pattern

_NAMES = lexicon("calendar")
_DAYS = lexicon("named_days")

MONTHS: Mapping[str, int] = _NAMES["months"] | _NAMES["month_abbreviations"]
WEEKDAYS: Mapping[str, int] = _NAMES["weekdays"] | _NAMES["weekday_abbreviations"]
SEASONS: Mapping[str, str] = _NAMES["seasons"]
PARTS_OF_DAY: Mapping[str, str] = _NAMES["parts_of_day"]
CLOCK_WORDS: Mapping[str, str] = _NAMES["clock_words"]
HOURS: Mapping[str, int] = _NAMES["hours"]
UNITS: Mapping[str, tuple[int, str]] = _NAMES["units"]
ORDINALS: Mapping[str, int] = _NAMES["ordinals"]
DECADES: Mapping[str, int] = _NAMES["decades"]

_MONTH = rf"(?P<month>(?i:{'|'.join(sorted(MONTHS, key=len, reverse=True))}))\.?"
_WEEKDAY = rf"(?:(?i:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_END = r"(?:\D|$)"
_PLAIN_DAYS = tuple(
    pattern(rf"^\s*{form}{_END}")
    for form in (
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_WEEKDAY}{_DAY}\s+{_MONTH},?\s+{_YEAR}",
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
    )
)
_DIGITS = pattern(rf"^\s*(\d{{1,2}})[/.](\d{{1,2}})[/.](\d{{4}}){_END}")


def weekday_name(day: dt.date) -> str:
    """The English name of a day's weekday, whatever the locale."""
    return str(list(_NAMES["weekdays"])[day.weekday()]).capitalize()


def month_number(name: str) -> int | None:
    """Number of a month named in full or short ("Feb.", "sept"); None for other words."""
    return MONTHS.get(name.rstrip(".").casefold())


def weekday_number(name: str) -> int | None:
    """Number of a weekday named in full or short, 1 for Monday (ISO 8601); None for other words."""
    return WEEKDAYS.get(name.rstrip(".").lower())


def date_of(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def read_day(text: str) -> dt.date | None:
    """The full calendar date at the very start of a text, as datelines write it.

    Read are "February 11, 2025", "Tuesday, Feb. 11, 2025", "11 February 2025", "2025-02-11" and "15/05/2026"; a date of
    digits alone whose order is open ("03/02/2025") is not. Impossible dates are None.
    """
    # Only the beginning matters: a bounded piece keeps the search short on long texts.
    head = text[:64]
    return next((_plain_day(m) for m in (form.match(head) for form in _PLAIN_DAYS) if m), None) or _day_of_digits(head)


def _day_of_digits(head: str) -> dt.date | None:
    """The day of "15/05/2026" and "05/15/2026": the one order that there is, if there is but one."""
    match = _DIGITS.match(head)
    if match is None:
        return None
    a, b, year = (int(match.group(part) or 0) for part in (1, 2, 3))
    found = {day for day in (date_of(year, a, b), date_of(year, b, a)) if day is not None}
    return found.pop() if len(found) == 1 else None


def _plain_day(match: Match) -> dt.date | None:
    name = str(match.group("month"))
    month = int(name) if name.isdigit() else MONTHS[name.casefold()]
    return date_of(int(str(match.group("year"))), month, int(str(match.group("day"))))


def easter(year: int) -> dt.date:
    """Western Easter Sunday (the Gregorian computus of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)


def orthodox_easter(year: int) -> dt.date:
    """Easter Sunday of the Eastern church, as a Gregorian date (the Julian computus of Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(year // 100 - year // 400 - 2)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> dt.date | None:
    """The `which`th weekday (1 Monday) of a month; -1 is the last. None where the month has no such day."""
    if which < 0:
        last = dt.date(year, month, monthrange(year, month)[1])
        return last - dt.timedelta((last.isoweekday() - weekday) % 7 + 7 * (-which - 1))
    first = dt.date(year, month, 1)
    day = 1 + (weekday - first.isoweekday()) % 7 + 7 * (which - 1)
    return date_of(year, month, day)


def named_days() -> tuple[str, ...]:
    """Every name of a day, lower case, longest first."""
    names = (name for family in _DAYS.values() for name in family)
    return tuple(sorted(names, key=len, reverse=True))


def has_one_date(name: str) -> bool:
    """Whether the name means one day of history, whatever the year ("9/11")."""
    return _plain_name(name) in _DAYS["once"]


def named_day(name: str, year: int) -> dt.date | None:
    """The day that bears a name in a year ("Good Friday", "Thanksgiving"); None for an unknown name."""
    key = _plain_name(name)
    for family, date in _BUILDERS.items():
        if key in _DAYS[family]:
            return date(year, _DAYS[family][key])
    return None


def _plain_name(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split())


def _fixed(year: int, month_day: str) -> dt.date | None:
    return date_of(year, int(month_day[:2]), int(month_day[3:]))


def _after(year: int, spec: list[int]) -> dt.date | None:
    month, weekday, which, days = spec
    day = nth_weekday(year, month, weekday, which)
    return day + dt.timedelta(days) if day else None


_BUILDERS: Mapping[str, Callable[[int, Any], dt.date | None]] = {
    "fixed": _fixed,
    "nth_weekday": lambda year, spec: nth_weekday(year, *spec),
    "after_nth_weekday": _after,
    "easter": lambda year, shift: easter(year) + dt.timedelta(shift),
    "orthodox_easter": lambda year, shift: orthodox_easter(year) + dt.timedelta(shift),
    "once": lambda _year, day: dt.date.fromisoformat(day),
}
