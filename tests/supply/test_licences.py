"""The page of licences: in step with the locks, and nothing at run time that a newsroom could not install."""

import re
import runpy
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = runpy.run_path(str(ROOT / "docs" / "licences.py"))
PAGE = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
ROWS = dict(
    re.findall(r"(?m)^\| ([\w.-]+) \| ([^|]+ \| [^|]+) \|$", PAGE.replace("| package | version | licence |", ""))
)


def test_every_pin_of_every_lock_has_its_row():
    pinned: dict[str, list[str]] = {}
    for lock in SCRIPT["LOCKS"]:
        for name, versions in SCRIPT["pins"](lock).items():
            pinned.setdefault(name, []).extend(versions)
    told = {name: row.split(" | ")[0] for name, row in ROWS.items()}
    assert told == {name: ", ".join(dict.fromkeys(versions)) for name, versions in pinned.items()}


def test_no_licence_is_unknown():
    assert [name for name, row in ROWS.items() if re.search(r"\| *(\?|None|UNKNOWN)? *$", row)] == []


@pytest.mark.skipif(sys.version_info[:2] != (3, 11) or sys.platform != "linux", reason="licences are told by releases")
def test_the_page_is_what_its_script_writes():
    assert SCRIPT["page"](PAGE) == PAGE


def test_a_package_needed_at_run_time_may_be_installed_by_anybody():
    section = PAGE.partition("## At run time")[2].partition("\n## ")[0]
    for name, licence in re.findall(r"(?m)^\| ([\w.-]+) \| [^|]+ \| ([^|]+) \|$", section):
        if name != "package":
            choices = [choice.split(" AND ") for choice in licence.strip().split(" OR ")]
            assert any(all(one.startswith(SCRIPT["AT_RUN_TIME"]) for one in all_) for all_ in choices), name


def test_a_package_is_told_as_needed_at_run_time_or_not():
    assert SCRIPT["needed"]() & {"pandas", "python-dateutil", "markupsafe"} == {
        "pandas",
        "python-dateutil",
        "markupsafe",
    }
    assert not SCRIPT["needed"]() & {"pytest", "hypothesis", "pypdf", "psycopg"}
    assert "pypdf" in SCRIPT["needed"]("pdf")
