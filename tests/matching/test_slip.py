"""Times of which one is the other with two digits swapped."""

import pytest

from checker.matching.slip import sorted_digits

APART = [
    ("another month", "2024-06-12", "2024-07-21"),
    ("another day, no swap", "2024-06-12", "2024-06-22"),
    ("another century", "1983", "2038"),
    ("another hour", "2026-08-15T21:24", "2026-08-15T20:42"),
    ("a day and a year", "2012", "2012-12"),
]
SWAPPED = [
    ("the year", "1983", "1938"),
    ("the day", "2024-06-12", "2024-06-21"),
    ("the minute", "2026-08-15T21:24", "2026-08-15T21:42"),
    ("the minute of one zone", "2026-08-15T21:24Z", "2026-08-15T21:42Z"),
]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_no_swap(one, other):
    assert sorted_digits(one) != sorted_digits(other)


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in SWAPPED], ids=[row[0] for row in SWAPPED])
def test_two_digits_have_changed_places(one, other):
    assert sorted_digits(one) == sorted_digits(other) != ""


def test_what_is_no_point_in_the_calendar_has_none():
    assert {sorted_digits(timex) for timex in ("", "P3D", "XXXX-WXX-2", "2024-W12", "2024-SU")} == {""}
