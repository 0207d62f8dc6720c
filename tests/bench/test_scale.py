"""Matching and judging grow with their work, and stay within a ratio of a fixed yardstick; never seconds."""

import math
import re
import time
import xml.etree.ElementTree as ET

import pytest

from bench import made, plot, scale
from checker.language.units import convert

FEW, MANY = 800, 4_000


@pytest.fixture(scope="module")
def taken():
    scale.measured("checker", 200)  # what is loaded on first use
    convert(1.0, "mile", "kilometer")  # so are the units, which the few claims may not ask for
    return [scale.measured("checker", size) for size in (FEW, MANY)]


def _yardstick(count):
    """CPU seconds of plain Python over the same sentences: words, stems and sets."""
    sentences = made.made(count).claims["sentence"].tolist()
    start = time.process_time()
    for _ in range(10):
        for sentence in sentences:
            {word[:5] for word in re.findall(r"\w+", sentence.lower())}
    return time.process_time() - start


def test_cost_grows_little_faster_than_the_number_of_claims(taken):
    assert scale.growth(taken) < 1.4


def test_cost_stays_within_a_ratio_of_the_yardstick(taken):
    """The best of three, each beside its own yardstick: other tests run at the same time."""
    again = (scale.measured("checker", MANY) for _ in range(2))
    assert any(one.seconds / _yardstick(MANY) < 15 for one in (taken[-1], *again))


def test_most_pairs_of_one_fact_are_found(taken):
    assert taken[-1].recall > 0.6
    assert taken[-1].right > 0.55


@pytest.mark.parametrize("engine", ["duckdb", "pandas"])
def test_peers_give_pairs_that_hold_most_of_the_true_ones(engine):
    peer = scale.measured(engine, FEW)
    assert peer.recall > 0.7
    assert peer.right is None


def test_what_is_made_is_the_same_every_time_and_goes_on_where_it_stopped():
    first, again = made.made(300), made.made(300)
    assert first.claims.equals(again.claims)
    later = made.made(100, world=300, first=10)
    assert later.claims["document"].iloc[0] == "00000100"
    rest = first.claims[first.claims["document"] >= "0000010"].head(len(later.claims)).reset_index(drop=True)
    assert rest["sentence"].equals(later.claims["sentence"].head(len(rest)))


def test_growth_is_the_slope_between_the_fewest_and_the_most():
    runs = [
        scale.Taken("checker", claims, claims**1.5, {}, 1.0, 1.0, 0, 0.0, None) for claims in (1_000, 100_000, 10_000)
    ]
    assert math.isclose(scale.growth(runs), 1.5)


def test_the_plot_is_a_picture_with_a_line_for_each_engine():
    drawn = ET.fromstring(plot.log_log({"checker": [(1e4, 5.0), (1e5, 60.0)], "duckdb": [(1e4, 0.5)]}, "claims", "s"))  # noqa: S314 - our own
    assert len([one for one in drawn if one.tag.endswith("polyline")]) == 2
    assert {one.text for one in drawn} >= {"checker", "duckdb", "10,000", "100,000", "claims", "s"}
