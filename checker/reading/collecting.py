"""Files to documents, and a word on every file that is none."""

import datetime as dt
import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

import pandas as pd

from checker.reading.articles import article
from checker.reading.dating import Published, given_day
from checker.reading.decoding import UnreadableError, decode
from checker.reading.formats import READERS
from checker.reading.loading import load
from checker.reading.rows import row
from checker.reading.walking import Place, places, shown
from checker.tables import DOCUMENTS, SKIPPED, frame

_ID_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a set of paths."""

    documents: pd.DataFrame  # the documents table
    skipped: pd.DataFrame  # the skipped table


@dataclass(slots=True)
class _Shelf:
    """The rows collected so far."""

    published: dt.date | None
    documents: list[dict[str, Any]] = field(default_factory=list)
    skipped: list[dict[str, Any]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    seen: dict[str, str] = field(default_factory=dict)  # SHA-256 of what was read -> its path

    def skip(self, path: str, reason: str, *, unread: bool) -> None:
        self.skipped.append({"path": shown(path), "reason": reason, "unread": unread})


def collect(
    paths: str | os.PathLike[str] | Sequence[str | os.PathLike[str]], *, published: Published = None
) -> Reading:
    """Read files and folders; arguments as `checker.read`.

    Raises:
        FileNotFoundError: one of the paths does not exist; nothing is read then.
        ValueError: `published` is no ISO 8601 day.

    """
    names = [os.fspath(path) for path in ([paths] if isinstance(paths, (str, os.PathLike)) else paths)]
    for name in names:
        if not os.path.lexists(name):
            raise FileNotFoundError(f"{shown(name)}: no such file or folder")
    shelf = _Shelf(given_day(published))
    for place in places(names, READERS):
        if place.reason is None:
            _read(shelf, place)
        else:
            shelf.skip(place.path, place.reason, unread=place.is_unread)
    return Reading(frame(DOCUMENTS, shelf.documents), frame(SKIPPED, shelf.skipped))


def _read(shelf: _Shelf, place: Place) -> None:
    """Put one file on the shelf: as a document, or among the skipped."""
    try:
        content = load(place)
        digest = hashlib.sha256(content).hexdigest()
        if not content:
            shelf.skip(place.path, "an empty file", unread=False)
        elif digest in shelf.seen:
            shelf.skip(place.path, f"same bytes as {shelf.seen[digest]}", unread=False)
        else:
            shelf.documents.append(_document(shelf, place, content, digest))
            shelf.seen[digest] = shown(place.path)
    except UnreadableError as error:
        shelf.skip(place.path, str(error), unread=True)


def _document(shelf: _Shelf, place: Place, content: bytes, digest: str) -> dict[str, Any]:
    decoded = decode(content)
    found = article(READERS[PurePath(place.path).suffix.lower()](decoded.text))
    if not found.text.strip():
        raise UnreadableError(f"no text came out of {len(content)} bytes")
    day = (shelf.published, "flag") if shelf.published is not None else (found.published, found.published_from)
    short = digest[:_ID_DIGITS]
    identity = digest if short in shelf.ids else short  # two files whose digests begin alike
    shelf.ids.add(identity)
    return row(found, decoded, identity=identity, path=shown(place.path), size=len(content), published=day)
