"""The temporal adapter: from the columns of a claim to the scorer's form."""

from math import nan

import pytest

from bench import temporal


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("date", "2022-02", {"type": "DATE", "value": "2022-02"}),
        ("time", "2022-02-24T05:00", {"type": "TIME", "value": "2022-02-24T05:00"}),
        ("duration", "P5W", {"type": "DURATION", "value": "P5W"}),
        ("set", "P1W", {"type": "SET", "value": "P1W"}),
        ("date", None, {"type": "DATE", "value": None}),
        ("date", nan, {"type": "DATE", "value": None}),
    ],
)
def test_type_and_value(kind, value, expected):
    claim = {"start": 1, "end": 9, "kind": kind, "value": value}
    assert temporal.timex(claim) == {"start": 1, "end": 9} | expected


def test_days_resolve_against_the_day_of_the_record_and_spans_point_into_its_text():
    text = "The mayor resigned on Monday."
    (found,) = temporal.predict([{"id": "x", "text": text, "dct": "2025-02-12"}])
    (timex,) = found["timexes"]
    assert text[timex["start"] : timex["end"]] == "Monday"
    assert (timex["type"], timex["value"]) == ("DATE", "2025-02-10")
