"""The formats that are read, one file each."""

from collections.abc import Callable, Mapping

from checker.reading.article import Draft
from checker.reading.formats import markdown, text

Reader = Callable[[str], Draft]


def plain(original: str) -> Draft:
    """Plain text, unless the text itself bears Markdown."""
    return markdown.read(original) if markdown.is_markdown(original) else text.read(original)


# Suffix, lower case -> how a decoded file of that type is read.
READERS: Mapping[str, Reader] = {
    ".markdown": markdown.read,
    ".md": markdown.read,
    ".text": plain,
    ".txt": plain,
}
