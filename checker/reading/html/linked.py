"""JSON-LD: what a page says of its article for machines."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from checker.reading.html.names import ARTICLES

_MOST = 1 << 20  # characters of one script
_MOST_OBJECTS = 2_000
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")


def linked_article(scripts: Iterable[str]) -> dict[str, str]:
    """The fields of the first article that the scripts describe: title, date, url, outlet, body; without it none."""
    for script in scripts:
        for found in _objects(script):
            if _is_article(found):
                return {name: words for name, words in _fields(found).items() if words}
    return {}


def _objects(script: str) -> Iterator[dict[str, Any]]:
    """The objects of a script at the top, in its graph and its main entity."""
    try:
        waiting = [json.loads(script)] if len(script) <= _MOST else []
    except (ValueError, RecursionError):  # not JSON, or nested without end
        return
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        found = waiting.pop()
        if isinstance(found, list):
            waiting += reversed(found[:_MOST_OBJECTS])
        elif isinstance(found, dict):
            yield found
            waiting += [found[name] for name in _INSIDE if name in found]


def _is_article(found: dict[str, Any]) -> bool:
    kinds = found.get("@type")
    return any(isinstance(kind, str) and kind.lower() in ARTICLES for kind in _listed(kinds))


def _fields(found: dict[str, Any]) -> dict[str, str]:
    return {
        "title": _words(found.get("headline")) or _words(found.get("name")),
        "date": _words(found.get("datePublished")),
        "url": _words(found.get("url")) or _words(found.get("mainEntityOfPage"), "@id"),
        "outlet": _words(found.get("publisher"), "name"),
        "body": _words(found.get("articleBody")),
    }


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _words(value: Any, key: str | None = None) -> str:
    """A string, or the one that an object holds under `key`, or the first of a list."""
    first = _listed(value)[0] if value else ""
    if key is not None and isinstance(first, dict):
        first = first.get(key)
    return first.strip() if isinstance(first, str) else ""
