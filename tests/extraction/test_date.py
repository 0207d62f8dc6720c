"""Dates: what is none, and the values of those that stand in the calendar."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.values.timex import days, grain
from tests.extraction.time_cases import cases, times, told

DAY = dt.date(2025, 2, 11)


@pytest.mark.parametrize("case", cases("dates_none"), ids=lambda case: case["why"])
@pytest.mark.parametrize("published", ["", "2025-02-11"])
def test_is_no_time(case, published):
    assert told(case["text"], published) == []


@pytest.mark.parametrize("case", cases("dates"), ids=lambda case: case["why"])
def test_is_a_time(case):
    assert told(case["text"], case["published"]) == case["times"]


HEDGES = {
    "early": "early 2024",
    "mid": "mid-March 2024",
    "late": "the end of 2024",
    "before": "before 2024",
    "after": "after 2024",
    "about": "around 2024",
    "exact": "in 2024",
}


@pytest.mark.parametrize(("hedge", "words"), HEDGES.items(), ids=HEDGES)
def test_hedge(hedge, words):
    text = f"It was built {words}, they say."
    (mention,) = times(text)
    assert mention.hedge == hedge
    outer = hedge in ("before", "after", "about")
    assert text[mention.phrase_start : mention.end] == (words if outer else text[mention.start : mention.end])


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("It runs since 2014.", "start"),
        ("It is due by Friday.", "deadline"),
        ("It was built in 2014.", None),
        ("February 11, 2025\n\nA man said so.", "published"),
        ("Published: 11 February 2025\nA man said so.", "published"),
        ("It happened on February 11, 2025 in Oslo.", None),
        ("RIVERTOWN, February 11, 2025 (Coast News) - A man said so.", "published"),
        ("RIVERTOWN, N.Y., Feb. 11 /CoastWire/ -- A man said so.", "published"),
        ("RIVERTOWN (Feb. 11, 2025) — A man said so.", "published"),
        ("RIVERTOWN, February 10, 2025 (Coast News) - A man said so.", None),
        ("The mayor came on February 11 - a Tuesday.", None),
    ],
)
def test_role_is_given_only_by_the_form(text, role):
    assert times(text, DAY)[0].role == role


@pytest.mark.parametrize(
    "text",
    [
        "From 2014 to 2016.",
        "Between 2014 and 2016.",
        "Open 3-5 May 2021.",
        "In 2012-13.",
        "From June 3 to July 5, 2011.",
    ],
)
def test_ranges_have_a_start_and_an_end(text):
    assert [m.role for m in times(text)] == ["start", "end"]


def test_two_dates_are_not_a_range():
    assert [m.role for m in times("In 2014 and 2016, and on 3 and 5 May 2020.")] == [None] * 4


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Dated February 30, 2024.", "there is no such day"),
        ("Dated Tuesday, February 10, 2025.", "that day was a Monday"),
        ("Due 03/02/2025.", "2025-02-03 if the day is"),
    ],
)
def test_trace_notes_faults_and_second_readings(text, reason):
    assert reason in times(text)[0].trace[0]


def test_a_wrong_weekday_does_not_move_the_year():
    (mention,) = times("They met on Tuesday, Feb. 10.", DAY)
    assert mention.value == "2025-02-10"
    assert "that day was a Monday" in mention.trace[0]


TEXTS = [case["text"] for name in ("dates", "dates_relative") for case in cases(name)]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TEXTS), st.dates(min_value=dt.date(2, 1, 1), max_value=dt.date(9990, 1, 1)))
def test_intervals_hold_their_value(text, published):
    for mention in times(text, published):
        assert (mention.first is None) == (mention.last is None)
        if mention.first is None:
            continue
        first, last = days(mention.value)
        assert mention.first <= first <= last <= mention.last
        assert (mention.first, mention.last) == (first, last) or "night" in mention.trace[0]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TEXTS), st.dates(min_value=dt.date(2, 1, 1), max_value=dt.date(9990, 1, 1)))
def test_what_has_no_days_is_open_or_a_reference_or_a_length(text, published):
    for mention in times(text, published):
        if mention.first is None:
            is_told = mention.fault == "impossible_date" or any("fiscal" in step for step in mention.trace)
            assert is_told or mention.value[0] in "XP" or mention.value == "FUTURE_REF"


ABSOLUTE = [case["text"] for case in cases("dates") if not case["published"]]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ABSOLUTE), st.dates(min_value=dt.date(1900, 1, 1)), st.dates(min_value=dt.date(1900, 1, 1)))
def test_publication_never_moves_a_stated_date(text, one, other):
    assert [m.value for m in times(text, one)] == [m.value for m in times(text, other)]


FINEST = {
    "last year": "year",
    "in October": "month",
    "on Monday": "day",
    "last week": "week",
    "two years ago": "year",
    "six weeks ago": "week",
    "last quarter": "quarter",
    "in the second quarter": "quarter",
    "last summer": "season",
    "last weekend": "weekend",
    "in calendar week 23": "week",
    "two weeks after Christmas": "week",
    "two days after Christmas": "day",
    "this decade": "decade",
    "at half past three": "time",
}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(FINEST)), st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(9000, 1, 1)))
def test_grain_is_never_finer_than_the_words(words, published):
    (mention,) = times(f"It ended {words}.", published)
    assert grain(mention.value) == FINEST[words]


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="0123456789/-:. ,'MayFebQHthe last of weekdays\n", max_size=120))
def test_no_text_breaks_it(text):
    for mention in times(text, DAY):
        assert 0 <= mention.start < mention.end <= len(text)


@pytest.mark.parametrize("piece", ["1/1/", "May ", "1 ", "the last ", "12:", "more than ", "2024-", "a year "])
def test_hostile_repeats_stay_linear(piece):
    # A quadratic scan of this many would run for minutes.
    assert isinstance(times(piece * 5_000, DAY), list)
