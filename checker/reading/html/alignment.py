"""Finds the main text, of which only the words are known, among the lines of a page."""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from checker.reading.article import Stretch
from checker.reading.html.outline import Line

_EDGES = " |-\n"  # what the extractor puts around a row of a table, and before the entry of a list
_PROBE = 16  # characters that are no blanks, from the beginning of a word on that are looked up
_MOST_PROBES = 12  # of a line, spread over it
_MOST_PLACES = 4  # of one probe in the main text
_ENOUGH = 0.5  # share of a line's probes found, from which it is main text


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which lines are main text."""

    chosen: frozenset[int]  # places in the list of lines
    missing: int  # characters of the main text that no line holds
    total: int


@dataclass(frozen=True, slots=True)
class _Claim:
    """Where a line may stand in the main text."""

    line: int
    key: str  # its characters without blanks
    places: list[int]
    share: float  # of its probes found

    @property
    def is_long(self) -> bool:
        return len(self.key) >= _PROBE


def align(lines: Sequence[Line], pieces: Sequence[str]) -> Alignment:
    """Choose the lines that hold the pieces of main text. Linear in both.

    A line that is a piece, and alone is, has its place. Of the others that claim one place, as a teaser and the
    paragraph it repeats, the one that is found more completely and is longer has it; of two alike, the one that the
    lines around it fit.
    """
    keys = [_key(piece) for piece in pieces]
    board = _Board("".join(keys))
    if board.text:
        wholes = _wholes(keys)
        unsettled = _settle_wholes(board, wholes, [_key(line.text) for line in lines])
        if 0 in board.taken:
            probes = _probes(board, pieces)
            claims = [_claim(wholes, probes, line, key, lines[line].text) for line, key in unsettled.items()]
            _settle_sure(board, claims)
            _settle_by_neighbours(board, claims, len(lines))
    return Alignment(frozenset(board.settled), board.taken.count(0), len(board.text))


def _key(words: str) -> str:
    """Its characters without blanks, which stand differently on both sides."""
    return "".join(words.strip(_EDGES).split())


def _wholes(keys: Iterable[str]) -> Mapping[str, list[int]]:
    """Each piece as a whole -> where it stands in the main text."""
    found: dict[str, list[int]] = defaultdict(list)
    length = 0
    for key in keys:
        if key:
            found[key].append(length)
        length += len(key)
    return found


def _settle_wholes(board: "_Board", wholes: Mapping[str, list[int]], keys: Sequence[str]) -> dict[int, str]:
    """Settle the lines that are a piece, one line and one piece; returns the others that hold any words."""
    times = Counter(keys)
    left: dict[int, str] = {}
    for number, key in enumerate(keys):
        places = wholes.get(key, ())
        if len(key) >= _PROBE and times[key] == len(places) == 1:
            board.settle(number, key, places[0])
        elif key:
            left[number] = key
    return left


def _probes(board: "_Board", pieces: Iterable[str]) -> Mapping[str, list[int]]:
    """The beginnings of words of the main text that are no line's yet -> where they stand."""
    found: dict[str, list[int]] = defaultdict(list)
    start = 0
    for piece in pieces:
        for word in piece.strip(_EDGES).split():
            known = found[board.text[start : start + _PROBE]] if not board.taken[start] else []
            if len(known) < _MOST_PLACES:
                known.append(start)
            start += len(word)
    return found


def _claim(wholes: Mapping[str, list[int]], probes: Mapping[str, list[int]], line: int, key: str, words: str) -> _Claim:
    """Where a line may begin in the main text; nowhere if too little of it stands there."""
    if len(key) < _PROBE:
        return _Claim(line, key, wholes.get(key, []), 1.0)
    starts = accumulate(map(len, words.strip(_EDGES).split()), initial=0)
    fitting = [at for at in starts if at + _PROBE <= len(key)]
    probed = fitting[:: max(len(fitting) // _MOST_PROBES, 1)]
    hits = [(at, found) for at in probed if (found := probes.get(key[at : at + _PROBE]))]
    share = len(hits) / len(probed)
    places = [max(place - hits[0][0], 0) for place in hits[0][1]] if share >= _ENOUGH else []
    return _Claim(line, key, places, share)


class _Board:
    """Which stretch of the main text is whose."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.taken = bytearray(len(text))
        self.settled: dict[int, Stretch] = {}  # line -> where it stands

    def settle(self, line: int, key: str, place: int) -> bool:
        """Give a line its place, unless most of that is another's."""
        end = min(place + len(key), len(self.text))
        if self.taken.count(1, place, end) * 2 > end - place:
            return False
        self.taken[place:end] = b"\1" * (end - place)
        self.settled[line] = place, end
        return True


def _settle_sure(board: _Board, claims: Sequence[_Claim]) -> None:
    """The long lines that claim one place, and whose words no other line repeats."""
    times = Counter(claim.key for claim in claims)
    sure = [claim for claim in claims if claim.is_long and len(claim.places) == 1 and times[claim.key] == 1]
    for claim in sorted(sure, key=lambda claim: (-claim.share, -len(claim.key))):
        board.settle(claim.line, claim.key, claim.places[0])


def _settle_by_neighbours(board: _Board, claims: Sequence[_Claim], count: int) -> None:
    """The others: where they stand between the places of the lines around them, short ones also right after a line."""
    following = _following(board.settled, count)
    open_claims = {claim.line: claim for claim in claims if claim.line not in board.settled}
    before = after = -1
    for line in range(count):
        claim = open_claims.get(line)
        if claim is not None:
            follows_on = not claim.is_long and after >= 0 and board.text.startswith(claim.key, after)
            fitting = (at for at in ([after] if follows_on else claim.places) if before < at < following[line])
            any(board.settle(line, claim.key, at) for at in fitting)
        before, after = board.settled.get(line, (before, after))


def _following(settled: Mapping[int, Stretch], count: int) -> list[int]:
    """For each line the place of the next one that is settled."""
    places = [sys.maxsize] * (count + 1)
    for number in range(count - 1, -1, -1):
        places[number] = settled[number][0] if number in settled else places[number + 1]
    return places
