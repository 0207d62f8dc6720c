"""Forms of nouns and verbs."""

import pytest

from checker.language.nouns import plural, singular
from checker.language.verbs import form, is_nominal, lemma, nominal, told_event

NOUNS = {
    "death": "deaths",
    "fatality": "fatalities",
    "person": "people",
    "man": "men",
    "bus": "buses",
    "loss": "losses",
    "box": "boxes",
    "crisis": "crises",
    "boy": "boys",
    "church": "churches",
    "case": "cases",
}
SAME = ["troops", "police", "aircraft", "earnings"]
VERBS = {
    "killed": "kill",
    "killing": "kill",
    "dying": "die",
    "stopped": "stop",
    "committing": "commit",
    "opened": "open",
    "visited": "visit",
    "carried": "carry",
    "slain": "slay",
    "shot": "shoot",
    "fled": "flee",
    "goes": "go",
    "honoured": "honor",
    "favours": "favor",
    "harboured": "harbor",
}


@pytest.mark.parametrize(("one", "many"), NOUNS.items())
def test_plural_and_singular(one, many):
    assert (plural(one), singular(many), singular(one), plural(many)) == (many, one, one, many)


@pytest.mark.parametrize("noun", SAME)
def test_one_form(noun):
    assert (plural(noun), singular(noun)) == (noun, noun)


@pytest.mark.parametrize("noun", ["honour", "harbours", "glamour", "labour"])
def test_a_noun_is_no_verb_in_either_spelling(noun):
    assert lemma(noun) is None


@pytest.mark.parametrize(("word", "base"), VERBS.items())
def test_lemma(word, base):
    assert lemma(word) == base


def test_no_verb():
    assert lemma("table") is None
    assert form("table") is None


def test_event_nouns():
    assert (nominal("invade"), nominal("arrest")) == ("invasion", "arrest")


def test_nouns_of_verbs():
    assert is_nominal("victory")
    assert not is_nominal("start")  # of a time as often as of an event
    assert not is_nominal("house")


def test_an_event_in_several_words():
    words = ("he", "was", "found", "guilty", "on")
    assert told_event(words, 3) == "conviction"
    assert told_event(words, 2) is None
    assert told_event(("guilty",), 0) is None
