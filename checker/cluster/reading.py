"""Documents and claims of a batch, laid down: from files, from Parquet, or from a table that a session has."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pandas as pd
import pyarrow as pa

from checker.engine.arrow import to_arrow
from checker.engine.spark.ground import Ground, Table, f
from checker.extracting import extracted
from checker.tables import CLAIMS, DOCUMENTS, SKIPPED, Column, frame

ORDER = Column("order", "int64", "place of the document among those read from files; 0 for those of a table")
TURN = Column("turn", "int64", "place of the claim among those of its document")
PLACED = ("order", "path", "document", "turn")  # the order of claims
READ = (ORDER, *DOCUMENTS)
TOLD = (ORDER, TURN, *CLAIMS)
_FAILED = Column(
    "failed", "str", "lost: a document that gave no claims; unread: one that was not wholly read", nullable=True
)
_GIVEN = (_FAILED, *TOLD)
_EACH = 500  # documents a part
_MOST_HELD = 32 << 20  # characters of text that are read before they are laid down


def documents(ground: Ground, blocks: Iterator[Any]) -> tuple[Table, pd.DataFrame]:
    """The documents of files, and those that were skipped; `blocks` as `checker.reading.collecting.blocks` gives them.

    Read here, where the files are; of their texts some 32 MB are held at a time.
    """
    skipped: list[pd.DataFrame] = []
    held: list[pa.Table] = []
    done, size, parts = 0, 0, 0
    for block in blocks:
        skipped.append(block.skipped)
        placed = block.documents.assign(order=range(done, done + len(block.documents)))
        held.append(to_arrow(placed.astype({"order": "int64"}), READ))
        done, size = done + len(placed), size + int(placed["text"].str.len().sum())
        if size > _MOST_HELD:
            ground.add("documents", pa.concat_tables(held), is_first=not parts)
            held, size, parts = [], 0, parts + 1
    if held:
        ground.add("documents", pa.concat_tables(held), is_first=not parts)
    return ground.lying("documents"), pd.concat(skipped, ignore_index=True)


def given(ground: Ground, table: Table) -> Table:
    """A table of documents, its columns those of `checker.tables.DOCUMENTS`; what it lacks of these is null.

    Raises:
        ValueError: it has no `id`, or no `text`.

    """
    missing = [name for name in ("id", "text") if name not in table.columns]
    if missing:
        raise ValueError(f"the table of documents has no column {missing[0]!r}")
    names = {column.name: column for column in DOCUMENTS}
    cells = [_cell(table, column) for column in names.values()]
    return ground.laid("documents", table.select(f.lit(0).cast("long").alias("order"), *cells))


_DEFAULTS = {"path": "id", "published_from": "'caller'", "account": '\'{"format": "text", "warnings": []}\''}


def _cell(table: Table, column: Column) -> Any:
    """A column in its type; lists and mappings are JSON."""
    kind = {"datetime64[s]": "timestamp_ntz"}.get(column.dtype, "string")
    if column.name in table.columns:
        return table[column.name].cast(kind).alias(column.name)
    default = _DEFAULTS.get(column.name, "null")
    return f.expr(f"cast({default} as {kind})").alias(column.name)


def claims(ground: Ground, documents: Table, most: int) -> tuple[Table, Table]:
    """The claims of documents, and rows that say of which not all could be read (columns as `_GIVEN`)."""
    parts = max(int(documents.count() // _EACH), ground.cores)
    spread = documents.repartition(parts, "id")
    made = ground.laid("extracted", ground.mapped(spread, partial(_extract, most=most), READ, _GIVEN))
    return made.where("failed is null").drop("failed"), made.where("failed is not null")


def _extract(documents: pd.DataFrame, most: int) -> pd.DataFrame:
    """The claims of a block, in `_GIVEN`."""
    made = extracted(documents, most)
    order = dict(zip(documents["id"], documents["order"], strict=True))
    claims = made.claims.assign(failed=pd.Series(None, made.claims.index, dtype="str"))
    claims["order"] = claims["document"].map(order).astype("int64")
    claims["turn"] = claims.groupby("document").cumcount().astype("int64")
    unread = made.broken.itertuples(index=False, name=None)
    rows = [{"failed": "unread", "path": path, "text": reason} for path, reason, _ in unread]
    rows += [{"failed": "lost", "document": name} for name in sorted(made.lost)]
    return pd.concat([claims, frame(_GIVEN, rows)], ignore_index=True) if rows else claims


def broken(failed: Table) -> pd.DataFrame:
    """The rows of `skipped` on documents that were not wholly read."""
    found = failed.where("failed = 'unread'").select("path", "text").orderBy("path", "text").toArrow().to_pydict()
    rows = [{"path": path, "reason": why, "unread": True} for path, why in zip(*found.values(), strict=True)]
    return frame(SKIPPED, rows)


def without(documents: Table, failed: Table) -> Table:
    """The documents but for those of which no claim could be read."""
    lost = failed.where("failed = 'lost'").select(f.col("document").alias("id")).distinct()
    return documents.join(lost, "id", "left_anti")
