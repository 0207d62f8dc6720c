"""Sets of times: they have a value and no days."""

import datetime as dt

import pytest

from tests.extraction.time_cases import times

NONE = [
    "Everyone came.",
    "The Daily Mail wrote.",
    "Each man went home.",
    "The quarterly report came.",
    "The pension grows by 1 percent for every nine weeks of delay.",  # a share of a length
]


@pytest.mark.parametrize("text", NONE)
def test_is_no_set(text):
    assert [m for m in times(text) if m.kind == "set"] == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("every Tuesday", "XXXX-WXX-2"),
        ("every Friday night", "XXXX-WXX-5TNI"),
        ("on Mondays", "XXXX-WXX-1"),
        ("daily", "P1D"),
        ("every day", "P1D"),
        ("every two weeks", "P2W"),
        ("every third year", "P3Y"),
        ("once a month", "P1M"),
        ("quarterly", "P3M"),
        ("each July", "XXXX-07"),
        ("every summer", "XXXX-SU"),
        ("every morning", "XXXX-XX-XXTMO"),
    ],
)
def test_set(words, value):
    (mention,) = times(f"They meet {words}.", dt.date(2025, 2, 11))
    assert (mention.kind, mention.value, mention.first) == ("set", value, None)
