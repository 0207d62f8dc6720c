"""Claims of earlier batches, in a database: what a new batch is compared with. Tables in, tables out."""

from checker.archive.adding import Added, add
from checker.archive.errors import ArchiveError, DamagedError
from checker.archive.listing import Listed, compact, export, listed
from checker.archive.removing import Removed, remove
from checker.archive.verifying import verify
from checker.archive.witnesses import Related, check, related

__all__ = [
    "Added",
    "ArchiveError",
    "DamagedError",
    "Listed",
    "Related",
    "Removed",
    "add",
    "check",
    "compact",
    "export",
    "listed",
    "related",
    "remove",
    "verify",
]
