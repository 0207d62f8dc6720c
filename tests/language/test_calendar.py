"""The calendar's names, and dates at the start of a line."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language import calendar

NO_DAY = {
    "the order of day and month is open": "03/02/2025",
    "no such day": "February 30, 2025",
    "no year": "February 11",
    "not at the start": "On February 11, 2025",
    "a verb": "May be 12, 2025",
    "a longer number": "2025-02-111",
    "nothing": "",
}


@pytest.mark.parametrize("text", NO_DAY.values(), ids=NO_DAY)
def test_reads_no_day(text):
    assert calendar.read_day(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "February 11, 2025",
        "11 February 2025",
        "2025-02-11",
        "Feb. 11, 2025",
        "Feb 11 2025, 10:30",
        "Tuesday, February 11, 2025",
        "TUESDAY, 11 FEBRUARY 2025 - by our own",
        "  February 11th, 2025\nText",
        "Tue, 11 Feb 2025",
    ],
)
def test_reads_a_day(text):
    assert calendar.read_day(text) == dt.date(2025, 2, 11)


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_reads_every_day_as_written(day):
    assert calendar.read_day(day.isoformat()) == day
    assert calendar.read_day(f"{day:%B} {day.day}, {day.year}") == day


# Dates as published in the Book of Common Prayer's and the Astronomical Applications Department's tables.
@pytest.mark.parametrize(
    ("year", "month", "day"), [(1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2024, 3, 31), (2025, 4, 20)]
)
def test_easter(year, month, day):
    assert calendar.easter(year) == dt.date(year, month, day)


@given(st.integers(min_value=1583, max_value=4099))
def test_easter_is_a_sunday_in_spring(year):
    day = calendar.easter(year)
    assert day.isoweekday() == 7
    assert dt.date(year, 3, 22) <= day <= dt.date(year, 4, 25)


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("Thanksgiving", 2024, "2024-11-28"),
        ("memorial day", 2024, "2024-05-27"),
        ("Christmas Eve", 2020, "2020-12-24"),
        ("Good Friday", 2025, "2025-04-18"),
        ("New Year’s Day", 2021, "2021-01-01"),
        ("9/11", 2025, "2001-09-11"),
    ],
)
def test_named_days(name, year, expected):
    assert calendar.named_day(name, year) == dt.date.fromisoformat(expected)


ORTHODOX = ["1990-04-15", "2008-04-27", "2016-05-01", "2021-05-02", "2024-05-05", "2025-04-20", "2100-05-02"]


@pytest.mark.parametrize("expected", ORTHODOX)
def test_easter_of_the_eastern_church(expected):
    assert calendar.orthodox_easter(int(expected[:4])) == dt.date.fromisoformat(expected)


@given(st.integers(1583, 4099))
def test_eastern_easter_is_a_sunday_and_never_before_the_western(year):
    day = calendar.orthodox_easter(year)
    assert day.isoweekday() == 7
    assert day >= calendar.easter(year)


def test_unknown_names_have_no_day():
    assert calendar.named_day("washing day", 2025) is None


def test_every_named_day_has_a_day_in_every_year():
    assert all(calendar.named_day(name, year) for name in calendar.named_days() for year in (1999, 2024, 2025))


def test_a_fifth_weekday_may_be_missing():
    assert calendar.nth_weekday(2025, 2, 1, 5) is None
    assert calendar.nth_weekday(2025, 2, 5, -1) == dt.date(2025, 2, 28)


@pytest.mark.parametrize(("word", "number"), [("Feb.", 2), ("SEPT", 9), ("May", 5), ("mars", None)])
def test_month_numbers(word, number):
    assert calendar.month_number(word) == number


@pytest.mark.parametrize(("word", "number"), [("Tues.", 2), ("Sunday", 7), ("someday", None)])
def test_weekday_numbers(word, number):
    assert calendar.weekday_number(word) == number
