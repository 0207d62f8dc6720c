"""Two short stories of one event or of two: what is harmless is not reported, and what differs is."""

import tomllib
from pathlib import Path

import pytest

import checker

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "stories.toml").read_text(encoding="utf-8"))
ROWS = [*CASES["harmless"], *CASES["differ"], *CASES["articles"]]
SIDES = ("a", "b")
REPORTED = ("error", "warning")


def _name(row):
    return row.get("why") or row["name"]


def _claims():
    """The claims of all stories; a case is a batch of its own."""
    told = [(row, side) for row in ROWS for side in SIDES]
    return checker.extract(
        checker.documents(
            [row[side] for row, side in told],
            published=[str(row.get(f"day_{side}") or row["day"]) for row, side in told],
            ids=[f"{ROWS.index(row)}{side}" for row, side in told],
            outlets=[f"The {side}" for _, side in told],
            batches=[_name(row) for row, _ in told],
        )
    )


@pytest.fixture(scope="module")
def reported():
    """The texts of the figures of each finding from warning up, by case."""
    claims = _claims()
    found = checker.judge(checker.match(claims), claims)
    known = claims.set_index("id")
    told = {}
    for finding in found[(found["verdict"] == "discrepancy") & found["severity"].isin(REPORTED)].itertuples():
        case = known.loc[finding.claims[0], "batch"]
        told.setdefault(case, []).append({known.loc[claim, "text"] for claim in finding.claims})
    return told


@pytest.mark.parametrize("row", CASES["harmless"], ids=_name)
def test_harmless_stories_are_not_held_against_each_other(row, reported):
    assert reported.get(_name(row), []) == []


@pytest.mark.parametrize("row", CASES["differ"], ids=_name)
def test_what_differs_is_reported_and_nothing_else(row, reported):
    """What is marked as missed no rule finds yet."""
    wanted = [] if row.get("missed") else [set(row["figures"])]
    assert reported.get(_name(row), []) == wanted


@pytest.mark.parametrize("row", CASES["articles"], ids=_name)
def test_all_that_differs_in_two_articles_is_listed(row, reported):
    """What is marked as missed no rule finds yet; nothing else may be reported."""
    wanted = [set(figures) for figures in row["differ"] if figures not in row.get("missed", [])]
    assert sorted(map(sorted, reported.get(_name(row), []))) == sorted(map(sorted, wanted))
