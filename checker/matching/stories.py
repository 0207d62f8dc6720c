"""What documents tell of their events, for bounds: as `checker.matching.features.event`, of whole documents."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from checker.matching.columns import NEVER, Columns, Mask
from checker.matching.companions import of_age, of_count, weight
from checker.matching.features.event import least_shared, timed
from checker.matching.side import names_of
from checker.matching.signature import shared_words, signature

Rows = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Story:
    """What one document tells."""

    event: Mapping[str, float]
    weight: float  # of all of it
    figures: frozenset[str]
    day: int | None
    is_one: bool  # whether all of its claims tell the same event


class Stories:
    """What documents share; each document is read when it is first asked for."""

    def __init__(self, claims: pd.DataFrame, told: Columns) -> None:
        self._told = told
        self._events, self._names = claims["event"].to_numpy(), claims["entities"].to_numpy()
        documents = pd.factorize(claims["document"])[0]
        self._rows = np.argsort(documents, kind="stable")  # of the claims table, document by document
        self._starts = np.searchsorted(documents[self._rows], np.arange(documents.max(initial=-1) + 2))
        self._document: Rows = documents.astype(np.int64)[told.rows]  # by position
        self._places = np.argsort(self._document, kind="stable")
        self._first = np.searchsorted(self._document[self._places], np.arange(len(self._starts)))
        self._known: dict[int, _Story] = {}

    def shared(self, left: Rows, right: Rows) -> tuple[Numbers, Mask]:
        """The most that the event feature may score of claims of two documents each, and whether it is told at all."""
        size = len(self._starts)
        codes, couples = pd.factorize(self._document[left] * size + self._document[right])
        ones, others = (both.tolist() for both in divmod(np.asarray(couples, dtype=np.int64), size))
        found = [self._shared(one, other) for one, other in zip(ones, others, strict=True)]
        score = np.array([-1.0 if one is None else one for one in found])[codes]
        return np.maximum(score, 0.0), score >= 0

    def _shared(self, one: int, other: int) -> float | None:
        left, right = self._story(one), self._story(other)
        if not (left.is_one and right.is_one):
            return 1.0
        figures, lesser = left.figures & right.figures, min(left.weight, right.weight)
        if not (lesser or figures):
            return None
        shared = sum(shared_words(left.event, right.event).values())
        score = timed(shared / least_shared(lesser), left.day, right.day)
        return min(score + sum(map(weight, figures)), 1.0)

    def _story(self, document: int) -> _Story:
        if document not in self._known:
            self._known[document] = self._read(document)
        return self._known[document]

    def _read(self, document: int) -> _Story:
        rows = self._rows[self._starts[document] : self._starts[document + 1]]
        places = self._places[self._first[document] : self._first[document + 1]]
        events = self._events[self._told.rows[places]]
        names = {name.lower() for some in self._names[rows] for name in some or ()}
        event, day = signature(events[0] or (), names), int(self._told.published[places[0]])
        figures = frozenset(figure for place in places.tolist() for figure in self._figures(place))
        is_one = all(one is events[0] or one == events[0] for one in events)
        return _Story(event, sum(event.values()), figures, None if day == NEVER else day, is_one)

    def _figures(self, place: int) -> list[str]:
        told = self._told
        low = float(told.low[place])
        if told.kind.words[told.kind.codes[place]] == "age":
            return list(of_age(names_of(tuple(self._names[told.rows[place]] or ())), low))
        family, stem = told.family.codes[place], told.stem.codes[place]
        if told.timex.codes[place] >= 0 or low != told.high[place]:
            return []
        counted = told.family.words[family] if family >= 0 else told.stem.words[stem] if stem >= 0 else None
        return list(of_count(counted, low))
