"""The page on matching names what the tables hold."""

import re
from pathlib import Path

import pytest

from checker.matching.doubts import DOUBTS
from checker.matching.features import FEATURES
from checker.matching.qualifiers import QUALIFIERS

PAGE = (Path(__file__).parents[2] / "docs" / "matching.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("section", "table"),
    [("Features", FEATURES), ("Disqualifiers", QUALIFIERS), ("Doubts", DOUBTS)],
    ids=["features", "disqualifiers", "doubts"],
)
def test_every_row_is_named(section, table):
    told = PAGE.split(f"## {section}")[1].split("\n## ")[0]
    named = {" ".join(name.split()) for name in re.findall(r"`([^`./]+)`", told)}
    assert set(table) <= named
