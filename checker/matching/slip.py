"""Slips: two values that differ as a hand slips, digits in another order or a zero too many."""

import math
import re
from functools import lru_cache

from checker.matching.remembered import remembered
from checker.matching.side import Side

SWAPPED, _SHORT = 1.0, 0.5  # three digits and more, and two: one pair of figures in a hundred does so by chance
_MOST_PLACES = 4  # powers of ten: more is no slip of a hand
_SHORTEST = 2
_DOZEN = "dozen"


@remembered
def slip(left: Side, right: Side) -> float:
    """How much two different values look like one value and its slip, 0 to 1.

    Figures of one unit: two digits that have changed places, or the same ones at another power of ten. Times: the last
    two digits of the year, or those of the day or the minute, in another order.
    """
    if left.is_time:
        return _of_times(left, right)
    if not _are_plain(left, right):
        return 0.0
    return _of_numbers(abs(left.value.low), abs(right.value.low))


def swapped(left: Side, right: Side) -> bool:
    """Whether two digits of a figure have changed places in another of its unit, or those of a year in another year."""
    if left.is_time:
        return _of_times(left, right) > 0
    return _are_plain(left, right) and _is_swapped(abs(left.value.low), abs(right.value.low))


def shifted(left: Side, right: Side) -> bool:
    """Whether two figures of one unit have the same digits, two and more, at another power of ten."""
    if left.is_time or not _are_plain(left, right):
        return False
    one, other = digits(left.value.low), digits(right.value.low)
    return one == other and len(one) >= _SHORTEST and 0 < _places(left.value.low, right.value.low) <= _MOST_PLACES


def mistaken_unit(left: Side, right: Side) -> bool:
    """Whether one number, of two digits and more, is given in two units of one dimension: 142 km/h and 142 mph.

    Not in dozens, which is a way to tell about how many: 12 days of this and a dozen years of that.
    """
    if left.value.low != right.value.low or left.unit == right.unit or left.is_time:
        return False
    if any(_DOZEN in one.text for one in (left, right)) or _is_plain_dollar(left, right) or are_tons(left, right):
        return False
    is_one = left.dimension == right.dimension and left.value.is_point and right.value.is_point
    return is_one and len(digits(left.value.low)) >= _SHORTEST


def are_tons(left: Side, right: Side) -> bool:
    """Whether one is told in tons and the other in tonnes, which many papers do not tell apart."""
    units = [(one.unit or "").partition("/") for one in (left, right)]
    return {unit[0] for unit in units} == {"ton", "tonne"} and units[0][2] == units[1][2]


def _is_plain_dollar(left: Side, right: Side) -> bool:
    """Whether a dollar sign alone stands beside the dollar of a country, which it may mean: "$43.26", "C$43.26"."""
    return any(
        one.currency == "USD" and one.text.startswith("$") and "$" in other.text
        for one, other in ((left, right), (right, left))
    )


def mistaken_points(left: Side, right: Side) -> bool:
    """Whether one number is told as a change in percent, and as one in percentage points."""
    if left.value.low != right.value.low or not (left.value.is_point and right.value.is_point):
        return False
    share, points = sorted((left, right), key=lambda side: side.dimension == "points")
    return share.unit == "percent" and share.role == "change_by" and points.unit == "percentage point"


def is_slip(left: Side, right: Side) -> bool:
    """Whether one of two values looks like the other and a slip of the hand: in digits, size or unit."""
    is_of_digits = swapped(left, right) or shifted(left, right)
    return is_of_digits or mistaken_unit(left, right) or mistaken_points(left, right)


def both_told(left: Side, right: Side) -> int:
    """How many of the two articles tell both figures; of one number in two units that cannot be known."""
    if left.value.low == right.value.low:
        return 0
    return (right.value.low in left.values) + (left.value.low in right.values)


def _places(a: float, b: float) -> float:
    return abs(math.log10(a / b))


def _are_plain(left: Side, right: Side) -> bool:
    """Whether both are single figures of one unit, on one side of zero."""
    is_one_unit = left.unit == right.unit and left.value.is_point and right.value.is_point
    return is_one_unit and left.value.low * right.value.low > 0


def _of_numbers(a: float, b: float) -> float:
    one, other = digits(a), digits(b)
    if a == b or (min(len(one), len(other)) < _SHORTEST and one != other):
        return 0.0
    if one == other:
        return _of_length(one) if _places(a, b) <= _MOST_PLACES else 0.0
    return _of_length(one) if _is_swapped(a, b) else 0.0


def _is_swapped(a: float, b: float) -> bool:
    """Whether two digits of the one have changed places in the other."""
    if a == b or math.floor(math.log10(a)) != math.floor(math.log10(b)):
        return False
    one, other = digits(a), digits(b)
    size = max(len(one), len(other))
    moved = [pair for pair in zip(one.ljust(size, "0"), other.ljust(size, "0"), strict=True) if pair[0] != pair[1]]
    return len(moved) == _SWAP and moved[0] == moved[1][::-1]


_SWAP = 2  # digits


def _of_length(digits: str) -> float:
    return SWAPPED if len(digits) > _SHORTEST else _SHORT


@lru_cache(maxsize=16_384)
def digits(number: float) -> str:
    """The digits that count: "32" of 3.2 billion."""
    return f"{abs(number):.12e}".partition("e")[0].replace(".", "").rstrip("0")


def _of_times(left: Side, right: Side) -> float:
    """Years whose last two digits are swapped, or the two of a day or of a minute, all else the same."""
    is_swapped = left.timex != right.timex and sorted_digits(left.timex) == sorted_digits(right.timex) != ""
    return _SHORT if is_swapped else 0.0


_PARTS = re.compile(
    r"([0-9]{2})([0-9]{2})(?:(-[0-9]{2})(?:-([0-9]{2})(?:(T[0-9]{2}:)([0-9]{2}))?)?)?(?:Z|[+-][0-9:]+)?"
)


@lru_cache(maxsize=16_384)
def sorted_digits(timex: str) -> str:
    """A time with the digits that a hand may swap in order of size: of the year in its century, the day, the minute."""
    match = _PARTS.fullmatch(timex)
    if match is None:
        return ""
    century, year, month, day, hour, minute = (part or "" for part in match.groups())
    return f"{century}{_in_order(year)}{month}-{_in_order(day)}{hour}{_in_order(minute)}"


def _in_order(digits: str) -> str:
    return "".join(sorted(digits))
