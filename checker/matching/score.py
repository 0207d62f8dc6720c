"""The score of a pair: how sure it is that both sides are about one fact, with the reasons."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from sys import intern

from checker.matching.beside import PARTICULAR
from checker.matching.doubts import DOUBTS, IN_DOUBT, doubt
from checker.matching.features import BIAS, FEATURES, Evidence
from checker.matching.features.measure import one_occasion
from checker.matching.misprint import DISPELLED, SURE, is_likely, is_misprint, overruled
from checker.matching.qualifiers import APART, QUALIFIERS, separated_by
from checker.matching.relation import compare
from checker.matching.side import Side
from checker.matching.slot import go_on_alike, is_one_quotation


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the features and disqualifiers say of a pair."""

    score: float  # 0 to 1; 0 where the sides are separated
    weighed: tuple[float | None, ...]  # the score of each of `FEATURES`, None where silent
    reasons: tuple[str, ...]
    is_separated: bool

    @property
    def features(self) -> Mapping[str, float | None]:
        """Name -> score, None where silent."""
        return dict(zip(FEATURES, self.weighed, strict=True))


_NOTHING = (None,) * len(FEATURES)


def score(left: Side, right: Side) -> Verdict:
    """Weigh every feature; a disqualifier ends it with score 0.

    One of `APART` keeps two figures of two documents from being compared, not from standing in one fact with others.
    """
    mistyped, is_quoted = is_misprint(left, right), is_one_quotation(left, right)
    name, why = separated_by(left, right, _QUOTED if is_quoted else overruled(left, right) if mistyped else frozenset())
    if name is not None:
        is_final = name not in APART or left.document == right.document
        return Verdict(0.0, _NOTHING, (intern(f"not one fact: {why}"),), is_separated=is_final)
    found = {name: feature.compare(left, right) for name, feature in FEATURES.items()}
    features = {name: None if evidence is None else evidence.score for name, evidence in found.items()}
    sure, reasons = _probability(left, right, features), _reasons(found)
    is_one_occasion = left.is_time and one_occasion(left, right) is not None
    sure = max(sure, SURE) if mistyped or is_quoted or is_one_occasion else sure
    dispelled = _of_misprint(left, right) if mistyped else OF_OCCASION if is_one_occasion else _NONE
    dispelled |= OF_BESIDE if (features["beside"] or 0.0) >= PARTICULAR or go_on_alike(left, right) else _NONE
    unsure = doubt(left, right, dispelled) if sure > IN_DOUBT and compare(left, right).relation == "disjoint" else None
    if unsure is not None:
        reasons, sure = (*reasons, intern(f"in doubt: {unsure}")), IN_DOUBT
    return Verdict(sure, tuple(features.values()), reasons, is_separated=False)


def _of_misprint(left: Side, right: Side) -> frozenset[str]:
    """The doubts that a misprint dispels."""
    return frozenset(DOUBTS) if is_likely(left, right) else DISPELLED


_NONE: frozenset[str] = frozenset()
# Doubts about whether two times are of one happening.
OF_OCCASION = frozenset({"wording", "happening", "unlikely"})
# Doubts that a particular figure beside both dispels, or the same words behind both.
OF_BESIDE = frozenset({"wording", "happening", "other words", "other measure", "stranger", "both told"})
# What separates two figures of one quotation.
_QUOTED = frozenset(QUALIFIERS) - {"kind", "one sentence"}


def _probability(left: Side, right: Side, features: Mapping[str, float | None]) -> float:
    """The logistic of the summed log-odds, rounded so that no platform's last bit shows."""
    profile = left.profile
    odds = BIAS[profile][left.document == right.document]
    for name, value in features.items():
        weight = FEATURES[name].weights.get(profile)
        if weight is not None:
            odds += weight.log_odds(value)
    return round(1 / (1 + math.exp(-odds)), 4)


def _reasons(found: Mapping[str, Evidence | None]) -> tuple[str, ...]:
    """What speaks for one fact first, then what speaks against it; features with nothing to say are silent."""
    told = [evidence for evidence in found.values() if evidence is not None]
    return tuple([intern(evidence.reason) for evidence in sorted(told, key=_rank)])  # many pairs give the same reasons


def _rank(evidence: Evidence) -> float:
    return -evidence.score
