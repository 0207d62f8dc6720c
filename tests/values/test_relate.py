import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.values.relate import RELATIONS, about_half, is_agreeing, last_place, relate
from checker.values.value import HEDGES, NAN, Value

MIRROR = {"contains": "contained", "contained": "contains"}


def point(number, step=1.0, hedge="exact"):
    return Value(number, number, step=step, hedge=hedge)


def least(number, *, closed=True):
    return Value(number, NAN, low_closed=closed, step=1.0, hedge="at_least" if closed else "more_than")


def most(number, *, closed=True):
    return Value(NAN, number, high_closed=closed, step=1.0, hedge="at_most" if closed else "less_than")


def span(low, high, *, high_closed=True):
    return Value(low, high, high_closed=high_closed, step=1.0, hedge="range")


# What must differ comes first: each row says why the two cannot both be true.
DISJOINT = [
    ("same precision, other digit", point(38), point(39)),
    ("a round figure written out is exact", point(300), point(287)),
    ("does not round to the coarser", point(65.9e9, 1e8), point(65e9, 1e9)),
    ("rounds the wrong way", point(2.44, 0.01), point(2.5, 0.1)),
    ("sign", point(5), point(-5)),
    ("below the bound", point(30), least(38)),
    ("above the bound", point(45), most(38)),
    ("bounds that leave nothing", most(10), least(12)),
    ("above what the coarser may have been rounded from", point(60, 10.0), span(66, 70)),
    ("beside the range", point(16), span(10, 15)),
    ("about reaches only half its last place", point(500, hedge="about"), point(300)),
    ("nearly reaches down, not up", point(40, hedge="nearly"), point(45)),
    ("days", Value(738000, 738000), Value(738001, 738001)),
    ("day outside the month", Value(738000, 738027), Value(738030, 738030)),
]

AGREEING = [
    ("the same", point(38), point(38), "equal"),
    ("the same, hedged", point(5, hedge="about"), point(5), "equal"),
    ("the same bound", least(38), least(38), "equal"),
    ("float of a decimal sum", point(0.1 + 0.2, 0.1), point(0.3, 0.1), "equal"),
    ("billions to one place", point(65.87e9, 1e7), point(65.9e9, 1e8), "rounds_to"),
    ("billions to none", point(65.9e9, 1e8), point(66e9, 1e9), "rounds_to"),
    ("half may round up", point(0.25, 0.01), point(0.3, 0.1), "rounds_to"),
    ("half may round down", point(0.25, 0.01), point(0.2, 0.1), "rounds_to"),
    ("at least", least(38), point(41), "contains"),
    ("up to", point(41), most(50), "contained"),
    ("more than beside the figure itself", least(50, closed=False), point(50), "overlaps"),
    ("hundreds", Value(1e11, 1e12, high_closed=False, hedge="range"), point(5e11, 1e11), "contains"),
    ("range", span(10, 15), point(12), "contains"),
    ("ranges that meet", span(10, 15), span(14, 20), "overlaps"),
    ("about a round figure", point(300, hedge="about"), point(287), "contains"),
    ("nearly", point(40, hedge="nearly"), point(38), "contains"),
    ("all that rounds up to the coarser, its end included", point(60, 10.0), span(58, 65), "contains"),
    ("all that rounds down to the coarser, its end included", point(60, 10.0), span(55, 58), "contains"),
    ("more than rounds to the coarser", point(60, 10.0), span(58, 66), "overlaps"),
    ("two thirds and its percentage", Value(2 / 3, 2 / 3), Value(0.67, 0.67, step=0.01), "contained"),
    ("day within the month", Value(738000, 738027), Value(738010, 738010), "contains"),
]


@pytest.mark.parametrize(("a", "b"), [row[1:] for row in DISJOINT], ids=[row[0] for row in DISJOINT])
def test_disjoint(a, b):
    assert relate(a, b) == "disjoint"
    assert relate(b, a) == "disjoint"
    assert not is_agreeing("disjoint")


