"""Rates of exchange: what is not known first."""

import datetime as dt

import pytest

from checker.language.exchange import REACH, rate

UNKNOWN = {
    "a currency the bank never gave": ("USD", "UAH", dt.date(2020, 1, 2)),
    "no currency": ("USD", "XXX", dt.date(2020, 1, 2)),
    "after its last day": ("USD", "RUB", dt.date(2022, 3, 12)),
    "before the first day": ("USD", "EUR", dt.date(1998, 5, 4)),
    "long after the newest rate": ("USD", "EUR", dt.date(2200, 1, 1)),
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_unknown(name):
    assert rate(*UNKNOWN[name]) is None


def test_a_day_of_rest_takes_the_last_working_day_and_never_a_later_one():
    friday, sunday, monday = dt.date(2024, 5, 3), dt.date(2024, 5, 5), dt.date(2024, 5, 6)
    assert rate("EUR", "USD", sunday) == rate("EUR", "USD", friday) != rate("EUR", "USD", monday)


def test_the_rate_reaches_only_so_far():
    last = dt.date(2022, 3, 1)  # of the rouble
    assert rate("EUR", "RUB", last + dt.timedelta(days=REACH)) == pytest.approx(117.2, rel=0.01)
    assert rate("EUR", "RUB", last + dt.timedelta(days=REACH + 1)) is None


def test_both_ways_are_one_rate():
    day = dt.date(2024, 5, 3)
    assert rate("GBP", "JPY", day) * rate("JPY", "GBP", day) == pytest.approx(1)
    assert rate("USD", "USD", day) == pytest.approx(1)
