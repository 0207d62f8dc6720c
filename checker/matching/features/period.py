"""The time a figure covers."""

from checker.matching.features.feature import Evidence
from checker.matching.side import Side

_WITHIN = 0.6  # one period lies within the other


def same_period(left: Side, right: Side) -> Evidence | None:
    """Equal days, or days within days; silent where a side names none."""
    if left.period is None or right.period is None:
        return None
    if left.period == right.period:
        return Evidence(1.0, "the same period")
    (a, b), (c, d) = left.period, right.period
    if (a <= c and d <= b) or (c <= a and b <= d):
        return Evidence(_WITHIN, "one period within the other")
    return Evidence(0.0, "different periods")
