"""How each open value becomes a value of the calendar; every answer says the reading it used."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
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
    Reference,
    Repeat,
    SameIn,
    Season,
    Shift,
    Then,
    Week,
    Weekday,
    Weekend,
)
from checker.extraction.times.setting import NO_DATE, NO_END, NO_MENTION, Answer, Setting
from checker.extraction.times.shift import moved, value_at
from checker.language.calendar import date_of, named_day, nth_weekday, weekday_name
from checker.language.lexicon import lexicon
from checker.values.timex import days, grain, week_value

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
_KEPT = {"either": ("quarter", "half"), "period": ("month", "quarter", "half", "season")}
_LAST_YEAR = Shift("year", -1, "published")
_LAST_WEEK = Shift("week", -1, "published")
_SATURDAY, _SUNDAY = 6, 7
_MONTH = 31
_NEAR = 6  # months around publication in which a day of an open month is looked for
_SOON = 62  # days: a date that near ahead is meant even where the verb looks back
_LONG_AGO = 270
_REPORTED = 75  # days within which the figures of a quarter are reported
_QUARTER_MONTHS = 3
_QUARTER_KNOWN = 20  # days: figures of a quarter are not known before it has run so long


def resolve(value: Open, setting: Setting) -> Answer:
    """The calendar value an open value has in its setting."""
    return _RESOLVERS[type(value)](value, setting)


def is_comparison(value: Open) -> bool:
    """Whether the words only compare ("a year earlier"): what follows still goes on from what stood before."""
    return isinstance(value, Shift) and value.base in ("either", "period")


def is_span_of_figures(value: Open) -> bool:
    """Whether the words are a span of months or a year that figures are told of, not a quarter's three months."""
    return isinstance(value, Length) and value.unit in ("month", "year") and value.low not in (0.5, _QUARTER_MONTHS)


def _plain(value: Fixed | Reference | Repeat | Length, _setting: Setting) -> Answer:
    fault = getattr(value, "fault", None)
    return Answer(value.value, f"as stated, but {fault}" if fault else "as stated")


def _digit_date(value: DigitDate, setting: Setting) -> Answer:
    """Day or month first as the document's other dates write it; else month first, the other reading noted."""
    if setting.is_day_first is None:
        return Answer(value.month_first.value, f"month first, or {value.day_first.value} if the day is")
    chosen = value.day_first if setting.is_day_first else value.month_first
    return Answer(chosen.value, "in the order of the document's other dates")


def _shift(value: Shift, setting: Setting) -> Answer:
    if value.base in _KEPT and value.unit == "year":
        base = setting.memory.period(_KEPT[value.base])
        span, kept = days(base) if base else None, grain(base) if base else None
        if span and kept:
            return _moved(span[0], value, kept, f"from the last mentioned {kept}")
    if value.base == "latest":
        return _latest(value, setting)
    if value.base in ("mention", "told"):
        return _from_mention(value, setting)
    if setting.published is None:
        return Answer(None, NO_DATE)
    if value == _LAST_WEEK and setting.published.isoweekday() == _SUNDAY:
        return _last_week_of(setting.published)
    if value == _LAST_YEAR and setting.is_compared:
        return _compared(setting.published, value, setting)
    return _moved(setting.published, value, value.grain or value.unit, "from publication day")


def _last_week_of(sunday: dt.date) -> Answer:
    """A Sunday's "last week", for whom the week begins on Sunday, is the one that by ISO 8601 still runs."""
    other = f"or {week_value(sunday)} where Sunday begins the week"
    return Answer(week_value(sunday - dt.timedelta(7)), f"from publication day, {other}")


def _compared(published: dt.date, value: Shift, setting: Setting) -> Answer:
    """'Sales in the quarter rose from $3 million last year' compares with that quarter."""
    last = setting.memory.period(("year", "quarter", "half"))
    span, kept = days(last) if last else None, grain(last) if last else None
    if span is None or kept is None or kept == "year" or span[0].year != published.year:
        return _moved(published, value, value.unit, "from publication day")
    return replace(_moved(span[0], value, kept, f"the last mentioned {kept}, a year earlier"), is_aside=True)


def _latest(value: Shift, setting: Setting) -> Answer:
    """For "the latest quarter": the one last mentioned, else the last that is over."""
    base = setting.recalled((value.unit,))
    if base and not (setting.published and base[0] > setting.published - dt.timedelta(_QUARTER_KNOWN)):
        return _moved(base[0], value, value.unit, f"the {value.unit} last mentioned")
    if setting.published is None:
        return Answer(None, NO_DATE)
    return _moved(setting.published, replace(value, count=-1), value.unit, f"the last {value.unit} that is over")


