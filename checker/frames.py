"""Frames that a caller hands to a stage, checked before anything is done with them."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from checker.tables import Column


def given(data: pd.DataFrame, table: Sequence[Column], name: str) -> pd.DataFrame:
    """The frame of a table as the stages take it: lists are lists, also where Parquet has made arrays of them.

    Args:
        data: the frame.
        table: its columns.
        name: what a message calls it.

    Raises:
        TypeError: it is no frame.
        ValueError: a column is missing, or days are no days; the message names the column.

    """
    if not isinstance(data, pd.DataFrame):
        raise TypeError(f"{name}: a pandas frame is expected, not {type(data).__name__}")
    missing = [column.name for column in table if column.name not in data]
    if missing:
        raise ValueError(f"{name}: no column `{missing[0]}`; columns are those of checker.tables")
    lists: dict[str, list[Any]] = {}
    for column in table:
        cells = data[column.name]
        is_day = column.dtype.startswith("datetime64")
        if is_day and not (pd.api.types.is_datetime64_any_dtype(cells) or cells.isna().all()):
            raise ValueError(f"{name}: column `{column.name}` holds no days, but {cells.dtype}; keep tables as Parquet")
        if column.dtype == "object" and any(isinstance(cell, np.ndarray) for cell in cells):
            lists[column.name] = [cell.tolist() if isinstance(cell, np.ndarray) else cell for cell in cells]
    for kept, made in lists.items():
        data = data.assign(**{kept: pd.Series(made, data.index, dtype="object")})
    return data


def unique(documents: pd.DataFrame) -> pd.DataFrame:
    """The documents, of which no two different ones share an id; one that is read twice may stand there twice.

    Raises:
        ValueError: an id stands for two texts.

    """
    told = documents[["id", "text"]].drop_duplicates()
    twice = told["id"][told["id"].duplicated()]
    if len(twice):
        raise ValueError(f"documents: id {twice.iloc[0]!r} stands for two texts; give each an id of its own")
    return documents
