"""`checker config`: what it prints is a settings file that says the same, and each value tells its origin."""

from dataclasses import replace
from pathlib import Path

import pytest

from checker.cli import main
from checker.settings import load

FILE = """jobs = 2
fail-on = "warning"
published = 2025-02-11
[rules]
packs = "own.toml"
C119 = "off"
[rules.tolerance]
converted = 0.05
[fields]
title = "headline.main"
text = ["a.b", "parts[kind=b].t"]
"""


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("own.toml").write_text("[tolerance]\nconverted = 0.05\n")


def config(capsys, *arguments):
    assert main(["config", *arguments]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    return told.out


@pytest.mark.parametrize("written", ["", FILE, "jobs = 1", 'format = "json"', 'rules = ["own.toml"]'])
@pytest.mark.parametrize("flag", [(), ("--origin",)])
def test_what_it_prints_says_the_same(capsys, written, flag):
    path = Path("checker.toml").absolute()
    path.write_text(written)
    before = load(path)
    path.write_text(config(capsys, *flag))
    after = load(path)
    assert (after.tuning.codes, after.tuning.tolerances) == (before.tuning.codes, before.tuning.tolerances)
    assert replace(after, tuning=before.tuning) == before


def origins(told):
    lines = [line.split("  # ") for line in told.splitlines() if "  # " in line]
    return {line.lstrip("# ").split(" ")[0]: origin.strip() for line, origin in lines}


def test_without_a_file_all_are_defaults(capsys):
    assert set(origins(config(capsys, "--origin")).values()) == {"default"}


def test_every_value_tells_where_it_came_from(capsys):
    Path("checker.toml").write_text(FILE)
    file = Path("checker.toml").absolute().as_posix()
    found = origins(config(capsys, "--origin", "--fail-on", "note", "--rules", "own.toml"))
    assert found == {
        "format": "default",
        "published": file,
        "max-megabytes": "default",
        "max-claims": "default",
        "jobs": file,
        "fail-on": "--fail-on",
        "max-findings": "default",
        "facts": "default",
        "packs": f"{file} and --rules",
        "C119": file,
        "converted": file,
        "title": file,
        "text": file,
    }


def test_a_flag_wins(capsys):
    Path("checker.toml").write_text("jobs = 2")
    assert "jobs = 3\n" in config(capsys, "--jobs", "3")


def test_a_hostile_name_is_shown_not_obeyed(capsys):
    Path("checker.toml").write_text('[rules.tolerance]\n"\\u001b[2J::error" = 1\n')
    told = config(capsys)
    assert "\x1b" not in told
    assert "::" not in told


@pytest.mark.parametrize("arguments", [("config", "a.txt"), ("config", "--format", "json"), ("completion", "tcsh")])
def test_what_it_does_not_take(arguments, capsys):
    assert main(list(arguments)) == 2
    assert capsys.readouterr().out == ""
