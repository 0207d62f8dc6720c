"""Files that are not what they are named, and files of which hardly anything came: errors, lest they pass unread."""

import codecs
import re
from collections.abc import Mapping

from checker.reading.article import Article
from checker.reading.decoding import UnreadableError
from checker.reading.formats import is_mail, is_news_xml

_WEB = (".htm", ".html", ".xhtml")
_LINES = (".markdown", ".md", ".text", ".txt", *_WEB)  # kept in version control as they are
_XML = (".atom", ".rss", ".xml")
_PACKAGE = b"pk\x03\x04"
# What a file begins with, lower case -> the endings under which that is right, what it is, and the repair.
_BEGINNINGS: Mapping[bytes, tuple[tuple[str, ...], str]] = {
    b"{\\rtf": ((), "an RTF document: save it as text"),
    b"%!ps": ((), "a PostScript document: save it as text"),
    b"%pdf-": ((".pdf",), "a PDF document: name it .pdf"),
    b"\xd0\xcf\x11\xe0": ((".docx",), "an older Office document, or one with a password: save it as .docx without one"),
    b"\x1f\x8b": ((".warc",), "packed with gzip: put .gz behind its name"),
    b"warc/1": ((".warc",), "a web archive: name it .warc"),
    b"<!doctype html": (_WEB, "a web page: name it .html"),
    b"<html": (_WEB, "a web page: name it .html"),
    b"<?xml": ((*_WEB, *_XML), "an XML document: name it .xml, or .html if it is a web page"),
    b"version https://git-lfs": ((), "a pointer of Git LFS and not the file: fetch it with `git lfs pull`"),
    **dict.fromkeys((b"received: ", b"return-path: ", b"dkim-signature: "), ((".eml",), "a mail: name it .eml")),
}
# A key and its colon begin no article: what is written so is a record, or a list of them.
_RECORD = re.compile(rb'(?:\[\s*)*\{\s*"[^"\n]{0,200}"\s*:')
_JSON = (".json", ".jsonl", ".ndjson")
_RECORDS = "JSON: name it .json, or .jsonl if each line is a record"
_MERGE = (b"<<<<<<< ", b"=======", b">>>>>>> ")  # what begins its lines, in this order
_UNMERGED = "it holds both sides of an unfinished merge (<<<<<<<): settle it"
_NEWS = "an XML document, a feed or a news item: name it .xml"
_MAIL = "a mail: name it .eml"
_WORD = "a Word document: name it .docx"
_ZIP = "a package (ZIP) that is no Word document: unpack it"
_COMMENTS = re.compile(rb"\A(?:\s*<!--.*?-->)*\s*", re.DOTALL)  # and blanks, before what tells the type
_TOP = 1_024  # bytes in which a file shows what it is
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LITTLE = 200  # characters below which, out of very much more, hardly anything was read
_MUCH = 50  # times as much


def check_kind(suffix: str, content: bytes) -> None:
    """Refuse a file that is not what it is named.

    Raises:
        UnreadableError: it begins as a file of another type does, or is not finished.

    """
    top = content[:_TOP].removeprefix(codecs.BOM_UTF8)
    if top.startswith(_UTF_16):
        top = top.decode("utf-16", "ignore").lstrip("\ufeff").encode("latin-1", "replace")
    top = _COMMENTS.sub(b"", top.lower())
    words = _begins(suffix, top) or _shows(suffix, top, content)
    if words:
        raise UnreadableError(f"named {suffix}, but {words}")
    if suffix in _LINES and _is_unmerged(content):
        raise UnreadableError(_UNMERGED)


def _is_unmerged(content: bytes) -> bool:
    """Whether the marks of a merge stand in a file, each at the begin of a line."""
    first = 0 if content.startswith(_MERGE[0]) else content.find(b"\n" + _MERGE[0])
    middle = content.find(b"\n" + _MERGE[1], first) if first >= 0 else -1
    return middle >= 0 and content.find(b"\n" + _MERGE[2], middle) >= 0


def _begins(suffix: str, top: bytes) -> str:
    """What a file of another type begins with, in words; empty where it is none."""
    if suffix not in _XML and is_news_xml(top.decode("latin-1")):
        return _NEWS
    if suffix not in _JSON and _RECORD.match(top):
        return _RECORDS
    found = (words for begins, (right, words) in _BEGINNINGS.items() if top.startswith(begins) and suffix not in right)
    return next(found, "")


def _shows(suffix: str, top: bytes, content: bytes) -> str:
    """What needs more than a few letters to be told: a package, and the head of a mail."""
    if suffix != ".docx" and top.startswith(_PACKAGE):
        return _WORD if b"word/document.xml" in content else _ZIP
    return _MAIL if suffix != ".eml" and is_mail(content) else ""


def check_kept(article: Article, characters: int, size: int) -> None:
    """Refuse an article of which nothing, or next to nothing, was read.

    Raises:
        UnreadableError: no letter or digit was kept, or a few out of very many characters.

    """
    if not any(map(str.isalnum, article.text)):
        raise UnreadableError(f"no text came out of {size} bytes")
    kept = sum(map(len, article.text.split()))
    blanks = len(article.text) - kept
    readable = (characters if article.readable is None else article.readable) - blanks
    if article.format != "json" and kept < _LITTLE and readable > _MUCH * kept:
        raise UnreadableError(f"only {kept:,} of {readable:,} characters are text: look what the rest is")
