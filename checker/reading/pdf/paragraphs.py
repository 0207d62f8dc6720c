"""Lines to paragraphs: wrapped lines joined, words and figures that were divided at line ends made whole again."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median, median_low

from checker.reading.pdf.lines import Line

_FARTHER = 1.35  # times the usual distance of lines, beyond which a paragraph begins
_OTHER_SIZE = 0.12  # share by which sizes of two lines of a paragraph may differ
_COMMON = 1.4  # sizes of the font from line to line, where no two lines tell that they belong together
_WIDEST = 3  # sizes of the font, beyond which no line is the next
_INDENT = 0.8  # sizes of the font by which the first line of a paragraph stands in
_MUCH_SHORTER = 0.75  # share of the longest lines: a line so short ends its paragraph, where it ends a sentence
_ENDS = re.compile(r"[.!?:][\"'”’)\]]*$")
_LONGEST_WORD = 64  # characters of a line's end that are looked at
_HYPHENS = "-\u2010\u00ad"
_HALF = re.compile(rf"(\w[\w-]*)[{_HYPHENS}]$")
_OPENING = re.compile(r"[a-z]+")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)+|[a-z]+")
_Placed = tuple[int, Line]  # page from 0, and line


@dataclass(slots=True)
class Paragraph:
    """Words that run on, and where in them pages begin."""

    size: float
    pages: list[tuple[int, int]]  # place in the text, page from 0
    pieces: list[str] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(self.pieces)


def paragraphs(placed: Sequence[_Placed]) -> list[Paragraph]:
    """The paragraphs of lines in reading order."""
    known = Counter(word for _, line in placed for word in _WORD.findall(line.text.lower()))
    leading, width = _leading(placed), _width(placed)
    found: list[Paragraph] = []
    before: _Placed | None = None
    for page, line in placed:
        if before is None or _begins(before, (page, line), leading, width):
            found.append(Paragraph(line.size, [(0, page)], [line.text], len(line.text)))
        else:
            _add(found[-1], page, line.text, known)
        before = (page, line)
    return found


def _add(paragraph: Paragraph, page: int, text: str, known: Counter[str]) -> None:
    last = paragraph.pieces[-1]
    kept, between = _joint(last, text, known)
    paragraph.length += len(kept) - len(last) + len(between)
    if page != paragraph.pages[-1][1]:
        paragraph.pages.append((paragraph.length, page))
    paragraph.pieces[-1:] = [kept, between, text]
    paragraph.length += len(text)


def _joint(text: str, following: str, known: Counter[str]) -> tuple[str, str]:
    """What stays of the text before a line, and what stands between the two.

    A hyphen at the end of a line divides a word, unless what stands before it holds a figure or another hyphen, what
    follows is none of a word ("COVID-", "19"), or the text writes the whole with its hyphen elsewhere.
    """
    half = _HALF.search(text[-_LONGEST_WORD:])
    if half is None:
        return text, "" if text.endswith(("—", "–")) and not text.endswith((" —", " –")) else " "
    opening = _OPENING.match(following)
    if text.endswith("\u00ad"):
        return text[:-1], ""
    is_compound = opening is None or any(map(str.isdigit, half.group(1))) or "-" in half.group(1)
    if is_compound:
        return text, ""
    first, second = half.group(1).lower(), opening.group() if opening else ""
    is_written_so = known[f"{first}-{second}"] > known[first + second]
    return (text, "") if is_written_so else (text[:-1], "")


def _begins(before: _Placed, now: _Placed, leading: float, width: float) -> bool:
    """Whether a paragraph begins with a line."""
    (page, last), (other, line) = before, now
    if line.is_row or last.is_row or abs(line.size - last.size) > _OTHER_SIZE * max(line.size, last.size):
        return True
    ends = _ENDS.search(last.text[-_LONGEST_WORD:]) is not None
    if other != page or line.y > last.y:  # another page or column: the sentence may go on there
        return ends
    if last.y - line.y > _FARTHER * leading * max(line.size, last.size, 1.0):
        return True
    is_indented = line.x - last.x > _INDENT * line.size
    return ends and (is_indented or len(last.text) < _MUCH_SHORTER * width)


def _leading(placed: Sequence[_Placed]) -> float:
    """The usual distance of two lines of a paragraph, in sizes of their font.

    Lines that go on with a small letter in the middle of a sentence tell it. Without any, most gaps may well lie
    between paragraphs of one line each: then it is no more than is common.
    """
    inside = [gap for one, two, gap in _gaps(placed) if _goes_on(one, two)]
    if inside:
        return median_low(inside)
    return min(median([gap for _, _, gap in _gaps(placed)] or [_COMMON]), _COMMON)


def _goes_on(one: Line, two: Line) -> bool:
    return two.text[:1].islower() and _ENDS.search(one.text[-_LONGEST_WORD:]) is None


def _gaps(placed: Sequence[_Placed]) -> Iterator[tuple[Line, Line, float]]:
    """Two lines below each other, and how far apart, in sizes of the font."""
    for (page, one), (other, two) in pairwise(placed):
        gap = (one.y - two.y) / max(one.size, two.size, 1.0)
        if page == other and 0 < gap < _WIDEST:
            yield one, two, gap


def _width(placed: Sequence[_Placed]) -> float:
    """Characters of the longer lines: nine of ten are no longer."""
    lengths = sorted(len(line.text) for _, line in placed)
    return float(lengths[int(0.9 * (len(lengths) - 1))]) if lengths else 0.0
