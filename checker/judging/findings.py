"""From decided pairs to findings: one a fact and rule; more where what differs has nothing to do with the first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

import numpy as np
import numpy.typing as npt
import pandas as pd

from checker.judging.decide import NO_RULE
from checker.judging.fingerprint import fingerprint, identity
from checker.judging.groups import AGREEING, Edge, Fact, Record, apart, reported, siding, together, untold
from checker.judging.message import RELATION_WORDS, message
from checker.judging.rule import Rule
from checker.tables import FINDINGS, SEVERITIES, frame

_MOST_FINDINGS = 100  # of a fact and rule
# Most pressing first.
VERDICT_ORDER = ("discrepancy", "update", "attributed", "agreement", "compatible", "undecided")


def findings(
    pairs: pd.DataFrame,
    claims: pd.DataFrame,
    rules: Sequence[Rule],
    decided: npt.NDArray[np.int64],
    inside: Iterable[Mapping[str, Any]] = (),
) -> pd.DataFrame:
    """One row a fact and rule, as the findings table; of discrepancies one more for what the first leaves untold.

    Sorted by severity, verdict, confidence, fact and rule.

    Args:
        pairs: pairs of one fact each.
        claims: the claims they name.
        rules: the rules.
        decided: for every pair the place of the rule that decided it.
        inside: rows of findings inside one document, which stand beside those of the facts.

    """
    facts = _facts(pairs, claims, rules, decided)
    rows = [*inside, *(row for name, fact in facts.items() for row in _rows(name, fact, rules))]
    return frame(FINDINGS, sorted(rows, key=_urgency))


def _facts(
    pairs: pd.DataFrame, claims: pd.DataFrame, rules: Sequence[Rule], decided: npt.NDArray[np.int64]
) -> dict[str, Fact]:
    chosen = decided != NO_RULE
    used = pairs[chosen]
    wanted = claims[claims["id"].isin([*used["left"], *used["right"]])]
    by_id = {claim["id"]: claim for claim in _records(wanted)}
    facts: dict[str, Fact] = {}
    for pair, rule in zip(_records(used), decided[chosen].tolist(), strict=True):
        edge = Edge(pair["left"], pair["right"], rule, rules[rule].verdict, pair)
        facts.setdefault(pair["fact"], Fact(by_id)).edges.append(edge)
    return facts


def _records(data: pd.DataFrame) -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", data.to_dict("records"))


def _rows(name: str, fact: Fact, rules: Sequence[Rule]) -> Iterator[dict[str, Any]]:
    for place in sorted({edge.rule for edge in fact.edges}):
        edges = fact.of_rule(place)
        for _ in range(_MOST_FINDINGS if rules[place].verdict == "discrepancy" else 1):
            row = _row(name, fact, edges, rules[place])
            yield row
            edges = untold(fact, edges, row["claims"])
            if not edges:
                break


def _row(name: str, fact: Fact, edges: Sequence[Edge], rule: Rule) -> dict[str, Any]:
    group = (together if rule.verdict in AGREEING else apart)(fact, edges)
    inside = _inside(edges, group, rule.verdict)
    decisive = min(inside, key=lambda edge: _stable(fact.claims, edge)) if len(inside) > 1 else inside[0]
    a, b = fact.claims[decisive.left], fact.claims[decisive.right]
    return {
        "rule": rule.code,
        "name": rule.name,
        "verdict": rule.verdict,
        "severity": rule.severity,
        "confidence": min(edge.pair["score"] for edge in inside),
        "fact": name,
        "claims": group,
        "agreeing": [] if rule.verdict in AGREEING else siding(fact, group, rule.verdict),
        "message": message(rule.message, decisive.pair, a, b),
        "reasons": [*decisive.pair["reasons"], RELATION_WORDS[decisive.pair["relation"]], rule.why],
        "fingerprint": fingerprint(rule.code, a, b),
    }


def _inside(edges: Sequence[Edge], group: Sequence[str], verdict: str) -> list[Edge]:
    """The rule's pairs within a group: where its first claim stands apart, those of that claim."""
    if verdict not in AGREEING:
        return [edge for edge in edges if group[0] in (edge.left, edge.right)]
    members = set(group)
    return [edge for edge in edges if edge.left in members and edge.right in members]


def _stable(claims: Mapping[str, Record], edge: Edge) -> tuple[Any, ...]:
    """Orders pairs by what outlives edits and moves: days, outlets and values; place only between equals."""
    sides = [claims[edge.left], claims[edge.right]]
    names = sorted((reported(side)[0], [str(part) for part in identity(side)]) for side in sides)
    return names, [reported(side) for side in sides]


def _urgency(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return (
        SEVERITIES.index(row["severity"]),
        VERDICT_ORDER.index(row["verdict"]),
        -row["confidence"],
        len(row["fact"]),
        row["fact"],
        row["rule"],
    )
