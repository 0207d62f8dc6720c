"""How each open value becomes a value of the calendar; every answer says the reading it used."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from checker.extraction.times import faults
from checker.extraction.times.candidates import chosen, spans, years
from checker.extraction.times.faults import fault_words
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
from checker.extraction.times.setting import NO_DATE, NO_MENTION, OUTSIDE, TOO_FAR, Answer, Setting
from checker.extraction.times.shift import around, moved, value_at
from checker.extraction.times.shifts import resolve_shift, year_of
from checker.extraction.times.weekdays import resolve_weekday, resolve_weekend
from checker.language.calendar import date_of, named_day
from checker.language.lexicon import lexicon
from checker.language.patterns import pattern
from checker.values.timex import days, week_value

_THAT_DAY = Shift("day", 0, "told")
_LEAP_YEAR = 2000  # has every day that any year has
_LAST_YEAR = 9999
_OF_AN_EVENT = pattern(r"(?i)^\s(?:[\w-]+\s){1,2}(?:days?|weeks?|months?)\s(?:before|after)\b")
_BESIDE = {"that": 0, "following": 1, "previous": -1}  # words that tell a month or season by the last mention
_NEAR = 6  # months around publication in which a day of an open month is looked for
_FAR = 270  # days: a year in which a day has the weekday told is looked for so near
_REPORTED = 75  # days within which the figures of a quarter are reported
_QUARTER_MONTHS = 3


def resolve(value: Open, setting: Setting) -> Answer:
    """The calendar value an open value has in its setting."""
    try:
        return _RESOLVERS[type(value)](value, setting)
    except OverflowError:  # the Monday after the last day of year 9999
        return Answer(None, OUTSIDE)


def is_stated(value: Open) -> bool:
    """Whether the words alone fix it, whatever the publication day ("February 24, 2022", "noon on 3 May 2020")."""
    if isinstance(value, _OF_DAYS):
        day = value.base if isinstance(value, After) else value.day
        return day is not None and is_stated(day)
    return isinstance(value, _STATED)


_OF_DAYS, _STATED = (Clock, After, Overnight), (Fixed, DigitDate, Reference, Repeat, Length)


def is_comparison(value: Open) -> bool:
    """Whether the words only compare ("a year earlier"): what follows still goes on from what stood before."""
    return isinstance(value, Shift) and value.base in ("either", "period", "year told", "quarter")


def is_span_of_figures(value: Open) -> bool:
    """Whether the words are a span of months or a year that figures are told of, not a quarter's three months."""
    return isinstance(value, Length) and value.unit in ("month", "year") and value.low not in (0.5, _QUARTER_MONTHS)


def _plain(value: Fixed | Reference | Repeat | Length, _setting: Setting) -> Answer:
    return _faulty(value, "as stated") if isinstance(value, Fixed) else Answer(value.value, "as stated")


def _faulty(value: Fixed, step: str) -> Answer:
    """A stated date, with its fault where it has one."""
    if value.fault is None:
        return Answer(value.value, step)
    return Answer(value.value, f"{step}, but {fault_words(value.fault, value.value)}", fault=value.fault)


def _digit_date(value: DigitDate, setting: Setting) -> Answer:
    """Day or month first as the document's evidence tells; else month first. A reading that may be is noted."""
    order = setting.order
    one, other = value.month_first, value.day_first
    if order is None:
        return _faulty(one, f"month first, or {other.value} if the day is")
    if order.is_day_first:
        one, other = other, one
    return _faulty(one, order.reason if order.is_sure else f"{order.reason}, or {other.value}")


def _day_alone(value: MonthDay, setting: Setting) -> Answer:
    """A day whose month is open: near publication, on its weekday where one is told."""
    day = setting.published
    if value.year:
        return _day_of_month_told(value, value.year, setting)
    if day is None:
        return Answer(None, NO_DATE)
    months = [m for m in (moved(day.replace(day=1), "month", n) for n in range(-_NEAR, _NEAR + 1)) if m]
    found = [d for d in (date_of(m.year, m.month, value.day) for m in months) if d]
    fitting = [d for d in found if value.weekday in (None, d.isoweekday())]
    if value.weekday is not None and fitting:
        nearest = min(fitting, key=lambda d: abs((d - day).days))
        return Answer(nearest.isoformat(), "in the month in which it has that weekday")
    return chosen([(d, d, d.isoformat()) for d in found], value.way, setting)


