"""The local engine: same frame, same order, however many processes."""

import multiprocessing
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
    assert local._parts(empty, 4) == []


def test_no_workers_is_wrong():
    with pytest.raises(ValueError, match="processes is 0"):
        local.run(doubled, pd.DataFrame({"a": [1, 2]}), 0)


def lengths(data):
    return list(data["a"])


def dead_in_workers(data):
    if multiprocessing.parent_process() is not None:
        os._exit(1)  # as a worker that is killed for its memory
    return lengths(data)


def frames(count, rows=3):
    return [pd.DataFrame({"a": range(n * rows, (n + 1) * rows)}) for n in range(count)]


@pytest.mark.parametrize("processes", [None, 1, 2])
def test_blocks_come_back_in_order(processes):
    found = list(local.over(lengths, frames(9), processes))
    assert [row for one in found for row in one] == list(range(27))


def test_no_more_blocks_are_taken_than_workers_need():
    taken = []

    def given():
        for n, one in enumerate(frames(50, rows=1)):
            taken.append(n)
            yield one

    found = local.over(lengths, given(), 2)
    assert next(found) == [0]
    assert len(taken) <= 2 * local._AHEAD + 2
    assert next(local.over(lengths, given())) == [0]
    assert [one for block in found for one in block] == list(range(1, 50))


def test_after_a_worker_died_the_caller_does_the_rest():
    found = list(local.over(dead_in_workers, frames(6), 2))
    assert [row for one in found for row in one] == list(range(18))


def test_no_blocks_give_nothing():
    assert list(local.over(lengths, [], 2)) == []
    assert list(local.over(lengths, frames(1, rows=0))) == [[]]


def test_no_workers_is_wrong_before_a_block_is_taken():
    with pytest.raises(ValueError, match="processes is 0"):
        local.over(lengths, frames(1), 0)
