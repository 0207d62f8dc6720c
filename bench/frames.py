"""What the adapters share: texts to frames through the public verbs, and cells to JSON."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

import pandas as pd

import checker

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a record, as a document."""

    id: str  # unique in its frame
    text: str
    published: dt.date | None = None
    outlet: str | None = None
    batch: str | None = None  # texts of different batches are never compared


def day(written: str | None) -> dt.date | None:
    """A day written YYYY-MM-DD; none where nothing is written."""
    return dt.date.fromisoformat(written) if written else None


def rows(frame: pd.DataFrame) -> list[Row]:
    """The rows of a frame as mappings."""
    return cast("list[Row]", frame.to_dict("records"))


def claims(texts: Sequence[Text]) -> pd.DataFrame:
    """The claims of all texts; `document` is the text's id.

    Raises:
        ValueError: two texts of one id.

    """
    ids = [text.id for text in texts]
    if len(set(ids)) != len(ids):
        raise ValueError("two texts bear one id")
    documents = checker.documents(
        [text.text for text in texts],
        published=[text.published for text in texts],
        ids=ids,
        outlets=[text.outlet for text in texts],
        batches=[text.batch for text in texts],
    )
    return checker.extract(documents)


def by_document(frame: pd.DataFrame, kinds: Iterable[str]) -> dict[str, list[Row]]:
    """The claims of some kinds, document by document, in order of place."""
    wanted = frozenset(kinds)
    found: dict[str, list[Row]] = {}
    for row in rows(frame):
        if row["kind"] in wanted:
            found.setdefault(row["document"], []).append(row)
    return found


def known(cell: Any) -> Any:
    """A cell, or none where it is missing (NaN, NaT, null)."""
    return None if cell is None or cell is pd.NaT or (isinstance(cell, float) and math.isnan(cell)) else cell
