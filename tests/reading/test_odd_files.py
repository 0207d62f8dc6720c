"""Files that are not what they are named, files of which hardly anything comes, and files that are gone or forbidden."""

import json
import os
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

import checker
from checker.reading import collect, collecting
from checker.reading.decoding import decode
from tests.reading.told import skipped

NEWS = "The council said on Friday that 5 people were hurt.\n"


ODD = {
    "RTF": ("a.txt", "{\\rtf1\\ansi Five men}", "an RTF document"),
    "PDF": ("a.txt", "%PDF-1.4\n1 0 obj", "a PDF document"),
    "a page": ("a.txt", "\n<!DOCTYPE html><html><p>Five men", "name it .html"),
    "a page in Markdown": ("a.md", "<html><p>Five men</p></html>", "name it .html"),
    "XML": ("a.text", '<?xml version="1.0"?><nitf>Five</nitf>', "an XML document"),
    "a mail": ("a.txt", "Received: from x\n by y\nSubject: Fire\n\nFive men", "name it .eml"),
    "a web archive": ("a.txt", "WARC/1.0\r\nFive", "a web archive"),
    "marks alone": ("a.md", "[](" * 900, "no text came out"),
    "rules alone": ("a.txt", "-----\n*****\n", "no text came out"),
    "hardly anything": ("a.md", "Five men.\n\n" + "[a]: https://example.org/a\n" * 900, "only 8 of"),
    "a picture": ("a.md", f"Five men. ![](data:image/png;base64,{'QUJD' * 5_000})", "only"),
}


@pytest.mark.parametrize(("name", "text", "reason"), ODD.values(), ids=ODD)
def test_odd_files_are_unread_and_say_why(folder, name, text, reason):
    (folder / name).write_text(text)
    why, is_unread = skipped(collect("in"))[f"in/{name}"]
    assert is_unread
    assert reason in why


