"""Where the figure holds."""

from checker.matching.features.feature import Evidence
from checker.matching.side import Side
from checker.matching.wording import words

_PART_OF_NAME = 0.7  # "West Philadelphia" and "Philadelphia"


def same_place(left: Side, right: Side) -> Evidence | None:
    """Equal names, or one within the other; silent where a side names none, or where both name both.

    The place of a dateline is where the reporter sits: it can tell that two are one, not that they are two.
    """
    if left.place is None or right.place is None:
        return None
    if left.place == right.place:
        return Evidence(1.0, f"both in {left.place}")
    if left.place in right.names and right.place in left.names:
        return None
    a, b = set(words(left.place)), set(words(right.place))
    if a <= b or b <= a:
        return Evidence(_PART_OF_NAME, f"{left.place} and {right.place}")
    if not (_is_told_beside(left) and _is_told_beside(right)):
        return None
    return Evidence(0.0, f"{left.place} is not {right.place}")


def _is_told_beside(side: Side) -> bool:
    """Whether the place stands in the figure's own sentence."""
    return side.place is not None and set(words(side.place)) <= set(words(side.sentence))
