"""Verifying: every document, claim and key is what was written, and nothing is there that was not."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from checker.archive.chunks import chunks
from checker.archive.members import reckoned
from checker.archive.opening import address, reading
from checker.archive.packing import unpacked
from checker.archive.schema import ARCHIVED_CLAIMS, BATCHES, DOCUMENTS, KEYS, MEMBERS
from checker.archive.witnesses import claims_of, is_whole


def verify(where: str) -> list[str]:
    """What is wrong with an archive, a line each; nothing where it is whole.

    Raises:
        ArchiveError: there is no archive of this version.
        DamagedError: it is damaged so that it cannot be read on.

    """
    with reading(address(where)) as connection:
        return [*_database(connection), *_batches(connection), *_documents(connection), *_strays(connection)]


def _database(connection: Connection) -> Iterator[str]:
    """What the database itself tells of its pages."""
    if connection.dialect.name == "sqlite":
        lines = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars()
        yield from (f"database: {line}" for line in lines if line != "ok")


def _batches(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(BATCHES).order_by(BATCHES.c.number)).all():
        if reckoned(connection, row.number) != row.checksum:
            yield f"batch {row.name}: its documents are not those that were added"


def _documents(connection: Connection) -> Iterator[str]:
    numbers = connection.execute(select(DOCUMENTS.c.number).order_by(DOCUMENTS.c.number)).scalars().all()
    for some in chunks(numbers):
        told = claims_of(connection, some)
        asked = select(DOCUMENTS).where(DOCUMENTS.c.number.in_(some)).order_by(DOCUMENTS.c.number)
        for row in map(dict, connection.execute(asked).mappings()):
            if not is_whole(row, told.get(row["number"], [])):
                yield f"document {row['id']} ({row['path']}): it or its claims are not what was written"
            elif row["is_newest"] and _is_hidden(connection, row):
                yield f"document {row['id']} ({row['path']}): not found by all of its keys"


def _is_hidden(connection: Connection, document: dict[str, Any]) -> bool:
    """Whether a key of a document does not lead to it."""
    keys = unpacked(document["keys"])
    found = select(func.count()).select_from(KEYS).where(KEYS.c.document == document["number"])
    return sum(connection.execute(found.where(KEYS.c.key.in_(s))).scalar_one() for s in chunks(keys)) != len(keys)


def _strays(connection: Connection) -> Iterator[str]:
    """Rows of documents that are not there."""
    for table, column in _OWNED:
        lost = select(func.count()).select_from(table).where(table.c[column].not_in(select(DOCUMENTS.c.number)))
        if count := connection.execute(lost).scalar_one():
            yield f"{table.name}: {count:,} rows of documents that are not there"


_OWNED = ((ARCHIVED_CLAIMS, "document_number"), (MEMBERS, "document"), (KEYS, "document"))
