"""Values of two claims compared: units, days, times of day."""

import dataclasses
import math

import pandas as pd
import pytest

from checker.matching.clock import clock
from checker.matching.relation import compare
from checker.values.value import Value
from tests.matching.made import amount, claim, count, day, sides


def measured(number, unit, kind="measure", step=1.0):
    return claim(
        f"{number} {unit}",
        f"It is {number} {unit} there.",
        kind=kind,
        unit=unit,
        low=float(number),
        high=float(number),
        step=step,
    )


NOT_COMPARABLE = [
    ("length and mass", measured(5, "metre"), measured(5, "kilogram")),
    ("two currencies without a rate", amount("5", 5, "It costs 5."), amount("5", 5, "It costs 5.", unit="EUR")),
    ("a share and its points", measured(5, "percent", "percent"), measured(5, "percentage point", "percent")),
    ("a length and an amount by length", amount("5", 5, "It costs 5.", unit="USD/mile"), amount("5", 5, "It costs 5.")),
    ("a unit of its own", measured(5, "widget"), measured(5, "gadget")),
]
CONVERTED = [
    ("miles round to tens of kilometres", measured(60, "mile"), measured(100, "kilometre"), "rounds_to"),
    ("miles that are not so many kilometres", measured(62, "mile"), measured(80, "kilometre"), "disjoint"),
    ("feet and metres", measured(330, "foot"), measured(100, "metre"), "rounds_to"),
    ("percent and fraction", measured(25, "percent", "percent"), measured(0.25, "fraction", "ratio", 0.01), "equal"),
    ("tons as many papers call tonnes", measured(12000, "ton"), measured(12000, "tonne"), "equal"),
    ("tons that are short", measured(12000, "ton"), measured(10886, "tonne"), "rounds_to"),
    ("other tons", measured(12000, "ton"), measured(15000, "tonne"), "disjoint"),
    ("weeks and days", measured(2, "week", "duration"), measured(14, "day", "duration"), "equal"),
    ("degrees of two scales", measured(104, "fahrenheit"), measured(40, "celsius"), "equal"),
]


def per_share(text, number, unit, **columns):
    told = {"unit": f"{unit}/share", "published": pd.Timestamp("2025-02-11"), "step": 0.01}
    return amount(text, number, f"Nordbank pays {text}.", **(told | columns)) | {"low": number, "high": number}


EUROS = per_share("0.70 euros per share", 0.7, "EUR")
OF_CENTS = [
    ("cents of a company that counts in euros", per_share("70 cents a share", 0.7, "USD", document="b"), "equal"),
    (
        "other cents, of which nothing is known",
        per_share("95 cents a share", 0.95, "USD", document="b"),
        "not_comparable",
    ),
    ("cents of the dollar by name", per_share("95 U.S. cents a share", 0.95, "USD", document="b"), "disjoint"),
]


@pytest.mark.parametrize(("right", "relation"), [row[1:] for row in OF_CENTS], ids=[row[0] for row in OF_CENTS])
def test_cents_are_those_of_the_currency_that_a_text_uses(right, relation):
    found = compare(*sides(EUROS, right))
    assert found.relation == relation
    assert (found.conversion is None) == (relation != "disjoint")


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in NOT_COMPARABLE], ids=[row[0] for row in NOT_COMPARABLE])
def test_what_does_not_convert_is_not_compared(left, right):
    found = compare(*sides(left, right))
    assert found.relation == "not_comparable"
    assert math.isnan(found.difference)


@pytest.mark.parametrize(
    ("left", "right", "relation"), [row[1:] for row in CONVERTED], ids=[row[0] for row in CONVERTED]
)
def test_units_are_made_equal_and_it_is_said_how(left, right, relation):
    found = compare(*sides(left, right))
    assert found.relation == relation
    assert found.conversion is not None


def test_a_conversion_is_told_in_words():
    found = compare(*sides(measured(60, "mile"), measured(97, "kilometre")))
    assert found.conversion == "1 mile = 1.609 kilometre"


@pytest.mark.parametrize(("a", "b", "difference"), [(12, 12, 0.0), (90, 100, 0.1), (0, 5, 1.0), (-5, 5, 2.0)])
def test_difference_is_a_share_of_the_larger(a, b, difference):
    found = compare(*sides(count(a, "x", f"There are {a}."), count(b, "x", f"There are {b}.")))
    assert math.isclose(found.difference, difference)


