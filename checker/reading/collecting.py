"""Files to documents, and a word on every file that is none. Block by block, so that the texts need not all be held."""

import datetime as dt
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from checker.reading.article import Part
from checker.reading.articles import article
from checker.reading.datelines import with_year
from checker.reading.dating import Published, given_day
from checker.reading.decoding import UnreadableError, decode
from checker.reading.formats import BINARIES, CONTAINERS, READERS, by_marks, by_signature
from checker.reading.loading import MOST_BYTES, load
from checker.reading.odd import check_kept, check_kind
from checker.reading.packed import SIGNATURE, begins, type_of, unpacked
from checker.reading.records.fields import Fields, merged
from checker.reading.rows import row
from checker.reading.walking import STANDARD_INPUT, Place, places, shown
from checker.tables import DOCUMENTS, SKIPPED, frame

Paths = str | os.PathLike[str] | Sequence[str | os.PathLike[str]]
Progress = Callable[[int, int], None]  # is told after every file how many are read, of how many

_ID_DIGITS = 12
_EMPTY = "an empty file: its writing may have been cut off; write it again, or take it away"
_NOTHING = "nothing in it that could be an article: its writing may have been cut off; write it again, or take it away"
_FULL = 1 << 18  # characters of text in a block, after which the next begins


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a set of paths, or of some of them."""

    documents: pd.DataFrame  # the documents table
    skipped: pd.DataFrame  # the skipped table


@dataclass(slots=True)
class _Shelf:
    """The rows collected so far, and what all rows before them are known by."""

    published: dt.date | None
    fields: Fields
    most_bytes: int
    documents: list[dict[str, Any]] = field(default_factory=list)
    skipped: list[dict[str, Any]] = field(default_factory=list)
    characters: int = 0
    ids: set[str] = field(default_factory=set)
    seen: dict[bytes, str] = field(default_factory=dict)  # SHA-256 of what was read -> its path
    days: set[dt.date] = field(default_factory=set)  # on which one was published
    yearless: dict[str, dt.date] = field(default_factory=dict)  # ids of those that wait for a year -> their day

    def skip(self, path: str, reason: str, *, unread: bool) -> None:
        self.skipped.append({"path": path, "reason": reason, "unread": unread})

    def emptied(self) -> Reading:
        """What is on the shelf, but for those that wait for a year: they stay."""
        waiting = [one for one in self.documents if one["id"] in self.yearless]
        ready = [one for one in self.documents if one["id"] not in self.yearless]
        reading = Reading(frame(DOCUMENTS, ready), frame(SKIPPED, self.skipped))
        self.documents, self.skipped, self.characters = waiting, [], 0
        return reading

    def settle(self) -> None:
        """Give those that wait the year in which they are near the others, as far as there is one."""
        found = {day: with_year(day, self.days) for day in {*self.yearless.values()}}
        for one in self.documents:
            waits = self.yearless.pop(one["id"], None)
            day = found[waits] if waits is not None else None
            if day is not None:
                one.update(published=day, published_from="dateline and batch")

    def rest(self) -> Iterator[Reading]:
        """What is left in the end, which is much where many waited."""
        left, self.documents, self.characters = self.documents, [], 0
        for one in left:
            self.documents.append(one)
            self.characters += len(one["text"])
            if self.characters > _FULL:
                yield self.emptied()
        yield self.emptied()


def collect(
    paths: Paths,
    *,
    published: Published = None,
    fields: Mapping[str, Sequence[str]] | None = None,
    most_bytes: int = MOST_BYTES,
) -> Reading:
    """Read files and folders; arguments as `checker.read`.

    Raises:
        FileNotFoundError: one of the paths does not exist; nothing is read then.
        ValueError: `published` is no ISO 8601 day.

    """
    found = list(blocks(paths, published=published, fields=fields, most_bytes=most_bytes))
    documents, skipped = [one.documents for one in found], [one.skipped for one in found]
    return Reading(pd.concat(documents, ignore_index=True), pd.concat(skipped, ignore_index=True))


def blocks(
    paths: Paths,
    *,
    published: Published = None,
    fields: Mapping[str, Sequence[str]] | None = None,
    most_bytes: int = MOST_BYTES,
    progress: Progress | None = None,
) -> Iterator[Reading]:
    """What `collect` gives, a block of documents at a time; at least one, in the same order.

    Raises:
        As `collect`, before the first block.

    """
    names = [os.fspath(path) for path in ([paths] if isinstance(paths, (str, os.PathLike)) else paths)]
    for name in names:
        if name != STANDARD_INPUT and not os.path.lexists(name):
            raise FileNotFoundError(f"{shown(name)}: no such file or folder")
    shelf = _Shelf(given_day(published), merged(fields), most_bytes)
    found = places(names, {*READERS, *CONTAINERS, *BINARIES})
    for count, place in enumerate(found, 1):
        for _ in _read(shelf, place):
            if shelf.characters > _FULL:
                yield shelf.emptied()
        if progress is not None:
            progress(count, len(found))
    shelf.settle()
    yield from shelf.rest()


def _read(shelf: _Shelf, place: Place) -> Iterator[None]:
    """Put one file on the shelf: its documents, or a word among the skipped; stops after every document."""
    path = shown(place.path)
    if place.reason is not None:
        shelf.skip(path, place.reason, unread=place.is_unread)
        return
    try:
        suffix, content = _opened(place, load(place, shelf.most_bytes), shelf.most_bytes)
        digest = hashlib.sha256(content).digest()
        if not content:
            shelf.skip(path, _EMPTY, unread=True)
        elif _is_new(shelf, path, digest):
            yield from _read_content(shelf, (path, suffix), content, digest)
    except UnreadableError as error:
        shelf.skip(path, str(error), unread=True)
    except Exception as error:  # noqa: BLE001 - unforeseen; one file must not lose the others
        reason = f"could not be read ({type(error).__name__}: {error}): a fault of checker, please report it"
        shelf.skip(path, reason, unread=True)


def _is_new(shelf: _Shelf, path: str, digest: bytes) -> bool:
    """Whether nothing of the same bytes was read before; otherwise it is named among the skipped."""
    first = shelf.seen.setdefault(digest, path)
    if first != path:
        shelf.skip(path, f"same bytes as {first}", unread=False)
    return first == path


def _opened(place: Place, content: bytes, most_bytes: int) -> tuple[str | None, bytes]:
    """The type of a file, None where only its content tells, and its bytes; what is packed unpacked.

    A web archive stays packed: its records are unpacked one by one.
    """
    is_named = place.path != STANDARD_INPUT
    suffix, is_packed = type_of(place.path) if is_named else ("", content.startswith(SIGNATURE))
    if is_packed and not is_named and begins(content).startswith(b"WARC/"):
        suffix = ".warc"
    if is_packed and suffix != ".warc":
        content = unpacked(content, most_bytes)
    return suffix or None, content


def _read_content(shelf: _Shelf, named: tuple[str, str | None], content: bytes, digest: bytes) -> Iterator[None]:
    """Put the articles of a file, known by its path and type, on the shelf."""
    is_told = False
    for part in _parts(shelf, named[1], content):
        is_told = True
        path = named[0] + part.name
        piece = content if part.content is None else part.content
        own = digest if part.content is None else hashlib.sha256(piece).digest()
        if part.draft is None:
            shelf.skip(path, part.reason, unread=part.is_unread)
        elif not part.name or _is_new(shelf, path, own):
            try:
                shelf.documents.append(_document(shelf, path, part, (own.hex(), len(piece))))
            except UnreadableError as error:
                shelf.skip(path, str(error), unread=True)
            yield
    if not is_told:
        shelf.skip(named[0], _NOTHING, unread=True)


def _parts(shelf: _Shelf, suffix: str | None, content: bytes) -> Iterator[Part]:
    """The articles of a file, each with what its places count in; one of many with its own bytes."""
    if suffix is not None:
        check_kind(suffix, content)
    suffix = suffix or by_signature(content)
    if suffix is not None and suffix in BINARIES:
        yield from BINARIES[suffix](content, shelf.most_bytes)
        return
    decoded = decode(content)
    if suffix is None:
        suffix = by_marks(decoded.text)
        check_kind(suffix, content)
    for part in _text_parts(suffix, decoded.text, shelf.fields):
        piece = decoded.text[part.start : part.end].encode() if part.name else None
        yield replace(part, decoded=decoded, content=piece)


def _text_parts(suffix: str, text: str, fields: Fields) -> Iterator[Part]:
    """The articles of a decoded file."""
    if suffix in CONTAINERS:
        yield from CONTAINERS[suffix](text, fields)
        return
    yield Part("", 0, len(text), READERS[suffix](text))


def _document(shelf: _Shelf, path: str, part: Part, known: tuple[str, int]) -> dict[str, Any]:
    """The row of an article; `known` is the SHA-256 of its bytes, and their number."""
    digest, size = known
    if part.draft is None or part.decoded is None:
        raise UnreadableError(part.reason)
    found = article(part.draft)
    check_kept(found, part.end - part.start, size)
    day = (shelf.published, "flag") if shelf.published is not None else (found.published, found.published_from)
    short = digest[:_ID_DIGITS]
    identity = digest if short in shelf.ids else short  # two whose digests begin alike
    shelf.ids.add(identity)
    shelf.characters += len(found.text)
    if day[0] is not None:
        shelf.days.add(day[0])
    elif found.yearless is not None:
        shelf.yearless[identity] = found.yearless
    characters = part.end - part.start
    return row(found, part.decoded, identity=identity, path=path, size=size, characters=characters, published=day)
