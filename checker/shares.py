"""What of a run is told: of a batch and what it is compared with, the findings it has a part in; the first of many."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from checker.tables import DOCUMENTS, joined


@dataclass(frozen=True, slots=True)
class Share:
    """The tables of a batch, with what of its witnesses its facts and findings name."""

    documents: pd.DataFrame
    claims: pd.DataFrame
    pairs: pd.DataFrame
    findings: pd.DataFrame


def share(
    documents: pd.DataFrame, claims: pd.DataFrame, witnesses: pd.DataFrame, pairs: pd.DataFrame, findings: pd.DataFrame
) -> Share:
    """The batch's share of a run.

    Args:
        documents: those of the batch.
        claims: all, of the batch and of what it was compared with.
        witnesses: the documents that it was compared with: archived ones, reference facts.
        pairs: of all claims.
        findings: of all claims.

    Returns:
        Findings with a claim of the batch; pairs of facts with one, and pairs without a fact that have one; of the
        witnesses the claims that those name, and their documents.

    """
    own = set(claims["id"][~claims["document"].isin(witnesses["id"])])
    has_part = pd.Series([not own.isdisjoint(names) for names in findings["claims"]], findings.index, dtype="bool")
    told = findings[has_part]
    is_own = pairs["left"].isin(own) | pairs["right"].isin(own)
    left = pairs[is_own | pairs["fact"].isin(set(pairs["fact"][is_own].dropna()))]
    named = own.union(left["left"], left["right"], *told["claims"])
    kept = claims[claims["id"].isin(named)]
    met = witnesses[witnesses["id"].isin(kept["document"])]
    return Share(
        joined([documents, met], DOCUMENTS),
        kept.reset_index(drop=True),
        left.reset_index(drop=True),
        told.reset_index(drop=True),
    )


def overlooked(own: pd.DataFrame, pairs: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """The batch's pairs of those facts of which only discrepancies among its witnesses are told.

    Args:
        own: the claims of the batch.
        pairs: of all claims.
        findings: of all claims.

    """
    names = set(own["id"])
    apart = findings[(findings["verdict"] == "discrepancy") & findings["fact"].notna()]
    has_part = pd.Series([not names.isdisjoint(claims) for claims in apart["claims"]], apart.index, dtype="bool")
    foreign = set(apart["fact"][~has_part]) - set(apart["fact"][has_part])
    return pairs[pairs["left"].isin(names) & pairs["right"].isin(names) & pairs["fact"].isin(foreign)]


def first(tables: Mapping[str, pd.DataFrame], top: int) -> dict[str, pd.DataFrame]:
    """The most pressing findings with the pairs of their facts, the claims that these name, and their documents.

    Args:
        tables: `documents`, `claims`, `pairs` and `findings` of a run.
        top: how many findings.

    """
    findings = tables["findings"].head(top)
    pairs = tables["pairs"][tables["pairs"]["fact"].isin(findings["fact"])]
    named = {*pairs["left"], *pairs["right"]}.union(*findings["claims"])
    claims = tables["claims"][tables["claims"]["id"].isin(named)]
    documents = tables["documents"][tables["documents"]["id"].isin(claims["document"])]
    kept = {"documents": documents, "claims": claims, "pairs": pairs, "findings": findings}
    return {name: rows.reset_index(drop=True) for name, rows in kept.items()}
