"""Longer spans that bind a figure: two times joined, a length that ends with a time, a length that runs up to now."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.extraction.mention import Mention
from checker.extraction.page import Page
from checker.tables import TIME_KINDS

_PAIRS: Mapping[str, frozenset[str]] = {
    "between": frozenset({"and"}),
    "from": frozenset({"to", "until", "till", "through", "up to"}),
}
_ENDING = frozenset({"ended", "ending", "to", "through", "until", "up to", "that ended", "ended on", "ending on"})
_OPENERS = ("in", "for", "over", "during", "within")
_PAST = frozenset({"past", "last", "previous", "preceding", "prior"})
_NEXT = frozenset({"next", "coming", "following"})
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_FIRST_YEAR = 1000


@dataclass(frozen=True, slots=True)
class Span:
    """The words of a period, as characters of the page's text, and its days."""

    start: int
    end: int
    first: dt.date | None
    last: dt.date | None


def span_of(page: Page, near: Sequence[Mention], time: Mention) -> Span | None:
    """The longer span that a time is one end of: "between 2010 and [2014]", "the year ended [June 30]"."""
    place = next((i for i, one in enumerate(near) if one is time), 0)
    before = near[place - 1] if place else None
    after = near[place + 1] if place + 1 < len(near) else None
    return (_pair(page, before, time) if before else None) or (_pair(page, time, after) if after else None)


def _pair(page: Page, left: Mention, right: Mention) -> Span | None:
    link = page.text[left.end : right.start].strip().lower()
    if right.kind not in TIME_KINDS or not link or len(link) > max(map(len, _ENDING)):
        return None
    opener, start = _opener(page, left.start)
    if left.kind == "duration":
        first = _earlier(right.last, left) if link in _ENDING else None
        return Span(start if opener in _OPENERS else left.start, right.end, first, right.last) if first else None
    return Span(start, right.end, left.first, right.last) if link in _PAIRS.get(opener, ()) else None


def _opener(page: Page, start: int) -> tuple[str, int]:
    """The word right before a place, in lower case, and where it begins."""
    before = page.text[max(start - _LOOK, 0) : start].rstrip()
    word = before.rsplit(maxsplit=1)[-1] if before else ""
    return word.lower(), start - (len(page.text[max(start - _LOOK, 0) : start]) - len(before)) - len(word)


_LOOK = 12  # characters before a time in which its preposition stands


def running(page: Page, length: Mention) -> Span | None:
    """A length that runs up to now, or from now on: "over the past five years", "in the next decade"."""
    words = {word.lower() for word in page.text[length.start : length.end].split()}
    opener, start = _opener(page, length.start)
    if length.kind != "duration" or opener not in _OPENERS or page.published is None:
        return None
    if words & _PAST:
        return Span(start, length.end, _earlier(page.published, length), page.published)
    return Span(start, length.end, page.published, None) if words & _NEXT else None


def _earlier(last: dt.date | None, length: Mention) -> dt.date | None:
    """The first day of a length that ends with `last`; None where its unit or number tells no days."""
    count = 1.0 if math.isnan(length.high) else length.high
    if last is None or count != int(count) or count > _MOST:
        return None
    try:
        if length.unit in _DAYS:
            return last - dt.timedelta(days=int(count) * _DAYS[length.unit] - 1)
        day = last + dt.timedelta(days=1)
    except OverflowError:  # outside the calendar
        return None
    if length.unit not in _MONTHS:
        return None
    months = day.year * 12 + day.month - 1 - int(count) * _MONTHS[length.unit]
    return dt.date(months // 12, months % 12 + 1, min(day.day, 28)) if months // 12 > _FIRST_YEAR else None


_MOST = 200  # of a unit
