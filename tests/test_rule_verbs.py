"""`checker rules` and `checker explain`: what they print, what is wrong usage, what hostile text may not do."""

import pytest

import checker
from checker.judging import load, read_packs
from checker.judging.pages import manual_page
from tests.judging.test_packs import RULE

PACKS = read_packs()
FIRST = "Police in Lund said on Monday that the ferry fire killed 14 people.\n"
SECOND = "The ferry fire in Lund killed 19 people on Monday.\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "checker.toml").write_text("")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(FIRST)
    (tmp_path / "in" / "b.txt").write_text(SECOND)
    return tmp_path


WRONG = {
    "a code to explain is missing": (["rules", "explain"], "give a code"),
    "a task misspelt": (["rules", "chek"], "no such rules; did you mean `rules check`?"),
    "a code that no rule has": (["rules", "explain", "C62O"], "no rule has the code `C62O`, did you mean `C620`?"),
    "packs that are none": (["rules", "check", "nope.toml"], "nope.toml: no such rules"),
    "a finding without documents": (["explain", "C620"], "PATH"),
    "an empty finding": (["explain", "", "in"], "no finding is named ``; there are 2:"),
    "a finding that is none": (["explain", "C999:12", "in"], "no finding is named `C999:12`; there are 2:"),
    "a fingerprint of two": (["explain", ":", "in"], "`:` names 2 findings; there are 2:"),
    "a finding with a command in it": (["explain", "::error::\x1b[2J", "in"], ": :error: :<U+001B>"),
}


@pytest.mark.parametrize(("words", "told"), WRONG.values(), ids=WRONG)
def test_wrong_usage(run, words, told):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert told in err
    assert err.startswith("checker: ")


def test_an_unknown_finding_shows_which_there_are(run):
    _, _, err = run("explain", "zz", "in", "--published", "2024-03-05")
    assert "  C620:" in err.splitlines()[1]


def test_rules_are_listed_in_the_order_of_trial(run):
    code, out, err = run("rules")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    listed = [line.split()[1] for line in lines if line[:3].strip().isdigit()]
    assert sorted(listed) == sorted(rule.code for rule in load())
    pairs = [rule.code for rule in load() if not rule.is_inside]
    assert listed[: len(pairs)] == pairs
    assert "  1  C101  note     undecided    perhaps one fact" in lines
    assert "     C110  now C111" in lines
    assert "     converted = 0.02  (C401)" in lines


def test_list_is_what_rules_does_alone(run):
    assert run("rules", "list") == run("rules")


def test_a_pack_is_listed_beside_the_shipped_ones(run, here):
    (here / "mine.toml").write_text(RULE)
    for words in (["rules", "mine.toml"], ["rules", "list", "mine.toml"], ["rules", "--rules", "mine.toml"]):
        assert "X100  note     undecided    a rule" in run(*words)[1]


def test_what_settings_switch_off_is_listed_apart(run, here):
    (here / "checker.toml").write_text('[rules]\nC620 = "off"\nC610 = "note"\n[rules.tolerance]\nconverted = 0.5\n')
    _, out, _ = run("rules")
    assert "C610  note     discrepancy" in out
    assert "Switched off:\n     C620  error    discrepancy  figures differ" in out
    assert "converted = 0.5" in out


def test_settings_that_name_no_rule_are_an_error(run, here):
    (here / "checker.toml").write_text('[rules]\nC621 = "off"\n')
    for words in (["report", "in"], ["rules"], ["explain", "C620", "in"]):
        code, out, err = run(*words)
        assert (code, out) == (2, "")
        assert "unknown code `C621`, did you mean `C620`?" in err


def test_settings_tune_a_report(run, here):
    assert run("gate", "in", "--published", "2024-03-05")[0] == 1
    (here / "checker.toml").write_text('[rules]\nC620 = "warning"\n')
    assert run("gate", "in", "--published", "2024-03-05")[0] == 0
    (here / "checker.toml").write_text('[rules]\nC620 = "off"\n')
    assert '"C620"' not in run("report", "in", "--published", "2024-03-05", "--format", "json")[1]


@pytest.mark.parametrize("rule", PACKS.rules, ids=lambda rule: rule.code)
def test_every_rule_has_a_page(rule):
    page = "\n".join(manual_page(rule.code, PACKS))
    assert all(part in page for part in (rule.code, rule.name, rule.why, rule.message, f"{rule.path}:{rule.line}"))
    assert all(line in page for line in rule.when.strip().splitlines())
    assert page.count("    - “") == len(rule.examples)


def test_a_page_is_printed(run):
    code, out, err = run("rules", "explain", "C620", "C401")
    assert (code, err) == (0, "")
    assert out.startswith("C620  figures differ\ndiscrepancy, error; tried as number ")
    assert "\n\nC401  another unit\n" in out
    assert "    converted = 0.02  (C401)\n" in out


def test_a_retired_code_points_on(run):
    assert run("rules", "explain", "C110")[1].startswith(
        "C110 is retired; C111 took over.\n\nC111  meant differently\n"
    )


CHECKED = {
    "an example that does not come out": (("score < 0.7", "score > 2"), "X100 example 1 should decide it; "),
    "the comparison that kept it from the example": (
        ("score < 0.7", "score < 0.01"),
        "did: no two figures there are taken for one fact",
    ),
    "a condition that is never true": (
        ("score < 0.7", "score < 0.5 and score > 0.7"),
        "it can never decide: no values",
    ),
    "a rule behind another": (("score < 0.7", "score < 0.4"), "it can never decide: C101 is tried before it"),
    "a name twice": (('"a rule"', '"Figures differ"'), "C620 bears the same name, “figures differ”"),
}


