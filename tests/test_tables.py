"""The schemas themselves, and what `frame` and `validate` promise of them."""

import datetime as dt

import pandas as pd
import pytest

from checker.tables import CLAIMS, KINDS, ROLES, SKIPPED, TABLES, TIME_KINDS, frame, validate, witness


@pytest.mark.parametrize("name", TABLES)
def test_columns_are_named_once_and_documented(name):
    names = [column.name for column in TABLES[name]]
    assert len(names) == len(set(names))
    assert all(column.meaning for column in TABLES[name])


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_frame_is_valid(name):
    validate(TABLES[name], frame(TABLES[name], []))


def test_time_kinds_are_kinds():
    assert set(TIME_KINDS) < set(KINDS)


def test_vocabularies_hold_no_word_twice():
    for column in CLAIMS:
        assert len(column.vocabulary) == len(set(column.vocabulary)), column.name


def test_what_a_row_leaves_out_is_null():
    claims = frame(CLAIMS, [{"id": "d:0-1", "kind": "date", "first": dt.date(2022, 2, 24)}])
    assert claims["first"][0] == pd.Timestamp("2022-02-24")
    assert pd.isna(claims["low"][0])
    assert pd.isna(claims["speaker"][0])
    assert not claims["quoted"][0]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"path": [None]}, "holds a null"),
        ({"unread": ["yes"]}, "not bool"),
    ],
)
def test_validate_names_the_column_that_does_not_hold(change, complaint):
    good = frame(SKIPPED, [{"path": "a.txt", "reason": "gone", "unread": True}])
    bad = good.assign(**{name: pd.Series(cells, dtype="str") for name, cells in change.items()})
    with pytest.raises(ValueError, match=complaint):
        validate(SKIPPED, bad)


def test_validate_refuses_a_word_outside_the_vocabulary():
    rows = frame(CLAIMS, [{"id": "d:0-1", "role": "levle"}])
    role = next(column for column in CLAIMS if column.name == "role")
    with pytest.raises(ValueError, match="'levle'"):
        validate((role,), rows)
    assert "level" in ROLES


def test_validate_names_a_missing_column():
    with pytest.raises(ValueError, match="'reason' is missing"):
        validate(SKIPPED, frame(SKIPPED, []).drop(columns="reason"))


def test_unknown_outlets_are_witnesses_of_their_own():
    assert witness(None, "d1") != witness(None, "d2")
    assert witness("bbc.co.uk", "d1") == witness("bbc.co.uk", "d2")
    assert witness(float("nan"), "d1") == "d1"
