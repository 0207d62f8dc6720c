"""The tables of an archive, for every database alike. `VERSION` changes with them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from checker.tables import CLAIMS

VERSION = 2

# dtype of checker.tables -> type of the column; days are ISO 8601 text, lists JSON text.
_TYPES: Mapping[str, type[TypeEngine[Any]]] = {
    "str": Text,
    "int64": BigInteger,
    "float64": Double,
    "bool": Boolean,
    "datetime64[s]": Text,
    "object": Text,
}

TABLES = MetaData()

ARCHIVE = Table(
    "checker_archive",  # one row: what makes the database an archive
    TABLES,
    Column("version", Integer, primary_key=True, autoincrement=False),
)

BATCHES = Table(
    "batches",
    TABLES,
    Column("number", Integer, primary_key=True, autoincrement=False),  # in the order they were added
    Column("name", Text, nullable=False, unique=True),
    Column("checksum", Text, nullable=False),  # of the checksums of its documents
)

DOCUMENTS = Table(
    "documents",
    TABLES,
    Column("number", Integer, primary_key=True, autoincrement=False),  # in the order they were added
    Column("id", Text, nullable=False, unique=True),  # the beginning of the SHA-256 of its bytes
    Column("path", Text, nullable=False),
    Column("outlet", Text),
    Column("url", Text),
    Column("title", Text),
    Column("published", Text),
    Column("published_from", Text, nullable=False),
    Column("language", Text),
    Column("story", Text),  # what its versions share; null where that is not known
    Column("is_newest", Boolean, nullable=False),  # of the versions of its story: only that one is found by its keys
    Column("claims", Integer, nullable=False),  # how many
    Column("keys", LargeBinary, nullable=False),  # eight bytes each, sorted
    Column("checksum", Text, nullable=False),  # of this row and its claims
    Index("documents_of_story", "story"),
)

MEMBERS = Table(
    "members",  # which documents each batch holds; one document may be in several
    TABLES,
    Column("batch", Integer, ForeignKey("batches.number"), primary_key=True),
    Column("document", Integer, ForeignKey("documents.number"), primary_key=True),
    Index("members_by_document", "document"),
)

ARCHIVED_CLAIMS = Table(
    "claims",
    TABLES,
    Column("document_number", Integer, ForeignKey("documents.number"), primary_key=True),
    Column("turn", Integer, primary_key=True, autoincrement=False),  # of the claim in its document, from 0
    *(Column(column.name, _TYPES[column.dtype], nullable=column.nullable) for column in CLAIMS),
)

# Clustered: all documents of one key lie together, so that a look-up reads one page.
KEYS = Table(
    "keys",
    TABLES,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("document", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
