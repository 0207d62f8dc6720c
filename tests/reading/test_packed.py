"""Packed files: damaged, cut off, bombs and what is no gzip are named; all others are as if they were not packed."""

import gzip
import io
import sys
import tracemalloc
import types

import pytest

from checker.reading import collect
from checker.reading.packed import UnreadableError, type_of, unpacked
from checker.reading.walking import SUFFIXES
from tests.reading.ratio import growth
from tests.reading.told import skipped

NEWS = "The council said on Friday that 5 people were hurt.\n"
MOST = 1 << 20
PACKED = gzip.compress(NEWS.encode() * 200, mtime=0)


def member(content):
    return gzip.compress(content, mtime=0)


REFUSED = {
    "cut off": (PACKED[:-9], "it ends early: fetch it again, it was cut off"),
    "cut in its header": (PACKED[:5], "it ends early"),
    "a checksum that is wrong": (PACKED[:-8] + b"\0\0\0\0" + PACKED[-4:], "the packed data is damaged"),
    "a length that is wrong": (PACKED[:-4] + b"\1\0\0\0", "the packed data is damaged"),
    "bytes turned over": (PACKED[:40] + b"\xff\xff\xff" + PACKED[43:], "damaged"),
    "no gzip": (b"plain words", "no packed data begins here"),
    "words behind it": (PACKED + b"plain words", "no packed data begins here"),
    "a second member cut off": (PACKED + PACKED[:-9], "it ends early"),
    "a bomb": (member(b"\0" * (MOST + 1)), "unpacks to more than 1 MB: not read; split it, or raise `max-megabytes`"),
    "a bomb of many members": (member(b"\0" * 300_000) * 4, "unpacks to more than 1 MB"),
}


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_unpacked_is_named(content, reason):
    with pytest.raises(UnreadableError) as refused:
        unpacked(content, MOST)
    assert reason in str(refused.value)


READ = {
    "one member": (PACKED, NEWS.encode() * 200),
    "two members": (member(b"five ") + member(b"men"), b"five men"),
    "filled up with zeros": (member(b"five men") + b"\0" * 500, b"five men"),
    "nothing": (member(b""), b""),
    "as large as may be": (member(b"\0" * MOST), b"\0" * MOST),
}


@pytest.mark.parametrize(("content", "meant"), READ.values(), ids=READ)
def test_what_is_unpacked(content, meant):
    assert unpacked(content, MOST) == meant


def test_a_bomb_is_not_held():
    bomb = member(b"\0" * (64 << 20))
    tracemalloc.start()
    with pytest.raises(UnreadableError):
        unpacked(bomb, MOST)
    assert tracemalloc.get_traced_memory()[1] < 6 * MOST
    tracemalloc.stop()


def test_very_many_members_take_linear_time():
    assert growth(lambda count: lambda: unpacked(member(b"") * count, MOST), 10_000, times=4) < 10


TYPES = {
    "a.html.gz": (".html", True),
    "a.JSONL.GZ": (".jsonl", True),
    "a.gz": ("", True),
    "a.tar.gz": (".tar", True),
    "a.txt": (".txt", False),
    ".gz": ("", False),
    "a.b/c": ("", False),
}


@pytest.mark.parametrize(("path", "told"), TYPES.items(), ids=TYPES)
def test_the_type_is_told_by_the_name_within(path, told):
    assert type_of(path) == told


def test_a_packed_file_is_read_as_if_it_were_not_packed(folder):
    (folder / "a.md").write_text(f"# Five men\n\n{NEWS}")
    plain = collect("in").documents.drop(columns="path")
    (folder / "a.md.gz").write_bytes(member((folder / "a.md").read_bytes()))
    both = collect("in")
    assert skipped(both) == {"in/a.md.gz": ("same bytes as in/a.md", False)}
    (folder / "a.md").unlink()
    assert collect("in").documents.drop(columns="path").equals(plain)


def test_records_in_a_packed_file_keep_their_names(folder):
    (folder / "a.jsonl.gz").write_bytes(member(f'{{"text": "{NEWS.strip()}"}}\n{{"text":\n'.encode()))
    reading = collect("in")
    assert list(reading.documents["path"]) == ["in/a.jsonl.gz:1"]
    assert skipped(reading)["in/a.jsonl.gz:2"][1]


def test_a_damaged_file_is_unread_and_loses_no_other(folder):
    (folder / "a.txt").write_text(NEWS)
    (folder / "b.txt.gz").write_bytes(PACKED[:-9])
    reading = collect("in")
    assert list(reading.documents["path"]) == ["in/a.txt"]
    reason, is_unread = skipped(reading)["in/b.txt.gz"]
    assert is_unread
    assert reason.startswith("gzip, at byte ")


def test_what_is_packed_and_no_article_is_passed_over_in_a_folder_and_unread_where_named(folder):
    for name in ("a.tar.gz", "b.gz"):
        (folder / name).write_bytes(PACKED)
    assert [unread for _, unread in skipped(collect("in")).values()] == [False, False]
    reason, is_unread = skipped(collect("in/a.tar.gz"))["in/a.tar.gz"]
    assert is_unread
    assert reason.startswith("files of type .tar.gz are not read; read are .atom")


def test_an_empty_file_may_be_packed(folder):
    (folder / "a.txt.gz").write_bytes(member(b""))
    reason, is_unread = skipped(collect("in"))["in/a.txt.gz"]
    assert is_unread
    assert reason.startswith("an empty file")


@pytest.mark.parametrize("content", [NEWS.encode(), b'{"text": "%s"}' % NEWS.strip().encode()], ids=["text", "json"])
def test_standard_input_may_be_packed(monkeypatch, content):
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(member(content)), closed=False))
    assert NEWS.strip() in collect("-").documents["text"][0]


def test_every_type_may_be_packed(folder):
    for suffix in SUFFIXES:
        (folder / f"a{suffix}.gz").write_bytes(b"no gzip")
    found = skipped(collect("in"))
    assert len(found) == len(SUFFIXES)
    archive = found.pop("in/a.warc.gz#1")
    assert archive[0].startswith("no record begins here")
    assert all(reason.startswith("gzip, at byte 0: no packed data") for reason, _ in found.values())
