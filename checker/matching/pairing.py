"""The way from claims to pairs: sides, candidates, scores, facts, rows."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

import pandas as pd

from checker.matching.companions import with_companions
from checker.matching.copies import Shingles, are_copies, shingles
from checker.matching.facts import SAME_FACT, group, pairs_within
from checker.matching.join import candidates
from checker.matching.keys import keys
from checker.matching.main_figures import with_main_figures
from checker.matching.relation import compare
from checker.matching.score import Verdict, score
from checker.matching.side import Side, side
from checker.matching.titles import with_bodies
from checker.tables import PAIRS, frame

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
    sides = _in_order(claims)
    scored = _Scores(sides)
    tried = {pair: scored(*pair) for pair in candidates(keys(sides))}
    facts = group({pair: verdict.score for pair, verdict in tried.items()}, scored.judged)
    names = _fact_names(facts, sides)
    for members in facts:
        tried |= {pair: scored(*pair) for pair in pairs_within(members)}
    known = shingles(sides)
    kept = [(pair, verdict) for pair, verdict in sorted(tried.items()) if _is_kept(pair, verdict, names)]
    return frame(PAIRS, [_row(pair, verdict, sides, names, known) for pair, verdict in kept])


class _Scores:
    """The verdict of any two positions, each found once."""

    def __init__(self, sides: Sequence[Side]) -> None:
        self._sides = sides
        self._known: dict[tuple[int, int], Verdict] = {}

    def __call__(self, left: int, right: int) -> Verdict:
        if (left, right) not in self._known:
            self._known[left, right] = score(self._sides[left], self._sides[right])
        return self._known[left, right]

    def judged(self, left: int, right: int) -> tuple[float, bool]:
        verdict = self(left, right)
        return verdict.score, verdict.is_separated


def _in_order(claims: pd.DataFrame) -> list[Side]:
    """The sides of all claims that are compared, earliest report first, undated ones last.

    A document read twice in a batch gives the same claims twice: the second telling is no second source.
    """
    ordered = claims.sort_values(["published", "path", "start", "id"], kind="stable", na_position="last")
    records = cast("list[dict[str, Any]]", ordered.drop_duplicates(["batch", "id"]).to_dict("records"))
    names = _names_of_documents(records)
    sides = [known for claim in records if (known := side(claim, names[claim["document"]])) is not None]
    return with_companions(with_main_figures(with_bodies(sides)))


def _names_of_documents(records: Sequence[Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for claim in records:
        found.setdefault(claim["document"], set()).update(name.lower() for name in claim["entities"] or ())
    return {document: frozenset(names) for document, names in found.items()}


def _fact_names(facts: Sequence[Sequence[int]], sides: Sequence[Side]) -> dict[int, str]:
    """Position -> name of its fact: F1, F2 and on, by path and place of the fact's first claim."""
    ordered = sorted(facts, key=lambda members: min(sides[m].place_in_report for m in members))
    return {member: f"F{number}" for number, members in enumerate(ordered, 1) for member in members}


def _is_kept(pair: tuple[int, int], verdict: Verdict, names: Mapping[int, str]) -> bool:
    return verdict.score >= _WORTH_SHOWING or _fact(pair, names) is not None


def _fact(pair: tuple[int, int], names: Mapping[int, str]) -> str | None:
    left, right = (names.get(position) for position in pair)
    return left if left == right else None


def _row(
    pair: tuple[int, int],
    verdict: Verdict,
    sides: Sequence[Side],
    names: Mapping[int, str],
    known: Mapping[str, Shingles],
) -> dict[str, Any]:
    left, right = sides[pair[0]], sides[pair[1]]
    relation = compare(left, right)
    return {
        "left": left.id,
        "right": right.id,
        **_standing(verdict, _fact(pair, names)),
        "relation": relation.relation,
        "difference": relation.difference,
        "conversion": relation.conversion,
        "same_document": left.document == right.document,
        "same_outlet": left.outlet is not None and left.outlet == right.outlet,
        "copies": are_copies(left.document, right.document, known),
        "days_apart": _days_apart(left, right),
        **verdict.features,
    }


def _standing(verdict: Verdict, fact: str | None) -> dict[str, Any]:
    """Fact, score and reasons; claims joined only through others are at the very edge of one fact."""
    if fact is None or verdict.score >= SAME_FACT:
        return {"fact": fact, "score": verdict.score, "reasons": list(verdict.reasons)}
    reasons = [*verdict.reasons, "one fact only through other claims"]
    return {"fact": fact, "score": SAME_FACT, "reasons": reasons}


def _days_apart(left: Side, right: Side) -> float | None:
    if left.published is None or right.published is None:
        return None
    return float(right.published - left.published)