def _from_mention(value: Shift, setting: Setting) -> Answer:
    if value.grain is not None and value.count > 0 and setting.memory.is_adrift:
        return Answer(None, NO_END)
    base = setting.recalled(_FINER.get(value.unit))
    if base is not None:
        start = base[1] if value.count > 0 and value.unit in ("day", "week") else base[0]
        return _moved(start, value, value.grain or value.unit, "from the last mention")
    if setting.published is None or value.base == "told" or (value.grain is not None and value.count > 0):
        return Answer(None, NO_MENTION)
    return _moved(setting.published, value, value.grain or value.unit, "from publication day, nothing mentioned before")


def _moved(day: dt.date, value: Shift, to: str, step: str) -> Answer:
    target = moved(day, value.unit, value.count)
    return Answer(value_at(target, to), step) if target else Answer(None, "unresolved: outside the calendar")


_WAYS = {
    "last": -1,
    "past": -1,
    "this past": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "this coming": 1,
    "following": 1,
}


def _weekday(value: Weekday, setting: Setting) -> Answer:
    if value.way in ("previous", "following") or value.way == "the next":
        return _weekday_from_mention(value, setting)
    day = setting.published
    if day is None:
        return Answer(None, NO_DATE)
    if value.week is not None or value.way == "next":
        weeks = 1 if value.week is None else value.week
        monday = day - dt.timedelta(day.isoweekday() - 1)
        target = monday + dt.timedelta(7 * weeks + value.number - 1)
        return Answer(target.isoformat(), "weekday = that of the week counted from publication")
    return _plain_weekday(value, day, setting)


def _plain_weekday(value: Weekday, day: dt.date, setting: Setting) -> Answer:
    ahead = (value.number - day.isoweekday()) % 7
    if value.way in ("coming", "this coming"):
        return Answer((day + dt.timedelta((ahead or 7) + 7 * value.after)).isoformat(), "weekday = the coming one")
    if value.way in ("last", "past", "this past"):
        return Answer((day - dt.timedelta((-ahead) % 7 or 7)).isoformat(), "weekday = the last before publication day")
    tense = setting.tense
    told = f"{tense} tense" if tense else "no verb tells"
    if ahead == 0:
        return Answer(day.isoformat(), f"weekday = publication day, {told}")
    if tense == "future" or (value.way == "this" and tense != "past"):
        return Answer((day + dt.timedelta(ahead)).isoformat(), f"weekday = the next after publication day, {told}")
    return Answer((day - dt.timedelta(7 - ahead)).isoformat(), f"weekday = the last before publication day, {told}")


def _weekday_from_mention(value: Weekday, setting: Setting) -> Answer:
    day = _day_before(value, setting)
    if day is None:
        return Answer(None, NO_MENTION)
    ahead = (value.number - day.isoweekday()) % 7
    if value.way == "previous":
        return Answer((day - dt.timedelta((-ahead) % 7 or 7)).isoformat(), "weekday = the one before the last mention")
    return Answer((day + dt.timedelta(ahead or 7)).isoformat(), "weekday = the one after the last mention")


def _day_before(value: Weekday, setting: Setting) -> dt.date | None:
    """The day that "the previous Friday" goes back from: a Friday mentioned just before, else the last mention."""
    spans = [days(name) for name in setting.memory.recent(("day", "time"))]
    mentioned = [span[0] for span in spans if span]
    same = [day for day in mentioned if day.isoweekday() == value.number]
    return next(iter(same + mentioned), setting.published)


def _year_of(shift: Shift, setting: Setting) -> int | None:
    answer = _shift(shift, setting)
    return int(answer.value[:4]) if answer.value else None


def _chosen(candidates: Iterable[tuple[dt.date, dt.date, str]], way: str | None, setting: Setting) -> Answer:
    """The candidate that tense, "last" or "next", and nearness to the publication day ask for."""
    day = setting.published
    if day is None:
        return Answer(None, NO_DATE)
    spans = sorted(candidates)
    past = [s for s in spans if s[0] <= day]
    ahead = [s for s in spans if s[1] >= day]
    way = {"this past": "last", "previous": "last", "this coming": "next", "following": "next"}.get(way or "", way)
    if way == "last":
        return _first([s for s in reversed(spans) if s[1] < day], "the last before publication day")
    if way == "next":
        return _first([s for s in spans if s[0] > day], "the next after publication day")
    if way in ("this", "that"):
        holding = [
            s for s in spans if s[0] <= day <= s[1] + dt.timedelta(_MONTH)
        ]  # in March, "this winter" has just ended
        return _first(holding or [s for s in spans if s[0].year == day.year], "in the year of publication")
    return _by_tense(past, ahead, setting)


def _first(spans: list[tuple[dt.date, dt.date, str]], step: str) -> Answer:
    return Answer(spans[0][2], step) if spans else Answer(None, "unresolved: outside the calendar")


