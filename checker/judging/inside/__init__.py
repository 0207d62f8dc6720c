"""Arithmetic inside a text: what its own figures say of each other. Rules decide what of it matters."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pandas as pd

from checker.judging.around import AROUND
from checker.judging.inside import (
    conversions,
    corrections,
    days,
    growth,
    parts,
    quotations,
    ranges,
    rates,
    shares,
    years,
)
from checker.judging.inside.reckoning import Reckoning, ids
from checker.judging.inside.sentence import Sentence, sentences
from checker.judging.reckoned import RECKONED
from checker.tables import PAIRS, Column, frame

__all__ = ["reckonings"]

Finder = Callable[[Sequence[Sentence]], Iterator[Reckoning]]

FINDERS: tuple[Finder, ...] = (
    parts.find,
    shares.find,
    growth.find,
    rates.find,
    days.find,
    years.find,
    ranges.find,
    conversions.find_units,
    quotations.find,
    corrections.find,
)
_MEMBERS = Column("members", "object", "ids of the claims, the one that is checked first")


def reckonings(claims: pd.DataFrame) -> pd.DataFrame:
    """Every check of a document against itself, whether it holds or not; what holds has a gap of 0.

    Args:
        claims: the claims table, each claim once; boilerplate is left out.

    Returns:
        A row a check: the columns of the pairs table, of which `left` is the figure that is checked and `right` the
        first that it is checked by (itself where it stands alone), those of RECKONED, and `members`.

    """
    read = _read(claims)
    by_batch = conversions.own_rates(read)
    return _found(read, (*FINDERS, partial(conversions.find_money, rates=by_batch)))


def without_money(claims: pd.DataFrame) -> pd.DataFrame:
    """The reckonings of documents whose whole claims these are, money in brackets left out: it asks other documents."""
    return _found(_read(claims), FINDERS)


def of_money(claims: pd.DataFrame, units: tuple[str, str]) -> pd.DataFrame:
    """The reckonings of money of the first unit in brackets of the second.

    Args:
        claims: those of all documents of the batch that convert the one into the other, each whole.
        units: as claims bear them.

    """
    read = _read(claims)
    by_batch = conversions.own_rates(read)
    return _found(read, (partial(conversions.find_money, rates=by_batch, units=units),))


def _read(claims: pd.DataFrame) -> list[list[Sentence]]:
    return list(sentences(claims[claims["section"] != "boilerplate"]))


def _found(read: Sequence[Sequence[Sentence]], finders: Sequence[Finder]) -> pd.DataFrame:
    rows = [_row(reckoning) for document in read for find in finders for reckoning in find(document)]
    return frame((*PAIRS, *AROUND, *RECKONED, _MEMBERS), rows)


def _row(reckoning: Reckoning) -> dict[str, object]:
    members = ids(reckoning.claims)
    first, second = members[0], members[1] if len(members) > 1 else members[0]
    apart = reckoning.row()
    return apart | {
        "left": first,
        "right": second,
        "score": 1.0,
        "same_document": True,
        "relation": "disjoint" if apart["gap"] else "contains",
        "reasons": [],
        "members": members,
    }
