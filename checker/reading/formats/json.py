"""JSON: one article, or a list of them."""

from collections.abc import Iterator

from checker.reading.article import Part
from checker.reading.lines import line_and_column
from checker.reading.records.fields import Fields
from checker.reading.records.parts import named_few, parts
from checker.reading.records.tree import BrokenError, tree


def read(original: str, fields: Fields) -> Iterator[Part]:
    """The articles of a JSON text; `fields` as `checker.reading.records.fields.merged` gives them."""
    try:
        found = tree(original)
    except BrokenError as error:
        line, column = line_and_column(original, error.place)
        yield Part("", 0, len(original), None, f"not JSON at line {line}, column {column}: {error}")
        return
    yield from named_few(parts(original, found, fields), "articles")
