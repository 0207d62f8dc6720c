"""The way from claims to pairs: sides, candidates, scores, facts, rows.

Each step says what it must see at once: a document, all that share a key, two claims, claims linked by pairs. So the
steps run in one process on everything, as here, or each on parts of its own (`checker.matching.steps`).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from checker.matching.companions import with_companions
from checker.matching.copies import are_copies, shingles
from checker.matching.facts import SAME_FACT, group, pairs_within
from checker.matching.join import candidates
from checker.matching.keys import frequencies, keys
from checker.matching.main_figures import with_main_figures
from checker.matching.relation import compare
from checker.matching.score import Verdict, score
from checker.matching.side import Side, records, side_of
from checker.matching.titles import with_bodies
from checker.tables import PAIRS, frame

Pair = tuple[int, int]  # positions of two sides, smaller first: the one reported earlier

# Candidates below this are forgotten; from here to SAME_FACT they stay, without a fact, to show why not.
_WORTH_SHOWING = 0.25


def match(claims: pd.DataFrame) -> pd.DataFrame:
    """Pair the claims that may be about one fact, and group those that are.

    Args:
        claims: the claims table, as `checker.extract` makes it.

    Returns:
        The pairs table, columns as in `checker.tables.PAIRS`, in order of the left claim, then the right, both as
        they were reported. Claims of different batches, boilerplate, sets and unresolved times are in no pair.

    """
    sides = dict(enumerate(in_order(claims)))
    scores = Scores(sides)
    tried = scores.of(candidates(keys(sides, frequencies(sides.values()))))
    facts = group({pair: verdict.score for pair, verdict in tried.items()}, scores.judged)
    for members in facts:
        tried |= scores.of(pairs_within(members))
    names, known = fact_names(facts, sides), shingles(sides.values())
    rows = (
        stood(row(pair, verdict, sides), fact, are_copies(*documents(pair, sides), known))
        for pair, verdict in sorted(tried.items())
        if (fact := _fact(pair, names)) is not None or is_worth_showing(verdict)
    )
    return frame(PAIRS, list(rows))


def in_order(claims: pd.DataFrame) -> list[Side]:
    """The sides of all claims that are compared, earliest report first, undated ones last.

    A side knows of its own document only, so that claims of some documents give the same sides as those of all.
    A document read twice in a batch gives the same claims twice: the second telling is no second source.
    """
    ordered = claims.sort_values(["published", "path", "start", "id"], kind="stable", na_position="last")
    told = records(ordered.drop_duplicates(["batch", "id"]))
    names = _names_of_documents(told)
    sides = [known for claim in told if (known := side_of(claim, names[claim["document"]])) is not None]
    return with_companions(with_main_figures(with_bodies(sides)))


class Scores:
    """The verdict of any two positions, each found once."""

    def __init__(self, sides: Mapping[int, Side]) -> None:
        self._sides = sides
        self._known: dict[Pair, Verdict] = {}

    def __call__(self, left: int, right: int) -> Verdict:
        """The verdict of two positions, the smaller first."""
        if (left, right) not in self._known:
            self._known[left, right] = score(self._sides[left], self._sides[right])
        return self._known[left, right]

    def of(self, pairs: Iterable[Pair]) -> dict[Pair, Verdict]:
        """The verdicts of many."""
        return {pair: self(*pair) for pair in pairs}

    def judged(self, left: int, right: int) -> tuple[float, bool]:
        """Score and separation, as `checker.matching.facts.group` asks for them."""
        verdict = self(left, right)
        return verdict.score, verdict.is_separated


def fact_names(facts: Sequence[Sequence[int]], sides: Mapping[int, Side]) -> dict[int, str]:
    """Position -> name of its fact: F1, F2 and on, by path and place of the fact's first claim."""
    ordered = sorted(facts, key=lambda members: min(sides[m].place_in_report for m in members))
    return {member: f"F{number}" for number, members in enumerate(ordered, 1) for member in members}


def is_worth_showing(verdict: Verdict) -> bool:
    """Whether a pair stays even where it is of no fact."""
    return verdict.score >= _WORTH_SHOWING


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


def _names_of_documents(records: Sequence[Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for claim in records:
        found.setdefault(claim["document"], set()).update(name.lower() for name in claim["entities"] or ())
    return {document: frozenset(names) for document, names in found.items()}


def _fact(pair: Pair, names: Mapping[int, str]) -> str | None:
    left, right = (names.get(position) for position in pair)
    return left if left == right else None


def _days_apart(left: Side, right: Side) -> float | None:
    if left.published is None or right.published is None:
        return None
    return float(right.published - left.published)
