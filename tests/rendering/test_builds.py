"""The formats that builds read, as readers that are not ours see them."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pandas as pd
import pytest
from junitparser import Error, Failure, JUnitXml

from checker.rendering import FORMATS
from checker.tables import Tables
from tests.rendering.story import bridge, claim, document, finding, nothing, point, tables
from tests.rendering.test_reports import EVIL, hostile

SARIF = json.loads((Path(__file__).parent.parent / "cases" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def judged(state, **columns):
    """The bridge, its findings compared with a baseline."""
    told = bridge()
    column = {"state": state, "accepted": "known slip" if state == "accepted" else None} | columns
    found = told.findings.assign(
        **{name: pd.Series(value, told.findings.index, dtype="str") for name, value in column.items()}
    )
    return Tables(told.documents, told.claims, told.pairs, found, told.skipped)


RUNS = {
    "bridge": bridge,
    "nothing": nothing,
    "hostile": hostile,
    "accepted": lambda: judged("accepted"),
    "new": lambda: judged("new"),
}


def many(count):
    """So many discrepancies of one level."""
    rows = [claim("post", 10 * n, "7", f"The {n} lamp.", **point(7)) for n in range(2 * count)]
    found = [
        finding("C101", "discrepancy", "error", f"F{n}", [rows[2 * n]["id"], rows[2 * n + 1]["id"]])
        for n in range(count)
    ]
    return tables([document("post")], rows, [], found, [])


@pytest.mark.parametrize("run", RUNS)
def test_sarif_is_what_the_published_schema_says(run):
    jsonschema.Draft7Validator(SARIF).validate(json.loads(FORMATS["sarif"](RUNS[run]())))


def test_sarif_points_at_every_source():
    (run,) = json.loads(FORMATS["sarif"](bridge()))["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1
        assert result["relatedLocations"]
        assert "baselineState" not in result
    assert run["invocations"][0]["executionSuccessful"] is False, "a file of the bridge was not read"
    assert run["invocations"][0]["toolExecutionNotifications"]


@pytest.mark.parametrize(
    ("state", "told", "suppressed"), [("accepted", "unchanged", 1), ("new", "new", 0), ("expired", "updated", 0)]
)
def test_sarif_tells_how_a_finding_stands_to_the_baseline(state, told, suppressed):
    (run,) = json.loads(FORMATS["sarif"](judged(state)))["runs"]
    assert {result["baselineState"] for result in run["results"]} == {told}
    assert {len(result["suppressions"]) for result in run["results"]} == {suppressed}


@pytest.mark.parametrize("run", RUNS)
def test_junit_is_read_by_a_reader_of_junit(run):
    told = RUNS[run]()
    suites = JUnitXml.fromstring(FORMATS["junit"](told))
    cases = [case for suite in suites for case in suite]
    assert len(cases) == suites.tests
    assert sum(any(isinstance(r, Failure) for r in case.result) for case in cases) == suites.failures
    assert (
        sum(any(isinstance(r, Error) for r in case.result) for case in cases)
        == suites.errors
        == int(told.skipped["unread"].sum())
    )


def test_junit_passes_what_is_accepted():
    assert JUnitXml.fromstring(FORMATS["junit"](bridge())).failures > 0
    assert JUnitXml.fromstring(FORMATS["junit"](judged("accepted"))).failures == 0


def test_junit_passes_what_does_not_fail_the_gate():
    told = bridge()
    warned = replace(told, findings=told.findings.assign(severity="warning"))
    failures = [JUnitXml.fromstring(FORMATS["junit"](replace(warned, fail_on=bar))).failures for bar in _BARS]
    assert failures[0] == 0 < failures[1] == failures[2]


_BARS = ("error", "warning", None)


def test_what_fails_stands_in_junit():
    assert JUnitXml.fromstring(FORMATS["junit"](replace(bridge(), fail_on="error"))).failures > 0


def test_junit_holds_what_xml_can_hold():
    evil = "a\x00b\ufffe<&>"
    told = tables([document("x", path=evil)], [], [], [], [{"path": evil, "reason": evil, "unread": True}])
    assert "⟨U+0000⟩" in ET.tostring(ET.fromstring(FORMATS["junit"](told)), encoding="unicode")  # noqa: S314 - our own


@pytest.mark.parametrize("run", RUNS)
def test_every_line_for_github_is_a_command_or_the_answer(run):
    *commands, answer = FORMATS["github"](RUNS[run]()).splitlines()
    assert all(COMMAND.fullmatch(line) for line in commands)
    assert not answer.startswith("::")
    assert "##[" not in "".join(commands)


def test_properties_for_github_hold_no_separator():
    evil = "a,line=1::b%0A\n.txt"
    told = tables([document("x", path=evil)], [], [], [], [{"path": evil, "reason": EVIL, "unread": True}])
    command = FORMATS["github"](told).splitlines()[0]
    assert command.startswith("::error file=a%2Cline=1%3A%3Ab%250A .txt,title=unread::")


@pytest.mark.parametrize(("count", "lines"), [(0, 0), (1, 1), (9, 9), (10, 10), (40, 10)])
def test_github_shows_nine_of_a_level_and_how_many_more(count, lines):
    *commands, _ = FORMATS["github"](many(count)).splitlines()
    assert len(commands) == lines
    assert not commands[9:] or commands[9].endswith(f"::{count - 9} more; the report tells them all")


# What a document is called -> the file that a build knows.
FILES = {
    "news/a.txt": "news/a.txt",
    "news.jsonl:12": "news.jsonl",
    "news.ndjson:1": "news.ndjson",
    "news.json#2": "news.json",
    "news.jsonl.gz:12": "news.jsonl.gz",
    "crawl.warc.gz#3": "crawl.warc.gz",
    "facts.csv:12": "facts.csv",
    "notes:12": "notes:12",
    "a#2.txt": "a#2.txt",
}


@pytest.mark.parametrize(("path", "file"), FILES.items())
def test_a_record_is_told_by_its_file(path, file):
    told = tables([document("x", path=path)], [], [], [], [{"path": path, "reason": "r", "unread": True}])
    assert json.loads(FORMATS["gitlab"](told))[0]["location"]["path"] == file
    assert json.loads(FORMATS["rdjson"](told))["diagnostics"][0]["location"]["path"] == file
    assert f"::error file={file}," in FORMATS["github"](told).replace("%3A", ":")


def test_marks_for_gitlab_differ():
    records = json.loads(FORMATS["gitlab"](many(3)))
    assert len({record["fingerprint"] for record in records}) == len(records) == 3
    assert {frozenset(record) for record in records} == {
        frozenset(("description", "check_name", "fingerprint", "severity", "location"))
    }


@pytest.mark.parametrize("form", ["gitlab", "rdjson", "github"])
def test_accepted_findings_are_not_told_again(form):
    new, accepted = FORMATS[form](judged("new")), FORMATS[form](judged("accepted"))
    assert "bridge/notes.txt" in new
    assert "bridge/notes.txt" not in accepted


def test_diagnostics_name_the_other_sources():
    told = json.loads(FORMATS["rdjson"](bridge()))["diagnostics"]
    assert told
    assert {diagnostic["severity"] for diagnostic in told} <= {"ERROR", "WARNING", "INFO"}
    assert all(diagnostic["related_locations"] for diagnostic in told if diagnostic["code"]["value"] != "unread")


@pytest.mark.parametrize("run", RUNS)
def test_no_cell_of_the_table_is_a_formula(run):
    for line in csv.DictReader(io.StringIO(FORMATS["csv"](RUNS[run]()))):
        assert not any(cell.startswith(("=", "+", "@")) for cell in line.values())


# What reading says of a path -> the line and column that a build is pointed at, both 0 for the whole file.
FAILED = {
    "a row": ("facts.csv:3", "column 16: value 'many' is no figure", "facts.csv", 3, 16),
    "a row as a whole": ("facts.csv:7", "no source: fill it in", "facts.csv", 7, 1),
    "a line": ("news.jsonl:12", "not JSON at column 9: a colon is expected", "news.jsonl", 12, 9),
    "a feed": ("feed.rss#2", "not XML that can be read, at line 18, column 4: unclosed", "feed.rss", 18, 4),
    "a list": ("news.json", "not JSON at line 2, column 10: a value is expected", "news.json", 2, 10),
    "a column of no line": ("news.json", "column 10: no value", "news.json", 0, 0),
    "a number of a record": ("news.json#3", "it holds no text", "news.json", 0, 0),
    "a part that nobody sees": ("a.docx", "not XML that can be read, at line 1, column 4: x", "a.docx", 0, 0),
    "words of the text": ("a.txt", "it says: not JSON at line 2, column 10: x", "a.txt", 0, 0),
    "a name with a number": ("notes:12", "it holds no text", "notes:12", 0, 0),
}


@pytest.mark.parametrize(("path", "reason", "file", "line", "column"), FAILED.values(), ids=FAILED)
def test_what_was_not_read_is_pointed_at_by_line_and_column_where_they_are_known(path, reason, file, line, column):
    run = tables([], [], [], [], [{"path": path, "reason": reason, "unread": True}])
    place = f",line={line},col={column}" if line else ""
    assert FORMATS["github"](run).startswith(f"::error file={file}{place},title=unread::".replace("notes:", "notes%3A"))
    (record,) = json.loads(FORMATS["gitlab"](run))
    assert record["location"] == {"path": file, "lines": {"begin": line or 1}}
    (diagnostic,) = json.loads(FORMATS["rdjson"](run))["diagnostics"]
    assert diagnostic["location"].get("range") == ({"start": {"line": line, "column": column}} if line else None)
    sarif = json.loads(FORMATS["sarif"](run))
    jsonschema.validate(sarif, SARIF)
    (told,) = sarif["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    region = {"startLine": line, "startColumn": column} if line else None
    assert told["locations"][0]["physicalLocation"].get("region") == region


def test_rows_that_were_not_read_stand_in_order_of_their_lines():
    unread = [{"path": f"facts.csv:{n}", "reason": "no source", "unread": True} for n in (10, 9, 100)]
    told = json.loads(FORMATS["gitlab"](tables([], [], [], [], unread)))
    assert [record["location"]["lines"]["begin"] for record in told] == [9, 10, 100]
