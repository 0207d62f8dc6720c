"""Tables as Arrow and back: what engines pass between processes, and what Parquet holds."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from checker.tables import TABLES, Column, Tables

# Of the documents: numbers, lists and mappings of many shapes, as JSON. Other objects are lists of strings.
AS_JSON = frozenset({"offsets", "lines", "locators", "sections", "account"})

_TYPES: Mapping[str, Any] = {
    "str": pa.string(),
    "bytes": pa.binary(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
    "datetime64[s]": pa.timestamp("us"),
    "object": pa.list_(pa.string()),
}


def schema(columns: Sequence[Column]) -> pa.Schema:
    """The Arrow schema of a table."""
    return pa.schema([(column.name, _type(column)) for column in columns])


def to_arrow(data: pd.DataFrame, columns: Sequence[Column]) -> pa.Table:
    """A frame as Arrow, with exactly these columns."""
    return pa.table([_array(data[column.name], column) for column in columns], schema=schema(columns))


def from_arrow(data: pa.Table | pa.RecordBatch, columns: Sequence[Column]) -> pd.DataFrame:
    """A frame with exactly these columns, in the dtypes of the table; Arrow may hold further ones."""
    return pd.DataFrame({column.name: _cells(data.column(column.name), column) for column in columns})


def lay(tables: Tables, folder: Path) -> None:
    """Write the four tables as Parquet into a folder, which is made where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns in TABLES.items():
        if name != "skipped":
            pq.write_table(to_arrow(getattr(tables, name), columns), folder / f"{name}.parquet", compression="zstd")


def _type(column: Column) -> Any:
    return pa.string() if column.name in AS_JSON else _TYPES[column.dtype]


def _array(cells: "pd.Series[Any]", column: Column) -> Any:
    if column.name in AS_JSON:
        return pa.array([None if cell is None else json.dumps(cell, default=list) for cell in cells], pa.string())
    values = cells.astype("datetime64[us]") if column.dtype == "datetime64[s]" else cells
    return pa.array(values, _TYPES[column.dtype], from_pandas=True)


def _cells(array: Any, column: Column) -> "pd.Series[Any]":
    if column.name in AS_JSON:
        read = [None if cell is None else json.loads(cell) for cell in array.to_pylist()]
        return pd.Series(read, dtype="object")
    if column.dtype in ("object", "bytes"):
        return pd.Series(array.to_pylist(), dtype="object")
    if column.dtype == "datetime64[s]":
        return array.to_pandas().astype("datetime64[s]")  # type: ignore[no-any-return] # pyarrow has no types
    return pd.Series(array.to_pandas(), dtype=column.dtype)
