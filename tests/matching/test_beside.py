"""Figures that the sentences of two others both tell."""

import pytest

from checker.matching.beside import with_mates
from checker.matching.features.beside import same_beside
from checker.matching.score import score
from tests.matching.made import count, day, sides

QUAKE = "The quake of {} killed 1287 people."
MEMORIAL = "The memorial to the great quake of {} and its 1287 dead is safe."


def year(text, sentence=QUAKE, document="a", **columns):
    told = {"measure": "quake", "measure_head": "quake"}
    return day(text, f"{text}-01-01", f"{text}-12-31", sentence.format(text), document=document, **(told | columns))


def dead(number, of_year, sentence=QUAKE, document="a", **columns):
    told = sentence.format(of_year).replace("1287", str(number))
    return count(number, "people killed", told, document=document, **columns)


HERE = [year("1987"), dead(1287, "1987")]
THERE = [year("1989", MEMORIAL, "b"), dead(1287, "1989", MEMORIAL, "b")]


def pair(*rows):
    found = with_mates(sides(*rows))
    return tuple(next(one for one in found if one.text == text) for text in ("1987", "1989"))


NONE = {
    "nothing beside one": [*HERE, THERE[0]],
    "another figure": [*HERE, year("1989", MEMORIAL.replace("1287", "1999"), "b"), dead(1999, "1989", MEMORIAL, "b")],
    "another sentence": [*HERE, THERE[0], dead(1287, "1989", "It killed 1287.", "b")],
    "one document": [*HERE, *(row | {"document": "a", "id": f"a:9{row['id']}"} for row in THERE)],
    "another figure of the kind": [*HERE, *THERE, THERE[0] | {"id": "b:7-8", "text": "1991", "value": "1991"}],
}


@pytest.mark.parametrize("rows", NONE.values(), ids=NONE)
def test_nothing_is_told_beside_both(rows):
    assert same_beside(*pair(*rows)) is None


def test_what_is_told_beside_both():
    left, right = pair(*HERE, *THERE)
    found = same_beside(left, right)
    assert (found.score, found.reason) == (0.5, "both sentences also tell 1287")
    assert score(left, right).features["beside"] == 0.5


def test_a_small_count_is_one_only_of_one_thing():
    few, others = dead(2, "1987"), count(2, "shops", "The quake of 1989 shut 2 shops.", document="b")
    rows = [year("1987", few["sentence"]), few, year("1989", others["sentence"], "b"), others]
    assert same_beside(*pair(*rows)) is None


def test_numbers_of_which_nothing_is_told_are_not_lifted():
    untold = {"measure": None, "measure_head": None}
    rows = [
        count(n, "x", f"Es sind {n} und 1287 Mark.", document=d, **untold) for n, d in ((1987, "a"), (1989, "b"))
    ] + [
        count(1287, "x", f"Es sind {n} und 1287 Mark.", document=d, unit="DEM", kind="money")
        for n, d in ((1987, "a"), (1989, "b"))
    ]
    assert same_beside(*pair(*rows)) is None
