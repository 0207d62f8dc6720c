"""The article as JSON-LD repeats it, for pages whose text a script writes."""

from collections.abc import Iterator

from checker.reading.article import Draft
from checker.reading.html.names import ARTICLES
from checker.reading.html.outline import Page
from checker.reading.records.escapes import meant
from checker.reading.records.fields import at, merged
from checker.reading.records.record import draft
from checker.reading.records.tree import BrokenError, Object, Text, tree
from checker.reading.records.words import ShapeError

_PATHS = {"title": ("headline", "name"), "text": ("articleBody",)}
_FIELDS = dict.fromkeys(merged(None), ()) | _PATHS
_PLACES = ("", "@graph", "mainEntity")


def copied(page: Page) -> Draft | None:
    """The first article with an `articleBody`, every character kept mapped to its place in the script."""
    for start, end in page.scripts:
        for found in _articles(page.source.text, start, end):
            try:
                return draft(page.source.text, found, _FIELDS)
            except ShapeError:  # no text of its own
                continue
    return None


def _articles(original: str, start: int, end: int) -> Iterator[Object]:
    try:
        top = tree(original, start, end).value
    except BrokenError:
        return
    for value in (one for path in _PLACES for one in at(original, top, path)):
        if isinstance(value, Object) and _is_article(original, value):
            yield value


def _is_article(original: str, value: Object) -> bool:
    kinds = (kind for kind in at(original, value, "@type") if isinstance(kind, Text))
    return any(meant(original, kind.start, kind.end).lower() in ARTICLES for kind in kinds)
