"""Quantities in sentences: first what must not be found, then every column of what must."""

import math
import sys
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extraction.kinds import mentions
from checker.extraction.page import Page
from checker.extraction.phrases import figures

CASES = Path(__file__).parents[1] / "cases"
TIMES = ("date", "time", "set", "duration")
NONE = tomllib.loads((CASES / "quantity_none.toml").read_text(encoding="utf-8"))["rows"]
FOUND = tomllib.loads((CASES / "quantity.toml").read_text(encoding="utf-8"))


def quantities(text):
    return [mention for mention in mentions(Page(text)) if mention.kind not in TIMES]


@pytest.mark.parametrize(("why", "text"), NONE, ids=[row[0] for row in NONE])
def test_left_alone(why, text):
    assert [text[m.start : m.end] for m in quantities(text)] == [], why


@pytest.mark.parametrize("row", FOUND["rows"], ids=[row[0] for row in FOUND["rows"]])
def test_found(row):
    text, kind, span, stated, unit, hedge, noun = row
    found = {text[m.start : m.end]: m for m in quantities(text)}
    assert span in found
    mention = found[span]
    assert (mention.kind, mention.stated, mention.unit or "", mention.hedge) == (kind, stated, unit, hedge)
    assert noun in ("", mention.noun)


@pytest.mark.parametrize(("text", "spans"), FOUND["several"], ids=[row[0] for row in FOUND["several"]])
def test_several(text, spans):
    assert [text[m.start : m.end] for m in quantities(text)] == spans


@pytest.mark.parametrize(
    ("text", "low_closed", "high_closed"),
    [
        ("More than 9 men left.", False, True),
        ("Fewer than 9 men left.", True, False),
        ("Dozens of men left.", True, False),
    ],
)
def test_open_ends(text, low_closed, high_closed):
    (mention,) = quantities(text)
    assert (mention.low_closed, mention.high_closed) == (low_closed, high_closed)


@pytest.mark.parametrize(
    ("text", "step"),
    [("It cost $65.9 billion.", 1e8), ("Some 300 men came.", 1), ("Sales of 1,200 cars.", 1), ("It fell 0.25%.", 0.01)],
)
def test_step(text, step):
    (mention,) = quantities(text)
    assert mention.step == pytest.approx(step)


@pytest.mark.parametrize(
    ("text", "way"),
    [("Sales rose 3%.", "up"), ("Output fell by about 3%.", "down"), ("A 3% increase.", "up"), ("It holds 3%.", None)],
)
def test_direction(text, way):
    (mention,) = quantities(text)
    assert mention.direction == way


AMOUNTS = st.decimals("0", 10**9, places=2)
GROUPED = (
    lambda amount: f"{amount:f}",
    lambda amount: f"{amount:,f}",
    lambda amount: f"{amount:,f}".replace(",", "\u00a0"),
    lambda amount: f"{amount:,f}".replace(",", "\u202f"),
    lambda amount: f"{amount:,f}".replace(",", "’"),
)
WRITTEN = (  # how an amount is written, what it is multiplied by, and its kind and unit
    ("${}", 1, "money", "USD"),
    ("€{}", 1, "money", "EUR"),
    ("US${}bn", 10**9, "money", "USD"),
    ("GBP {} million", 10**6, "money", "GBP"),
    ("{} rupees", 1, "money", "INR"),
    ("₹{} crore", 10**7, "money", "INR"),
    ("{} percent", 1, "percent", "percent"),
    ("{}%", 1, "percent", "percent"),
    ("{} basis points", 1, "percent", "basis point"),
    ("{}km", 1, "measure", "kilometre"),
    ("{} million barrels", 10**6, "measure", "barrel"),
    ("{} tonnes a day", 1, "measure", "tonne/day"),
    ("{} million voters", 10**6, "count", None),
)


