"""Quarters of a company's own year, told by the day they end: "the fourth quarter ended Aug. 26"."""

from collections.abc import Iterable

from checker.extraction.times.open_values import Fixed, MonthDay, Open, Season
from checker.extraction.times.rule import Found
from checker.language.patterns import pattern

_ENDED = pattern(r",?\s(?:(?:that|which)\s)?(?:ended|ending)\s(?:on\s)?")
_MONTHS = 3  # of a quarter


def with_own_years(text: str, found: Iterable[Found]) -> list[Found]:
    """The expressions, with quarters marked that do not end when those of the calendar do."""
    told = list(found)
    for i in range(len(told) - 1):
        quarter, month = _quarter(told[i].open), _month(told[i + 1].open)
        gap = text[told[i].end : told[i + 1].start] if quarter and month else ""
        if gap and month != quarter * _MONTHS and _ENDED.fullmatch(gap):
            told[i] = told[i]._replace(is_fiscal=True)
    return told


def _quarter(value: Open) -> int:
    """The number of a quarter; 0 for what is none."""
    name = value.name if isinstance(value, Season) else value.value[-2:] if isinstance(value, Fixed) else ""
    return int(name[1]) if name.startswith("Q") and name[1:].isdigit() else 0


def _month(value: Open) -> int:
    """The month of a day; 0 for what is none."""
    if isinstance(value, MonthDay):
        return value.month or 0
    is_day = isinstance(value, Fixed) and len(value.value) == len("2025-02-11")
    return int(value.value[5:7]) if is_day and isinstance(value, Fixed) and value.value[5:7].isdigit() else 0
