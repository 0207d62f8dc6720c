"""Which claims of a fact stand in a finding, and which comes first."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from checker.judging.cliques import largest_clique
from checker.tables import witness

AGREEING = ("agreement", "compatible")
MOST_SEEDS = 50  # pairs tried as the core of a group when the largest group lacks the rule's own pairs

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Edge:
    """One decided pair of a fact."""

    left: str
    right: str
    rule: int  # place of the rule that decided
    verdict: str
    pair: Record  # its row of the pairs table

    def other(self, claim: str) -> str:
        """The claim at its other end."""
        return self.right if claim == self.left else self.left


@dataclass(slots=True)
class Fact:
    """A fact's decided pairs and the claims they name."""

    claims: Mapping[str, Record]  # every claim by id
    edges: list[Edge] = field(default_factory=list)

    def of_rule(self, rule: int) -> list[Edge]:
        """The pairs that one rule decided."""
        return [edge for edge in self.edges if edge.rule == rule]

    def neighbours(self, verdicts: Sequence[str]) -> dict[str, set[str]]:
        """Every claim's partners in pairs of these verdicts."""
        partners: dict[str, set[str]] = {}
        for edge in self.edges:
            if edge.verdict in verdicts:
                partners.setdefault(edge.left, set()).add(edge.right)
                partners.setdefault(edge.right, set()).add(edge.left)
        return partners


def together(fact: Fact, edges: Sequence[Edge]) -> list[str]:
    """The largest group of claims that all agree and hold a pair of the rule, in order of report.

    Agreement asks for agreement between every two; what is compatible may hold equal values too.
    """
    verdicts = AGREEING if edges[0].verdict == "compatible" else ("agreement",)
    partners = fact.neighbours(verdicts)
    among = _touched(edges)
    group = largest_clique(_restricted(partners, sorted(among, key=lambda c: reported(fact.claims[c])), among))
    if not any(edge.left in group and edge.right in group for edge in edges):
        group = _around(partners, edges)
    return sorted(group, key=lambda claim: reported(fact.claims[claim]))


def apart(fact: Fact, edges: Sequence[Edge]) -> list[str]:
    """One claim and every claim it stands apart from by the rule: it first, then the others in order of report.

    It is the one whose value has the fewest independent witnesses, then the one that stands apart from the most others,
    then the one reported later, then by path. An article's claim goes before a reference fact, whatever its witnesses:
    the article is what can be corrected.
    """
    agreeing = fact.neighbours(AGREEING)
    degree = Counter(claim for edge in edges for claim in (edge.left, edge.right))
    first = min(
        degree,
        key=lambda c: (
            fact.claims[c]["section"] == "reference",
            _witnesses(fact, c, agreeing),
            -degree[c],
            *_latest(fact.claims[c]),
        ),
    )
    others = {edge.other(first) for edge in edges if first in (edge.left, edge.right)}
    return [first, *sorted(others, key=lambda claim: reported(fact.claims[claim]))]


def siding(fact: Fact, told: Sequence[str], verdict: str) -> list[str]:
    """The claims that agree with the first of a group and stand apart from its others as it does, by report."""
    first, *others = told
    agreeing, differing = fact.neighbours(("agreement",)), fact.neighbours((verdict,))
    found = (claim for claim in agreeing.get(first, ()) if differing.get(claim, set()).issuperset(others))
    return sorted(found, key=lambda claim: reported(fact.claims[claim]))


def untold(fact: Fact, edges: Sequence[Edge], told: Sequence[str]) -> list[Edge]:
    """The pairs that a group leaves untold: neither claim is in it, nor do both agree with claims that are."""
    agreeing, group = fact.neighbours(AGREEING), set(told)
    met = group.union(*(agreeing.get(claim, ()) for claim in told))
    return [edge for edge in edges if not ({edge.left, edge.right} & group or {edge.left, edge.right} <= met)]


def reported(claim: Record) -> tuple[dt.date, str, int]:
    """Sorts claims as they were reported: by day (undated last), path and place."""
    return _day(claim["published"], dt.date.max), claim["path"], claim["start"]


def _latest(claim: Record) -> tuple[int, str, int]:
    """Sorts claims from the latest (undated last), then by path and place."""
    return -_day(claim["published"], dt.date.min).toordinal(), claim["path"], claim["start"]


def _day(published: Any, otherwise: dt.date) -> dt.date:
    return otherwise if pd.isna(published) else published.date()


def _touched(edges: Iterable[Edge]) -> set[str]:
    return {claim for edge in edges for claim in (edge.left, edge.right)}


def _restricted(partners: Mapping[str, set[str]], order: Iterable[str], among: set[str]) -> dict[str, set[str]]:
    return {claim: partners[claim] & among for claim in order}


def _around(partners: Mapping[str, set[str]], edges: Sequence[Edge]) -> set[str]:
    """The largest group that holds one of the pairs, by trying those with most partners in common."""
    seeds = sorted(edges, key=lambda edge: -len(partners[edge.left] & partners[edge.right]))[:MOST_SEEDS]
    groups = []
    for edge in seeds:
        common = partners[edge.left] & partners[edge.right]
        groups.append(largest_clique(_restricted(partners, sorted(common), common)) | {edge.left, edge.right})
    return max(groups, key=len)


def _witnesses(fact: Fact, claim: str, agreeing: Mapping[str, set[str]]) -> int:
    """How many independent witnesses the claim's value has."""
    backers = {claim, *agreeing.get(claim, ())}
    return len({witness(fact.claims[c]["outlet"], fact.claims[c]["document"]) for c in backers})
