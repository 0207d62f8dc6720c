"""Characters of a page's text: references resolved, white space run together, each with its place."""

import re
from collections.abc import Iterator
from html.entities import html5

Atom = tuple[str, int, int]  # what is read, and from where to where the original writes it

# White space that is more than one blank, or a character reference.
_ODD = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]|&(?:#[0-9]++;?|#[xX][0-9A-Fa-f]++;?|[A-Za-z][A-Za-z0-9]{0,31};?)")
_REFERENCE = re.compile(r"&(?:#[0-9]++;?|#[xX][0-9A-Fa-f]++;?|[A-Za-z][A-Za-z0-9]{0,31};?)")
_UNKNOWN = "\ufffd"
_BLANKS = frozenset("\t\n\r\f")
# Soft hyphens, zero-width blanks and marks of byte order: `str.translate` takes them out.
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_HIGHEST = 0x10FFFF
_MOST_DIGITS = 7  # of a code point, in decimal
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CONTROLS = "".join(chr(code) for code in (*range(9), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0xA0)))
# What browsers make of numbers that Windows-1252 and not Unicode gives a character.
_WINDOWS = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}


def plain(words: str) -> str:
    """Words with their character references resolved, for what is not quoted from its place."""
    return _REFERENCE.sub(_resolved, words) if "&" in words else words


def _resolved(match: re.Match[str]) -> str:
    meant, length = _meant(match.group())
    return meant + match.group()[length:]


def atoms(original: str, start: int, end: int, *, raised: bool = False) -> list[Atom]:
    """A stretch of the original as read. A raised digit is no digit of the number that it follows."""
    words = original[start:end]
    if "&" not in words and "\n" not in words and "  " not in words and not _has_rare_blanks(words):
        return [(_lifted(words, raised), start, end)]
    return list(_atoms(original, start, end, raised))


def _has_rare_blanks(words: str) -> bool:
    return "\t" in words or "\r" in words or "\f" in words


def _atoms(original: str, place: int, end: int, raised: bool) -> Iterator[Atom]:  # noqa: FBT001 - as below
    for match in _ODD.finditer(original, place, end):
        if place < match.start():
            yield _lifted(original[place : match.start()], raised), place, match.start()
        if original[match.start()] == "&":
            yield from _reference(original, match, raised)
        else:
            yield " ", match.start(), match.start() + 1
        place = match.end()
    if place < end:
        yield _lifted(original[place:end], raised), place, end


def raised(words: str) -> str:
    """Words as they look above the line: their digits are none of the number that they follow."""
    return words.translate(_RAISED)


def _lifted(words: str, raised: bool) -> str:  # noqa: FBT001 - one flag of a private function
    return words.translate(_RAISED) if raised else words


def _reference(original: str, match: re.Match[str], raised: bool) -> Iterator[Atom]:  # noqa: FBT001 - as above
    """A character reference, and what follows it where its name ends before the match does."""
    meant, length = _meant(match.group())
    start, end = match.start(), match.start() + length
    words = " " if meant in _BLANKS else _lifted(meant, raised)
    if words:
        yield words, start, end
    if end < match.end():
        yield original[end : match.end()], end, match.end()


def _meant(reference: str) -> tuple[str, int]:
    """What a reference stands for, and how many of its characters are the reference; all of them where it is none."""
    if reference.startswith("&#"):
        return _numbered(reference), len(reference)
    name = reference[1:]
    for length in range(len(name), 1, -1):
        if name[:length] in html5:
            return html5[name[:length]], length + 1
    return reference, len(reference)


def _numbered(reference: str) -> str:
    digits = reference[2:].rstrip(";")
    base = 16 if digits[:1] in "xX" else 10
    digits = digits.lstrip("xX").lstrip("0") or "0"
    code = int(digits, base) if len(digits) <= _MOST_DIGITS else _HIGHEST + 1
    if code in _WINDOWS:
        return _WINDOWS[code]
    is_none = code == 0 or code > _HIGHEST or 0xD800 <= code <= 0xDFFF  # noqa: PLR2004 - the surrogates
    return _UNKNOWN if is_none else chr(code).strip(_CONTROLS)
