"""Relative times: publication day, tense and the mention before."""

import datetime as dt

import pytest

from checker.extraction.times.verb_tense import tense
from tests.extraction.time_cases import cases, times, told

DAY = dt.date(2025, 2, 11)


@pytest.mark.parametrize("case", cases("dates_relative"), ids=lambda case: case["why"])
def test_resolves(case):
    assert told(case["text"], case["published"]) == case["times"]


OPEN = {
    "on Tuesday": "XXXX-WXX-2",
    "next Friday": "XXXX-WXX-5",
    "yesterday": "XXXX-XX-XX",
    "last week": "XXXX-WXX",
    "last weekend": "XXXX-WXX-WE",
    "two weeks ago": "XXXX-WXX",
    "in October": "XXXX-10",
    "last month": "XXXX-XX",
    "last quarter": "XXXX-QX",
    "in the third quarter": "XXXX-Q3",
    "last summer": "XXXX-SU",
    "last year": "XXXX",
    "on February 24": "XXXX-02-24",
    "on the 24th": "XXXX-XX-24",
    "last Christmas": "XXXX-12-25",
    "last Easter": "XXXX-XX-XX",
    "at noon": "XXXX-XX-XXT12:00",
    "on Monday evening": "XXXX-WXX-1TEV",
    "last night": "XXXX-XX-XXTNI",
    "on the second Tuesday of May": "XXXX-05-XX",
    "in the first week of May": "XXXX-WXX",
    "a week from Tuesday": "XXXX-XX-XX",
}


@pytest.mark.parametrize(("words", "value"), OPEN.items(), ids=OPEN)
def test_without_a_date_the_value_stays_open_and_the_trace_says_why(words, value):
    (mention,) = times(f"He resigned {words}.")
    assert (mention.first, mention.last, mention.value) == (None, None, value)
    assert "unresolved: the document bears no date" in mention.trace[0]


def test_trace_tells_the_reading():
    (mention,) = times("He resigned on Tuesday.", DAY)
    assert mention.trace == ("weekday = publication day, past tense",)


TENSES = {
    "They will meet on | in Oslo.": "future",
    "They met on | in Oslo.": "past",
    "The vote is scheduled for |.": "future",
    "It will be released |.": "future",
    "They agreed to meet on |.": "future",
    "A man was killed |.": "past",
    "On |, they will leave.": "future",
    "On |, they left.": "past",
    "He said the talks would resume |.": "future",
    "The deal was postponed until |.": "future",
    "The ministers, who will meet next week, talked |.": "past",
    "The list of |.": None,
}


@pytest.mark.parametrize(("sentence", "expected"), TENSES.items(), ids=TENSES)
def test_tense(sentence, expected):
    before, _, after = sentence.partition("|")
    assert tense(before, after) == expected
