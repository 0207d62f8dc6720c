"""Stage one: bytes to documents, with offset maps and an account of what was read."""

import os
import warnings
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from checker.settings import MOST_MEGABYTES

if TYPE_CHECKING:
    import pandas as pd

    from checker.reading.collecting import Progress, Reading, collect
    from checker.reading.dating import Published
    from checker.reading.formats import READERS
    from checker.reading.strings import documents

__all__ = [
    "READERS",
    "Progress",
    "Published",
    "Reading",
    "UnreadWarning",
    "collect",
    "documents",
    "read",
]

# Where each name lives: loaded on first use, so that files can be walked and digested without pandas.
_HOMES = {
    "READERS": "formats",
    "Progress": "collecting",
    "Published": "dating",
    "Reading": "collecting",
    "collect": "collecting",
    "documents": "strings",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'checker.reading' has no attribute {name!r}")
    return getattr(import_module(f"checker.reading.{_HOMES[name]}"), name)


class UnreadWarning(UserWarning):
    """A file that should have been read was not; the message names it and says why."""


def read(
    paths: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    *,
    published: "Published" = None,
    fields: Mapping[str, Sequence[str]] | None = None,
    max_megabytes: int = MOST_MEGABYTES,
) -> "pd.DataFrame":
    """The articles of files and folders.

    Args:
        paths: files, and folders to walk; a type that is not in `READERS` is passed over.
        published: the day on which all of them were published, where it is known better than they know it:
            a date or an ISO 8601 string.
        fields: where JSON records hold the parts of an article, tried before the shapes that are known: part to paths,
            as {"title": ["headline.main"]}.
        max_megabytes: larger files are unread.

    Returns:
        The documents table in order of path: one row a document, columns as in `checker.tables.DOCUMENTS`.

    Raises:
        FileNotFoundError: one of the paths does not exist; nothing is read then.
        ValueError: `published` is no ISO 8601 day.

    Warns:
        UnreadWarning: for every file that should have been read and was not.

    """
    from checker.reading.collecting import collect

    reading = collect(paths, published=published, fields=fields, most_bytes=max_megabytes << 20)
    skipped: list[dict[str, Any]] = reading.skipped.to_dict("records")  # type: ignore[assignment]  # keys are column names
    for row in skipped:
        if row["unread"]:
            warnings.warn(f"{row['path']}: {row['reason']}", UnreadWarning, stacklevel=2)
    return reading.documents
