"""Matching in one process: the steps of `checker.matching.pairing`, with all that columns tell found at once."""

import gc
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice

import numpy as np
import pandas as pd

from checker.frames import given
from checker.matching.blocks import Pairs, blocked
from checker.matching.copies import are_copies, shingles
from checker.matching.facts import SAME_FACT, group, pairs_within
from checker.matching.met import Known
from checker.matching.pairing import WORTH_SHOWING, Pair, Scores, fact_names, fact_of, is_worth_showing, row, stood
from checker.matching.reach import Texts
from checker.matching.score import Verdict
from checker.matching.sieve import sieved
from checker.matching.stories import Stories
from checker.matching.told import Told
from checker.tables import CLAIMS, PAIRS, frame, joined

_AT_ONCE = 10_000  # pairs
_FACTS_AT_ONCE = 1_000


def match(claims: pd.DataFrame, about: Collection[str] | None = None) -> pd.DataFrame:
    """Pair the claims that may be about one fact, and group those that are.

    Args:
        claims: the claims table, as `checker.extract` makes it.
        about: ids of documents; pairs that no chain of pairs of one fact links with their claims are left out, and
            those that are left are as they would be among all. By default all pairs are wanted.

    Returns:
        The pairs table, columns as in `checker.tables.PAIRS`, in order of the left claim, then the right, both as
        they were reported. Claims of different batches, boilerplate, sets and unresolved times are in no pair.

    Raises:
        TypeError: `claims` is no frame, or `about` is one id and not a collection of them.
        ValueError: a column is missing, or days are no days.

    """
    if isinstance(about, str):
        raise TypeError(f"about is {about!r}: give a list of ids of documents")
    with _uncollected():
        return _matched(given(claims, CLAIMS, "claims"), about)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage is looked for meanwhile: matching makes objects by the million, and none that hold each other."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _matched(claims: pd.DataFrame, about: Collection[str] | None) -> pd.DataFrame:
    told = Told(claims)
    scores = Scores(told)
    tried: dict[Pair, Verdict] = {}
    for pairs in _wanted(claims, told, tried, about):
        _weigh(pairs, told, scores, tried)
    facts: list[list[int]] = []
    linked = iter(_linked(tried))
    while some := list(islice(linked, _FACTS_AT_ONCE)):
        told.make({position for pairs in some for pair in pairs for position in pair})
        found = [members for one in some for members in group({p: tried[p].score for p in one}, scores.judged)]
        for members in found:
            tried |= scores.of(pairs_within(members))
        facts += found
        scores.forget(tried)
    return _table(tried, fact_names(facts, told.place_in_report), told)


def _wanted(
    claims: pd.DataFrame, told: Told, tried: Mapping[Pair, Verdict], about: Collection[str] | None
) -> Iterator[Pairs]:
    """The pairs to weigh; where only some documents count, those of their claims, then those of what these lead to."""
    met, words = blocked(claims, told.columns)
    known, texts = Known(told.columns), Texts(words, Stories(claims, told.columns))
    if about is None:
        yield from sieved(met, known, texts, WORTH_SHOWING).parts(_AT_ONCE)
        return
    reached = told.columns.document.are(about)
    new = reached.copy()
    while new.any():
        is_met = new[met.left] | new[met.right]
        yield from sieved(met.of(is_met), known, texts, WORTH_SHOWING).parts(_AT_ONCE)
        met = met.of(~is_met)
        sure = [position for pair, verdict in tried.items() if verdict.score >= SAME_FACT for position in pair]
        new = np.zeros(len(told), dtype=bool)
        new[sure] = True
        new &= ~reached
        reached |= new


def _weigh(pairs: Pairs, told: Told, scores: Scores, tried: dict[Pair, Verdict]) -> None:
    """Add the verdicts of those pairs that are worth showing."""
    told.make(pairs.positions())
    tried |= {pair: verdict for pair, verdict in scores.of(pairs.couples()).items() if is_worth_showing(verdict)}
    scores.forget(tried)


def _linked(tried: Mapping[Pair, Verdict]) -> list[list[Pair]]:
    """The pairs of `SAME_FACT` and more, those together that a chain of such pairs links, in order of the first.

    They have no say in the facts of others, and lie near each other, so that few sides need be known at a time.
    """
    sure = [pair for pair, verdict in sorted(tried.items()) if verdict.score >= SAME_FACT]
    leader: dict[int, int] = {}

    def find(position: int) -> int:
        while (above := leader.setdefault(position, position)) != position:
            leader[position] = leader[above]
            position = leader[position]
        return position

    for left, right in sure:
        leader[find(right)] = find(left)
    linked: dict[int, list[Pair]] = {}
    for pair in sure:
        linked.setdefault(find(pair[0]), []).append(pair)
    return list(linked.values())


def _table(tried: Mapping[Pair, Verdict], names: Mapping[int, str], told: Told) -> pd.DataFrame:
    """The pairs table, made in pieces: rows take more room than columns."""
    copied, parts, ordered = _Copies(told), [], iter(sorted(tried))
    while some := list(islice(ordered, _AT_ONCE)):
        told.make({position for pair in some for position in pair})
        rows = [
            stood(row(pair, tried[pair], told), fact, copied(*pair))
            for pair in some
            if (fact := fact_of(pair, names)) is not None or is_worth_showing(tried[pair])
        ]
        parts.append(frame(PAIRS, rows))
    return joined(parts, PAIRS)


class _Copies:
    """Whether the documents of two positions share their wording."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._shingles = lru_cache(maxsize=4096)(lambda first: shingles(told.of_document(first)))
        self._known: dict[tuple[str, str], bool] = {}

    def __call__(self, left: int, right: int) -> bool:
        couple = self._told[left].document, self._told[right].document
        if couple not in self._known:
            known = {**self._shingles(self._told.first(left)), **self._shingles(self._told.first(right))}
            self._known[couple] = are_copies(*couple, known)
        return self._known[couple]
