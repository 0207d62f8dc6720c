"""Formats broken, nested, or used against their reader. Name -> file, content, what must become of it."""

import json
import struct
import zlib

from tests.reading import archives, pdfs, word
from tests.torture.hostile.contents import READ, UNREAD, WORDS
from tests.torture.hostile.packing import gz

_RECORD = {"title": "Fire", "text": WORDS}
_FEED = '<?xml version="1.0"?>{}<rss version="2.0"><channel><title>N</title>{}</channel></rss>'
_ENTRY = f"<item><title>Fire</title><description>{WORDS}</description></item>"
_ATTRIBUTES = " ".join(f'a{n}=""' for n in range(20_000))
_NAMESPACES = " ".join(f'xmlns:a{n}="u"' for n in range(9_000))
_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))

JSON = {
    "nested lists": ("x.json", "[" * 100_000, UNREAD),
    "nested and closed lists": ("x.json", "[" * 50_000 + "]" * 50_000, UNREAD),
    "nested objects": ("x.json", '{"a":' * 50_000 + "1" + "}" * 50_000, UNREAD),
    "a long number": ("x.json", json.dumps(_RECORD)[:-1] + ', "n": ' + "9" * 200_000 + "}", READ),
    "a large exponent": ("x.json", json.dumps(_RECORD)[:-1] + ', "n": 1e999999999}', READ),
    "no number": ("x.json", '{"text": NaN}', UNREAD),
    "an open string": ("x.json", '{"text": "' + WORDS.strip(), UNREAD),
    "a control in a string": ("x.json", '{"text": "five\x01people"}', UNREAD),
    "an escape cut off": ("x.json", '{"text": "five \\u00"}', UNREAD),
    "NUL as an escape": ("x.json", '{"text": "Five \\u0000 people were hurt in the fire."}', READ),
    "half a pair as an escape": ("x.json", '{"text": "Five \\ud83d people were hurt in the fire."}', READ),
    "no article": ("x.json", '{"price": 5}', UNREAD),
    "a number": ("x.json", "5", UNREAD),
    "null": ("x.json", "null", UNREAD),
    "an empty object": ("x.json", "{}", UNREAD),
    "an empty text": ("x.json", '{"text": ""}', UNREAD),
    "a text that is none": ("x.json", '{"text": {"a": 5}, "title": 7}', UNREAD),
    "a text that is null": ("x.json", '{"text": null}', UNREAD),
    "two values": ("x.json", json.dumps(_RECORD) + json.dumps(_RECORD), UNREAD),
    "a comma too many": ("x.json", '[{"text": "Five men."},]', UNREAD),
    "a comment": ("x.json", '// five\n{"text": "Five men."}', UNREAD),
    "the same key twice": ("x.json", '{"text": "Five men were hurt.", "text": "Six men were hurt."}', READ),
    "a key of Python's": ("x.json", '{"__proto__": {"x": 5}, "text": "Five men were hurt."}', READ),
    "a key of 100 kB": ("x.json", json.dumps({"k" * 100_000: 1} | _RECORD), READ),
    "a list with one that is none": ("x.json", json.dumps([_RECORD, 5, {"x": 1}]), UNREAD),
    "a line cut off": ("x.jsonl", json.dumps(_RECORD) + "\n" + json.dumps(_RECORD)[:30], UNREAD),
    "a line of noise": ("x.jsonl", json.dumps(_RECORD) + "\n\x02\x03{\n", UNREAD),
    "a line of nested lists": ("x.jsonl", json.dumps(_RECORD) + "\n" + "[" * 60_000 + "\n", UNREAD),
    "lines ended otherwise": ("x.jsonl", (json.dumps(_RECORD) + "\r\n") * 3, READ),
    "HTML in it that is none": ("x.json", json.dumps({"title": "a", "html": "<" * 9_000}), UNREAD),
}
XML = {
    "entities that multiply": (
        "x.xml",
        _FEED.format(f'<!DOCTYPE r [<!ENTITY a0 "5 men">{_LAUGHS}]>', "<item><title>&a9;</title></item>"),
        UNREAD,
    ),
    "one entity many times": (
        "x.xml",
        _FEED.format(f'<!DOCTYPE r [<!ENTITY a "{"5" * 9_000}">]>', f"<item><title>{'&a;' * 9_000}</title></item>"),
        UNREAD,
    ),
    "a file as entity": (
        "x.xml",
        _FEED.format('<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/hostname">]>', "<item><title>&f;</title></item>"),
        UNREAD,
    ),
    "an address as entity": (
        "x.xml",
        _FEED.format('<!DOCTYPE r [<!ENTITY % f SYSTEM "http://127.0.0.1:9/a"> %f;]>', "<item><title>5</title></item>"),
        UNREAD,
    ),
    "nested elements": ("x.xml", _FEED.format("", "<item>" + "<a>" * 60_000), UNREAD),
    "nested and closed elements": (
        "x.xml",
        _FEED.format(
            "", f"<item><title>Five</title><description>{'<b>' * 20_000}{'</b>' * 20_000}</description></item>"
        ),
        UNREAD,
    ),
    "an entry that breaks": (
        "x.rss",
        _FEED.format("", f"{_ENTRY}<item><title>&nix;</title></item><item><b></item>{_ENTRY}"),
        UNREAD,
    ),
    "cut off": ("x.rss", _FEED.format("", _ENTRY * 3)[:-60], UNREAD),
    "an encoding that is none": ("x.xml", _FEED.replace('"1.0"', '"1.0" encoding="x-none"').format("", _ENTRY), READ),
    "an encoding that lies": ("x.xml", _FEED.replace('"1.0"', '"1.0" encoding="utf-16"').format("", _ENTRY), READ),
    "a character that is none": (
        "x.xml",
        _FEED.format("", "<item><title>Five &#0; &#xD800; men</title></item>"),
        UNREAD,
    ),
    "many attributes": (
        "x.xml",
        _FEED.format("", f"<item {_ATTRIBUTES}><title>Five men were hurt</title></item>"),
        READ,
    ),
    "many namespaces": (
        "x.xml",
        _FEED.format("", f"<item {_NAMESPACES}><title>Five men were hurt</title></item>"),
        READ,
    ),
    "another XML": ("x.xml", '<?xml version="1.0"?><invoice><total>5</total></invoice>', UNREAD),
    "a declaration alone": ("x.xml", '<?xml version="1.0"?>', UNREAD),
    "a news message of nothing": (
        "x.xml",
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet/></newsMessage>',
        "passed over",
    ),
    "instructions": ("x.xml", _FEED.format("<?a?>" * 30_000, _ENTRY), READ),
}
_PAGE = "<!doctype html><html><head><title>Fire</title></head><body>{}</body></html>"
HTML = {
    "nested boxes": ("x.html", _PAGE.format("<div>" * 30_000 + WORDS * 9), READ),
    "nested and closed boxes": (
        "x.html",
        _PAGE.format("<div>" * 2_000 + f"<p>{WORDS * 9}</p>" + "</div>" * 2_000),
        READ,
    ),
    "nested tables": ("x.html", _PAGE.format("<table><tr><td>" * 400 + WORDS * 9), READ),
    "nested quotations": ("x.html", _PAGE.format("<blockquote>" * 3_000 + f"<p>{WORDS * 9}"), READ),
    "a comment that does not end": ("x.html", _PAGE.format(f"<!-- <p>{WORDS * 9}"), UNREAD),
    "a script that does not end": ("x.html", _PAGE.format(f"<script> <p>{WORDS * 9}"), UNREAD),
    "a page of scripts": (
        "x.html",
        _PAGE.format(f"<div id=root></div><script>var x = 5;{'x+=1;' * 3_000}</script>"),
        UNREAD,
    ),
    "a page that forwards": (
        "x.html",
        '<html><head><meta http-equiv="refresh" content="0;url=//x.example"></head></html>',
        UNREAD,
    ),
    "frames": ("x.html", '<html><frameset><frame src="a.html"></frameset></html>', UNREAD),
    "open tags": ("x.html", "<html>" + "<" * 50_000, UNREAD),
    "tags in tags": ("x.html", "<html>" + "<a <b " * 9_000, UNREAD),
    "many attributes": (
        "x.html",
        _PAGE.format(f"<p {' '.join(f'a{n}=1' for n in range(20_000))}>{WORDS * 9}</p>"),
        READ,
    ),
    "characters that are none": (
        "x.html",
        _PAGE.format(f"<p>{WORDS * 9}&#0;&#xD800;&#x110000;&#99999999999;</p>"),
        READ,
    ),
    "a large attribute": (
        "x.html",
        _PAGE.format(f'<img src="data:image/png;base64,{"QUJD" * 20_000}"><p>{WORDS * 9}</p>'),
        READ,
    ),
    "everything hidden": ("x.html", _PAGE.format(f'<div style="display:none"><p>{WORDS * 9}</p></div>'), UNREAD),
    "plain text from here": ("x.html", _PAGE.format(f"<p>{WORDS * 9}</p><plaintext>{WORDS}"), READ),
}
_HEAD = "From: a@post.example\nSubject: Fire\nDate: Tue, 04 Mar 2025 10:00:00 +0000\nMIME-Version: 1.0\n"
_PARTS = 'Content-Type: multipart/mixed; boundary="b{}"\n\n--b{}\n'
MAIL = {
    "nested parts": ("x.eml", _HEAD + "".join(_PARTS.format(n, n) for n in range(2_000)) + f"\n{WORDS}", UNREAD),
    "a boundary that never comes": ("x.eml", _HEAD + _PARTS.format(1, 2) + f"\n{WORDS}", UNREAD),
    "no body": ("x.eml", _HEAD.replace("Fire", "") + "\n", UNREAD),
    "a picture alone": (
        "x.eml",
        _HEAD.replace("Fire", "") + "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n",
        UNREAD,
    ),
    "base64 that is none": (
        "x.eml",
        _HEAD + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n%%%%!!!!\n",
        UNREAD,
    ),
    "an encoding that is none": ("x.eml", _HEAD + f'Content-Type: text/plain; charset="x-none"\n\n{WORDS}', READ),
    "a head of 40,000 fields": ("x.eml", _HEAD + "X-A: b\n" * 40_000 + f"\n{WORDS}", UNREAD),
    "a field of 1 MB": ("x.eml", _HEAD + f"X-A: {'b; c=' * 200_000}\n\n{WORDS}", UNREAD),
    "words in words": ("x.eml", _HEAD.replace("Fire", "=?utf-8?q?=3D=3Futf-8=3Fq=3F?=" * 3_000) + f"\n{WORDS}", READ),
    "a mail of noise": ("x.eml", b"\x00\x01\x02" * 900, UNREAD),
}
_TEN_MEGABYTES = gz(b"A library opened. " * 580_000)
_ARTICLE = archives.response(WORDS)
_BEHIND = archives.response(WORDS * 2, "http://news.example/b")


