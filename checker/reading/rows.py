"""Rows of the documents table."""

import datetime as dt
import re
from functools import lru_cache
from typing import Any

from checker.reading.article import Article
from checker.reading.decoding import Decoded

_LINE_END = re.compile(r"\r\n?|\n")
_LITTLE = 0.2  # share of the original's characters below which the account warns
_HARDLY = "little of it is text: look whether it was read well"
_PROSE = frozenset({"text", "markdown"})  # formats that are words before all


def row(
    article: Article,
    decoded: Decoded,
    *,
    identity: str,
    path: str,
    size: int,
    published: tuple[dt.date | None, str],
    characters: int | None = None,
) -> dict[str, Any]:
    """One row: `size` is the bytes of the original, `published` the day with where it was found.

    `characters` are those of the piece of the original in which the article stands; None is all of it.
    """
    day, day_from = published
    return {
        "id": identity,
        "path": path,
        "outlet": article.outlet,
        "url": article.url,
        "title": article.title,
        "published": day,
        "published_from": day_from,
        "language": article.language,
        "text": article.text,
        "offsets": article.offsets,
        "lines": line_starts(decoded.text),
        "locators": [list(locator) for locator in article.locators] or None,
        "sections": [list(section) for section in article.sections],
        "account": _account(article, decoded, size, len(decoded.text) if characters is None else characters),
    }


@lru_cache(maxsize=1)  # many records may stand in one file
def line_starts(original: str) -> list[int]:
    """Where the lines of a text begin."""
    return [0, *(match.end() for match in _LINE_END.finditer(original))]


def _account(article: Article, decoded: Decoded, size: int, characters: int) -> dict[str, Any]:
    kept, readable = len(article.text), characters if article.readable is None else article.readable
    share = round(min(kept / readable, 1.0), 4) if readable else 1.0
    is_little = share < _LITTLE and article.format in _PROSE
    named = {"record": article.record} if article.record is not None else {}
    return named | {
        "format": article.format,
        "encoding": decoded.encoding,
        "encoding_from": decoded.found,
        "bytes": size,
        "characters": characters,
        "kept": kept,
        "share": share,
        "cut": list(article.cut),
        "warnings": [*decoded.warnings, *article.warnings, *([_HARDLY] * is_little)],
    }
