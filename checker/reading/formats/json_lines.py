"""JSON lines: one article a line."""

from collections.abc import Iterator

from checker.reading.article import Part
from checker.reading.lines import Line, lines
from checker.reading.records.fields import Fields
from checker.reading.records.parts import named_few, parts
from checker.reading.records.tree import BrokenError, tree


def read(original: str, fields: Fields) -> Iterator[Part]:
    """The articles of a text with a JSON value on each line, named by their line; a broken line loses no other."""
    found = (
        part
        for number, line in enumerate(lines(original), 1)
        if not line.is_blank
        for part in _line(original, line, fields, f":{number}")
    )
    return named_few(found, "lines")


def _line(original: str, line: Line, fields: Fields, name: str) -> Iterator[Part]:
    try:
        found = tree(original, line.start, line.end)
    except BrokenError as error:
        reason = f"not JSON at column {error.place - line.start + 1}: {error}"
        return iter((Part(name, line.start, line.end, None, reason),))
    return parts(original, found, fields, name)
