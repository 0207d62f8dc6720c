"""Claims of earlier batches, in a database: what a new batch is compared with. Tables in, tables out."""

from checker.archive.adding import Added, add
from checker.archive.errors import ArchiveError, DamagedError
from checker.archive.listing import Listed, compact, export, listed
from checker.archive.related import Related, check, related
from checker.archive.removing import Removed, remove
from checker.archive.share import Share, share
from checker.archive.verifying import verify

__all__ = [
    "Added",
    "ArchiveError",
    "DamagedError",
    "Listed",
    "Related",
    "Removed",
    "Share",
    "add",
    "check",
    "compact",
    "export",
    "listed",
    "related",
    "remove",
    "share",
    "verify",
]
