"""Resolves days of the week and weekends."""

import datetime as dt

from checker.extraction.times.open_values import Weekday, Weekend
from checker.extraction.times.setting import NO_DATE, NO_MENTION, Answer, Setting
from checker.values.timex import days, week_value

_SATURDAY = 6
_WEEKS_AHEAD = {"next": 1, "after next": 2}
# Words that look back from the publication day: weeks before the last one, and how it is told.
_BACK = {
    "last": (0, "the last before publication day"),
    "past": (0, "the last before publication day"),
    "this past": (0, "the last before publication day"),
    "before last": (1, "the last but one before publication day"),
}
_WEEKENDS = {
    "last": -1,
    "past": -1,
    "this past": -1,
    "previous": -1,
    "next": 1,
    "following": 1,
    "before last": -2,
    "after next": 2,
}  # weeks from now


def resolve_weekday(value: Weekday, setting: Setting) -> Answer:
    """The day a weekday means: by "last" and "next", else by the tense of its verb, publication day included."""
    if value.way in ("previous", "following") or value.way == "the next":
        return _weekday_from_mention(value, setting)
    day = setting.published
    if day is None:
        return Answer(None, NO_DATE)
    if value.week is not None or value.way in _WEEKS_AHEAD:
        weeks = _WEEKS_AHEAD[value.way or ""] if value.week is None else value.week
        monday = day - dt.timedelta(day.isoweekday() - 1)
        target = monday + dt.timedelta(7 * weeks + value.number - 1)
        return Answer(
            target.isoformat(), f"weekday = that of the week counted from publication{_coming(value, target, day)}"
        )
    return _plain_weekday(value, day, setting)


def _coming(value: Weekday, target: dt.date, day: dt.date) -> str:
    """The second reading of "next Friday", which some say of the coming one."""
    other = target - dt.timedelta(7)
    is_open = value.way == "after next" or (value.way == "next" and other > day)
    return f", or {other} if the coming one is meant" if is_open else ""


def _plain_weekday(value: Weekday, day: dt.date, setting: Setting) -> Answer:
    ahead = (value.number - day.isoweekday()) % 7
    if value.way in ("coming", "this coming"):
        return Answer((day + dt.timedelta((ahead or 7) + 7 * value.after)).isoformat(), "weekday = the coming one")
    if value.way in _BACK:
        weeks, step = _BACK[value.way]
        return Answer((day - dt.timedelta(((-ahead) % 7 or 7) + 7 * weeks)).isoformat(), f"weekday = {step}")
    tense = setting.tense
    told = f"{tense} tense" if tense else "no verb tells"
    if ahead == 0:
        return Answer(day.isoformat(), f"weekday = publication day, {told}")
    if tense == "future" or (value.way == "this" and tense != "past"):
        return Answer((day + dt.timedelta(ahead)).isoformat(), f"weekday = the next after publication day, {told}")
    other = "" if tense == "past" else f", or {day + dt.timedelta(ahead)} if it is to come"
    return Answer(
        (day - dt.timedelta(7 - ahead)).isoformat(), f"weekday = the last before publication day, {told}{other}"
    )


def _weekday_from_mention(value: Weekday, setting: Setting) -> Answer:
    day = _day_before(value, setting)
    if day is None:
        return Answer(None, NO_MENTION)
    ahead = (value.number - day.isoweekday()) % 7
    if value.way == "previous":
        target = day - dt.timedelta((-ahead) % 7 or 7)
        return Answer(target.isoformat(), "weekday = the one before the last mention", day.isoformat())
    target = day + dt.timedelta(ahead or 7)
    return Answer(target.isoformat(), "weekday = the one after the last mention", day.isoformat())


def _day_before(value: Weekday, setting: Setting) -> dt.date | None:
    """The day that "the previous Friday" goes back from: a Friday mentioned just before, else the last mention."""
    spans = [days(name) for name in setting.memory.recent(("day", "time"))]
    mentioned = [span[0] for span in spans if span]
    same = [day for day in mentioned if day.isoweekday() == value.number]
    return next(iter(same + mentioned), setting.published)


def resolve_weekend(value: Weekend, setting: Setting) -> Answer:
    """The weekend, told as WE of its ISO week."""
    day = setting.published
    if value.way in ("that", "same"):
        base = setting.recalled(("day", "time", "weekend"))
        told = f"{week_value(base[0])}-WE" if base else None
        return Answer(told, "weekend of the last mention" if told else NO_MENTION, told)
    mentioned = setting.recalled(("day", "time", "weekend", "week"))
    if value.way in ("previous", "following") and mentioned:
        near = mentioned[0] + dt.timedelta(7 if value.way == "following" else -7)
        return Answer(f"{week_value(near)}-WE", "weekend beside the last mention", str(mentioned[0]))
    if day is None:
        return Answer(None, NO_DATE)
    weeks = _WEEKENDS.get(value.way or "", 0)
    is_running = day.isoweekday() >= _SATURDAY
    if value.way is None and not is_running and setting.tense != "future":
        weeks = -1
    return Answer(f"{week_value(day + dt.timedelta(7 * weeks))}-WE", "weekend counted from publication day")
