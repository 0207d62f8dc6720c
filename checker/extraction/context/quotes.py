"""Quotations: where text stands in quotation marks."""

import re
from bisect import bisect_right
from functools import lru_cache

from checker.extraction.page import Page

_MARK = re.compile(r"[\"“”«»\n‘'’]")
_OPENING, _CLOSING = "“«", "”»"


@lru_cache(maxsize=2)
def quotes_of(page: Page) -> tuple[tuple[int, int], ...]:
    """Spans in quotation marks, marks left out, in order; an unclosed one reaches to the end of its paragraph."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    single: int | None = None
    text = page.text
    for match in _MARK.finditer(text):
        start, mark = match.start(), text[match.start()]
        if mark == "\n":
            if opened is not None:
                found.append((opened, start))
            opened = single = None
        elif mark in "‘'’":
            single = _single(text, start, single, found, is_inside=opened is not None)
        elif opened is None:
            opened = match.end() if _is_opening(text, start, mark) else None
        elif mark not in _OPENING:
            found.append((opened, start))
            opened = None
    if opened is not None:
        found.append((opened, len(text)))
    return tuple(sorted(found))


def _is_opening(text: str, place: int, mark: str) -> bool:
    if mark in _OPENING:
        return True
    return mark not in _CLOSING and (place == 0 or text[place - 1] in " \t\n\u00a0([—–-:*_‘'")


def _single(text: str, place: int, opened: int | None, found: list[tuple[int, int]], *, is_inside: bool) -> int | None:
    """Track single marks ('...'), which are mostly apostrophes; only a whole pair on one line counts."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if opened is None:
        return place + 1 if not before.isalnum() and after.isalpha() and text[place] != "’" and not is_inside else None
    if before.isalnum() and after.isalnum():
        return opened
    if not is_inside and not after.isalnum():
        found.append((opened, place))
        return None
    return opened


def quote_at(page: Page, position: int) -> tuple[int, int] | None:
    """The quotation that holds a place; None where the outlet's own words stand."""
    spans = quotes_of(page)
    index = bisect_right(spans, (position, len(page.text) + 1)) - 1
    return spans[index] if index >= 0 and spans[index][0] <= position < spans[index][1] else None
