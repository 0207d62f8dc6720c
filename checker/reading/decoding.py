"""Bytes to characters: the byte order mark, else UTF-8, else Windows-1252 with a warning."""

import codecs
import re
from dataclasses import dataclass

# Byte order mark -> encoding of what follows it. UTF-32's little-endian mark begins with UTF-16's, so it comes first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.01  # share of control characters above which bytes are no text


class UnreadableError(Exception):
    """A file cannot be read as an article; the message says why and how to repair it."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded original."""

    text: str  # the byte order mark not counted, line ends untouched
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(content: bytes) -> Decoded:
    """Decode a file.

    Raises:
        UnreadableError: it is not text, or not in an encoding that is read.

    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(_strictly(content[len(mark) :], encoding), encoding)
    if b"\0" in content:
        raise UnreadableError("holds NUL bytes: no text; save a UTF-16 file as UTF-8")
    try:
        return Decoded(_text_only(content.decode("utf-8")), "utf-8")
    except UnicodeDecodeError as error:
        warning = f"not UTF-8 at byte {error.start}: read as Windows-1252"
        return Decoded(_strictly(content, "cp1252"), "cp1252", (warning,))


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
