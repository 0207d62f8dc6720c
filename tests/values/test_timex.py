"""TIMEX3 values: what covers no days, what covers which, and the laws."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.values.timex import days, grain, quarter_value, week_value

NO_DAYS = {
    "a duration": "P5W",
    "a clock duration": "PT2H",
    "a reference": "PRESENT_REF",
    "a set": "XXXX-WXX-1",
    "no such day": "2024-02-30",
    "no such week": "2023-W54",
    "no such month": "2023-13",
    "year zero": "0000",
    "no such quarter": "2023-Q5",
    "no such part of the day": "2023-01-01TXX",
    "words": "yesterday",
    "nothing": "",
    "digits of another script": "٢٠٢٤",
}


@pytest.mark.parametrize("value", NO_DAYS.values(), ids=NO_DAYS)
def test_covers_no_days(value):
    assert days(value) is None


DAYS = {
    "2022-02-24": ("day", "2022-02-24", "2022-02-24"),
    "2022-02": ("month", "2022-02-01", "2022-02-28"),
    "2024-02": ("month", "2024-02-01", "2024-02-29"),
    "2022": ("year", "2022-01-01", "2022-12-31"),
    "199": ("decade", "1990-01-01", "1999-12-31"),
    "199X": ("decade", "1990-01-01", "1999-12-31"),
    "18": ("century", "1800-01-01", "1899-12-31"),
    "2025-W01": ("week", "2024-12-30", "2025-01-05"),
    "2025-W07-2": ("day", "2025-02-11", "2025-02-11"),
    "2025-W07-WE": ("weekend", "2025-02-15", "2025-02-16"),
    "2024-Q4": ("quarter", "2024-10-01", "2024-12-31"),
    "2024-H2": ("half", "2024-07-01", "2024-12-31"),
    "2024-SU": ("season", "2024-06-01", "2024-08-31"),
    "2024-SP": ("season", "2024-03-01", "2024-05-31"),
    "2024-FA": ("season", "2024-09-01", "2024-11-30"),
    "2024-AU": ("season", "2024-09-01", "2024-11-30"),
    "2023-WI": ("season", "2023-12-01", "2024-02-29"),
    "2025-02-11TNI": ("time", "2025-02-11", "2025-02-11"),
    "2025-02-11T17:00": ("time", "2025-02-11", "2025-02-11"),
    "2025-02-11T17:00:30+02:00": ("time", "2025-02-11", "2025-02-11"),
}


@pytest.mark.parametrize(("value", "expected"), DAYS.items(), ids=DAYS)
def test_covers_days(value, expected):
    name, first, last = expected
    assert days(value) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert grain(value) == name


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("P5W", "week"),
        ("P3M", "month"),
        ("PT5M", "minute"),
        ("P2Y6M", "month"),
        ("PT30S", "second"),
        ("PAST_REF", None),
    ],
)
def test_grain_of_what_has_no_days(value, name):
    assert grain(value) == name


@given(st.dates(min_value=dt.date(1, 1, 10), max_value=dt.date(9998, 12, 1)))
def test_a_day_lies_in_its_own_periods(day):
    for value in (
        day.isoformat(),
        week_value(day),
        quarter_value(day),
        f"{day.year:04d}",
        f"{day.year:04d}-{day.month:02d}",
    ):
        first, last = days(value)
        assert first <= day <= last


@given(st.text(alphabet="0123456789-TWQHXZ:+SPUFA", max_size=20))
def test_first_is_never_after_last(value):
    found = days(value)
    assert found is None or found[0] <= found[1]


@pytest.mark.parametrize("value", ["", "PRESENT_REF", "P", "PXD", "tomorrow", "2024-13", "99999"])
def test_what_names_no_time_has_no_grain_of_its_own(value):
    assert days(value) is None
    assert grain(value) in (None, "day")
