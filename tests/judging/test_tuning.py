"""Tuning: codes and tolerances as settings have them, without a pack edited."""

import pytest

import checker
from checker.judging import RuleError, load, read_packs
from checker.settings import Tuning
from tests.judging.judged import claim, claims_frame, pair, pairs_frame
from tests.judging.test_packs import RULE


def tuned(codes=None, tolerances=None, paths=()):
    return read_packs(paths, tuning=Tuning(codes or {}, tolerances or {}, "checker.toml"))


REFUSED = {
    "unknown code": ({"C621": "off"}, {}, "checker.toml: unknown code `C621`, did you mean `C620`?"),
    "code like none": ({"ZZ999": "off"}, {}, "checker.toml: unknown code `ZZ999`"),
    "unknown tolerance": ({}, {"converte": 1.0}, "checker.toml: unknown tolerance `converte`, did you mean `converted`?"),
    "two at once": ({"C621": "on"}, {"x": 1.0}, "checker.toml: unknown code `C621`, did you mean `C620`?\nchecker.toml: unknown tolerance `x`"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name):
    codes, tolerances, told = REFUSED[name]
    with pytest.raises(RuleError) as caught:
        tuned(codes, tolerances)
    assert str(caught.value) == told


def test_a_rule_is_switched_off():
    packs = tuned({"C620": "off"})
    assert "C620" not in {rule.code for rule in packs.rules}
    assert [rule.code for rule in packs.off] == ["C620"]


def test_a_rule_that_rests_is_switched_on(tmp_path):
    pack = tmp_path / "pack.toml"
    pack.write_text(RULE.replace('name = "a rule"', 'name = "a rule"\noff = true'))
    assert "X100" not in {rule.code for rule in load([pack])}
    assert "X100" in {rule.code for rule in tuned({"X100": "on"}, paths=[pack]).rules}


def test_a_severity_is_changed():
    packs = tuned({"C620": "warning"})
    assert {rule.code: rule.severity for rule in packs.rules}["C620"] == "warning"


def test_a_retired_code_points_on():
    assert [rule.code for rule in tuned({"C110": "off"}).off] == ["C111"]


def test_all_rules_switched_off_is_an_error(tmp_path):
    pack = tmp_path / "pack.toml"
    pack.write_text(RULE)
    with pytest.raises(RuleError, match="no rules are loaded: all are switched off"):
        read_packs([pack], with_shipped=False, tuning=Tuning({"X100": "off"}))


def test_a_tolerance_moves_what_its_rules_decide():
    left, right = claim("a", 18.0, unit="kilometre"), claim("b", 18.9, unit="mile")
    claims, pairs = claims_frame(left, right), pairs_frame(pair(left, right, conversion="in km", difference=0.05))

    def code(share):
        rules = tuned(tolerances={"converted": share}).rules
        return checker.judge(pairs, claims, rules=rules)["rule"].tolist()

    assert code(0.02) == ["C601"]
    assert code(0.1) == ["C401"]


def test_a_rule_tells_the_tolerances_it_goes_by():
    assert {rule.code: rule.tolerances for rule in load()}["C401"] == ("converted", "exchanged")


def test_a_later_pack_replaces_a_tolerance_and_settings_replace_both(tmp_path):
    pack = tmp_path / "pack.toml"
    pack.write_text("[tolerance]\nconverted = 0.1\n")
    assert read_packs([pack]).tolerances["converted"] == 0.1
    assert tuned(tolerances={"converted": 0.3}, paths=[pack]).tolerances["converted"] == 0.3


def test_a_pack_may_use_a_tolerance_of_the_shipped_ones(tmp_path):
    pack = tmp_path / "pack.toml"
    pack.write_text(RULE.replace("score < 0.7", "score < reporting"))
    assert {rule.code: rule.tolerances for rule in load([pack])}["X100"] == ("reporting",)


def test_a_tolerance_stands_once_in_a_pack(tmp_path):
    for name in ("one.toml", "two.toml"):
        (tmp_path / name).write_text("[tolerance]\nconverted = 0.1\n")
    with pytest.raises(RuleError, match=r"two.toml: the tolerance `converted` already stands in .*one.toml"):
        load([tmp_path])


def test_a_retired_code_of_the_shipped_packs_is_not_used_again(tmp_path):
    pack = tmp_path / "pack.toml"
    pack.write_text(RULE.replace("X100", "C110"))
    with pytest.raises(RuleError, match="rule C110: this code is retired, C111 took over; give the rule another code"):
        load([pack])


@pytest.mark.parametrize("as_list", [True, False])
def test_judge_takes_paths_of_packs(tmp_path, as_list):
    pack = tmp_path / "pack.toml"
    pack.write_text(RULE.replace("X100", "A100").replace("score < 0.7", "score > 0"))
    left, right = claim("a", 14.0), claim("b", 19.0)
    found = checker.judge(
        pairs_frame(pair(left, right)), claims_frame(left, right), rules=[pack] if as_list else str(pack)
    )
    assert found["rule"].tolist() == ["A100"]


def test_judge_takes_no_mixture(tmp_path):
    with pytest.raises(TypeError, match="either rules"):
        checker.judge(pairs_frame(), claims_frame(), rules=[load()[0], tmp_path])
