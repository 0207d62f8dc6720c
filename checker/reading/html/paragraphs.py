"""The main text told by the page's own paragraphs, where nothing better tells it."""

from collections.abc import Iterable, Sequence

from checker.reading.html.attributes import AROUND_IT, ARTICLE, CAPTION, OUTSIDE_IT
from checker.reading.html.outline import Line

_FEWEST_WORDS = 8
_MOST_LINKED = 0.4  # share of a line's characters in links
_ENDS = frozenset(".!?:;\"'”’)…")
_ENOUGH_INSIDE = (
    0.5  # share of the paragraphs' characters inside <article> or <main>, from which those outside are none
)


def paragraphs(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that are sentences, not mostly links, and not in what is named as no article, unless all are."""
    all_found = [number for number, line in enumerate(lines) if _is_paragraph(line)]
    found = [number for number in all_found if not lines[number].flags & AROUND_IT] or all_found
    inside = [number for number in found if lines[number].flags & ARTICLE]
    is_marked = length(lines, inside) >= _ENOUGH_INSIDE * length(lines, found)
    return frozenset(inside if is_marked else found)


def length(lines: Sequence[Line], numbers: Iterable[int]) -> int:
    """How many characters some lines have."""
    return sum(len(lines[number].text) for number in numbers)


def _is_paragraph(line: Line) -> bool:
    words = line.text.split()
    is_sentence = len(words) >= _FEWEST_WORDS and line.text.rstrip()[-1:] in _ENDS
    return is_sentence and not line.flags & (OUTSIDE_IT | CAPTION) and line.linked <= _MOST_LINKED * len(line.text)