def _day_of_month_told(value: MonthDay, month: Shift, setting: Setting) -> Answer:
    answer = resolve_shift(month, setting)
    span = days(answer.value) if answer.value else None
    day = date_of(span[0].year, span[0].month, value.day) if span else None
    return answer._replace(value=day.isoformat() if day else None)


def _month_day(value: MonthDay, setting: Setting) -> Answer:
    if value.month is None:
        return _day_alone(value, setting)
    if date_of(_LEAP_YEAR, value.month, value.day) is None:
        return Answer(None, "unresolved: there is no such day", fault=faults.IMPOSSIBLE)
    event = _day_of_event(value, setting)
    if event:
        return Answer(event, "the day that names what happened on it")
    if value.year:
        year = year_of(value.year, setting)
        date = date_of(year, value.month, value.day) if year else None
        return Answer(date.isoformat() if date else None, "in the year told" if date else NO_DATE)
    return _day_of_a_year(value, value.month, setting)


def _day_of_a_year(value: MonthDay, month: int, setting: Setting) -> Answer:
    if setting.published is None:
        return Answer(None, NO_DATE)
    found = [d for d in (date_of(y, month, value.day) for y in years(setting)) if d]
    if not found:
        return Answer(None, OUTSIDE)
    answer = chosen([(d, d, d.isoformat()) for d in found], value.way, setting)
    return answer if value.weekday is None else _on_weekday(answer, found, value.weekday, setting.published)


def _on_weekday(answer: Answer, found: list[dt.date], weekday: int, published: dt.date) -> Answer:
    """The answer where it has the weekday told; else a year not far off that has it; else with the fault noted."""
    day = dt.date.fromisoformat(answer.value) if answer.value else None
    if day is None or day.isoweekday() == weekday:
        return answer
    near = [d for d in found if d.isoweekday() == weekday and abs((d - published).days) <= _FAR]
    if near:
        return Answer(near[0].isoformat(), "in the year in which it has that weekday")
    told = fault_words(faults.WEEKDAY, answer.value or "")
    return answer._replace(step=f"{answer.step}, but {told}", fault=faults.WEEKDAY)


def _day_of_event(value: MonthDay, setting: Setting) -> str | None:
    """The full date of a day that stands for an event ("the January 6 attack")."""
    key = f"{value.month:02d}-{value.day:02d}"
    for event in lexicon("not_dates")["day_with_event"]:
        is_later = setting.published is not None and setting.published.isoformat() >= event["date"]
        if event["day"] == key and setting.after in event["words"] and is_later and value.year is None:
            return str(event["date"])
    return None


def _in_year(value: Month | Season, name: str, setting: Setting) -> Answer:
    if value.year:
        year = year_of(value.year, setting)
        return Answer(f"{year:04d}-{name}", "in the year told") if year else Answer(None, NO_DATE)
    if value.way in _BESIDE:
        return _beside_mention(name, _BESIDE[value.way], setting)
    return chosen(spans(f"{y:04d}-{name}" for y in years(setting)), value.way, setting)


def _beside_mention(name: str, way: int, setting: Setting) -> Answer:
    """'That summer' is of the year last mentioned, 'the following spring' the first after the last mention."""
    last = setting.memory.last()
    base = days(last) if last else None
    if base is None:
        return Answer(None, NO_MENTION)
    near = spans(f"{base[0].year + n:04d}-{name}" for n in (-1, 0, 1) if 0 < base[0].year + n < _LAST_YEAR)
    fitting = {
        0: [span for span in near if span[0].year == base[0].year],
        1: [span for span in near if span[0] > base[0]],
        -1: [span for span in near[::-1] if span[1] < base[0]],
    }[way]
    return Answer(fitting[0][2], "from the last mention", last) if fitting else Answer(None, OUTSIDE)


def _month(value: Month, setting: Setting) -> Answer:
    return _in_year(value, f"{value.number:02d}", setting)


