"""Swapped digits: when two figures of two articles are one, and one of them mistyped."""

import pytest

from checker.matching.companions import with_companions
from checker.matching.misprint import SURE, is_misprint, overruled
from checker.matching.score import score
from tests.matching.made import FERRY, age, amount, count, sides

WORKERS = "The factory employed {} people in the valley."
TOURISTS = "On the ship were {} tourists."


def told(number, noun="people employed", sentence=WORKERS, document="a", **columns):
    return count(number, noun, sentence.format(number), document=document, **columns)


def bare(number, sentence="On the deck were {} of them.", **columns):
    """A count whose noun is not told."""
    return told(number, "of them", sentence, **columns) | {"measure": None, "measure_head": None}


def speed(number, unit, sentence="The train near Lund was going.", measure=None, **columns):
    told = {"kind": "measure", "unit": unit, "measure": measure, "measure_head": measure}
    return count(number, "of them", f"{sentence} {number}", **columns) | told


def length(text, number, unit, **columns):
    """How long somebody spent somewhere."""
    told = {"kind": "duration", "unit": unit, "text": text, "measure": "spent", "measure_head": "spent"}
    return count(number, "spent", f"Ann Hale spent {text} in the valley. {number}", **columns) | told


RATE, POINTS = "The rate of Lund fell 3 percent in May.", "The rate of Lund fell 3 percentage points in May."


def part(sentence, **columns):
    """A change in percent or in percentage points."""
    number, unit = (int(word) for word in sentence.split() if word.isdigit()), "percent"
    unit = "percentage point" if "points" in sentence else unit
    told = {"kind": "percent", "unit": unit, "role": "change_by", "measure": None, "measure_head": None}
    return count(next(number), "rate", sentence, **(told | columns))


def pair(*rows):
    left, right, *_ = with_companions(sides(*rows))
    return left, right


NONE = {
    "one article tells both": [told(1380), told(1830, document="b"), told(1830, "machines", "It has 1830 machines.")],
    "one document": [told(1380), told(1830, sentence="It employs 1830 people.", start=200)],
    "other stories": [told(1380), told(1830, document="b", event=list(FERRY))],
    "other digits": [told(1380), told(1840, document="b")],
    "as many digits, another size": [told(1380), told(18300, document="b")],
    "a zero more, and nothing in common": [told(138), told(1380, "tourists", TOURISTS, document="b")],
    "one digit, a zero more": [told(4), told(40, document="b")],
    "digits in quite another order": [told(142), told(214, document="b")],
    "another unit, and nothing in common": [speed(142, "mile/hour"), speed(142, "kilometre/hour", "It sank.", document="b")],
    "days, and a dozen years": [length("12 days", 12, "day"), length("a dozen years", 12, "year", document="b")],
    "a zero more, what one counts is not told": [
        told(12, sentence="At this hour the group employs 12 people."),
        bare(120, "In the first hour there were 120.", document="b"),
    ],
    "two digits, and unlike words": [told(46), told(64, "tourists", TOURISTS, document="b")],
    "two digits, and nothing in common": [bare(46), bare(64, "All 64 left.", document="b")],
    "ages": [age(46, "Ann Hale", "Ann Hale, 46."), age(64, "Ann Hale", "Ann Hale, 64.", document="b")],
    "other units": [told(1380), amount("$1,830", 1830, "It paid $1,830.", document="b")],
    "percent and points, and nothing in common": [part("Sales rose 3 percent."), part(POINTS, document="b")],
    "percent that is no change": [part(RATE, role="level"), part(POINTS, document="b")],
    "another number of points": [part(RATE), part("The rate of Lund fell 4 percentage points in May.", document="b")],
    "a bound": [told(1380), told(1830, document="b") | {"low": None}],
}  # fmt: skip
ONE = {
    "a zero more of one measure": [told(1380), told(13800, document="b")],
    "another unit, one measure": [
        speed(142, "mile/hour", measure="speed"),
        speed(142, "kilometre/hour", measure="speed", document="b"),
    ],
    "percent and points of one measure": [part(RATE), part(POINTS, document="b")],
    "three digits of one measure": [told(1380), told(1830, document="b")],
    "three digits, what one counts is not told": [told(1380), bare(1830, "It was 1830.", document="b")],
    "two digits of one measure": [told(46), told(64, document="b")],
    "two digits in like words": [bare(46), bare(64, document="b")],
}


@pytest.mark.parametrize("rows", NONE.values(), ids=NONE)
def test_no_misprint(rows):
    assert not is_misprint(*pair(*rows))


@pytest.mark.parametrize("rows", ONE.values(), ids=ONE)
def test_misprint(rows):
    left, right = pair(*rows)
    assert is_misprint(left, right)
    assert is_misprint(right, left)
    assert score(left, right).score >= SURE


def test_one_number_in_two_units_is_no_part_of_itself():
    left, right = pair(*ONE["another unit, one measure"])
    assert "part" in overruled(left, right)
    assert "part" not in overruled(*pair(*ONE["three digits of one measure"]))


def test_a_part_may_be_a_misprint_of_the_whole_of_another_article():
    """Beside a larger figure of its own article a figure is its part, but not where its digits tell more."""
    whole = told(9200, sentence="The group employs 9200 people.", start=300)
    left, right = pair(told(1380), told(1830, document="b"), whole)
    assert score(left, right).score >= SURE


def test_people_killed_are_never_a_misprint_of_people_injured():
    left, right = pair(told(146, "people killed"), told(164, "people injured", document="b"))
    assert score(left, right).is_separated
