"""The claims of documents that have not changed. A document is known by all that extraction sees of it."""

import hashlib
import io
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from checker.cache.sealed import DisbeliefError
from checker.tables import CLAIMS, DOCUMENTS, frame, validate

FILE = ".checker-claims"  # hidden, so that a walk over the folder passes it over

_SEEN = [column.name for column in DOCUMENTS if column.name not in {"account", "published_from"}]
_TYPES = {
    "str": pa.large_string(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
    "datetime64[s]": pa.timestamp("s"),
    "object": pa.list_(pa.large_string()),
}
_SCHEMA = pa.schema([(column.name, _TYPES[column.dtype]) for column in CLAIMS])


class Known:
    """Claims kept from an earlier run; lets through what is not known, and puts both together in the end."""

    def __init__(self, identity: str, content: bytes | None = None) -> None:
        """Take the content of an earlier run, where there is one.

        Args:
            identity: what claims depend on beside their document; content of another identity is nothing known.
            content: as `content` gave it.

        Raises:
            DisbeliefError: it holds no claims.

        """
        self._identity = identity
        self._claims, self._rows = _read(content, identity) if content else (frame(CLAIMS, []), {})
        self._asked: dict[str, tuple[str, str]] = {}  # id of a document of this run -> its key and path, in order
        self._kept: list[tuple[str, int]] = [(key, len(rows)) for key, rows in self._rows.items()]
        self.is_changed = False  # whether `content` now gives something else

    def unknown(self, blocks: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        """Of blocks of documents those whose claims are not known."""
        for block in blocks:
            keys = [_key(row) for row in block[_SEEN].itertuples(index=False, name=None)]
            self._asked.update(zip(block["id"], zip(keys, block["path"], strict=True), strict=True))
            fresh = np.array([key not in self._rows for key in keys], dtype=bool)
            if fresh.any():
                yield block[fresh].reset_index(drop=True)

    def completed(self, claims: pd.DataFrame, broken: Collection[str]) -> pd.DataFrame:
        """The claims of all documents that were asked for, in their order.

        Args:
            claims: those of the documents that were not known.
            broken: paths of documents that were not wholly read: they are tried again the next time.

        """
        known = [row for key, _ in self._asked.values() for row in self._rows.get(key, ())]
        parts = [part for part in (self._claims.iloc[known], claims) if len(part)]
        both = pd.concat(parts, ignore_index=True) if parts else claims
        place = {name: number for number, name in enumerate(self._asked)}
        order = np.argsort(both["document"].map(place).to_numpy(dtype=np.int64), kind="stable")
        whole = both.iloc[order].reset_index(drop=True)
        self._keep(whole, broken)
        return whole

    def _keep(self, claims: pd.DataFrame, broken: Collection[str]) -> None:
        counts: Mapping[Any, int] = claims["document"].value_counts().to_dict()
        whole = {name: key for name, (key, path) in self._asked.items() if path not in broken}
        before, self._kept = self._kept, [(key, counts.get(name, 0)) for name, key in whole.items()]
        self.is_changed = self._kept != before
        self._claims = claims[claims["document"].isin(whole)]

    def content(self) -> bytes:
        """What is known now, for the next run."""
        about = {b"identity": self._identity.encode(), b"documents": json.dumps(self._kept).encode()}
        table = pa.Table.from_pandas(self._claims, schema=_SCHEMA.with_metadata(about), preserve_index=False)
        written = io.BytesIO()
        with pa.ipc.new_file(written, table.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as file:
            file.write_table(table)
        return written.getvalue()


def _key(row: tuple[Any, ...]) -> str:
    return hashlib.sha256(json.dumps(row, default=_plain).encode()).hexdigest()


def _plain(cell: Any) -> Any:
    return cell.tolist() if isinstance(cell, np.ndarray) else str(cell)


def _read(content: bytes, identity: str) -> tuple[pd.DataFrame, Mapping[str, range]]:
    """The claims, and of every document the rows that are its own."""
    try:
        table = pa.ipc.open_file(pa.py_buffer(content)).read_all()
        about = table.schema.metadata
        if about[b"identity"].decode() != identity:
            return frame(CLAIMS, []), {}
        claims = pd.DataFrame({column.name: _cells(table[column.name], column.dtype) for column in CLAIMS})
        validate(CLAIMS, claims)
        return claims, _rows(json.loads(about[b"documents"]), len(claims))
    except (ValueError, TypeError, KeyError, AttributeError, pa.ArrowException) as error:
        raise DisbeliefError(f"holds no claims ({type(error).__name__})") from None


def _cells(column: Any, dtype: str) -> "pd.Series[Any]":
    return pd.Series(column.to_pylist() if dtype == "object" else column.to_pandas(), dtype=dtype)


def _rows(documents: list[tuple[str, int]], total: int) -> dict[str, range]:
    found: dict[str, range] = {}
    start = 0
    for key, count in documents:
        found[key] = range(start, start + count)
        start += count
    if start != total:
        raise ValueError("not as many claims as its documents have")
    return found
