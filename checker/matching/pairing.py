"""The way from claims to pairs: sides, candidates, scores, facts, rows.

Each step says what it must see at once: a document, all that share a key, two claims, claims linked by pairs. So the
steps run in one process on everything, as here, or each on parts of its own (`checker.matching.steps`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from checker.matching.facts import SAME_FACT
from checker.matching.misprint import SURE, is_likely, is_misprint
from checker.matching.relation import compare
from checker.matching.score import Verdict, score
from checker.matching.side import Side
from checker.matching.told import in_order

__all__ = [
    "WORTH_SHOWING",
    "Pair",
    "Scores",
    "documents",
    "fact_names",
    "fact_of",
    "in_order",
    "is_worth_showing",
    "row",
    "stood",
]

Pair = tuple[int, int]  # positions of two sides, smaller first: the one reported earlier

# Candidates below this are forgotten; from here to SAME_FACT they stay, without a fact, to show why not.
WORTH_SHOWING = 0.25


class Scores:
    """The verdict of any two positions, each found once."""

    def __init__(self, sides: Mapping[int, Side]) -> None:
        self._sides = sides
        self._kept: Mapping[Pair, Verdict] = {}
        self._known: dict[Pair, Verdict] = {}

    def __call__(self, left: int, right: int) -> Verdict:
        """The verdict of two positions, the smaller first."""
        pair = left, right
        verdict = self._known.get(pair) or self._kept.get(pair)
        if verdict is None:
            verdict = self._known[pair] = score(self._sides[left], self._sides[right])
        return verdict

    def of(self, pairs: Iterable[Pair]) -> dict[Pair, Verdict]:
        """The verdicts of many."""
        return {pair: self(*pair) for pair in pairs}

    def forget(self, kept: Mapping[Pair, Verdict]) -> None:
        """Forget all verdicts but those that somebody else keeps."""
        self._kept, self._known = kept, {}

    def judged(self, left: int, right: int) -> tuple[float, bool]:
        """Score and separation, as `checker.matching.facts.group` asks for them."""
        verdict = self(left, right)
        return verdict.score, verdict.is_separated


def fact_names(facts: Sequence[Sequence[int]], place: Callable[[int], tuple[str, int]]) -> dict[int, str]:
    """Position -> name of its fact: F1, F2 and on, by the place in report of the fact's first claim."""
    ordered = sorted(facts, key=lambda members: min(map(place, members)))
    return {member: f"F{number}" for number, members in enumerate(ordered, 1) for member in members}


def is_worth_showing(verdict: Verdict) -> bool:
    """Whether a pair stays even where it is of no fact."""
    return verdict.score >= WORTH_SHOWING


def documents(pair: Pair, sides: Mapping[int, Side]) -> tuple[str, str]:
    """The documents of a pair."""
    return sides[pair[0]].document, sides[pair[1]].document


def row(pair: Pair, verdict: Verdict, sides: Mapping[int, Side]) -> dict[str, Any]:
    """The row of a pair in the pairs table, as far as the pair alone tells: not its fact, and not what are copies."""
    left, right = sides[pair[0]], sides[pair[1]]
    relation = compare(left, right)
    return {
        "left": left.id,
        "right": right.id,
        "score": verdict.score,
        "reasons": list(verdict.reasons),
        "relation": relation.relation,
        "difference": relation.difference,
        "conversion": relation.conversion,
        "same_document": left.document == right.document,
        "same_outlet": left.outlet is not None and left.outlet == right.outlet,
        "misprint": verdict.score >= SURE and is_likely(left, right) and is_misprint(left, right),
        "days_apart": _days_apart(left, right),
        **verdict.features,
    }


def stood(told: Mapping[str, Any], fact: str | None, copies: bool) -> dict[str, Any]:  # noqa: FBT001 - a column's cell
    """The whole row: with its fact, and whether the documents are copies.

    Claims joined only through others are at the very edge of one fact.
    """
    whole = {**told, "fact": fact, "copies": copies}
    if fact is None or told["score"] >= SAME_FACT:
        return whole
    return whole | {"score": SAME_FACT, "reasons": [*told["reasons"], "one fact only through other claims"]}


def fact_of(pair: Pair, names: Mapping[int, str]) -> str | None:
    """The name of the fact that both are of."""
    left, right = (names.get(position) for position in pair)
    return left if left == right else None


def _days_apart(left: Side, right: Side) -> float | None:
    if left.published is None or right.published is None:
        return None
    return float(right.published - left.published)
