"""Reference facts to claims: one row a claim, of the source that the row names."""

from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, cast

import pandas as pd

from checker.extraction.context import event_words
from checker.extraction.mention import OF_DOCUMENT, Mention, columns
from checker.extraction.page import Page
from checker.extraction.reference import cells
from checker.extraction.reference.cells import CellError, Figure, Period
from checker.language.folding import fold
from checker.tables import CLAIMS, SKIPPED, frame
from checker.values.offsets import original_position, original_span

_SECTION = "reference"
_OF_EVENT = ("entity", "place", "measure")


def reference(documents: pd.DataFrame, facts: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The claims of reference facts.

    Args:
        documents: a document for each row, as the reading of such tables makes them.
        facts: the facts table: the cells of the same rows.

    Returns:
        The claims table, and as `skipped` a word on every row that could not be read, with column and repair.

    """
    known = {row["id"]: row for row in cast("list[dict[str, Any]]", documents.to_dict("records"))}
    claims: list[dict[str, Any]] = []
    skipped: list[dict[str, Any]] = []
    for fact in cast("list[dict[str, Any]]", facts.to_dict("records")):
        document = known[fact["document"]]
        try:
            claims.append(_claim(document, fact["words"], fact["places"]))
        except CellError as error:
            skipped.append(_word(document, fact["places"], error))
    return frame(CLAIMS, claims), frame(SKIPPED, skipped)


def _word(document: Mapping[str, Any], places: Mapping[str, int], error: CellError) -> dict[str, Any]:
    place = original_position(document["offsets"], places[error.column])
    column = place - document["lines"][bisect_right(document["lines"], place) - 1] + 1
    return {"path": document["path"], "reason": f"column {column}: {error.column} {error}", "unread": True}


def _claim(document: Mapping[str, Any], words: Mapping[str, str], places: Mapping[str, int]) -> dict[str, Any]:
    """The row of the claims table.

    Raises:
        CellError: a cell cannot be read.

    """
    published = None if pd.isna(document["published"]) else document["published"].date()
    found, time = cells.figure(words), cells.period(words, published)
    row: dict[str, Any] = {name: document[name] for name in OF_DOCUMENT}
    row |= _place(document, found, places["value"])
    mention = cells.grown(words, found.mention)
    row |= columns(mention)
    row |= _about(words, time, mention)
    steps = (*mention.trace, "a row of reference facts")
    return row | {"trace": "; ".join(steps)}


def _place(document: Mapping[str, Any], found: Figure, value_at: int) -> dict[str, Any]:
    at, until = value_at + found.start, value_at + found.end
    start, end = original_span(document["offsets"], at, until)
    line = bisect_right(document["lines"], start)
    return {
        "document": document["id"],
        "id": f"{document['id']}:{start}-{end}",
        "start": start,
        "end": end,
        "phrase_start": start,
        "phrase_end": end,
        "line": line,
        "column": start - document["lines"][line - 1] + 1,
        "text": document["text"][at:until],
        "sentence": document["text"],
        "at": at,
        "section": _SECTION,
    }


def _about(words: Mapping[str, str], time: Period | None, mention: Mention) -> dict[str, Any]:
    measure, head = cells.measure(words)
    return {
        "measure": measure,
        "measure_head": head,
        "role": cells.role(words, time, mention),
        "modality": "asserted",
        "entities": cells.entities(words),
        "place": cells.place(words),
        "event": _event(words),
        "quoted": False,
        "period": words.get("period") if time else None,
        "period_first": time.first if time else None,
        "period_last": time.last if time else None,
    }


def _event(words: Mapping[str, str]) -> list[str]:
    """The words that tell the event: of its names and of what is measured, not of who says so."""
    return list(_event_words(". ".join(words[name] for name in _OF_EVENT if name in words)))


@lru_cache(maxsize=4_096)
def _event_words(told: str) -> tuple[str, ...]:
    return tuple(event_words(Page(fold(told))))