_PAGE = b"<!DOCTYPE html>\n<html><body><p>Five men were hurt in the fire.</p></body></html>"
_MAIL = b"Subject: Fire\nFrom: a@post.example\nDate: Tue, 04 Mar 2031 10:00:00 +0000\nMIME-Version: 1.0\n\nFive men"
_FEED = b'<?xml version="1.0"?>\n<rss version="2.0"><channel><item><title>Five men</title></item></channel></rss>'
_ITEM = b'<?xml version="1.0"?><!-- of a wire --><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><p/></newsItem>'
_WORD = b"PK\x03\x04\x14\x00" + b"\x00" * 20 + b"word/document.xml" + b"\x00" * 20
MISNAMED = {
    "a feed in a page": ("a.html", _FEED, "a feed or a news item: name it .xml"),
    "a feed without a declaration": ("a.xhtml", _FEED.partition(b"\n")[2], "a feed or a news item: name it .xml"),
    "a news item in a page": ("a.htm", _ITEM, "a feed or a news item: name it .xml"),
    "a feed in Markdown": ("a.md", _FEED, "a feed or a news item: name it .xml"),
    "a feed in JSON": ("a.json", _FEED, "a feed or a news item: name it .xml"),
    "a mail in a page": ("a.html", _MAIL, "a mail: name it .eml"),
    "a mail that begins with its subject": ("a.txt", _MAIL, "a mail: name it .eml"),
    "a mail in a feed": ("a.rss", _MAIL, "a mail: name it .eml"),
    "a page in a feed": ("a.rss", _PAGE, "a web page: name it .html"),
    "a page in XML": ("a.xml", _PAGE, "a web page: name it .html"),
    "a page in JSON": ("a.json", _PAGE, "a web page: name it .html"),
    "a page in a mail": ("a.eml", _PAGE, "a web page: name it .html"),
    "a page of two bytes a letter": ("a.txt", _PAGE.decode().encode("utf-16"), "a web page: name it .html"),
    "a page behind a byte order mark": ("a.md", b"\xef\xbb\xbf" + _PAGE, "a web page: name it .html"),
    "a PDF with NUL": ("a.txt", b"%PDF-1.4\n\x00\x00", "a PDF document: name it .pdf"),
    "a PDF in a page": ("a.html", b"%PDF-1.4\n\x00\x00", "a PDF document: name it .pdf"),
    "a PDF in a Word document": ("a.docx", b"%PDF-1.4\n\x00\x00", "a PDF document: name it .pdf"),
    "a PDF in a mail": ("a.eml", b"%PDF-1.4\n\x00\x00", "a PDF document: name it .pdf"),
    "a Word document in a text": ("a.txt", _WORD, "a Word document: name it .docx"),
    "a Word document in a page": ("a.html", _WORD, "a Word document: name it .docx"),
    "a Word document in a PDF": ("a.pdf", _WORD, "a Word document: name it .docx"),
    "a package in a text": ("a.txt", b"PK\x03\x04\x14\x00\x00", "that is no Word document: unpack it"),
    "an old Word document in a text": ("a.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "save it as .docx"),
    "packed": ("a.txt", b"\x1f\x8b\x08\x00\x00", "put .gz behind its name"),
}


@pytest.mark.parametrize(("name", "content", "reason"), MISNAMED.values(), ids=MISNAMED)
def test_a_misnamed_file_is_never_read_as_what_it_is_not_and_its_own_ending_is_told(folder, name, content, reason):
    (folder / name).write_bytes(content)
    why, is_unread = skipped(collect("in"))[f"in/{name}"]
    assert is_unread
    assert why.startswith(f"named {Path(name).suffix}, but ")
    assert reason in why


EVEN = {
    "a text with lines as of a mail": ("a.txt", f"Subject: Fire\nFrom: the council\n\n{NEWS}"),
    "a text about feeds": ("a.txt", f"An RSS feed begins with <rss>. {NEWS}"),
    "a page with a declaration": ("a.xhtml", f'<?xml version="1.0"?><html><body><p>{NEWS * 3}</p></body></html>'),
    "a short note": ("a.txt", "5 dead"),
    "one digit": ("a.txt", "5"),
    "a text about pages": ("a.txt", "<html> is a tag that 5 of 6 pages begin with."[7:]),
    "a picture in an article": ("a.md", f"{NEWS * 9} ![](data:image/png;base64,{'QUJD' * 500})"),
    "very many blanks": ("a.txt", f"{' ' * 500_000}{NEWS}"),
}


@pytest.mark.parametrize(("name", "text"), EVEN.values(), ids=EVEN)
def test_small_and_sparse_files_are_read(folder, name, text):
    (folder / name).write_text(text)
    assert skipped(collect("in")) == {}


def test_little_out_of_much_is_warned_of(folder):
    (folder / "a.md").write_text(NEWS * 9 + "\n" + "[a]: https://example.org/a\n" * 300)
    account = collect("in").documents["account"][0]
    assert account["share"] < 0.2
    assert "little of it is text: look whether it was read well" in account["warnings"]


def test_what_was_cut_is_told(folder):
    (folder / "a.md").write_text(f"---\ntitle: A\n---\n{NEWS}")
    assert collect("in").documents["account"][0]["cut"] == ["front matter: 17 characters"]


ENCODINGS = {
    "UTF-8": ("<p>é".encode(), "utf-8", "by trial"),
    "UTF-8, whatever the page names": ('<meta charset="koi8-r"><p>é'.encode(), "utf-8", "by trial"),
    "a mark": ("\ufeff<p>é".encode("utf-16-be"), "utf-16-be", "byte order mark"),
    "named": ('<html><meta charset="KOI8-R"><p>да'.encode("koi8-r"), "koi8-r", "named in the page"),
    "named in the old way": (
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>да'.encode("cp1251"),
        "cp1251",
        "named in the page",
    ),
    "named by XML": (
        '<?xml version="1.0" encoding="iso-8859-2"?><p>ł'.encode("iso8859-2"),
        "iso8859-2",
        "named in the page",
    ),
    "Latin-1 means Windows": ('<meta charset="iso-8859-1"><p>“é”'.encode("cp1252"), "cp1252", "named in the page"),
    "no encoding of that name": ('<meta charset="utf-7"><p>é'.encode("cp1252"), "cp1252", "fallback"),
    "named too far down": ((" " * 2_000 + '<meta charset="koi8-r"><p>да').encode("koi8-r"), "cp1252", "fallback"),
    "named in a text": ('charset="koi8-r" said é'.encode("cp1252"), "cp1252", "fallback"),
}


@pytest.mark.parametrize(("content", "encoding", "found"), ENCODINGS.values(), ids=ENCODINGS)
def test_how_an_encoding_is_found(content, encoding, found):
    decoded = decode(content)
    assert (decoded.encoding, decoded.found) == (encoding, found)
    assert bool(decoded.warnings) is (found == "fallback")


@pytest.fixture
def open_folder():
    """A folder that every user may enter, as pytest's own is not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        (folder / "in" / "c").chmod(0o755)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no such users here")
def test_a_file_that_may_not_be_read_is_unread(open_folder):
    for name, text in (("a.txt", NEWS), ("b.txt", NEWS + "Six."), ("c/d.txt", NEWS + "Seven.")):
        path = open_folder / "in" / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text)
    (open_folder / "in" / "b.txt").chmod(0)
    (open_folder / "in" / "c").chmod(0)
    assert _read_as_nobody(open_folder) == {
        "in/b.txt": ["cannot be read: permission denied", True],
        "in/c": ["cannot be read: permission denied", True],
    }


def _read_as_nobody(folder):
    """What is skipped for a user who owns nothing: root, who may read everything, becomes another one first."""
    code = """
        import json, os
        from checker.reading import collect
        os.geteuid() or (os.setgid(65534), os.setuid(65534))
        print(json.dumps({row.path: (row.reason, row.unread) for row in collect("in").skipped.itertuples()}))
    """
    words = [sys.executable, "-c", textwrap.dedent(code)]
    ran = subprocess.run(words, check=True, capture_output=True, text=True, cwd=folder)
    return json.loads(ran.stdout)


def test_an_open_that_is_refused_is_unread(folder, monkeypatch):
    (folder / "a.txt").write_text(NEWS)

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert skipped(collect("in")) == {"in/a.txt": ("cannot be read: permission denied", True)}


def test_files_that_vanish_in_the_middle_of_a_run_are_named_and_the_others_read(folder):
    for name in "abcd":
        (folder / f"{name}.txt").write_text(f"{NEWS} {name}")

    def vanish(_doing, done, _total):
        if done == 1:
            (folder / "b.txt").unlink()
            (folder / "c.txt").unlink()
            (folder / "c.txt").mkdir()

    report = checker.report("in", progress=vanish)
    assert list(report.documents["path"]) == ["in/a.txt", "in/d.txt"]
    assert skipped(report) == {
        "in/b.txt": ("cannot be read: no such file or directory", True),
        "in/c.txt": ("cannot be read: is a directory", True),
    }
    assert report.exit_code == 3


def test_an_unforeseen_error_loses_one_file(folder, monkeypatch):
    for name in "abc":
        (folder / f"{name}.txt").write_text(f"{NEWS} {name}")
    whole = collecting.article

    def fail(draft):
        if draft.text.endswith("b"):
            raise RuntimeError("by design")
        return whole(draft)

    monkeypatch.setattr(collecting, "article", fail)
    reading = collect("in")
    assert list(reading.documents["path"]) == ["in/a.txt", "in/c.txt"]
    assert skipped(reading)["in/b.txt"] == (
        "could not be read (RuntimeError: by design): a fault of checker, please report it",
        True,
    )
