"""How far into a text numbers are looked at."""

import pytest

from checker.extraction.limits import NUMBERS, end_of_numbers


@pytest.mark.parametrize("count", [0, 1, 2 * NUMBERS])
def test_few_numbers_are_all_looked_at(count):
    assert end_of_numbers("7, " * count + "and nothing more" * 9, 2) is None


@pytest.mark.parametrize("more", [1, 2, 100])
def test_of_many_the_last_allowed_one_ends_it(more):
    text = "10, " * 2 * NUMBERS
    assert end_of_numbers(text + "11, " * more, 2) == len(text) - len(", ")


def test_digits_in_a_row_are_one_number():
    assert end_of_numbers("9" * 10_000, 2) is None
