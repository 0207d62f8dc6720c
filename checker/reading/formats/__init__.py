"""The formats that are read, one file each."""

import re
from collections.abc import Callable, Iterator, Mapping

from checker.reading.article import Draft, Part
from checker.reading.formats import docx, eml, html, json, json_lines, markdown, pdf, warc, xml
from checker.reading.formats.text import plain
from checker.reading.records.fields import Fields

__all__ = [
    "BINARIES",
    "CONTAINERS",
    "READERS",
    "Container",
    "Extractor",
    "Reader",
    "by_marks",
    "by_signature",
    "is_mail",
    "is_news_xml",
    "plain",
]

Reader = Callable[[str], Draft]
Container = Callable[[str, Fields], Iterator[Part]]
Extractor = Callable[[bytes, int], Iterator[Part]]

# Suffix, lower case -> how a decoded file of that type is read.
READERS: Mapping[str, Reader] = {
    ".htm": html.read,
    ".html": html.read,
    ".markdown": markdown.read,
    ".md": markdown.read,
    ".text": plain,
    ".txt": plain,
    ".xhtml": html.read,
}

# The same for files that may hold many articles.
CONTAINERS: Mapping[str, Container] = {
    ".atom": xml.read,
    ".json": json.read,
    ".jsonl": json_lines.read,
    ".ndjson": json_lines.read,
    ".rss": xml.read,
    ".xml": xml.read,
}

# The same for files whose text has to be taken out of them: from their bytes, and the most bytes that may be unpacked.
# Every part with a draft names what its offsets lead into (`decoded`); without lines of its own the draft has locators.
BINARIES: Mapping[str, Extractor] = {
    ".docx": docx.read,
    ".eml": eml.read,
    ".pdf": pdf.read,
    ".warc": warc.read,
}

# What such a file begins with -> its type.
_SIGNATURES: Mapping[bytes, str] = {
    b"%PDF-": ".pdf",
    b"PK\x03\x04": ".docx",
    b"WARC/": ".warc",
}


# A head with a field that only programs write: an article may begin with `Date:` or `From:` too.
_MAIL = re.compile(
    rb"(?i)(?:From [^\n]{0,200}\n)?(?:[!-9;-~]{1,80}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,200}+){0,100}?"
    rb"(?:received|return-path|delivered-to|mime-version|message-id|dkim-signature|content-type):"
)


def by_signature(content: bytes) -> str | None:
    """The type of a file that comes without a name, as a suffix: told by its first bytes; None where it may be text."""
    told = (suffix for begins, suffix in _SIGNATURES.items() if content.startswith(begins))
    return next(told, ".eml" if is_mail(content) else None)


def is_mail(content: bytes) -> bool:
    """Whether a file begins with the head of a mail, as programs write it."""
    return _MAIL.match(content) is not None


def is_news_xml(head: str) -> bool:
    """Whether a text, its top in lower case, begins with the element of a feed or a news item."""
    return _XML.match(head) is not None


# What begins a feed or a news item: the element of its kind, behind declarations and comments.
_XML = re.compile(r"(?:<[?!][^>]*>\s*)*<(?:[a-z]+:)?(?:rss|rdf|feed|entry|newsmessage|newsitem|nitf)[\s>]")


# What begins a page, behind declarations and the comment that browsers write into what they save.
_HTML = re.compile(r"(?:<(?:\?[^>]*+|!--(?:[^-]|-(?!->))*+--)>\s*)*<(?:!doctype html|html|head|body)[\s>]")


def by_marks(text: str) -> str:
    """The type of a text that comes without a name, as a suffix: told by what it begins with."""
    head = text[:1_024].lstrip().lower()
    if is_news_xml(head):
        return ".xml"
    if _HTML.match(head) is not None and ".html" in READERS:
        return ".html"
    if not (head.startswith("{") or (head.startswith("[") and head[1:].lstrip().startswith("{"))):
        return ".txt"
    first, _, rest = text.strip().partition("\n")
    return ".jsonl" if rest.lstrip().startswith("{") and first.rstrip().endswith("}") else ".json"
