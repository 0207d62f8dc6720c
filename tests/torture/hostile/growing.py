"""What can be made of any size: time, memory and what a doubling costs are measured. Name -> file, size to content."""

import json
from collections.abc import Callable, Mapping

from tests.reading import archives, pdfs, word
from tests.torture.hostile.packing import gz


def _repeated(unit, top="", end=""):
    """Text of about so many bytes that repeats a unit."""
    width = max(len(unit.encode()), 1)
    return lambda size: f"{top}{unit * (size // width)}{end}"


def _numbered(form, width):
    """Text in which every line is another one."""
    return lambda size: "".join(form.format(n, n % 97 + 2, n % 28 + 1) for n in range(size // width))


_NEWS = (
    "The council of Upper Ashton said on Friday that {1} people were hurt when bus {0} left the road near the bridge. "
    "Repairs would cost ${1}.{2} million, the mayor told reporters, and the road stays closed until March {2}.\n\n"
)
_UNITS = {
    "articles": None,
    "digits": "1",
    "figures": "5 ",
    "figures by commas": "1,",
    "figures by commas and blanks": "1, ",
    "groups of three": "1,000,",
    "decimals": "1.",
    "money": "$5 ",
    "money in words": "five million dollars ",
    "percentages": "5% ",
    "ranges": "5-",
    "ranges in words": "from 5 to ",
    "between": "between 5 and ",
    "ratios": "5 in 6, ",
    "scores": "3-2, ",
    "measures": "5 km 3 m ",
    "feet and inches": "5'6\" ",
    "durations": "5 hours 3 minutes ",
    "ages": "Smith, 45, ",
    "days": "2024-01-01 ",
    "slashes": "1/2/",
    "words of days": "Monday ",
    "last last last": "last ",
    "clocks": "10:30 ",
    "months": "March 5, 2024, ",
    "years": "in 2024 ",
    "numbers in words": "one hundred and ",
    "and and and": "and ",
    "scales": "million ",
    "hedges": "about ",
    "ordinals": "the 5th of the 6th ",
    "sentences of killed": "5 people were killed. ",
    "killed without an end": "killed 5 people and ",
    "speakers": "he said ",
    "a speaker a figure": "Smith said 5, ",
    "quotation marks": "“",
    "quotation marks that close": "”",
    "straight quotation marks": '"',
    "apostrophes": "'",
    "brackets": "(",
    "brackets that close": "(5) ",
    "square brackets": "[",
    "braces": "{",
    "dots": ".",
    "full stops": "a. ",
    "capitals": "A. ",
    "initials": "J.R.",
    "names": "John Smith ",
    "capital letters": "A",
    "letters": "a",
    "words": "a ",
    "hyphens": "a-",
    "dashes": "— ",
    "dollars": "$",
    "minus signs": "-",
    "blanks": " ",
    "tabs": "\t",
    "line ends": "\n",
    "carriage returns": "\r",
    "blank lines and figures": "\n\n5",
    "line separators": "\u2028",
    "wide digits": "５",
    "Arabic digits": "٥ ",
    "raised digits": "5²",
    "accents": "e\u0301",
    "marks": "\u0301",
    "emoji": "👩‍👩‍👧 ",
    "nothing visible": "5\u200b",
    "soft hyphens": "\u00ad",
    "marks of direction": "\u202e5",
    "addresses": "http://a.example/5 ",
    "one address": "a.",
    "at signs": "@a",
    "hashes": "#",
    "colons": "a:",
    "tables": "| 5 | 6 |\n",
    "updates": "Update: 5. ",
    "conversions": "5 km (3 miles) ",
    "prices": "bought for $5 ",
    "pronouns": "It fell to 5. ",
    "a day each": "300 a day ",
    "titles": "FIRE KILLS 5\n\n",
}
_MARKDOWN = {
    "stars": "*",
    "stars apart": "*a ",
    "underlines": "_a_",
    "backticks": "`",
    "links": "[a](b) ",
    "links that stay open": "[a](",
    "links in links": "[",
    "pictures": "![",
    "backslashes": "\\",
    "entities": "&amp;",
    "entities that stay open": "&",
    "quotations": "> ",
    "lists": "- a\n",
    "nested lists": " - a\n ",
    "headings": "# 5\n\n",
    "rules": "---\n",
    "rows": "|a|5|\n|-|-|\n",
    "tags": "<b>5",
    "open tags": "<",
    "tildes": "~~",
    "footnotes": "[^5]: 5\n",
    "targets": "[a]: http://a.example\n",
}
_PAGE = {
    "boxes": "<div>5",
    "paragraphs": "<p>The council said 5 people were hurt.</p>\n",
    "open tags": "<a ",
    "ends of tags": "</p>",
    "entities": "&#53;",
    "comments": "<!--5-->",
    "open comments": "<!--",
    "cells": "<tr><td>5<td>6",
    "raised digits": "3<sup>2</sup> ",
    "scripts": "<script>5</script>",
    "blocks of data": '<script type="application/ld+json">{</script>',
    "links": "<a href=x>5</a> ",
    "attributes": "<p a=5 b='6' c>5",
}
_FEED = '<?xml version="1.0"?><rss><channel>{}</channel></rss>'
_RECORD = {"title": "Fire {0}", "text": _NEWS}


def _records(size):
    return "".join(
        json.dumps({"title": f"Fire {n}", "text": _NEWS.format(n, n % 97, n % 28 + 1)}) + "\n"
        for n in range(size // 300)
    )


def _entries(size):
    rows = (
        f"<item><title>Fire {n}</title><description>{_NEWS.format(n, n % 97, 3)}</description></item>"
        for n in range(size // 320)
    )
    return _FEED.format("".join(rows))


def _mails(size):
    lines = f"{_NEWS.format(5, 7, 3)}" * (size // 230)
    return f"From: a@post.example\nSubject: Fire\nMIME-Version: 1.0\nContent-Type: text/plain\n\n{lines}"


def _parts(size):
    parts = f"--b\nContent-Type: text/plain\n\n{_NEWS.format(5, 7, 3)}\n" * (size // 270)
    return f'From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n{parts}--b--\n'


def _responses(size):
    pages = (archives.response(_NEWS.format(n, n % 97, 3) * 5, f"http://n.example/{n}") for n in range(size // 1_500))
    return b"".join(pages)


def _wrong_lengths(size):
    one = archives.record("response", b"HTTP/1.1 200 OK\r\n\r\nfive", length=15_000_000)
    return one * (size // len(one))


OTHERS: Mapping[str, tuple[str, Callable[[int], bytes | str]]] = {
    "nested lists of JSON": ("x.json", _repeated("[")),
    "keys of JSON": ("x.json", lambda size: json.dumps({"text": _NEWS} | {f"k{n}": n for n in range(size // 14)})),
    "escapes of JSON": ("x.json", _repeated("\\u0035 ", '{"text": "', '"}')),
    "lines of JSON": ("x.jsonl", _records),
    "broken lines of JSON": ("x.jsonl", _repeated('{"text": 5\n')),
    "lines of brackets": ("x.jsonl", _repeated("[[\n")),
    "entries": ("x.rss", _entries),
    "broken entries": ("x.rss", lambda size: _FEED.format("<item><b></item>" * (size // 16))),
    "elements": ("x.xml", lambda size: _FEED.format("<a>" * (size // 3))),
    "a long mail": ("x.eml", _mails),
    "parts of a mail": ("x.eml", _parts),
    "boundaries of a mail": ("x.eml", _repeated("--b\n", 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n')),
    "fields of a mail": ("x.eml", _repeated("a: =?utf-8?q?5?=\n", "MIME-Version: 1.0\n", "\nFive men")),
    "words of a mail": ("x.eml", _repeated("=41", "MIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n")),
    "records of an archive": ("x.warc", _responses),
    "packed records": ("x.warc.gz", lambda size: b"".join(gz(archives.response(f"Fire {n} hurt 5.")) for n in range(size // 330))),
    "records of wrong lengths": ("x.warc", _wrong_lengths),
    "heads of records": ("x.warc", _repeated("WARC/1.0\r\n")),
    "paragraphs of a Word document": ("x.docx", lambda size: word.document(*(_NEWS.format(n, 7, 3) for n in range(size // 60)))),
    "pages of a PDF": ("x.pdf", lambda size: pdfs.pdf(*(pdfs.lines([_NEWS.format(n, 7, 3)[:90]] * 40) for n in range(size // 5_000)))),
    "empty records": ("x.json", lambda size: f"[{','.join(['{}'] * (size // 3))}]"),
    "members of gzip": ("x.txt.gz", lambda size: gz("five ") * (size // 25)),
}  # fmt: skip


def _texts():
    yield "text: articles", ("x.txt", _numbered(_NEWS, 230))
    for name, unit in _UNITS.items():
        if unit is not None:
            yield f"text: {name}", ("x.txt", _repeated(unit, "The council said on Friday that 5 people were hurt. "))
    for name, unit in _MARKDOWN.items():
        yield f"Markdown: {name}", ("x.md", _repeated(unit, "# Fire\n\nThe council said that 5 people were hurt. "))
    for name, unit in _PAGE.items():
        yield f"page: {name}", ("x.html", _repeated(unit, "<html><body><p>The council said that 5 people were hurt. "))


GROWING: Mapping[str, tuple[str, Callable[[int], bytes | str]]] = {**dict(_texts()), **OTHERS}
