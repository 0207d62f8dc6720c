"""The order of trial: by code, but for rules that are to be tried right before another."""

import dataclasses
import itertools

import pytest

import checker
from checker.judging import RuleError, load
from checker.judging.order import in_order
from tests.judging.judged import claim, claims_frame, pair, pairs_frame, shipped_rules
from tests.judging.test_packs import RULE


def rules(**before):
    base = shipped_rules()[0]
    return [dataclasses.replace(base, code=code, before=target) for code, target in before.items()]


ORDERS = {
    "by code": ({"C2": "", "C1": "", "C3": ""}, "C1 C2 C3"),
    "before another": ({"C1": "", "C2": "", "X1": "C2"}, "C1 X1 C2"),
    "two before one, by code": ({"C1": "", "X2": "C1", "X1": "C1"}, "X1 X2 C1"),
    "before one that is before another": ({"C1": "", "X2": "C1", "A1": "X2", "X1": "C1"}, "X1 A1 X2 C1"),
    "before one that is not there": ({"C1": "", "B1": "C9"}, "B1 C1"),
    "before itself": ({"C1": "C1", "B1": ""}, "B1 C1"),
}


@pytest.mark.parametrize("name", ORDERS)
def test_orders(name):
    before, expected = ORDERS[name]
    for given in itertools.permutations(rules(**before)):
        assert " ".join(rule.code for rule in in_order(given)) == expected


def pack(tmp_path, *changes):
    text = "\n".join(
        RULE.replace("X100", code).replace("a rule", code).replace("when =", f"{more}\nwhen =")
        for code, more in changes
    )
    path = tmp_path / "pack.toml"
    path.write_text(text)
    return path


def test_a_house_rule_decides_before_a_shipped_one(tmp_path):
    path = pack(tmp_path, ("X100", 'before = "C620"'))
    path.write_text(path.read_text().replace("score < 0.7", "score > 0"))
    left, right = claim("a", 14.0), claim("b", 19.0)
    found = checker.judge(pairs_frame(pair(left, right, days_apart=0.0)), claims_frame(left, right), rules=[path])
    assert found["rule"].tolist() == ["X100"]
    codes = [rule.code for rule in load([path])]
    assert codes.index("X100") + 1 == codes.index("C620")


REFUSED = {
    "no such rule": ([("X100", 'before = "C621"')], "PACK:1: rule X100: `before` names C621, which is no rule, did you mean `C620`?"),
    "a retired one": ([("X100", 'before = "C110"')], "PACK:1: rule X100: `before` names C110, which is no rule; C111 took over"),
    "itself": ([("X100", 'before = "X100"')], "PACK:1: rule X100: `before` names X100, which is to be tried after it: a circle"),
    "inside a document": ([("X100", 'before = "C811"')], "PACK:1: rule X100: `before` names C811, and only one of them is for what is reckoned inside one document"),
    "no code": ([("X100", 'before = "first"')], 'PACK:6:10: rule X100: `first` is no code; write capital letters and three digits, as C601\n    before = "first"\n             ^'),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name, tmp_path):
    changes, told = REFUSED[name]
    path = pack(tmp_path, *changes)
    with pytest.raises(RuleError) as caught:
        load([path])
    assert str(caught.value).replace(path.as_posix(), "PACK") == told


def test_a_circle_of_two_is_told_of_both(tmp_path):
    path = pack(tmp_path, ("X100", 'before = "X200"'), ("X200", 'before = "X100"'))
    with pytest.raises(RuleError) as caught:
        load([path])
    assert [problem.rule for problem in caught.value.problems] == ["X100", "X200"]
