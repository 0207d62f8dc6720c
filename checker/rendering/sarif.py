"""SARIF 2.1.0, for code scanning: a result a discrepancy, a related location for every other source."""

from collections.abc import Sequence
from urllib.parse import quote

from checker import __version__
from checker.rendering.escape import json_text
from checker.rendering.reported import UNREAD, Notice, file_of, notices, others, place_of, pointed
from checker.rendering.rows import Row
from checker.rendering.view import View, view
from checker.tables import Tables

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_STATES = {"new": "new", "accepted": "unchanged", "expired": "updated"}
_FINGERPRINT = "checker/v1"


def render(tables: Tables) -> str:
    """The discrepancies as one SARIF run; files that were not read are notifications, and the run did not succeed."""
    shown = view(tables)
    told = notices(shown)
    found = [notice for notice in told if notice.finding is not None]
    unread = [notice for notice in told if notice.finding is None]
    rules = list(dict.fromkeys(notice.code for notice in found))
    run = {
        "tool": {"driver": _driver(found, rules, unread)},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not unread, "toolExecutionNotifications": [_told(n) for n in unread]}],
        "results": [_result(notice, rules.index(notice.code), shown) for notice in found],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _driver(found: Sequence[Notice], rules: Sequence[str], unread: Sequence[Notice]) -> Row:
    first = {notice.code: notice for notice in reversed(found)}
    described = {"rules": [_rule(first[code]) for code in rules]}
    notified = {"notifications": [{"id": UNREAD, "shortDescription": {"text": unread[0].why}}]} if unread else {}
    return {"name": "checker", "version": __version__, "semanticVersion": __version__} | described | notified


def _rule(notice: Notice) -> Row:
    return {
        "id": notice.code,
        "name": notice.name,
        "shortDescription": {"text": notice.name},
        "help": {"text": notice.why},
        "defaultConfiguration": {"level": notice.severity},
    }


def _result(notice: Notice, rule: int, shown: View) -> Row:
    finding = notice.finding
    assert finding is not None  # noqa: S101 - render parted them
    row = finding.row
    state = {"baselineState": _STATES[row["state"]]} if row["state"] else {}
    accepted = {"kind": "external", "status": "accepted", "justification": row["accepted"]}
    suppressed = {"suppressions": [accepted] if notice.is_accepted else []} if row["state"] else {}
    return {
        "ruleId": notice.code,
        "ruleIndex": rule,
        "level": notice.severity,
        "message": {"text": notice.told},
        "locations": [_location(pointed(finding, shown))],
        "relatedLocations": [
            {"id": number, **_location(claim), "message": {"text": words}}
            for number, (claim, words) in enumerate(others(finding, shown), 1)
        ],
        "partialFingerprints": {_FINGERPRINT: row["fingerprint"]},
        "rank": round(100 * row["confidence"], 1),
        **state,
        **suppressed,
    }


def _location(claim: Row) -> Row:
    place = {"artifactLocation": {"uri": quote(file_of(claim["path"]))}}
    if claim["locator"]:  # a file without lines; code scanning takes no result without one
        region = {"startLine": 1, "snippet": {"text": claim["sentence"]}}
        where = [{"name": claim["locator"], "fullyQualifiedName": place_of(claim)}]
        return {"physicalLocation": place | {"region": region}, "logicalLocations": where}
    region = {"startLine": claim["line"], "startColumn": claim["column"], "charOffset": claim["start"]}
    length = claim["end"] - claim["start"]
    ends = {"endColumn": claim["column"] + length} if "\n" not in claim["text"] else {}
    region |= {**ends, "charLength": length, "snippet": {"text": claim["sentence"]}}
    return {"physicalLocation": place | {"region": region}}


def _told(notice: Notice) -> Row:
    region = {"region": {"startLine": notice.line, "startColumn": notice.column}} if notice.line else {}
    where = {"physicalLocation": {"artifactLocation": {"uri": quote(file_of(notice.path))}} | region}
    message = {"text": f"{notice.path}: {notice.message}"}
    return {"descriptor": {"id": UNREAD}, "level": "error", "message": message, "locations": [where]}