def _nth_of_month(value: NthOfMonth, setting: Setting) -> Answer:
    answer = resolve(value.month, setting)
    span = days(answer.value) if answer.value else None
    if span is None:
        return answer
    first, last = span
    if value.weekday is not None or value.unit == "day":
        day = _nth_day(value, first, last)
        if day is None:
            return Answer(None, "unresolved: there is no such day", fault=faults.IMPOSSIBLE)
        return answer._replace(value=day.isoformat(), step=f"in its month or year, {answer.step}")
    # A week belongs to the month its Thursday is in, as in ISO 8601.
    day = last - dt.timedelta(3) if value.which < 0 else first + dt.timedelta(3 + 7 * (value.which - 1))
    return answer._replace(value=week_value(day), step=f"week of its month or year, {answer.step}")


def _nth_day(value: NthOfMonth, first: dt.date, last: dt.date) -> dt.date | None:
    """A day, or a weekday, counted from the first or the last day of a month or year; None outside it."""
    if value.weekday is None:
        return last if value.which < 0 else first
    if value.which < 0:
        return last - dt.timedelta((last.isoweekday() - value.weekday) % 7)
    day = first + dt.timedelta((value.weekday - first.isoweekday()) % 7 + 7 * (value.which - 1))
    return day if day <= last else None


def _season(value: Season, setting: Setting) -> Answer:
    answer = _in_year(value, value.name, setting)
    reported = _just_over(value, setting) if setting.published and not (value.year or value.way) else None
    span = days(answer.value) if answer.value else None
    if reported and span and setting.published and span[0] > setting.published:
        return Answer(reported, "the quarter that has just ended")
    return answer._replace(is_aside=value.name[0] in "QH" and _is_ahead(answer, setting))


def _is_ahead(answer: Answer, setting: Setting) -> bool:
    """Whether a quarter is to come or still runs: figures that follow are not told of it."""
    span = days(answer.value) if answer.value else None
    runs = bool(span and setting.published and span[1] >= setting.published)
    return runs and setting.tense != "past"


def _just_over(value: Season, setting: Setting) -> str | None:
    """A quarter or half that ended a short while ago: what is expected of it is its report."""
    day = setting.published or dt.date.min
    near = [year for year in (day.year - 1, day.year) if value.name[0] in "QH" and year > 0]
    told = spans(f"{year:04d}-{value.name}" for year in near)
    return next((name for _, last, name in told if 0 < (day - last).days <= _REPORTED), None)


def _week(value: Week, setting: Setting) -> Answer:
    return chosen(spans(f"{year:04d}-W{value.number:02d}" for year in years(setting)), None, setting)


def _same_in(value: SameIn, setting: Setting) -> Answer:
    last = setting.memory.last((value.unit,))
    base = days(last) if last else None
    if base is None:
        return Answer(f"{value.year:04d}", f"the year stated, nothing before it tells which {value.unit}")
    told = value_at(base[0].replace(year=value.year), value.unit)
    return Answer(told, f"the {value.unit} last mentioned", last, is_aside=True)


def _then(_value: Then, setting: Setting) -> Answer:
    last = setting.memory.last()
    if last and not setting.memory.is_near(last, setting.place):
        return Answer(None, TOO_FAR)
    return Answer(last, "the time last mentioned", last) if last else Answer(None, NO_MENTION)


def _named(value: NamedDay, setting: Setting) -> Answer:
    if value.year:
        year = year_of(value.year, setting)
        day = named_day(value.name, year) if year else None
        return Answer(around(day, value.span) if day else None, "in the year told" if day else NO_DATE)
    found = [d for d in (named_day(value.name, y) for y in years(setting)) if d]
    return chosen(spans(around(d, value.span) for d in found), value.way, setting)


def _year_end(value: YearEnd, setting: Setting) -> Answer:
    """'Since year-end' means the last day of the year before; else the end is that of the year that runs."""
    if setting.published is None:
        return Answer(None, NO_DATE)
    if value.count is None and setting.is_start:
        return Answer(f"{setting.published.year - 1:04d}-12-31", "the day on which the year before ended")
    return resolve_shift(Shift("year", value.count or 0, "published"), setting)


