"""What a feature is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from checker.matching.side import Side


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one feature finds in a pair."""

    score: float  # 0 speaks against one fact, 1 for it
    reason: str  # in words, for the report


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a feature counts, in log-odds."""

    lift: float  # added at score 1
    drop: float  # taken away at score 0
    silence: float = 0.0  # taken away where a side is silent: not known is not the same

    def log_odds(self, score: float | None) -> float:
        """The points a score gives: a straight line from -drop to lift; None is silence."""
        return -self.silence if score is None else score * (self.lift + self.drop) - self.drop


@dataclass(frozen=True, slots=True)
class Feature:
    """One row of the table: how to compare, and what it weighs for each profile that it counts in."""

    compare: Callable[[Side, Side], Evidence | None]  # None where a side is silent
    weights: Mapping[str, Weight]
