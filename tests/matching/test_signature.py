"""The signature of an event: names weigh, common nouns hardly, empty words not at all."""

import pytest

from checker.matching.signature import signature

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
