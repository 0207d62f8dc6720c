"""The answer: how much could not be read, in files and in parts of them."""

import pytest

import checker
from checker.rendering.answer import answer
from checker.rendering.view import view
from checker.tables import SKIPPED, Tables, frame
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


def of_two(words):
    """The answer on two articles that tell 45 dead, the second in other words or in those of the first."""
    texts = ["A blast at the Acme works in Selby killed 45 people on Tuesday, the police of the town said.", words]
    texts = [f"{text} The works in Selby stood in flames for hours, and smoke hung over the town." for text in texts]
    documents = checker.documents(texts, published="2026-03-04")
    claims = checker.extract(documents)
    pairs = checker.match(claims)
    return answer(view(Tables(documents, claims, pairs, checker.judge(pairs, claims), frame(SKIPPED, []))))


def test_copies_of_one_text_are_one_source():
    first = "A blast at the Acme works in Selby killed 45 people on Tuesday, the police of the town said."
    assert "told alike by one source alone" in of_two(first)
    assert "Sources agree" not in of_two(first)
    assert "Sources agree on" in of_two(
        "Forty-five people were killed on Tuesday when the Acme works in Selby blew up."
    )
