"""What the escapes of a JSON string mean, and where they stand."""

import re
from collections.abc import Mapping

from checker.values.offsets import OffsetBuilder

_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\[^u]")
_PLAIN: Mapping[str, str] = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_UNKNOWN = "\ufffd"  # stands for half a pair and for NUL, which are no characters of a text
_PAIR = 12  # characters of two escapes that mean one character


def keep(builder: OffsetBuilder, original: str, start: int, end: int) -> None:
    """Keep the string that stands between two quotation marks, every character mapped to where it is written."""
    place = start
    for match in _ESCAPE.finditer(original, start, end):
        builder.keep(original[place : match.start()], place)
        builder.mean(_meant(match.group()), match.start(), match.end())
        place = match.end()
    builder.keep(original[place:end], place)


def meant(original: str, start: int, end: int) -> str:
    """The string that stands between two quotation marks."""
    return _ESCAPE.sub(lambda match: _meant(match.group()), original[start:end])


def _meant(escape: str) -> str:
    if escape[1] != "u":
        return _PLAIN.get(escape[1], escape[1])
    code = int(escape[2:6], 16)
    if len(escape) == _PAIR:
        return chr(0x10000 + ((code - 0xD800) << 10) + int(escape[8:], 16) - 0xDC00)
    return _UNKNOWN if code == 0 or 0xD800 <= code <= 0xDFFF else chr(code)  # noqa: PLR2004 - the surrogates of Unicode
