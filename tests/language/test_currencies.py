"""Currencies: marks before an amount, and the table itself."""

import pytest

from checker.language.currencies import CODES, NAMES, SYMBOLS, before, may_be


@pytest.mark.parametrize("left", ["", "costs ", "the ALL ", "xUSD", "busRs", "_USD", "USD  "])
def test_no_mark(left):
    assert before(left) is None


@pytest.mark.parametrize(
    ("left", "code", "length"),
    [
        ("paid $", "USD", 1),
        ("paid US$", "USD", 3),
        ("paid HK $", "HKD", 4),
        ("Rs ", "INR", 3),
        ("(EUR ", "EUR", 4),
        ("R$", "BRL", 2),
        ("€\u00a0", "EUR", 2),
    ],
)
def test_mark(left, code, length):
    assert before(left) == (code, length)


@pytest.mark.parametrize(
    ("text", "code", "others"),
    [
        ("$5 million", "USD", ()),
        ("5 Norwegian kroner", "NOK", ()),
        ("5 Danish kroner", "DKK", ()),
        ("£5 million", "GBP", ()),
        ("5.2 billion kroner", "NOK", ("DKK",)),
        ("Rs. 500", "INR", ("PKR", "LKR", "NPR")),
        ("500 krona", "SEK", ("ISK",)),
        ("5 pounds", "GBP", ("EGP", "LBP", "SYP", "SDG")),
    ],
)
def test_a_bare_name_may_be_that_of_another_country(text, code, others):
    assert may_be(text, code) == others


def test_codes_have_their_form():
    assert all(len(code) == 3 and code.isupper() for code in CODES)


def test_one_mark_one_currency():
    assert len(SYMBOLS) == len(set(SYMBOLS))
    assert NAMES["dollars"] == "USD"
    assert NAMES["reais"] == "BRL"
