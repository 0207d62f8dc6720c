"""Files that hold many articles, and standard input: what becomes a document, under which name, and what is folded."""

import json
import sys

import pandas as pd
import pytest

import checker
from checker.reading import UnreadWarning, collect
from checker.reading.collecting import blocks
from checker.tables import DOCUMENTS, SKIPPED, validate
from tests.reading.told import paths, skipped

NEWS = "The council said on Friday that {} people were hurt."


def lines(*records):
    return "".join(f"{one if isinstance(one, str) else json.dumps(one)}\n" for one in records)


def test_each_line_is_a_document_with_an_id_of_its_own(folder):
    (folder / "a.jsonl").write_text(lines(*({"id": str(n), "text": NEWS.format(n)} for n in range(1, 4))))
    reading = collect("in")
    validate(DOCUMENTS, reading.documents)
    validate(SKIPPED, reading.skipped)
    assert paths(reading) == [f"in/a.jsonl:{n}" for n in (1, 2, 3)]
    assert reading.documents["id"].is_unique
    assert [account["record"] for account in reading.documents["account"]] == ["1", "2", "3"]


def test_an_id_does_not_change_with_the_lines_before(folder):
    record = {"text": NEWS.format(5)}
    (folder / "a.jsonl").write_text(lines(record))
    (folder / "b.jsonl").write_text(lines({"text": "Six."}, record, "", {"text": "Seven."}))
    one, other = collect("in/a.jsonl"), collect("in/b.jsonl")
    assert one.documents["id"][0] == other.documents["id"][1]


def test_a_broken_line_is_named_the_others_are_read_and_the_gate_does_not_pass(folder):
    (folder / "a.jsonl").write_text(lines({"text": NEWS.format(5)}, '{"text": 5', {"text": NEWS.format(6)}))
    reading = collect("in")
    assert paths(reading) == ["in/a.jsonl:1", "in/a.jsonl:3"]
    assert skipped(reading)["in/a.jsonl:2"] == (
        "not JSON at column 11: it ends early: a comma or the end of what is open is expected",
        True,
    )
    assert checker.gate("in").exit_code == 3


def test_only_equal_bytes_are_folded(folder):
    """Another outlet, another day, another format: documents of their own, though the text is the same."""
    text = NEWS.format(5)
    same = {"text": text, "outlet": "First"}
    (folder / "a.jsonl").write_text(
        lines(same, {"text": text, "outlet": "Second"}, same, {"text": text, "date": "2031-03-04"})
    )
    (folder / "b.jsonl").write_text(lines(same))
    (folder / "c.json").write_text(json.dumps(same))
    (folder / "d.txt").write_text(text)
    (folder / "e.md").write_text(text)
    (folder / "f.md").write_text(text + "\n")
    reading = collect("in")
    assert paths(reading) == ["in/a.jsonl:1", "in/a.jsonl:2", "in/a.jsonl:4", "in/d.txt", "in/f.md"]
    assert skipped(reading) == {
        "in/a.jsonl:3": ("same bytes as in/a.jsonl:1", False),
        "in/b.jsonl:1": ("same bytes as in/a.jsonl:1", False),
        "in/c.json": ("same bytes as in/a.jsonl:1", False),
        "in/e.md": ("same bytes as in/d.txt", False),
    }


def test_a_page_of_results_is_as_many_documents(folder):
    (folder / "a.json").write_text(
        json.dumps({"articles": [{"text": NEWS.format(5)}, {"text": ""}, {"text": NEWS.format(6)}]})
    )
    reading = collect("in")
    assert paths(reading) == ["in/a.json#1", "in/a.json#3"]
    assert skipped(reading)["in/a.json#2"][1]


def test_a_list_of_no_articles_is_listed(folder):
    (folder / "a.json").write_text('{"articles": []}')
    assert skipped(collect("in")) == {"in/a.json": ("a list without an article", False)}


INPUTS = {
    "text": (NEWS.format(5).encode(), ["-"]),
    "Markdown": (b"# Five\n\n**Six** men", ["-"]),
    "JSON": (json.dumps({"text": NEWS.format(5)}).encode(), ["-"]),
    "lines": (lines({"text": "Five men."}, {"text": "Six men."}).encode(), ["-:1", "-:2"]),
    "a list": (json.dumps([{"text": "Five men."}]).encode(), ["-#1"]),
    "UTF-16": ("\ufeffFive men.".encode("utf-16-le"), ["-"]),
}


