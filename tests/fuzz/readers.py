"""The readers: a file of any type gives articles whose places lead into the original, or is told as unread."""

import hashlib
import json
import zlib
from itertools import pairwise
from unittest import mock

from checker.reading import collecting
from checker.reading.decoding import UnreadableError
from checker.reading.pdf import child
from checker.reading.records.fields import merged
from tests.fuzz.language import TEXTS
from tests.fuzz.target import HOSTILE, Target, pieces
from tests.reading import archives, pdfs, word

_MOST = 1 << 20
_HTML = pieces(
    '<!DOCTYPE html>|<html>|<head>|<title>|</title>|<meta charset="utf-16">|<meta property="article:published_time" content="2024-02-30">|<body>|<p>|</p>|<div>|<br>|<table><tr><td>|</table>|<script>|</script>|<style>|<!--|-->|<![CDATA[|]]>|&amp;|&#0;|&#x110000;|&#55296;|&nbsp|<svg>|<math>|<template>|<plaintext>|<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"x"}|<a href="|">|<|>|/|\'|"|=|</|<h1>|<figcaption>|<del>|<pre>|<noscript>|<textarea>',
    "|",
)
_MARKDOWN = pieces(
    "---\n|title: x\n|date: 2024-02-30\n|# |## |> |- |1. |* |_|`|```\n|~~~|[a](b)|![a](b)|<b>|&amp;|\\|\n\n|***|\n|[^1]: |<!--|-->|\tx|    x|<div>|===\n|---\n|<http://a>",
    "|",
)
_JSON = pieces(
    '{ } [ ] , : " \\ \\u \\ud800 \\udc00 \\n null true false -0 1e999 NaN "text" "body" "title" "url" "date" "articles" "content" "@graph" "id" ﻿ \n'
)
_XML = pieces(
    "<?xml version='1.0'?>|<!DOCTYPE a [<!ENTITY b 'c'>]>|&b;|<rss>|</rss>|<channel>|<item>|</item>|<title>|</title>|<description>|</description>|<content:encoded>|<![CDATA[|]]>|<pubDate>Tue, 30 Feb 2024 25:00:00 GMT</pubDate>|<feed xmlns='http://www.w3.org/2005/Atom'>|<entry>|</entry>|<content type='xhtml'>|<summary>|<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>|<nitf>|<body.content>|<p>|</p>|&#x0;|&lt;|xmlns:a='|'|<|>|/|<!--|-->|<?|?>",
    "|",
)
_MAIL = pieces(
    'From: a@b\r\n|Subject: =?utf-8?B?|?=\r\n|=?iso-8859-1?Q?=E9|Date: Tue, 30 Feb 2024 25:00:00 +9999\r\n|MIME-Version: 1.0\r\n|Content-Type: multipart/alternative; boundary=b\r\n|Content-Type: text/html; charset=none\r\n|Content-Type: message/rfc822\r\n|Content-Transfer-Encoding: base64\r\n|Content-Transfer-Encoding: quoted-printable\r\n|\r\n|--b\r\n|--b--\r\n|=E9|=\r\n|> |-- \r\n|QUJD|boundary*0="|;|:| ',
    "|",
)
_WARC = pieces(
    "WARC/1.0\r\n|WARC/1.1\r\n|WARC-Type: response\r\n|WARC-Type: conversion\r\n|Content-Length: 5\r\n|Content-Length: -1\r\n|Content-Length: 99999999999999999999\r\n|WARC-Target-URI: http://a.example/\r\n|HTTP/1.1 200 OK\r\n|Transfer-Encoding: chunked\r\n|Content-Encoding: gzip\r\n|Content-Type: text/html\r\n|\r\n\r\n|\r\n|0\r\n|ffffffffff\r\n|<p>",
    "|",
)
_PDF = pieces(
    "obj|endobj|stream|endstream|xref|trailer|startxref|%%EOF|<<|>>|[|]|/Kids|/Parent|/Length|/Filter|/FlateDecode|/Type /Page|/Contents|/Encoding|/ToUnicode|1 0 R|2 0 R|9 9 R|0|-1|99999999999|(|)|BT|ET|Tj|TJ|Tf|Td|Do|BI|cm|q|Q",
    "|",
)
_OFFICE = pieces(
    "<w:p>|</w:p>|<w:r>|</w:r>|<w:t>|</w:t>|<w:tbl>|<w:tr>|<w:tc>|</w:tc>|<w:del>|<w:ins>|<w:footnoteReference w:id='1'/>|<w:fldChar w:fldCharType='begin'/>|<w:instrText>|<w:sdt>|<mc:AlternateContent>|<w:sym w:char='F0'/>|<!DOCTYPE a>|&a;|<|>|&amp;|w:val=''|<w:br/>|<w:tab/>",
    "|",
)
# fmt: on
TEXT = TEXTS[0]


