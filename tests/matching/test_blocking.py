"""Keys and the candidate join: who meets whom, and how many."""

import pytest

from checker.matching.join import candidates
from checker.matching.keys import frequencies, keys
from tests.matching.made import FERRY, age, amount, count, day, sides


def keys_of(*rows):
    made = sides(*rows)
    return keys(dict(enumerate(made)), frequencies(made))


def met(*rows):
    return candidates(keys_of(*rows))


def toll(number, document, **columns):
    return count(number, "people killed", f"The blast in Springfield killed {number}.", document=document, **columns)


MEET = [
    ("measure", toll(12, "a"), toll(14, "b")),
    ("last name", age(34, "Ann Hale", "Ann Hale, 34."), age(35, "Hale", "Hale, 35.", document="b")),
    (
        "particular value",
        amount("65.9", 65.9e9, "It got 65.9."),
        amount("66", 66e9, "They gave 66.", document="b", event=[]),
    ),
    (
        "month",
        day("it", "2022-02-24", "2022-02-24", "On it."),
        day("it", "2022-02-01", "2022-02-28", "In it.", document="b", value="2022-02"),
    ),
]
MISS = [
    ("another batch", toll(12, "a", batch="x"), toll(12, "b", batch="y")),
    ("another dimension", toll(12, "a"), age(12, "Ann Hale", "Ann Hale, 12, of Springfield.", document="b")),
    ("another person", age(34, "Ann Hale", "Ann Hale, 34."), age(34, "Tom Brown", "Tom Brown, 34.", document="b")),
    (
        "nothing in common",
        count(3, "cars", "Burnt: 3 cars."),
        count(90, "judges", "On the bench: 90 judges.", document="b", event=list(FERRY)),
    ),
]


@pytest.mark.parametrize("rows", [row[1:] for row in MEET], ids=[row[0] for row in MEET])
def test_claims_of_one_fact_meet(rows):
    assert met(*rows) == [(0, 1)]


@pytest.mark.parametrize("rows", [row[1:] for row in MISS], ids=[row[0] for row in MISS])
def test_claims_with_nothing_in_common_do_not_meet(rows):
    assert met(*rows) == []


def test_every_pair_is_tried_once_smaller_first():
    tried = met(*[toll(12, d) for d in "abcd"])
    assert tried == [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]


def test_keys_are_sorted_and_none_stands_twice():
    found = keys_of(toll(12, "a"), toll(14, "b"))
    rows = list(found.itertuples(index=False))
    assert rows == sorted(set(rows))


@pytest.mark.parametrize("events", [60, 240, 480])
def test_a_block_of_all_claims_does_not_explode(events):
    """Claims of one measure in one place, four an event: so many pairs a claim, however many claims there are."""
    assert len(met(*_of_events(events))) <= 40 * 4 * events


def _of_events(events):
    return [toll(n % 50, f"d{n}-{i}", event=[f"Place{n}", f"Name{n}"]) for n in range(events) for i in range(4)]


def test_the_cut_is_by_batch():
    """As many batches as one likes: none counts towards the blocks of another."""
    rows = [toll(12, f"{b}-{d}", batch=str(b)) for b in range(100) for d in "ab"]
    assert len(met(*rows)) == 100


@pytest.mark.parametrize("again", [1, 90])
def test_a_document_that_repeats_itself_keeps_no_others_apart(again):
    """It told a toll a hundred times, and nobody else's were compared any more."""
    repeated = [toll(12, "c", start=100 * n) for n in range(again)]
    assert {(0, 1)} < set(met(toll(12, "a"), toll(14, "b"), *repeated))


def test_what_a_document_repeats_makes_pairs_that_grow_with_it():
    counts = [len(met(*(toll(12, "a", start=100 * n) for n in range(times)))) for times in (40, 80, 160)]
    assert counts == sorted(counts)
    assert counts[-1] <= 160 * 16


@pytest.mark.parametrize("others", [10, 70, 300])
def test_of_a_story_that_hundreds_tell_those_meet_that_tell_another_figure(others):
    """Keys that too many claims had were dropped, so that nobody was compared with anybody."""
    rows = [toll(12, f"d{n:03}") for n in range(others)]
    assert (0, others) in met(*rows, toll(14, "x"))


def test_a_story_that_hundreds_tell_makes_few_pairs():
    assert len(met(*(toll(12 + n % 3, f"d{n:03}") for n in range(600)))) < 200
