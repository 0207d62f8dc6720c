import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.values.value import NAN, Value, scaled


@pytest.mark.parametrize(
    ("value", "known", "bounded", "is_point"),
    [
        (Value(NAN, NAN), False, False, False),
        (Value(38, NAN), True, False, False),
        (Value(NAN, 38), True, False, False),
        (Value(10, 15), True, True, False),
        (Value(38, 38), True, True, True),
    ],
    ids=["unresolved", "at least", "at most", "range", "plain"],
)
def test_what_ends_tell(value, known, bounded, is_point):
    assert (value.is_known, value.is_bounded, value.is_point) == (known, bounded, is_point)


@given(st.floats(-1e9, 1e9), st.floats(0, 1e3), st.floats(0.001, 1e3))
def test_scaling_moves_ends_and_step_alike_and_keeps_the_words(low, width, factor):
    value = Value(low, low + width, high_closed=False, step=1.0, hedge="range")
    larger = scaled(value, factor)
    assert (larger.low, larger.high, larger.step) == (low * factor, (low + width) * factor, factor)
    assert (larger.low_closed, larger.high_closed, larger.hedge) == (True, False, "range")


def test_scaling_leaves_an_open_end_open():
    assert math.isnan(scaled(Value(38, NAN), 2.0).high)
