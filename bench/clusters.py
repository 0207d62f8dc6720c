"""Clusters of articles as `score_crosssource.py` reads them: {"id", "matches": [[M, M]], "discrepancies": [[M, M]]}.

M is {"doc", "start", "end"}. All clusters of a file run in one frame, each cluster a batch of its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

import checker
from bench.frames import Row, Text, claims, day, known, rows
from bench.lines import Record

REPORTED = ("error", "warning")
Mentions = Mapping[str, Row]  # claim id -> its claim


def predict(records: Iterable[Record]) -> Iterator[Record]:
    """Matches and discrepancies of each cluster, in the order of the frames."""
    kept = list(records)
    found = claims([text for number, record in enumerate(kept) for text in texts(number, record)])
    pairs = checker.match(found)
    mentions = {claim["id"]: claim for claim in rows(found)}
    docs = {f"{n}/{k}": doc["id"] for n, record in enumerate(kept) for k, doc in enumerate(record["docs"])}
    matches = grouped(matched(rows(pairs)), mentions, docs)
    discrepancies = grouped(differing(rows(checker.judge(pairs, found))), mentions, docs)
    for number, record in enumerate(kept):
        batch = str(number)
        yield {"id": record["id"], "matches": matches.get(batch, []), "discrepancies": discrepancies.get(batch, [])}


def texts(number: int, record: Record) -> list[Text]:
    """The articles of a cluster as documents of one batch."""
    return [
        Text(f"{number}/{k}", doc["text"], day(doc.get("date")), doc.get("source") or None, str(number))
        for k, doc in enumerate(record["docs"])
    ]


def matched(pairs: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Claims of two documents that are of one fact."""
    for pair in pairs:
        if known(pair["fact"]) is not None and not pair["same_document"]:
            yield pair["left"], pair["right"]


def differing(findings: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """The claims on either side of each discrepancy of severity warning and up."""
    for finding in findings:
        if finding["verdict"] == "discrepancy" and finding["severity"] in REPORTED:
            primary, *others = finding["claims"]
            yield from product((primary, *(finding["agreeing"] or ())), others)


def grouped(
    pairs: Iterable[tuple[str, str]], mentions: Mentions, docs: Mapping[str, str]
) -> dict[str, list[list[Record]]]:
    """Pairs of claim ids as pairs of M, by batch."""
    by_batch: dict[str, list[list[Record]]] = {}
    for pair in pairs:
        both = [mentions[claim] for claim in pair]
        by_batch.setdefault(both[0]["batch"], []).append([place(claim, docs) for claim in both])
    return by_batch


def place(claim: Row, docs: Mapping[str, str]) -> Record:
    """Where a claim stands, under the cluster's own name for the document."""
    return {"doc": docs[claim["document"]], "start": claim["start"], "end": claim["end"]}
