"""A claim of a file without lines is shown by its locator; no line is made up for it, but where a format must have one."""

import json

import pytest

from checker.rendering import CLAIM_FORMATS, FORMATS
from checker.rendering.reported import place_of
from tests.rendering.story import bridge, tables

WHERE = "page 2, paragraph 3"


def located():
    """The bridge's run, its claims taken from files without lines."""
    found = bridge()
    found.claims["path"] = found.claims["path"].str.replace(".txt", ".docx")
    found.documents["path"] = found.documents["path"].str.replace(".txt", ".docx")
    return type(found)(
        found.documents,
        found.claims.assign(line=0, column=0, locator=WHERE),
        found.pairs,
        found.findings,
        found.skipped,
    )


def test_text_tells_path_and_locator():
    written = FORMATS["text"](located())
    assert f"bridge/notes.docx ({WHERE}): error C601" in written
    assert f"    bridge/post.docx ({WHERE}): " in written
    assert ":0" not in written


# Path, line and locator of a claim -> the place that is told; no number is told twice.
PLACES = {
    "a line": (("a.txt", 12, None), "a.txt:12:5"),
    "a record of lines": (("a.jsonl:12", 12, None), "a.jsonl:12:5"),
    "a row of facts": (("facts.csv:3", 3, None), "facts.csv:3:5"),
    "a record of several lines": (("facts.csv:3", 4, None), "facts.csv:3:4:5"),
    "a name like a record's": (("notes:12", 12, None), "notes:12:12:5"),
    "a page": (("a.pdf", 0, "page 3"), "a.pdf (page 3)"),
    "a record of an archive": (("a.warc#3", 0, "record 3"), "a.warc#3"),
    "another record": (("a.warc#13", 0, "record 3"), "a.warc#13 (record 3)"),
}


@pytest.mark.parametrize(("claim", "told"), PLACES.values(), ids=PLACES)
def test_the_place_of_a_claim(claim, told):
    path, line, locator = claim
    assert place_of({"path": path, "line": line, "column": 5 if line else 0, "locator": locator}) == told


def test_a_notice_of_a_build_tells_the_locator_and_no_line():
    command = next(line for line in FORMATS["github"](located()).splitlines() if "C601" in line)
    assert "file=bridge/notes.docx,title" in command
    assert f"::{WHERE}: " in command


def test_sarif_names_a_logical_place_on_the_only_line_it_can():
    found = json.loads(FORMATS["sarif"](located()))["runs"][0]["results"][0]
    for place in (*found["locations"], *found["relatedLocations"]):
        assert place["logicalLocations"][0]["name"] == WHERE
        region = place["physicalLocation"]["region"]
        assert region["startLine"] == 1
        assert set(region) == {"startLine", "snippet"}
    assert found["message"]["text"].startswith(f"{WHERE}: ")


def test_reviewdog_takes_the_file_as_a_whole():
    found = json.loads(FORMATS["rdjson"](located()))["diagnostics"]
    told = next(one for one in found if one["code"]["value"] == "C601")
    assert told["location"] == {"path": "bridge/notes.docx"}
    assert [one["location"] for one in told["related_locations"]] == [
        {"path": "bridge/post.docx"},
        {"path": "bridge/ledger.docx"},
    ]
    assert all(one["message"].startswith(WHERE) for one in (told, *told["related_locations"]))


def test_gitlab_and_junit_tell_it_in_words():
    record = next(one for one in json.loads(FORMATS["gitlab"](located())) if "C601" in one["check_name"])
    assert record["description"].startswith(f"{WHERE}: ")
    assert f"bridge/notes.docx ({WHERE}): error C601" in FORMATS["junit"](located())


@pytest.mark.parametrize("form", ["csv", "json"])
def test_tables_have_it_as_a_column(form):
    written = FORMATS[form](located())
    assert "locator" in written
    assert WHERE in written


def test_claims_are_listed_with_it():
    assert "paragraph 3" in CLAIM_FORMATS["table"](located())
    assert f'"locator":"{WHERE}"' in CLAIM_FORMATS["jsonl"](located()).replace(": ", ":")
    assert CLAIM_FORMATS["table"](tables()) == "no claims\n"