def _after(value: After, setting: Setting) -> Answer:
    base = resolve(value.base, setting)
    is_ahead = value.count > 0 and isinstance(value.base, Weekday) and value.base.way is None
    if is_ahead and setting.published and isinstance(value.base, Weekday):
        base = resolve_weekday(Weekday(value.base.number, "coming"), setting)
    span = days(base.value) if base.value else None
    target = moved(span[0], value.unit, value.count) if span else None
    told = value_at(target, value.grain) if target else None
    return Answer(told, f"counted from the day named, {base.step}", base.value)


def _clock(value: Clock, setting: Setting) -> Answer:
    day = value.day
    if day is None:
        if _OF_AN_EVENT.match(setting.find_clause()[1]):  # "at 8 p.m. nine days before the theft"
            return Answer(None, NO_MENTION)
        recalled = next((one for one in setting.memory.days_of_events() if not _is_to_come(one, setting)), None)
        if recalled:
            return _recalled_clock(value, recalled, setting)
        day = Shift("day", 0, "published")
    if day == _THAT_DAY and setting.tense not in ("past", "future"):
        return Answer(None, "unresolved: told of no one day")
    answer = resolve(day, setting)
    span = days(answer.value) if answer.value else None
    return answer._replace(value=span[0].isoformat() + value.time if span else None)


def _is_to_come(day: str, setting: Setting) -> bool:
    """Whether a day lies ahead of what is told of the past: "bailed until May 20. He was seen at about [11pm]"."""
    return setting.published is not None and day > setting.published.isoformat() and setting.tense == "past"


def _recalled_clock(value: Clock, recalled: str, setting: Setting) -> Answer:
    """A clock time on the day mentioned before, where that stands near, or is the publication day anyway."""
    day = recalled[: len("2025-02-11")]
    is_today = setting.published is not None and day == setting.published.isoformat()
    if not is_today and not setting.memory.is_near(recalled, setting.place):
        return Answer(None, TOO_FAR)
    return Answer(day + value.time, "on the day last mentioned", recalled)


def _overnight(value: Overnight, setting: Setting) -> Answer:
    """A night with the days on both sides of it; its value is that of the evening it begins in."""
    if value.day is not None:
        return _night_of(value, setting)
    if setting.published is None:
        return Answer(None, NO_DATE)
    is_ahead = setting.tense == "future"
    evening = setting.published if is_ahead else moved(setting.published, "day", -1)
    return _night(Answer(None, f"the night that {'begins' if is_ahead else 'ended'} on publication day"), evening, 0, 1)


def _night_of(value: Overnight, setting: Setting) -> Answer:
    """Said with a day alone, it is the night before that day or the one after it."""
    base = resolve(value.day, setting) if value.day else Answer(None, NO_DATE)
    span = days(base.value) if base.value else None
    if span is None:
        return base._replace(value=None)
    if value.is_into:
        return _night(base._replace(step=f"the night before, {base.step}"), moved(span[0], "day", -1), 0, 1)
    is_over = setting.published is not None and setting.tense == "past" and span[0] >= setting.published
    return _night(base._replace(step=f"a night of it, {base.step}"), span[0], -1, 0 if is_over else 1)


def _night(answer: Answer, evening: dt.date | None, before: int, after: int) -> Answer:
    first, last = (moved(evening, "day", count) if evening else None for count in (before, after))
    if evening is None or first is None or last is None:
        return Answer(None, OUTSIDE)
    return answer._replace(value=f"{evening.isoformat()}TNI", span=(first, last))


_RESOLVERS: Mapping[type, Callable[[Any, Setting], Answer]] = {
    Fixed: _plain,
    DigitDate: _digit_date,
    Reference: _plain,
    Repeat: _plain,
    Length: _plain,
    Shift: resolve_shift,
    Weekday: resolve_weekday,
    MonthDay: _month_day,
    Month: _month,
    NthOfMonth: _nth_of_month,
    Season: _season,
    Week: _week,
    SameIn: _same_in,
    Then: _then,
    NamedDay: _named,
    Weekend: resolve_weekend,
    YearEnd: _year_end,
    After: _after,
    Clock: _clock,
    Overnight: _overnight,
}
