"""Extraction of a block of documents in which one may be at fault: it is named, and the others are read."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from checker.extraction import extract
from checker.extraction.limits import NUMBERS, end_of_numbers
from checker.tables import CLAIMS, SKIPPED, frame, joined


@dataclass(frozen=True, slots=True)
class Extracted:
    """What came of a block of documents."""

    claims: pd.DataFrame
    broken: pd.DataFrame  # as `skipped`: documents of which no claim could be read, or not every one
    lost: frozenset[str]  # ids of those of which none could


def extracted(documents: pd.DataFrame, most: int) -> Extracted:
    """The claims of a block: one document on which extraction fails must not lose the others."""
    try:
        return _within(extract(documents, most + 1), documents, most)
    except Exception:  # noqa: BLE001 - unforeseen; each document is tried by itself, and the one at fault is named
        parts = [documents.iloc[place : place + 1] for place in range(len(documents))]
        tried = [_tried(part, most) for part in parts]
    claims, broken = joined([one.claims for one in tried], CLAIMS), joined([one.broken for one in tried], SKIPPED)
    return Extracted(claims, broken, frozenset().union(*(one.lost for one in tried)))


def _tried(document: pd.DataFrame, most: int) -> Extracted:
    """The claims of one document, or the row of `skipped` that says why there are none."""
    try:
        return _within(extract(document, most + 1), document, most)
    except Exception as error:  # noqa: BLE001 - see `extracted`
        reason = f"its claims could not be read ({type(error).__name__}: {error}): a fault of checker, please report it"
        row = {"path": document["path"].iloc[0], "reason": reason, "unread": True}
        return Extracted(frame(CLAIMS, []), frame(SKIPPED, [row]), frozenset(document["id"]))


def _within(claims: pd.DataFrame, documents: pd.DataFrame, most: int) -> Extracted:
    """The claims, of a document no more than `most`; one that holds more, or too many numbers, is named."""
    counts = claims["document"].value_counts()
    too_many = set(counts[counts > most].index)
    told = zip(documents["id"], documents["path"], documents["text"], strict=True)
    why = {path: _TOO_MANY.format(what, number) for path, what, number in _beyond(told, too_many, most)}
    if not why:
        return Extracted(claims, frame(SKIPPED, []), frozenset())
    rows = [{"path": path, "reason": reason, "unread": True} for path, reason in why.items()]
    kept = claims[claims.groupby("document").cumcount() < most].reset_index(drop=True) if too_many else claims
    return Extracted(kept, frame(SKIPPED, sorted(rows, key=lambda row: str(row["path"]))), frozenset())


_TOO_MANY = "holds more {} ({:,}): split it, or raise `max-claims`"


def _beyond(
    told: Iterable[tuple[str, str, str]], too_many: Collection[str], most: int
) -> Iterator[tuple[str, str, int]]:
    """The path of each document that is not wholly read, what it holds too many of, and how many are read."""
    for name, path, text in told:
        if name in too_many:
            yield path, "claims than are compared", most
        elif end_of_numbers(text, most) is not None:
            yield path, "numbers than are looked at", NUMBERS * most
