"""How particular a value is: whether the same one twice is hardly chance."""

import math
from functools import lru_cache

from checker.matching.side import Side
from checker.values.relate import last_place
from checker.values.value import Value

_LARGE = 1e6  # from here on a figure is not one of the many small counts of a text
_OF_LARGE = 0.5
_OF_ANY = 0.4  # small counts are equal by chance often enough
OF_AGE = 0.25  # beside the same name; two people of one name are seldom of one age
_OF_DIGIT = 0.25
_DIGITS = 3  # more digits than these tell no more

DAY_NAMED = 0.8
MONTH_NAMED = 0.6
OPEN = 0.6  # the same weekday, in two undated documents
SHORTEST_MONTH, LONGEST_MONTH = 28, 31
NEAR_DAYS = 45  # the days around publication are named in every text


def particularity(one: Side) -> float:
    """How much the value alone identifies, 0 to 1; 0 for open ends, ranges and days near the publication.

    Ages 0.25. Numbers: digits that count, and size: "three" or "47" 0.4, "$500 billion" 0.75, "$65.9 billion" 1.
    Times: a day 0.8, a month 0.6, longer spans nothing.
    """
    if one.is_time:
        return _of_time(one)
    return OF_AGE if one.kind == "age" and one.value.is_point and one.value.low else of_number(one.value)


@lru_cache(maxsize=16_384)
def of_number(value: Value) -> float:
    """How much a figure that is no age identifies."""
    size = abs(value.low)
    if not value.is_point or not size:
        return 0.0
    digits = min(1 + round(math.log10(max(size / last_place(value), 1)) - 0.5), _DIGITS)
    if size >= _LARGE:
        return min(_OF_LARGE + _OF_DIGIT * digits, 1.0)
    return max(_OF_DIGIT * (digits - 1), _OF_ANY)


def _of_time(one: Side) -> float:
    if one.open_form:
        return OPEN
    if not one.value.is_bounded or _is_near_publication(one):
        return 0.0
    days = one.value.high - one.value.low + 1
    if days == 1:
        return DAY_NAMED
    return MONTH_NAMED if SHORTEST_MONTH <= days <= LONGEST_MONTH else 0.0


def _is_near_publication(one: Side) -> bool:
    return one.published is not None and abs(one.value.low - one.published) <= NEAR_DAYS
