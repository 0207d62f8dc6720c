"""How two values stand to each other, before any rule is asked."""

import math
from dataclasses import dataclass

from checker.values.value import Value

RELATIONS = ("equal", "rounds_to", "contains", "contained", "overlaps", "disjoint", "not_comparable", "unknown")

# "about 300" says nothing finer than its last digit that is not zero, and never less than this share of itself.
ABOUT_SHARE = 0.05
# Binary floats of decimal figures: two ends nearer than this share of themselves are the same.
SAME_SHARE = 1e-9


@dataclass(frozen=True, slots=True)
class _Span:
    """A widened value: both ends known (infinite where open)."""

    low: float
    high: float
    low_closed: bool
    high_closed: bool


def relate(a: Value, b: Value) -> str:
    """Tell how `a` stands to `b`; both in one unit. One of RELATIONS.

    * equal: the same ends, as written or once widened, whatever the hedge ("about 5" and "5").
    * rounds_to: two plain figures, the finer of which rounds to the coarser at the precision written.
    * contains, contained: all that `b` (or `a`) leaves open lies within the other, hedges and rounding counted.
    * overlaps, disjoint: some, or nothing, is common.
    * unknown: one of them has no value. `not_comparable` is for callers whose units do not convert.

    The relation is symmetric but for contains and contained, which mirror each other.
    """
    if not (a.is_known and b.is_known):
        return "unknown"
    if _is_same(a, b):
        return "equal"
    if _is_plain(a) and _is_plain(b):
        return "rounds_to" if _rounds(a, b) else "disjoint"
    return _compare(_widen(a, b.step), _widen(b, a.step))


def is_agreeing(relation: str) -> bool:
    """Whether the relation leaves room for both values to be true."""
    return relation in ("equal", "rounds_to", "contains", "contained", "overlaps")


def _is_same(a: Value, b: Value) -> bool:
    ends = _same_end(a.low, b.low) and _same_end(a.high, b.high)
    return ends and a.low_closed == b.low_closed and a.high_closed == b.high_closed


def _same_end(x: float, y: float) -> bool:
    if math.isnan(x) or math.isnan(y):
        return math.isnan(x) and math.isnan(y)
    if math.isinf(x) or math.isinf(y):
        return x == y
    return abs(x - y) <= SAME_SHARE * max(abs(x), abs(y))


def _is_plain(value: Value) -> bool:
    return value.is_point and value.step > 0 and value.hedge == "exact"


def _rounds(a: Value, b: Value) -> bool:
    """Half a step of the coarser either way, ends included: 0.25 may have been rounded up or down."""
    coarser = max(a.step, b.step)
    if a.step == b.step:
        return False
    return abs(a.low - b.low) <= coarser / 2 * (1 + SAME_SHARE)


def _widen(value: Value, other_step: float) -> _Span:
    low = -math.inf if math.isnan(value.low) else value.low
    high = math.inf if math.isnan(value.high) else value.high
    half = value.step / 2 if value.step > other_step else 0.0
    if value.hedge == "about" and value.is_point:
        half = max(half, about_half(value))
    if value.hedge == "nearly" and value.is_point:
        return _Span(low - 2 * about_half(value), high + half, low_closed=True, high_closed=True)
    if half:
        return _Span(low - half, high + half, low_closed=True, high_closed=True)
    return _Span(low, high, value.low_closed, value.high_closed)


def about_half(value: Value) -> float:
    """Half the width that "about" opens around a figure, in its unit: half its last place that is not zero."""
    size, place = abs(value.low), last_place(value) if value.step else 0.0
    return max(min(place / 2, size / 4 or place / 2), size * ABOUT_SHARE)


def last_place(value: Value) -> float:
    """The place of the last digit that is not zero, in the value's unit: 100 for 300, 1e8 for 65.9 billion."""
    size, place = abs(value.low), value.step or 1.0
    while size and place < size and math.isclose(size / (place * 10), round(size / (place * 10)), rel_tol=1e-12):
        place *= 10
    return place


def _compare(a: _Span, b: _Span) -> str:
    if _is_apart(a, b) or _is_apart(b, a):
        return "disjoint"
    holds, is_held = _holds(a, b), _holds(b, a)
    if holds and is_held:
        return "equal"
    return "contains" if holds else "contained" if is_held else "overlaps"


def _is_apart(a: _Span, b: _Span) -> bool:
    """Whether `a` ends before `b` begins. Ends that meet are common, even open: "over 50" does not contradict 50."""
    return a.high < b.low and not _same_end(a.high, b.low)


def _holds(outer: _Span, inner: _Span) -> bool:
    low = outer.low < inner.low or (_same_end(outer.low, inner.low) and (outer.low_closed or not inner.low_closed))
    high = outer.high > inner.high or (
        _same_end(outer.high, inner.high) and (outer.high_closed or not inner.high_closed)
    )
    return low and high
