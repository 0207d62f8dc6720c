"""The documents that are written from code, and links and commands that must not go stale."""

import inspect
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pandas as pd
import pytest

import checker
from checker import exits
from checker.judging import load
from checker.options import OPTIONS, VERBS
from checker.proofs import prove
from checker.resources import schema_text

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
_LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s#]+)(?:#[^)\s]*)?\)")
_MAKE = re.compile(r"`make ([a-z]+)")


def test_the_page_of_the_tables_is_what_its_script_writes():
    command = [sys.executable, "-c", "import runpy, sys; sys.stdout.write(runpy.run_path('docs/tables.py')['page']())"]
    written = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
    assert (ROOT / "docs" / "tables.md").read_text(encoding="utf-8") == written


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page):
    targets = [link for link in _LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in targets if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_make_targets_that_are_named_exist(page):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(_MAKE.findall(page.read_text(encoding="utf-8"))) <= targets


def examples():
    page = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")
    for section in page.split("\n## ")[1:]:
        column, *rest = section.split("\n")
        rows = [line.strip("|").split("|") for line in rest if line.startswith("| ")][1:]
        yield from ((column, *(cell.strip() for cell in row)) for row in rows)


@pytest.mark.parametrize(("column", "sentence", "claim", "expected"), list(examples()))
def test_the_page_of_claims_tells_what_is_found(column, sentence, claim, expected):
    claims = checker.extract(checker.documents([sentence], published=["2024-05-06"]))
    (found,) = claims.loc[claims["text"] == claim, column]
    told = ", ".join(found) if column == "entities" else "" if pd.isna(found) else found
    texts = dict(zip(claims["id"], claims["text"], strict=True))  # a claim that another names is shown by its words
    assert texts.get(told, told) == expected


def block(page, language):
    return re.search(rf"```{language}\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)[1]


def test_the_python_of_the_readme_runs_and_finds_its_discrepancy(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    names = {}
    exec(compile(block("README.md", "python"), "README.md", "exec"), names)  # noqa: S102 - it is what users paste
    assert "discrepancy" in set(names["findings"]["verdict"])
    assert capsys.readouterr().out.startswith("#")


def test_the_rule_of_the_contributing_page_is_one(tmp_path):
    written = block("CONTRIBUTING.md", "toml")
    example = written[written.index("[[rule.example]]") :]
    pack = tmp_path / "pack.toml"
    pack.write_text(written + example + example.replace("true", "false") * 2, encoding="utf-8")
    (rule,) = load([pack], with_shipped=False)
    assert rule.code == tomllib.loads(written)["rule"][0]["code"]
    proofs = [proof for proof in prove(load([pack])) if proof.rule.code == rule.code]
    assert [proof.fired for proof in proofs] == [True] * 4, "the rule must decide its example with the shipped ones"


@pytest.mark.parametrize("name", ["checker/extraction/kinds", "checker/language/data", "checker/reading/formats"])
def test_places_that_the_contributing_page_names_exist(name):
    assert (ROOT / name).is_dir()
    assert name in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_contracts_tell_every_option_and_no_other():
    page = (ROOT / "docs" / "contracts.md").read_text(encoding="utf-8")
    assert set(re.findall(r"(?m)^\| `(--[a-z-]+)", page)) | {"--check"} == {option.flag for option in OPTIONS}
    assert "`--check`" in page
    assert all(f"checker {verb} " in page for verb in VERBS)


def test_the_contracts_tell_every_exit_code_and_no_other():
    page = (ROOT / "docs" / "contracts.md").read_text(encoding="utf-8").partition("## Exit codes")[2]
    told = {int(code) for code in re.findall(r"(?m)^\| ([0-9]+) \|", page.partition("\n## ")[0])}
    assert told == {value for name, value in vars(exits).items() if name.isupper()}


# What the page says before the colon of an option that only some commands take.
_OF_VERBS = re.compile(rf"^((?:{'|'.join(VERBS)})(?:(?:, | and | write| add)(?:{'|'.join(VERBS)})?)*):")


def test_the_contracts_name_the_verbs_of_an_option():
    page = (ROOT / "docs" / "contracts.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"(?m)^\| `(--[a-z-]+)[^`]*` \| (.*) \|$", page))
    taken = {flag: {verb for option in OPTIONS if option.flag == flag for verb in option.verbs} for flag in rows}
    named = {flag: found[1] for flag, words in rows.items() if (found := _OF_VERBS.match(words))}
    assert len(named) > 10
    assert {
        flag for flag, words in named.items() if not {verb for verb in VERBS if verb in words} <= taken[flag]
    } == set()


_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


@pytest.mark.parametrize("page", ["README.md", "docs/contracts.md"])
def test_pages_name_no_option_that_is_not_in_help(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    ours = "\n".join(line for line in text.splitlines() if "pip" not in line and "bench" not in line)
    assert set(_OPTION.findall(ours)) <= {option.flag for option in OPTIONS}


def test_the_readme_shows_every_verb_of_a_reader():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"checker {verb} " in text for verb in ("report", "gate", "claims"))


def test_the_contracts_tell_the_json_that_the_schema_describes():
    told = block("docs/contracts.md", "")
    properties = json.loads(schema_text("report"))["properties"]
    of_claims = {"low", "high", "unit", "witnesses"}  # of a value of a fact, which no table of the schema names
    parts = {key for part in properties.values() for key in part.get("items", {}).get("properties", ())}
    assert set(re.findall(r'"(\w+)"', told)) == {*properties, *parts, *of_claims}


@pytest.mark.parametrize("member", ["documents", "skipped", "facts", "findings"])
def test_the_page_on_reports_tells_every_member_of_the_json(member):
    page = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
    told = re.search(rf"(?m)^\| `{member}` \| (.*) \|$", page)[1]
    properties = json.loads(schema_text("report"))["properties"][member]["items"]["properties"]
    assert set(properties) <= set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]*)`", told))))


@pytest.mark.parametrize("verb", ["documents", "read", "extract", "match", "judge", "report", "gate"])
def test_the_contracts_tell_what_the_verbs_take(verb):
    page = (ROOT / "docs" / "contracts.md").read_text(encoding="utf-8")
    told = re.search(rf"(?m)^\| `checker\.{verb}\((.*?)\)` \|", page)[1]
    taken = list(inspect.signature(getattr(checker, verb)).parameters.values())
    known = [one.name if one.default is one.empty else f"{one.name}={one.default!r}".replace("'", '"') for one in taken]
    by_name = [one.kind is one.KEYWORD_ONLY for one in taken]
    if any(by_name):
        known.insert(by_name.index(True), "*")
    written = [name for name in told.split(", ") if name != "…"]
    assert [name for name in known if "…" not in told or name in written] == written
