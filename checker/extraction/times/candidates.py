"""Chooses among the days, months or seasons of one name that lie around the publication day."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from checker.extraction.times.setting import NO_DATE, OUTSIDE, Answer, Setting
from checker.values.timex import days

_MONTH = 31
_SOON = 62  # days: a date that near ahead is meant even where the verb looks back
_LONG_AGO = 270
_JUST_PAST = 7  # days: a day that has just gone by is meant even where the verb looks ahead, not that of next year

Span = tuple[dt.date, dt.date, str]


def chosen(candidates: Iterable[Span], way: str | None, setting: Setting) -> Answer:
    """The candidate that tense, "last" or "next", and nearness to the publication day ask for."""
    day = setting.published
    if day is None:
        return Answer(None, NO_DATE)
    around = sorted(candidates)
    choose = _WAYS.get(way or "")
    if choose:
        return choose(around, day)
    return _by_tense([s for s in around if s[0] <= day], [s for s in around if s[1] >= day], setting)


def _last(around: list[Span], day: dt.date) -> Answer:
    """The last that is over; in the first days of March, "last February" is not the month that has just ended."""
    past = _past(around, day)
    if len(past) > 1 and _is_just_over(past[0], day):
        return Answer(past[1][2], f"the last before the month just over, or {past[0][2]}")
    return _first(past, "the last before publication day")


def _before_last(around: list[Span], day: dt.date) -> Answer:
    return _first(_past(around, day)[1:], "the last but one before publication day")


def _next(around: list[Span], day: dt.date) -> Answer:
    return _first(_ahead(around, day), "the next after publication day")


def _after_next(around: list[Span], day: dt.date) -> Answer:
    return _first(_ahead(around, day)[1:], "the next but one after publication day")


def _this(around: list[Span], day: dt.date) -> Answer:
    """That of the year of publication; in March, "this winter" has just ended."""
    holding = [s for s in around if s[0] <= day <= s[1] + dt.timedelta(_MONTH)]
    return _first(holding or [s for s in around if s[0].year == day.year], "in the year of publication")


_WAYS: Mapping[str, Callable[[list[Span], dt.date], Answer]] = {
    "last": _last,
    "this past": _last,
    "previous": _last,
    "before last": _before_last,
    "next": _next,
    "this coming": _next,
    "following": _next,
    "after next": _after_next,
    "this": _this,
    "that": _this,
}


def _past(around: list[Span], day: dt.date) -> list[Span]:
    """What is over, the last first."""
    return [s for s in reversed(around) if s[1] < day]


def _ahead(around: list[Span], day: dt.date) -> list[Span]:
    """What is to come, the next first."""
    return [s for s in around if s[0] > day]


def _is_just_over(span: Span, day: dt.date) -> bool:
    """Whether it is a month of the same year that ended a few days before."""
    first, last, _ = span
    is_month = first.day == 1 and last + dt.timedelta(1) == day.replace(day=1)
    return is_month and first.year == day.year and (day - last).days <= _JUST_PAST


def _first(fitting: list[Span], step: str) -> Answer:
    return Answer(fitting[0][2], step) if fitting else Answer(None, OUTSIDE)


def _by_tense(past: list[Span], ahead: list[Span], setting: Setting) -> Answer:
    day, tense = setting.published or dt.date.max, setting.tense
    if not past or not ahead:  # the ends of the calendar
        return Answer((past[-1:] or ahead)[0][2], "the only one")
    if setting.is_start:
        return Answer(past[-1][2], "the last up to publication day, since it began")
    to_next, since_last = (ahead[0][0] - day).days, (day - past[-1][1]).days
    is_open = tense is None and past[-1] != ahead[0]
    if tense == "future" and 0 < since_last <= _JUST_PAST and to_next > _LONG_AGO and past[-1][0] == past[-1][1]:
        return Answer(past[-1][2], f"the nearest to publication day, or {ahead[0][2]}")
    if tense == "future" or (tense in (None, "present") and to_next < since_last):
        other = f", or {past[-1][2]}" if is_open else ""
        return Answer(ahead[0][2], f"the next from publication day on, {tense or 'nearest'}{other}")
    if since_last > _LONG_AGO and to_next <= _SOON and not setting.is_over:
        return Answer(ahead[0][2], f"the nearest to publication day, or {past[-1][2]}")
    other = f", or {ahead[0][2]}" if is_open else ""
    return Answer(past[-1][2], f"the last up to publication day, {tense or 'no verb tells'}{other}")


def years(setting: Setting) -> range:
    """The years tried around publication; February 29 may be eight years off."""
    year = setting.published.year if setting.published else 1
    return range(max(1, year - 8), min(9998, year + 9))


def spans(names: Iterable[str]) -> list[Span]:
    """The days of TIMEX3 values, each with its value; what has no days is left out."""
    return [(*span, name) for name in names if (span := days(name))]
