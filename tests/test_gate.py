"""The gate as a pipeline runs it: a batch is gated, accepted, edited and gated again."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from junitparser import JUnitXml

from checker.cli import main

ROOT = Path(__file__).parent.parent
TOLL = "PORT MERIDIAN, March 4, 2025 ({wire}) - A ferry fire killed {count} people in Port Meridian on Monday, police said.\n"


@pytest.fixture(autouse=True)
def batch(tmp_path, monkeypatch):
    """Two outlets that disagree on a toll."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new").mkdir()
    write("harbour", 14)
    write("ledger", 17)


def write(outlet, count, folder="new"):
    front = f"---\ntitle: Fire\noutlet: {outlet}.example\ndate: 2025-03-04\n---\n\n"
    Path(folder, f"{outlet}.md").write_text(front + TOLL.format(wire=outlet.title(), count=count), encoding="utf-8")


def run(*arguments):
    return main([str(argument) for argument in arguments])


def accept(*more):
    return run("baseline", "write", "new", "--baseline", "known.txt", "--reason", "the wire corrected it", *more)


def test_what_is_let_pass_is_told(capsys):
    assert run("gate", "new", "--max-findings", "9", "--format", "none") == 0
    assert "within --max-findings 9" in capsys.readouterr().err
    assert run("gate", "new", "--format", "none") == 1
    assert "let pass" not in capsys.readouterr().err


def test_the_baseline_is_no_place_for_a_report(capsys):
    assert accept() == 0
    assert run("gate", "new", "--baseline", "known.txt", "--output", "text=known.txt") == 2
    assert "is read by this call" in capsys.readouterr().err


def test_a_batch_is_gated_accepted_edited_and_gated_again():
    assert run("gate", "new") == 1
    assert accept() == 0
    known = Path("known.txt").read_text(encoding="utf-8")
    assert len(known.splitlines()) == 2
    assert run("gate", "new", "--baseline", "known.txt") == 0
    assert accept() == 0
    assert Path("known.txt").read_text(encoding="utf-8") == known, "what is accepted already stays as it is"
    write("ledger", 18)
    assert run("gate", "new", "--baseline", "known.txt") == 1, "a value has changed"


def test_an_accepted_finding_survives_moves_edits_and_other_files():
    accept()
    shutil.move("new", "moved")
    write("gazette", 14, "moved")
    text = Path("moved/ledger.md").read_text(encoding="utf-8")
    Path("moved/ledger.md").write_text(text + "\nThe harbour was calm.\n", encoding="utf-8")
    Path("moved/harbour.md").rename("moved/first.md")
    assert run("gate", "moved", "--baseline", "known.txt") == 0


def test_what_is_accepted_of_one_paper_is_not_of_another():
    accept()
    Path("new/ledger.md").unlink()
    write("gazette", 17)
    assert run("gate", "new", "--baseline", "known.txt") == 1


def test_an_entry_expires():
    accept("--until", "2025-04-01")
    assert run("gate", "new", "--baseline", "known.txt", "--today", "2025-04-01") == 0
    assert run("gate", "new", "--baseline", "known.txt", "--today", "2025-04-02") == 1


def test_what_matches_nothing_is_told_and_pruned(capsys):
    accept()
    write("ledger", 14)
    assert run("gate", "new", "--baseline", "known.txt") == 0
    assert "matches nothing" in capsys.readouterr().err
    assert run("baseline", "prune", "new", "--baseline", "known.txt") == 0
    assert run("baseline", "list", "--baseline", "known.txt") == 0
    assert capsys.readouterr().out == ""


def test_nothing_is_pruned_where_something_was_not_read():
    accept()
    write("ledger", 14)
    Path("new/broken.txt").write_bytes(b"\x00\x01\x02" * 50)
    before = Path("known.txt").read_bytes()
    assert run("baseline", "prune", "new", "--baseline", "known.txt") == 3
    assert Path("known.txt").read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("gate", "new", "--baseline", "missing.txt"),
        ("baseline", "write", "new", "--baseline", "b.txt"),
        ("baseline", "write", "new", "--reason", "r"),
        ("baseline", "burn", "new", "--baseline", "b.txt"),
        ("baseline", "prune", "new", "--baseline", "missing.txt"),
        ("baseline", "list", "--baseline", "missing.txt"),
    ],
    ids=" ".join,
)
def test_wrong_usage_of_a_baseline(arguments):
    assert run(*arguments) == 2
    assert not Path("b.txt").exists()


def test_an_unfinished_merge_is_no_baseline():
    accept()
    Path("known.txt").write_text("<<<<<<< HEAD\n" + Path("known.txt").read_text(encoding="utf-8"), encoding="utf-8")
    assert run("gate", "new", "--baseline", "known.txt") == 2


def test_every_format_at_once():
    forms = ("sarif", "junit", "github", "gitlab", "rdjson", "csv", "json", "markdown", "text")
    outputs = [word for name in forms for word in ("--output", f"{name}=out.{name}")]
    assert run("gate", "new", "--format", "none", *outputs) == 1
    schema = json.loads((ROOT / "tests" / "cases" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(json.loads(Path("out.sarif").read_text(encoding="utf-8")))
    assert JUnitXml.fromfile("out.junit").failures == 1
    assert len(json.loads(Path("out.gitlab").read_text(encoding="utf-8"))) == 1
    for name in forms:
        told = Path(f"out.{name}").read_text(encoding="utf-8")
        assert "14" in told, name
        assert "17" in told, name


def test_places_are_lines_and_columns_of_the_file():
    run("gate", "new", "--format", "none", "--output", "gitlab=out.json", "--output", "github=out.txt")
    (record,) = json.loads(Path("out.json").read_text(encoding="utf-8"))
    lines = Path(record["location"]["path"]).read_text(encoding="utf-8").splitlines()
    line = record["location"]["lines"]["begin"]
    column = int(re.search(r",col=(\d+)", Path("out.txt").read_text(encoding="utf-8"))[1])
    assert lines[line - 1][column - 1 : column + 1] in ("14", "17")


@pytest.mark.skipif(os.name == "nt", reason="the action runs in bash")
@pytest.mark.parametrize(("baseline", "code"), [("", 1), ("known.txt", 0)])
def test_the_action_runs_the_gate(baseline, code):
    accept()
    script = re.search(r"      run: \|\n(.*)\Z", (ROOT / "action.yml").read_text(encoding="utf-8"), re.DOTALL)[1]
    inputs = {"CHECKED": "new/", "BASELINE": baseline, "FAIL_ON": "error", "SARIF": "out.sarif"}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | inputs | {"PATH": path, "GITHUB_STEP_SUMMARY": "summary.md"}
    ran = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script], env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == code, ran.stderr
    assert ran.stdout.startswith("::error ") == (code == 1)
    assert Path("summary.md").read_text(encoding="utf-8").startswith("# ")
    assert json.loads(Path("out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_finding_is_explained_by_the_name_that_the_report_tells(form, capsys):
    run("gate", "new", "--format", form)
    name = re.search(r"finding:? `?([A-Z][0-9]+:[0-9a-f]{16})`?", capsys.readouterr().out)[1]
    assert run("explain", name, "new") == 0
    assert name.partition(":")[0] in capsys.readouterr().out
