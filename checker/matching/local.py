"""Matching in one process: the steps of `checker.matching.pairing`, with all that columns tell found at once."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import islice

import pandas as pd

from checker.matching.blocks import Pairs, blocked
from checker.matching.copies import are_copies, shingles
from checker.matching.facts import group, pairs_within
from checker.matching.pairing import WORTH_SHOWING, Pair, Scores, fact_names, fact_of, is_worth_showing, row, stood
from checker.matching.score import Verdict
from checker.matching.sieve import sieved
from checker.matching.stories import Stories
from checker.matching.told import Told
from checker.tables import PAIRS, frame, joined

_AT_ONCE = 50_000  # pairs


def match(claims: pd.DataFrame) -> pd.DataFrame:
    """Pair the claims that may be about one fact, and group those that are.

    Args:
        claims: the claims table, as `checker.extract` makes it.

    Returns:
        The pairs table, columns as in `checker.tables.PAIRS`, in order of the left claim, then the right, both as
        they were reported. Claims of different batches, boilerplate, sets and unresolved times are in no pair.

    """
    told = Told(claims)
    met, words = blocked(claims, told.columns)
    pairs = sieved(met, told.columns, words, Stories(claims, told.columns), WORTH_SHOWING)
    del met, words
    scores = Scores(told)
    tried = _worth_showing(pairs, scores, told)
    facts = group({pair: verdict.score for pair, verdict in tried.items()}, scores.judged)
    for members in facts:
        tried |= scores.of(pairs_within(members))
    return _table(tried, fact_names(facts, told), told)


def _worth_showing(pairs: Pairs, scores: Scores, told: Told) -> dict[Pair, Verdict]:
    """The verdicts of those pairs that are worth showing."""
    kept: dict[Pair, Verdict] = {}
    for some in pairs.parts(_AT_ONCE):
        told.make(some.positions())
        kept |= {pair: verdict for pair, verdict in scores.of(some.couples()).items() if is_worth_showing(verdict)}
        scores.forget(kept)
    return kept


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
