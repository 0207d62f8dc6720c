"""Files and folders: each is read, folded, passed over or named; none is lost."""

import datetime as dt
import hashlib
import os

import pytest

import checker
from checker.reading import READERS, UnreadWarning, collect
from checker.reading.loading import MOST_BYTES
from checker.tables import DOCUMENTS, SKIPPED, validate
from tests.reading.told import paths, skipped

NEWS = "The council said on Friday that 5 people were hurt.\n"


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_folder_is_walked_in_order_and_hidden_files_are_passed_over(folder):
    for name in ("b.txt", "a/c.md", "a.text", ".hidden.txt", ".git/d.txt"):
        write(folder, name, NEWS + name)
    reading = collect(["in/"])
    assert paths(reading) == ["in/a.text", "in/a/c.md", "in/b.txt"]
    assert len(reading.skipped) == 0
    validate(DOCUMENTS, reading.documents)
    validate(SKIPPED, reading.skipped)


def test_an_id_is_the_digest_of_the_bytes(folder):
    write(folder, "a.txt", NEWS)
    assert list(collect("in").documents["id"]) == [hashlib.sha256(NEWS.encode()).hexdigest()[:12]]


def test_the_order_of_paths_does_not_matter(folder):
    write(folder, "a.txt", NEWS + "a")
    write(folder, "b.txt", NEWS + "b")
    one, other = collect(["in/a.txt", "in/b.txt"]), collect(["in/b.txt", "in", "in/a.txt"])
    assert one.documents.equals(other.documents)
    assert len(other.skipped) == 0


def test_one_file_under_two_names_is_one_document_whatever_their_order(folder):
    path = write(folder, "a.txt", NEWS)
    assert paths(collect(["in", path])) == paths(collect([path, "in"])) == [path.as_posix()]
    assert paths(collect(["in", "./in/"])) == ["in/a.txt"]


def test_only_equal_bytes_are_folded(folder):
    write(folder, "a.txt", NEWS)
    write(folder, "b.txt", NEWS)
    write(folder, "c.txt", NEWS + " ")
    reading = collect("in")
    assert paths(reading) == ["in/a.txt", "in/c.txt"]
    assert skipped(reading) == {"in/b.txt": ("same bytes as in/a.txt", False)}


def test_an_unknown_type_is_unread_only_where_it_is_named(folder):
    write(folder, "a.xyz", NEWS)
    write(folder, "b.TXT", NEWS)
    assert not skipped(collect("in"))["in/a.xyz"][1]
    assert skipped(collect("in/a.xyz"))["in/a.xyz"][1]
    assert paths(collect("in")) == ["in/b.TXT"]


def test_a_hidden_file_is_read_where_it_is_named(folder):
    write(folder, ".a.txt", NEWS)
    assert paths(collect("in/.a.txt")) == ["in/.a.txt"]


def test_a_path_that_does_not_exist_stops_before_reading(folder):
    write(folder, "a.txt", NEWS)
    with pytest.raises(FileNotFoundError, match=r"in/b\.txt"):
        collect(["in/a.txt", "in/b.txt"])


UNREAD = {
    "nul bytes": (b"five\0six", "NUL"),
    "control characters": (b"five\x01\x02\x03 six", "control"),
    "nothing but blanks": (b" \n\t\n ", "no text"),
    "nothing but marks": (b"[a]: http://x.org/\n", "no text"),
    "broken UTF-16": (b"\xff\xfef\0i", "utf-16"),
    "neither encoding": (b"five \x81\x8d\xff six", "cp1252"),
}


@pytest.mark.parametrize(("content", "reason"), UNREAD.values(), ids=UNREAD)
def test_what_is_no_text_is_unread_and_says_why(folder, content, reason):
    write(folder, "a.md", content)
    why, is_unread = skipped(collect("in"))["in/a.md"]
    assert is_unread
    assert reason in why


def test_an_empty_file_is_unread(folder):
    """What a full disk or a broken upload leaves behind: an article that is not there must not pass."""
    write(folder, "a.txt", b"")
    ((path, (reason, is_unread)),) = skipped(collect("in")).items()
    assert (path, is_unread) == ("in/a.txt", True)
    assert reason.startswith("an empty file")


