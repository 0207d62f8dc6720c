"""Cells of frames as a database keeps them, and back; and the checksum of a document."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from checker.tables import Column, frame

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


def told(table: Sequence[Column], rows: Iterable[Row]) -> pd.DataFrame:
    """The frame of a table from the rows of a database."""
    lists = [column.name for column in table if column.dtype == "object"]
    days = [column.name for column in table if column.dtype == "datetime64[s]"]
    return frame(table, [_told(row, lists, days) for row in rows])


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


def _told(row: Row, lists: Sequence[str], days: Sequence[str]) -> Row:
    read = {name: json.loads(row[name]) for name in lists if isinstance(row.get(name), str)}
    dated = {name: pd.Timestamp(row[name]) for name in days if row[name] is not None}
    return {**row, **read, **dated}