EXCHANGED = [
    ("a rounded conversion", 100e6, "EUR", 103.2e6, "USD", "2025-02-11", "rounds_to", 0.0),
    ("the other way round", 103.2e6, "USD", 100e6, "EUR", "2025-02-11", "rounds_to", 0.0),
    ("a weekend has Friday's rate", 100e6, "EUR", 103.2e6, "USD", "2025-02-16", "disjoint", 0.05),
    ("another amount", 100e6, "EUR", 180e6, "USD", "2025-02-11", "disjoint", 0.5),
    ("no day, no rate", 100e6, "EUR", 103.2e6, "USD", None, "not_comparable", math.nan),
    ("a currency without rates", 100e6, "EUR", 4300e6, "UAH", "2025-02-11", "not_comparable", math.nan),
    ("the rouble after its last rate", 100e6, "EUR", 10e9, "RUB", "2025-02-11", "not_comparable", math.nan),
    ("by share and whole", 100.0, "EUR/share", 103.0, "USD", "2025-02-11", "not_comparable", math.nan),
    ("by share", 100.0, "EUR/share", 103.6, "USD/share", "2025-02-11", "rounds_to", 0.0),
]


@pytest.mark.parametrize("row", EXCHANGED, ids=[row[0] for row in EXCHANGED])
def test_currencies_meet_at_the_rate_of_the_earlier_day(row):
    _, one, unit, other, of_other, published, relation, most = row
    days = {"published": pd.Timestamp(published) if published else None}
    left, right = (
        amount("x", one, "It cost x.", unit=unit, **days),
        amount("x", other, "It cost x.", unit=of_other, **days),
    )
    found = compare(*sides(left, right))
    assert found.relation == relation
    assert (found.conversion is None) == (relation == "not_comparable")
    assert math.isnan(most) or found.difference <= most


SHARED = [
    ("Danish kroner", "5.2 billion kroner", 5.2e9, "NOK", "697 million euros", 697e6, "EUR", "rounds_to"),
    ("kroner of nobody", "5.2 billion kroner", 5.2e9, "NOK", "990 million euros", 990e6, "EUR", "not_comparable"),
    ("Norwegian kroner", "5 Norwegian kroner", 5.0, "NOK", "9 euros", 9.0, "EUR", "disjoint"),
    ("dollars of Canada", "US$36,000", 36e3, "USD", "$50,000", 50e3, "USD", "not_comparable"),
    ("dollars of nobody", "US$36,000", 36e3, "USD", "$90,000", 90e3, "USD", "disjoint"),
    ("dollars of one country", "$36,000", 36e3, "USD", "$50,000", 50e3, "USD", "disjoint"),
]


@pytest.mark.parametrize("row", SHARED, ids=[row[0] for row in SHARED])
def test_a_name_that_several_countries_share_is_held_against_nothing_that_one_of_them_explains(row):
    _, text, one, unit, of_other, other, unit_of_other, relation = row
    day = pd.Timestamp("2025-02-11")
    left = amount(text, one, f"It cost {text}.", unit=unit, published=day)
    right = amount(of_other, other, f"It cost {of_other}.", unit=unit_of_other, published=day, document="b")
    assert compare(*sides(left, right)).relation == relation
    assert compare(*sides(right, left)).relation == relation


def test_a_rate_is_told_with_its_day():
    left = amount("x", 100e6, "It cost x.", unit="EUR", published=pd.Timestamp("2025-02-11"))
    right = amount("x", 103e6, "It cost x.", published=pd.Timestamp("2025-02-14"))
    assert compare(*sides(left, right)).conversion == "1 EUR = 1.032 USD on 2025-02-11 (European Central Bank)"


DAYS = [
    ("two days", ("2025-02-10", "2025-02-10"), ("2025-02-13", "2025-02-13"), {}, "disjoint", 3.0),
    ("day in month", ("2022-02-24", "2022-02-24"), ("2022-02-01", "2022-02-28"), {}, "contained", 0.0),
    ("before", ("2022-02-01", "2022-02-28"), ("2021-05-01", "2021-05-31"), {"hedge": "before"}, "contains", 0.0),
    ("about a year", ("2014-01-01", "2014-12-31"), ("2015-03-01", "2015-03-31"), {"hedge": "about"}, "contains", 0.0),
]


@pytest.mark.parametrize(
    ("a", "b", "columns", "relation", "difference"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS]
)
def test_days(a, b, columns, relation, difference):
    found = compare(*sides(day("it", *a, "On it.", **columns), day("it", *b, "On it.")))
    assert (found.relation, found.difference) == (relation, difference)


