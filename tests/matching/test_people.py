"""Names of people: one person or two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.matching.people import likeness_of_people, name_parts

OTHERS = [
    ("another first name", "Ann Miller", "Tom Miller"),
    ("another last name", "Ann Miller", "Ann Mills"),
    ("a last name as first", "Miller Brown", "Ann Miller"),
    ("first name alone", "Ann", "Ann Miller"),
    ("no name at all", "", "Ann Miller"),
    ("a title alone", "Dr.", "Ann Miller"),
]
SAME = [
    ("equal", "Ann Miller", "Ann Miller", 1.0),
    ("a calling before the name", "Owner Ann Miller", "Ann Miller", 1.0),
    ("middle name", "Ann Maria Miller", "Ann Miller", 1.0),
    ("title and suffix", "Dr. Tom Hale, Jr.", "Tom Hale", 1.0),
    ("possessive", "Ann Miller’s", "Ann Miller", 1.0),
    ("short form", "Thomas Hale", "Thom Hale", 0.85),
    ("one letter off", "Catherine Hale", "Katherine Hale", 0.85),
    ("last name alone", "Hale", "Thomas Hale", 0.78),
]


@pytest.mark.parametrize(("a", "b"), [row[1:] for row in OTHERS], ids=[row[0] for row in OTHERS])
def test_two_people(a, b):
    assert likeness_of_people(a, b) == 0.0


@pytest.mark.parametrize(("a", "b", "likeness"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_one_person(a, b, likeness):
    assert likeness_of_people(a, b) == likeness


@given(st.text(max_size=30), st.text(max_size=30))
def test_who_is_who_does_not_depend_on_the_order(a, b):
    assert likeness_of_people(a, b) == likeness_of_people(b, a)
    assert all(name_parts(a)) or not name_parts(a)
