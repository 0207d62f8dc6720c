"""Frames to plain rows: what every format starts from. A row holds only what JSON can hold."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from checker.tables import Column

Row = dict[str, Any]

_AS_THEY_ARE = {str, int, bool, type(None)}


def rows(table: Sequence[Column], data: pd.DataFrame) -> list[Row]:
    """The columns of `table`, row by row: null is None, a day is "2022-02-24", numbers are finite or None."""
    columns = [_cells(data[column.name]) for column in table]
    names = [column.name for column in table]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]


def _cells(column: Any) -> list[Any]:
    """The cells of a column: of numbers, texts and days at once, of what else it may hold one by one."""
    if isinstance(column.dtype, pd.StringDtype):
        return list(column.to_numpy(dtype=object, na_value=None))
    if isinstance(column.dtype, np.dtype) and column.dtype.kind == "M":
        days = column.to_numpy().astype("datetime64[D]").astype(str).tolist()
        return [None if day == "NaT" else day for day in days]
    cells = column.tolist()
    if pd.api.types.is_float_dtype(column.dtype):
        return [cell if math.isfinite(cell) else None for cell in cells]
    is_plain = pd.api.types.is_bool_dtype(column.dtype) or pd.api.types.is_integer_dtype(column.dtype)
    return cells if is_plain and not column.hasnans else [plain(cell) for cell in cells]


def plain(cell: Any) -> Any:
    """A cell of a frame as None, bool, int, float, str, list or dict."""
    if type(cell) in _AS_THEY_ARE:  # by far the most, inside lists of words
        return cell
    if isinstance(cell, (list, tuple, np.ndarray)):
        return [plain(part) for part in cell]
    if isinstance(cell, Mapping):
        return {str(key): plain(part) for key, part in cell.items()}
    if isinstance(cell, np.generic):
        cell = cell.item()
    return _scalar(cell)


def _scalar(cell: Any) -> Any:
    if cell is None or cell is pd.NaT or cell is pd.NA:
        return None
    if isinstance(cell, float):
        return cell if math.isfinite(cell) else None
    if isinstance(cell, (bool, int, str)):
        return cell
    return cell.isoformat()[:10]  # what is left are days
