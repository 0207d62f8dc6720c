"""Counting in the calendar: so many days, weeks, months, quarters or years from a day, as TIMEX3 values."""

import datetime as dt
from calendar import monthrange
from collections.abc import Callable, Mapping

from checker.values.timex import quarter_value, week_value

_MONTHS = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "season": 3,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_MIDWEEK = 2  # days: up to Tuesday, the weekend before is nearer
_MOST = 200_000  # units; what lies further is not a date


def is_counted(unit: str) -> bool:
    """Whether a unit counts days of the calendar: days and longer."""
    return unit in _DAYS or unit in _MONTHS


def moved(day: dt.date, unit: str, count: int) -> dt.date | None:
    """The day so many units away; None where the calendar ends. The 31st moves to the last of a shorter month."""
    if abs(count) > _MOST:
        return None
    try:
        if unit in _DAYS:
            return day + dt.timedelta(_DAYS[unit] * count)
        months = day.year * 12 + day.month - 1 + _MONTHS[unit] * count
        year, month = months // 12, months % 12 + 1
        return dt.date(year, month, min(day.day, monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None


_VALUES: Mapping[str, Callable[[dt.date], str]] = {
    "day": lambda day: day.isoformat(),
    "night": lambda day: day.isoformat(),
    "week": week_value,
    "fortnight": week_value,
    "month": lambda day: f"{day.year:04d}-{day.month:02d}",
    "quarter": quarter_value,
    "half": lambda day: f"{day.year:04d}-H{(day.month + 5) // 6}",
    "year": lambda day: f"{day.year:04d}",
    "decade": lambda day: f"{day.year // 10:03d}",
    "century": lambda day: f"{day.year // 100:02d}",
}


def around(day: dt.date, span: str | None) -> str:
    """The day itself, the week that holds it, or the weekend nearest to it ("Labor Day weekend"), as TIMEX3."""
    if span == "week":
        return week_value(day)
    if span == "weekend":
        return f"{week_value(day - dt.timedelta(_MIDWEEK))}-WE"
    return day.isoformat()


def value_at(day: dt.date, grain: str) -> str:
    """The day, week, month, quarter, year … that holds a day, as a TIMEX3 value."""
    return _VALUES[grain](day)
