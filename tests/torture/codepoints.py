"""Every code point in articles, titles and file names, in every format: the output parses, and nothing in it is live."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import cmarkgfm
import pyarrow.parquet as pq
from cmarkgfm.cmark import Options

import checker
from checker.rendering import CLAIM_FORMATS, FORMATS
from checker.tables import Tables
from tests.rendering.story import claim, document, finding, point, tables

LAST = 0x110000
_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_JOINERS = "\u200c\u200d"
_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")
_SCRIPTS = re.compile(r"(?s)<script\b.*?</script>")
RENDERERS: Mapping[str, Callable[[Tables], str]] = {
    **FORMATS,
    **{f"claims as {name}": render for name, render in CLAIM_FORMATS.items()},
}


def telling() -> list[int]:
    """The code points that are most likely to do harm: ASCII, what is not seen, other digits, signs and blanks."""
    odd = {"Cc", "Cf", "Zl", "Zp", "Zs", "Nd", "No", "Nl", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sc", "Sm", "Sk"}
    found = [n for n in range(LAST) if n < 0x250 or unicodedata.category(chr(n)) in odd]
    return [*found, *range(0xD7F0, 0xE010), *range(0xFDD0, 0xFDF0), *(plane * 0x10000 + 0xFFFE for plane in range(17))]


def assignable() -> list[int]:
    """Every code point that text can hold: all but halves of pairs, of which reading makes signs, as the kit tries."""
    return [*range(0xD800), *range(0xE000, LAST)]


def told(words: str) -> Tables:
    """A run in which everything that comes from outside says these words."""
    columns = {"noun": words, "measure": words, "entities": [words], "speaker": words, "period": words}
    one = claim("x", 1, words, f"{words} and {words}", **point(1), **columns)
    two = claim("x", 400_000, "2", words, trace=words, kind="date", role="date_of_event")
    found = [
        finding(rule, verdict, "error", "F1", [one["id"], two["id"]], message=words, reasons=[words, words])
        for rule, verdict in (("E100", "discrepancy"), ("E200", "agreement"))
    ]
    skipped = [{"path": words, "reason": words, "unread": True}]
    return tables([document("x", path=words, title=words, outlet=words)], [one, two], [], found, skipped)


def read(folder: Path, points: Sequence[int], count: int = 55) -> Tables:
    """A run over articles that have these code points in their file names, titles and texts, so many each; all disagree.

    What a file name cannot hold stands in title and text alone.
    """
    for number, start in enumerate(range(0, max(len(points), 1), count)):
        some = "".join(chr(n) for n in points[start : start + count])
        name = some.replace("\0", "").replace("/", "")
        text = _ARTICLE.format(outlet=f"post{number}", title=" ".join(some.split("\n")), words=some, count=number + 3)
        (folder / f"f{number} {name}.md").write_text(text, encoding="utf-8", newline="")
    return checker.report([folder]).tables


_ARTICLE = """---
title: Ferry fire {title} in Port Meridian
outlet: {outlet}.example
date: 2025-03-04
---

A ferry fire killed {count} people in Port Meridian {words} on Monday, police said. It hurt {count} of {words}.
"""


def wrong(words: str, form: str) -> Iterator[str]:
    """What a format does with words that it must not."""
    written = RENDERERS[form](told(words))
    yield from faults(written, form)
    if form in _TAGS and _TAGS[form](written) != _TAGS[form](RENDERERS[form](told("harmless"))):
        yield "its words are markup"


def new_tags(written: str, other: str, form: str) -> Iterator[str]:
    """Whether a page has elements, or attributes of them, that pages of ours have not: another one, and what `told` makes."""
    if form in _TAGS and (new := {*_TAGS[form](written)} - {*_TAGS[form](other)} - _known(form)):
        yield f"its words are markup: {sorted(new)[:3]}"


@cache
def _known(form: str) -> frozenset[tuple[str, ...]]:
    nothing = tables([document("x")], [], [], [], [])
    return frozenset(tag for run in (told("harmless"), nothing) for tag in _TAGS[form](RENDERERS[form](run)))


def faults(written: str, form: str) -> Iterator[str]:
    """What is wrong with something written in a format, whatever it tells."""
    try:
        _PARSERS.get(form, str)(written)
    except (ValueError, ET.ParseError, csv.Error) as error:
        yield f"does not parse: {error}"
        return
    if isinstance(written, bytes):
        return
    written.encode()
    if hidden := {c for c in written if unicodedata.category(c) in _HIDDEN and c not in _JOINERS and c not in "\n\r"}:
        yield f"sends {sorted(f'U+{ord(c):04X}' for c in hidden)[:9]}"
    if any("##[" in line or line.lstrip().startswith("::") for line in _lines(written, form)):
        yield "a line of it is a command to a build"


def _lines(written: str, form: str) -> list[str]:
    """The lines in which no command may stand."""
    if form == "github":
        *commands, last = written.splitlines()
        return [last, *(line for line in commands if not _COMMAND.fullmatch(line))]
    return [] if form == "html" else written.splitlines()


def _csv(written: str) -> None:
    rows = list(csv.reader(io.StringIO(written), strict=True))
    if len({len(row) for row in rows}) > 1:
        raise ValueError("rows of different lengths")
    for row in rows:
        for cell in row:
            if cell.startswith(("=", "+", "@", "\t", "\r", "-")) and not re.fullmatch(r"[-+]?[0-9.]+", cell):
                raise ValueError(f"a formula: {cell[:40]!r}")


class _Tags(HTMLParser):
    """The elements of a page, with the names of their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if attrs or tag not in ("span", "strong"):  # ours around words: they open nothing
            self.found.append((tag, *(name for name, _ in attrs)))

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 - as the parser calls it
        self.found.append(("comment",))


def _tags(written: str) -> list[tuple[str, ...]]:
    parser = _Tags()
    parser.feed(_SCRIPTS.sub("<script>", written))
    return parser.found


def _markdown(written: str) -> list[tuple[str, ...]]:
    return _tags(cmarkgfm.github_flavored_markdown_to_html(written, Options.CMARK_OPT_UNSAFE))


_TAGS = {"html": _tags, "markdown": _markdown}
_PARSERS: Mapping[str, Callable[[str], object]] = {
    **dict.fromkeys(("json", "sarif", "gitlab", "rdjson"), json.loads),
    "junit": ET.fromstring,
    "csv": _csv,
    "claims as csv": _csv,
    "claims as parquet": lambda written: pq.read_table(io.BytesIO(written)),
    "claims as jsonl": lambda written: [json.loads(line) for line in written.splitlines()],
}


def pieces(points: list[int] | range, size: int = 2_000) -> Iterator[str]:
    """The code points as words, so many at a time: each between letters, at the begin, and doubled.

    Halves of pairs are left out: no table can hold them, since reading makes signs of them, which the kit tries.
    """
    for start in range(0, len(points), size):
        some = [chr(n) for n in points[start : start + size] if unicodedata.category(chr(n)) != "Cs"]
        if not some:
            continue
        yield "a".join(some)
        yield "".join(some)
        yield " ".join(f"{c}{c}1" for c in some)
