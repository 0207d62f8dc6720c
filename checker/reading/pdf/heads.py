"""Running heads and page numbers: lines at the edge of pages that stand there again and again."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.reading.pdf.lines import Line

_EDGE = 3  # lines from the top and from the bottom among which they stand
_APART = 1.6  # sizes of the font by which they stand apart from the text
_SAME_HEIGHT = 6.0  # points
_LONGEST = 40  # characters of a page's number with all that stands about it
_NUMBER = re.compile(r"[0-9]{1,4}")
_ONLY_NUMBER = re.compile(r"\W*(?:page|pg|p)?\W*([0-9]{1,4})(?:\W*(?:of|/)\W*[0-9]{1,4})?\W*", re.IGNORECASE)
_Place = tuple[int, int]  # page and line, both from 0


def heads(pages: Sequence[Sequence[Line]]) -> set[_Place]:
    """The lines that are running heads or page numbers, as (page, line), both from 0.

    At the edge of two pages and more the same words stand at the same height, but for one number, which rises with the
    pages; or a line holds the number of its page and nothing else.
    """
    found: set[_Place] = set()
    alike: dict[tuple[str, int], list[tuple[int, int, float]]] = defaultdict(list)
    for page, lines in enumerate(pages):
        for number in _edges(lines):
            line = lines[number]
            told = _ONLY_NUMBER.fullmatch(line.text) if len(line.text) <= _LONGEST else None
            if told is not None and int(told.group(1)) == page + 1:
                found.add((page, number))
            for form in _forms(line.text, page):
                alike[form].append((page, number, line.y))
    for places in alike.values():
        found |= {(page, number) for page, number, y in places if _is_again(places, page, y)}
    return found


def _is_again(places: Sequence[tuple[int, int, float]], page: int, y: float) -> bool:
    return any(other != page and abs(height - y) <= _SAME_HEIGHT for other, _, height in places)


def _edges(lines: Sequence[Line]) -> set[int]:
    """The lines on top and at the bottom that stand apart from all others."""
    ranked = sorted(range(len(lines)), key=lambda number: -lines[number].y)
    return {*_apart(lines, ranked), *_apart(lines, ranked[::-1])}


def _apart(lines: Sequence[Line], ranked: Sequence[int]) -> Sequence[int]:
    """The first of the ranked lines, as far as the first wide gap; none where there is no such gap near the edge."""
    for count, (one, other) in enumerate(pairwise(ranked[: _EDGE + 1]), 1):
        if abs(lines[one].y - lines[other].y) > _APART * max(lines[one].size, lines[other].size):
            return ranked[:count]
    return ()


def _forms(text: str, page: int) -> Iterator[tuple[str, int]]:
    """The line as it stands, and with each number as its distance from that of the page."""
    yield text, 0
    for number in _NUMBER.finditer(text[:200]):
        yield f"{text[: number.start()]}\0{text[number.end() :]}", int(number.group()) - page
