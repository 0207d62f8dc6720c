"""Cells of reference facts: what is no figure and no time, and what the others mean."""

import math

import pytest

from checker.extraction.reference import reference
from checker.reading.facts import facts
from checker.tables import CLAIMS, validate


@pytest.fixture
def read(tmp_path):
    def claim(**cells):
        given = {"measure": "deaths", "value": "12", "place": "Norland", "source": "S"} | cells
        row = ",".join('"' + words.replace('"', '""') + '"' for words in given.values())
        (tmp_path / "f.csv").write_text(f"{','.join(given)}\n{row}\n", encoding="utf-8")
        found = facts([tmp_path / "f.csv"])
        return reference(found.documents, found.cells)

    return claim


# Cells -> the column that is named, and why.
REFUSED = {
    "a word": ({"value": "many"}, "value 'many' is no figure: write it as 38, 2.4% or $65.9 billion"),
    "no number": ({"value": "n/a"}, "value 'n/a' is no figure"),
    "two figures": ({"value": "12 (13)"}, "value '12 (13)' is no figure"),
    "a figure and more": ({"value": "12 or so, it is said"}, "value '12 or so, it is said' is no figure"),
    "a day": ({"value": "5 March 2024"}, "value '5 March 2024' is no figure"),
    "a rank": ({"value": "5th"}, "value '5th' is no figure"),
    "other notation": ({"value": "1e5"}, "value '1e5' is no figure"),
    "a comma for a point": ({"value": "2,4"}, "value '2,4' is no figure"),
    "a sum of code": ({"value": "9**9**9"}, "value '9**9**9' is no figure"),
    "too many digits": ({"value": "9" * 60}, "value "),
    "a unit that is none": ({"value": "12", "unit": "$$"}, "value '12' with the unit '$$' is no figure"),
    "two currencies": ({"value": "€5", "unit": "USD"}, "value '€5' with the unit 'USD' is no figure"),
    "two units": ({"value": "12%", "unit": "USD"}, "value '12%' with the unit 'USD' is no figure"),
    "half a death": ({"value": "2.4"}, "value '2.4' has no unit, and a count is a whole number: name the unit"),
    "no time": ({"period": "soon"}, "period 'soon' names no days: write it as 2026-01"),
    "a time without its year": ({"period": "January"}, "period 'January' names no days"),
    "a time told from today": ({"period": "last month"}, "period 'last month' names no days"),
    "an open day": ({"period": "01/02/2024"}, "period '01/02/2024' names no days"),
    "two times": ({"period": "2024 and 2025"}, "period '2024 and 2025' names no days"),
    "up to nobody knows when": ({"period": "since 2022"}, "period 'since 2022' runs up to a day that is not told"),
    "before it began": ({"period": "since 2022", "published": "2021-05-01"}, "period 'since 2022' ends before"),
}


