"""Conditions on columns: every node is computed once for a block of pairs."""

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import Any

import numpy as np
import pandas as pd

from checker.judging.expression.functions import FUNCTIONS
from checker.judging.expression.tree import DATE, LIST, TEXT, Constant, Field, Node, Operation
from checker.judging.expression.vectors import (
    Array,
    Texts,
    Vector,
    answer,
    comparing,
    computing,
    conjunction,
    disjunction,
    negation,
)

_EPOCH, _DAY = pd.Timestamp(0).as_unit("s"), pd.Timedelta(days=1).as_unit("s")
BLOCK = 1 << 16  # pairs computed at a time: bounds the memory of intermediate results

_YES = np.asarray(True)  # noqa: FBT003 -- numpy takes no keyword
_VALUES = attrgetter("values")
_equal = comparing(np.equal)


def _among(x: Vector, *choices: Vector) -> Vector:
    wanted = [float(value) for value in map(_VALUES, choices)]
    return answer(np.isin(x.values, wanted), np.asarray(x.known))


OPERATORS: dict[str, Callable[..., Vector]] = {
    "and": conjunction,
    "or": disjunction,
    "not": negation,
    "in": _among,
    "==": _equal,
    "!=": comparing(np.not_equal),
    "<": comparing(np.less),
    "<=": comparing(np.less_equal),
    ">": comparing(np.greater),
    ">=": comparing(np.greater_equal),
    "+": computing(np.add),
    "-": computing(np.subtract),
    "*": computing(np.multiply),
    "/": computing(np.divide),
    "negative": computing(np.negative),
}


class Columns:
    """The columns of pairs and of their claims, encoded when first asked for."""

    def __init__(self, pairs: pd.DataFrame, claims: pd.DataFrame) -> None:
        self.texts = Texts()
        left, right = _rows(claims["id"], pairs["left"], pairs["right"])
        self.rows = {"a": left, "b": right}
        self._frames = {"": pairs, "a": claims, "b": claims}
        self._encoded: dict[tuple[bool, str], Vector] = {}
        self._count = len(pairs)

    def __len__(self) -> int:
        """How many pairs."""
        return self._count

    def take(self, field: Field, block: slice) -> Vector:
        """The field for a block of pairs."""
        key = (bool(field.side), field.name)
        if key not in self._encoded:
            self._encoded[key] = self._encode(self._frames[field.side][field.name], field.type)
        whole = self._encoded[key]
        chosen: Any = self.rows[field.side][block] if field.side else block
        return whole.at(chosen)

    def _encode(self, cells: "pd.Series[Any]", kind: str) -> Vector:
        if kind == LIST:
            cells = cells.map("; ".join).replace("", None)
        if kind in (TEXT, LIST):
            return self._codes(cells)
        if kind == DATE:
            cells = (cells - _EPOCH) / _DAY  # in seconds: nanoseconds end in 1677 and 2262
        values = cells.to_numpy()
        return _vector(values, ~np.isnan(values) if values.dtype.kind == "f" else _YES)

    def _codes(self, cells: "pd.Series[Any]") -> Vector:
        places, uniques = pd.factorize(cells)
        codes = np.array([*(self.texts.code(text) for text in uniques), -1], dtype=np.int32)
        return _vector(codes[places], places >= 0)


def _vector(values: Array, known: Array) -> Vector:
    return Vector(values, _YES if known.all() else known)


def _rows(ids: "pd.Series[Any]", *wanted: "pd.Series[Any]") -> list[Array]:
    """For each id that pairs name the row of its claim. Encoding all at once is much faster than looking each up."""
    codes, uniques = pd.factorize(pd.concat([ids, *wanted], ignore_index=True))
    row_of = np.full(len(uniques), -1, dtype=np.int64)
    row_of[codes[: len(ids)][::-1]] = np.arange(len(ids))[::-1]
    rows = row_of[codes[len(ids) :]]
    if (rows < 0).any():
        raise ValueError(
            f"no claim has the id {uniques[codes[len(ids) + int(np.argmax(rows < 0))]]!r} that a pair names"
        )
    return np.split(rows, np.cumsum([len(cells) for cells in wanted])[:-1])


class Block:
    """One block of pairs: nodes that several rules share are computed once."""

    def __init__(self, columns: Columns, block: slice) -> None:
        self._columns = columns
        self._block = block
        self._done: dict[Node, Vector] = {}

    def value(self, node: Node) -> Vector:
        """The node for every pair of the block."""
        if node not in self._done:
            self._done[node] = self._compute(node)
        return self._done[node]

    def _compute(self, node: Node) -> Vector:
        if isinstance(node, Field):
            return self._columns.take(node, self._block)
        if isinstance(node, Constant):
            return self._constant(node)
        return self._apply(node)

    def _constant(self, node: Constant) -> Vector:
        if isinstance(node.value, str):
            return Vector(np.asarray(self._columns.texts.code(node.value), dtype=np.int32), _YES)
        return Vector(np.asarray(node.value), _YES)

    def _apply(self, node: Operation) -> Vector:
        operands = [self.value(operand) for operand in node.operands]
        if node.name in OPERATORS:
            return OPERATORS[node.name](*operands)
        function = FUNCTIONS[node.name]
        return function.apply(*operands, **({"texts": self._columns.texts} if function.reads_texts else {}))


def holding(conditions: Sequence[Node], columns: Columns) -> Iterator[tuple[slice, Array]]:
    """Block by block: which conditions hold for certain, one row a condition, one column a pair."""
    for start in range(0, len(columns), BLOCK):
        block = slice(start, min(start + BLOCK, len(columns)))
        values = Block(columns, block)
        size = block.stop - block.start
        rows = [np.broadcast_to(values.value(condition).values, size) for condition in conditions]
        yield block, np.array(rows, dtype=bool).reshape(len(rows), size)
