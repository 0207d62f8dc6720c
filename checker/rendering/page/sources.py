"""Sources as the page shows them: paragraphs of the article as read, and where in them each claim stands."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.rendering.escape import visible
from checker.rendering.rows import Row
from checker.values.offsets import original_position

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands in the paragraphs of its source."""

    paragraph: int
    start: int  # of the figure, in characters of the paragraph
    end: int
    first: int  # of the sentence
    last: int


@dataclass(frozen=True, slots=True)
class Article:
    """The paragraphs of one source and the places of its claims; without either where its text was let go."""

    paragraphs: tuple[tuple[str, str], ...]  # title, body, caption or boilerplate, and the words on one line
    places: Mapping[str, Place]  # claim id -> where it stands


def article(document: Row, claims: Sequence[Row]) -> Article:
    """Cut the text of a document at its empty lines, and find its claims there by where they stand in the original."""
    text = document["text"]
    if not text:
        return Article((), {})
    pieces = _pieces(text)
    offsets, sections = document["offsets"] or (), document["sections"] or ()
    starts = _originals(pieces, offsets)
    places = {claim["id"]: _place(claim, pieces, starts, offsets) for claim in claims}
    told = tuple((_section(piece.start, sections), piece.words) for piece in pieces)
    return Article(told, {name: place for name, place in places.items() if place is not None})


@dataclass(frozen=True, slots=True)
class _Piece:
    """One paragraph: where it begins in the text, its words on one line, and where each of them stands in the text."""

    start: int
    end: int
    words: str
    at: tuple[int, ...]  # for each character of `words` its place in the text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Places in the text as places in the words."""
        return bisect_right(self.at, start - 1), bisect_right(self.at, end - 1)


def _pieces(text: str) -> list[_Piece]:
    ends = [found.span() for found in _BREAK.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    found = [_piece(text, start, stop) for start, stop in zip(starts, stops, strict=True)]
    return [piece for piece in found if piece.words]


def _piece(text: str, start: int, stop: int) -> _Piece:
    """Runs of blanks are one blank; what cannot be seen is written out."""
    shown: list[str] = []
    at: list[int] = []
    for place in range(start, stop):
        if text[place].isspace():
            if shown and shown[-1] != " ":
                shown.append(" ")
                at.append(place)
            continue
        for sign in visible(text[place]):
            shown.append(sign)
            at.append(place)
    if shown and shown[-1] == " ":
        shown.pop()
        at.pop()
    return _Piece(start, stop, "".join(shown), tuple(at))


def _originals(pieces: Sequence[_Piece], offsets: Sequence[int]) -> list[tuple[int, int, int]]:
    """First and last place in the original of every piece, with its number, in order."""
    spans = (
        (original_position(offsets, p.start), original_position(offsets, p.end - 1), n) for n, p in enumerate(pieces)
    )
    return sorted(spans)


def _place(
    claim: Row, pieces: Sequence[_Piece], starts: Sequence[tuple[int, int, int]], offsets: Sequence[int]
) -> Place | None:
    """The piece around the claim's place in the original; there the words of its figure, nearest to that place."""
    run = bisect_right(starts, claim["start"], key=lambda span: span[0]) - 1
    if run < 0:
        return None
    number = starts[run][2]
    piece = pieces[number]
    figure = visible(" ".join(claim["text"].split()))
    start = _nearest(piece, figure, claim["start"], offsets) if figure else None
    if start is None:
        return None
    sentence = visible(" ".join(claim["sentence"].split()))
    first = start - len(visible(claim["sentence"][: claim["at"]]))
    if piece.words[max(first, 0) : first + len(sentence)] != sentence:
        first, sentence = 0, piece.words
    return Place(number, start, start + len(figure), first, first + len(sentence))


def _nearest(piece: _Piece, figure: str, original: int, offsets: Sequence[int]) -> int | None:
    """Where in the piece the figure stands whose place is the nearest to that one of the original."""
    near = bisect_left(piece.at, original, key=lambda place: original_position(offsets, place))
    hits = (piece.words.rfind(figure, 0, near + len(figure)), piece.words.find(figure, near))
    known = [hit for hit in hits if hit >= 0]
    return min(known, key=lambda hit: abs(original_position(offsets, piece.at[hit]) - original), default=None)


def _section(start: int, sections: Sequence[Sequence[object]]) -> str:
    for begins, ends, section in sections:
        if int(str(begins)) <= start < int(str(ends)):
            return str(section)
    return "body"
