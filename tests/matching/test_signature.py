"""The signature of an event: names weigh, common nouns hardly, empty words not at all."""

import pytest

from checker.matching.signature import shared_words, signature

WEIGHTS = [
    ("a word of any report", "police", None),
    ("a number word", "five", None),
    ("grammar", "after", None),
    ("a letter", "x", None),
    ("a noun", "ferry", 0.25),
    ("a country", "Kenya", 0.6),
    ("an office of the place", "springfield police", 0.3),
    ("a name of two parts", "mara queen", 1.0),
    ("a name that claims are about", "acme", 1.0),
]


@pytest.mark.parametrize(("word", "weight"), [row[1:] for row in WEIGHTS], ids=[row[0] for row in WEIGHTS])
def test_what_a_word_weighs(word, weight):
    assert signature([word], ["acme"]).get(word.lower()) == weight


def test_spellings_of_one_place_are_one_word():
    assert signature(["Kiev"], []) == signature(["Kyiv"], [])


SHARED = [
    ("nothing", {"acme": 1.0}, {"mara queen": 1.0}, {}),
    ("a noun is no part of a name", {"queen": 0.25}, {"mara queen": 1.0}, {}),
    ("a part of a word is none", {"acme": 1.0}, {"acmeville": 1.0}, {}),
    ("the lesser weight", {"kenya": 0.6}, {"kenya": 1.0}, {"kenya": 0.6}),
    ("a part of the name, nearly as much", {"acme": 1.0}, {"acme works": 1.0}, {"acme": 0.8}),
    ("an equal name comes first", {"acme": 1.0}, {"acme": 1.0, "acme works": 1.0}, {"acme": 1.0}),
]


@pytest.mark.parametrize(("left", "right", "shared"), [row[1:] for row in SHARED], ids=[row[0] for row in SHARED])
def test_what_two_signatures_share(left, right, shared):
    assert shared_words(left, right) == pytest.approx(shared)
    assert shared_words(right, left) == pytest.approx(shared)
