"""Adding a batch: in one transaction, so that it is in the archive as a whole or not at all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Connection, func, select

from checker.archive import marks
from checker.archive.chunks import chunks
from checker.archive.members import reckon
from checker.archive.opening import address, check_file, writing
from checker.archive.rows import Filed, filed, name_of
from checker.archive.schema import ARCHIVED_CLAIMS, BATCHES, DOCUMENTS, MEMBERS
from checker.archive.stories import find_by_keys, settle


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding a batch."""

    batch: str  # its name
    documents: int  # that are new to the archive
    known: int  # that were in it
    claims: int  # of the new documents
    lost: str | None = None  # the batch that somebody was adding before and that was cut off


def add(
    where: str,
    documents: pd.DataFrame,
    claims: pd.DataFrame,
    keys: pd.DataFrame,
    *,
    batch: str | None = None,
    spans_only: bool = False,
) -> Added:
    """Add documents to an archive, which is made where there is none.

    What is in it already is not added again; writers wait for one another.

    Args:
        where: the address of the archive.
        documents: the documents table; their texts are not kept.
        claims: their claims.
        keys: what each document is found by: columns document and key, a whole number of 64 bits.
        batch: the name of the batch, which may be in the archive; by default one that follows from the documents.
        spans_only: keep no sentences and no headlines.

    Raises:
        ArchiveError: what is at the address is no archive of this version.
        DamagedError: it cannot be read or written.

    """
    found = address(where)
    check_file(found)
    new = filed(documents, claims, keys, spans_only=spans_only)
    name = batch or name_of(new)
    with marks.at_work(found.file) as mark:
        lost = mark.left_behind if mark else None
        with writing(found, makes=True) as connection:
            cut_off = unfinished(connection, lost)
            if mark and new:
                mark.set(name, new[0].id)
            added = _added(connection, name, new)
    return Added(name, *added, lost=cut_off)


def unfinished(connection: Connection, left: tuple[str, str] | None) -> str | None:
    """The name of the batch that was being added and was cut off, where the mark left behind tells of one."""
    return left[0] if left and not _known(connection, [left[1]]) else None


def _added(connection: Connection, name: str, new: Sequence[Filed]) -> tuple[int, int, int]:
    """Numbers of new documents, of known ones, and of new claims."""
    known = _known(connection, [one.id for one in new])
    fresh = [one for one in new if one.id not in known]
    first = (connection.execute(select(func.max(DOCUMENTS.c.number))).scalar() or 0) + 1
    numbered = list(enumerate(fresh, first))
    for some in chunks(numbered):
        connection.execute(DOCUMENTS.insert(), [_row(number, one) for number, one in some])
        if claims := list(_claims(some)):
            connection.execute(ARCHIVED_CLAIMS.insert(), claims)
    find_by_keys(connection, {number: one.keys for number, one in numbered})
    _enrol(connection, name, [*known.values(), *(number for number, _ in numbered)])
    settle(connection, (str(one.facts["story"]) for one in fresh if one.facts["story"] is not None))
    return len(fresh), len(known), sum(len(one.claims) for one in fresh)


def _row(number: int, one: Filed) -> dict[str, Any]:
    told = {"number": number, "is_newest": True, "claims": len(one.claims), "keys": one.keys, "checksum": one.checksum}
    return {**one.facts, **told}


def _claims(numbered: Iterable[tuple[int, Filed]]) -> Iterator[dict[str, Any]]:
    for number, one in numbered:
        yield from ({**claim, "document_number": number, "turn": turn} for turn, claim in enumerate(one.claims))


def _known(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """Id -> number of those that are in the archive."""
    columns = select(DOCUMENTS.c.id, DOCUMENTS.c.number)
    found = (connection.execute(columns.where(DOCUMENTS.c.id.in_(some))).all() for some in chunks(ids))
    return {row.id: row.number for rows in found for row in rows}


def _enrol(connection: Connection, name: str, numbers: Sequence[int]) -> None:
    """Make the documents members of the batch, which is made where there is none."""
    if not numbers:
        return
    batch = connection.execute(select(BATCHES.c.number).where(BATCHES.c.name == name)).scalar()
    if batch is None:
        batch = (connection.execute(select(func.max(BATCHES.c.number))).scalar() or 0) + 1
        connection.execute(BATCHES.insert().values(number=batch, name=name, checksum=""))
    own = set(connection.execute(select(MEMBERS.c.document).where(MEMBERS.c.batch == batch)).scalars())
    rows = [{"batch": batch, "document": number} for number in sorted(set(numbers) - own)]
    if rows:
        connection.execute(MEMBERS.insert(), rows)
    reckon(connection, [batch])
