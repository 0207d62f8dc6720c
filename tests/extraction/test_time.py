"""Clock times and parts of the day."""

import datetime as dt

import pytest

from tests.extraction.time_cases import times

DAY = dt.date(2025, 2, 11)

NOT_A_CLOCK = [
    "It ended 2:1.",
    "He ran 10:35.2 there.",
    "It is 13 p.m. somewhere.",
    "At high noon they met.",
    "Verse 3:16 says so.",
]


@pytest.mark.parametrize("text", NOT_A_CLOCK)
def test_is_no_clock_time(text):
    assert [m for m in times(text, DAY) if m.kind == "time"] == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("at 5 p.m.", "T17:00"),
        ("at 5pm", "T17:00"),
        ("at 12 a.m.", "T00:00"),
        ("at noon", "T12:00"),
        ("at 9:30 a.m. EST", "T09:30"),
        ("at 14:58 UTC", "T14:58Z"),
        ("at 22:15", "T22:15"),
        ("tonight", "TNI"),
        ("this evening", "TEV"),
        ("at 3:30 in the afternoon", "T15:30"),
        ("at 3 in the afternoon", "T15:00"),
        ("at 12 in the afternoon", "T12:00"),
        ("at half past three in the morning", "T03:30"),
        ("at a quarter to five in the afternoon", "T16:45"),
        ("at ten o'clock at night", "T22:00"),
        ("at half past three", "TXX:30"),
        ("at a quarter to one", "TXX:45"),
        ("at twenty past nine", "TXX:20"),
        ("at 5 o'clock", "TXX:00"),
    ],
)
def test_clock(words, value):
    (mention,) = times(f"It began {words}.", DAY)
    assert (mention.kind, mention.value, mention.first) == ("time", f"2025-02-11{value}", DAY)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("at 6:20 on Monday evening", "10T18:20"),
        ("at 6.20 on Monday morning", "10T06:20"),
        ("at half past six on Monday evening", "10T18:30"),
        ("at a quarter to nine last night", "10T20:45"),
        ("at 7 o'clock last night", "10T19:00"),
        ("at six this morning", "11T06:00"),
        ("at six in the morning on Monday", "10T06:00"),
        ("at 8 p.m. on Monday evening", "10T20:00"),
        ("at 20:15 on Monday night", "10T20:15"),
        ("at noon on Monday", "10T12:00"),
    ],
)
def test_a_clock_has_the_half_of_the_part_of_the_day_behind_it(words, value):
    (mention,) = times(f"It began {words}.", DAY)
    assert (mention.kind, mention.value) == ("time", f"2025-02-{value}")


@pytest.mark.parametrize(
    "text", ["The dead rose by six last night.", "There were two this morning.", "It rose to 6.20 last night."]
)
def test_a_figure_before_a_part_of_the_day_is_no_hour(text):
    (mention,) = times(text, DAY)
    assert mention.value[10:] in ("TNI", "TMO")


def test_last_night_is_the_day_before():
    (mention,) = times("It burned down last night.", DAY)
    assert mention.value == "2025-02-10TNI"


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("It burned overnight.", "2025-02-10TNI", 10, 11),
        ("It will rain overnight.", "2025-02-11TNI", 11, 12),
        ("It burned overnight on Tuesday.", "2025-02-11TNI", 10, 11),
        ("It burned overnight into Tuesday.", "2025-02-10TNI", 10, 11),
        ("It burned overnight Sunday into Monday.", "2025-02-09TNI", 9, 10),
        ("On Sunday overnight it burned.", "2025-02-09TNI", 8, 10),
    ],
)
def test_a_night_has_the_days_on_both_sides_of_it(text, value, first, last):
    mention = times(text, DAY)[0]
    assert (mention.value, mention.first, mention.last) == (value, DAY.replace(day=first), DAY.replace(day=last))
