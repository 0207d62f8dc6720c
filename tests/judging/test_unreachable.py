"""What is proven of conditions without data: never true, always true, true wherever another is."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.judging.around import with_surroundings
from checker.judging.expression import Columns, holding, parse
from checker.judging.expression.reach import NOT_YES, YES, is_possible
from checker.judging.unreachable import unreachable
from checker.tables import SECTIONS
from tests.judging.judged import claim, claims_frame, pair, pairs_frame, shipped_rules


def read(when):
    condition, faults = parse(when)
    assert faults == []
    return condition


def can_be_true(when):
    return is_possible([(read(when), YES)]) is not False


def follows(when, other):
    """Whether it is proven that the second is true wherever the first is."""
    return is_possible([(read(when), YES), (read(other), NOT_YES)]) is False


POSSIBLE = {
    "two kinds of two claims": 'a.kind == "money" and b.kind == "count"',
    "one of two": 'a.kind == "money" or a.kind == "money" and a.kind == "count"',
    "a number between": "0.5 < score < 0.6",
    "a number at the end": "score <= 0.5 and score >= 0.5",
    "a number above the largest": "a.low > 3 and a.low > 5",
    "a number below the least": "a.low < 3 and a.low < 5",
    "a unit of two": 'a.unit != "USD" and a.unit != "EUR"',
    "unknown and not more": "not known(a.unit)",
    "known difference of two": "known(a.low) and known(b.low) and a.low < b.low",
    "phrases of two texts": 'contains(a.noun, "x") and not contains(b.noun, "x")',
    "another phrase": 'contains(a.noun, "x", "y") and not contains(a.noun, "x")',
    "a family of one measure": 'family(a.measure) == "killed" and family(b.measure) == "injured"',
    "not inside, and an end unknown": "not inside(a.low, a.high, b.low, b.high) and not known(a.high)",
    "no overlap, and an end unknown": "not overlap(a.low, a.high, b.low, b.high) and not known(b.low)",
    "not the same, since unknown": "not same(a.unit, b.unit) and not known(a.unit)",
    "what is not of a list may be unknown elsewhere": 'a.unit not in ("USD",) and not known(b.unit)',
}
NEVER = {
    "two kinds of one claim": 'a.kind == "money" and a.kind == "count"',
    "outside and inside a list": 'a.kind in ("money", "count") and a.kind not in ("count", "money")',
    "every kind denied": " and ".join(f'a.section != "{s}"' for s in SECTIONS),
    "at most and more": "score <= 0.5 and score > 0.6",
    "at least and less": "score >= 0.6 and score < 0.5",
    "numbers without room": "score < 0.5 and score > 0.6",
    "ends that exclude each other": "score < 0.5 and score >= 0.5",
    "a number twice": "score == 0.5 and score == 0.6",
    "written the other way round": "0.5 > score and 0.6 < score",
    "both orders": "a.low < b.low and a.low > b.low",
    "both orders, written round": "a.low < b.low and b.low <= a.low",
    "an answer and its opposite": "same_document and not same_document",
    "neither of a column that is always known": "not (same_document or not same_document)",
    "unknown and equal": 'not known(a.unit) and a.unit == "USD"',
    "unknown and unequal": 'not known(a.unit) and a.unit != "USD"',
    "unknown inside arithmetic": "abs(a.low - b.low) < 3 and not known(b.low)",
    "unknown inside a function": 'family(a.measure) == "killed" and not known(a.measure)',
    "unknown of what is always known": "not known(score)",
    "two families of one measure": 'family(a.measure) == "killed" and family(a.measure) == "injured"',
    "phrase and no phrase": 'contains(a.noun, "x") and not contains(a.noun, "y", "x")',
    "in every branch": '(a.kind == "money" or a.kind == "age") and a.kind == "count"',
    "equal and unequal": "a.unit == b.unit and b.unit != a.unit",
}
FOLLOWS = {
    "the same": ('a.kind == "money"', 'a.kind == "money"'),
    "in another order": ('copies and a.kind == "money"', 'a.kind == "money" and copies'),
    "more asked": ('a.kind == "money" and copies', "copies"),
    "a shorter list": ('a.kind in ("money",)', 'a.kind in ("count", "money")'),
    "a smaller number": ("score < 0.3", "score < 0.5"),
    "a number and a list": ("score == 3", "score in (3, 4)"),
    "a part of an or": ("copies", "copies or same_outlet"),
    "an or whose parts both do": ("score < 0.1 or score < 0.2", "score < 0.5"),
    "fewer phrases": ('contains(a.noun, "x")', 'contains(a.noun, "x", "y")'),
    "known, since compared": ("a.low < b.low", "known(a.low) and known(b.low)"),
    "the rest of a vocabulary": (
        'a.section not in ("title", "body", "caption", "reference")',
        'a.section == "boilerplate"',
    ),
    "always true": ("copies", "score < 1 or score >= 1"),
}
FOLLOWS_NOT = {
    "less asked": ("copies", 'a.kind == "money" and copies'),
    "the other end": ("score <= 0.5", "score < 0.5"),
    "unknown is no reason": ("copies", 'a.unit == "USD" or a.unit != "USD"'),
    "another claim": ('a.kind == "money"', 'b.kind == "money"'),
    "more phrases": ('contains(a.noun, "x", "y")', 'contains(a.noun, "x")'),
}


@pytest.mark.parametrize("name", POSSIBLE)
def test_possible(name):
    assert can_be_true(POSSIBLE[name])


@pytest.mark.parametrize("name", NEVER)
def test_never(name):
    assert not can_be_true(NEVER[name])


@pytest.mark.parametrize("name", FOLLOWS_NOT)
def test_follows_not(name):
    assert not follows(*FOLLOWS_NOT[name])


@pytest.mark.parametrize("name", FOLLOWS)
def test_follows(name):
    assert follows(*FOLLOWS[name])


def rules(*conditions):
    base = shipped_rules()[0]
    return [
        dataclasses.replace(base, code=f"X{place}00", when=when, condition=read(when), path="pack.toml", line=place)
        for place, when in enumerate(conditions, 1)
    ]


TOLD = {
    "nothing": (["score < 0.5", "score < 0.7"], []),
    "never true": (["score < 0.5 and score > 0.6"], ["X100: it can never decide: no values make its condition true"]),
    "the same": (["copies", "copies and copies"], ["X200: it can never decide: X100 is tried before it, and its condition says the same"]),
    "shadowed": (["score < 0.5", "copies", "score < 0.2"], ["X300: it can never decide: X100 is tried before it, and is true wherever it is"]),
    "after all is decided": (["known(score)", "copies"], ["X200: it can never decide: X100 is tried before it and is always true"]),
    "by two together": (["copies", "not copies", "score < 1"], ["X300: it can never decide: the rules tried before it, taken together, decide all that it would"]),
    "inside a document is another scope": (["known(score)", "gap > 0"], []),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_told(name):
    conditions, told = TOLD[name]
    assert [f"{p.rule}: {p.reason}" for p in unreachable(rules(*conditions))] == told


def test_every_shipped_rule_can_decide():
    assert list(unreachable(shipped_rules())) == []


def test_a_hard_condition_ends():
    clauses = [f"(score < {i} or place > {i} or event == {i} or a.low < b.high * {i})" for i in range(12)]
    assert can_be_true(" and ".join(clauses))


def winding(turns):
    """Never true, which each of 2 to the power of `turns` branches has to find out."""
    ways = " and ".join(f"(a.low > {n} or b.low > {n})" for n in range(turns))
    return f"{ways} and score > 0.6 and (score < 0.5 or score < 0.4 or score < 0.3)"


def test_what_takes_too_long_to_settle_counts_as_possible():
    assert is_possible([(read(winding(5)), YES)]) is False
    assert is_possible([(read(winding(12)), YES)]) is None
    assert list(unreachable(rules("copies", winding(12)))) == []
    assert [problem.rule for problem in unreachable(rules("copies", winding(5)))] == ["X200"]


atoms = st.sampled_from(
    [
        "place > 1", "place <= 1", "place == 2", "event < place", "place < event", "score > 0", "copies",
        "a.unit == b.unit", 'a.unit == "USD"', 'a.unit in ("USD", "EUR")', "known(a.unit)", "known(place)",
        "place - event > 1", "abs(place) == 1", 'contains(a.unit, "EUR")', 'contains(a.unit, "EUR", "USD")',
    ]
)  # fmt: skip
conditions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from([" and ", " or "]), inner).map(lambda t: f"({''.join(t)})"),
        inner.map(lambda text: f"(not {text})"),
    ),
    max_leaves=5,
)
number = st.none() | st.integers(-2, 3).map(float)
unit = st.sampled_from([None, "USD", "EUR", "GBP"])
rows = st.lists(st.tuples(number, number, unit, unit, st.booleans()), min_size=12, max_size=12)


@settings(max_examples=60, deadline=None)
@given(conditions, conditions, rows)
def test_no_row_contradicts_what_is_proven(first, second, cells):
    claims, pairs = [], []
    for i, (place, event, left_unit, right_unit, copies) in enumerate(cells):
        left, right = claim(f"l{i}", 1.0, unit=left_unit), claim(f"r{i}", 2.0, unit=right_unit)
        claims += [left, right]
        pairs.append(pair(left, right, place=place, event=event, copies=copies))
    frame = claims_frame(*claims)
    columns = Columns(with_surroundings(pairs_frame(*pairs), frame), frame)
    yes, other = np.concatenate([block for _, block in holding([read(first), read(second)], columns)], axis=1)
    assert can_be_true(first) or not yes.any()
    assert not (follows(first, second) and (yes & ~other).any())
