"""What an archive holds of what a batch speaks of: the documents that share the most telling keys with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import pandas as pd
from sqlalchemy import Connection, select

from checker.archive import cells, marks
from checker.archive.adding import unfinished
from checker.archive.chunks import chunks
from checker.archive.errors import DamagedError
from checker.archive.opening import Address, address, reading
from checker.archive.rows import FACTS
from checker.archive.schema import ARCHIVED_CLAIMS, BATCHES, DOCUMENTS, MEMBERS
from checker.archive.stories import story
from checker.tables import CLAIMS, TABLES

_NEWEST = 64  # documents of a key, those added last: as many as a block of the matching may have
_WITNESSES = 16  # archived documents that one new document is compared with at most
_FACTS = [fact.name for fact in FACTS]
_DOCUMENTS = TABLES["documents"]


@dataclass(frozen=True, slots=True)
class Related:
    """What of an archive a batch is compared with."""

    documents: pd.DataFrame  # columns as `checker.tables.DOCUMENTS`; `account` tells the batch as `archived`
    claims: pd.DataFrame  # all their claims
    lost: str | None = None  # the batch that somebody was adding and that was cut off


def check(where: str) -> None:
    """See that an archive can be read.

    Raises:
        ArchiveError: nothing is at the address, or no archive of this version.
        DamagedError: it cannot be read.

    """
    with reading(address(where)):
        pass


def related(where: str, documents: pd.DataFrame, keys: pd.DataFrame) -> Related:
    """The archived documents, with their claims, that a batch is compared with.

    Of a story (one address, or a record's id at one outlet) only the newest version is a witness, and none where the
    batch has one; what has the same content as a document of the batch is left out as well. Of each key the 64
    documents added last are seen, and each document of the batch gets the 16 that share most with it, a rare key
    telling more than a common one.

    Args:
        where: the address of the archive, which is only read.
        documents: the documents of the batch.
        keys: what each is found by: columns document and key.

    Raises:
        ArchiveError: nothing is at the address, or no archive of this version.
        DamagedError: it cannot be read, or what was read is not what was written.

    """
    found = address(where)
    with reading(found) as connection:
        lost = unfinished(connection, marks.left_behind(found.file))
        hits = _hits(connection, keys["key"].unique().tolist(), _own(connection, documents))
        return _fetched(found, connection, _chosen(keys, hits), lost)


def _own(connection: Connection, documents: pd.DataFrame) -> list[int]:
    """Numbers of archived documents that are, or are versions of, documents of the batch."""
    rows = cast("list[dict[str, Any]]", documents.to_dict("records"))
    stories = sorted({name for row in rows if (name := story(row)) is not None})
    asked = ((DOCUMENTS.c.id, [str(row["id"]) for row in rows]), (DOCUMENTS.c.story, [cells.text(s) for s in stories]))
    statements = (select(DOCUMENTS.c.number).where(name.in_(some)) for name, all_ in asked for some in chunks(all_))
    return sorted({number for one in statements for number in connection.execute(one).scalars()})


# One look-up in the clustered table a key, however many documents have it: the rows from the 64th last on. Written out,
# since a statement takes only so many parameters; nothing but whole numbers is written.
_LOOK_UP = """
WITH asked(key) AS (VALUES {asked})
SELECT asked.key, found.document
FROM asked CROSS JOIN keys AS found
WHERE found.key = asked.key AND found.document NOT IN ({own}) AND found.document >= coalesce((
    SELECT newer.document FROM keys AS newer WHERE newer.key = asked.key AND newer.document NOT IN ({own})
    ORDER BY newer.document DESC LIMIT 1 OFFSET {before}
), 0)
"""


def _hits(connection: Connection, wanted: Sequence[int], own: Sequence[int]) -> pd.DataFrame:
    """Columns key and number: of each key the documents added last, those of the batch's stories left out."""
    left_out = ", ".join(f"{int(number)}" for number in own) or "-1"
    rows: list[tuple[int, int]] = []
    for some in chunks(wanted):
        asked = ", ".join(f"({int(key)})" for key in some)
        statement = _LOOK_UP.format(asked=asked, own=left_out, before=_NEWEST - 1)
        rows += [(row[0], row[1]) for row in connection.exec_driver_sql(statement).all()]
    return pd.DataFrame(rows, columns=["key", "number"], dtype="int64")


def _chosen(keys: pd.DataFrame, hits: pd.DataFrame) -> list[int]:
    """Numbers of the documents to compare with, in order."""
    if hits.empty:
        return []
    weighed = hits.assign(weight=1 / hits.groupby("key")["number"].transform("size"))
    shared = keys[["document", "key"]].merge(weighed, on="key").groupby(["document", "number"], as_index=False)
    ranked = shared["weight"].sum().assign(weight=lambda all_: np.round(all_["weight"], 9))
    ranked = ranked.sort_values(["document", "weight", "number"], ascending=[True, False, False], kind="stable")
    best = ranked[ranked.groupby("document").cumcount() < _WITNESSES]
    return sorted({int(number) for number in best["number"]})


def _fetched(where: Address, connection: Connection, numbers: Sequence[int], lost: str | None) -> Related:
    """The documents and claims, each seen to be what was written."""
    documents, claims = [], []
    for some in chunks(numbers):
        told = claims_of(connection, some)
        asked = select(DOCUMENTS).where(DOCUMENTS.c.number.in_(some)).order_by(DOCUMENTS.c.number)
        for row in map(dict, connection.execute(asked).mappings()):
            own = told.get(row["number"], [])
            if not is_whole(row, own):
                raise DamagedError(f"{where.shown}: {cells.text(row['id'])} is damaged; see `checker archive verify`")
            documents.append(row)
            claims.extend(own)
    if len(documents) < len(numbers):
        raise DamagedError(f"{where.shown}: is damaged, documents are missing; see `checker archive verify`")
    batches = _batches(connection, numbers)
    if len(batches) < len(documents):
        raise DamagedError(f"{where.shown}: is damaged, documents of no batch; see `checker archive verify`")
    rows = [{**row, "account": _account(batches[row["number"]])} for row in documents]
    return Related(cells.told(_DOCUMENTS, rows), cells.told(CLAIMS, claims), lost)


def is_whole(document: Mapping[str, Any], claims: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a document with its claims is what was written."""
    facts = {name: document[name] for name in (*_FACTS, "story")}
    try:
        return bool(cells.checksum(facts, claims, document["keys"]) == document["checksum"])
    except TypeError:  # a cell that holds bytes where text was written
        return False


def claims_of(connection: Connection, numbers: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    """Number of a document -> its claims as kept, in order."""
    asked = select(ARCHIVED_CLAIMS).where(ARCHIVED_CLAIMS.c.document_number.in_(numbers))
    ordered = asked.order_by(ARCHIVED_CLAIMS.c.document_number, ARCHIVED_CLAIMS.c.turn)
    found: dict[int, list[dict[str, Any]]] = {}
    for row in connection.execute(ordered).mappings():
        claim = dict(row)
        del claim["turn"]
        found.setdefault(claim.pop("document_number"), []).append(claim)
    return found


def _batches(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """Number of a document -> the first batch that holds it."""
    joined = select(MEMBERS.c.document, BATCHES.c.name).join(BATCHES, BATCHES.c.number == MEMBERS.c.batch)
    found: dict[int, str] = {}
    for some in chunks(numbers):
        for row in connection.execute(joined.where(MEMBERS.c.document.in_(some)).order_by(BATCHES.c.number)):
            found.setdefault(row.document, row.name)
    return found


def _account(batch: str) -> dict[str, Any]:
    return {"format": "archive", "archived": batch, "warnings": []}
