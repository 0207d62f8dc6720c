"""The message of a finding for readers: sources under the names that reports give them, nothing said twice."""

from checker.rendering.rows import Row
from checker.rendering.view import Finding, View

_BARE = ("count", "percent", "age", "rank", "score")  # kinds whose figure alone is the whole value


def told_message(finding: Finding, shown: View) -> str:
    """The message with the names of documents in the place of their paths, and without values that repeat a quote."""
    told = str(finding.row["message"])
    for claim in sorted(finding.claims, key=lambda one: -len(one["path"])):
        if claim["outlet"] is None:
            told = told.replace(f"{claim['path']} ", f"{shown.names[claim['document']]} ")
        told = _once(told, claim)
    return told


def _once(message: str, claim: Row) -> str:
    """Without the value in brackets behind a quote that says it: “6.4” (6.4 earthquakes), “13%” (13 percent)."""
    opening = f"“{claim['text']}” ("
    start = message.find(opening)
    end = message.find(")", start)
    if start < 0 or end < 0:
        return message
    value = message[start + len(opening) : end]
    if not _is_said(claim, value):
        return message
    return _once(message[: start + len(opening) - 2] + message[end + 1 :], claim)


def _is_said(claim: Row, value: str) -> bool:
    if claim["text"] == value:
        return True
    return claim["kind"] in _BARE and claim["text"].rstrip("%") == value.partition(" ")[0]
