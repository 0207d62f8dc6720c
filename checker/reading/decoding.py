"""Bytes to characters: the byte order mark, else UTF-8, else Windows-1252 with a warning."""

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass, replace

# Byte order mark -> encoding of what follows it. UTF-32's little-endian mark begins with UTF-16's, so it comes first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TOP = 1_024  # bytes in which a page must name its encoding (HTML standard, 4.2.5.4)
_LABEL = re.compile(
    rb"""(?i)(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)[ \t]{0,8}=[ \t]{0,8}["']?([a-z0-9_-]{2,20})"""
)
# Label -> Python's name of what is meant by it (WHATWG Encoding standard), of those that news was written in.
_ENCODINGS = {
    **{f"windows-{page}": f"cp{page}" for page in range(1250, 1259)},
    **{f"iso-8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    "iso-8859-9": "cp1254",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "big5": "big5hkscs",
    "euc-jp": "euc_jp",
}
_SAID = "named in the file"
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_FOREIGN = re.compile("[^\0-\x7f]+")
_MOST_FOREIGN = (
    0.4  # share of letters with marks and of signs above which text is of another encoding: Western is below
)
_MOST_CONTROLS = 0.01  # share of control characters above which bytes are no text


class UnreadableError(Exception):
    """A file cannot be read as an article; the message says why and how to repair it."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded original."""

    text: str  # the byte order mark not counted, line ends untouched
    encoding: str
    found: str  # how the encoding was found: "byte order mark", "by trial", "named in the page", "fallback", "given"
    warnings: tuple[str, ...] = ()


def decode(content: bytes) -> Decoded:
    """Decode a file: the byte order mark's encoding, else UTF-8, else what a page names, else Windows-1252.

    Raises:
        UnreadableError: it is not text, or not in an encoding that is read.

    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(_strictly(content[len(mark) :], encoding), encoding, "byte order mark")
    if b"\0" in content:
        raise UnreadableError("holds NUL bytes: no text; save a UTF-16 file as UTF-8")
    try:
        return Decoded(_text_only(content.decode("utf-8")), "utf-8", "by trial")
    except UnicodeDecodeError as error:
        return _not_utf8(content, error.start)


def _not_utf8(content: bytes, place: int) -> Decoded:
    named = _named(content)
    if named is not None:
        return Decoded(_strictly(content, named), named, "named in the page")
    text = _strictly(content, "cp1252")
    foreign = sum(map(len, _FOREIGN.findall(text)))
    if foreign > _MOST_FOREIGN * (len(text) - text.count(" ")):
        raise UnreadableError(f"not UTF-8 at byte {place}, and no Windows-1252 either by its letters: save it as UTF-8")
    warning = f"not UTF-8 at byte {place}: read as Windows-1252"
    return Decoded(text, "cp1252", "fallback", (warning,))


def _named(content: bytes) -> str | None:
    """The encoding that a page names on its top, where it is one of those that web pages are written in."""
    head = content[:_TOP]
    label = _LABEL.search(head) if head.lstrip().startswith(b"<") else None
    return _ENCODINGS.get(label.group(1).decode("ascii").lower()) if label else None


def decode_as(content: bytes, label: str) -> Decoded:
    """Decode what says its encoding: as it says if that is known and fits, else as a file.

    Raises:
        UnreadableError: it is not text, or not in an encoding that is read.

    """
    told = label.strip().lower()
    encoding = _ENCODINGS.get(told)
    if encoding is not None and told not in ("ascii", "us-ascii"):
        with suppress(UnicodeDecodeError):
            return Decoded(_text_only(content.decode(encoding)), encoding, _SAID)
    found = decode(content)
    if found.encoding == "utf-8" or told in ("", "utf-8", "utf8", "ascii", "us-ascii"):
        return found
    return replace(found, warnings=(*found.warnings, f"not in the encoding that it names ({label[:20]!r})"))


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return _text_only(content.decode(encoding))
    except UnicodeDecodeError as error:
        raise UnreadableError(f"not {encoding} at byte {error.start}: save it as UTF-8") from error


def _text_only(text: str) -> str:
    if "\0" in text:
        raise UnreadableError("holds NUL characters: no text")
    controls = sum(1 for _ in _CONTROL.finditer(text))
    if controls > _MOST_CONTROLS * len(text):
        raise UnreadableError("holds control characters: no text")
    return text
