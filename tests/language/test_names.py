"""Names: one spelling for one name, and what a name names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language import names
from checker.language.lexicon import lexicon

CANONICAL = {
    "Kiev": "Kyiv",
    "U.S.": "United States",
    "the U.S.": "United States",
    "US": "United States",
    "Russia's": "Russia",
    "the Czech Republic": "Czech Republic",
    "The Hague": "The Hague",
    "Ann  Lee": "Ann Lee",
    "Georgia": "Georgia",
    "Washington": "Washington",
}
PERSONS = {
    "Ann Lee": True,
    "Ivan A. Petrov": True,
    "Lee": False,
    "Fort Worth": False,
    "World Bank": False,
    "Lilac Street": False,
    "New York": False,
    "NATO": False,
}


@pytest.mark.parametrize(("name", "expected"), CANONICAL.items())
def test_canonical(name, expected):
    assert names.canonical(name) == expected


@pytest.mark.parametrize(("name", "expected"), PERSONS.items())
def test_is_person(name, expected):
    assert names.is_person(name) is expected


def test_a_last_name_is_resolved_and_a_stranger_is_not():
    earlier = ["Ann Lee", "Ivan A. Petrov"]
    assert names.resolved("Petrov", earlier) == "Ivan A. Petrov"
    assert names.resolved("Ivan Petrov", earlier) == "Ivan A. Petrov"
    assert names.resolved("Moss", earlier) == "Moss"


def test_a_capital_stands_for_its_government_only_when_asked():
    assert names.government("Washington") == "United States"
    assert names.government("Houston") is None


def test_adjectives():
    assert names.place_of_adjective("Ukrainian") == "Ukraine"
    assert names.place_of_adjective("Ukrainians") == "Ukraine"
    assert names.place_of_adjective("Houston") is None


def test_no_alias_is_of_two_names():
    variants = [v for group in lexicon("names")["aliases"].values() for v in group]
    assert len(variants) == len(set(variants))


@given(st.sampled_from([v for group in lexicon("names")["aliases"].values() for v in group]))
def test_canonical_is_final(name):
    assert names.canonical(names.canonical(name)) == names.canonical(name)


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("State Police", None),
        ("Harris County Police", None),
        ("Police", None),
        ("Boston Herald", None),
        ("Boston Police", "Boston"),
        ("Tollund Metropolitan Police Department", "Tollund"),
        ("New York Fire Department", "New York"),
    ],
)
def test_the_town_of_a_force(name, town):
    assert names.town_of_force(name) == town


@pytest.mark.parametrize(
    ("name", "is_wide"),
    [("Boston", False), ("Lee", False), ("Ohio", True), ("Tenn.", True), ("TX", True), ("Kenya", True)],
)
def test_states_and_countries(name, is_wide):
    assert names.is_state_or_country(name) is is_wide
