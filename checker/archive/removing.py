"""Removing: a batch, or one article that was withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, or_, select

from checker.archive.chunks import chunks
from checker.archive.errors import ArchiveError
from checker.archive.members import reckon
from checker.archive.opening import address, writing
from checker.archive.schema import ARCHIVED_CLAIMS, BATCHES, DOCUMENTS, MEMBERS
from checker.archive.stories import forget_keys, settle


@dataclass(frozen=True, slots=True)
class Removed:
    """What was removed."""

    batches: int
    documents: int


def remove(where: str, name: str) -> Removed:
    """Remove a batch, with the documents that no other batch holds; or every version of an article, from all batches.

    Args:
        where: the address of the archive.
        name: of a batch; else the id, the address or the path of documents.

    Raises:
        ArchiveError: there is no archive, or nothing of that name in it.
        DamagedError: it cannot be read or written.

    """
    found = address(where)
    with writing(found) as connection:
        batch = connection.execute(select(BATCHES.c.number).where(BATCHES.c.name == name)).scalar()
        if batch is not None:
            return Removed(1, _without_batch(connection, batch))
        numbers = _named(connection, name)
        if not numbers:
            raise ArchiveError(
                f"{found.shown}: no batch, id, address or path {name!r}; `archive list` shows the batches"
            )
        return Removed(0, _without(connection, numbers))


def _without_batch(connection: Connection, batch: int) -> int:
    held = set(connection.execute(select(MEMBERS.c.document).where(MEMBERS.c.batch == batch)).scalars())
    connection.execute(delete(MEMBERS).where(MEMBERS.c.batch == batch))
    connection.execute(delete(BATCHES).where(BATCHES.c.number == batch))
    still = set(connection.execute(select(MEMBERS.c.document).distinct()).scalars())
    return _without(connection, sorted(held - still))


def _named(connection: Connection, name: str) -> list[int]:
    """Numbers of the documents of that id, address or path, and of the other versions of their stories."""
    is_named = or_(DOCUMENTS.c.id == name, DOCUMENTS.c.url == name, DOCUMENTS.c.path == name)
    rows = connection.execute(select(DOCUMENTS.c.number, DOCUMENTS.c.story).where(is_named)).all()
    stories = [row.story for row in rows if row.story is not None]
    versions = connection.execute(select(DOCUMENTS.c.number).where(DOCUMENTS.c.story.in_(stories))).scalars()
    return sorted({*(row.number for row in rows), *versions})


def _without(connection: Connection, numbers: Sequence[int]) -> int:
    """Delete documents with all that hangs on them; an older version becomes the newest again."""
    for some in chunks(numbers):
        chosen = connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.number.in_(some))).all()
        stories = [row.story for row in chosen if row.story is not None]
        for row in chosen:
            forget_keys(connection, row.number, row._mapping["keys"])  # noqa: SLF001 - `keys` is also a method
        batches = connection.execute(select(MEMBERS.c.batch).where(MEMBERS.c.document.in_(some)).distinct()).scalars()
        touched = sorted(batches)
        for table, number in _HANGING:
            connection.execute(delete(table).where(table.c[number].in_(some)))
        settle(connection, stories)
        reckon(connection, touched)
    _drop_empty(connection)
    return len(numbers)


# What hangs on a document, in the order in which it may go.
_HANGING = ((MEMBERS, "document"), (ARCHIVED_CLAIMS, "document_number"), (DOCUMENTS, "number"))


def _drop_empty(connection: Connection) -> None:
    connection.execute(delete(BATCHES).where(BATCHES.c.number.not_in(select(MEMBERS.c.batch))))
