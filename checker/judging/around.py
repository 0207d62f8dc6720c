"""What the other pairs of a fact say of a pair: columns that rules may name beside those of the pairs table."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from checker.tables import Column
from checker.values.relate import RELATIONS, is_agreeing

AROUND = (
    Column("told_by_both", "bool", "two documents: whether a value of the pair stands in the other's document as well"),
    Column("several_values", "bool", "whether one of the documents tells values of the fact that exclude each other"),
)

_SAME = ("equal", "rounds_to")
_AGREEING = [relation for relation in RELATIONS if is_agreeing(relation)]
Rows = npt.NDArray[np.int64]


def with_surroundings(pairs: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """The pairs with the columns of AROUND.

    A value stands in both documents also where the two claims are not surely of one fact.

    Args:
        pairs: all pairs, those of no fact too.
        claims: the claims they name, each once.

    """
    rows = pd.Index(claims["id"])
    documents = pd.factorize(claims["document"])[0].astype(np.int64)
    left, right = (rows.get_indexer(pd.Index(pairs[side])).astype(np.int64) for side in ("left", "right"))
    sides = (left, right, documents[left], documents[right])
    relation = pairs["relation"]
    same = relation.isin(_SAME) | relation.isin(_AGREEING) & pairs["fact"].notna()
    agreeing = same.to_numpy(dtype=bool)
    disjoint = (relation == "disjoint").to_numpy(dtype=bool)
    inside = pairs["same_document"].to_numpy(dtype=bool)
    told = _told_by_both(sides, agreeing & ~inside) & ~inside
    facts = pd.factorize(pairs["fact"])[0].astype(np.int64)
    return pairs.assign(told_by_both=told, several_values=_several_values(sides, facts, disjoint & inside))


def _told_by_both(sides: tuple[Rows, Rows, Rows, Rows], agreeing: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Whether a claim of the pair agrees with some claim of the other's document."""
    left, right, left_document, right_document = sides
    forth, back = _keys((left, right_document), (right, left_document))
    told = np.concatenate([forth[agreeing], back[agreeing]])
    return _is_among(forth, told) | _is_among(back, told)


def _several_values(
    sides: tuple[Rows, Rows, Rows, Rows], facts: Rows, torn: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """Whether a document of the pair holds two claims of the fact that exclude each other."""
    _, _, left_document, right_document = sides
    of_left, of_right = _keys((facts, left_document), (facts, right_document))
    several = of_left[torn]
    return _is_among(of_left, several) | _is_among(of_right, several)


def _is_among(keys: Rows, wanted: Rows) -> npt.NDArray[np.bool_]:
    return pd.Series(keys).isin(wanted).to_numpy(dtype=bool)


def _keys(*couples: tuple[Rows, Rows]) -> list[Rows]:
    """One number for two, comparable between the couples."""
    base = max((int(second.max(initial=0)) for _, second in couples), default=0) + 1
    return [first * base + second for first, second in couples]
