"""Offset maps: from a place in the text as read back to the place in the decoded original.

A map is a flat tuple of pairs `(text_0, original_0, text_1, original_1, ...)`, both rising: from `text_i` on, a
character at `text_i + n` stands at `original_i + n` of the original, up to `text_i+1`. The empty map is the identity.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]+")
IDENTITY: tuple[int, ...] = ()


def original_position(offsets: Sequence[int], position: int) -> int:
    """The place in the original of the character at `position` of the text."""
    if not len(offsets):
        return position
    starts = range(0, len(offsets), 2)
    run = max(bisect_right(starts, position, key=lambda index: offsets[index]) - 1, 0)
    return int(offsets[2 * run + 1]) + position - int(offsets[2 * run])


def original_span(offsets: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The span in the original of `text[start:end]`, end exclusive; what was left out inside it is inside the span."""
    if end <= start:
        place = original_position(offsets, start)
        return place, place
    return original_position(offsets, start), original_position(offsets, end - 1) + 1


class OffsetBuilder:
    """Collects a text piece by piece, with the place each piece had in the original."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._offsets: list[int] = []
        self._length = 0

    def keep(self, piece: str, original: int) -> None:
        """Append `piece`, which stands at `original` in the original, character for character.

        What no reader sees and what would tear a number or a word (soft hyphens, blanks of no width) is left out.
        """
        start = 0
        for unseen in () if piece.isascii() else _UNSEEN.finditer(piece):
            self._append(piece[start : unseen.start()], original + start)
            start = unseen.end()
        self._append(piece[start:], original + start)

    def _append(self, piece: str, original: int) -> None:
        if not piece:
            return
        runs_on = self._offsets and self._offsets[-1] + self._length - self._offsets[-2] == original
        if not runs_on:
            self._offsets += (self._length, original)
        self._pieces.append(piece)
        self._length += len(piece)

    @property
    def length(self) -> int:
        """Characters kept so far."""
        return self._length

    @property
    def text(self) -> str:
        """All pieces kept so far."""
        return "".join(self._pieces)

    @property
    def offsets(self) -> tuple[int, ...]:
        """The map of all pieces kept so far; empty when it is the identity."""
        return IDENTITY if self._offsets in ([], [0, 0]) else tuple(self._offsets)