@pytest.mark.parametrize(("content", "named"), INPUTS.values(), ids=INPUTS)
def test_standard_input(given_input, content, named):
    given_input(content)
    assert paths(collect("-")) == named


def test_standard_input_beside_files_is_read_once(folder, given_input):
    (folder / "a.txt").write_text(NEWS.format(5))
    given_input(NEWS.format(6).encode())
    assert paths(collect(["in", "-", "-"])) == ["-", "in/a.txt"]


BAD_INPUTS = {
    "too big": (b"5" * 3_000_000, "more than"),
    "broken JSON": (b'{"text": ', "not JSON at line 1"),
    "NUL": (b"five\0", "NUL"),
}


@pytest.mark.parametrize(("content", "reason"), BAD_INPUTS.values(), ids=BAD_INPUTS)
def test_a_standard_input_that_is_no_article_is_unread(given_input, content, reason):
    given_input(content)
    (row,) = collect("-", most_bytes=2 << 20).skipped.to_dict("records")
    assert row["path"] == "-"
    assert row["unread"]
    assert reason in row["reason"]


def test_no_standard_input_is_unread(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert skipped(collect("-")) == {"-": ("there is no standard input", True)}


def test_blocks_are_what_is_collected_in_the_same_order(folder):
    for n in range(30):
        (folder / f"{n:02}.txt").write_text(NEWS.format(n) + " The town is small." * 1_500)
    (folder / "z.jsonl").write_text(lines(*({"text": NEWS.format(n) + " The town is big." * 1_500} for n in range(30))))
    (folder / "bad.txt").write_bytes(b"\0")
    seen = []
    found = list(blocks("in", progress=lambda done, total: seen.append((done, total))))
    assert len(found) > 3
    assert [path for one in found for path in one.documents["path"]] == paths(collect("in"))
    assert sum(len(one.skipped) for one in found) == 1
    assert seen == [(n, 32) for n in range(1, 33)]


def test_a_dateline_without_a_year_waits_for_the_others(folder):
    """It is of the year of those read with it, before or after it; in one block all stand where they stood."""
    (folder / "a.txt").write_text("LUND, March 3 (Nord News) - " + NEWS.format(5))
    (folder / "b.md").write_text("---\ndate: 2024-03-05\n---\n\n" + NEWS.format(6))
    (folder / "c.txt").write_text("LUND, June 3 (Nord News) - " + NEWS.format(7))
    found = collect("in").documents
    assert list(found["path"]) == ["in/a.txt", "in/b.md", "in/c.txt"]
    assert [None if pd.isna(day) else str(day.date()) for day in found["published"]] == [
        "2024-03-03",
        "2024-03-05",
        None,
    ]
    assert list(found["published_from"]) == ["dateline and batch", "front matter", "unknown"]
    assert pd.isna(collect("in/a.txt").documents["published"][0])


def test_those_that_wait_for_a_year_come_last_and_block_by_block(folder):
    for n in range(40):
        day = "LUND, March 3 (Nord News) - " if n % 2 else "LUND, March 4, 2024 (Nord News) - "
        (folder / f"{n:02}.txt").write_text(day + NEWS.format(n) + " The town is small." * 1_500)
    found = list(blocks("in"))
    read = [path for one in found for path in one.documents["path"]]
    assert read == [f"in/{n:02}.txt" for n in (*range(0, 40, 2), *range(1, 40, 2))]
    assert len(found) > 4
    assert all(one.documents["published"].notna().all() for one in found)


def test_its_own_paths_are_handed_down(folder):
    (folder / "a.json").write_text(json.dumps({"inhoud": NEWS.format(5)}))
    assert len(checker.read("in", fields={"text": ["inhoud"]})) == 1
    with pytest.warns(UnreadWarning, match="`inhoud`; name its text in `fields`"):
        assert len(checker.read("in")) == 0


def test_a_smaller_cap_holds(folder):
    (folder / "a.txt").write_text("five " * 300_000)
    with pytest.warns(UnreadWarning, match="files above 1 MB are not read"):
        checker.read("in", max_megabytes=1)
