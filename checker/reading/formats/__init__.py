"""The formats that are read, one file each."""

from collections.abc import Callable, Iterator, Mapping

from checker.reading.article import Draft, Part
from checker.reading.formats import html, json, json_lines, markdown
from checker.reading.formats.text import plain
from checker.reading.records.fields import Fields

__all__ = ["CONTAINERS", "READERS", "Container", "Reader", "plain"]

Reader = Callable[[str], Draft]
Container = Callable[[str, Fields], Iterator[Part]]


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
    ".json": json.read,
    ".jsonl": json_lines.read,
    ".ndjson": json_lines.read,
}
