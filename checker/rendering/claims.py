"""The claims alone: as a table to read, as CSV, as JSON lines, as Parquet."""

import csv
import io

import pandas as pd
from tabulate import tabulate

from checker.rendering.escape import csv_cell, json_text, terminal
from checker.rendering.reported import place_of
from checker.rendering.rows import Row, plain, rows
from checker.rendering.words import value_words
from checker.tables import CLAIMS, Tables

# Column of the table -> the most characters of it that are shown.
_WIDTHS = {"place": 28, "text": 26, "kind": 8, "value": 42, "measure": 30, "role": 13, "speaker": 20, "period": 20}

_LISTS = [column.name for column in CLAIMS if column.dtype == "object"]


def table(tables: Tables) -> str:
    """A fixed-width table of the main columns, one line a claim; long cells are cut."""
    lines = [
        [_cut(cell, width) for cell, width in zip(_cells(row), _WIDTHS.values(), strict=True)] for row in _rows(tables)
    ]
    if not lines:
        return "no claims\n"
    drawn = tabulate(lines, headers=list(_WIDTHS), tablefmt="simple", disable_numparse=True)
    return "".join(line.rstrip() + "\n" for line in drawn.splitlines())


def csv_text(tables: Tables) -> str:
    """CSV with every column; lists are JSON, null is empty, no cell is a formula."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(column.name for column in CLAIMS)
    for row in _rows(tables):
        writer.writerow(csv_cell(json_text(c) if isinstance(c, list) else c) for c in row.values())
    return sheet.getvalue()


def jsonl(tables: Tables) -> str:
    """One JSON object a line with every column; numbers are numbers or null, lists are lists."""
    return "".join(json_text(row) + "\n" for row in _rows(tables))


def parquet(tables: Tables) -> bytes:
    """A Parquet file with every column."""
    data = tables.claims[[column.name for column in CLAIMS]].copy()
    for name in _LISTS:
        data[name] = pd.Series([plain(cell) or [] for cell in data[name]], index=data.index, dtype="object")
    sheet = io.BytesIO()
    data.to_parquet(sheet, index=False)
    return sheet.getvalue()


def _rows(tables: Tables) -> list[Row]:
    return rows(CLAIMS, tables.claims)


def _cells(row: Row) -> list[str]:
    # Its end tells more than its beginning.
    place = place_of(row) if row["locator"] else f"{row['path']}:{row['start']}"
    shown = {**row, "value": value_words(row), "place": _tail(place, _WIDTHS["place"])}
    return [terminal(shown[name] or "") for name in _WIDTHS]


def _tail(text: str, width: int) -> str:
    return text if len(text) <= width else "..." + text[len(text) - width + 3 :]


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 3] + "..."
