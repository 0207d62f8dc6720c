"""Files of reference facts to documents and cells."""

import hashlib
import os
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from checker.reading.article import Article
from checker.reading.dating import in_words
from checker.reading.decoding import Decoded, UnreadableError, decode
from checker.reading.facts.cells import LONGEST, Row, keep, rows, separator_of
from checker.reading.facts.columns import COLUMNS, EITHER, NEEDED, QUOTED, FactsError, named
from checker.reading.lines import line_and_column
from checker.reading.loading import MOST_BYTES, load
from checker.reading.rows import line_starts
from checker.reading.rows import row as document_row
from checker.reading.walking import Place, shown
from checker.tables import DOCUMENTS, FACTS, SKIPPED, frame
from checker.values.offsets import OffsetBuilder

FORMAT = "facts"
MOST_ROWS = 50_000  # of one file
_ID_DIGITS = 12
_BETWEEN = " | "
_HEADER_ALONE = "a header and no fact below it: export it again, or leave it out"


@dataclass(frozen=True, slots=True)
class Facts:
    """What came of tables of reference facts."""

    documents: pd.DataFrame  # the documents table, a row a fact
    cells: pd.DataFrame  # the facts table
    skipped: pd.DataFrame  # the skipped table: rows that could not be read


@dataclass(slots=True)
class _Shelf:
    documents: list[dict[str, Any]] = field(default_factory=list)
    cells: list[dict[str, Any]] = field(default_factory=list)
    skipped: list[dict[str, Any]] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)  # what a row says -> its path


@dataclass(frozen=True, slots=True)
class _Table:
    """One file, its header read."""

    path: str
    decoded: Decoded
    columns: tuple[str, ...]
    lines: list[int]  # where they begin


class _RowError(Exception):
    """A row that cannot be used: where in the original, and why."""

    def __init__(self, place: int, message: str) -> None:
        super().__init__(message)
        self.place = place


def facts(paths: Sequence[str | os.PathLike[str]], most_bytes: int = MOST_BYTES) -> Facts:
    """Read tables of reference facts.

    Args:
        paths: files of CSV, the first line of each naming its columns.
        most_bytes: of a file.

    Returns:
        A document for each row, with its cells as the facts table; a word on every row that could not be read.

    Raises:
        FactsError: a file cannot be read, or its header cannot be used.

    """
    shelf = _Shelf()
    for path in dict.fromkeys(os.fspath(path) for path in paths):
        _read(shelf, path, most_bytes)
    return Facts(frame(DOCUMENTS, shelf.documents), frame(FACTS, shelf.cells), frame(SKIPPED, shelf.skipped))


def _read(shelf: _Shelf, path: str, most_bytes: int) -> None:
    name = shown(path)
    try:
        decoded = decode(_content(path, most_bytes))
    except UnreadableError as error:
        raise FactsError(f"{name}: {error}") from None
    separator = separator_of(decoded.text.split("\n", 1)[0])
    found = rows(decoded.text, separator)
    table = _Table(name, decoded, _header(name, decoded.text, next(found, None)), line_starts(decoded.text))
    count = 0
    for count, row in enumerate(found, 1):
        if count > MOST_ROWS:
            shelf.skipped.append(_word(name, f"more than {MOST_ROWS:,} rows: the others are not read; split it"))
            return
        try:
            _add(shelf, table, row)
        except _RowError as error:
            line = bisect_right(table.lines, error.place)
            column = error.place - table.lines[line - 1] + 1
            shelf.skipped.append(_word(f"{name}:{line}", f"column {column}: {error}"))
    if not count:
        shelf.skipped.append(_word(name, _HEADER_ALONE))


def _content(path: str, most_bytes: int) -> bytes:
    content = load(Place(path, is_named=True), most_bytes)
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise UnreadableError("a spreadsheet: save it as CSV")
    return content


def _word(path: str, reason: str) -> dict[str, Any]:
    return {"path": path, "reason": reason, "unread": True}


