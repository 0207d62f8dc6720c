"""Times in plain words."""

import datetime as dt
from calendar import monthrange
from collections.abc import Mapping

from checker.rendering.rows import Row

NOT_RESOLVED = "not resolved"

# TIMEX3 values that name no days.
VAGUE: Mapping[str, str] = {
    "PRESENT_REF": "the present",
    "PAST_REF": "some time in the past",
    "FUTURE_REF": "some time in the future",
    "PTXM": "some minutes",
    "PTXH": "some hours",
    "PXD": "some days",
    "PXW": "some weeks",
    "PXM": "some months",
    "PXQ": "some quarters",
    "PXY": "some years",
    "PXE": "some decades",
    "PXC": "some centuries",
}

HEDGES: Mapping[str, str] = {
    "about": "about ",
    "nearly": "nearly ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "less than ",
    "early": "early ",
    "mid": "middle of ",
    "late": "late ",
    "before": "before ",
    "after": "after ",
}

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - reads as the calendar it is
)
_PARTS: Mapping[str, str] = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
}


def time_words(claim: Row) -> str:
    """The days of a time: "2022-02-24", "February 2022", "2025-02-03 to 2025-02-09", or that it is not resolved."""
    value, first, last = claim["value"], claim["first"], claim["last"]
    if value in VAGUE:
        return VAGUE[value]
    if value is None or (first is None and claim["kind"] != "set"):  # an open form
        return NOT_RESOLVED
    return HEDGES.get(claim["hedge"], "") + (_days(value, first, last) if first else value)


def _days(value: str, first: str, last: str | None) -> str:
    if first == last:
        return first + _clock(value)
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    if start.day == 1 and start.year == end.year and end.day == monthrange(end.year, end.month)[1]:
        if start.month == end.month:
            return f"{_MONTHS[start.month - 1]} {start.year}"
        if (start.month, end.month) == (1, 12):
            return str(start.year)
    return f"{first} to {last}"


def _clock(value: str) -> str:
    """The clock time or the part of the day of a TIMEX3 value, with a blank before it."""
    _, mark, time = value.partition("T")
    return f" {_PARTS.get(time, time)}" if mark and not time.startswith("X") else ""
