"""Cells of frames as a database keeps them, and back; and the checksum of a document."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from checker.tables import Column, series

Row = Mapping[str, Any]

# Half of a pair of surrogates and the character zero: what not every database takes as text.
_UNKEPT = {0: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def text(cell: str) -> str:
    """A text that every database takes; each character it does not is one replacement character."""
    return cell if cell.isascii() and "\0" not in cell else cell.translate(_UNKEPT)


# dtype -> how a cell that is no null is kept. Adding 0.0 turns -0.0 into 0.0, which databases do not tell apart.
_KEPT: Mapping[str, Callable[[Any], Any]] = {
    "str": text,
    "int64": int,
    "float64": lambda cell: cell + 0.0,
    "bool": bool,
    "datetime64[s]": lambda cell: cell.date().isoformat(),
    "object": lambda cell: json.dumps(list(cell), ensure_ascii=True),
}


def kept(table: Sequence[Column], data: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame as the database keeps them."""
    names = [column.name for column in table]
    columns = [_kept(data[column.name], _KEPT[column.dtype]) for column in table]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _kept(cells: "pd.Series[Any]", keep: Callable[[Any], Any]) -> list[Any]:
    told = zip(cells.tolist(), cells.isna().tolist(), strict=True)
    return [None if is_null else keep(cell) for cell, is_null in told]


def told(table: Sequence[Column], rows: Sequence[Row]) -> pd.DataFrame:
    """The frame of a table from the rows of a database."""
    columns = {column.name: [row.get(column.name) for row in rows] for column in table}
    return pd.DataFrame({column.name: series(column, _READ[column.dtype](columns[column.name])) for column in table})


def _as_kept(cells: list[Any]) -> list[Any]:
    return cells


def _lists(cells: list[Any]) -> list[Any]:
    """What texts of JSON hold; those that come again, as the event of a document does, are read once."""
    known = {cell: json.loads(cell) for cell in {cell for cell in cells if isinstance(cell, str)}}
    return [known[cell] if isinstance(cell, str) else cell for cell in cells]


def _days(cells: list[Any]) -> list[Any]:
    known = {cell: pd.Timestamp(cell) for cell in set(cells) if cell is not None}
    return [None if cell is None else known[cell] for cell in cells]


# dtype -> how the cells of a column are read.
_READ: Mapping[str, Callable[[list[Any]], list[Any]]] = {
    "str": _as_kept,
    "int64": _as_kept,
    "float64": _as_kept,
    "bool": _as_kept,
    "datetime64[s]": _days,
    "object": _lists,
}


def checksum(document: Row, claims: Iterable[Row], keys: bytes) -> str:
    """The SHA-256 of a document with its claims and keys, all as kept."""
    lines = [[document[name] for name in sorted(document)]]
    names: list[str] = []
    for claim in claims:
        names = names or sorted(claim)
        lines.append([claim[name] for name in names])
    return hashlib.sha256(json.dumps(lines, ensure_ascii=True).encode() + keys).hexdigest()


def checksum_of_batch(name: str, checksums: Iterable[str]) -> str:
    """The checksum of a batch: of its name and of the checksums of its documents, in any order."""
    return hashlib.sha256("\n".join([name, *sorted(checksums)]).encode()).hexdigest()
