"""A value: an interval of numbers with the step its digits resolve and the hedge its words give."""

import math
from dataclasses import dataclass

NAN = math.nan

# How a word loosens a figure or a time. The last six are for times (TIMEX3 mod START, MID, END, BEFORE, AFTER).
HEDGES = (
    "exact",
    "about",
    "nearly",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "range",
    "early",
    "mid",
    "late",
    "before",
    "after",
)


@dataclass(frozen=True, slots=True)
class Value:
    """What the words of one figure say, before anything is widened.

    A missing end is NaN: "at least 38" has no high end, an unresolved date has neither.
    Days are proleptic ordinals (`datetime.date.toordinal`), both ends included.
    """

    low: float  # lower end, in the claim's unit
    high: float  # upper end, in the claim's unit
    low_closed: bool = True  # False for "more than 38"
    high_closed: bool = True  # False for "less than 38" and for the upper end of "hundreds"
    step: float = 0.0  # what the written digits resolve: 65.9 billion -> 1e8; 0 where nothing is rounded
    hedge: str = "exact"  # one of HEDGES

    @property
    def is_known(self) -> bool:
        """Whether at least one end is known."""
        return not (math.isnan(self.low) and math.isnan(self.high))

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are known."""
        return not (math.isnan(self.low) or math.isnan(self.high))

    @property
    def is_point(self) -> bool:
        """Whether both ends are the same number."""
        return self.low == self.high