def _by_tense(
    past: list[tuple[dt.date, dt.date, str]], ahead: list[tuple[dt.date, dt.date, str]], setting: Setting
) -> Answer:
    day, tense = setting.published or dt.date.max, setting.tense
    if not past or not ahead:  # the ends of the calendar
        return Answer((past[-1:] or ahead)[0][2], "the only one")
    to_next, since_last = (ahead[0][0] - day).days, (day - past[-1][1]).days
    if tense == "future" or (tense in (None, "present") and to_next < since_last):
        return Answer(ahead[0][2], f"the next from publication day on, {tense or 'nearest'}")
    if since_last > _LONG_AGO and to_next <= _SOON and not setting.is_over:
        return Answer(ahead[0][2], "the nearest to publication day")
    return Answer(past[-1][2], f"the last up to publication day, {tense or 'no verb tells'}")


def _years(setting: Setting) -> range:
    """The years tried around publication; February 29 may be eight years off."""
    year = setting.published.year if setting.published else 1
    return range(max(1, year - 8), min(9998, year + 9))


def _day_alone(value: MonthDay, setting: Setting) -> Answer:
    """A day whose month is open: near publication, on its weekday where one is told."""
    day = setting.published
    if day is None:
        return Answer(None, NO_DATE)
    months = [m for m in (moved(day.replace(day=1), "month", n) for n in range(-_NEAR, _NEAR + 1)) if m]
    found = [d for d in (date_of(m.year, m.month, value.day) for m in months) if d]
    fitting = [d for d in found if value.weekday in (None, d.isoweekday())]
    if value.weekday is not None and fitting:
        nearest = min(fitting, key=lambda d: abs((d - day).days))
        return Answer(nearest.isoformat(), "in the month in which it has that weekday")
    return _chosen([(d, d, d.isoformat()) for d in found], value.way, setting)


def _month_day(value: MonthDay, setting: Setting) -> Answer:
    if value.month is None:
        return _day_alone(value, setting)
    event = _day_of_event(value, setting)
    if event:
        return Answer(event, "the day that names what happened on it")
    if value.year:
        year = _year_of(value.year, setting)
        date = date_of(year, value.month, value.day) if year else None
        return Answer(date.isoformat() if date else None, "in the year told" if date else NO_DATE)
    return _day_of_a_year(value, value.month, setting)


def _day_of_a_year(value: MonthDay, month: int, setting: Setting) -> Answer:
    if setting.published is None:
        return Answer(None, NO_DATE)
    found = [d for d in (date_of(y, month, value.day) for y in _years(setting)) if d]
    if not found:
        return Answer(None, "unresolved: there is no such day")
    answer = _chosen([(d, d, d.isoformat()) for d in found], value.way, setting)
    return answer if value.weekday is None else _on_weekday(answer, found, value.weekday, setting.published)


def _on_weekday(answer: Answer, found: list[dt.date], weekday: int, published: dt.date) -> Answer:
    """The answer where it has the weekday told; else a year not far off that has it; else with the fault noted."""
    day = dt.date.fromisoformat(answer.value) if answer.value else None
    if day is None or day.isoweekday() == weekday:
        return answer
    near = [d for d in found if d.isoweekday() == weekday and abs((d - published).days) <= _LONG_AGO]
    if near:
        return Answer(near[0].isoformat(), "in the year in which it has that weekday")
    return Answer(answer.value, f"{answer.step}, but that day was a {weekday_name(day)}")


def _day_of_event(value: MonthDay, setting: Setting) -> str | None:
    """The full date of a day that stands for an event ("the January 6 attack")."""
    key = f"{value.month:02d}-{value.day:02d}"
    for event in lexicon("not_dates")["day_with_event"]:
        is_later = setting.published is not None and setting.published.isoformat() >= event["date"]
        if event["day"] == key and setting.after in event["words"] and is_later and value.year is None:
            return str(event["date"])
    return None


def _spans(names: Iterable[str]) -> list[tuple[dt.date, dt.date, str]]:
    return [(*span, name) for name in names if (span := days(name))]


def _in_year(value: Month | Season, name: str, setting: Setting) -> Answer:
    if value.year:
        year = _year_of(value.year, setting)
        return Answer(f"{year:04d}-{name}", "in the year told") if year else Answer(None, NO_DATE)
    return _chosen(_spans(f"{y:04d}-{name}" for y in _years(setting)), value.way, setting)


def _month(value: Month, setting: Setting) -> Answer:
    return _in_year(value, f"{value.number:02d}", setting)


def _nth_of_month(value: NthOfMonth, setting: Setting) -> Answer:
    answer = resolve(value.month, setting)
    span = days(answer.value) if answer.value else None
    if span is None:
        return answer
    first, last = span
    if value.weekday is not None:
        day = nth_weekday(first.year, first.month, value.weekday, value.which)
        return Answer(day.isoformat() if day else None, f"counted in its month; {answer.step}")
    # A week belongs to the month its Thursday is in, as in ISO 8601.
    day = last - dt.timedelta(3) if value.which < 0 else first + dt.timedelta(3 + 7 * (value.which - 1))
    return Answer(week_value(day), f"week counted in its month; {answer.step}")


