"""The article's own corrections: what it tells now beside what it told before. They connect; they are no faults."""

from collections.abc import Iterator, Sequence

import pandas as pd

from checker.judging.inside.figures import told
from checker.judging.inside.forms import bound
from checker.judging.inside.reckoning import Reckoning
from checker.judging.inside.sentence import Record, Sentence
from checker.judging.inside.span import UNKNOWN, Span, span
from checker.language.lexicon import lexicon
from checker.tables import TIME_KINDS

_INSTEAD = tuple(lexicon("arithmetic")["instead"]["words"])


def find(document: Sequence[Sentence]) -> Iterator[Reckoning]:
    """Figures that the document says it had wrong, with what it has instead."""
    seen: set[str] = set()
    for sentence in document:
        for found in bound("correction", sentence):
            now, was = found.claims["now"], found.claims["was"]
            if _is_alike(now, was) and was["id"] not in seen:
                seen |= {was["id"], now["id"]}
                yield _corrected(now, was)
        for found in bound("correction_alone", sentence):
            was = found.claims["was"]
            others = [] if was["id"] in seen else _next(document, sentence, was) or _others(document, sentence, was)
            if len({str(other["value"]) for other in others}) == 1:
                seen.add(was["id"])
                yield _corrected(others[0], was)


def _corrected(now: Record, was: Record) -> Reckoning:
    words = f"{told(was)} before, {told(now)} now"
    return Reckoning("correction", (now, was), _span(now), _span(was), words)


def _span(claim: Record) -> Span:
    if claim["kind"] not in TIME_KINDS:
        return span(claim)
    if pd.isna(claim["first"]):
        return UNKNOWN
    day = float(claim["first"].toordinal())
    return Span(day, day, day)


def _is_alike(now: Record, was: Record) -> bool:
    """Whether one figure can replace the other: of one sort, or a bare number, and not the same."""
    is_bare = was["kind"] == "count" and was["noun"] is None and was["unit"] is None and now["kind"] not in TIME_KINDS
    is_same = now["kind"] == was["kind"] and was["unit"] in (None, now["unit"])
    return bool(is_bare or is_same) and now["value"] != was["value"]


def _next(document: Sequence[Sentence], sentence: Sentence, was: Record) -> list[Record]:
    """What the next sentence says instead ("It is 14.")."""
    place = document.index(sentence) + 1
    if place == len(document) or not document[place].text.startswith(_INSTEAD):
        return []
    return [claim for claim in document[place].claims if _is_alike(claim, was)]


def _others(document: Sequence[Sentence], sentence: Sentence, was: Record) -> list[Record]:
    """The figures of the rest of the document that count what the corrected one counts."""
    if was["kind"] == "age":  # of whom, the words do not tell
        return []
    rest = [claim for other in document if other is not sentence for claim in other.claims]
    return [c for c in rest if _is_alike(c, was) and isinstance(was["measure"], str) and c["measure"] == was["measure"]]