@pytest.mark.parametrize(("cells", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_named_with_its_column(read, cells, reason):
    claims, skipped = read(**cells)
    assert len(claims) == 0
    (word,) = skipped.to_dict("records")
    assert word["path"].endswith("f.csv:2")
    assert word["unread"]
    column, _, told = word["reason"].partition(": ")
    assert told.startswith(reason)
    assert int(column.removeprefix("column ")) > 1


# Cells -> kind, low, high, unit, hedge.
FIGURES = {
    "a count": ({"value": "12"}, ("count", 12, 12, None, "exact")),
    "none": ({"value": "0"}, ("count", 0, 0, None, "exact")),
    "thousands": ({"value": "1,200"}, ("count", 1200, 1200, None, "exact")),
    "no year": ({"value": "2014"}, ("count", 2014, 2014, None, "exact")),
    "words": ({"value": "thirty-eight"}, ("count", 38, 38, None, "exact")),
    "a scale": ({"value": "1.2 million"}, ("count", 1.2e6, 1.2e6, None, "exact")),
    "at least": ({"value": "at least 12"}, ("count", 12, math.nan, None, "at_least")),
    "what is counted": ({"value": "12", "unit": "people"}, ("count", 12, 12, None, "exact")),
    "percent": ({"measure": "inflation", "value": "2.4%"}, ("percent", 2.4, 2.4, "percent", "exact")),
    "percent beside it": (
        {"measure": "inflation", "value": "2.4", "unit": "%"},
        ("percent", 2.4, 2.4, "percent", "exact"),
    ),
    "percent twice": ({"value": "2.4%", "unit": "percent"}, ("percent", 2.4, 2.4, "percent", "exact")),
    "money twice": ({"value": "$5", "unit": "USD"}, ("money", 5, 5, "USD", "exact")),
    "about": ({"measure": "inflation", "value": "about 5%"}, ("percent", 5, 5, "percent", "about")),
    "a fall": ({"measure": "growth", "value": "-0.3", "unit": "percent"}, ("percent", -0.3, -0.3, "percent", "exact")),
    "money": ({"measure": "revenue", "value": "$65.9 billion"}, ("money", 65.9e9, 65.9e9, "USD", "exact")),
    "a code behind": ({"measure": "revenue", "value": "5 million", "unit": "EUR"}, ("money", 5e6, 5e6, "EUR", "exact")),
    "a sign": ({"measure": "revenue", "value": "5 million", "unit": "£"}, ("money", 5e6, 5e6, "GBP", "exact")),
    "a range": ({"measure": "cost", "value": "$10-15 million"}, ("money", 1e7, 1.5e7, "USD", "range")),
    "a measure": ({"measure": "length", "value": "12.5", "unit": "km"}, ("measure", 12.5, 12.5, "kilometre", "exact")),
    "for each": ({"measure": "price", "value": "3", "unit": "USD/gallon"}, ("money", 3, 3, "USD/gallon", "exact")),
    "an age": ({"measure": "age", "value": "34", "entity": "Jane Smith"}, ("age", 34, 34, "year", "exact")),
}


@pytest.mark.parametrize(("cells", "meant"), FIGURES.values(), ids=FIGURES)
def test_figures_are_read_as_in_articles(read, cells, meant):
    claims, skipped = read(**cells)
    assert list(skipped["reason"]) == []
    validate(CLAIMS, claims)
    (claim,) = claims.to_dict("records")
    unit = None if claim["unit"] != claim["unit"] else claim["unit"]
    found = (claim["kind"], claim["low"], claim["high"], unit, claim["hedge"])
    assert str(found) == str((meant[0], float(meant[1]), float(meant[2]), *meant[3:]))
    assert claim["sentence"][claim["at"] :].startswith(claim["text"])


PERIODS = {
    "2026-01": ("2026-01-01", "2026-01-31"),
    "January 2026": ("2026-01-01", "2026-01-31"),
    "2025": ("2025-01-01", "2025-12-31"),
    "Q4 2025": ("2025-10-01", "2025-12-31"),
    "2024-03-05": ("2024-03-05", "2024-03-05"),
    "5 March 2024": ("2024-03-05", "2024-03-05"),
    "2024-03-05 to 2024-03-09": ("2024-03-05", "2024-03-09"),
    "January to March 2026": ("2026-01-01", "2026-03-31"),
    "since February 2022": ("2022-02-01", "2026-03-01"),
}


@pytest.mark.parametrize(("words", "days"), PERIODS.items(), ids=PERIODS)
def test_periods(read, words, days):
    claims, _ = read(period=words, published="2026-03-01")
    assert tuple(str(claims[name][0].date()) for name in ("period_first", "period_last")) == days
    assert claims["role"][0] == ("cumulative" if words.startswith("since") else "level")


MEASURES = {
    "deaths": ("people killed", "killed"),
    "Death toll": ("people killed", "killed"),
    "number of people killed": ("people killed", "killed"),
    "soldiers killed": ("soldiers killed", "killed"),
    "Inflation": ("inflation rate", "inflation"),
    "military aid": ("military assistance", "assistance"),
    "homes destroyed": ("homes destroyed", "home"),
    "employees": ("people employed", "employed"),
    "GDP growth": ("gross domestic product", "gdp"),
    "economic growth": ("gross domestic product", "gdp"),
    "growth in house prices": ("house prices", "price"),
    "magnitude": ("magnitude", "magnitude"),
    "order backlog": ("order backlog", "backlog"),
}


@pytest.mark.parametrize(("words", "meant"), MEASURES.items(), ids=MEASURES)
def test_measures_are_named_as_in_articles(read, words, meant):
    claims, _ = read(measure=words)
    assert (claims["measure"][0], claims["measure_head"][0]) == meant


GROWN = {
    "0.3%": (0.3, "up", "0.3"),
    "-0.3%": (0.3, "down", "0.3"),
    "0%": (0.0, "up", "0"),
    "-1.5 to -1%": (1.0, "down", "1..1.5"),
}


@pytest.mark.parametrize(("value", "meant"), GROWN.items(), ids=GROWN)
def test_growth_is_a_change_as_texts_tell_it(read, value, meant):
    claims, _ = read(measure="GDP growth", value=value)
    found = [(c["low"], c["direction"], c["stated"]) for c in claims.to_dict("records")]
    assert found == [meant]
    assert set(claims["role"]) <= {"change_by"}


def test_a_magnitude_may_be_broken(read):
    claims, skipped = read(measure="magnitude", value="6.8")
    assert len(skipped) == 0
    assert claims["low"][0] == 6.8


def test_names_are_canonical_and_a_country_is_a_place(read):
    claims, _ = read(entity="Britain; Acme Corp", place="")
    assert list(claims["entities"][0]) == ["United Kingdom", "Acme Corp"]
    assert claims["place"][0] == "United Kingdom"
