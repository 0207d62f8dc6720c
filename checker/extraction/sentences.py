"""Sentences of news text.

A blank line always ends one, a line break mostly, a full stop when it is not an abbreviation's.
Hard-wrapped paragraphs (three lines and more of nearly one width) are read as running text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from checker.language.lexicon import lexicon


@dataclass(slots=True, eq=False)  # hashed by identity: caches are keyed by sentences; not frozen, which takes longer
class Sentence:
    """One sentence: characters of the page's text, end exclusive."""

    start: int
    end: int
    text: str


# Linear in `re`, which is faster here: none begins inside a run of its own marks, and none gives a mark back.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]*_]*+[ \t\xa0]++")
_LINE = re.compile(r"\n\s*+")
_GLUED = re.compile(r"[.!?][\"”’]?(?=[^\W\d_]{2})")  # "said.The": the blank after the stop was lost
_LAST_WORD = 24  # characters looked at before a full stop
_CLOSERS = "\"'”’»)]*_ \t\u00a0"
_BLANKS = " \t\r\u00a0"
_OPENERS = "\"'“‘«([*_"
_LONGEST = 1_500  # characters: every claim carries its sentence, and a list without a stop would carry itself each time
_FIGURE = re.compile(r"[0-9]+")
_MOST_FIGURES = 60  # likewise, since a claim looks at all figures of its sentence
_SHORT = 2 * _MOST_FIGURES  # characters: too few for so many figures with what divides them
_WRAP_LEAST, _WRAP_MOST, _WRAP_SPREAD, _WRAP_LINES = 50, 110, 24, 3


def split(text: str) -> list[Sentence]:
    """Split a text into sentences, in order, covering all that is not white space."""
    found: list[Sentence] = []
    for block in _blocks(text):
        for start, end in _sentences(text, *block):
            sentence = _trimmed(text, start, end)
            found += (sentence,) if end - start < _SHORT else _bounded(text, sentence)
    return [sentence for sentence in found if sentence.text]


def _bounded(text: str, sentence: Sentence) -> Iterator[Sentence]:
    """The sentence, cut at blanks where it is longer than any sentence of news."""
    start = sentence.start
    while (most := _most(text, start, sentence.end)) < sentence.end:
        blank = text.rfind(" ", start, most)
        end = blank + 1 if blank > start else most
        yield _trimmed(text, start, end)
        start = end
    yield _trimmed(text, start, sentence.end) if start > sentence.start else sentence


def _most(text: str, start: int, end: int) -> int:
    """How far a sentence may reach from a place: to its end, or where it is too long or holds too many figures."""
    if end - start < _SHORT:
        return end
    most = min(end, start + _LONGEST)
    figure = next(islice(_FIGURE.finditer(text, start, most), _MOST_FIGURES, None), None)
    return figure.start() if figure is not None else most


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Runs of text that no line end interrupts, soft ones aside."""
    start = 0
    wrapped = _wrapped_lines(text)
    for match in _LINE.finditer(text):
        if _is_hard_break(text, _line_end(text, match.start()), match.end(), wrapped):
            yield start, match.end()
            start = match.end()
    yield start, len(text)


def _line_end(text: str, place: int) -> int:
    """Where the blanks before a line's end begin."""
    while place > 0 and text[place - 1] in _BLANKS:
        place -= 1
    return place


def _is_hard_break(text: str, start: int, end: int, wrapped: frozenset[int]) -> bool:
    if text.count("\n", start, end) > 1 or start == 0 or end == len(text):
        return True
    if text.rfind("\n", 0, start) + 1 in wrapped:
        return False
    goes_on = text[end].islower() or text[start - 1] == ","
    return not goes_on or text[start - 1] in '.!?:…"”'


def _wrapped_lines(text: str) -> frozenset[int]:
    """Starts of the lines, last of their paragraph aside, in paragraphs wrapped at one width."""
    starts: set[int] = set()
    paragraph: list[tuple[int, int]] = []
    place = 0
    for line in [*text.split("\n"), ""]:
        if line.strip():
            paragraph.append((place, len(line)))
        else:
            starts |= _wrapped(paragraph)
            paragraph = []
        place += len(line) + 1
    return frozenset(starts)


def _wrapped(paragraph: list[tuple[int, int]]) -> set[int]:
    widths = [width for _, width in paragraph[:-1]]
    if len(paragraph) < _WRAP_LINES or min(widths) < _WRAP_LEAST or max(widths) > _WRAP_MOST:
        return set()
    return {start for start, _ in paragraph[:-1]} if max(widths) - min(widths) <= _WRAP_SPREAD else set()


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    ends = [match.span() for match in _END.finditer(text, start, end)]
    glued = [match.span() for match in _GLUED.finditer(text, start, end) if _is_glued(text, *match.span())]
    for stop, after in sorted(ends + glued) if glued else ends:
        if after < end and _is_end(text, stop, after):
            yield start, after
            start = after
    yield start, end


def _is_glued(text: str, stop: int, after: int) -> bool:
    """Whether two words meet at a mark, the second one capitalised."""
    return (
        stop > 1
        and text[stop - 2 : stop].islower()
        and text[stop - 2 : stop].isalpha()
        and _is_capitalised(text, after)
    )


def _is_capitalised(text: str, place: int) -> bool:
    return text[place].isupper() and text[place + 1].islower()


def _is_end(text: str, stop: int, after: int) -> bool:
    """Whether the mark at `stop` ends a sentence, the next word beginning at `after`."""
    following = text[after : after + _LAST_WORD].lstrip(_OPENERS)
    if not following.strip() or following[0].islower():
        return False
    if text[stop] != "." or text[stop : stop + 2] == "..":
        return True
    words = text[max(stop - _LAST_WORD, 0) : stop].split()
    last = words[-1].lstrip(_OPENERS) if words else ""
    return not _is_abbreviated(last, following)


def _is_abbreviated(last: str, following: str) -> bool:
    """Whether the stop after the word `last` belongs to it, seen what follows."""
    table = _abbreviations()
    word = last.rsplit("-", 1)[-1]
    next_word = following.split(maxsplit=1)[0].rstrip(_CLOSERS + ",.;:")
    if word in table["never"] or (len(word) == 1 and word.isupper() and word != "I"):
        return True
    if word in table["number"]:
        return following[0].isdigit()
    if ("." in word and word.replace(".", "").isalpha()) or word in table["maybe"]:
        return next_word not in table["starters"]
    return False


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lexicon("abbreviations").items()}


def _trimmed(text: str, start: int, end: int) -> Sentence:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    words = piece.strip()
    return Sentence(start, start + len(words), words)
