"""Days that nothing resolves: "today", "Tuesday", "July 27" of articles without a date."""

import datetime as dt
from functools import lru_cache

from checker.matching.features.measure import SAME_HEAD, same_measure
from checker.matching.side import Side

_WEEKDAY = "XXXX-WXX-"
_OF_A_YEAR = "XXXX-"


def are_told_apart(left: Side, right: Side) -> bool:
    """Whether two days, one of them open, have names that no day has both of, or publications that differ."""
    if left.open_form == right.open_form:
        return left.published != right.published
    is_of_two_days = left.published != right.published and None not in (left.published, right.published)
    is_one_text = left.document == right.document
    return is_of_two_days or is_one_text or not may_be_one(left.open_form or left.timex, right.open_form or right.timex)


def are_unlike(left: Side, right: Side) -> bool:
    """Whether two days in other words are not those of one happening."""
    alike = same_measure(left, right)
    return left.open_form != right.open_form and (alike is None or alike.score < SAME_HEAD)


@lru_cache(maxsize=16_384)
def may_be_one(one: str, other: str) -> bool:
    """Whether two days as they are known may be the same: weekday, day of the year, whole day, or words.

    Words ("today") may be any weekday, and no day of the calendar: who writes the one does not write the other of it.
    """
    known, less = sorted((one, other), key=_is_open)
    if not _is_open(known):
        return _is_of_day(known[:10], less)
    named = [form for form in (one, other) if form.startswith(_OF_A_YEAR)]
    return len({form.startswith(_WEEKDAY) for form in named}) == len(named)


def _is_open(form: str) -> bool:
    return not form[:4].isdigit()


def _is_of_day(day: str, form: str) -> bool:
    """Whether a whole day, or its month, has that weekday or that place in the year."""
    if not form.startswith(_OF_A_YEAR):
        return False
    if not form.startswith(_WEEKDAY):
        return day[4:] == form[4:10]
    return len(day) == len("2004-07-27") and day[4] == "-" and form == f"{_WEEKDAY}{_weekday(day)}"


def _weekday(day: str) -> int:
    try:
        return dt.date.fromisoformat(day).isoweekday()
    except ValueError:
        return 0
