"""Stage two: documents to claims. Finds every number and date, reads its value, and tells what it is about."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import islice
from operator import itemgetter
from typing import Any, cast

import pandas as pd

from checker.extraction.context import CONTEXT, Scene, event_words
from checker.extraction.kinds import mentions
from checker.extraction.limits import end_of_numbers
from checker.extraction.mention import OF_DOCUMENT, Mention, columns
from checker.extraction.page import Page
from checker.language.folding import fold
from checker.tables import CLAIMS, frame
from checker.values.offsets import original_span

__all__ = ["extract"]

# One blank a line end, so that places within the sentence stay.
_ON_ONE_LINE = {ord(end): " " for end in "\n\r\v\f\x85\u2028\u2029"}
# What a figure has in common with one that restates it.
_ABOUT = (
    "measure",
    "measure_head",
    "entities",
    "place",
    "period",
    "period_first",
    "period_last",
    "role",
    "direction",
    "modality",
    "speaker",
    "cue",
    "quoted",
)
_EMPTY: dict[str, Any] = dict.fromkeys(column.name for column in CLAIMS)  # a row that need not grow
# Characters of a long text that are looked at first, how many times as many then at most, since it may hold too many
# claims, and how many times as many as should do by what was found.
_FIRST, _MORE, _SPARE = 1 << 14, 8, 1.2
# What English grammar would make up of another language's words.
_NOT_READ = ("measure", "measure_head")


def extract(documents: pd.DataFrame, most: int | None = None) -> pd.DataFrame:
    """Every claim of the documents, document by document, in order of place.

    Args:
        documents: the documents table, as `checker.read` and `checker.documents` make it.
        most: of a document that holds more claims, only so many are read; None for all.

    Returns:
        The claims table: one row a claim, columns as in `checker.tables.CLAIMS`.

    """
    records = cast("list[dict[str, Any]]", documents.to_dict("records"))
    rows = [row for document in records for row in islice(_claims(document, most), most)]
    return frame(CLAIMS, rows)


def _claims(document: Mapping[str, Any], most: int | None) -> Iterator[dict[str, Any]]:
    page, found = _found(document, most)
    shared = _EMPTY | {name: document[name] for name in OF_DOCUMENT}
    shared |= {"document": document["id"], "event": event_words(page)}
    is_english = document["language"] == "en"
    rows: dict[int, dict[str, Any]] = {}  # by where a claim begins
    for index, mention in enumerate(found):
        scene = Scene(page, page.sentence_at(mention.start), mention, found, index)
        row = dict(shared)
        row.update(_place(document, scene))
        row.update(columns(mention))
        stated = rows.get(mention.converts_at)
        row["converts"] = stated["id"] if stated else None
        if stated is None:
            _add_context(row, scene)
        else:
            row.update(_restated(mention, stated))
        rows[mention.start] = row
        yield row if is_english else _without_measure(row)


def _found(document: Mapping[str, Any], most: int | None) -> tuple[Page, list[Mention]]:
    """The page with its mentions; of a long text only as much of it as holds so many and one more.

    And no more than holds so many numbers, see `checker.extraction.limits`.
    """
    text, reach = document["text"], _FIRST
    end = -1 if most is None else end_of_numbers(text, most) or -1
    size = end if end > 0 else len(text)
    while most is not None and 2 * reach <= size:
        blank = max(text.rfind("\n", 0, reach), text.rfind(" ", 0, reach))
        page = _page(document, blank if blank > 0 else reach)
        found = mentions(page)
        if len(found) > most:
            return page, found
        reach = int(reach * min(_MORE, _SPARE * most / max(len(found), 1)))
    page = _page(document, end)
    return page, mentions(page)


def _without_measure(row: dict[str, Any]) -> dict[str, Any]:
    """A figure of a text that is not English: what it counts and whom it is about is not known, and never guessed."""
    trace = f"{row['trace']}; not English: what it measures is not read"
    return row | dict.fromkeys(_NOT_READ) | {"entities": [], "event": [], "trace": trace}


def _page(document: Mapping[str, Any], most: int = -1) -> Page:
    """A document as a page, of at most so many characters where that is told."""
    known = {name: None if pd.isna(document[name]) else document[name] for name in ("published", "title", "outlet")}
    return Page(
        text=fold(document["text"][:most] if most > 0 else document["text"]),
        published=known["published"].date() if known["published"] is not None else None,
        title=known["title"],
        outlet=known["outlet"],
        sections=tuple((start, end, section) for start, end, section in document["sections"]),
    )


def _place(document: Mapping[str, Any], scene: Scene) -> dict[str, Any]:
    mention, sentence, offsets = scene.mention, scene.sentence, document["offsets"]
    start, end = original_span(offsets, mention.start, mention.end)
    line, column, locator = _located(document, mention.start, start)
    phrase_start, phrase_end = start, end
    if (mention.phrase_start, mention.phrase_end) != (mention.start, mention.end):
        phrase_start, phrase_end = original_span(offsets, mention.phrase_start, mention.phrase_end)
    return {
        "id": f"{document['id']}:{start}-{end}",
        "start": start,
        "end": end,
        "phrase_start": phrase_start,
        "phrase_end": phrase_end,
        "line": line,
        "column": column,
        "locator": locator,
        "text": document["text"][mention.start : mention.end],
        "sentence": _on_one_line(document["text"][sentence.start : sentence.end]),
        "at": mention.start - sentence.start,
        "section": scene.page.section_at(mention.start),
    }


def _located(document: Mapping[str, Any], position: int, start: int) -> tuple[int, int, str | None]:
    """Line and column of a place in the original; where that has no lines, what its pages or paragraphs are called."""
    locators = document["locators"]
    if locators is None:
        line = bisect_right(document["lines"], start)
        return line, start - document["lines"][line - 1] + 1, None
    number = bisect_right(locators, position, key=itemgetter(0))
    return 0, 0, locators[number - 1][1]


def _on_one_line(words: str) -> str:
    return words.translate(_ON_ONE_LINE) if len(words.splitlines()) > 1 else words


def _restated(mention: Mention, stated: Mapping[str, Any]) -> dict[str, Any]:
    """A figure in brackets that gives the one before it in another unit is about what that one is about."""
    trace = "; ".join((*mention.trace, f"about: as {stated['text']!r}"))
    return {name: stated[name] for name in _ABOUT} | {"trace": trace}


def _add_context(row: dict[str, Any], scene: Scene) -> None:
    """Add the columns of every context function to a row, their traces joined to the mention's."""
    trace = list(scene.mention.trace)
    for find in CONTEXT.values():
        found = find(scene)
        trace += found.get("trace", ())
        row.update(found)
    row["trace"] = "; ".join(trace)
