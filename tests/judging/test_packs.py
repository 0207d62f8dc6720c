"""Rule files: faults first, each told with file, line, rule, column and repair; all of a file at once."""

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.judging import RuleError, load, read_packs
from checker.judging.errors import MOST_TOLD
from checker.judging.places import rule_places, tolerance_place
from checker.resources import shipped

MESSAGE = "{a.text} ({a.reading}) or {b.text} ({b.reading})"
EXAMPLES = "".join(f'[[rule.example]]\na = "one"\nb = "two"\nfires = {fires}\n' for fires in ("true", "false") * 2)
RULE = f"""\
[[rule]]
code = "X100"
name = "a rule"
verdict = "undecided"
severity = "note"
when = 'score < 0.7'
message = "{MESSAGE}"
why = "Because."
{EXAMPLES}"""

# name -> what replaces what in RULE, and what the error says, where the words of Python's own versions differ. The
# others stand in tests/cases/bad_rules.toml with their whole error.
FAULTS = {
    "no TOML": ('name = "a rule"', "name = a rule", ":3:8: not TOML: Invalid value"),
    "same key twice": ('name = "a rule"', 'name = "a rule"\nname = "b"', ":4:11: not TOML: Cannot overwrite a value"),
    "unfinished": ("score < 0.7", "score <", "rule X100: not an expression"),
    "integer of 5,000 digits": ('name = "a rule"', f"name = {'9' * 5000}", ": not TOML"),
    "key of 5,000 parts": ('name = "a rule"', f"{'a.' * 5000}b = 1", ":3: a key of more than 16 parts"),
    "lists in lists": ('name = "a rule"', f"name = {'[' * 5000}", ": not TOML"),
    "long condition": ("score < 0.7", "score < 1 or " * 200 + "copies", ":6:2009: rule X100: the condition is longer"),
    "condition of many parts": ("score < 0.7", " or ".join(["score<1"] * 150), ":6:9: rule X100: more than 400 parts"),
}

CASES_FOLDER = Path(__file__).parents[1] / "cases"
CASES = tomllib.loads((CASES_FOLDER / "bad_rules.toml").read_text(encoding="utf-8"))["case"]


def fault_of(path):
    with pytest.raises(RuleError) as caught:
        load([path])
    return str(caught.value)


@pytest.mark.parametrize("name", FAULTS)
def test_faults(name, tmp_path):
    old, new, words = FAULTS[name]
    assert old in RULE
    path = tmp_path / "pack.toml"
    path.write_text(RULE.replace(old, new, 1), encoding="utf-8")
    lines = fault_of(path).splitlines()
    assert lines[0].startswith(path.as_posix())
    assert words in lines[0]
    assert all(len(line) < len(path.as_posix()) + 200 for line in lines)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_whole_error(case, tmp_path):
    text = RULE
    for step in case["change"]:
        old, new = (part.replace("{RULE}", RULE).replace("{EXAMPLES}", EXAMPLES) for part in step)
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "pack.toml"
    path.write_text(text, encoding="utf-8")
    assert fault_of(path).replace(path.as_posix(), "PACK") == case["told"]


def test_the_caret_stands_under_the_fault(tmp_path):
    path = tmp_path / "pack.toml"
    path.write_text(RULE.replace("score < 0.7", "score < 1 or a.valu == 3"), encoding="utf-8")
    _, source, caret = fault_of(path).splitlines()
    assert source[caret.index("^") :].startswith("a.valu == 3")


def test_all_faults_of_a_file_at_once(tmp_path):
    path = tmp_path / "pack.toml"
    path.write_text(
        RULE.replace("score < 0.7", "scor < 0.7 and a.valu > 3").replace('"note"', '"fatal"'), encoding="utf-8"
    )
    with pytest.raises(RuleError) as caught:
        load([path])
    assert [problem.line for problem in caught.value.problems] == [5, 6, 6]


