"""Ranges whose ends were resolved apart: the end is never before the start ("Monday to Friday")."""

from checker.extraction.times.absolute import stated_day
from checker.extraction.times.open_values import Clock, Fixed, Month, MonthDay, Open, Weekday
from checker.extraction.times.setting import Answer
from checker.extraction.times.shift import moved, value_at
from checker.language.patterns import pattern
from checker.values.timex import days, grain

_YEAR_AND_MONTH = pattern(r"(\d{4})-(\d\d)(?:-\d\d)?")
_AGAIN = {Weekday: "week", MonthDay: "year", Month: "year"}  # when the same name comes again
_STEP = "moved so that the range runs forward"


def in_order(start: Answer, end: Answer, value: Open, *, is_past: bool) -> tuple[Answer, Answer]:
    """Both ends of a range in their order: what is past began before, anything else ends later.

    Args:
        start: the resolved start.
        end: the resolved end.
        value: the open value of the end.
        is_past: whether the verb tells of the past.

    """
    one, two = (days(answer.value) if answer.value else None for answer in (start, end))
    unit = _AGAIN.get(type(value))
    if one is None or two is None or unit is None or one[0] <= two[0]:
        return start, end
    return (_moved(start, unit, -1), end) if is_past else (start, _moved(end, unit, 1))


def sharing(start: Open, end: Open) -> Open:
    """The start of a range with what only its end tells: the year, or the day of a clock time.

    "From late May to June 2023" begins in 2023, "from October to March 2024" in the year before.
    """
    if isinstance(start, Clock) and isinstance(end, Clock) and start.day is None:
        return Clock(start.time, end.day)
    told = _YEAR_AND_MONTH.fullmatch(end.value) if isinstance(end, Fixed) else None
    if told is None or not isinstance(start, Month | MonthDay) or start.year or start.way:
        return start
    month = start.number if isinstance(start, Month) else start.month
    if month is None:
        return start
    year = int(told.group(1) or 0) - (month > int(told.group(2) or 0))
    return (
        Fixed(f"{year:04d}-{month:02d}")
        if isinstance(start, Month)
        else stated_day(year, month, start.day, start.weekday)
    )


def _moved(answer: Answer, unit: str, count: int) -> Answer:
    span = days(answer.value or "")
    target = moved(span[0], unit, count) if span else None
    fine = grain(answer.value or "")
    if target is None or fine not in ("day", "month"):
        return answer
    return answer._replace(value=value_at(target, fine), step=f"{answer.step}, {_STEP}")
