"""Ranges whose ends were resolved apart: the end is never before the start ("Monday to Friday")."""

from checker.extraction.times.open_values import Month, MonthDay, Open, Weekday
from checker.extraction.times.setting import Answer
from checker.extraction.times.shift import moved, value_at
from checker.values.timex import days, grain

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


def _moved(answer: Answer, unit: str, count: int) -> Answer:
    span = days(answer.value or "")
    target = moved(span[0], unit, count) if span else None
    fine = grain(answer.value or "")
    if target is None or fine not in ("day", "month"):
        return answer
    return answer._replace(value=value_at(target, fine), step=f"{answer.step}, {_STEP}")
