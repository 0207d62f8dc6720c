"""Numerals: what is none, what is one, and that every style of writing reads back exactly."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language.numerals import SMALL, TENS, read

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "numerals.toml").read_text(encoding="utf-8"))
ONES = {number: word for word, number in SMALL.items() if word != "nought"}
TEN = {number: word for word, number in TENS.items() if word != "fourty"}


@pytest.mark.parametrize(("why", "words"), CASES["none"], ids=[row[0] for row in CASES["none"]])
def test_none(why, words):
    assert read(words) is None, why


@pytest.mark.parametrize(("words", "low", "step"), CASES["found"], ids=[row[0] for row in CASES["found"]])
def test_found(words, low, step):
    numeral = read(words)
    assert numeral is not None
    assert (numeral.low, numeral.high, numeral.step) == (Decimal(low), None, Decimal(step))


@pytest.mark.parametrize(("words", "low", "high"), CASES["orders"], ids=[row[0] for row in CASES["orders"]])
def test_orders(words, low, high):
    numeral = read(words)
    assert numeral is not None
    assert (numeral.low, numeral.high) == (Decimal(low), Decimal(high))


def test_share_and_words():
    assert read("two-thirds").is_share
    assert not read("half a million").is_share
    assert read("twelve").is_words
    assert not read("12").is_words


def spell(number):
    """English words for 0 to 999,999,999."""
    for scale, word in ((10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if number >= scale:
            head, rest = divmod(number, scale)
            return f"{spell(head)} {word}" + (f" {spell(rest)}" if rest else "")
    if number < 20:
        return ONES[number]
    ten, one = divmod(number, 10)
    return TEN[ten * 10] + (f"-{ONES[one]}" if one else "")


@given(st.integers(0, 10**9 - 1))
def test_words_round_trip(number):
    assert read(spell(number)).low == number


@given(st.integers(0, 10**18))
def test_grouping_round_trip(number):
    for separator in (",", "\u00a0", "\u202f", "’"):
        assert read(f"{number:,}".replace(",", separator)).low == number


@given(
    st.decimals("0.001", 10**9, places=3),
    st.sampled_from([("million", 10**6), ("bn", 10**9), ("k", 10**3), ("crore", 10**7)]),
)
def test_scale_round_trip(number, scale):
    word, times = scale
    found = read(f"{number:f} {word}")
    assert (found.low, found.step) == (number * times, Decimal("0.001") * times)


@given(st.text(max_size=70))
def test_never_fails(words):
    found = read(words)
    assert found is None or found.low.is_finite()
