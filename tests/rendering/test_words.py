"""Values, times and facts in words."""

import pytest

from checker.rendering.rows import rows
from checker.rendering.words import count_words, plural, source_date, value_words
from checker.tables import CLAIMS, frame
from tests.rendering.story import claim, day, point

NUMBERS = [
    ("scale", {"kind": "money", "unit": "USD"} | point(5e11), "500 billion USD"),
    ("decimals of a scale", {"kind": "money", "unit": "USD"} | point(65.9e9), "65.9 billion USD"),
    ("a figure that no scale makes shorter", point(1234567), "1,234,567"),
    ("below a million", point(38500), "38,500"),
    ("cents", {"kind": "money", "unit": "GBP"} | point(0.4), "0.4 GBP"),
    ("plural scale words are open above", {"kind": "money", "unit": "USD", "low": 1e11, "high": 1e12, "high_closed": False},
     "100 billion up to 1,000 billion USD"),
    ("trillions", {"kind": "money", "unit": "USD", "low": 1e12, "high": 1e13, "high_closed": False}, "1 trillion up to 10 trillion USD"),
    ("range", {"kind": "money", "unit": "USD", "low": 1e10, "high": 1.5e10, "hedge": "range"}, "10 to 15 billion USD"),
    ("range across a scale", {"low": 9e5, "high": 1.2e6, "hedge": "range"}, "900,000 to 1,200,000"),
    ("percent", {"kind": "percent", "unit": "percent", "hedge": "about"} | point(5), "about 5%"),
    ("one point", {"kind": "percent", "unit": "percentage point"} | point(1), "1 percentage point"),
    ("points", {"kind": "percent", "unit": "basis point"} | point(25), "25 basis points"),
    ("ratio", {"kind": "ratio", "unit": "fraction"} | point(0.25), "0.25 of the whole"),
    ("counted noun", {"noun": "Ukrainian regions"} | point(4), "4 Ukrainian regions"),
    ("open above", {"hedge": "at_least", "low": 38, "noun": "people"}, "at least 38 people"),
    ("open below", {"hedge": "less_than", "high": 38, "high_closed": False, "noun": "people"}, "less than 38 people"),
    ("one unit", {"kind": "duration", "unit": "week"} | point(1), "1 week"),
    ("units", {"kind": "duration", "unit": "week"} | point(5), "5 weeks"),
    ("irregular unit", {"kind": "measure", "unit": "foot"} | point(6), "6 feet"),
    ("per unit", {"kind": "money", "unit": "USD/share"} | point(3), "3 USD per share"),
    ("speed", {"kind": "measure", "unit": "mile/hour"} | point(60), "60 miles per hour"),
    ("age", {"kind": "age", "unit": "year"} | point(34), "34 years"),
    ("score", {"kind": "score", "low": 1, "high": 3}, "3-1"),
    ("rank", {"kind": "rank"} | point(3), "rank 3"),
    ("zero", {"noun": "people"} | point(0), "0 people"),
    ("below zero", {"kind": "measure", "unit": "celsius"} | point(-5), "-5 celsius"),
    ("a fall", {"kind": "percent", "unit": "percent", "role": "change_by", "direction": "down"} | point(5), "down by 5%"),
    ("nothing but the words", {"stated": "5-4"}, "5-4"),
    ("a length known by its form alone", {"kind": "duration", "value": "P1Y"}, "1 year"),
    ("a length of two units", {"kind": "duration", "value": "P2Y6M"}, "2 years 6 months"),
    ("hours and minutes", {"kind": "duration", "value": "PT1H30M"}, "1 hour 30 minutes"),
    ("a vague length", {"kind": "duration", "value": "PXD"}, "some days"),
    ("a form that is no length", {"kind": "duration", "value": "P"}, "not resolved"),
    ("no value at all", {}, "not resolved"),
]  # fmt: skip

TIMES = [
    ("day", day("2022-02-24"), "2022-02-24"),
    ("month", day("2022-02-01", value="2022-02", last="2022-02-28"), "February 2022"),
    ("leap month", day("2024-02-01", value="2024-02", last="2024-02-29"), "February 2024"),
    ("year", day("2014-01-01", value="2014", last="2014-12-31"), "2014"),
    ("week", day("2025-02-03", value="2025-W06", last="2025-02-09"), "2025-02-03 to 2025-02-09"),
    ("two months", day("2025-01-01", last="2025-02-28"), "2025-01-01 to 2025-02-28"),
    ("end of a month is not a month", day("2025-01-15", last="2025-01-31"), "2025-01-15 to 2025-01-31"),
    ("evening", day("2025-02-10", value="2025-02-10TEV", kind="time"), "2025-02-10 evening"),
    ("hour", day("2025-02-10", value="2025-02-10T09:30", kind="time"), "2025-02-10 09:30"),
    ("early", day("2014-01-01", value="2014", last="2014-12-31", hedge="early"), "early 2014"),
    ("set", {"kind": "set", "value": "P1W"}, "P1W"),
    ("open form", {"kind": "date", "value": "XXXX-WXX-5"}, "not resolved"),
    ("now", {"kind": "date", "value": "PRESENT_REF"}, "the present"),
    ("no value", {"kind": "date"}, "not resolved"),
]  # fmt: skip


def _row(columns):
    return rows(CLAIMS, frame(CLAIMS, [claim("post", 0, "5", "5 of them.", **columns)]))[0]


@pytest.mark.parametrize(
    ("columns", "words"), [row[1:] for row in NUMBERS + TIMES], ids=[row[0] for row in NUMBERS + TIMES]
)
def test_a_value_in_words(columns, words):
    assert value_words(_row(columns)) == words


@pytest.mark.parametrize(("noun", "many"), [("discrepancy", "discrepancies"), ("day", "days"), ("inch", "inches"), ("century", "centuries"),
                                            ("square foot", "square feet"), ("person", "persons"), ("hertz", "hertz")])  # fmt: skip
def test_plural(noun, many):
    assert plural(noun) == many


def test_counts():
    assert [count_words(n, "claim") for n in (0, 1, 2, 1200)] == ["0 claims", "1 claim", "2 claims", "1,200 claims"]


def test_the_day_of_a_source():
    assert source_date("2025-02-11", "dateline") == "2025-02-11 (dateline)"
    assert source_date(None, "unknown") == "undated"
