"""Which documents a batch holds, and the checksum over them."""

from collections.abc import Iterable

from sqlalchemy import Connection, select, update

from checker.archive.cells import checksum_of_batch
from checker.archive.schema import BATCHES, DOCUMENTS, MEMBERS


def reckoned(connection: Connection, batch: int) -> str:
    """The checksum of a batch, from its name and those that its documents bear."""
    name = connection.execute(select(BATCHES.c.name).where(BATCHES.c.number == batch)).scalar_one()
    members = select(DOCUMENTS.c.checksum).join(MEMBERS, MEMBERS.c.document == DOCUMENTS.c.number)
    return checksum_of_batch(name, connection.execute(members.where(MEMBERS.c.batch == batch)).scalars())


def reckon(connection: Connection, batches: Iterable[int]) -> None:
    """Set the checksums of batches after their members changed."""
    for batch in batches:
        value = reckoned(connection, batch)
        connection.execute(update(BATCHES).where(BATCHES.c.number == batch).values(checksum=value))
