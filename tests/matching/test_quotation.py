"""The words of a speaker around a figure, and two articles that print them."""

import pytest

from checker.matching.quotation import quotation
from checker.matching.score import score
from checker.matching.slot import is_one_quotation
from tests.matching.made import FERRY, count, sides

BREACH = '"We had {} minutes, and we used every one of them," said Oskar Brandt.'
LATER = 'Oskar Brandt shrugged: "We had {} minutes, and we used every one of them."'


def around(sentence, figure="25"):
    start = sentence.index(figure)
    return quotation(sentence, start, start + len(figure))


NONE = {
    "too few words are quoted": 'He had "25 minutes" of it.',
    "the words stand outside of the marks": '"Yes," he said, and 25 minutes later "No", and so it went.',
}


@pytest.mark.parametrize("sentence", NONE.values(), ids=NONE)
def test_no_quotation(sentence):
    assert not around(sentence)


def test_the_words_within_the_marks_other_figures_left_out():
    assert around(BREACH.format(25)) == "we had # minutes and we used every one"
    assert around('"In 2019 we had 25 minutes and we used them."') == "in we had # minutes and we used them"
    assert around("We had 25 minutes and we used them.") == "we had # minutes and we used them"  # of a longer quotation


def told(number, sentence=BREACH, document="a", **columns):
    return count(number, "minutes", sentence.format(number), document=document, **({"quoted": True} | columns))


APART = {
    "one document": [told(25), told(35, start=200)],
    "not quoted": [told(25), told(35, document="b", quoted=False)],
    "the same figure": [told(25), told(25, document="b")],
    "other words": [told(25), told(35, '"We had {} boats, but of these none was ever used."', "b")],
}


@pytest.mark.parametrize("rows", APART.values(), ids=APART)
def test_no_one_quotation(rows):
    assert not is_one_quotation(*sides(*rows))


def test_one_quotation_overrules_what_separates():
    left, right = sides(told(25), told(35, LATER, "b", role="part", event=list(FERRY)))
    assert is_one_quotation(left, right)
    found = score(left, right)
    assert found.score >= 0.85
    assert "the same words are quoted" in found.reasons
