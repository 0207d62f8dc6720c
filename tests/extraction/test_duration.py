"""Durations: a TIMEX3 value and a quantity at once."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.time_cases import times

NONE = [
    "The 34-year-old man.",
    "He is 5 years old.",
    "It costs $5 a day.",
    "One day he will go.",
    "It stood for several hundred years.",
    "He came in the first second.",
    "The day shift left.",
]


@pytest.mark.parametrize("text", NONE)
def test_is_no_duration(text):
    assert [m for m in times(text) if m.kind == "duration"] == []


@pytest.mark.parametrize(
    "row",
    [
        ("5 weeks", "P5W", 5, "week", "5", 1),
        ("eight hours", "PT8H", 8, "hour", "8", 1),
        ("an eight-hour", "PT8H", 8, "hour", "8", 1),
        ("three-and-a-half years", "P3Y6M", 3.5, "year", "3.5", 0.1),
        ("2 1/2 hours", "PT2H30M", 2.5, "hour", "2.5", 0.1),
        ("half an hour", "PT30M", 0.5, "hour", "0.5", 0.1),
        ("a decade", "P10Y", 1, "decade", "1", 1),
        ("the past three years", "P3Y", 3, "year", "3", 1),
        ("a couple of days", "P2D", 2, "day", "2", 1),
        ("1,000 days", "P1000D", 1000, "day", "1000", 1),
        ("two hours and 20 minutes", "PT2H20M", 140, "minute", "140", 1),
        ("five straight days", "P5D", 5, "day", "5", 1),
        ("a year and a half", "P1Y6M", 1.5, "year", "1.5", 0.1),
        ("2.5 weeks", "P2.5W", 2.5, "week", "2.5", 0.1),
        ("2 h 15 min", "PT2H15M", 135, "minute", "135", 1),
        ("2 years, 3 months", "P2Y3M", 27, "month", "27", 1),
        ("4 years, 1 month and 10 days", "P4Y1M10D", 1501, "day", "1501", 1),
        ("1 day, 2 hours, 3 minutes and 4 seconds", "P1DT2H3M4S", 93784, "second", "93784", 1),
    ],
)
def test_duration(row):
    words, value, amount, unit, stated, step = row
    (mention,) = times(f"It lasted for {words}.")
    assert (mention.kind, mention.value, mention.unit, mention.stated) == ("duration", value, unit, stated)
    assert (mention.low, mention.high) == (amount, amount)
    assert math.isclose(mention.step, step)
    assert mention.first is None


@pytest.mark.parametrize(
    ("words", "lengths"),
    [
        ("2 years and 18 months", ["2 years", "18 months"]),
        ("1 hour and 90 minutes", ["1 hour", "90 minutes"]),
        ("3 weeks and 2 years", ["3 weeks", "2 years"]),
    ],
)
def test_what_does_not_fit_into_one_is_told_apart(words, lengths):
    text = f"The terms were {words}."
    assert [text[m.start : m.end] for m in times(text) if m.kind == "duration"] == lengths


@pytest.mark.parametrize("words", ["the past year", "the last decade", "the past week"])
def test_a_period_without_its_number_tells_none(words):
    (mention,) = times(f"It grew over {words}.")
    assert mention.kind == "duration"
    assert mention.stated is None
    assert math.isnan(mention.low)
    assert math.isnan(mention.high)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("It was the worst flood in a decade.", math.nan),
        ("Prices are at their highest for a year.", math.nan),
        ("It was the first such find in a century.", math.nan),
        ("She was in a forest for a year.", 1),
        ("The rest was built in a decade.", 1),
        ("It was the worst flood in two decades.", 2),
    ],
)
def test_how_far_one_looks_back_is_no_number(text, low):
    (mention,) = [m for m in times(text) if m.kind == "duration"]
    assert mention.low == pytest.approx(low, nan_ok=True)


def test_three_quarters_are_a_part_or_last():
    assert [m for m in times("Three quarters of the voters agreed.") if m.kind == "duration"] == []
    (mention,) = times("It came after three quarters of growth.")
    assert (mention.low, mention.unit) == (3, "quarter")


@given(st.integers(1, 80), st.integers(1, 11), st.integers(1, 27), st.sampled_from([", ", " and "]))
def test_compounds_round_trip(years, months, days, last):
    (mention,) = times(f"It lasted for {years} years, {months} months{last}{days} days.")
    assert mention.value == f"P{years}Y{months}M{days}D"
    assert abs(mention.low - (years * 365.2425 + months * 30.436875 + days)) <= 1


def test_a_range_has_both_ends():
    (mention,) = times("It takes two to three weeks.")
    assert (mention.low, mention.high, mention.stated, mention.value) == (2, 3, "2..3", "P2W")


@pytest.mark.parametrize(
    ("words", "hedge", "span"),
    [
        ("nearly five months", "nearly", "nearly five months"),
        ("more than four hours", "more_than", "more than four hours"),
        ("about six years", "about", "six years"),
        ("over 10 days", "more_than", "10 days"),
        ("up to 180 days", "at_most", "up to 180 days"),
        ("at least two weeks", "at_least", "at least two weeks"),
        ("five months", "exact", "five months"),
    ],
)
def test_hedge_and_extent(words, hedge, span):
    text = f"The siege went on for {words}."
    (mention,) = times(text)
    assert (mention.hedge, text[mention.start : mention.end]) == (hedge, span)
    assert text[mention.phrase_start : mention.phrase_end] == words


def test_over_the_past_days_is_a_span_of_time():
    (mention,) = times("It rained over the past five days.")
    assert mention.hedge == "exact"
