"""The local engine: same frame, same order, however many processes."""

import os

import pandas as pd
import pytest

import checker
from checker import pipeline
from checker.engine import local
from checker.extraction import extract

TEXTS = [f"The flood killed {n} people on Monday, and cost ${n}.5 million." for n in range(1, 12)]


def doubled(data):
    return data.assign(b=data["a"] * 2)


@pytest.fixture(scope="module")
def documents():
    return checker.documents(TEXTS, published="2024-05-07")


def test_extraction_in_workers_is_the_same(documents):
    assert len(documents)
    pd.testing.assert_frame_equal(pipeline.extract(documents, processes=2), extract(documents))


@pytest.mark.parametrize("rows", [0, 1])
def test_a_frame_that_cannot_be_parted_stays_here(rows, monkeypatch):
    monkeypatch.setattr(local, "_in_workers", None)
    data = pd.DataFrame({"a": range(rows)})
    assert local.run(doubled, data, 8).equals(doubled(data))


def test_nothing_said_stays_here(monkeypatch):
    monkeypatch.setattr(local, "_in_workers", None)
    seen = []
    local.run(lambda data: seen.append(os.getpid()) or data, pd.DataFrame({"a": range(9)}))
    assert seen == [os.getpid()]


@pytest.mark.parametrize(("rows", "count"), [(1, 4), (4, 4), (5, 4), (9, 4), (100, 8)])
def test_parts_are_runs_of_rows_in_order(rows, count):
    data = pd.DataFrame({"a": range(rows)})
    parts = local._parts(data, count)
    assert len(parts) <= count
    assert all(len(part) for part in parts)
    assert pd.concat(parts).equals(data)


def test_parts_without_rows_keep_the_columns():
    empty = pd.DataFrame({"a": pd.Series([], dtype="str")})
    assert local._joined([empty, empty]).equals(empty)
    full = pd.DataFrame({"a": pd.Series(["x"], dtype="str")})
    assert local._joined([empty, full, empty]).equals(full)


def test_no_workers_is_wrong():
    with pytest.raises(ValueError, match="processes is 0"):
        local.run(doubled, pd.DataFrame({"a": [1, 2]}), 0)
