"""All claims of a run that are compared, by position: in order of report, each side made when it is asked for."""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from checker.matching.beside import with_mates
from checker.matching.columns import Columns, columns
from checker.matching.companions import with_companions
from checker.matching.frequencies import with_frequencies
from checker.matching.main_figures import with_main_figures
from checker.matching.occasion import with_occasions
from checker.matching.packing import packed, unpacked
from checker.matching.side import Side, records, side_of
from checker.matching.titles import with_bodies

Rows = npt.NDArray[np.int64]

_KEPT = 30_000  # sides that are remembered for sure, and as many before them; the rest is made again when asked for


def in_order(claims: pd.DataFrame) -> list[Side]:
    """The sides of all claims that are compared, earliest report first, undated ones last.

    A side knows of its own document only, so that claims of some documents give the same sides as those of all.
    A document read twice in a batch gives the same claims twice: the second telling is no second source.
    """
    return sides(records(claims.iloc[ordered(claims)]))


def ordered(claims: pd.DataFrame) -> Rows:
    """Rows of the claims table in order of report, none twice."""
    keys = claims[["published", "path", "start", "id", "batch"]].reset_index(drop=True)
    keys = keys.sort_values(["published", "path", "start", "id"], kind="stable", na_position="last")
    return keys.drop_duplicates(["batch", "id"]).index.to_numpy(dtype=np.int64)


def sides(told: Sequence[dict[str, Any]]) -> list[Side]:
    """The sides of the claims of some documents, as far as they are compared, from their cells in order of report."""
    names = _names_of_documents(told)
    found = [known for claim in told if (known := side_of(claim, names[claim["document"]])) is not None]
    return with_frequencies(with_occasions(with_mates(with_companions(with_main_figures(with_bodies(found))))))


def _names_of_documents(told: Sequence[Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for claim in told:
        found.setdefault(claim["document"], set()).update(name.lower() for name in claim["entities"] or ())
    return {document: frozenset(names) for document, names in found.items()}


class Told(Mapping[int, Side]):
    """Position -> side. Sides are made with all of their document; those asked for last are remembered.

    Where there are more than are remembered, all that are made are kept as bytes, a tenth of their room.
    """

    def __init__(self, claims: pd.DataFrame) -> None:
        self._claims, self._rows = claims, ordered(claims)
        self.columns: Columns = columns(claims, self._rows)
        documents = pd.factorize(claims["document"])[0].astype(np.int64)[self._rows]
        self._turns = np.argsort(documents, kind="stable")  # of all claims, document by document in order
        self._starts = np.searchsorted(documents[self._turns], np.arange(documents.max(initial=-1) + 2))
        place = np.full(len(claims), -1, dtype=np.int64)
        place[self.columns.rows] = np.arange(len(self.columns))
        self._positions = place[self._rows]  # -1 for what is not compared
        self._document = documents[self._positions >= 0]
        self._first = np.zeros(len(self._starts), dtype=np.int64)
        self._first[self._document[::-1]] = np.arange(len(self._document))[::-1]
        self._paths, self._begins = (claims[name].to_numpy(dtype=object) for name in ("path", "start"))
        self._known: dict[int, Side] = {}
        self._before: dict[int, Side] = {}  # what was known when so many were last forgotten
        self._packed: dict[int, bytes] = {}  # by document

    def __len__(self) -> int:
        """How many claims are compared."""
        return len(self._document)

    def __iter__(self) -> Iterator[int]:
        """The positions."""
        return iter(range(len(self)))

    def __getitem__(self, position: int) -> Side:
        """The side, made now if it is not known."""
        if position not in self._known:
            self.make([position])
        return self._known[position]

    def place_in_report(self, position: int) -> tuple[str, int]:
        """As of its side, which need not be known for it: path and first character."""
        row = self.columns.rows[position]
        return self._paths[row], int(self._begins[row])

    def first(self, position: int) -> int:
        """The least position of its document, by which that is known."""
        return int(self._first[self._document[position]])

    def of_document(self, position: int) -> list[Side]:
        """The sides of the document of a position."""
        return [self[one] for one in self._within(self._document[position])]

    def make(self, positions: Iterable[int]) -> None:
        """Make the sides of many at once, as far as they are not known."""
        wanted = [one for one in positions if one not in self._known]
        if len(self._known) + len(wanted) > _KEPT:
            self._known, self._before = {}, self._known
        self._known |= {one: self._before[one] for one in wanted if one in self._before}
        documents = np.unique(self._document[[one for one in wanted if one not in self._known]]).tolist()
        for document in documents:
            if document in self._packed:
                self._known |= zip(self._within(document), _opened(self._packed[document]), strict=True)
        new = [document for document in documents if document not in self._packed]
        if new:
            self._make_all(new)

    def _make_all(self, documents: Sequence[int]) -> None:
        turns = np.concatenate([self._turns_of(document) for document in documents])
        made = iter(sides(records(self._claims.iloc[self._rows[turns]])))
        for document in documents:
            positions = self._within(document)
            of_document = list(islice(made, len(positions)))
            self._known |= zip(positions, of_document, strict=True)
            if len(self) > _KEPT:
                self._packed[document] = _closed(of_document)

    def _turns_of(self, document: int) -> Rows:
        return self._turns[self._starts[document] : self._starts[document + 1]]

    def _within(self, document: int) -> list[int]:
        """The positions of a document."""
        return [one for one in self._positions[self._turns_of(document)].tolist() if one >= 0]


def _closed(sides: Sequence[Side]) -> bytes:
    return zlib.compress(b"\n".join(map(packed, sides)), 1)


def _opened(content: bytes) -> list[Side]:
    return [unpacked(line) for line in zlib.decompress(content).split(b"\n")]