def test_too_big_a_file_is_unread(folder):
    with write(folder, "a.txt", NEWS).open("r+b") as file:
        file.truncate(MOST_BYTES + 1)
    assert "20 MB" in skipped(collect("in"))["in/a.txt"][0]


ENCODINGS = {
    "UTF-8": ("£5 – “five”\r\n".encode(), "utf-8", []),
    "byte order mark": ("£5 – “five”\r\n".encode("utf-8-sig"), "utf-8", []),
    "UTF-16": ("\ufeff£5 – “five”\r\n".encode("utf-16-le"), "utf-16-le", []),
    "Windows": ("£5 – “five”\r\n".encode("cp1252"), "cp1252", ["not UTF-8 at byte 0: read as Windows-1252"]),
}


@pytest.mark.parametrize(("content", "encoding", "warnings"), ENCODINGS.values(), ids=ENCODINGS)
def test_encodings(folder, content, encoding, warnings):
    write(folder, "a.txt", content)
    document = collect("in").documents.iloc[0]
    account = document["account"]
    assert document["text"] == "£5 – “five”\r\n"
    assert (account["encoding"], account["warnings"], account["bytes"]) == (encoding, warnings, len(content))
    assert account["characters"] == account["kept"] == 13


def test_special_files_are_named_and_never_waited_for(folder):
    write(folder, "a.txt", NEWS)
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "link.txt").symlink_to(folder / "a.txt")
    (folder / "round").symlink_to(folder)
    found = skipped(collect("in"))
    assert {path: unread for path, (_, unread) in found.items()} == {
        "in/pipe.txt": True,
        "in/loop.txt": True,
        "in/link.txt": True,
        "in/round": False,
    }
    assert paths(collect("in")) == ["in/a.txt"]


def test_named_special_files(folder):
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "link.txt").symlink_to(write(folder, "a.txt", NEWS))
    assert skipped(collect(["in/pipe.txt"]))["in/pipe.txt"][1]
    assert skipped(collect(["in/loop.txt"]))["in/loop.txt"][1]
    assert paths(collect(["in/link.txt"])) == ["in/link.txt"]


def test_a_file_that_vanishes_is_unread(folder, monkeypatch):
    path = write(folder, "a.txt", NEWS)
    real = os.open

    def vanish(name, *rest):
        path.unlink(missing_ok=True)
        return real(name, *rest)

    monkeypatch.setattr(os, "open", vanish)
    assert skipped(collect("in"))["in/a.txt"] == ("cannot be read: no such file or directory", True)


def test_a_file_that_grows_is_unread(folder, monkeypatch):
    path = write(folder, "a.txt", NEWS)
    real = os.fstat

    def grow(descriptor):
        status = real(descriptor)
        path.write_text(NEWS * 2)
        return status

    monkeypatch.setattr(os, "fstat", grow)
    assert "changed" in skipped(collect("in"))["in/a.txt"][0]


def test_a_deep_folder_is_walked(folder):
    deep = folder.joinpath(*["d"] * 150)
    write(deep, "a.txt", NEWS)
    assert len(collect("in").documents) == 1


def test_a_name_that_is_no_utf8_is_shown(folder):
    name = os.fsencode(folder) + b"/caf\xe9.txt"
    with open(name, "wb") as file:  # noqa: PTH123 - pathlib takes no bytes
        file.write(NEWS.encode())
    assert paths(collect("in")) == ["in/caf\\xe9.txt"]


def test_the_flag_wins_over_what_the_article_says(folder):
    write(folder, "a.txt", f"February 11, 2025\n\n{NEWS}")
    document = collect("in", published=dt.date(2025, 3, 1)).documents.iloc[0]
    assert (str(document["published"].date()), document["published_from"]) == ("2025-03-01", "flag")


def test_the_public_verb_warns_of_what_it_did_not_read(folder):
    write(folder, "a.txt", NEWS)
    write(folder, "b.txt", b"\0")
    with pytest.warns(UnreadWarning, match="in/b.txt: holds NUL"):
        documents = checker.read(["in"])
    assert len(documents) == 1


def test_suffixes_are_lower_case():
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in READERS)
