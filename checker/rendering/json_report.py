"""The JSON report. `checker/schemas/report.json` describes it."""

from collections import Counter

from checker import __version__
from checker.rendering.escape import json_text
from checker.rendering.facts import Fact
from checker.rendering.rows import Row
from checker.rendering.view import Finding, View, view
from checker.tables import SEVERITIES, VERDICTS, Tables

SCHEMA = 1  # rises when a reader of the old form would misread the new one

_OF_DOCUMENT = ("id", "path", "outlet", "title", "published", "published_from", "account")
_OF_FINDING = (
    "rule",
    "name",
    "verdict",
    "severity",
    "confidence",
    "fact",
    "message",
    "reasons",
    "fingerprint",
    "state",
    "accepted",
)


def render(tables: Tables) -> str:
    """The whole run as JSON: documents, skipped, facts, findings, summary; order and bytes are stable."""
    shown = view(tables)
    return json_text(_report(shown), indent=2) + "\n"


def _report(shown: View) -> Row:
    return {
        "checker": __version__,
        "schema": SCHEMA,
        "documents": [{name: row[name] for name in _OF_DOCUMENT} for row in shown.documents],
        "skipped": list(shown.skipped),
        "facts": [_fact(fact) for fact in shown.facts],
        "findings": [_finding(finding) for finding in shown.findings],
        "summary": _summary(shown),
    }


def _fact(fact: Fact) -> Row:
    return {
        "id": fact.id,
        "measure": fact.measure,
        "entities": list(fact.entities),
        "period": fact.period,
        "claims": list(fact.claims),
        "values": list(fact.values),
    }


def _finding(finding: Finding) -> Row:
    return {name: finding.row[name] for name in _OF_FINDING} | {
        "claims": list(finding.claims),
        "agreeing": list(finding.agreeing),
    }


def _summary(shown: View) -> Row:
    verdicts = Counter(finding.row["verdict"] for finding in shown.findings)
    severities = Counter(finding.row["severity"] for finding in shown.findings)
    own, archived, stated = shown.counts
    return {
        "documents": own,
        "of_archive": archived,
        "reference_facts": stated,
        "claims": len(shown.claims),
        "facts": len(shown.facts),
        "findings": len(shown.findings),
        "verdicts": {verdict: verdicts[verdict] for verdict in VERDICTS},
        "severities": {severity: severities[severity] for severity in SEVERITIES},
        "single_source": len(shown.alone),
        "unresolved": len(shown.unresolved),
        "skipped": len(shown.skipped),
        "unread": sum(row["unread"] for row in shown.skipped),
    }
