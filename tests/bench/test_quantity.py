"""The quantity adapter: from the columns of a claim to the scorer's form."""

from math import nan

import pytest

from bench import quantity

CLAIM = {"start": 3, "end": 7, "kind": "money", "low": 5.0, "high": 5.0, "unit": "USD", "noun": None, "hedge": "exact"}


@pytest.mark.parametrize("kind", ["date", "time", "set", "rank"])
def test_times_and_ranks_are_no_quantities(kind):
    assert kind not in quantity.QUANTITIES


@pytest.mark.parametrize(
    ("name", "low", "high", "expected"),
    [
        ("nothing was read", nan, nan, {}),
        ("a number", 5.0, 5.0, {"value": 5.0}),
        ("zero", 0.0, 0.0, {"value": 0.0}),
        ("a bound from below", 38.0, nan, {"value": 38.0}),
        ("a bound from above", nan, 38.0, {"value": 38.0}),
        ("a bound at zero", nan, 0.0, {"value": 0.0}),
        ("a range", 10.0, 15.0, {"low": 10.0, "high": 15.0}),
    ],
)
def test_ends(name, low, high, expected):
    assert quantity.ends({"low": low, "high": high}) == expected, name


@pytest.mark.parametrize(
    ("kind", "unit", "noun", "expected"),
    [
        ("money", "USD", "aid", "USD"),
        ("money", "USD/share", None, "USD per share"),
        ("percent", "percent", "voters", "percent"),
        ("age", "year", "girl", "year"),
        ("count", None, "people", "people"),
        ("count", None, nan, None),
        ("ratio", "fraction", "voters", "voters"),
        ("score", None, None, None),
    ],
)
def test_unit_of_what_is_counted_is_the_noun(kind, unit, noun, expected):
    assert quantity.quantity(CLAIM | {"kind": kind, "unit": unit, "noun": noun})["unit"] == expected


@pytest.mark.parametrize(
    ("hedge", "modifier"),
    [
        ("exact", "="),
        ("range", "="),
        ("about", "~"),
        ("nearly", "~"),
        ("at_least", ">="),
        ("more_than", ">"),
        ("at_most", "<="),
        ("less_than", "<"),
    ],
)
def test_modifier_follows_the_hedge(hedge, modifier):
    assert quantity.quantity(CLAIM | {"hedge": hedge})["modifier"] == modifier


def test_one_claim_whole():
    expected = {"start": 3, "end": 7, "value": 5.0, "unit": "USD", "modifier": "="}
    assert quantity.quantity(CLAIM) == expected


def test_each_record_gets_its_own_quantities_and_an_empty_text_none():
    records = [
        {"id": "b", "text": "The firm paid $12 million."},
        {"id": "empty", "text": ""},
        {"id": "a", "text": "Nothing of note."},
    ]
    found = list(quantity.predict(records))
    assert [record["id"] for record in found] == ["b", "empty", "a"]
    assert [(q["value"], q["unit"]) for q in found[0]["quantities"]] == [(12e6, "USD")]
    assert found[1]["quantities"] == found[2]["quantities"] == []


def test_two_records_of_one_name_are_both_answered():
    found = list(quantity.predict([{"id": "a", "text": "It fell 5%."}, {"id": "a", "text": "It fell 6%."}]))
    assert [record["quantities"][0]["value"] for record in found] == [5.0, 6.0]
