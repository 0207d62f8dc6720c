"""Findings as CSV, for spreadsheets: one line a claim of a finding, primary first."""

import csv
import io

from checker.rendering.escape import csv_cell
from checker.rendering.rows import Row
from checker.rendering.view import Finding, View, view
from checker.rendering.words import value_words
from checker.tables import Tables

_OF_FINDING = ("rule", "name", "verdict", "severity", "confidence", "state", "fingerprint", "message")
_OF_CLAIM = ("outlet", "published", "path", "line", "column", "locator", "text", "sentence", "measure", "speaker")
COLUMNS = ("finding", *_OF_FINDING, "source", "value", *_OF_CLAIM)


def render(tables: Tables) -> str:
    """Every finding, in reading order, numbered from 1; undecided ones are left out."""
    shown = view(tables)
    told = [finding for finding in shown.findings if finding.row["verdict"] != "undecided"]
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(line for number, finding in enumerate(told, 1) for line in _lines(number, finding, shown))
    return out.getvalue()


def _lines(number: int, finding: Finding, shown: View) -> list[Row]:
    shared = {"finding": number} | {name: csv_cell(finding.row[name]) for name in _OF_FINDING}
    return [
        shared
        | {"source": csv_cell(shown.names[claim["document"]]), "value": csv_cell(value_words(claim))}
        | {name: csv_cell(claim[name]) for name in _OF_CLAIM}
        for claim in finding.told
    ]
