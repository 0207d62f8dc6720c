"""Values so particular that the same one twice, or the same one mistyped, is hardly chance."""

from checker.matching.features.feature import Evidence
from checker.matching.particular import particularity
from checker.matching.relation import compare
from checker.matching.side import Side
from checker.matching.slip import mistaken_points, mistaken_unit, slip

_PARTICULAR = 0.5  # from here on a value is called particular
_SAME_NUMBER = ("equal", "rounds_to")
_SAME_TIME = ("equal", "contains", "contained")
_OF_UNIT = 0.3  # one number of two digits in two units: seldom chance
_OF_SLIP = 0.6  # what a slip tells, of what the same particular value does


def distinctive_value(left: Side, right: Side) -> Evidence | None:
    """Equal or rounding values, as far as the less particular of the two identifies; a slip; silent elsewhere."""
    mistyped = slip(left, right)
    if mistyped:
        return Evidence(
            _OF_SLIP * mistyped, "the digits of one value are those of the other, in another order or place"
        )
    if mistaken_unit(left, right) or mistaken_points(left, right):
        return Evidence(_OF_UNIT, "the same number in another unit")
    score = min(particularity(left), particularity(right))
    same = _SAME_TIME if left.is_time else _SAME_NUMBER
    is_same_form = bool(left.open_form) and left.open_form == right.open_form
    if not score or not (is_same_form or compare(left, right).relation in same):
        return None
    return Evidence(score, "the same particular value" if score >= _PARTICULAR else "the same value")
