"""Hedges and words of change beside a figure."""

import pytest

from checker.language import changes, hedges


@pytest.mark.parametrize("left", ["", "the ", "whereabouts ", "it was", "moreover ", "discover "])
def test_no_hedge_before(left):
    assert hedges.before(left) is None


@pytest.mark.parametrize(
    ("left", "hedge", "length"),
    [("some about ", "about", 6), ("at least ", "at_least", 9), ("is no more than ", "at_most", 13), ("well over ", "more_than", 10),
     ("~", "about", 1), (">=", "at_least", 2), ("close to ", "nearly", 9), ("just under ", "less_than", 11), ("only ", "exact", 5)],
)  # fmt: skip
def test_before(left, hedge, length):
    assert hedges.before(left) == (hedge, length)


@pytest.mark.parametrize("right", ["", " people", "plus", "-plussed", " ordinary"])
def test_no_hedge_after(right):
    assert hedges.after(right) is None


@pytest.mark.parametrize(
    ("right", "hedge", "length"),
    [
        (" or more", "at_least", 8),
        ("-plus.", "at_least", 5),
        ("+ people", "at_least", 1),
        (" or so,", "about", 6),
        (" or less", "at_most", 8),
    ],
)
def test_after(right, hedge, length):
    assert hedges.after(right) == (hedge, length)


@pytest.mark.parametrize(
    ("left", "way"),
    [("Sales rose by about ", "up"), ("it fell ", "down"), ("it fell, she said, to ", None), ("at ", None), ("", None)],
)
def test_change_before(left, way):
    assert changes.before(left) == way


@pytest.mark.parametrize(("right", "way"), [(" higher", "up"), (" decline in", "down"), (" of it", None), ("", None)])
def test_change_after(right, way):
    assert changes.after(right) == way
