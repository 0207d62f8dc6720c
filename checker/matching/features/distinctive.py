"""Values so particular that the same one twice is hardly chance."""

import math

from checker.matching.features.feature import Evidence
from checker.matching.relation import compare
from checker.matching.side import Side
from checker.values.relate import last_place

_SAME = ("equal", "rounds_to")
_TIMES = ("equal", "contains", "contained")
_LARGE = 1e6  # from here on a figure is not one of the many small counts of a text
_DAY_NAMED = 0.8  # a day of another month than the publication's
_MONTH_NAMED = 0.6
_SHORTEST_MONTH, _LONGEST_MONTH = 28, 31
_NEAR_DAYS = 45  # the days around publication are named in every text


def distinctive_value(left: Side, right: Side) -> Evidence | None:
    """Equal or rounding values with enough digits or scale; for times a day or month well away from publication."""
    score = _time(left, right) if left.is_time else _number(left, right)
    return Evidence(score, "the same particular value") if score else None


def _number(left: Side, right: Side) -> float:
    if left.kind == "age" or compare(left, right).relation not in _SAME:
        return 0.0
    return min(_particular(left), _particular(right))


def _particular(one: Side) -> float:
    """More digits that count, and a larger size, are more particular: "three" 0, "$500 billion" 0.75, "65.9" 0.5."""
    size = abs(one.value.low)
    if not one.value.is_point or size == 0:
        return 0.0
    digits = round(math.log10(size / last_place(one.value)) + 0.5) if last_place(one.value) else 1
    scale = 0.5 if size >= _LARGE else 0.0
    return min(scale + 0.25 * min(digits, 3) if scale else 0.25 * max(digits - 1, 0), 1.0)


def _time(left: Side, right: Side) -> float:
    if compare(left, right).relation not in _TIMES or not (left.value.is_bounded and right.value.is_bounded):
        return 0.0
    return 0.0 if _is_near(left) or _is_near(right) else min(_grain(left), _grain(right))


def _grain(one: Side) -> float:
    days = one.value.high - one.value.low + 1
    if days == 1:
        return _DAY_NAMED
    return _MONTH_NAMED if _SHORTEST_MONTH <= days <= _LONGEST_MONTH else 0.0


def _is_near(one: Side) -> bool:
    return one.published is not None and abs(one.value.low - one.published) <= _NEAR_DAYS
