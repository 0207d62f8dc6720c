"""Writes `docs/tables.md` from `checker.tables`: run `python docs/tables.py`; a test compares the two."""

from collections.abc import Iterator
from pathlib import Path

from checker.tables import TABLES, Column

PAGE = Path(__file__).with_suffix(".md")

_HEAD = """\
# The tables

Every column that passes between the stages, written by `python docs/tables.py` from `checker/tables.py`.
A star marks a column that may be null (None, NaN or NaT in a frame, null in JSON). Days are `YYYY-MM-DD` in JSON.
"""


def page() -> str:
    """The page as Markdown."""
    return "\n".join([_HEAD, *(line for name, columns in TABLES.items() for line in _table(name, columns))])


def _table(name: str, columns: tuple[Column, ...]) -> Iterator[str]:
    yield f"## {name}\n"
    yield "| column | dtype | meaning |\n|---|---|---|"
    yield from (_row(column) for column in columns)
    yield ""


def _row(column: Column) -> str:
    words = f": {', '.join(column.vocabulary)}" if column.vocabulary else ""
    star = "\\*" if column.nullable else ""
    return f"| `{column.name}`{star} | {column.dtype} | {column.meaning}{words} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
