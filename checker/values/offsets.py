"""Offset maps: from a place in the text as read back to the place in the decoded original.

A map is a flat tuple of pairs `(text_0, original_0, text_1, original_1, ...)`, in order of the text: from `text_i` on,
a character at `text_i + n` stands at `original_i + n` of the original, up to `text_i+1`. The empty map is the identity.
The originals rise as well, but for texts put together from parts that stand in another order. A character that the
original writes as a longer escape has two pairs, its first place and its last.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]+")
IDENTITY: tuple[int, ...] = ()
_PAIR = 2


def original_position(offsets: Sequence[int], position: int) -> int:
    """The place in the original of the character at `position` of the text; of an escape its first."""
    return _place(offsets, position, is_end=False)


def original_span(offsets: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The span in the original of `text[start:end]`, end exclusive; what was left out inside it is inside the span."""
    if end <= start:
        place = original_position(offsets, start)
        return place, place
    if not len(offsets):
        return start, end
    return original_position(offsets, start), _place(offsets, end - 1, is_end=True) + 1


def through(inner: Sequence[int], outer: Sequence[int], length: int) -> tuple[int, ...]:
    """The map of a text that was made of a text: `inner` leads to that one, `outer` from there to the original.

    Args:
        inner: map of the text.
        outer: map of what the text was made of.
        length: characters of the text.

    """
    if not len(outer):
        return tuple(inner)
    if len(outer) == _PAIR:  # one run: every place moves by as much
        by = outer[1] - outer[0]
        return tuple(place + by * (n % 2) for n, place in enumerate(inner or (0, 0)))
    found: list[int] = []
    for text, first, last, until in _runs(inner, length):
        _mark(found, outer, text, first, last)
        for boundary in _starts_within(outer, last, last + until - text):
            _mark(found, outer, text + boundary - last, boundary, boundary)
    return tuple(found)


def _runs(offsets: Sequence[int], length: int) -> Iterator[tuple[int, int, int, int]]:
    """Every run: its first character, that one's first and last place in the original, and where the next begins."""
    pairs = list(zip(offsets[::2], offsets[1::2], strict=True)) or [(0, 0)]
    ends = [text for text, _ in pairs[1:]] + [length]
    first: int | None = None
    for (text, place), until in zip(pairs, ends, strict=True):
        if until > text:
            yield text, place if first is None else first, place, until
        first = place if until == text else None


def _starts_within(outer: Sequence[int], after: int, before: int) -> list[int]:
    """The characters strictly between two of them at which a run of `outer` begins, each once."""
    starts = range(0, len(outer), 2)
    run = bisect_right(starts, after, key=lambda index: outer[index])
    end = bisect_left(starts, before, key=lambda index: outer[index])
    return list(dict.fromkeys(outer[2 * run : 2 * end : 2]))


def _mark(found: list[int], outer: Sequence[int], text: int, first: int, last: int) -> None:
    begins, ends = _place(outer, first, is_end=False), _place(outer, last, is_end=True)
    found += (text, begins) if begins == ends else (text, begins, text, ends)


def _place(offsets: Sequence[int], position: int, *, is_end: bool) -> int:
    if not len(offsets):
        return position
    starts = range(0, len(offsets), 2)
    run = max(bisect_right(starts, position, key=lambda index: offsets[index]) - 1, 0)
    if not is_end and run > 0 and offsets[2 * run - 2] == position:  # an escape: its first place stands before its last
        run -= 1
    return int(offsets[2 * run + 1]) + position - int(offsets[2 * run])


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

    def mean(self, meant: str, start: int, end: int) -> None:
        """Append what the original writes in another way from `start` to `end`, exclusive: an escape, an entity.

        A span over it covers all of the escape, whichever of its characters ends the span.
        """
        for character in _UNSEEN.sub("", meant):
            if end - start > 1:
                self._offsets += (self._length, start, self._length, end - 1)
                self._pieces.append(character)
                self._length += 1
            else:
                self._append(character, start)

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
