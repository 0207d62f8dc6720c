"""Stories: what the versions of one article share; only the newest of them is a witness."""

import math
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, delete, select, update

from checker.archive.chunks import chunks
from checker.archive.packing import unpacked
from checker.archive.schema import DOCUMENTS, KEYS

_AT_ONCE = 10_000  # rows that are handed to the database at a time


def story(document: Mapping[str, Any]) -> str | None:
    """What names the story of a document: its address, else the record's own id with its outlet; None where neither is.

    The address of a front page names no story.
    """
    return _of_address(document.get("url")) or _of_record(document)


def settle(connection: Connection, stories: Iterable[str]) -> None:
    """Mark the newest version of each story, and let only that one be found by its keys.

    The newest is the one published last, then the one added last.
    """
    for names in chunks(sorted(set(stories))):
        columns = (DOCUMENTS.c.number, DOCUMENTS.c.story, DOCUMENTS.c.published, DOCUMENTS.c.is_newest)
        versions = connection.execute(select(*columns).where(DOCUMENTS.c.story.in_(names))).all()
        newest = {name: max(_age(one) for one in versions if one.story == name) for name in {v.story for v in versions}}
        for one in versions:
            is_newest = _age(one) == newest[one.story]
            if is_newest != one.is_newest:
                _set(connection, one.number, is_newest=is_newest)


def find_by_keys(connection: Connection, keys: Mapping[int, bytes]) -> None:
    """Let documents, told by their numbers, be found by their keys: in order of keys, as they lie in the table."""
    rows = sorted((key, number) for number, some in keys.items() for key in unpacked(some))
    for some in chunks(rows, _AT_ONCE):
        connection.execute(KEYS.insert(), [{"key": key, "document": number} for key, number in some])


def forget_keys(connection: Connection, number: int, keys: bytes) -> None:
    """Let a document not be found by its keys."""
    for some in chunks(unpacked(keys)):
        connection.execute(delete(KEYS).where(KEYS.c.key.in_(some), KEYS.c.document == number))


def _set(connection: Connection, number: int, *, is_newest: bool) -> None:
    keys = connection.execute(select(DOCUMENTS.c["keys"]).where(DOCUMENTS.c.number == number)).scalar_one()
    if is_newest:
        find_by_keys(connection, {number: keys})
    else:
        forget_keys(connection, number, keys)
    connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.number == number).values(is_newest=is_newest))


def _age(version: Any) -> tuple[str, int]:
    return version.published or "", version.number


def _of_address(url: object) -> str | None:
    if not isinstance(url, str):
        return None
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    is_page = host is not None and (path or parts.query)
    return f"{str(host).removeprefix('www.')}{path}{'?' * bool(parts.query)}{parts.query}" if is_page else None


def _of_record(document: Mapping[str, Any]) -> str | None:
    account, outlet = document.get("account"), document.get("outlet")
    record = account.get("record") if isinstance(account, Mapping) else None
    if record is None or record == "" or (isinstance(record, float) and math.isnan(record)):
        return None
    return f"{outlet if isinstance(outlet, str) else ''} {record}"
