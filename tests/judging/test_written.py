"""A condition written back: read again, it is the same condition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.judging.expression import parse
from checker.judging.expression.written import written
from tests.judging.judged import shipped_rules

WRITTEN = {
    "as it stands": ("score < 0.7", "score < 0.7"),
    "brackets that are needed": ("(copies or same_outlet) and same_document", "(copies or same_outlet) and same_document"),
    "brackets that are not": ("(score < 1) and ((copies))", "score < 1 and copies"),
    "difference from the right": ("a.low - (b.low - a.high) > 0", "a.low - (b.low - a.high) > 0"),
    "a chain": ("0 < days_apart <= 60", "0 < days_apart and days_apart <= 60"),
    "not in": ("a.kind not in ['money']", 'a.kind not in ("money",)'),
    "not of a comparison": ("not (score < 1)", "not score < 1"),
    "answers compared": ("(score < 1) == copies", "(score < 1) == copies"),
    "an answer in a comparison of answers": ("(a.kind in ('age', 'rank')) == copies", '(a.kind in ("age", "rank")) == copies'),
    "a sum among choices": ("a.low + 1 in (2, 3)", "a.low + 1 in (2, 3)"),
    "not before a junction": ("not (copies and same_outlet) or not copies", "not (copies and same_outlet) or not copies"),
    "product of a sum": ("(a.low + b.low) * 2 / (3 - a.low) > 0", "(a.low + b.low) * 2 / (3 - a.low) > 0"),
    "quotient from the right": ("a.low / (b.low / 2) > 0", "a.low / (b.low / 2) > 0"),
    "a long figure": ("a.low > 123456789012", "a.low > 123456789012"),
    "minus": ("-(a.low + b.low) < -3", "-(a.low + b.low) < -3"),
    "quotes": (r"""a.noun == 'the "old" town\\'""", r'''a.noun == "the \"old\" town\\"'''),
    "call": ("contains(a.sentence, 'now', 'so far')", 'contains(a.sentence, "now", "so far")'),
    "tolerance": ("score < line", "score < line"),
}  # fmt: skip


def read(when):
    condition, faults = parse(when, {"line": 0.7})
    assert faults == []
    return condition


@pytest.mark.parametrize("name", WRITTEN)
def test_written(name):
    when, expected = WRITTEN[name]
    assert written(read(when)) == expected


@pytest.mark.parametrize("rule", shipped_rules(), ids=lambda rule: rule.code)
def test_shipped_conditions_come_back(rule):
    text = written(rule.condition)
    assert written(read_shipped(text)) == text


def read_shipped(text):
    condition, faults = parse(text, {name: 1.0 for rule in shipped_rules() for name in rule.tolerances})
    assert faults == []
    return condition


answers = st.recursive(
    st.sampled_from(["copies", "score < 1", "a.kind in ('age', 'rank')", "known(a.unit)", "a.low - b.low > -2 * score"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from([" and ", " or ", " == ", " != "]), inner).map(lambda t: f"(({t[0]}){t[1]}({t[2]}))"),
        inner.map(lambda text: f"(not ({text}))"),
    ),
    max_leaves=6,
)  # fmt: skip


@given(answers)
def test_any_condition_comes_back_the_same(when):
    condition = read(when)
    assert read(written(condition)) == condition
