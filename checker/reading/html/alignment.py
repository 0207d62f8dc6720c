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


def align(lines: Sequence[Line], pieces: Sequence[str]) -> Alignment:
    """Choose the lines that hold the pieces of main text. Linear in both.

    Lines that claim the same place of the main text, as a teaser and the paragraph it repeats, are told apart by what
    stands around them.
    """
    main = _index(pieces)
    keys = [_WORD.findall(line.text) for line in lines]
    settled = _settle([_places(main, words) for words in keys], [sum(map(len, words)) for words in keys])
    spans = sorted((at, at + sum(map(len, keys[number]))) for number, at in settled.items())
    return Alignment(frozenset(settled), _uncovered(spans, len(main.text)), len(main.text))


def _index(pieces: Sequence[str]) -> _Main:
    wholes: dict[str, list[int]] = defaultdict(list)
    words: list[str] = []
    length = 0
    for piece in pieces:
        found = _WORD.findall(piece)
        key = "".join(found)
        wholes[key if len(key) < _PROBE else ""].append(length)
        words += found
        length += len(key)
    text = "".join(words)
    starts = accumulate(map(len, words), initial=0)
    return _Main(text, wholes, _probes(text, starts))


def _probes(text: str, starts: Iterable[int]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for start in starts:
        known = found[text[start : start + _PROBE]]
        if len(known) < _MOST_PLACES:
            known.append(start)
    return found


def _places(main: _Main, words: Sequence[str]) -> list[int]:
    """Where in the main text a line may begin; nothing where too little of it stands there."""
    key = "".join(words)
    if len(key) < _PROBE:
        return main.pieces.get(key, []) if key else []
    starts = [at for at in accumulate(map(len, words), initial=0) if at + _PROBE <= len(key)]
    probed = starts[:: max(len(starts) // _MOST_PROBES, 1)]
    hits = [(at, found) for at in probed if (found := main.probes.get(key[at : at + _PROBE]))]
    if len(hits) < _ENOUGH * len(probed):
        return []
    at, found = hits[0]
    return [place - at for place in found]


def _settle(places: Sequence[Sequence[int]], lengths: Sequence[int]) -> dict[int, int]:
    """One place of the main text for each line that has one: line -> place; no place goes to two lines."""
    claims = Counter(at for found in places for at in found)
    settled = {
        number: found[0]
        for number, found in enumerate(places)
        if len(found) == 1 and claims[found[0]] == 1 and lengths[number] >= _PROBE
    }
    taken = set(settled.values())
    following = _following(settled, len(places))
    before = -1
    for number, found in enumerate(places):
        if number not in settled:
            fitting = [at for at in found if before < at < following[number] and at not in taken]
            if fitting:
                settled[number] = fitting[0]
                taken.add(fitting[0])
        before = settled.get(number, before)
    return settled


def _following(settled: Mapping[int, int], count: int) -> list[int]:
    """For each line the place of the next one that is settled."""
    places = [sys.maxsize] * (count + 1)
    for number in range(count - 1, -1, -1):
        places[number] = settled.get(number, places[number + 1])
    return places


def _uncovered(spans: Sequence[tuple[int, int]], length: int) -> int:
    """How much of the main text none of the spans covers; they are in order."""
    uncovered = reached = 0
    for start, end in spans:
        uncovered += max(start - reached, 0)
        reached = max(reached, end)
    return uncovered + max(length - reached, 0)
