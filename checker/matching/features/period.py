"""The time a figure covers."""

from checker.matching.features.feature import Evidence
from checker.matching.side import Side
from checker.matching.slot import is_one_quotation

NEARLY = 0.95  # share of the longer of two periods that both cover
_WITHIN = 0.6  # one period lies within the other


def same_period(left: Side, right: Side) -> Evidence | None:
    """Equal days, or nearly, or days within days; silent where a side names none, and of words that both quote."""
    if left.period is None or right.period is None or is_one_quotation(left, right):
        return None
    (a, b), (c, d) = left.period, right.period
    common, longest = min(b, d) - max(a, c) + 1, max(b - a, d - c) + 1
    if common >= NEARLY * longest:  # "the past five years", told on two days
        return Evidence(1.0, "the same period")
    if (a <= c and d <= b) or (c <= a and b <= d):
        return Evidence(_WITHIN, "one period within the other")
    return Evidence(0.0, "different periods")
