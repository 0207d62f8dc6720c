"""The page on dates: each of its examples is what extraction finds."""

import datetime as dt
from pathlib import Path

import pytest

from tests.extraction.time_cases import times

PAGE = Path(__file__).parents[2] / "docs" / "dates.md"
DAY = dt.date(2025, 2, 11)


def examples():
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return [[*row, ""][:6] for row in rows if row[0] != "sentence"]


@pytest.mark.parametrize("row", examples(), ids=lambda row: row[0])
def test_example(row):
    sentence, claim, *expected = row
    (found,) = [m for m in times(sentence, DAY) if sentence[m.start : m.end] == claim]
    told = [found.value, *(str(day or "") for day in (found.first, found.last)), found.fault or ""]
    assert told == expected


def test_the_page_has_examples():
    assert len(examples()) > 15
