"""How likely two different figures are one: what each ground asks, and what all of them together make of articles."""

import math

import pandas as pd
import pytest

from checker.matching.doubts import DOUBTS
from checker.matching.frequencies import rarity
from checker.matching.likely import GROUNDS, likelihood
from checker.matching.misprint import is_likely
from checker.matching.pairing import row
from checker.matching.score import score
from checker.matching.told import in_order
from tests.matching.made import claims, count, day

MAY = pd.Timestamp("2024-05-01")
# Other sentences with figures, so that an article is long enough to tell which words are rare.
OTHERS = [
    f"Ward {word} of the town had {n} streets."
    for n, word in enumerate(["a", "bee", "cee", "dee", "ef", "gee", "aitch"], 51)
]


def article(*rows, document="a"):
    """The rows of an article, with other figures behind them."""
    more = [count(51 + n, "streets", sentence, document=document, start=900 + n) for n, sentence in enumerate(OTHERS)]
    return [*({**row, "document": document, "id": f"{document}:{row['id'][2:]}"} for row in rows), *more]


def pair(left, right, *beside):
    """Two sides in two articles; what stands beside them is in the first."""
    found = in_order(claims(*article(left, *beside), *article(right, document="b")))
    (one,) = [
        side
        for side in found
        if side.document == "a" and side.sentence == left["sentence"] and side.text == left["text"]
    ]
    (other,) = [side for side in found if side.document == "b" and side.sentence == right["sentence"]]
    return one, other


def guests(number, sentence="The inn had {} guests.", **columns):
    return count(number, "guests", sentence.format(number), **columns)


def at(date, sentence="It opened on {}.", **columns):
    return day(date, date, date, sentence.format(date), **columns)


# ground -> a pair of which it holds, and one of which it does not.
CASES = {
    "swapped digits": ((guests(138), guests(183)), (guests(138), guests(139))),
    "another size or unit": ((guests(138), guests(1380)), (guests(138), guests(183))),
    "nearly alike": ((guests(1000), guests(1010)), (guests(1000), guests(1100))),
    "near": ((guests(100), guests(120)), (guests(100), guests(130))),
    "within double": ((guests(100), guests(190)), (guests(100), guests(210))),
    "the next day": ((at("2024-05-01"), at("2024-05-02")), (at("2024-05-01"), at("2024-05-05"))),
    "months apart": ((at("2024-05-01"), at("2024-07-01")), (at("2024-05-01"), at("2024-05-05"))),
    "rare words": ((guests(12), guests(15)), (guests(12), guests(15, "It was {} of them."))),
    "two words": ((guests(12), guests(15)), (guests(12), guests(15, "The inn was full of {}."))),
    "crowd": ((guests(12), guests(15)), (at("2024-05-01"), at("2024-05-02"))),
    "a word of the measure": ((guests(12), guests(15)), (guests(12), guests(15, measure="beds"))),
    "one family": (
        (
            guests(12, measure="people killed", measure_head="killed"),
            guests(15, measure="people killed", measure_head="killed"),
        ),
        (guests(12), guests(15, measure="people killed", measure_head="killed")),
    ),
    "one head": ((guests(12), guests(15)), (guests(12), guests(15, measure_head="bed"))),
    "one neighbour": ((guests(12), guests(15)), (guests(12), guests(15, "Inside, {} slept."))),
    "both told": ((guests(52), guests(53)), (guests(12), guests(15))),
    "one period": (
        (guests(12, period_first=MAY, period_last=MAY), guests(15, period_first=MAY, period_last=MAY)),
        (guests(12), guests(15)),
    ),
    "days apart": (
        (guests(12, published=MAY), guests(15, published=MAY + pd.Timedelta(days=2))),
        (guests(12, published=MAY), guests(15, published=MAY)),
    ),
    "of others": (
        (guests(12, entities=["Ann Hale"]), guests(15, entities=["Tom Brown"])),
        (guests(12, entities=["Ann Hale"]), guests(15, entities=["Ann Hale"])),
    ),
    "alone of their measure": (
        (guests(12), guests(15)),
        (guests(12), guests(15, measure="streets", measure_head="streets")),
    ),
    "main figures": ((guests(12), guests(15)), (guests(12), guests(15, measure="streets", measure_head="streets"))),
}


def test_every_ground_has_a_case():
    assert {*CASES, "beside"} == set(GROUNDS)


@pytest.mark.parametrize("name", CASES)
def test_each_ground_asks_what_it_is_named_for(name):
    holds, does_not = ([*pair(*rows)] for rows in CASES[name])
    ground, _ = GROUNDS[name]
    for left, right in (holds, holds[::-1]):
        assert ground(left, right) > ground(*does_not)


def test_what_a_sentence_tells_beside_the_figure():
    beside = [count(1987, "year", "In 1987 the inn had 12 guests.", start=800)]
    left, right = pair(count(12, "guests", "In 1987 the inn had 12 guests."), guests(15), *beside)
    assert GROUNDS["beside"][0](left, right) == 0.0


def test_a_word_is_rare_by_the_sentences_that_have_it():
    assert rarity(*pair(guests(12), guests(15))) == 2.0  # inn, guests
    one, other = pair(guests(12, "The town had {} guests."), guests(15, "The town had {} guests."))
    assert rarity(one, other) == pytest.approx(1 + 1 / 64)  # the town is in every sentence


def test_short_articles_tell_nothing():
    one, other = in_order(claims(guests(138), guests(183, document="b")))
    assert likelihood(one, other) is None
    assert not is_likely(one, other)


def test_it_is_the_same_from_both_sides_and_a_probability():
    for rows in CASES.values():
        for left, right in (pair(*rows[0]), pair(*rows[1])):
            found = likelihood(left, right)
            assert found is not None
            assert 0 <= found <= 1
            assert found == likelihood(right, left)


def test_a_slip_in_one_sentence_is_sure_and_a_figure_in_other_words_is_not():
    assert is_likely(*pair(guests(138), guests(183)))
    assert not is_likely(
        *pair(guests(138), guests(183, "Among {} passers-by nobody knew.", measure=None, measure_head=None))
    )
    unlike = likelihood(*pair(guests(138), guests(20, "All {} left.", measure=None, measure_head=None)))
    assert unlike is not None
    assert unlike < 0.1
    assert math.isfinite(unlike)


def is_told_as_misprint(left, right):
    return row((0, 1), score(left, right), {0: left, 1: right})["misprint"]


def test_what_is_surely_mistyped_is_told_as_such_however_it_is_meant():
    planned = guests(183, modality="planned", role="target")
    assert is_told_as_misprint(*pair(guests(138), guests(183)))
    assert is_told_as_misprint(*pair(guests(138), planned))
    assert not is_told_as_misprint(*pair(guests(138), guests(139)))
    assert not is_told_as_misprint(*in_order(claims(guests(138), guests(183, document="b"))))


def test_a_weak_slip_is_in_doubt():
    """That digits are alike is most of what speaks for a slip."""
    names = {"measure": None, "measure_head": None, "published": MAY, "entities": ["Tom Brown"]}
    passers_by = guests(183, "Among {} passers-by nobody knew.", **names)
    left, right = pair(guests(138, entities=["Ann Hale"], published=MAY + pd.Timedelta(days=2)), passers_by)
    assert 0.095 < (likelihood(left, right) or 0) < 0.2
    assert DOUBTS["unlikely"](left, right) == "little tells that both mean one figure"
