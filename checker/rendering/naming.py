"""What a reader calls a document: its outlet, else its title, else its file name; never two alike."""

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from checker.rendering.rows import Row

_LONGEST = 48  # characters; a headline is cut at a blank


def names(documents: Sequence[Row]) -> dict[str, str]:
    """Document id to its name, with date, file name or path where two would be called alike."""
    found = {row["id"]: _plain(row) for row in documents}
    for longer in (_with_date, _with_file, _with_path):
        alike = {name for name, count in Counter(found.values()).items() if count > 1}
        found |= {row["id"]: longer(row) for row in documents if found[row["id"]] in alike}
    return found


def short(name: str, longest: int = _LONGEST) -> str:
    """The name cut at a blank, with an ellipsis, when it is longer than `longest` characters."""
    if len(name) <= longest:
        return name
    cut = name[: longest + 1].rpartition(" ")[0] or name[:longest]
    return cut.rstrip(" ,;:") + "…"


def _plain(row: Row) -> str:
    told = (" ".join((row[name] or "").split()) for name in ("outlet", "title"))
    return short(next(filter(None, told), _file(row)))


def _with_date(row: Row) -> str:
    return f"{_plain(row)} ({row['published'] or 'undated'})"


def _with_file(row: Row) -> str:
    return f"{_plain(row)} ({_file(row)})"


def _with_path(row: Row) -> str:
    return f"{_plain(row)} ({row['path']}, {row['id']})"


def _file(row: Row) -> str:
    return PurePosixPath(row["path"]).name or row["id"]
