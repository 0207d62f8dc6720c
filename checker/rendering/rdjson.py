"""Reviewdog's diagnostics (rdjson): one a discrepancy or unread file, with the places of the other sources."""

from checker.rendering.escape import json_text
from checker.rendering.reported import Notice, file_of, notices, others
from checker.rendering.rows import Row
from checker.rendering.view import View, view
from checker.tables import Tables

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(tables: Tables) -> str:
    """A DiagnosticResult as JSON; accepted findings are left out."""
    shown = view(tables)
    told = [_diagnostic(notice, shown) for notice in notices(shown) if not notice.is_accepted]
    return json_text({"source": {"name": "checker"}, "diagnostics": told}, indent=2) + "\n"


def _diagnostic(notice: Notice, shown: View) -> Row:
    place = {"start": {"line": notice.line, "column": notice.column}}
    location: Row = {"path": file_of(notice.path)} | ({"range": place} if notice.line else {})
    related = [
        {"message": f"{claim['locator']}: {words}" if claim["locator"] else words, "location": _location(claim)}
        for claim, words in (others(notice.finding, shown) if notice.finding else ())
    ]
    return {
        "message": notice.told,
        "location": location,
        "severity": _SEVERITIES[notice.severity],
        "code": {"value": notice.code},
        "related_locations": related,
    }


def _location(claim: Row) -> Row:
    place = {"range": {"start": {"line": claim["line"], "column": claim["column"]}}} if claim["line"] else {}
    return {"path": file_of(claim["path"])} | place
