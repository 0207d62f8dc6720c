"""What of one figure's words the other does not say: the part that a reader is to look at."""

import re
from collections import Counter
from collections.abc import Mapping

Spans = tuple[tuple[int, int], ...]

_PIECE = re.compile(r"[0-9]+(?:[.,:][0-9]+)*|[^\W\d_]+|[^\w\s]")
# What stands for the same word in another spelling.
_SAME: Mapping[str, str] = {
    "bn": "billion",
    "bln": "billion",
    "m": "million",
    "mn": "million",
    "mln": "million",
    "tn": "trillion",
    "€": "euro",
    "euros": "euro",
    "$": "dollar",
    "dollars": "dollar",
    "£": "pound",
    "pounds": "pound",
    "%": "percent",
}
_UNITS = frozenset({"euro", "dollar", "pound", "percent", "year", "years", "old"})  # they count where nothing else does
_LITTLE = frozenset("a an and at by in of on or the to - . , ( )".split())  # noqa: SIM905 - reads as the words it is


def differing(text: str, other: str) -> Spans:
    """Places in `text`, start and end, of what `other` does not say; all of it where nothing, or nothing else, is left.

    Words are looked for in any order: of "Thursday at 9 a.m." and "7 a.m. on Thursday" only the hours differ.
    """
    spare = Counter(map(_word, _PIECE.findall(other)))
    own: list[tuple[str, tuple[int, int]]] = []
    for found in _PIECE.finditer(text):
        word = _word(found[0])
        if spare[word]:
            spare[word] -= 1
        elif word not in _LITTLE:
            own.append((word, found.span()))
    telling = [span for word, span in own if word not in _UNITS] or [span for _, span in own]
    return _joined(telling, text) or ((0, len(text)),)


def _word(piece: str) -> str:
    return _SAME.get(piece.lower(), piece.lower())


def _joined(spans: list[tuple[int, int]], text: str) -> Spans:
    """Neighbours with only a blank or a hyphen between them are one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip(" -"):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return tuple(joined)
