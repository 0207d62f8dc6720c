"""Pairs of texts as `score_crosssource.py` reads them: {"id", "label": agree | conflict | unrelated, "score"}.

All pairs of a file run in one frame, each pair a batch of its own.
"""

from collections.abc import Iterable, Iterator, Sequence

import checker
from bench.frames import Row, Text, claims, day, rows
from bench.lines import Record

CONFLICTS = ("discrepancy", "update", "attributed")
AGREEMENTS = ("agreement", "compatible")


def predict(records: Iterable[Record]) -> Iterator[Record]:
    """One label a record; `score` is the highest confidence of a conflict, 0 where there is none."""
    kept = list(records)
    found = claims([text for number, record in enumerate(kept) for text in texts(number, record)])
    findings = by_batch(rows(checker.judge(checker.match(found), found)), rows(found))
    for number, record in enumerate(kept):
        yield {"id": record["id"], **label(findings.get(str(number), ()))}


def texts(number: int, record: Record) -> tuple[Text, Text]:
    """Both texts of a pair as documents of one batch; their outlets are not known."""
    return (
        Text(f"{number}a", record["text_a"], day(record.get("date_a")), batch=str(number)),
        Text(f"{number}b", record["text_b"], day(record.get("date_b")), batch=str(number)),
    )


def by_batch(findings: Iterable[Row], found: Iterable[Row]) -> dict[str, list[Row]]:
    """Findings by the batch of their claims."""
    batches = {claim["id"]: claim["batch"] for claim in found}
    grouped: dict[str, list[Row]] = {}
    for finding in findings:
        grouped.setdefault(batches[finding["claims"][0]], []).append(finding)
    return grouped


def label(findings: Sequence[Row]) -> dict[str, object]:
    """A conflict outweighs an agreement, which outweighs silence."""
    conflicts = [finding["confidence"] for finding in findings if finding["verdict"] in CONFLICTS]
    if conflicts:
        return {"label": "conflict", "score": max(conflicts)}
    is_agreed = any(finding["verdict"] in AGREEMENTS for finding in findings)
    return {"label": "agree" if is_agreed else "unrelated", "score": 0.0}
