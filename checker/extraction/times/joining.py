"""Joins expressions that stand side by side into one: a clock time and its day, "a week from Tuesday"."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from checker.extraction.times.absolute import stated_day
from checker.extraction.times.clocks import in_part
from checker.extraction.times.grammar import S
from checker.extraction.times.open_values import (
    After,
    Clock,
    DigitDate,
    Fixed,
    Length,
    MonthDay,
    NamedDay,
    NthOfMonth,
    Open,
    Overnight,
    Shift,
    Weekday,
)
from checker.extraction.times.ordered import sharing
from checker.extraction.times.rule import Found
from checker.extraction.times.shift import is_counted
from checker.language.calendar import PARTS_OF_DAY
from checker.language.patterns import pattern

_DAY_LENGTH = len("2025-02-11")
_GAP = pattern(rf"(?:{S}on{S}|,{S}(?:on{S})?|{S})?")
_GAP_AT = pattern(rf",?{S}(?:at{S}|about{S}|around{S})?")
_BLANK = pattern(S)
_NOW = tuple(Shift(unit, 0, "published") for unit in ("day", "week", "month"))
_INTO = pattern(rf"{S}into{S}(?:early{S})?")
_COMMA = pattern(rf",?{S}")
_FROM = pattern(rf"{S}from{S}")
_BESIDE = pattern(rf"{S}(?P<way>after|before){S}")
_DAY_BESIDE = pattern(rf"(?i:(?:the{S})?day{S}(?P<way>after|before)){S}$")
_COUNTED = pattern(r"(?i)[\w-]+\s+(?:days?|weeks?)")  # and nothing such as "trading days"
_PART_BEHIND = pattern(rf"{S}(?:(?:early|late){S})?(?P<part>(?i:morning|afternoon|evening|night|lunchtime))")
_PART_BEFORE = pattern(
    rf"(?:(?:the{S})?(?:early|late){S})?(?:the{S})?(?:(?:early|small){S}hours{S}of{S}(?:the{S}morning{S}(?:of|on){S})?|\b(?P<part>dawn|morning|afternoon|evening|night|dusk){S}(?:of|on){S})$"
)
_BAR = pattern(r"[ ]?[-–—/][ ]?")
_OPENED, _CLOSED = pattern(rf"{S}?[(]{S}?"), pattern(rf"^{S}?[)]")
_TO = pattern(rf"{S}(?:to|until|till|through){S}")
_DATED = ("date", "time")
_LONGEST = 40  # characters a part of the day before its day may take


def compose(text: str, found: Iterable[Found]) -> list[Found]:
    """The expressions of a text, in order, with those that form one time joined."""
    joined: list[Found] = []
    for one in found:
        current = _with_part(text, _day_beside(text, one))
        if joined and current.start < joined[-1].end:  # "in the evening on Friday": the part was found alone before
            current = _over(joined.pop(), current)
        both = _join(text, joined[-1], current) if joined else None
        if both:
            joined[-1] = both
        else:
            joined.append(current)
    return joined


def _over(part: Found, day: Found) -> Found:
    """A part of the day, or an hour of it, that was found alone, and its day: "six in the evening on Friday"."""
    day = day._replace(start=min(day.start, part.start))
    is_hour = isinstance(part.open, Clock) and part.open.time not in _PART_CODES
    if is_hour and isinstance(part.open, Clock) and isinstance(day.open, Clock):
        return day._replace(name=part.name, open=Clock(part.open.time, day.open.day))
    return day


def with_roles(text: str, found: Iterable[Found]) -> list[Found]:
    """The expressions with role start and end where the form tells: "from 2014 to 2016", "3-5 May"."""
    told = list(found)
    for i in range(len(told) - 1):
        left, right = told[i], told[i + 1]
        if _is_range(text, left, right):
            shared = sharing(left.open, right.open)
            told[i], told[i + 1] = left._replace(role="start", open=shared), right._replace(role="end")
    return told


def _is_range(text: str, left: Found, right: Found) -> bool:
    if left.kind not in _DATED or right.kind not in _DATED or right.start - left.end > len(" through "):
        return False
    gap, opening = text[left.end : right.start], text[max(0, left.start - len("between ")) : left.start].lower()
    if _BAR.fullmatch(gap):
        return True
    if _TO.fullmatch(gap):
        return opening.endswith("from ") or left.name == right.name
    return gap == " and " and opening == "between "


_DAYS = (DigitDate, Weekday, MonthDay, After)


def is_day(value: Open) -> bool:
    """Whether an open value names one day."""
    if isinstance(value, Fixed):
        return len(value.value) == _DAY_LENGTH and "-W" not in value.value
    if isinstance(value, Shift):
        return value.unit == "day"
    if isinstance(value, NthOfMonth):
        return value.weekday is not None
    if isinstance(value, NamedDay):
        return value.span is None
    return isinstance(value, _DAYS)


def _join(text: str, left: Found, right: Found) -> Found | None:
    if right.start - left.end > len(", around the") or right.start < left.end:
        return None
    return next((both for join in _JOINS if (both := join(text, left, right))), None)


def _clock_of_day(text: str, left: Found, right: Found) -> Found | None:
    """'5 p.m. on Tuesday', 'Tuesday at 5 p.m.'."""
    gap = text[left.end : right.start]
    if isinstance(left.open, Clock) and left.open.day is None and is_day(right.open) and _GAP.fullmatch(gap):
        return left._replace(end=right.end, open=Clock(left.open.time, right.open))
    if isinstance(right.open, Clock) and right.open.day is None and is_day(left.open) and _GAP_AT.fullmatch(gap):
        return left._replace(end=right.end, kind="time", name=right.name, open=Clock(right.open.time, left.open))
    return None


def _clock_in_part(text: str, left: Found, right: Found) -> Found | None:
    """'6:20 on Tuesday evening', 'half past six that evening'."""
    if not (isinstance(left.open, Clock) and left.open.day is None and isinstance(right.open, Clock)):
        return None
    gap = text[left.end : right.start]
    is_part = right.open.day is not None and right.open.time in _PART_CODES and _GAP.fullmatch(gap)
    time = in_part(text[left.start : left.end], right.open.time) if is_part else None
    return left._replace(end=right.end, open=Clock(time, right.open.day)) if time else None


_PART_CODES = frozenset(PARTS_OF_DAY.values())


def _weekday_of_digits(text: str, left: Found, right: Found) -> Found | None:
    """A bare weekday before a date in digits: "Monday, 03/02/2025"."""
    if not isinstance(left.open, Weekday) or left.open != Weekday(left.open.number):
        return None
    is_date = isinstance(right.open, Fixed | DigitDate) and right.name in ("date in digits", "date")
    date = _on_weekday(right.open, left.open.number) if is_date else None
    is_beside = bool(date) and bool(_COMMA.fullmatch(text[left.end : right.start]))
    return left._replace(end=right.end, name=right.name, open=date) if date and is_beside else None


def _night_of_day(text: str, left: Found, right: Found) -> Found | None:
    """'Overnight on Tuesday', 'overnight into Tuesday', 'Tuesday overnight'."""
    gap, night = text[left.end : right.start], None
    if isinstance(left.open, Overnight) and is_day(right.open):
        is_into = bool(_INTO.fullmatch(gap))
        is_beside = left.open.day is None and bool(_GAP.fullmatch(gap))
        night = Overnight(right.open, is_into) if is_into or is_beside else None
    elif isinstance(right.open, Overnight) and is_day(left.open) and _GAP.fullmatch(gap):
        night = Overnight(left.open)
    return left._replace(end=right.end, kind="time", name="night", open=night) if night else None


def _from_day(text: str, left: Found, right: Found) -> Found | None:
    """'A week from Tuesday'."""
    if not (isinstance(left.open, Length) and is_day(right.open) and _FROM.fullmatch(text[left.end : right.start])):
        return None
    if not is_counted(left.open.unit) or left.open.low % 1:  # "20 minutes from today"
        return None
    shift = After(left.open.unit, int(left.open.low), right.open)
    return left._replace(end=right.end, kind="date", name="shifted day", open=shift)


def _ago_from_day(text: str, left: Found, right: Found) -> Found | None:
    """'A week ago Tuesday', 'ten years ago today', 'five years ago this week'."""
    if not isinstance(left.open, Shift) or not text[left.start : left.end].lower().endswith(" ago"):
        return None
    is_bare = right.open == Weekday(right.open.number) if isinstance(right.open, Weekday) else right.open in _NOW
    if not is_bare or left.open.unit == "day" or not _BLANK.fullmatch(text[left.end : right.start]):
        return None
    grain = right.open.unit if isinstance(right.open, Shift) else "day"
    value = After(left.open.unit, left.open.count, right.open, grain)
    return left._replace(end=right.end, name="ago", open=value)


def _in_brackets(text: str, left: Found, right: Found) -> Found | None:
    """What the brackets behind a time tell of it: "10:35 a.m. (0735 GMT)", "on Tuesday (Feb. 11)"."""
    behind = _CLOSED.match(text[right.end : right.end + _LONGEST])
    if behind is None or not _OPENED.fullmatch(text[left.end : right.start]):
        return None
    end = right.end + behind.end()
    if isinstance(left.open, Clock) and isinstance(right.open, Clock) and right.name == "clock time":
        return left._replace(end=end)
    date = _on_weekday(right.open, left.open.number) if isinstance(left.open, Weekday) else None
    return left._replace(end=end, name="date", open=date) if date else None


def _on_weekday(value: Open, number: int) -> Open | None:
    """A date with the weekday told beside it; None for what is no date of a month."""
    if isinstance(value, MonthDay) and value.month:
        return replace(value, weekday=number)
    if isinstance(value, DigitDate):
        readings = [_on_weekday(one, number) for one in (value.month_first, value.day_first)]
        one, other = (reading for reading in readings if isinstance(reading, Fixed))
        sound = [reading for reading in (one, other) if reading.fault is None]
        return sound[0] if len(sound) == 1 else DigitDate(one, other)
    if isinstance(value, Fixed) and is_day(value):
        year, month, day = (int(part) for part in value.value.split("-"))
        return stated_day(year, month, day, number)
    return None


def _beside(text: str, left: Found, right: Found) -> Found | None:
    """Days or weeks counted from a named day: "two days after Christmas", "a week before Easter"."""
    gap = _BESIDE.fullmatch(text[left.end : right.start])
    is_counted = isinstance(left.open, Length) and left.open.low == left.open.high and left.hedge == "exact"
    if gap is None or not is_counted or not _COUNTED.fullmatch(text[left.start : left.end]) or not _is_named(right):
        return None
    return _counted_from(left.start, left.open, gap.group("way") or "", right)


def _counted_from(start: int, length: Open, way: str, day: Found) -> Found | None:
    if not isinstance(length, Length) or length.low % 1:
        return None
    count = int(length.low) * (1 if way == "after" else -1)
    value = After(length.unit, count, day.open, length.unit)
    return day._replace(
        start=start, phrase_start=start, name="counted from a day", open=value, hedge="exact", role=None
    )


def _is_named(found: Found) -> bool:
    """A holiday or a day of history, which stands in the calendar whatever happened on it."""
    return found.name == "holiday" and found.kind == "date"


def _day_beside(text: str, found: Found) -> Found:
    """The neighbour of a named day: "the day after Christmas"."""
    head = text[max(0, found.start - _LONGEST) : found.start]
    before = _DAY_BESIDE.search(head) if _is_named(found) else None
    if before is None:
        return found
    start = found.start - len(head) + before.start()
    value = After("day", 1 if (before.group("way") or "").lower() == "after" else -1, found.open, "day")
    return found._replace(
        start=start, phrase_start=start, name="counted from a day", open=value, hedge="exact", role=None
    )


_JOINS: tuple[Callable[[str, Found, Found], Found | None], ...] = (
    _clock_of_day,
    _clock_in_part,
    _weekday_of_digits,
    _night_of_day,
    _from_day,
    _ago_from_day,
    _in_brackets,
    _beside,
)


def _with_part(text: str, found: Found) -> Found:
    """A day with its part of the day: "Friday night", "the early hours of Thursday"."""
    if not is_day(found.open):
        return found
    behind = _PART_BEHIND.match(text[found.end : found.end + _LONGEST])
    if behind:
        part = PARTS_OF_DAY[str(behind.group("part")).casefold()]
        end = found.end + behind.end()
        return found._replace(end=end, kind="time", name="part of the day", open=Clock(part, found.open))
    head = text[max(0, found.start - _LONGEST) : found.start]
    before = _PART_BEFORE.search(head)
    if before is None:
        return found
    part = PARTS_OF_DAY[(before.group("part") or "morning").casefold()]
    start = found.start - len(head) + before.start()
    return found._replace(
        start=start, phrase_start=start, kind="time", name="part of the day", open=Clock(part, found.open)
    )
