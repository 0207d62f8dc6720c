"""Sides are the same whether they are all remembered or made and opened again and again."""

import random

import pytest
from pandas.testing import assert_frame_equal

import checker
from bench import made
from checker.matching import told
from checker.matching.told import Told, in_order


@pytest.fixture(scope="module")
def claims():
    return made.made(900).claims


@pytest.mark.parametrize("kept", [1, 50, 30_000])
def test_sides_asked_for_in_any_order_are_those_in_order_of_report(claims, kept, monkeypatch):
    monkeypatch.setattr(told, "_KEPT", kept)
    sides, ordered = Told(claims), in_order(claims)
    positions = [*sides, *sides]
    random.Random(3).shuffle(positions)  # noqa: S311 - no secrets
    sides.make(positions[:100])
    assert all(sides[one] == ordered[one] for one in positions)
    assert [sides.place_in_report(one) for one in sides] == [side.place_in_report for side in ordered]
    assert sides.of_document(7) == [side for side in ordered if side.document == ordered[7].document]


def test_few_remembered_sides_give_the_same_pairs(claims, monkeypatch):
    pairs = checker.match(claims)
    monkeypatch.setattr(told, "_KEPT", 40)
    assert_frame_equal(checker.match(claims), pairs)


def test_no_side_is_made_twice(claims, monkeypatch):
    made_of, sides = [], told.sides
    monkeypatch.setattr(told, "_KEPT", 40)
    monkeypatch.setattr(told, "sides", lambda cells: made_of.extend(cells) or sides(cells))
    checker.match(claims)
    assert len(made_of) == len({cell["id"] for cell in made_of}) <= len(claims)
