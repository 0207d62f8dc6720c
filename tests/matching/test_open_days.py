"""Days that nothing resolves: which may be one, and which are of one happening."""

import pandas as pd
import pytest

from checker.matching.open_days import are_told_apart, are_unlike, may_be_one
from tests.matching.made import claim, day, sides

MONDAY, TUESDAY = "XXXX-WXX-1", "XXXX-WXX-2"
MAY, JUNE = pd.Timestamp("2024-05-02"), pd.Timestamp("2024-06-20")

NEVER_ONE = [
    ("two weekdays", MONDAY, TUESDAY),
    ("a weekday, and another day of the calendar", MONDAY, "2004-07-27"),
    ("a day of the year, and another", "XXXX-07-26", "2004-07-27"),
    ("a word, and a day of the calendar", "today", "2004-07-27"),
    ("a weekday, and a month", MONDAY, "2004-07"),
    ("a weekday, and no day of the calendar", MONDAY, "2004-02-30"),
]
MAYBE_ONE = [
    ("a word, and a weekday", "today", MONDAY),
    ("two words", "yesterday", "early yesterday"),
    ("a weekday, and its day of the calendar", TUESDAY, "2004-07-27"),
    ("a day of the year, and that of the calendar", "XXXX-07-27", "2004-07-27"),
    ("a weekday, and a day of some year", TUESDAY, "XXXX-07-27"),
]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in NEVER_ONE], ids=[row[0] for row in NEVER_ONE])
def test_names_that_no_day_has_both_of(one, other):
    assert not may_be_one(one, other)
    assert not may_be_one(other, one)


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in MAYBE_ONE], ids=[row[0] for row in MAYBE_ONE])
def test_names_of_what_may_be_one_day(one, other):
    assert may_be_one(one, other)
    assert may_be_one(other, one)


def someday(text, value, document="a", sentence="The works blew up on {}.", **columns):
    told = {"kind": "date", "value": value, "role": "date_of_event", "measure": "explosion"}
    return claim(text, sentence.format(text), document=document, **(told | columns))


TOLD_APART = [
    ("of one text", someday("Monday", MONDAY), someday("today", "XXXX-XX-XX", start=90)),
    ("the same words, of two days", someday("Monday", MONDAY, published=MAY), someday("Monday", MONDAY, "b", published=JUNE)),
    ("the same words, of a day and of none", someday("Monday", MONDAY, published=MAY), someday("Monday", MONDAY, "b")),
    ("two weekdays", someday("Monday", MONDAY), someday("Tuesday", TUESDAY, "b")),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in TOLD_APART], ids=[row[0] for row in TOLD_APART])
def test_days_that_are_told_apart(left, right):
    assert are_told_apart(*sides(left, right))


def test_the_same_words_or_a_weekday_and_its_date_are_not():
    assert not are_told_apart(*sides(someday("Monday", MONDAY), someday("Monday", MONDAY, "b")))
    whole = day("July 27, 2004", "2004-07-27", "2004-07-27", "The works blew up on July 27, 2004.", document="b")
    assert not are_told_apart(*sides(someday("Tuesday", TUESDAY), whole))


def test_other_words_are_of_one_happening_or_unlike():
    fire = {"measure": "trial", "sentence": "The trial began {}."}
    assert are_unlike(*sides(someday("Monday", MONDAY), someday("today", "XXXX-XX-XX", "b", **fire)))
    assert not are_unlike(*sides(someday("Monday", MONDAY), someday("today", "XXXX-XX-XX", "b")))
    assert not are_unlike(*sides(someday("Monday", MONDAY), someday("Monday", MONDAY, "b", **fire)))
