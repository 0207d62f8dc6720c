"""Finds the main text, of which only the words are known, among the lines of a page."""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from checker.reading.html.outline import Line

_WORD = re.compile(r"[^\W_]+")
_PROBE = 14  # letters and digits from the beginning of a word on that are looked up
_MOST_PROBES = 12  # of a line, spread over it
_MOST_PLACES = 4  # of one probe in the main text
_ENOUGH = 0.5  # share of a line's probes found, from which it is main text


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which lines are main text."""

    chosen: frozenset[int]  # places in the list of lines
    missing: int  # letters and digits of the main text that no line holds
    total: int


@dataclass(frozen=True, slots=True)
class _Main:
    """The main text as letters and digits, with where its pieces and words begin."""

    text: str
    pieces: dict[str, list[int]]  # short piece as a whole -> where it stands
    probes: dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class _Claim:
    """Where a line may stand in the main text."""

    line: int
    key: str  # its letters and digits
    places: list[int]
    share: float  # of its probes found

    @property
    def is_long(self) -> bool:
        return len(self.key) >= _PROBE


def align(lines: Sequence[Line], pieces: Sequence[str]) -> Alignment:
    """Choose the lines that hold the pieces of main text. Linear in both.

    Lines that claim the same place of the main text, as a teaser and the paragraph it repeats, are told apart: the one
    that is found more completely and is longer has it; of two alike, the one that the lines around it fit.
    """
    main = _index(pieces)
    claims = [_claim(main, number, _WORD.findall(line.text)) for number, line in enumerate(lines)]
    board = _Board(main.text)
    _settle_sure(board, claims)
    _settle_by_neighbours(board, claims)
    return Alignment(frozenset(board.settled), board.taken.count(0), len(main.text))


def _index(pieces: Sequence[str]) -> _Main:
    wholes: dict[str, list[int]] = defaultdict(list)
    words: list[str] = []
    length = 0
    for piece in pieces:
        found = _WORD.findall(piece)
        key = "".join(found)
        if 0 < len(key) < _PROBE:
            wholes[key].append(length)
        words += found
        length += len(key)
    text = "".join(words)
    return _Main(text, wholes, _probes(text, accumulate(map(len, words), initial=0)))


def _probes(text: str, starts: Iterable[int]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for start in starts:
        known = found[text[start : start + _PROBE]]
        if len(known) < _MOST_PLACES:
            known.append(start)
    return found


def _claim(main: _Main, line: int, words: Sequence[str]) -> _Claim:
    """Where a line may begin in the main text; nowhere if too little of it stands there."""
    key = "".join(words)
    if len(key) < _PROBE:
        return _Claim(line, key, main.pieces.get(key, []), 1.0)
    starts = [at for at in accumulate(map(len, words), initial=0) if at + _PROBE <= len(key)]
    probed = starts[:: max(len(starts) // _MOST_PROBES, 1)]
    hits = [(at, found) for at in probed if (found := main.probes.get(key[at : at + _PROBE]))]
    share = len(hits) / len(probed)
    places = [max(place - hits[0][0], 0) for place in hits[0][1]] if share >= _ENOUGH else []
    return _Claim(line, key, places, share)


class _Board:
    """Which stretch of the main text is whose."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.taken = bytearray(len(text))
        self.settled: dict[int, int] = {}  # line -> where it begins

    def settle(self, claim: _Claim, place: int) -> bool:
        """Give a line its place, unless most of that is another's."""
        end = min(place + len(claim.key), len(self.text))
        if self.taken.count(1, place, end) * 2 > end - place:
            return False
        self.taken[place:end] = b"\1" * (end - place)
        self.settled[claim.line] = place
        return True


def _settle_sure(board: _Board, claims: Sequence[_Claim]) -> None:
    """The long lines that claim one place, and whose words no other line repeats."""
    times = Counter(claim.key for claim in claims)
    sure = [claim for claim in claims if claim.is_long and len(claim.places) == 1 and times[claim.key] == 1]
    for claim in sorted(sure, key=lambda claim: (-claim.share, -len(claim.key))):
        board.settle(claim, claim.places[0])


def _settle_by_neighbours(board: _Board, claims: Sequence[_Claim]) -> None:
    """The others: where they stand between the places of the lines around them, short ones also right after a line."""
    following = _following(board.settled, len(claims))
    before = after = -1
    for claim in claims:
        if claim.line not in board.settled and claim.key:
            follows_on = not claim.is_long and after >= 0 and board.text.startswith(claim.key, after)
            places = [after] if follows_on else claim.places
            fitting = (at for at in places if before < at < following[claim.line])
            any(board.settle(claim, at) for at in fitting)
        if claim.line in board.settled:
            before = board.settled[claim.line]
            after = before + len(claim.key)


def _following(settled: Mapping[int, int], count: int) -> list[int]:
    """For each line the place of the next one that is settled."""
    places = [sys.maxsize] * (count + 1)
    for number in range(count - 1, -1, -1):
        places[number] = settled.get(number, places[number + 1])
    return places
