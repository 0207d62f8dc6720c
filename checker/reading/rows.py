"""Rows of the documents table."""

import datetime as dt
from typing import Any

from checker.reading.article import Article
from checker.reading.decoding import Decoded

_LITTLE = 0.2  # share of the original's characters below which the account warns


def row(
    article: Article,
    decoded: Decoded,
    *,
    identity: str,
    path: str,
    size: int,
    published: tuple[dt.date | None, str],
) -> dict[str, Any]:
    """One row: `size` is the bytes of the original, `published` the day with where it was found."""
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
        "sections": [list(section) for section in article.sections],
        "account": _account(article, decoded, size),
    }


def _account(article: Article, decoded: Decoded, size: int) -> dict[str, Any]:
    kept, characters = len(article.text), len(decoded.text)
    share = round(kept / characters, 4) if characters else 1.0
    little = ("little of it is text: look whether it was read well",) if share < _LITTLE else ()
    return {
        "format": article.format,
        "encoding": decoded.encoding,
        "bytes": size,
        "characters": characters,
        "kept": kept,
        "share": share,
        "warnings": [*decoded.warnings, *article.warnings, *little],
    }
