"""What is in an archive: its batches, and all of it as Parquet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from sqlalchemy import Connection, Select, func, select

from checker.archive import cells, marks
from checker.archive.adding import unfinished
from checker.archive.errors import DamagedError
from checker.archive.opening import address, alone, reading, writing
from checker.archive.rows import FACTS
from checker.archive.schema import ARCHIVED_CLAIMS, BATCHES, DOCUMENTS, MEMBERS
from checker.tables import CLAIMS

_OF_CLAIMS = {column.name: column.dtype for column in CLAIMS}
_OF_DOCUMENTS = {column.name: column.dtype for column in FACTS} | {"is_newest": "bool", "batches": "object"}
_ROWS = 20_000  # of an export in memory at a time


@dataclass(frozen=True, slots=True)
class Listed:
    """The batches of an archive."""

    batches: pd.DataFrame  # name, documents, claims, first, last (days of publication), in the order they were added
    lost: str | None  # the batch that somebody was adding and that was cut off


def listed(where: str) -> Listed:
    """The batches of an archive.

    Raises:
        ArchiveError: there is no archive of this version.
        DamagedError: it cannot be read.

    """
    found = address(where)
    with reading(found) as connection:
        rows = [dict(row) for row in connection.execute(_of_batches()).mappings()]
        lost = unfinished(connection, marks.left_behind(found.file))
    return Listed(pd.DataFrame(rows, columns=["name", "documents", "claims", "first", "last"]), lost)


def compact(where: str) -> None:
    """Give space that is no longer used back, and order what is left.

    Raises:
        ArchiveError: there is no archive of this version.
        DamagedError: it cannot be read or written.

    """
    found = address(where)
    with writing(found):  # it is an archive, and nobody is at work
        pass
    with alone(found) as connection:
        connection.exec_driver_sql("VACUUM")
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").close()


def export(where: str, folder: Path) -> dict[str, int]:
    """Write documents and claims as Parquet into a folder, which is made where there is none.

    Returns:
        File name to its number of rows.

    Raises:
        ArchiveError: there is no archive of this version.
        DamagedError: it cannot be read, or the folder cannot be written.

    """
    with reading(address(where)) as connection:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return {
                "documents.parquet": _written(folder / "documents.parquet", _OF_DOCUMENTS, _documents(connection)),
                "claims.parquet": _written(folder / "claims.parquet", _OF_CLAIMS, _claims(connection)),
            }
        except OSError as error:
            raise DamagedError(f"{folder}: cannot be written: {str(error.strerror).lower()}") from None


def _of_batches() -> Select[Any]:
    columns = (
        BATCHES.c.name,
        func.count().label("documents"),
        func.sum(DOCUMENTS.c.claims).label("claims"),
        func.min(DOCUMENTS.c.published).label("first"),
        func.max(DOCUMENTS.c.published).label("last"),
    )
    joined = BATCHES.join(MEMBERS, MEMBERS.c.batch == BATCHES.c.number)
    joined = joined.join(DOCUMENTS, DOCUMENTS.c.number == MEMBERS.c.document)
    return select(*columns).select_from(joined).group_by(BATCHES.c.number, BATCHES.c.name).order_by(BATCHES.c.number)


def _documents(connection: Connection) -> Iterator[pd.DataFrame]:
    """Documents with the names of the batches that hold them, and whether each is the newest of its story."""
    members = select(MEMBERS.c.document, BATCHES.c.name).join(BATCHES, BATCHES.c.number == MEMBERS.c.batch)
    held: dict[int, list[str]] = {}
    for row in connection.execute(members.order_by(BATCHES.c.number)):
        held.setdefault(row.document, []).append(row.name)
    result = connection.execute(select(DOCUMENTS).order_by(DOCUMENTS.c.number)).mappings()
    for rows in result.partitions(_ROWS):
        told = cells.told(FACTS, [dict(row) for row in rows])
        newest = pd.Series([bool(row["is_newest"]) for row in rows], dtype="bool")
        batches = pd.Series([held.get(row["number"], []) for row in rows], dtype="object")
        yield told.assign(is_newest=newest, batches=batches)


def _claims(connection: Connection) -> Iterator[pd.DataFrame]:
    ordered = select(ARCHIVED_CLAIMS).order_by(ARCHIVED_CLAIMS.c.document_number, ARCHIVED_CLAIMS.c.turn)
    result = connection.execution_options(yield_per=_ROWS).execute(ordered).mappings()
    for rows in result.partitions(_ROWS):
        yield cells.told(CLAIMS, [dict(row) for row in rows])


def _written(path: Path, columns: Mapping[str, str], parts: Iterable[pd.DataFrame]) -> int:
    """Write beside the place, then move there; the number of rows."""
    draft, count = path.with_name(f".{path.name}.draft"), 0
    schema = pa.schema([(name, _ARROW[dtype]) for name, dtype in columns.items()])
    with pq.ParquetWriter(draft, schema) as writer:
        for part in parts:
            writer.write_table(pa.Table.from_pandas(part, schema=schema, preserve_index=False))
            count += len(part)
    draft.replace(path)
    return count


# dtype of checker.tables -> type in the file.
_ARROW: Mapping[str, Any] = {
    "str": pa.string(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
    "datetime64[s]": pa.timestamp("s"),
    "object": pa.list_(pa.string()),
}
