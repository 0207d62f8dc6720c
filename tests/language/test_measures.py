"""Measures: which phrases are one family, and which can never be one."""

import pytest

from checker.language.lexicon import lexicon
from checker.language.measures import are_exclusive, family

NO_FAMILY = ["towns", "people", "copper reserves", "age", "shots fired", ""]
FAMILY = {
    "people killed": "killed",
    "soldiers killed": "killed",
    "deaths": "killed",
    "fatalities": "killed",
    "people injured": "injured",
    "net income": "net_profit",
    "net profit": "net_profit",
    "profit": "profit",
    "revenue": "revenue",
    "net sales": "revenue",
    "military aid": "military_aid",
    "military assistance provided": "military_aid",
    "rare earth": "rare_earth",
    "full-scale invasion": "attack",
    "attack": "attack",
    "quake": "earthquake",
}
NOT_EXCLUSIVE = [
    ("people killed", "deaths"),
    ("people killed", "people shot"),
    ("soldiers killed", "people killed"),
    ("profit", "net profit"),
    ("military assistance", "military assistance provided"),
    ("military aid provided", "military assistance provided"),
    ("towns", "people killed"),
    ("attack", "full-scale invasion"),
]
EXCLUSIVE = [
    ("people killed", "people injured"),
    ("deaths", "people injured"),
    ("soldiers killed", "civilians killed"),
    ("men killed", "women killed"),
    ("revenue", "net profit"),
    ("net profit", "operating profit"),
    ("military assistance pledged", "military assistance provided"),
    ("exports", "imports"),
    ("confirmed cases", "suspected cases"),
    ("gross margin", "net margin"),
    ("military assistance", "humanitarian assistance"),
    ("trade surplus", "trade deficit"),
]


@pytest.mark.parametrize("measure", NO_FAMILY)
def test_has_no_family(measure):
    assert family(measure) is None


@pytest.mark.parametrize(("measure", "name"), FAMILY.items())
def test_family(measure, name):
    assert family(measure) == name


@pytest.mark.parametrize(("a", "b"), NOT_EXCLUSIVE)
def test_may_be_one(a, b):
    assert not are_exclusive(a, b)
    assert not are_exclusive(b, a)


@pytest.mark.parametrize(("a", "b"), EXCLUSIVE)
def test_can_never_be_one(a, b):
    assert are_exclusive(a, b)
    assert are_exclusive(b, a)


def test_no_measure_excludes_itself():
    for row in lexicon("measures")["family"].values():
        assert not are_exclusive(row["measure"], row["measure"])


def test_every_canonical_measure_is_of_its_family():
    for name, row in lexicon("measures")["family"].items():
        assert family(row["measure"]) == name


def test_no_noun_and_no_verb_is_of_two_families():
    table = lexicon("measures")["family"].values()
    for field in ("nouns", "verbs"):
        words = [word for row in table for word in row.get(field, ())]
        assert len(words) == len(set(words))
