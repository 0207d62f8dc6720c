"""What a reader calls a document: its outlet, else its title, else its file name; never two alike.

Rows of one table of reference facts that name one source are alike: they are that source.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from checker.rendering.rows import Row

_LONGEST = 48  # characters; a headline is cut at a blank


def names(documents: Sequence[Row]) -> dict[str, str]:
    """Document id to its name, with date, file name or path where two would be called alike.

    Rows of reference facts that name one source in one table have one name.
    """
    firsts: dict[str, Row] = {}
    for row in documents:
        firsts.setdefault(_table(row) or row["id"], row)
    found = {key: _plain(row) for key, row in firsts.items()}
    for longer in (_with_date, _with_file, _with_path):
        alike = {name for name, count in Counter(found.values()).items() if count > 1}
        found |= {key: longer(row) for key, row in firsts.items() if found[key] in alike}
    return {row["id"]: found[_table(row) or row["id"]] for row in documents}


def in_text(name: str, row: Row) -> str:
    """The name of a document in running text: a headline that stands for its source in quotation marks."""
    if (row["outlet"] or "").strip() or not (row["title"] or "").strip():
        return name
    headline = _plain(row)
    return name.replace(headline, f"“{headline}”", 1)


def _table(row: Row) -> str:
    """What the rows of one source in one table of reference facts share; empty for articles."""
    is_fact = (row.get("account") or {}).get("format") == "facts"
    return f"{_plain(row)}\0{_whole(row)}" if is_fact else ""


def _whole(row: Row) -> str:
    """The path; of a row of reference facts that of its table."""
    is_fact = (row.get("account") or {}).get("format") == "facts"
    return str(row["path"]).rpartition(":")[0] if is_fact else str(row["path"])


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
    if _table(row):  # its rows are of many days
        return _with_file(row)
    return f"{_plain(row)} ({row['published'] or 'undated'})"


def _with_file(row: Row) -> str:
    return f"{_plain(row)} ({_file(row)})"


def _with_path(row: Row) -> str:
    return f"{_plain(row)} ({_whole(row)}, {row['id']})"


def _file(row: Row) -> str:
    return PurePosixPath(_whole(row)).name or row["id"]
