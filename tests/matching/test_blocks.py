"""Candidates found in columns are those found side by side; columns and sides tell the same."""

import math

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import checker
from bench import made
from checker.matching.blocks import blocked
from checker.matching.columns import NEVER
from checker.matching.facts import group, pairs_within
from checker.matching.join import candidates
from checker.matching.keys import frequencies, keys
from checker.matching.pairing import Scores, is_worth_showing
from checker.matching.told import Told, in_order

WORDS = ("section", "kind", "dimension", "unit", "measure", "family", "head", "role", "modality", "place", "document")
EMPTY_FOR_NONE = ("batch", "currency", "timex", "open_form")

ODD = """Two killed in two crashes

At least 12 people, or about $3.5 million, were lost between March 3 and March 5, 2024, and up to 40 minutes on Tuesday.
The İstanbul office's 3rd report — half of the 26-year-old's 1,234,567 — spoke of earnings per share of $2 a share at 6pm.
It fell by less than 0.5% in early 2019, and by zero since. ΟΔΟΣ 7 had 7 people killed at 12:30 yesterday.
"""


def in_three_batches(claims):
    names = np.array([None, "a", "b"], dtype=object)[np.arange(len(claims)) // 40 % 3]
    return claims.assign(batch=pd.Series(names, claims.index, dtype="str"))


@pytest.fixture(scope="module")
def claims():
    told = [ODD, ODD.replace("12", "21"), ODD, f"{ODD.splitlines()[2]}\n\n" * 20]
    odd = checker.extract(checker.documents(told, published="2024-06-06"))
    return pd.concat([odd, made.made(1_200).claims], ignore_index=True)


@pytest.mark.parametrize("batches", [lambda claims: claims, in_three_batches], ids=["one batch", "three batches"])
def test_pairs_are_those_of_the_keys_as_words(claims, batches):
    whole = batches(claims)
    sides = dict(enumerate(in_order(whole)))
    pairs, _ = blocked(whole, Told(whole).columns)
    assert pairs.couples() == candidates(keys(sides, frequencies(sides.values())))
    assert len(pairs) > len(whole)


def test_no_claims_have_no_pairs(claims):
    assert not len(blocked(claims[:0], Told(claims[:0]).columns)[0])
    assert not len(blocked(claims[:1], Told(claims[:1]).columns)[0])


def test_columns_tell_what_sides_tell(claims):
    sides, told = in_order(claims), Told(claims)
    assert [told[place] for place in told] == sides
    for place, side in enumerate(sides):
        word = {name: _word(getattr(told.columns, name), place) for name in (*WORDS, *EMPTY_FOR_NONE)}
        assert {name: word[name] for name in WORDS} == {name: getattr(side, name) for name in WORDS}
        assert {name: word[name] or "" for name in EMPTY_FOR_NONE} == {n: getattr(side, n) for n in EMPTY_FOR_NONE}
        ends = told.columns.low[place], told.columns.high[place]
        assert all(_is_one(a, b) for a, b in zip(ends, (side.value.low, side.value.high), strict=True))
        assert told.columns.published[place] == (NEVER if side.published is None else side.published)
        assert side.is_time or told.columns.step[place] == side.value.step


def _word(codes, place):
    code = codes.codes[place]
    return None if code < 0 else codes.words[code]


def _is_one(a, b):
    return a == b or (math.isnan(a) and math.isnan(b))


def test_sides_that_are_forgotten_are_made_again(claims, monkeypatch):
    whole = checker.match(claims[:400])
    monkeypatch.setattr("checker.matching.told._KEPT", 20)
    monkeypatch.setattr("checker.matching.local._AT_ONCE", 7)
    monkeypatch.setattr("checker.matching.local._FACTS_AT_ONCE", 2)
    assert_frame_equal(checker.match(claims[:400]), whole)


def test_pairs_are_those_of_all_scores_side_by_side(claims):
    sides = dict(enumerate(in_order(claims)))
    scores = Scores(sides)
    tried = scores.of(candidates(keys(sides, frequencies(sides.values()))))
    facts = group({pair: verdict.score for pair, verdict in tried.items()}, scores.judged)
    within = {pair for members in facts for pair in pairs_within(members)}
    tried |= scores.of(within)
    ids = [(sides[a].id, sides[b].id) for a, b in sorted(tried) if (a, b) in within or is_worth_showing(tried[a, b])]
    found = checker.match(claims)
    assert list(zip(found["left"], found["right"], strict=True)) == ids
    assert found["fact"].nunique() == len(facts)
