"""Quantities in sentences: first what must not be found, then every column of what must."""

import math
import tomllib
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import documents, extract
from checker.extraction.kinds import mentions
from checker.extraction.page import Page

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


@given(
    st.integers(1, 40),
    st.integers(0, 11),
    st.sampled_from(["{} ft {} in", "{}ft {}in", "{}' {}\"", "{} feet {} inches"]),
)
def test_compounds_round_trip(feet, inches, style):
    (mention,) = quantities(f"It is {style.format(feet, inches)} wide.")
    assert (mention.kind, mention.unit) == ("measure", "foot")
    assert mention.low == pytest.approx(feet + inches / 12)


@given(st.integers(1, 80), st.integers(10, 99))
def test_money_of_two_units_round_trips(whole, cents):
    (mention,) = quantities(f"He paid {whole} dollars and {cents} cents for it.")
    assert (mention.unit, Decimal(mention.stated), mention.step) == ("USD", whole + Decimal(cents) / 100, 0.01)


@given(st.integers(1, 40), st.integers(1, 40), st.sampled_from(["million", "billion", "trillion"]))
def test_shared_scales_round_trip(low, more, scale):
    (mention,) = quantities(f"It spent ${low}-{low + more} {scale} there.")
    times = {"million": 10**6, "billion": 10**9, "trillion": 10**12}[scale]
    assert (mention.low, mention.high, mention.step) == (low * times, (low + more) * times, times)


@given(st.integers(1, 9999), st.sampled_from(["meals", "new homes", "people"]), st.sampled_from(["a day", "per week"]))
def test_rates_round_trip(number, noun, time):
    (mention,) = quantities(f"They served {number + 1:,} {noun} {time} there.")
    one = {"meals": "meal", "new homes": "new home", "people": "person"}[noun]
    assert (mention.kind, mention.low, mention.unit) == ("measure", number + 1, f"{one}/{time.split()[-1]}")


@given(st.integers(1, 999), st.sampled_from(["12, 000", "{}, 000", "{}, 000, 000"]))
def test_torn_thousands_round_trip(number, style):
    text = style.format(number)
    (mention,) = quantities(f"They sold {text} cars.")
    assert (mention.stated, mention.noun) == (text.replace(", ", ""), "cars")


CONVERTED = (("€{:,}", "${:,}", "USD"), ("{:,} km", "{:,} miles", "mile"), ("{:,} hectares", "{:,} acres", "acre"))


@given(st.integers(2, 10**6), st.integers(2, 10**6), st.sampled_from(CONVERTED), st.sampled_from(["", "about "]))
def test_conversions_are_linked(number, other, style, hedge):
    first, second = quantities(f"It is {style[0].format(number)} ({hedge}{style[1].format(other)}) in all.")
    assert (second.converts_at, first.converts_at, second.unit) == (first.start, -1, style[2])


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


def test_conversion_names_what_it_converts():
    first, second = quantities("It costs more than €1.2 billion ($1.3 billion).")
    assert "converts '€1.2 billion'" in second.trace
    assert (first.hedge, second.hedge) == ("more_than", "more_than")


NO_CONVERSIONS = (
    "A 2-litre (120 hp) car.",
    "It cost $5 million (€4 million more than planned).",
    "It cost $5 million ($4 million in 2022).",
    "It is 10 km (6 hours) away.",
    "It is 10 km, 6 miles from here.",
)


@pytest.mark.parametrize("text", NO_CONVERSIONS)
def test_no_conversion(text):
    assert {mention.converts_at for mention in mentions(Page(text))} == {-1}


def test_a_claim_names_the_claim_that_it_converts():
    text = "It cost more than $1.2bn (€1.1bn, £900m), and lies 12 miles long (19 km)."
    claims = extract(documents([text])).to_dict("records")
    ids = {claim["text"]: claim["id"] for claim in claims}
    told = {claim["text"]: claim["converts"] for claim in claims}
    assert (told["€1.1bn"], told["£900m"], told["19 km"]) == (ids["$1.2bn"], ids["$1.2bn"], ids["12 miles"])
    assert pd.isna(told["$1.2bn"])
    assert pd.isna(told["12 miles"])


TOO_LARGE = ("9" * 35, "9" * 60, f"{'9' * 25} trillion", "5 trillion trillion trillion", ",".join(["999"] * 14))
LONG_WORDS = " ".join(
    f"nine hundred ninety-nine {scale}" for scale in ("quadrillion", "trillion", "billion", "million", "thousand")
)


@pytest.mark.parametrize("number", [*TOO_LARGE, f"{LONG_WORDS} nine hundred ninety-nine", "9" * 30 + "." + "9" * 30])
@pytest.mark.parametrize(
    ("written", "kind", "unit"),
    [
        ("{} people", "count", None),
        ("{} dollars", "money", "USD"),
        ("{} percent", "percent", "percent"),
        ("{} km", "measure", "kilometre"),
        ("{} visits a day", "measure", "visit/day"),
        ("more than {} men", "count", None),
    ],
)
def test_too_large_is_unparsed(number, written, kind, unit):
    (mention,) = quantities(f"They say {written.format(number)} in all.")
    assert (mention.kind, mention.unit, mention.stated) == (kind, unit, None)
    assert math.isnan(mention.low)
    assert math.isnan(mention.high)
    assert mention.trace[0].startswith("unparsed")


@pytest.mark.parametrize(
    "text",
    [
        "He is {}-year-old.",
        "Ann Lee, {}, left.",
        "It is one in {} men.",
        "It won {}-1 there.",
        "It is 3 to {} men.",
        "It is ±{} points.",
        "${} ({} euros).",
        "A {}-fold rise.",
        "5 dollars {} cents.",
        "5ft {}in.",
        "{} by 5 km.",
        "9×10^{} kg.",
        "ranked {}th.",
        "It lasted {} years.",
    ],
)
@pytest.mark.parametrize("number", TOO_LARGE)
def test_nothing_is_infinite(text, number):
    for mention in mentions(Page(text.replace("{}", number))):
        assert not math.isinf(mention.low)
        assert not math.isinf(mention.high)
        assert mention.stated is None or len(mention.stated) < 80


def test_too_many_words_are_no_number():
    assert quantities(f"It was {'million ' * 40}to them.") == []


def test_noun_stays_in_its_sentence():
    first, second = quantities('He said "we sold 12 cars." It was up from 10 then.')
    assert (first.noun, second.noun) == ("cars", None)