def test_a_file_of_nothing_but_faults_is_read_no_further_than_anybody_repairs(tmp_path):
    """A file of 28,000 empty rules told 224,000 faults."""
    (tmp_path / "pack.toml").write_text("[[rule]]\n" * 28_000, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load([tmp_path / "pack.toml"])
    *told, last = str(caught.value).splitlines()
    assert len(told) == MOST_TOLD
    assert told[0].endswith("pack.toml:1: the key `code` is missing; it must be a text")
    assert last == "and more: repair these first"


def test_all_files_at_once(tmp_path):
    for name in ("one.toml", "two.toml"):
        (tmp_path / name).write_text(RULE.replace("score", "scor"), encoding="utf-8")
    fault = fault_of(tmp_path)
    assert "one.toml:6" in fault
    assert "two.toml:6" in fault


def test_an_error_cannot_steer_a_terminal(tmp_path):
    path = tmp_path / "pack.toml"
    path.write_text(RULE.replace('name = "a rule"', '"\\u001b[31m" = 1'), encoding="utf-8")
    assert "\x1b" not in fault_of(path)


UNREADABLE = {
    "absent": (lambda path: path.parent, "cannot be read"),
    "too large": (lambda path: path.write_bytes(b"#" * 256_001), "larger than 256,000 bytes"),
    "not UTF-8": (lambda path: path.write_bytes(b"# ok\n# \xff\n"), ":2: not UTF-8"),
    "a pipe": (os.mkfifo, "not a regular file"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_unreadable(name, tmp_path):
    make, reason = UNREADABLE[name]
    path = tmp_path / "pack.toml"
    make(path)
    assert reason in fault_of(path)


def test_a_file_of_another_type_is_refused(tmp_path):
    path = tmp_path / "pack.yaml"
    path.write_text(RULE, encoding="utf-8")
    assert "neither a folder nor a TOML file" in fault_of(path)


def test_a_folder_without_rules_is_refused(tmp_path):
    assert "no rules in it" in fault_of(tmp_path)


def test_no_rules_at_all_is_an_error():
    with pytest.raises(RuleError, match="no rules are loaded"):
        load(with_shipped=False)


def test_a_pack_comes_beside_the_shipped_ones(tmp_path):
    (tmp_path / "pack.toml").write_text(RULE, encoding="utf-8")
    codes = [rule.code for rule in load([tmp_path])]
    assert "X100" in codes
    assert len(codes) == len(load()) + 1
    assert codes == sorted(codes)


def test_the_same_code_replaces(tmp_path):
    (tmp_path / "pack.toml").write_text(RULE.replace("X100", "C101"), encoding="utf-8")
    assert {rule.code: rule.name for rule in load([tmp_path])}["C101"] == "a rule"
    assert len(load([tmp_path])) == len(load())


def test_windows_line_ends(tmp_path):
    path = tmp_path / "pack.toml"
    path.write_bytes(RULE.replace("\n", "\r\n").encode())
    assert load([path], with_shipped=False)[0].line == 1


def test_shipped_codes_are_grouped_and_told_apart():
    rules = load()
    assert all(rule.code.startswith("C") and rule.line and rule.path for rule in rules)
    assert len({rule.name for rule in rules}) == len(rules)


EVER_SHIPPED = {line for line in (CASES_FOLDER / "codes.txt").read_text().splitlines() if not line.startswith("#")}


def test_codes_that_ever_shipped_are_rules_or_point_on():
    packs = read_packs()
    codes = {rule.code for rule in (*packs.rules, *packs.off)}
    assert codes | set(packs.retired) == EVER_SHIPPED, "a new code goes into tests/cases/codes.txt, an old one stays"
    assert not codes & set(packs.retired)


FAMILIES = {"1": "undecided", "2": "attributed", "3": "update", "4": "compatible", "5": "agreement"}


@pytest.mark.parametrize("rule", load(), ids=lambda rule: rule.code)
def test_shipped_rules_keep_the_contract_of_severities(rule):
    assert rule.verdict == FAMILIES.get(rule.code[1], rule.verdict)
    if rule.verdict == "discrepancy":
        assert rule.severity in ("error", "warning")
    else:
        assert rule.severity == "note"
    if rule.code[1] == "8":
        assert rule.severity != "error"


TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(shipped("rules").glob("*.toml"))}


@pytest.mark.parametrize("name", TEXTS)
def test_places_follow_the_tables(name):
    rules, places = tomllib.loads(TEXTS[name])["rule"], rule_places(TEXTS[name].split("\n"))
    assert [set(place.keys) for place in places] == [set(rule) - {"example"} for rule in rules]
    assert [len(place.examples) for place in places] == [len(rule.get("example", ())) for rule in rules]
    assert set(tolerance_place(TEXTS[name].split("\n")).keys) == set(tomllib.loads(TEXTS[name]).get("tolerance", ()))


def test_places_are_not_looked_for_inside_strings():
    text = "a = \"\"\"\n[[rule]]\nb = 1\n\"\"\" # '''\n[[rule]]\ncode = '''x'''\nname = \"y\"\n"
    assert [(place.line, place.keys) for place in rule_places(text.split("\n"))] == [(5, {"code": 6, "name": 7})]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("[]rule.=\"'{}\n\\ #0a\x00"), max_size=60))
def test_any_text_is_read_or_refused(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError):
        load([path], with_shipped=False)
