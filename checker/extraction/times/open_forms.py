"""The TIMEX3 open form of what nothing resolves: an X for every part of the calendar the words leave open."""

from collections.abc import Callable, Mapping
from typing import Any

from checker.extraction.times.open_values import (
    After,
    Clock,
    DigitDate,
    Fixed,
    Length,
    Month,
    MonthDay,
    NamedDay,
    NthOfMonth,
    Open,
    Overnight,
    Reference,
    Repeat,
    SameIn,
    Season,
    Shift,
    Then,
    Week,
    Weekday,
    Weekend,
    YearEnd,
)
from checker.language.calendar import named_day

_DAY = "XXXX-XX-XX"
# Of the grain that a shift ends in.
_GRAINS: Mapping[str, str] = {
    "day": _DAY,
    "night": _DAY,
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
    "millennium": "X",
}
_TWO_YEARS = (2023, 2024)  # a day with one date in both is the same every year


def open_form(value: Open) -> str:
    """What the words alone fix, as TIMEX3: "XXXX-WXX-2" for a Tuesday, "XXXX-10" for October."""
    return _FORMS[type(value)](value)


def _stated(value: Fixed | Reference | Repeat | Length) -> str:
    return value.value


def _shift(value: Shift) -> str:
    return _GRAINS[value.grain or value.unit]


def _month_day(value: MonthDay) -> str:
    return f"XXXX-{f'{value.month:02d}' if value.month else 'XX'}-{value.day:02d}"


def _nth_of_month(value: NthOfMonth) -> str:
    if value.weekday is None and value.unit == "week":
        return "XXXX-WXX"
    month = open_form(value.month)
    return f"{month}-XX" if len(month) > len("XXXX") else _DAY


def _named_day(value: NamedDay) -> str:
    if value.span:
        return "XXXX-WXX" if value.span == "week" else "XXXX-WXX-WE"
    dates = {f"{day:%m-%d}" for day in (named_day(value.name, year) for year in _TWO_YEARS) if day}
    return f"XXXX-{dates.pop()}" if len(dates) == 1 else _DAY


def _clock(value: Clock) -> str:
    return (open_form(value.day) if value.day else _DAY) + value.time


_FORMS: Mapping[type, Callable[[Any], str]] = {
    Fixed: _stated,
    DigitDate: lambda value: value.month_first.value,
    Reference: _stated,
    Repeat: _stated,
    Length: _stated,
    Shift: _shift,
    Week: lambda value: f"XXXX-W{value.number:02d}",
    Weekday: lambda value: f"XXXX-WXX-{value.number}",
    MonthDay: _month_day,
    Month: lambda value: f"XXXX-{value.number:02d}",
    NthOfMonth: _nth_of_month,
    Season: lambda value: f"XXXX-{value.name}",
    SameIn: lambda value: f"{value.year:04d}",
    Then: lambda _: _DAY,
    NamedDay: _named_day,
    Weekend: lambda _: "XXXX-WXX-WE",
    YearEnd: lambda _: "XXXX",
    After: lambda value: _GRAINS[value.grain],
    Clock: _clock,
    Overnight: lambda value: (open_form(value.day) if value.day else _DAY) + "TNI",
}
