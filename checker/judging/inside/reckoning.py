"""A reckoning: what a text tells of one figure, and what follows for it from other figures of the same text."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from checker.judging.inside.sentence import Record
from checker.judging.inside.span import Span, gap


@dataclass(frozen=True, slots=True)
class Reckoning:
    """One check of a text against itself."""

    check: str  # one of CHECKS
    claims: tuple[Record, ...]  # the figure that is checked, then those it was checked by
    told: Span
    expected: Span
    arithmetic: str  # "5 + 8 = 13"

    def row(self) -> dict[str, Any]:
        """Its columns of RECKONED."""
        apart = gap(self.told, self.expected)
        largest = max(abs(self.told.middle), abs(self.expected.middle))
        return {
            "check": self.check,
            "told": self.told.middle,
            "expected": self.expected.middle,
            "gap": 0.0 if math.isnan(apart) else apart,
            "off": apart / largest if apart and largest > 0 else 0.0,
            "arithmetic": self.arithmetic,
        }


def ids(claims: Sequence[Record]) -> list[str]:
    """The ids of claims, none twice."""
    return list(dict.fromkeys(claim["id"] for claim in claims))