CLOCKS = [
    ("the same", "T18:15", "T18:15", "equal"),
    ("evening", "TEV", "T18:15", "contains"),
    ("the hour", "T18:00", "T18:15", "contains"),
    ("two times", "T18:15", "T20:40", "disjoint"),
    ("morning and evening", "TMO", "TEV", "disjoint"),
    ("a day without a time", "", "T18:15", "equal"),
]


@pytest.mark.parametrize(("a", "b", "relation"), [row[1:] for row in CLOCKS], ids=[row[0] for row in CLOCKS])
def test_times_of_one_day(a, b, relation):
    told = [day("it", "2025-02-10", "2025-02-10", "At it.", kind="time", value=f"2025-02-10{t}") for t in (a, b)]
    assert compare(*sides(*told)).relation == relation


def test_a_value_without_a_time_has_no_clock():
    assert clock("2025-02-10") is None
    assert clock("PT2H") is None


@pytest.mark.parametrize(
    ("low", "high", "expected"), [(1, 3, "equal"), (2, 3, "disjoint"), (0, 3, "disjoint"), (1, 2, "disjoint")]
)
def test_a_score_is_no_range(low, high, expected):
    left, right = (
        claim(f"{b}-{a}", f"Rovers beat Town {b}-{a}.", kind="score", low=float(a), high=float(b), step=1.0)
        for a, b in ((1, 3), (low, high))
    )
    assert compare(*sides(left, right)).relation == expected


@pytest.mark.parametrize("units", [("volt", "ampere"), ("barrel/day", "ton/day")])
def test_units_that_are_of_one_sort_in_name_only_do_not_convert(units):
    assert compare(*sides(*(measured(5, unit) for unit in units))).relation == "not_comparable"


def test_cents_a_pound_are_not_those_of_a_price_a_kilogram():
    cents = per_share("70 cents a pound", 0.7, "USD", document="b") | {"unit": "USD/pound"}
    euros = per_share("0.70 euros a kilogram", 0.7, "EUR") | {"unit": "EUR/kilogram"}
    for left, right in ((cents, euros), (euros, cents)):
        assert compare(*sides(left, right)).relation == "not_comparable"


# Words and value of two clock times; "18:15" alone has its day only from its article.
NEXT_DAYS = [
    ("the next day, only guessed", ("18:15", "10T18:15"), ("6:15 p.m.", "11T18:15"), "equal", 0.0),
    ("the day before, only guessed", ("18:15", "11T18:15"), ("6:15 p.m.", "10T18:15"), "equal", 0.0),
    ("a day told and one guessed", ("Monday at 18:15", "10T18:15"), ("18:15", "11T18:15"), "equal", 0.0),
    ("a day guessed and one told", ("18:15", "10T18:15"), ("Tuesday at 18:15", "11T18:15"), "equal", 0.0),
    ("both days told", ("Monday at 18:15", "10T18:15"), ("Tuesday at 18:15", "11T18:15"), "disjoint", 1.0),
    ("two days later", ("18:15", "10T18:15"), ("18:15", "12T18:15"), "disjoint", 2.0),
    ("another hour of the next day", ("18:15", "10T18:15"), ("12:15", "11T12:15"), "disjoint", 0.24),
]


@pytest.mark.parametrize(
    ("a", "b", "relation", "difference"), [row[1:] for row in NEXT_DAYS], ids=[row[0] for row in NEXT_DAYS]
)
def test_a_clock_time_without_a_day_may_be_of_the_next(a, b, relation, difference):
    told = [
        day(text, f"2025-02-{value[:2]}", f"2025-02-{value[:2]}", f"At {text}.", kind="time", value=f"2025-02-{value}")
        for text, value in (a, b)
    ]
    found = compare(*sides(*told))
    assert found.relation == relation
    assert found.difference == pytest.approx(difference, abs=0.01)


def test_one_unit_needs_no_conversion_and_stays_as_exact_as_it_is_written():
    found = compare(*sides(measured(60, "mile"), measured(61, "mile")))
    assert (found.relation, found.conversion) == ("disjoint", None)
    counts = [count(12, "x", "There are 12.") | {"unit": unit} for unit in ("page", None)]
    found = compare(*sides(*counts))
    assert (found.relation, found.conversion) == ("equal", None)


def test_of_what_is_unknown_the_difference_is_too():
    left, right = sides(count(11, "x", "There are 11."), count(12, "x", "There are 12."))
    found = compare(dataclasses.replace(left, value=Value(math.nan, math.nan)), right)
    assert found.relation == "unknown"
    assert math.isnan(found.difference)