def _season(value: Season, setting: Setting) -> Answer:
    answer = _in_year(value, value.name, setting)
    reported = _just_over(value, setting) if setting.published and not (value.year or value.way) else None
    is_far = answer.value is not None and answer.value[:4] > str(setting.published or "")[:4]
    if reported and is_far:
        return Answer(reported, "the quarter that has just ended")
    return replace(answer, is_aside=value.name[0] in "QH" and _is_ahead(answer, setting))


def _is_ahead(answer: Answer, setting: Setting) -> bool:
    """Whether a quarter is to come or still runs: figures that follow are not told of it."""
    span = days(answer.value) if answer.value else None
    runs = bool(span and setting.published and span[1] >= setting.published)
    return runs and setting.tense != "past"


def _just_over(value: Season, setting: Setting) -> str | None:
    """A quarter or half that ended a short while ago: what is expected of it is its report."""
    day = setting.published or dt.date.min
    spans = _spans(
        f"{year:04d}-{value.name}" for year in (day.year - 1, day.year) if value.name[0] in "QH" and year > 0
    )
    return next((name for _, last, name in spans if 0 < (day - last).days <= _REPORTED), None)


def _week(value: Week, setting: Setting) -> Answer:
    return _chosen(_spans(f"{year:04d}-W{value.number:02d}" for year in _years(setting)), None, setting)


def _same_in(value: SameIn, setting: Setting) -> Answer:
    base = setting.recalled((value.unit,))
    if base is None:
        return Answer(None, NO_MENTION)
    return Answer(
        value_at(base[0].replace(year=value.year), value.unit), f"the {value.unit} last mentioned", is_aside=True
    )


def _then(_value: Then, setting: Setting) -> Answer:
    last = setting.memory.last()
    return Answer(last, "the time last mentioned") if last else Answer(None, NO_MENTION)


def _named(value: NamedDay, setting: Setting) -> Answer:
    if value.year:
        year = _year_of(value.year, setting)
        day = named_day(value.name, year) if year else None
        return Answer(day.isoformat() if day else None, "in the year told" if day else NO_DATE)
    found = [d for d in (named_day(value.name, y) for y in _years(setting)) if d]
    return _chosen([(d, d, d.isoformat()) for d in found], value.way, setting)


def _weekend(value: Weekend, setting: Setting) -> Answer:
    day = setting.published
    if value.way in ("that", "same"):
        base = setting.recalled(("day", "time", "weekend"))
        day = base[0] if base else day
        return Answer(f"{week_value(day)}-WE", "weekend of the last mention") if day else Answer(None, NO_MENTION)
    if day is None:
        return Answer(None, NO_DATE)
    weeks = {"last": -1, "past": -1, "this past": -1, "previous": -1, "next": 1, "following": 1}.get(value.way or "", 0)
    is_running = day.isoweekday() >= _SATURDAY
    if value.way is None and not is_running and setting.tense != "future":
        weeks = -1
    return Answer(f"{week_value(day + dt.timedelta(7 * weeks))}-WE", "weekend counted from publication day")


def _after(value: After, setting: Setting) -> Answer:
    base = resolve(value.base, setting)
    if isinstance(value.base, Weekday) and setting.published and value.base.way is None:
        base = _weekday(Weekday(value.base.number, "coming"), setting)
    span = days(base.value) if base.value else None
    target = moved(span[0], value.unit, value.count) if span else None
    return Answer(value_at(target, value.grain) if target else None, f"counted from the day named; {base.step}")


def _clock(value: Clock, setting: Setting) -> Answer:
    day = value.day
    if day is None:
        recalled = setting.memory.last(("day", "time"))
        if recalled:
            return Answer(recalled[:10] + value.time, "on the day last mentioned")
        day = Shift("day", 0, "published")
    answer = resolve(day, setting)
    span = days(answer.value) if answer.value else None
    return Answer(span[0].isoformat() + value.time if span else None, answer.step)


_RESOLVERS: Mapping[type, Callable[[Any, Setting], Answer]] = {
    Fixed: _plain,
    DigitDate: _digit_date,
    Reference: _plain,
    Repeat: _plain,
    Length: _plain,
    Shift: _shift,
    Weekday: _weekday,
    MonthDay: _month_day,
    Month: _month,
    NthOfMonth: _nth_of_month,
    Season: _season,
    Week: _week,
    SameIn: _same_in,
    Then: _then,
    NamedDay: _named,
    Weekend: _weekend,
    After: _after,
    Clock: _clock,
}