@given(AMOUNTS, st.sampled_from(GROUPED), st.sampled_from(WRITTEN))
def test_digits_round_trip(amount, group, style):
    written, times, kind, unit = style
    text = f"They told of {written.format(group(amount))} in all."
    (mention,) = quantities(text)
    assert (mention.kind, mention.unit, mention.low, mention.high) == (
        kind,
        unit,
        float(amount * times),
        float(amount * times),
    )
    assert Decimal(mention.stated) == amount * times
    assert mention.step == pytest.approx(times / 100)


HEDGES = (
    ("about {}", "about", True, True),
    ("nearly {}", "nearly", True, True),
    ("at least {}", "at_least", True, False),
    ("more than {}", "more_than", True, False),
    ("up to {}", "at_most", False, True),
    ("fewer than {}", "less_than", False, True),
)


@given(st.integers(2, 1899), st.sampled_from(HEDGES), st.sampled_from(["voters", "miles", "percent", "dollars"]))
def test_hedges_round_trip(number, hedge, noun):
    words, name, has_low, has_high = hedge
    (mention,) = quantities(f"They told of {words.format(number)} {noun} in all.")
    ends = (mention.low if has_low else number, mention.high if has_high else number)
    assert (mention.hedge, *ends) == (name, number, number)
    assert math.isnan(mention.low) is not has_low
    assert math.isnan(mention.high) is not has_high


@given(st.integers(0, 1800), st.integers(1, 1800), st.sampled_from(["{} to {}", "{}-{}", "between {} and {}"]))
def test_ranges_round_trip(low, more, style):
    (mention,) = quantities(f"They told of {style.format(f'${low:,}', f'${low + more:,}')} in all.")
    assert (mention.low, mention.high, mention.unit, mention.hedge) == (low, low + more, "USD", "range")


@given(st.text(alphabet="0123456789.,-–/ $€%kmbn½'\"()aonetwhirdlf\n", max_size=80))
def test_noise_is_survived(text):
    for mention in quantities(text):
        assert 0 <= mention.phrase_start <= mention.start < mention.end <= mention.phrase_end <= len(text)


# What makes each scan, guard and join work hardest, over and over.
WORST = (
    *("1,", "1 ", "$1-", "one ", "million ", "a ", "5% to ", "½", "1/", "hundred and ", "(1 km) ", "-1", "1-2 "),
    *("12,345 67 ", "one hundred and two ", "$5 (€4) ", "$5 a day, ", "123 people and ", "a mile of a mile ", "6'4\" "),
    *(
        "2000 - 2500 ",
        "243 for 6 ",
        "open at 4 ",
        "9mm handgun ",
        "he was 28 ",
        "died at 91 ",
        "24 points ",
        "1.2.3.",
        "±3",
    ),
    *("up from 3 to 4 and ", "more than 20 and less than ", "1 in ", "4 ½-feet ", "fell by about 3 to ", "PS21,700 "),
)


def calls(text):
    """How many calls reading a text takes: the same on every machine."""
    count = 0

    def add(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(add)
    try:
        figures(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", WORST)
def test_twice_the_text_takes_twice_the_work(unit):
    calls(unit * 50)  # caches filled
    assert calls(unit * 400) < 2.2 * calls(unit * 200) + 200


@pytest.mark.parametrize("unit", WORST)
def test_long_texts_of_figures_are_read(unit):
    """A quadratic way would time out here."""
    assert figures(unit * 4_000) is not None


def test_conversion_names_what_it_converts():
    first, second = quantities("It costs more than €1.2 billion ($1.3 billion).")
    assert "converts '€1.2 billion'" in second.trace
    assert (first.hedge, second.hedge) == ("more_than", "more_than")


def test_too_long_is_unparsed():
    (mention,) = quantities(f"They say {'9' * 41} people fled.")
    assert (mention.kind, mention.stated, math.isnan(mention.low), math.isnan(mention.high)) == (
        "count",
        None,
        True,
        True,
    )
    assert "unparsed" in mention.trace[0]


def test_too_many_words_are_no_number():
    assert quantities(f"It was {'million ' * 40}to them.") == []


def test_noun_stays_in_its_sentence():
    first, second = quantities('He said "we sold 12 cars." It was up from 10 then.')
    assert (first.noun, second.noun) == ("cars", None)
