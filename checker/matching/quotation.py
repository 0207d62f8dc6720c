"""One quotation printed twice: the words of a speaker around a figure."""

import re
from functools import lru_cache

from checker.matching.wording import words

_MARKS = re.compile(r"[\"“”«»]")
_BESIDE = 6  # words on either side of the figure
_LEAST = 6  # of both sides together: so many that two speakers do not say by chance
_KEPT = 16_384


@lru_cache(maxsize=_KEPT)
def quotation(sentence: str, start: int, end: int) -> str:
    """The words of a quotation right before and after the figure in it, other figures left out; "" where too few stand.

    Args:
        sentence: in which the figure is quoted; without marks all of it is.
        start: first character of the figure.
        end: past its last.

    """
    marks = [mark.start() for mark in _MARKS.finditer(sentence)]
    opened = max((place for place in marks if place < start), default=-1)
    closed = min((place for place in marks if place >= end), default=len(sentence))
    before = _plain(sentence[opened + 1 : start])[-_BESIDE:]
    after = _plain(sentence[end:closed])[:_BESIDE]
    return " ".join((*before, "#", *after)) if len(before) + len(after) >= _LEAST else ""


def _plain(text: str) -> list[str]:
    return [word for word in words(text) if not word[0].isdigit()]
