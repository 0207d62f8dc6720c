"""Axes of strips and lines: from numbers or days to percent of the width, with a few ticks at round places."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_MOST_TICKS = 5
_SPREAD = 60  # the largest value over the smallest from which an axis of numbers is one of ratios
_FROM_NOUGHT = 1.5  # the same, from which an axis begins at nought, so that lengths can be compared
_MARGIN = 0.08  # of the width, free at either end
_ROUND = (1, 2, 2.5, 5, 10)
_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905 - reads as the calendar it is
_TOLD_BY_HOUR = 2  # days
_MONTH, _YEAR = 30.4, 12  # days of a month, months of a year
_DAY_STEPS = (1, 2, 3, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000)
_HOURS = (1 / 24, 2 / 24, 3 / 24, 6 / 24, 12 / 24)


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from `low` to `high`; positions are percent of its width."""

    low: float
    high: float
    is_ratio: bool = False  # equal distances are equal ratios

    def at(self, number: float) -> float:
        """Where a number stands, from 0 to 100; what lies outside stands at the edge."""
        low, high, place = self.low, self.high, min(max(number, self.low), self.high)
        if self.is_ratio:
            low, high, place = math.log(low), math.log(high), math.log(place)
        return percent(100 * (place - low) / (high - low))


def percent(number: float) -> float:
    """A place as the page writes it: to two digits, whole numbers without any, as its script would."""
    place = round(number, 2)
    return int(place) if place == int(place) else place


Ticks = tuple[tuple[float, str], ...]  # places in percent, with what is written there


def of_numbers(numbers: Sequence[float]) -> tuple[Axis, Ticks]:
    """An axis on which the numbers have room, and its ticks."""
    low, high = min(numbers), max(numbers)
    if low > 0 and high / low >= _SPREAD:
        axis = Axis(low / 3, high * 3, is_ratio=True)
        places = [10.0**n for n in range(math.ceil(math.log10(axis.low)), math.floor(math.log10(axis.high)) + 1)]
        return axis, _ticks(axis, [(place, short(place)) for place in places[:: len(places) // (_MOST_TICKS + 1) + 1]])
    room = (high - low) * _MARGIN / (1 - 2 * _MARGIN) or abs(high) * _MARGIN or 1.0
    axis = Axis(0.0 if low >= 0 and high >= _FROM_NOUGHT * low else low - room, high + room)
    step = _step((axis.high - axis.low) / (_MOST_TICKS - 1))
    if all(number == int(number) for number in numbers):
        step = max(step, 1.0)
    first = math.ceil(axis.low / step)
    places = [n * step for n in range(first, math.floor(axis.high / step) + 1)]
    return axis, _ticks(axis, [(place, short(round(place, 12))) for place in places])


def _step(least: float) -> float:
    size = 10.0 ** math.floor(math.log10(least))
    return next(size * factor for factor in _ROUND if size * factor >= least * 0.999)


def short(number: float) -> str:
    """A number as an axis writes it: "2.5m", "1,200", "0.35"."""
    for size, name in _SCALES:
        if abs(number) >= size:
            return f"{number / size:,.6g}{name}"
    return f"{number:,.6g}" if abs(number) < 1e5 else f"{number:,.0f}"  # noqa: PLR2004 - where %g turns to exponents


def of_days(days: Sequence[float]) -> tuple[Axis, Ticks]:
    """An axis of days as proleptic ordinals, their fractions hours, and its ticks on the calendar."""
    low, high = min(days), max(days)
    room = (high - low) * _MARGIN / (1 - 2 * _MARGIN) or 1.0
    axis = Axis(max(low - room, 1.0), min(high + room, float(dt.date.max.toordinal())))
    return axis, _ticks(axis, _calendar(axis))


def _calendar(axis: Axis) -> list[tuple[float, str]]:
    length = axis.high - axis.low
    if length <= _TOLD_BY_HOUR:
        part = next((hours for hours in _HOURS if length / hours <= _MOST_TICKS), _HOURS[-1])
        places = [n * part for n in range(math.ceil(axis.low / part), math.floor(axis.high / part) + 1)]
        return [(place, _hour(place)) for place in places]
    days = next((days for days in _DAY_STEPS if length / days <= _MOST_TICKS), None)
    if days:
        return [(float(day), _day(day)) for day in range(math.ceil(axis.low), math.floor(axis.high) + 1, days)]
    months = next((months for months in _MONTH_STEPS if length / (_MONTH * months) <= _MOST_TICKS), _MONTH_STEPS[-1])
    return list(_firsts(axis, months))


def _firsts(axis: Axis, step: int) -> Iterable[tuple[float, str]]:
    """The first days of every so many months, counted from a January."""
    begins, ends = dt.date.fromordinal(int(axis.low)), dt.date.fromordinal(int(axis.high))
    for month in range(begins.year * _YEAR, ends.year * _YEAR + ends.month):
        first = dt.date(month // _YEAR, month % _YEAR + 1, 1)
        if month % step == 0 and axis.low <= first.toordinal() <= axis.high:
            yield float(first.toordinal()), _month(first, step)


def _month(first: dt.date, step: int) -> str:
    return str(first.year) if step >= _YEAR else f"{_MONTHS[first.month - 1]} {first.year}"


def _day(ordinal: int) -> str:
    day = dt.date.fromordinal(ordinal)
    return f"{day.day} {_MONTHS[day.month - 1]}"


def _hour(place: float) -> str:
    minutes = round(place * 1440) % 1440
    return _day(round(place)) if minutes == 0 else f"{minutes // 60:02}:{minutes % 60:02}"


def _ticks(axis: Axis, places: Iterable[tuple[float, str]]) -> Ticks:
    """Ticks inside the axis, none so near to an end that its words would be cut off."""
    near = 4  # percent; nought stands at the very end
    found = [(axis.at(place), words) for place, words in places if axis.low <= place <= axis.high]
    return tuple((at, words) for at, words in found if at == 0 or near <= at <= 100 - near)
