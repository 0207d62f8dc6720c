"""Documents from strings."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import checker
from checker.tables import DOCUMENTS, validate
from checker.values.offsets import original_position


def test_defaults():
    found = checker.documents(["Five men.", "Six men.", "Five men.", "Five men."])
    assert list(found["id"][[0, 2, 3]]) == [found["id"][0], f"{found['id'][0]}-2", f"{found['id'][0]}-3"]
    assert list(found["path"]) == ["text-1", "text-2", "text-3", "text-4"]
    assert found["published"].isna().all()
    assert set(found["published_from"]) == {"unknown"}
    validate(DOCUMENTS, found)


def test_given_columns():
    found = checker.documents(
        ["a", "b"], published=["2025-02-11", None], ids=["x", "y"], outlets=["The A", None], batches=["1", "2"]
    )
    assert list(found["id"]) == list(found["path"]) == ["x", "y"]
    assert list(found["published_from"]) == ["caller", "unknown"]
    assert found["outlet"][0] == "The A"
    assert pd.isna(found["outlet"][1])
    assert list(found["batch"]) == ["1", "2"]


@pytest.mark.parametrize(
    "day",
    [
        "2025-02-11",
        "2025-02-11T10:30:00+01:00",
        dt.date(2025, 2, 11),
        dt.datetime(2025, 2, 11, 23, tzinfo=dt.UTC),
        pd.Timestamp("2025-02-11"),
    ],
)
def test_one_day_for_all(day):
    assert list(checker.documents(["a", "b"], published=day)["published"]) == [pd.Timestamp("2025-02-11")] * 2


def test_none_is_undated_whatever_the_text_says():
    assert checker.documents(["February 11, 2025\n\nFive men."])["published"].isna().all()


def test_texts_and_names_of_any_kind():
    found = checker.documents((text for text in ("a", "b")), ids=pd.Series([1, 2]), outlets="The A")
    assert list(found["id"]) == ["1", "2"]
    assert list(found["outlet"]) == ["The A", "The A"]


WRONG = {
    "one string": (("text",), {}, TypeError, "list"),
    "no string": ((["a", None],), {}, TypeError, "None, which is no string"),
    "bytes": (([b"a"],), {}, TypeError, "which is no string"),
    "one string of ids": ((["a", "b"],), {"ids": "ab"}, TypeError, "ids is one string"),
    "a repeated id": ((["a", "b"],), {"ids": ["x", "x"]}, ValueError, "'x' is given twice"),
    "too few ids": ((["a", "b"],), {"ids": ["x"]}, ValueError, "1 names for 2 texts"),
    "too many days": ((["a"],), {"published": [None, None]}, ValueError, "2 values for 1 texts"),
    "no day": ((["a"],), {"published": "11/02/2025"}, ValueError, "ISO 8601"),
}


@pytest.mark.parametrize(("given", "named", "error", "words"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told(given, named, error, words):
    with pytest.raises(error, match=words):
        checker.documents(*given, **named)


def test_no_texts():
    validate(DOCUMENTS, checker.documents([]))


@given(st.lists(st.text(), max_size=4))
def test_any_text_makes_a_document(texts):
    found = checker.documents(texts)
    validate(DOCUMENTS, found)
    for text, row in zip(texts, found.to_dict("records"), strict=True):
        assert row["account"]["characters"] == len(text)
        places = [original_position(row["offsets"], place) for place in range(len(row["text"]))]
        assert all(0 <= place < len(text) for place in places)
        assert all(0 <= start < end <= len(row["text"]) for start, end, _ in row["sections"])