def _header(path: str, original: str, row: Row | None) -> tuple[str, ...]:
    if row is None:
        raise FactsError(f"{path}: empty; the first line names the columns, the others hold a fact each")
    if row.fault:
        raise FactsError(f"{path}:{row.line}: {row.fault}")
    cells = row.cells[: len(COLUMNS) + 1]  # beyond as many, one of them is unknown or stands twice
    return named(path, [(original[c.start : c.end], line_and_column(original, c.start)[1]) for c in cells])


def _add(shelf: _Shelf, table: _Table, row: Row) -> None:
    """Put a row on the shelf.

    Raises:
        _RowError: it cannot be used.

    """
    words = _words(table, row)
    path = f"{table.path}:{row.line}"
    first = shelf.seen.setdefault(repr(sorted(words.items())), path)
    if first != path:
        shelf.skipped.append({"path": path, "reason": f"says the same as {first}", "unread": False})
        return
    told, places = _quote(table, row)
    identity = hashlib.sha256(repr((path, sorted(words.items()))).encode()).hexdigest()[:_ID_DIGITS]
    known = {"identity": identity, "path": path}
    shelf.documents.append(_document(table, row, words, told, known))
    shelf.cells.append({"document": identity, "path": path, "words": words, "places": places})


def _words(table: _Table, row: Row) -> dict[str, str]:
    """Column -> what stands in it, of those that are not empty.

    Raises:
        _RowError: cells are missing, too many or too long, or the day is none.

    """
    original = table.decoded.text
    if row.fault:
        raise _RowError(row.fault_at, row.fault)
    if len(row.cells) > len(table.columns):
        raise _RowError(row.cells[len(table.columns)].start, _too_many(table, row))
    given = dict(zip(table.columns, row.cells, strict=False))
    words = {name: _said(original, cell.start, cell.end) for name, cell in given.items() if cell.end > cell.start}
    for name in NEEDED:
        if name not in words:
            raise _RowError(given[name].start if name in given else row.start, f"no {name}: fill it in")
    if not any(name in words for name in EITHER):
        raise _RowError(row.start, "neither entity nor place: fill in whom or where it is about")
    long = next((name for name in words if given[name].end - given[name].start > LONGEST), None)
    if long is not None and long != "note":
        raise _RowError(given[long].start, f"{long} is longer than {LONGEST} characters")
    if "published" in words and in_words(words["published"]) is None:
        raise _RowError(given["published"].start, f"published {words['published'][:40]!r} is no day: write 2025-02-11")
    return words


def _too_many(table: _Table, row: Row) -> str:
    return (
        f"{len(row.cells)} cells under {len(table.columns)} columns; "
        'a cell that holds a comma stands in quotation marks: "1,200"'
    )


def _said(original: str, start: int, end: int) -> str:
    return " ".join(original[start:end].replace('""', '"').split())


def _quote(table: _Table, row: Row) -> tuple[OffsetBuilder, dict[str, int]]:
    """The text of a row: what it says, with a bar between the cells; and where in it each cell begins."""
    builder, places = OffsetBuilder(), dict[str, int]()
    for name, cell in zip(table.columns, row.cells, strict=False):
        if name in QUOTED and cell.end > cell.start:
            if places:
                builder.mean(_BETWEEN, cell.start, cell.start + 1)
            places[name] = builder.length
            keep(builder, table.decoded.text, cell)
    return builder, places


def _document(
    table: _Table, row: Row, words: dict[str, str], told: OffsetBuilder, known: dict[str, str]
) -> dict[str, Any]:
    """The row of the documents table; `known` is its id and path."""
    day = in_words(words["published"]) if "published" in words else None
    article = Article(
        format=FORMAT,
        text=told.text,
        offsets=told.offsets,
        sections=((0, told.length, "reference"),),
        title=None,
        url=words.get("url"),
        outlet=words["source"],
        published=day,
        published_from="feed" if day else "unknown",
        language="en",
        warnings=(),
    )
    piece = table.decoded.text[row.start : row.end]
    published = article.published, article.published_from
    size = len(piece.encode())
    return document_row(article, table.decoded, **known, size=size, characters=len(piece), published=published)
