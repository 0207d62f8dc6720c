"""A small run made by hand: three outlets tell of one bridge; every verdict, an unread file, an unresolved day."""

import datetime as dt
from typing import Any

from checker.tables import CLAIMS, DOCUMENTS, FINDINGS, PAIRS, SKIPPED, Tables, frame

MAY_3, MAY_4 = dt.datetime(2031, 5, 3), dt.datetime(2031, 5, 4)  # noqa: DTZ001 - frames hold plain days
OUTLETS = {"post": ("Harbour Post", MAY_3), "ledger": ("Daily Ledger", MAY_4), "notes": (None, None)}


def document(name: str, **columns: Any) -> dict[str, Any]:
    outlet, published = OUTLETS.get(name, (None, None))
    found = "dateline" if published else "unknown"
    base = {"id": name, "path": f"bridge/{name}.txt", "outlet": outlet, "published": published, "published_from": found}
    account = {"format": "text", "bytes": 400, "share": 1.0, "warnings": []}
    return base | {"text": "", "offsets": (), "sections": [], "account": account} | columns


def claim(document: str, start: int, text: str, sentence: str, **columns: Any) -> dict[str, Any]:
    outlet, published = OUTLETS.get(document, (None, None))
    end = start + len(text)
    place = {"id": f"{document}:{start}-{end}", "document": document, "path": f"bridge/{document}.txt"}
    span = {"start": start, "end": end, "phrase_start": start, "phrase_end": end, "text": text, "sentence": sentence}
    span |= {"line": 1 + start // 60, "column": 1 + start % 60}
    told = {"outlet": outlet, "published": published, "at": max(sentence.find(text), 0), "section": "body"}
    value = {"kind": "count", "low_closed": True, "high_closed": True, "hedge": "exact", "role": "level"}
    context = {"modality": "asserted", "entities": [], "event": [], "trace": "read as digits"}
    return place | span | told | value | context | columns


def point(number: float) -> dict[str, Any]:
    return {"low": number, "high": number, "stated": f"{number:.0f}", "value": f"{number:.0f}", "step": 1.0}


def day(first: str, last: str | None = None, **columns: Any) -> dict[str, Any]:
    days = {"first": dt.datetime.fromisoformat(first), "last": dt.datetime.fromisoformat(last or first)}
    return {"kind": "date", "value": first, "role": "date_of_event"} | days | columns


DEAD = {"measure": "people killed", "noun": "people", "entities": ["Harborough"], "place": "Harborough"}
COST = {"kind": "money", "unit": "USD", "measure": "repair cost", "entities": ["Harborough bridge"]}

_CLAIMS = [
    claim("post", 40, "12", "At least 12 people died when the bridge fell.", **point(12) | DEAD | {"high": None}, hedge="at_least"),
    claim("post", 90, "$4.2 million", "Repairs will cost $4.2 million.", **COST, **point(4.2e6)),
    claim("post", 150, "$4 million", "The mayor spoke of $4 million.", **COST, **point(4e6), speaker="the mayor"),
    claim("post", 210, "May 2", "It fell on May 2.", **day("2031-05-02"), measure="bridge fell"),
    claim("ledger", 30, "14", "14 people died, police said.", **DEAD, **point(14), speaker="police"),
    claim("ledger", 80, "May 1", "The bridge fell on May 1.", **day("2031-05-01"), measure="bridge fell"),
    claim("ledger", 160, "3", "The Ledger counts 3 lanes | all closed.", **point(3), noun="lanes"),
    claim("notes", 20, "11", "Rescuers found 11 dead.", **DEAD, **point(11), speaker="rescuers"),
    claim("notes", 60, "Tuesday", "A vigil is held on Tuesday.", kind="date", role="date_of_event",
          trace="weekday; unresolved: the article bears no date"),
]  # fmt: skip


def _pair(left: str, right: str, fact: str, relation: str, **columns: Any) -> dict[str, Any]:
    reasons = ["same measure", "same place"]
    return {
        "left": left,
        "right": right,
        "fact": fact,
        "score": 0.9,
        "reasons": reasons,
        "relation": relation,
    } | columns


_PAIRS = [
    _pair("post:40-42", "ledger:30-32", "F1", "contains"),
    _pair("post:40-42", "notes:20-22", "F1", "disjoint"),
    _pair("ledger:30-32", "notes:20-22", "F1", "disjoint"),
    _pair("post:90-102", "post:150-160", "F2", "rounds_to", same_document=True),
    _pair("post:210-215", "ledger:80-85", "F3", "disjoint"),
]


def finding(rule: str, verdict: str, severity: str, fact: str, claims: list[str], **columns: Any) -> dict[str, Any]:
    reasons = ["same measure", "same place", "how the values stand", f"why rule {rule} decides so"]
    base = {"rule": rule, "name": f"{verdict} rule", "verdict": verdict, "severity": severity, "fact": fact}
    told = {
        "confidence": 0.9,
        "message": f"{' against '.join(claims)}",
        "reasons": reasons,
        "fingerprint": f"{rule}-{fact}",
    }
    return base | told | {"claims": claims} | columns


_FINDINGS = [
    finding("A101", "compatible", "note", "F1", ["post:40-42", "ledger:30-32"]),
    finding("A110", "agreement", "note", "F2", ["post:90-102", "post:150-160"]),
    finding("C601", "discrepancy", "error", "F1", ["notes:20-22", "post:40-42", "ledger:30-32"]),
    finding("U300", "update", "note", "F3", ["ledger:80-85", "post:210-215"]),
]
_SKIPPED = [
    {"path": "bridge/photo.jpg", "reason": "no reader for .jpg", "unread": False},
    {"path": "bridge/empty.txt", "reason": "it holds no text", "unread": True},
]


def tables(
    documents: list[dict[str, Any]] | None = None,
    claims: list[dict[str, Any]] | None = None,
    pairs: list[dict[str, Any]] | None = None,
    findings: list[dict[str, Any]] | None = None,
    skipped: list[dict[str, Any]] | None = None,
) -> Tables:
    """The frames of a run; what is left out is empty."""
    return Tables(
        frame(DOCUMENTS, documents or []),
        frame(CLAIMS, claims or []),
        frame(PAIRS, pairs or []),
        frame(FINDINGS, findings or []),
        frame(SKIPPED, skipped or []),
    )


def bridge() -> Tables:
    documents = [document(name, title=f"Bridge falls, says {name}") for name in OUTLETS]
    return tables(documents, _CLAIMS, _PAIRS, _FINDINGS, _SKIPPED)


def nothing() -> Tables:
    return tables()
