"""The characters inside an element that holds no other: references, CDATA and comments resolved, with their places."""

import re

from checker.reading.html.characters import plain
from checker.values.offsets import OffsetBuilder

# What is not the character it looks like. The text is known to be well-formed: what opens is closed, or cut by the end.
_ODD = re.compile(
    r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|&#?[^;&<\s]{1,32};|\r\n?", re.DOTALL
)
_XML = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&apos;": "'"}
_LINE_END = re.compile(r"\r\n?")


def keep(builder: OffsetBuilder, original: str, start: int, end: int) -> None:
    """Keep what an element holds, every character mapped to where it is written."""
    place = start
    for match in _ODD.finditer(original, start, end):
        builder.keep(original[place : match.start()], place)
        _keep_odd(builder, match)
        place = match.end()
    builder.keep(original[place:end], place)


def meant(original: str, start: int, end: int) -> str:
    """What an element holds."""
    return _ODD.sub(_meant, original[start:end])


def count_odd(original: str, start: int, end: int) -> int:
    """How many references, at most, stand in a stretch: each costs its place in the map."""
    return original.count("&", start, end) + original.count("<", start, end) + original.count("\r", start, end)


def _keep_odd(builder: OffsetBuilder, match: re.Match[str]) -> None:
    data = match.group(1)
    if data is None:
        builder.mean(_meant(match), match.start(), match.end())
    elif "\r" not in data:
        builder.keep(data, match.start(1))
    else:
        keep_lines(builder, data, match.start(1))


def keep_lines(builder: OffsetBuilder, data: str, start: int) -> None:
    """Keep characters that mean what they are, line ends of two characters apart."""
    place = 0
    for match in _LINE_END.finditer(data):
        builder.keep(data[place : match.start()], start + place)
        builder.mean("\n", start + match.start(), start + match.end())
        place = match.end()
    builder.keep(data[place:], start + place)


def _meant(match: re.Match[str]) -> str:
    if match.group(1) is not None:
        return _LINE_END.sub("\n", match.group(1))
    odd = match.group()
    if odd.startswith("&"):
        return _XML.get(odd) or plain(odd)
    return "\n" if odd.startswith("\r") else ""
