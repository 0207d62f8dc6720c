"""Web archives: broken records are named by number and lose no other; what is no page is counted."""

import gzip
import io
import random
import sys
import types
import zlib

import pytest

from checker.reading import collect
from checker.reading.formats import warc
from checker.reading.warc.records import records
from tests.reading.archives import answer, page, record, response
from tests.reading.ratio import growth

MOST = 1 << 20
ONE = "Five men were hurt in Leeds on Friday, the police said in a statement on Saturday."
TWO = "Six men were hurt in York on Sunday, the police said in a statement on Monday morning."
GOOD = response(TWO, "http://news.example/two")
PAGE = page(ONE)


def told(content):
    """Name and text or reason of every part."""
    return [(part.name, part.draft.text if part.draft else part.reason) for part in warc.read(content, MOST)]


def packed(*members):
    return b"".join(gzip.compress(member, mtime=0) for member in members)


def encoded(body, name):
    return record("response", answer(body, b"Content-Type: text/html\r\nContent-Encoding: %s\r\n" % name.encode()))


def chunked(body):
    return record("response", answer(body, b"Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"))


# An archive with something broken and a good record behind it -> number of the broken one, what is said of it.
BROKEN = {
    "rubbish between": (b"rubbish\r\nmore of it\r\n\r\n", "#1", "no record begins here (WARC/1.0 or 1.1)"),
    "no length": (
        response(ONE).replace(b"Content-Length", b"X-Length"),
        "#1",
        "its length is none: Content-Length is ''",
    ),
    "a negative length": (record("response", answer(PAGE), length=-5), "#1", "Content-Length is '-5'"),
    "an endless length": (record("response", answer(PAGE), length=10**40), "#1", "its length is none"),
    "a length in another script": (
        response(ONE).replace(b"Content-Length: ", "Content-Length: ٣".encode()),
        "#1",
        "its length is none",
    ),
    "too short a length": (record("response", answer(PAGE), length=60), "#1", "it does not end where its length says"),
    "a large record": (record("response", answer(b"x" * (MOST + 1))), "#1", "1 MB: records above 1 MB are not read"),
    "a header without end": (b"WARC/1.0\r\n" + b"A: b\r\n" * 300, "#1", "its header has more than 200 lines"),
    "no answer": (record("response", b"<html>Five men"), "#1", "no answer of a web server (HTTP) stands in it"),
    "a page cut off": (
        record("response", answer(PAGE, b"Content-Type: text/html\r\nContent-Length: 9999\r\n")),
        "#1",
        "bytes of the page are missing: it was cut off (http://news.example/a)",
    ),
    "a chunk cut off": (chunked(b"50\r\n<p>Five"), "#1", "the page was cut off, or its chunk at byte"),
    "a chunk that is none": (chunked(b"5\r\n<p>Fi\r\nzz\r\n"), "#1", "its chunk at byte 10 is damaged"),
    "a packed page cut off": (encoded(gzip.compress(PAGE)[:-12], "gzip"), "#1", "the packed page ends early"),
    "a packed page damaged": (
        encoded(b"\x1f\x8b\x08" + b"\xff" * 50, "gzip"),
        "#1",
        "the page is damaged, or not packed",
    ),
    "a bomb": (encoded(gzip.compress(b"\0" * (MOST + 1)), "gzip"), "#1", "the page unpacks to more than 1 MB"),
    "a packing that is not read": (encoded(PAGE, "br"), "#1", "packed as 'br', which is not read"),
    "no text": (record("response", answer(b"\0\0\0 five")), "#1", "holds NUL bytes"),
    "no article": (record("response", answer(b"<html><script>five()</script></html>")), "#1", "no article found"),
}