def _long(more):
    """A record whose length counts so many bytes too many."""
    block = archives.answer(archives.page(WORDS))
    return archives.record("response", block, length=len(block) + more)


WARC = {
    "a length too large": ("x.warc", _long(60) + _BEHIND, UNREAD),
    "a length that swallows the next": ("x.warc", _long(4 + len(_BEHIND) - 4) + _BEHIND + _ARTICLE, UNREAD),
    "a length beyond the end": ("x.warc", _long(10**9) + _BEHIND, UNREAD),
    "a length too small": ("x.warc", _long(-20) + _BEHIND, UNREAD),
    "a length below zero": ("x.warc", _ARTICLE.replace(b"Content-Length: ", b"Content-Length: -") + _BEHIND, UNREAD),
    "no length": ("x.warc", _ARTICLE.replace(b"Content-Length", b"X-Length", 1) + _BEHIND, UNREAD),
    "a length of many digits": (
        "x.warc",
        _ARTICLE.replace(b"Content-Length: ", b"Content-Length: " + b"9" * 400) + _BEHIND,
        UNREAD,
    ),
    "an archive cut off": ("x.warc", (_ARTICLE + _BEHIND)[:-200], UNREAD),
    "a packed archive cut off": ("x.warc.gz", (gz(_ARTICLE) + gz(_BEHIND))[:-60], UNREAD),
    "a member damaged": ("x.warc.gz", gz(_ARTICLE)[:-30] + b"\0" * 30 + gz(_BEHIND), UNREAD),
    "a packed length that swallows the next": ("x.warc.gz", gz(_long(len(_BEHIND)) + _BEHIND) + gz(_ARTICLE), UNREAD),
    "a page that unpacks to too much": (
        "x.warc",
        archives.record(
            "response", archives.answer(gz(b" " * (30 << 20)), b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n")
        ),
        UNREAD,
    ),
    "pages that unpack to 600 MB": (
        "x.warc",
        b"".join(
            archives.record(
                "response", archives.answer(_TEN_MEGABYTES, b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n")
            )
            for _ in range(60)
        ),
        UNREAD,
    ),
    "chunks cut off": (
        "x.warc",
        archives.record("response", archives.answer(b"ffff\r\nfive", b"Transfer-Encoding: chunked\r\n")),
        UNREAD,
    ),
    "no page in it": ("x.warc", archives.record("request", b"GET / HTTP/1.1\r\n\r\n"), "passed over"),
}
_STREAM = zlib.compress(b"BT /F1 9 Tf 9 9 Td (5) Tj ET\n" * 800_000, 9)
PDF = {
    "a PDF cut off": ("x.pdf", pdfs.pdf(pdfs.text("Five men were hurt."))[:-150], UNREAD),
    "a PDF of pictures": ("x.pdf", pdfs.pdf(pdfs.picture()), UNREAD),
    "a PDF that unpacks to too much": (
        "x.pdf",
        pdfs.pdf(b"BT /F1 9 Tf 9 9 Td (5) Tj ET\n" * 800_000, is_packed=True),
        UNREAD,
    ),
    "pages in a circle": (
        "x.pdf",
        pdfs.written([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]),
        UNREAD,
    ),
    "a million pages": (
        "x.pdf",
        pdfs.written([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 1000000 >>"]),
        UNREAD,
    ),
    "a PDF of nothing": ("x.pdf", pdfs.pdf(b""), UNREAD),
}
WORD = {
    "a package cut off": ("x.docx", word.document(WORDS)[:-40], UNREAD),
    "a package of nothing": ("x.docx", word.document(""), UNREAD),
    "a package that unpacks to too much": ("x.docx", word.document("5" * (40 << 20)), UNREAD),
    "a package without its text": ("x.docx", word.package({"a.txt": WORDS}), UNREAD),
    "a way out of the package": ("x.docx", word.package({"../../x": WORDS, "_rels/.rels": word.relations(officeDocument="../../../etc/hostname")}), UNREAD),
    "entities in a package": ("x.docx", word.package({"_rels/.rels": word.relations(officeDocument="word/document.xml"), "word/document.xml": f'<!DOCTYPE r [<!ENTITY a0 "5">{_LAUGHS}]><r>&a9;</r>'}), UNREAD),
    "nested elements in a package": ("x.docx", word.document("<w:r>" * 60_000), UNREAD),
    "a password": ("x.docx", word.document(WORDS).replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00").replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"), UNREAD),
    "a checksum that is wrong": ("x.docx", word.package({"_rels/.rels": word.relations(officeDocument="word/document.xml"), "word/document.xml": word.body(WORDS)}, 0).replace(b"5 people", b"6 people"), UNREAD),
    "a size that lies": ("x.docx", word.document(WORDS * 99).replace(struct.pack("<I", len(word.body(WORDS * 99))), struct.pack("<I", 12)), UNREAD),
}  # fmt: skip
# An article in each format, of which bytes may be spoilt.
ARTICLES = {
    "x.txt": WORDS.encode() * 3,
    "x.md": f"---\ntitle: Fire\ndate: 2025-03-04\n---\n\n**{WORDS}**".encode(),
    "x.html": _PAGE.format(f"<h1>Fire</h1><p>{WORDS * 9}</p>").encode(),
    "x.json": json.dumps([_RECORD] * 3).encode(),
    "x.jsonl": (json.dumps(_RECORD) + "\n").encode() * 3,
    "x.rss": _FEED.format("", _ENTRY * 3).encode(),
    "x.eml": (_HEAD + f"Content-Type: text/plain; charset=utf-8\n\n{WORDS}").encode(),
    "x.warc": _ARTICLE + _BEHIND,
    "x.warc.gz": gz(_ARTICLE) + gz(_BEHIND),
    "x.txt.gz": gz(WORDS * 9),
    "x.docx": word.document("Fire", WORDS),
    "x.pdf": pdfs.pdf(pdfs.text("The council said on Friday that 5 people were hurt.")),
}