@pytest.mark.parametrize(("a", "b", "relation"), [row[1:] for row in AGREEING], ids=[row[0] for row in AGREEING])
def test_agreeing(a, b, relation):
    assert relate(a, b) == relation
    assert relate(b, a) == MIRROR.get(relation, relation)
    assert is_agreeing(relation)


def test_a_value_without_ends_is_unknown_and_no_agreement():
    nothing = Value(NAN, NAN)
    assert relate(nothing, nothing) == relate(nothing, point(3)) == "unknown"
    assert not is_agreeing("unknown")
    assert not is_agreeing("not_comparable")


@pytest.mark.parametrize(
    ("number", "step", "place"),
    [(300, 1, 100), (65.9e9, 1e8, 1e8), (1200, 1, 100), (38, 1, 1), (0.25, 0.01, 0.01), (0.5, 0.1, 0.1), (0, 1, 1)],
)
def test_last_place_is_that_of_the_last_digit_not_zero(number, step, place):
    assert math.isclose(last_place(point(number, step)), place)


@pytest.mark.parametrize(
    ("number", "step", "half"),
    [(0, 10, 5), (300, 1, 50), (38, 1, 1.9), (5, 1, 0.5), (1000, 1, 250), (1, 1, 0.25), (0, 1, 0.5)],
)
def test_about_opens_half_the_last_place_but_never_more_than_a_quarter(number, step, half):
    assert math.isclose(about_half(point(number, step)), half)


NUMBERS = st.integers(-(10**6), 10**6).map(float)
STEPS = st.sampled_from([0.0, 0.1, 1.0, 10.0, 1000.0])


@st.composite
def values(draw):
    a, b = sorted((draw(NUMBERS), draw(NUMBERS)))
    low, high = draw(st.sampled_from([(a, a), (a, b), (a, NAN), (NAN, b)]))
    closed = draw(st.booleans()), draw(st.booleans())
    return Value(low, high, *closed, step=draw(STEPS), hedge=draw(st.sampled_from(HEDGES)))


@settings(max_examples=1000, deadline=None)
@given(values(), values())
def test_the_relation_mirrors(a, b):
    forth, back = relate(a, b), relate(b, a)
    assert forth in RELATIONS
    assert back == MIRROR.get(forth, forth)


@given(values())
def test_a_value_equals_itself(a):
    assert relate(a, a) == "equal"


def scaled(value, factor):
    """The same value in a unit `factor` times smaller."""
    return replace(value, low=value.low * factor, high=value.high * factor, step=value.step * factor)


@given(values(), values(), st.sampled_from([0.001, 2.0, 1609.344, 1e9]))
def test_the_relation_does_not_depend_on_the_unit(a, b, factor):
    assert relate(scaled(a, factor), scaled(b, factor)) == relate(a, b)


@given(NUMBERS, st.sampled_from([1.0, 10.0, 100.0, 1000.0]))
def test_a_figure_and_its_rounding_agree(number, place):
    rounded = point(round(number / place) * place, place)
    assert is_agreeing(relate(point(number, 0.5), rounded))


@given(values(), values(), NUMBERS)
def test_what_is_disjoint_has_no_plain_number_in_common(a, b, number):
    """A number within the written ends of both is a number that both leave open."""
    if relate(a, b) == "disjoint" and _is_wide(a) and _is_wide(b):
        assert not (_is_within(number, a) and _is_within(number, b))


def _is_wide(value):
    return not value.is_point


def _is_within(number, value):
    return not (number <= value.low or number >= value.high)


def test_figures_of_one_step_are_no_rounding_of_each_other():
    """Steps are equal numbers, not one object: nothing may hang on which."""
    one, other = Value(300.0, 300.0, step=float("100")), Value(340.0, 340.0, step=50.0 * 2)
    assert relate(one, other) == "disjoint"


def test_nearly_takes_its_own_figure_in():
    nearly = Value(40.0, 40.0, step=1.0, hedge="nearly")
    assert relate(nearly, Value(39.0, 40.0, step=1.0, hedge="range")) == "contains"
    assert relate(nearly, Value(39.0, 40.5, step=1.0, hedge="range")) == "overlaps"