@pytest.mark.parametrize(("piece", "name", "reason"), BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("is_packed", [False, True], ids=["plain", "packed"])
def test_a_broken_record_is_named_and_loses_no_other(piece, name, reason, is_packed):
    found = told(packed(piece, GOOD) if is_packed else piece + GOOD)
    assert found[0][0] == name
    assert reason in found[0][1]
    assert TWO in found[-1][1]
    assert len(found) == 2


CUT = {
    "plain, in a page": (GOOD + response(ONE)[:-60], "bytes of it are missing: the file was cut off"),
    "plain, in a header": (GOOD + response(ONE)[:40], "its header does not end: the file was cut off"),
    "packed": (packed(GOOD, response(ONE))[:-20], "it ends early: fetch it again, it was cut off"),
    "packed as one": (packed(GOOD + response(ONE))[:-40], "it ends early"),
    "a checksum": (packed(GOOD) + packed(response(ONE))[:-8] + b"\0" * 8, "the packed data is damaged"),
}


@pytest.mark.parametrize(("content", "reason"), CUT.values(), ids=CUT)
def test_an_archive_that_was_cut_off_is_read_as_far_as_it_goes(content, reason):
    found = told(content)
    assert TWO in found[0][1]
    assert found[1][0] == "#2"
    assert reason in found[1][1]


def test_a_damaged_member_loses_no_other():
    first, second = packed(response(ONE)), packed(GOOD)
    damaged = first[:100] + b"\xff\xff\xff\xff" + first[104:]
    (one, why), (two, text) = told(damaged + second)
    assert (one, two) == ("#1", "#2")
    assert "gzip, at byte" in why
    assert TWO in text
    checked_by_its_end = first[:-8] + b"\0" * 8
    assert [name for name, text in told(checked_by_its_end + second) if TWO in text] == ["#2"]


def test_an_archive_that_unpacks_without_end_is_cut_and_told():
    bomb = packed(record("response", b"\0" * (60 * MOST)))
    assert len(bomb) < MOST
    found = told(bomb + packed(GOOD))
    assert "unpacks to more than 100 times its size" in found[-1][1]
    dice = random.Random(5)  # noqa: S311 - no secret
    thin = b"".join(dice.randbytes(20) + bytes(980) for _ in range(60 * MOST // 1_000))
    found = told(packed(record("response", thin)) + packed(GOOD))
    assert "unpacks to more than 50 MB: not read; split it" in found[-1][1]


PASSED_OVER = {
    "a request": (record("request", b"GET / HTTP/1.1\r\n\r\n"), "1 request"),
    "facts on the archive": (record("warcinfo", b"software: x\r\n"), "1 warcinfo"),
    "a page seen before": (record("revisit", answer(b"")), "1 revisit"),
    "a picture": (record("response", answer(b"\xff\xd8", b"Content-Type: image/jpeg\r\n")), "1 image/jpeg"),
    "a page that is gone": (record("response", answer(PAGE, status=b"404 Not Found")), "1 answers 404"),
    "a page elsewhere": (record("response", answer(b"", status=b"301 Moved")), "1 answers 301"),
    "a name that was looked up": (
        record("response", b"20240306 news.example", "dns:news.example"),
        "1 not from the web",
    ),
    "nothing": (record("response", answer(b" ")), "1 empty"),
}


@pytest.mark.parametrize(("piece", "words"), PASSED_OVER.values(), ids=PASSED_OVER)
def test_what_is_no_page_is_counted(piece, words):
    parts = list(warc.read(piece + GOOD, MOST))
    assert [part.name for part in parts] == ["#2", ""]
    assert parts[1].reason == f"records that hold no page are passed over: {words}"
    assert not parts[1].is_unread


PAGES = {
    "plain": response(ONE),
    "version 1.1": response(ONE).replace(b"WARC/1.0", b"WARC/1.1"),
    "gzip": encoded(gzip.compress(PAGE), "gzip"),
    "deflate": encoded(zlib.compress(PAGE), "deflate"),
    "deflate without a header": encoded(zlib.compress(PAGE)[2:-4], "deflate"),
    "unpacked, the header kept": encoded(PAGE, "gzip"),
    "chunks": chunked(b"%x\r\n%s\r\n%x;a=b\r\n%s\r\n0\r\n\r\n" % (20, PAGE[:20], len(PAGE) - 20, PAGE[20:])),
    "chunks joined, the header kept": chunked(PAGE),
    "a type in capitals": record("response", answer(PAGE, b"CONTENT-TYPE: Text/HTML\r\n")),
    "no type": record("response", answer(PAGE, b"")),
    "a resource": record("resource", PAGE, headers=b"Content-Type: text/html\r\n"),
    "words alone": record("conversion", ONE.encode(), headers=b"Content-Type: text/plain\r\n"),
}


@pytest.mark.parametrize("content", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("is_packed", [False, True], ids=["plain", "packed"])
def test_pages_are_read(content, is_packed):
    (found,) = told(packed(content) if is_packed else content)
    assert found[0] == "#1"
    assert ONE in found[1]


def test_the_encoding_that_a_server_names_counts_where_nothing_else_tells():
    words = "Пять человек пострадали в Риге в пятницу, сообщила полиция города в субботу утром."
    body = page(words).decode().encode("cp1251")
    for headers in (
        b"Content-Type: text/html; charset=windows-1251\r\n",
        b'Content-Type: text/html;charset="Windows-1251"\r\n',
    ):
        ((_, text),) = told(record("response", answer(body, headers)))
        assert words in text
    ((_, text),) = told(record("response", answer(page(words), b"Content-Type: text/html; charset=iso-8859-1\r\n")))
    assert words in text


def test_documents_of_an_archive(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    other = response(ONE, "http://news.example/2024/03/07/fire")
    (tmp_path / "a.warc.gz").write_bytes(packed(GOOD, response(TWO, "http://news.example/copy"), other))
    reading = collect("a.warc.gz")
    first, second = reading.documents.to_dict("records")
    assert (first["path"], first["url"], first["outlet"]) == ("a.warc.gz#1", "http://news.example/two", "news.example")
    assert (str(second["published"].date()), second["published_from"]) == ("2024-03-07", "url")
    assert first["locators"] == [[0, "record 1"]]
    assert first["account"]["format"] == "html"
    assert reading.skipped.to_dict("records") == [
        {"path": "a.warc.gz#2", "reason": "same bytes as a.warc.gz#1", "unread": False}
    ]


def test_standard_input_may_be_an_archive(monkeypatch):
    for content in (GOOD, packed(GOOD)):
        monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(content), closed=False))
        assert list(collect("-").documents["path"]) == ["-#1"]


HOSTILE = {
    "begins of records": b"WARC/1.0\r\n",
    "headers": b"WARC/1.0\r\nA: b\r\n\r\n",
    "one long line": b"x" * 100,
    "line ends": b"\r\n",
    "begins of packed data": b"\x1f\x8b\x08",
    "records without a block": b"WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
    "chunks": b"1\r\nx\r\n",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_archives_take_linear_time(piece):
    def work(size):
        content = piece * (size // len(piece))
        given = (content, chunked(content), packed(b"a")[:-8] + content)
        return lambda: [len(list(warc.read(one, 4 * MOST))) for one in given]

    assert growth(work, 200_000, times=4) < 10


def test_any_bytes_end_in_records_or_words():
    dice = random.Random(5)  # noqa: S311 - no secret
    whole = packed(response(ONE), GOOD)
    plain = response(ONE) + GOOD
    for _ in range(150):
        for content in (bytearray(whole), bytearray(plain)):
            for _ in range(dice.randint(1, 6)):
                content[dice.randrange(len(content))] = dice.randrange(256)
            del content[dice.randrange(len(content)) : dice.randrange(len(content))]
            list(warc.read(bytes(content), MOST))
            numbers = [one.number for one in records(bytes(content), MOST, 4 * MOST)]
            assert numbers == sorted(set(numbers))
