"""The table of features: every file is in it, every score is a share, and what is silent does not count."""

from pathlib import Path

import pandas as pd
import pytest

import checker.matching.features as table
from checker.matching.features import BIAS, FEATURES
from checker.matching.particular import particularity
from checker.matching.score import score
from checker.tables import PAIRS
from tests.matching.made import FERRY, age, amount, count, day, sides

PROFILES = {"age", "number", "open", "time"}


def test_every_file_is_a_row_and_a_column_of_the_pairs_table():
    files = {path.stem for path in Path(table.__file__).parent.glob("*.py")} - {"__init__", "feature"}
    assert files == set(FEATURES)
    assert files <= {column.name for column in PAIRS}


def test_weights_are_for_known_profiles():
    assert set(BIAS) == PROFILES
    assert all(set(feature.weights) <= PROFILES for feature in FEATURES.values())
    assert all(weight.lift >= 0 and weight.drop >= 0 for f in FEATURES.values() for weight in f.weights.values())


def test_nothing_told_is_no_evidence():
    """Two claims about which only the sentence is known: no feature but role, context and the value speaks, and it is no fact."""
    bare = {"measure": None, "measure_head": None, "event": []}
    told = score(*sides(count(3, "x", "It has 3.", **bare), count(3, "x", "They saw 3.", document="b", **bare)))
    assert {name for name, value in told.features.items() if value is not None} <= {"role", "context", "distinctive"}
    assert told.score < 0.2


SAID = "The blast at the Acme factory in Springfield killed {} people."
# Feature, what the right says otherwise, whether that speaks against one fact.
SCORES = [
    ("measure", {"measure": "people killed"}, 1.0),
    ("measure", {"measure": "soldiers killed"}, 0.75),
    ("measure", {"measure": "victims"}, 0.4),  # they may be the dead
    ("measure", {"measure": "guests"}, 0.1),
    ("measure", {"measure": "firefighters"}, 0.1),
    ("measure", {"measure": None}, None),
    ("entities", {"entities": ["Acme"]}, 1.0),
    ("entities", {"entities": ["Mara"]}, 0.0),
    ("entities", {"entities": []}, None),
    ("place", {"place": "Springfield"}, 1.0),
    ("place", {"place": "West Springfield"}, 0.7),
    ("place", {"place": "Rivertown"}, None),  # the dateline's, not the sentence's
    ("place", {}, None),
    ("event", {}, 1.0),
    ("event", {"event": list(FERRY)}, 0.0),
    ("event", {"event": ["Acme Works"]}, 1.0),
    ("event", {"event": ["Acme Works", "Mara Bay"]}, 0.625),
    ("event", {"event": ["police", "scene"]}, None),
    ("event", {"event": []}, None),
    ("role", {}, 1.0),
    ("role", {"role": "total"}, 0.5),
    ("speaker", {"speaker": "police"}, 1.0),
    ("speaker", {"speaker": "Ann Miller"}, 0.0),
    ("speaker", {}, None),
    ("context", {}, 1.0),
]


@pytest.mark.parametrize(("feature", "columns", "expected"), SCORES)
def test_what_a_feature_tells(feature, columns, expected):
    left = {"place": "Springfield", "entities": ["Acme"], "speaker": "police"}
    pair = sides(
        count(12, "people killed", SAID.format(12), **left),
        count(14, "people killed", SAID.format(14), **({"document": "b"} | columns)),
    )
    found = FEATURES[feature].compare(*pair)
    assert (None if found is None else round(found.score, 4)) == expected
    back = FEATURES[feature].compare(*reversed(pair))
    assert (None if back is None else back.score) == (None if found is None else found.score)


PARTICULAR = [
    ("three", count(3, "x", "It has 3."), 0.4),
    ("two digits", count(47, "x", "It has 47."), 0.4),
    ("a round hundred", count(300, "x", "It has 300."), 0.4),
    ("four digits", count(1287, "x", "It has 1287."), 0.5),
    ("one digit of billions", amount("$500 billion", 500e9, "It got $500 billion."), 0.75),
    ("three digits of billions", amount("$65.9 billion", 65.9e9, "It got $65.9 billion."), 1.0),
    ("an age", age(34, "Ann Hale", "Ann Hale, 34."), 0.25),
    ("a day", day("it", "2022-02-24", "2022-02-24", "On it."), 0.8),
    ("a month", day("it", "2022-02-01", "2022-02-28", "In it."), 0.6),
    ("a year", day("it", "2022-01-01", "2022-12-31", "In it."), 0.0),
    ("the day before publication", day("it", "2022-02-24", "2022-02-24", "On it.", published="2022-02-25"), 0.0),
]


@pytest.mark.parametrize(("row", "expected"), [row[1:] for row in PARTICULAR], ids=[row[0] for row in PARTICULAR])
def test_how_particular_a_value_is(row, expected):
    published = row.get("published")
    (told,) = sides(row | {"published": published and pd.Timestamp(published)})
    assert particularity(told) == expected


def test_title_and_body_tell_of_one_event():
    title, body = sides(
        count(12, "people killed", SAID.format(12), section="title"),
        count(14, "people killed", SAID.format(14), start=90),
    )
    assert FEATURES["event"].compare(title, body).score == 1.0
    assert FEATURES["event"].compare(body, body) is None


def test_two_places_are_two_where_the_sentences_name_them():
    there = count(14, "people killed", "In Rivertown 14 people were killed.", document="b", place="Rivertown")
    here, other = sides(count(12, "people killed", SAID.format(12), place="Springfield"), there)
    assert FEATURES["place"].compare(here, other).score == 0.0
