"""Relative times: publication day, tense and the mention before."""

import datetime as dt

import pytest

from checker.extraction.times.verb_tense import tense
from tests.extraction.time_cases import cases, times, told

DAY = dt.date(2025, 2, 11)


@pytest.mark.parametrize("case", cases("dates_relative"), ids=lambda case: case["why"])
def test_resolves(case):
    assert told(case["text"], case["published"]) == case["times"]


@pytest.mark.parametrize(
    "words", ["on Tuesday", "next Friday", "last year", "in October", "at noon", "last Christmas", "two weeks ago"]
)
def test_without_a_date_the_trace_says_why(words):
    (mention,) = times(f"He resigned {words}.")
    assert (mention.first, mention.last, mention.value) == (None, None, None)
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
