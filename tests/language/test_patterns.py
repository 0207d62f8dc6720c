"""The door to the regular expressions: what a choice tells, and that case and groups are as promised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language.patterns import choice, pattern

EXPRESSIONS = ("b", "a+", "ab", "(?i:A)")
CHOICES = {"": [], "c": [], "cab": [], "a": [1, 3], "ab": [1, 2, 3], "A": [3], "b": [0]}


@pytest.mark.parametrize(("text", "places"), CHOICES.items(), ids=repr)
def test_choice_tells_what_matches_at_the_start(text, places):
    assert choice(EXPRESSIONS)(text) == places


@given(st.text(alphabet="abAB c", max_size=20))
def test_choice_agrees_with_the_patterns(text):
    assert choice(EXPRESSIONS)(text) == [i for i, e in enumerate(EXPRESSIONS) if pattern(e).match(text)]


def test_groups_are_told_by_number_and_name():
    match = pattern("(?P<one>a)(b)?").match("ac")
    assert (match.group("one"), match.group(2), match.span(1)) == ("a", None, (0, 1))


def test_case_counts_unless_said_otherwise():
    assert pattern("a").match("A") is None
    assert pattern("a", any_case=True).match("A")
