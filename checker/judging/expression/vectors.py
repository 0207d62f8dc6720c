"""Columns with their unknowns kept apart, and the three-valued operations on them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """Values of one node for a block of pairs; a single value stands for all of them.

    Numbers are float64, days are float64 days since 1970-01-01, texts are int64 codes, answers are bool (False where
    not known).
    """

    values: Array
    known: Array

    def at(self, rows: Any) -> "Vector":
        """The vector at a slice or at an array of rows."""
        return Vector(self.values[rows], self.known[rows])


@dataclass(slots=True)
class Texts:
    """One code a text, so that texts are compared as integers."""

    codes: dict[str, int] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)

    def code(self, text: str) -> int:
        """The code of a text, given on first sight."""
        known = self.codes.setdefault(text, len(self.texts))
        if known == len(self.texts):
            self.texts.append(text)
        return known


def answer(values: Array, known: Array) -> Vector:
    """A vector of answers: what is not known is not yes."""
    return Vector(values & known, known)


def certain(values: Array) -> Vector:
    """A vector of answers that are all known."""
    return Vector(values, np.ones_like(values, dtype=bool))


def number(values: Array, known: Array) -> Vector:
    """A vector of numbers; what is not finite is unknown."""
    finite = np.isfinite(values)
    return Vector(np.where(finite, values, 0.0), known & finite)


def conjunction(*operands: Vector) -> Vector:
    """Kleene's and: no where one is no, whatever the others; else unknown where one is."""
    no = np.logical_or.reduce(np.broadcast_arrays(*(v.known & ~v.values for v in operands)))
    known = np.logical_and.reduce(np.broadcast_arrays(*(v.known for v in operands)))
    return answer(known & ~no, known | no)


def negation(operand: Vector) -> Vector:
    """Kleene's not: unknown stays unknown."""
    return answer(~operand.values, operand.known)


def disjunction(*operands: Vector) -> Vector:
    """Kleene's or: yes where one is yes, whatever the others; else unknown where one is."""
    return negation(conjunction(*(negation(v) for v in operands)))


def comparing(compare: Callable[[Array, Array], Array]) -> Callable[[Vector, Vector], Vector]:
    """A comparison, unknown where a side is."""

    def compared(x: Vector, y: Vector) -> Vector:
        return answer(np.asarray(compare(x.values, y.values)), x.known & y.known)

    return compared


def computing(compute: Callable[..., Array]) -> Callable[..., Vector]:
    """A calculation on numbers, unknown where an operand is or where the result is not finite."""

    def computed(*operands: Vector) -> Vector:
        known = np.logical_and.reduce(np.broadcast_arrays(*(v.known for v in operands)))
        with np.errstate(all="ignore"):
            return number(np.asarray(compute(*(v.values for v in operands))), known)

    return computed
