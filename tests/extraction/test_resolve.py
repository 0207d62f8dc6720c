"""Relative times: publication day, tense and the mention before."""

import datetime as dt

import pytest

from checker.extraction.page import Page
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
    "overnight": "XXXX-XX-XXTNI",
    "by year-end": "XXXX",
    "in Easter week": "XXXX-WXX",
    "on the first Monday of this month": "XXXX-XX-XX",
    "the summer before last": "XXXX-SU",
}


@pytest.mark.parametrize(("words", "value"), OPEN.items(), ids=OPEN)
def test_without_a_date_the_value_stays_open_and_the_trace_says_why(words, value):
    (mention,) = times(f"He resigned {words}.")
    assert (mention.first, mention.last, mention.value) == (None, None, value)
    assert "unresolved: the document bears no date" in mention.trace[0]


def test_trace_tells_the_reading():
    (mention,) = times("He resigned on Tuesday.", DAY)
    assert mention.trace == ("weekday = publication day, past tense", "anchor 2025-02-11, grain day")


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("It fell in early March 2020.", "grain month, hedge early"),
        ("It fell in March 2020. Two days later it rose.", "grain month"),
        ("It fell on March 3, 2020. Two days later it rose.", "anchor 2020-03-03, grain day"),
        ("Sales rose in the third quarter of 2023 from a year earlier.", "anchor 2023-Q3, grain quarter"),
        ("It ends on March 3, 2020. Until then it runs.", "anchor 2020-03-03, grain day"),
    ],
)
def test_trace_tells_anchor_grain_and_hedge(text, step):
    assert step in [mention.trace[-1] for mention in times(text, DAY)]


SECOND_READINGS = {
    "They meet next Friday.": "or 2025-02-14 if the coming one is meant",
    "The list of Friday.": "or 2025-02-14 if it is to come",
    "The match of May 3.": "or 2024-05-03",
    "Due 03/02/2025.": "or 2025-02-03 if the day is",
}


@pytest.mark.parametrize(("text", "other"), SECOND_READINGS.items(), ids=SECOND_READINGS)
def test_trace_tells_a_second_reading(text, other):
    assert times(text, DAY)[0].trace[0].endswith(other)


def test_a_sunday_tells_of_both_weeks():
    (mention,) = times("It fell last week.", dt.date(2025, 2, 9))
    assert (mention.value, mention.trace[0]) == (
        "2025-W05",
        "period, from publication day, or 2025-W06 where Sunday begins the week",
    )


ORDERS = {
    "Due 03/02/2025, after 24/02/2025.": ("2025-02-03", None),
    "Due 03/02/2025 by the organisation's programme.": ("2025-02-03", None),
    "Due 03/02/2025 at the neighborhood center by the harbor.": ("2025-03-02", None),
    "Due 03/02/2025, it was said on 5 January 2025.": ("2025-02-03", None),
    "Due 03/02/2025, it was said on January 5, 2025.": ("2025-03-02", None),
    "Due 03/02/2025 in the paper of a British host.": ("2025-02-03", "news.example.co.uk"),
    "Due 03/02/2025, after 02/24/2025, in a British host's paper.": ("2025-03-02", "news.example.co.uk"),
}


@pytest.mark.parametrize(("text", "expected"), ORDERS.items(), ids=ORDERS)
def test_order_of_day_and_month(text, expected):
    value, outlet = expected
    assert Page(text, published=DAY, outlet=outlet).times[0].value == value


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
    "A summit set for | in Oslo.": "future",
    "She is going to start in |.": "future",
    "Nobody could be found |.": "past",
    "He was likely to sell as soon as it opened |.": "future",
    "He sold it as soon as it opened |.": "past",
}


@pytest.mark.parametrize(("sentence", "expected"), TENSES.items(), ids=TENSES)
def test_tense(sentence, expected):
    before, _, after = sentence.partition("|")
    assert tense(before, after) == expected
