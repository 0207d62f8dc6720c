"""GitLab's code quality report: one record a discrepancy or unread file."""

import hashlib
from collections import Counter

from checker.rendering.escape import json_text
from checker.rendering.reported import Notice, file_of, notices
from checker.rendering.rows import Row
from checker.rendering.view import view
from checker.tables import Tables

_SEVERITIES = {"error": "critical", "warning": "minor", "note": "info"}


def render(tables: Tables) -> str:
    """A JSON list after GitLab's schema; accepted findings are left out."""
    seen: Counter[str] = Counter()
    told = [notice for notice in notices(view(tables)) if not notice.is_accepted]
    return json_text([_record(notice, seen) for notice in told], indent=2) + "\n"


def _record(notice: Notice, seen: Counter[str]) -> Row:
    mark = notice.finding.row["fingerprint"] if notice.finding else hashlib.sha256(notice.path.encode()).hexdigest()
    seen[mark] += 1
    return {
        "description": notice.told,
        "check_name": notice.title,
        # GitLab keeps one record a fingerprint; the same slip twice in one batch is two.
        "fingerprint": mark if seen[mark] == 1 else f"{mark}-{seen[mark]}",
        "severity": _SEVERITIES[notice.severity],
        "location": {"path": file_of(notice.path), "lines": {"begin": max(notice.line, 1)}},
    }
