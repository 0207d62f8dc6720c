"""Files that are not what they are named, and files of which hardly anything came: errors, lest they pass unread."""

import codecs
from collections.abc import Mapping

from checker.reading.article import Article
from checker.reading.decoding import UnreadableError
from checker.reading.formats import is_mail, is_news_xml

_WEB = (".htm", ".html", ".xhtml")
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
    **dict.fromkeys((b"received: ", b"return-path: ", b"dkim-signature: "), ((".eml",), "a mail: name it .eml")),
}
_NEWS = "an XML document, a feed or a news item: name it .xml"
_MAIL = "a mail: name it .eml"
_WORD = "a Word document: name it .docx"
_ZIP = "a package (ZIP) that is no Word document: unpack it"
_TOP = 1_024  # bytes in which a file shows what it is
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LITTLE = 200  # characters below which, out of very much more, hardly anything was read
_MUCH = 50  # times as much


def check_kind(suffix: str, content: bytes) -> None:
    """Refuse a file that is not what it is named.

    Raises:
        UnreadableError: it begins as a file of another type does.

    """
    top = content[:_TOP].removeprefix(codecs.BOM_UTF8)
    if top.startswith(_UTF_16):
        top = top.decode("utf-16", "ignore").encode("latin-1", "replace")
    top = top.lstrip().lower()
    words = _begins(suffix, top) or _shows(suffix, top, content)
    if words:
        raise UnreadableError(f"named {suffix}, but {words}")


def _begins(suffix: str, top: bytes) -> str:
    """What a file of another type begins with, in words; empty where it is none."""
    if suffix not in _XML and is_news_xml(top.decode("latin-1")):
        return _NEWS
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