def _documents(suffix: str, content: bytes) -> list[dict[str, object]]:
    """The rows of a file of that type, as collecting makes them; unforeseen exceptions come through."""
    shelf = collecting._Shelf(None, merged(None), _MOST)
    try:
        for _ in collecting._read_content(shelf, (f"a{suffix}", suffix), content, hashlib.sha256(content).digest()):
            pass
    except UnreadableError as error:
        assert str(error).strip()
        return []
    assert shelf.documents or shelf.skipped, "neither read nor told"
    return shelf.documents


def _reader(suffix: str):
    def run(content: bytes) -> None:
        for document in _documents(suffix, content) if content else ():
            text, offsets = document["text"], document["offsets"]
            assert text.strip()
            assert all(one <= other for one, other in pairwise(offsets[::2])), "places in the text rise"
            assert min(offsets, default=0) >= 0
            assert not any("\ud800" <= character <= "\udfff" for character in text)

    return run


def docx(content: bytes) -> None:
    """A package whose bytes are spoilt, or a whole one around spoilt markup."""
    whole = content if content.startswith(b"PK") else word.package({**_PARTS, "word/document.xml": content})
    _reader(".docx")(whole)


_PARTS = {"_rels/.rels": word.relations(officeDocument="word/document.xml")}


def pdf(content: bytes) -> None:
    """What the child does, in this process; what it raises is caught by its `main` and told by the parent."""
    try:
        told = child.read(content)
    except Exception as error:
        told = {"fault": f"{type(error).__name__}: {child._short(error)}", "pages": []}
    if told["fault"]:
        return
    with mock.patch("checker.reading.pdf.document.taken_out", lambda _: json.loads(json.dumps(told))):
        _reader(".pdf")(content)


_PAGE = f"<!DOCTYPE html><html><head><title>Flood</title></head><body><article><h1>Flood</h1><p>{TEXT}</p></article></body></html>".encode()
_FEED = f"<rss version='2.0'><channel><title>N</title><item><title>Flood</title><description>{TEXT}</description></item></channel></rss>".encode()
_ATOM = f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Flood</title><content type='html'>{TEXT}</content></entry></feed>".encode()
_LETTER = f"From: a@b.example\r\nSubject: Flood\r\nDate: Tue, 4 Mar 2025 10:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{TEXT}\r\n".encode()
_PARTED = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>"
    + TEXT.encode()
    + b"</p>\r\n--b--\r\n"
)
_RECORD = json.dumps({"title": "Flood", "url": "http://a.example/", "date": "2025-03-04", "text": TEXT}).encode()

TARGETS = {
    "reader of html": Target(_reader(".html"), (_PAGE, f"<p>{TEXT}".encode()), (*_HTML, *HOSTILE), 120),
    "reader of markdown": Target(_reader(".md"), (f"---\ntitle: Flood\n---\n# Flood\n\n{TEXT}\n".encode(),), (*_MARKDOWN, *HOSTILE), 200),
    "reader of text": Target(_reader(".txt"), (TEXT.encode(),), HOSTILE, 200),
    "reader of json": Target(_reader(".json"), (_RECORD, b"[" + _RECORD + b"]"), (*_JSON, *HOSTILE), 200),
    "reader of json lines": Target(_reader(".jsonl"), (_RECORD + b"\n" + _RECORD[:-1] + b', "id": 2}',), (*_JSON, *HOSTILE), 200),
    "reader of xml": Target(_reader(".xml"), (_FEED, _ATOM), (*_XML, *HOSTILE), 200),
    "reader of mails": Target(_reader(".eml"), (_LETTER, _PARTED), (*_MAIL, *HOSTILE), 200),
    "reader of word": Target(docx, (word.body(word.paragraph(word.run(TEXT))).encode(), word.document(word.paragraph(word.run(TEXT)))), (*_OFFICE, *HOSTILE), 200),
    "reader of warc": Target(_reader(".warc"), (archives.response(TEXT), zlib.compress(archives.response(TEXT), wbits=31)), (*_WARC, *HOSTILE), 100),
    "reader of pdf": Target(pdf, (pdfs.pdf(pdfs.lines([TEXT[:60], TEXT[60:]])),), (*_PDF, *HOSTILE), 100),
}  # fmt: skip
