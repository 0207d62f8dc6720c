"""TIMEX3 values: the days they cover and their grain.

Read are the calendar forms of TimeML's TIMEX3 (ISO 8601 with quarters, halves, seasons, decades and centuries), with
or without a clock time or a part of the day behind a T. Durations, sets and references cover no days of their own.
"""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable
from functools import lru_cache

Days = tuple[dt.date, dt.date]

# First month and number of months. Winter begins in December of the year it is named after.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}
_DURATION_GRAINS = {"S": "second", "H": "hour", "D": "day", "W": "week", "Q": "quarter", "Y": "year"}


def days(value: str) -> Days | None:
    """First and last day of a TIMEX3 value, both included; None where it names no days of the calendar."""
    found = _parse(value)
    return found[1] if found else None


def grain(value: str) -> str | None:
    """How fine a value is: time, day, weekend, week, month, season, quarter, half, year, decade, century.

    A duration has the grain of its unit ("P5W" week, "PT2H" hour); references and what cannot be read have none.
    """
    if value.startswith("P"):
        return _duration_grain(value)
    found = _parse(value)
    if found is None:
        return None
    return "time" if "T" in value else found[0]


def week_value(day: dt.date) -> str:
    """The ISO week that holds a day, as TIMEX3 ("2025-W07")."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_value(day: dt.date) -> str:
    """The quarter that holds a day, as TIMEX3 ("2025-Q1")."""
    return f"{day.year:04d}-Q{(day.month + 2) // 3}"


def _months(year: int, month: int, count: int) -> Days:
    """The days of `count` months from `month` of `year` on."""
    last = month + count - 1
    last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return dt.date(year, month, 1), dt.date(last_year, last_month, monthrange(last_year, last_month)[1])


def _week(year: int, week: int) -> Days:
    first = dt.date.fromisocalendar(year, week, 1)
    return first, first + dt.timedelta(6)


def _weekend(year: int, week: int) -> Days:
    last = _week(year, week)[1]
    return last - dt.timedelta(1), last


def _day(year: int, month: int, day: int) -> Days:
    date = dt.date(year, month, day)
    return date, date


def _season(year: int, name: str) -> Days:
    return _months(year, _SEASONS[name], 3)


# Form, grain, how its parts become days; parts are numbers where they are digits.
_FORMS: tuple[tuple[re.Pattern[str], str, Callable[..., Days]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII), "day", _day),
    (re.compile(r"(\d{4})-(\d\d)(?:-XX)?", re.ASCII), "month", lambda y, m: _months(y, m, 1)),
    (re.compile(r"(\d{4})(?:-XX){0,2}", re.ASCII), "year", lambda y: _months(y, 1, 12)),
    (re.compile(r"(\d{4})-W(\d\d)", re.ASCII), "week", _week),
    (re.compile(r"(\d{4})-W(\d\d)-([1-7])", re.ASCII), "day", lambda y, w, d: (dt.date.fromisocalendar(y, w, d),) * 2),
    (re.compile(r"(\d{4})-W(\d\d)-WE", re.ASCII), "weekend", _weekend),
    (re.compile(r"(\d{4})-F?Q([1-4])", re.ASCII), "quarter", lambda y, q: _months(y, 3 * q - 2, 3)),
    (re.compile(r"(\d{4})-H([12])", re.ASCII), "half", lambda y, h: _months(y, 6 * h - 5, 6)),
    (re.compile(r"(\d{4})-(SP|SU|FA|AU|WI)", re.ASCII), "season", _season),
    (re.compile(r"(\d{3})X?", re.ASCII), "decade", lambda t: _months(t * 10, 1, 120)),
    (re.compile(r"(\d\d)(?:XX)?", re.ASCII), "century", lambda c: _months(c * 100, 1, 1200)),
)
_TIME_OF_DAY = re.compile(r"T(?:MO|MI|AF|EV|NI|DT|XX:\d\d|\d\d(?::\d\d){0,2}(?:Z|[+-]\d\d(?::?\d\d)?)?)", re.ASCII)


@lru_cache(maxsize=4096)
def _parse(value: str) -> tuple[str, Days] | None:
    """Grain and days of a calendar value."""
    date, mark, _ = value.partition("T")
    if mark and not _TIME_OF_DAY.fullmatch(value[len(date) :]):
        return None
    for form, name, build in _FORMS:
        match = form.fullmatch(date)
        if match:
            return _built(name, build, match)
    return None


def _built(name: str, build: Callable[..., Days], match: re.Match[str]) -> tuple[str, Days] | None:
    parts = [int(part) if part.isdigit() else part for part in match.groups()]
    try:
        return name, build(*parts)
    except (ValueError, OverflowError):  # no such day: February 30, week 54, year 0
        return None


def _duration_grain(value: str) -> str | None:
    unit = value[-1]
    if unit == "M":
        return "minute" if "T" in value else "month"
    return _DURATION_GRAINS.get(unit)
