"""Dates: what is none, and the values of those that stand in the calendar."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import tables
from checker.extraction.times.scan import RULES
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


FAULTS = {
    "Dated February 30, 2024.": "impossible_date",
    "Dated February 30.": "impossible_date",
    "Dated 31/04/2024.": "impossible_date",
    "Dated 2024-02-30.": "impossible_date",
    "Dated the fifth Sunday of February 2025.": "impossible_date",
    "Dated Tuesday, February 10, 2025.": "weekday_mismatch",
    "Dated Tuesday, Feb. 10.": "weekday_mismatch",
    "Dated Monday (Feb. 11).": "weekday_mismatch",
    "Dated Tuesday 2025-02-10.": "weekday_mismatch",
    "Dated Friday, 03/02/2025.": "weekday_mismatch",
    "Dated Monday, February 10, 2025.": None,
    "Dated Monday, 03/02/2025.": None,
    "Dated February 29, 2024.": None,
    "Dated Tuesday.": None,
}


@pytest.mark.parametrize(("text", "fault"), FAULTS.items(), ids=FAULTS)
def test_a_fault_is_told_and_the_date_kept_as_written(text, fault):
    (mention,) = times(text, DAY)
    assert mention.fault == fault
    assert (mention.first is None) == (fault == "impossible_date")
    assert ("but that day was a" in mention.trace[0]) == (fault == "weekday_mismatch")


def test_the_names_of_faults_are_those_of_the_table():
    assert {fault for fault in FAULTS.values() if fault} == set(tables.FAULTS)


@pytest.mark.parametrize("published", [None, DAY])
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In fiscal 2024 sales rose.", "2024"),
        ("FY24 sales rose.", "2024"),
        ("Sales rose in the third quarter of fiscal 2024.", "2024-Q3"),
        ("Sales rose in the fiscal third quarter of 2024.", "2024-Q3"),
        ("Q3 FY2024 sales rose.", "2024-Q3"),
        ("The 2024 fiscal year was good.", "2024"),
        ("In the fourth quarter of 2024 ended Aug. 26 sales rose.", "2024-Q4"),
    ],
)
def test_a_fiscal_period_has_no_days_of_the_calendar(text, value, published):
    mention = times(text, published)[0]
    assert (mention.value, mention.first, mention.last) == (value, None, None)
    assert any(step.startswith("unresolved: the days of a fiscal period") for step in mention.trace)


@pytest.mark.parametrize("text", ["In calendar 2024.", "In the fourth quarter of 2024 ended Dec. 31, 2024."])
def test_a_period_of_the_calendar_has_days(text):
    assert times(text)[0].last == dt.date(2024, 12, 31)


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
    early, late = times(text, one), times(text, other)
    assert [(m.value, m.first, m.last, m.fault) for m in early] == [(m.value, m.first, m.last, m.fault) for m in late]


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
    "overnight": "time",
    "the week before last": "week",
    "the summer before last": "season",
    "three-and-a-half years ago": "year",
    "a month and a half ago": "month",
    "ten years ago today": "day",
    "five years ago this week": "week",
    "in the last week of next month": "week",
    "in Easter week": "week",
    "over the Easter weekend": "weekend",
    "in the year-ago quarter": "quarter",
    "late on Monday": "day",
    "in the noughties": "decade",
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


def test_the_scan_stays_within_the_memory_of_its_automaton():
    # Beyond what its memory holds re2 falls back to a search thirty times as slow, without a word: with 64 MiB that was
    # at some 120,000 characters of pattern, and it has 128.
    assert sum(len(rule.expression) for rule in RULES) < 135_000


@pytest.mark.parametrize(
    "piece", ["1/1/", "May ", "1 ", "the last ", "12:", "more than ", "2024-", "a year ", "May 3, ", "noon then "]
)
def test_hostile_repeats_stay_linear(piece):
    # A quadratic scan of this many would run for minutes.
    assert isinstance(times(piece * 5_000, DAY), list)
