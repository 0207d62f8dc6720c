"""The formats that are read, one file each."""

from collections.abc import Callable, Iterator, Mapping

from checker.reading.article import Draft, Part
from checker.reading.formats import html, json, json_lines, markdown
from checker.reading.formats.text import plain
from checker.reading.records.fields import Fields

__all__ = ["CONTAINERS", "READERS", "Container", "Reader", "by_marks", "plain"]

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


def by_marks(text: str) -> str:
    """The type of a text that comes without a name, as a suffix: told by what it begins with."""
    head = text[:256].lstrip().lower()
    if head.startswith(("<!doctype html", "<html")) and ".html" in READERS:
        return ".html"
    if not (head.startswith("{") or (head.startswith("[") and head[1:].lstrip().startswith("{"))):
        return ".txt"
    first, _, rest = text.strip().partition("\n")
    return ".jsonl" if rest.lstrip().startswith("{") and first.rstrip().endswith("}") else ".json"
