"""The answer: how much could not be read, in files and in parts of them."""

import pytest

from checker.rendering.answer import answer
from checker.rendering.view import view
from tests.rendering.story import document, tables

FACTS = [f"facts.csv:{line}" for line in range(2, 9)]
# Paths of what was not read, beside a.eml that was -> how the answer tells it.
UNREAD = {
    "nothing": ([], ""),
    "a file": (["b.txt"], "1 file could not be read."),
    "two files": (["b.txt", "c.txt"], "2 files could not be read."),
    "seven rows of one table": (FACTS, "7 parts of 1 file could not be read."),
    "one entry of a feed": (["feed.xml#3"], "1 part of 1 file could not be read."),
    "two pages of one document": (["b.pdf", "b.pdf"], "2 parts of 1 file could not be read."),
    "the end of a mail that was read": (["a.eml"], "1 part of 1 file could not be read."),
    "a row and a file": (["b.txt", FACTS[0]], "2 parts of 2 files could not be read."),
}


@pytest.mark.parametrize(("paths", "words"), UNREAD.values(), ids=UNREAD)
def test_parts_of_a_file_are_not_counted_as_files(paths, words):
    skipped = [{"path": path, "reason": "odd", "unread": True} for path in paths]
    told = answer(view(tables([document("a", path="a.eml")], [], [], [], skipped)))
    assert told.endswith(words or "No discrepancies.")
