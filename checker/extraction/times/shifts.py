"""Resolves what is counted from a day: "last month", "two weeks ago", "the following year"."""

import datetime as dt
from dataclasses import replace

from checker.extraction.times.open_values import Shift
from checker.extraction.times.setting import NO_DATE, NO_END, NO_MENTION, OUTSIDE, Answer, Setting
from checker.extraction.times.shift import moved, value_at
from checker.values.timex import days, grain, week_value

# What a unit is counted from: a mention of one of these grains, any at all for None.
_FINER = {
    "day": ("time", "day"),
    "week": ("time", "day", "week", "weekend"),
    "month": ("time", "day", "week", "weekend", "month"),
    "quarter": ("quarter",),
    "year": None,
    "decade": None,
    "century": None,
}
# Periods that "a year ago" and "the same period last year" are understood to keep.
_KEPT = {
    "either": ("quarter", "half"),
    "year told": ("quarter", "half"),
    "quarter": ("quarter",),
    "period": ("month", "quarter", "half", "season"),
}
_LAST_WEEK = Shift("week", -1, "published")
_LAST_YEAR = Shift("year", -1, "published")
_OVER = "the last {} that is over"
_SUNDAY = 7
_YEAR = 366
_HALF = 6  # months of a year in which the figures of the whole one before are told
_QUARTER_KNOWN = 20  # days: figures of a quarter are not known before it has run so long


def resolve_shift(value: Shift, setting: Setting) -> Answer:
    """What lies so many units from the base that the words ask for."""
    is_keeping = value.base in _KEPT and value.unit == "year" and value.count == -1
    period = setting.memory.period(_KEPT[value.base]) if is_keeping else None
    if period:
        return _of_period(period, value)
    if value.base == "latest":
        return _latest(value, setting)
    if value.base == "quarter" and setting.published:
        return _moved(setting.published, replace(value, unit="quarter", count=-5), "quarter", _OVER.format("quarter"))
    if value.base in ("mention", "told") or (value.base == "year told" and _is_told_of_a_year(setting)):
        return _from_mention(value, setting)
    return Answer(None, NO_DATE) if setting.published is None else _from_publication(setting.published, value, setting)


def _is_told_of_a_year(setting: Setting) -> bool:
    """Whether the last mention is a year that is over: "in 2015 ... a year earlier" is 2014."""
    last = setting.memory.last()
    if last is None or setting.published is None:
        return last is not None
    return grain(last) == "year" and int(last[:4]) < setting.published.year


def _of_period(period: str, value: Shift) -> Answer:
    """'A year ago', said of a quarter, is that quarter a year ago."""
    first, kept = (days(period) or (dt.date.min,))[0], grain(period) or value.unit
    return _moved(first, value, kept, f"from the last mentioned {kept}", period)


def _covered(day: dt.date, value: Shift, setting: Setting) -> Answer:
    """'It earned $3 million for the whole year', told in February, is of the year that is over."""
    is_before = value.unit == "year" and day.month <= _HALF and setting.tense == "past"
    if not is_before:
        return _moved(day, value, value.unit, "from publication day")
    return _moved(day, replace(value, count=-1), value.unit, _OVER.format(value.unit))


def _from_publication(day: dt.date, value: Shift, setting: Setting) -> Answer:
    if value.base == "covered":
        return _covered(day, value, setting)
    if value == _LAST_WEEK and day.isoweekday() == _SUNDAY:
        return _last_week_of(day)
    if value == _LAST_YEAR and setting.is_compared:
        return _compared(day, value, setting)
    return _moved(day, value, value.grain or value.unit, "from publication day")


def year_of(shift: Shift, setting: Setting) -> int | None:
    """The year that a month, season or holiday is told in ("June of last year")."""
    answer = resolve_shift(shift, setting)
    return int(answer.value[:4]) if answer.value else None


def _last_week_of(sunday: dt.date) -> Answer:
    """A Sunday's "last week", for whom the week begins on Sunday, is the one that by ISO 8601 still runs."""
    other = f"or {week_value(sunday)} where Sunday begins the week"
    return Answer(week_value(sunday - dt.timedelta(7)), f"from publication day, {other}")


def _compared(published: dt.date, value: Shift, setting: Setting) -> Answer:
    """'Sales in the quarter rose from $3 million last year' compares with that quarter."""
    last = setting.memory.period(("year", "quarter", "half"))
    span = days(last) if last else None
    is_recent = span is not None and 0 <= (published - span[0]).days <= _YEAR
    if last is None or grain(last) == "year" or not is_recent:
        return _moved(published, value, value.unit, "from publication day")
    return _of_period(last, value)._replace(is_aside=True)


def _latest(value: Shift, setting: Setting) -> Answer:
    """For "the latest quarter": the one last mentioned, else the last that is over."""
    last = setting.memory.last((value.unit,))
    base = days(last) if last else None
    if base and not (setting.published and base[0] > setting.published - dt.timedelta(_QUARTER_KNOWN)):
        return _moved(base[0], value, value.unit, f"the {value.unit} last mentioned", last)
    if setting.published is None:
        return Answer(None, NO_DATE)
    return _moved(setting.published, replace(value, count=-1), value.unit, _OVER.format(value.unit))


def _from_mention(value: Shift, setting: Setting) -> Answer:
    if value.grain is not None and value.count > 0 and setting.memory.is_adrift:
        return Answer(None, NO_END)
    last = setting.memory.last(_FINER.get(value.unit))
    base = days(last) if last else None
    if base is not None:
        start = base[1] if value.count > 0 and value.unit in ("day", "week") else base[0]
        return _moved(start, value, value.grain or value.unit, "from the last mention", last)
    # "The next day" behind "in March 2019" is no day that today tells.
    is_told_of_another = value.count != 0 and value.unit == "day" and setting.memory.last() is not None
    is_later = value.grain is not None and value.count > 0
    if setting.published is None or value.base == "told" or is_later or is_told_of_another:
        return Answer(None, NO_MENTION)
    return _moved(setting.published, value, value.grain or value.unit, "from publication day, nothing mentioned before")


def _moved(day: dt.date, value: Shift, to: str, step: str, anchor: str | None = None) -> Answer:
    target = moved(day, value.unit, value.count)
    return Answer(value_at(target, to), step, anchor) if target else Answer(None, OUTSIDE)
