"""What the other pairs of a fact say of a pair: columns that rules may name beside those of the pairs table."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from checker.tables import Column
from checker.values.relate import RELATIONS, is_agreeing

AROUND = (
    Column(
        "told_by_both",
        "bool",
        "two documents: whether the other's document tells a value of the pair as well",
    ),
    Column(
        "several_values", "bool", "whether one of the documents surely tells values of the fact that exclude each other"
    ),
    Column(
        "sum_told",
        "bool",
        "whether a document of the pair tells an addition that makes up the difference of the values",
    ),
)

_SAME = ("equal", "rounds_to")
# Links below the reporting line, those through other claims among them, say nothing of another pair: an article that
# agrees with one side may bring in such a link and would hide a difference.
_SURE = 0.7
_PLACES = 6  # decimals in which a sum must come out
_AGREEING = [relation for relation in RELATIONS if is_agreeing(relation)]
Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Sides = tuple[Rows, Rows, Rows, Rows]  # left and right claim, document of either


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
    is_hour = (claims["kind"] == "time").to_numpy(dtype=bool)
    same = relation.isin(_SAME).to_numpy(dtype=bool) & (is_hour[left] == is_hour[right])  # a day tells no hour
    roughly = (relation.isin(_AGREEING) & pairs["fact"].notna()).to_numpy(dtype=bool) & ~same
    disjoint = (relation == "disjoint").to_numpy(dtype=bool)
    inside = pairs["same_document"].to_numpy(dtype=bool)
    sure = (pairs["score"] >= _SURE).to_numpy(dtype=bool)
    hedging = _hedging(sides, claims, roughly & inside)
    told = (_told_by_both(sides, same & ~inside) | _told_roughly(sides, roughly & ~inside, disjoint, hedging)) & ~inside
    facts = pd.factorize(pairs["fact"])[0].astype(np.int64)
    return pairs.assign(
        told_by_both=told,
        several_values=_several_values(sides, facts, disjoint & inside & sure),
        sum_told=_sum_told(sides, claims, documents, disjoint),
    )


def _told_by_both(sides: Sides, agreeing: Mask) -> Mask:
    """Whether a claim of the pair agrees with some claim of the other's document."""
    left, right, left_document, right_document = sides
    forth, back = _keys((left, right_document), (right, left_document))
    told = np.concatenate([forth[agreeing], back[agreeing]])
    return _is_among(forth, told) | _is_among(back, told)


def _hedging(sides: Sides, claims: pd.DataFrame, roughly: Mask) -> pd.DataFrame:
    """Claims that agree with a claim of their own document without sharing an end: coarser tellings of it.

    "Dozens" is a coarser telling of "47"; "at least 12" beside "12" is not, it says how "12" is meant.
    """
    left, right = sides[0][roughly], sides[1][roughly]
    low, high = (claims[end].to_numpy(dtype=float) for end in ("low", "high"))
    coarser = ~((low[left] == low[right]) | (high[left] == high[right]))
    one, other = left[coarser], right[coarser]
    return pd.DataFrame({"teller": np.concatenate([one, other]), "finer": np.concatenate([other, one])})


def _told_roughly(sides: Sides, agreeing: Mask, disjoint: Mask, hedging: pd.DataFrame) -> Mask:
    """As `_told_by_both`, of claims that only leave room; coarser tellings of the pair's own claim do not count."""
    left, right, left_document, right_document = sides
    rows = np.flatnonzero(disjoint)
    found = np.zeros(len(left), dtype=bool)
    for mine, theirs, my_document, their_document in (
        (left, right, left_document, right_document),
        (right, left, right_document, left_document),
    ):
        tellings = pd.DataFrame(
            {
                "told": np.concatenate([mine[agreeing], theirs[agreeing]]),
                "document": np.concatenate([their_document[agreeing], my_document[agreeing]]),
                "teller": np.concatenate([theirs[agreeing], mine[agreeing]]),
            }
        )
        wanted = pd.DataFrame(
            {"told": mine[rows], "document": their_document[rows], "finer": theirs[rows], "row": rows}
        )
        met = wanted.merge(tellings, on=["told", "document"]).merge(
            hedging, how="left", on=["teller", "finer"], indicator=True
        )
        found[met.loc[met["_merge"] == "left_only", "row"].to_numpy(dtype=np.int64)] = True
    return found


def _several_values(sides: Sides, facts: Rows, torn: Mask) -> Mask:
    """Whether a document of the pair holds two claims of the fact that exclude each other."""
    _, _, left_document, right_document = sides
    of_left, of_right = _keys((facts, left_document), (facts, right_document))
    several = of_left[torn]
    return _is_among(of_left, several) | _is_among(of_right, several)


def _sum_told(sides: Sides, claims: pd.DataFrame, documents: Rows, disjoint: Mask) -> Mask:
    """Whether a document of the pair adds as much as lies between the values: "another 800" between 1,500 and 2,300."""
    left, right, left_document, right_document = sides
    low, unit = claims["low"].to_numpy(dtype=float), claims["unit"].fillna("")
    added = np.flatnonzero((claims["role"] == "additional").to_numpy(dtype=bool) & (low == claims["high"].to_numpy()))
    rows = np.flatnonzero(disjoint)
    found = np.zeros(len(left), dtype=bool)
    if not len(added) or not len(rows):
        return found
    told = pd.MultiIndex.from_arrays([documents[added], unit.iloc[added], low[added].round(_PLACES)])
    between = np.abs(low[left[rows]] - low[right[rows]]).round(_PLACES)
    for document in (left_document, right_document):
        wanted = pd.MultiIndex.from_arrays([document[rows], unit.iloc[left[rows]], between])
        found[rows] |= np.asarray(wanted.isin(told))
    return found


def _is_among(keys: Rows, wanted: Rows) -> Mask:
    return pd.Series(keys).isin(wanted).to_numpy(dtype=bool)


def _keys(*couples: tuple[Rows, Rows]) -> list[Rows]:
    """One number for two, comparable between the couples."""
    base = max((int(second.max(initial=0)) for _, second in couples), default=0) + 1
    return [first * base + second for first, second in couples]