@pytest.mark.parametrize("name", CHECKED)
def test_check_finds(run, here, monkeypatch, name):
    (old, new), told = CHECKED[name]
    shipped = [rule for rule in load() if rule.code in ("C101", "C620")]
    (here / "mine.toml").write_text(RULE.replace(old, new))
    mine = load([here / "mine.toml"], with_shipped=False)
    monkeypatch.setattr("checker.rule_verbs.packs", lambda _: type(PACKS)((*shipped, *mine), (), {}, {}))
    code, out, err = run("rules", "check")
    assert code == 1
    assert told in out
    assert "other faults: " in err


def test_check_tells_what_kept_a_rule_from_its_example(run, here, monkeypatch):
    shipped = [rule for rule in PACKS.rules if rule.code in ("C502", "C620")]
    texts = f'a = "{FIRST.strip()}"\nb = "{SECOND.strip()}"\npublished_a = 2024-03-05\npublished_b = 2024-03-05\n'
    for when, told in (
        ("days_apart > 3", "but for days_apart > 3 → no   (days_apart = 0)"),
        ("copies or score > 0", "it holds too"),
    ):
        pack = RULE.replace("score < 0.7", when).replace('a = "one"\nb = "two"\n', texts)
        (here / "mine.toml").write_text(pack)
        rules = (*shipped, *load(["mine.toml"], with_shipped=False))
        monkeypatch.setattr("checker.rule_verbs.packs", lambda _, rules=rules: type(PACKS)(rules, (), {}, {}))
        code, out, _ = run("rules", "check", "mine.toml")
        assert code == 1
        assert f"mine.toml:1: X100 example 1 should decide it; C502, C620 did: {told}" in out


def test_check_passes_the_shipped_rules(run):
    code, out, err = run("rules", "check")
    assert (code, out) == (0, "")
    assert err.startswith(f"rules: {len(load())}; switched off: 0; examples: ")


def test_explain_tells_rule_values_and_neighbours(run):
    code, out, err = run("explain", "C620", "in", "--published", "2024-03-05")
    lines = out.splitlines()
    assert code == 0
    assert err.startswith("2 documents read")
    assert lines[0].startswith("C620:")
    assert "On people killed: a.txt says “14” (14 people), but b.txt says “19” (19 people)." in lines[1].replace(
        "in/", ""
    )
    assert "   sentence  The ferry fire in Lund killed 19 people on Monday." in lines
    assert "   value     19 people (count, level)" in lines
    assert any(line.startswith("   read as   number '19'") for line in lines)
    assert '    relation == "disjoint" → yes   (relation = "disjoint")' in lines
    assert "      known(conversion) → no   (conversion = unknown)" in lines
    close = lines[lines.index("Rules that came close:") :]
    assert any(line.startswith("  C310 a later, higher toll (update): but for 0 < days_apart → no") for line in close)
    assert any("C201 speakers differ (attributed): but for speaker < 0.5 → unknown" in line for line in close)


def test_a_finding_is_named_by_code_and_fingerprint_or_by_its_beginning(run):
    whole = run("explain", "C620", "in", "--published", "2024-03-05")[1]
    name = whole.split()[0]
    print_ = name.partition(":")[2]
    for given in (name, name[:9], print_, print_[:6], print_.upper()):
        assert run("explain", given, "in", "--published", "2024-03-05")[1] == whole


def test_a_finding_inside_one_document_is_explained(run, here):
    text = "Of the 9 people on board, 5 died and 3 survived.\n"
    rules = load()
    inside = next(rule for rule in rules if rule.is_inside and rule.examples)
    example = next(example for example in inside.examples if example.fires)
    (here / "one").mkdir()
    (here / "one" / "a.txt").write_text(example.a or text)
    published = ["--published", str(example.published_a or "2024-03-05")]
    code, out, _ = run("explain", inside.code, "one", *published)
    assert code == 0
    assert f"{inside.code} {inside.name} decides" in out
    assert "reckoned  " in out


def test_hostile_text_is_shown_not_sent(run, here):
    (here / "in" / "b.txt").write_text("The ferry fire in Lund \x1b[2J killed 19 people on Monday ::error::x.\n")
    _, out, _ = run("explain", "C620", "in", "--published", "2024-03-05")
    assert "\x1b" not in out
    assert "::" not in out


def test_what_was_not_read_is_told_and_three(run, here):
    (here / "in" / "c.txt").write_bytes(b"")
    (here / "in" / "d.txt").symlink_to("nowhere")
    code, out, err = run("explain", "C620", "in", "--published", "2024-03-05")
    assert code == 3
    assert out.startswith("C620:")
    assert "not read" in err


def test_explaining_is_the_same_whatever_the_number_of_processes(run):
    alone = run("explain", "C620", "in", "--published", "2024-03-05")[1]
    assert run("explain", "C620", "in", "--published", "2024-03-05", "--jobs", "1")[1] == alone


def test_python_judges_what_the_command_line_does(here):
    assert here.is_dir()
    found = checker.report("in", published="2024-03-05", rules=load())
    assert "C620" in set(found.findings["rule"])
