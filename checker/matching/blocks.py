"""Candidates of a whole run at once: the keys of `checker.matching.keys` as numbers, and the pairs that share one.

The pairs are those that `checker.matching.join` finds among the keys as words; here no key is ever written out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from checker.matching.columns import Columns, Mask
from checker.matching.join import LARGEST
from checker.matching.keys import TURNS, scope
from checker.matching.marks import (
    Marks,
    digits,
    heads,
    joined,
    people,
    quotations,
    rarest,
    values,
    with_particular_values,
)
from checker.matching.vocabulary import Table, Words, words

Rows = npt.NDArray[np.int64]

_AT_ONCE = 4_000_000  # keys that are sorted together


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of positions, none twice, in order."""

    left: Rows  # the smaller
    right: Rows

    def __len__(self) -> int:
        """How many."""
        return len(self.left)

    def of(self, chosen: Mask) -> "Pairs":
        """Some of them."""
        return Pairs(self.left[chosen], self.right[chosen])

    def parts(self, most: int) -> Iterator["Pairs"]:
        """So many at a time."""
        ends = range(0, len(self), most)
        return (Pairs(self.left[start : start + most], self.right[start : start + most]) for start in ends)

    def positions(self) -> list[int]:
        """Those that any pair names, in order."""
        found: list[int] = _unique(np.concatenate([self.left, self.right])).tolist()
        return found

    def couples(self) -> list[tuple[int, int]]:
        """The pairs one by one."""
        return list(zip(self.left.tolist(), self.right.tolist(), strict=True))


def blocked(claims: pd.DataFrame, told: Columns) -> tuple[Pairs, Words]:
    """The pairs that share a key of a block small enough, and the words of every claim."""
    table = Table()
    known = words(claims, told.rows, table)
    rare, of_value, of_head = rarest(known, told, table), values(told, table), heads(told, table)
    last, full = people(claims, told, table)
    whole = joined([full, digits(told, table), quotations(told, table)])
    width = max(len(told) - 1, 1).bit_length()
    alone = joined([rare, of_head, last, with_particular_values(of_value, told)])
    couples = joined([of_head, of_value])
    scopes = _scope(told)
    document, value = told.document.codes.astype(np.int64), _values(told)
    codes = [
        _met((scopes[alone.claims] * len(table) + alone.marks) << width | alone.claims, width, document),
        _met((whole.marks << width) | whole.claims, width, document),
        *(_met(keys, width, document, value) for keys in _doubled(couples, rare, scopes, len(table), width)),
    ]
    pairs = _unique(np.concatenate(codes))
    return Pairs(pairs >> width, pairs & ((1 << width) - 1)), known


def _scope(told: Columns) -> Rows:
    """One number for batch and dimension; to have no batch is one, too."""
    scopes = told.dimension.mapped(scope)
    both = (told.batch.codes + 1) * (len(scopes.words) + 1) + scopes.codes
    return pd.factorize(both)[0].astype(np.int64)


def _doubled(couples: Marks, rare: Marks, scope: Rows, size: int, width: int) -> Iterator[Rows]:
    """Every mark of a claim with every one of its rarest words: the keys, each with its claim, some at a time."""
    counts = np.bincount(rare.claims, minlength=len(scope))
    starts = np.cumsum(counts) - counts
    code = scope[couples.claims] * size + couples.marks
    order = np.argsort(code, kind="stable")
    for chosen in _pieces(code[order], counts[couples.claims[order]]):
        claims, own = couples.claims[order[chosen]], code[order[chosen]]
        each = counts[claims]
        number = np.cumsum(np.concatenate([[0], own[1:] != own[:-1]]))  # small, so that all fits into 64 bits
        place = np.arange(each.sum()) - np.repeat(np.cumsum(each) - each, each) + np.repeat(starts[claims], each)
        yield (np.repeat(number, each) * size + rare.marks[place]) << width | np.repeat(claims, each)


def _pieces(codes: Rows, counts: Rows) -> Iterator[slice]:
    """Slices of sorted codes that hold so many keys, or one code alone; equal codes stay together."""
    total, start = np.cumsum(counts), 0
    while start < len(codes):
        before = total[start - 1] if start else 0
        end = max(int(np.searchsorted(total, before + _AT_ONCE)), start + 1)
        end = len(codes) if end >= len(codes) else int(np.searchsorted(codes, codes[end - 1], side="right"))
        yield slice(start, end)
        start = end


def _met(keys: Rows, width: int, document: Rows, value: Rows | None = None) -> Rows:
    """The pairs, as numbers, of claims that share a key; keys are numbers with the claim in the last bits."""
    keys = _thinned(_unique(keys), width, document, above=TURNS, most=TURNS)
    if value is not None:  # keys name what is told of
        keys = _thinned(keys, width, value, above=LARGEST, most=1)
    first = _firsts(keys >> width)
    sizes, claims = _lengths(first, len(keys)), keys & ((1 << width) - 1)
    found = [np.zeros(0, dtype=np.int64)]
    for size in range(2, LARGEST + 1):
        begins = first[sizes == size]
        one, other = np.triu_indices(size, 1)
        if len(begins):
            found.append(((claims[begins[:, None] + one] << width) | claims[begins[:, None] + other]).ravel())
    return _unique(np.concatenate(found))


def _thinned(keys: Rows, width: int, group: Rows, *, above: int, most: int) -> Rows:
    """Of each key that more claims share than `above` the first `most` of each group of claims."""
    marks = keys >> width
    sizes = _lengths(_firsts(marks), len(keys))
    is_large = np.repeat(sizes > above, sizes)
    large, of_large = keys[is_large], group[keys[is_large] & ((1 << width) - 1)]
    order = np.lexsort((of_large, marks[is_large]))  # claims stay in order
    large, of_large = large[order], of_large[order]
    first = np.union1d(_firsts(large >> width), _firsts(of_large))
    turn = np.arange(len(large)) - np.repeat(first, _lengths(first, len(large)))
    return np.sort(np.concatenate([keys[~is_large], large[turn < most]]))


def _values(told: Columns) -> Rows:
    """One number for all that tell the same."""
    columns = told.low, told.high, told.unit.codes, told.timex.codes, told.open_form.codes
    found = np.zeros(len(told), dtype=np.int64)
    for column in columns:
        codes, known = pd.factorize(column, use_na_sentinel=False)
        found = pd.factorize(found * (len(known) + 1) + codes)[0].astype(np.int64)
    return found


def _lengths(first: Rows, end: int) -> Rows:
    """How many numbers stand together, by where each lot begins."""
    return np.diff(np.append(first, end))


def _firsts(sorted_: Rows) -> Rows:
    """Where numbers that stand together begin."""
    return np.flatnonzero(np.concatenate([[True], sorted_[1:] != sorted_[:-1]])[: len(sorted_)])


def _unique(numbers: Rows) -> Rows:
    """Sorted, none twice; `np.unique` takes longer."""
    numbers = np.sort(numbers)
    is_new: Mask = np.concatenate([[True], numbers[1:] != numbers[:-1]])[: len(numbers)]
    return numbers[is_new]
