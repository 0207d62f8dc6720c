"""Columns with their unknowns kept apart, and the three-valued operations on them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
_UNSEEN = -2


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """Values of one node for a block of pairs; a single value stands for all of them.

    Numbers are float64, days are float64 days since 1970-01-01, texts are int32 codes, answers are bool (False where
    not known). Where all is known, `known` is a single True.
    """

    values: Array
    known: Array

    def at(self, rows: Any) -> "Vector":
        """The vector at a slice or at an array of rows."""
        return Vector(self.values[rows], self.known[rows] if self.known.ndim else self.known)


@dataclass(slots=True)
class Texts:
    """One code a text, so that texts are compared as integers."""

    codes: dict[str, int] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    _found: dict[object, Array] = field(default_factory=dict)

    def code(self, text: str) -> int:
        """The code of a text, given on first sight."""
        known = self.codes.setdefault(text, len(self.texts))
        if known == len(self.texts):
            self.texts.append(text)
        return known

    def each(self, codes: Vector, question: object, number_of: Callable[[str], int]) -> Array:
        """A number (0 or more, else -1) for each text, found once a text and question; -1 where unknown."""
        numbers = self._numbers(question)
        known = codes.values[np.broadcast_to(codes.known, codes.values.shape)]
        for code in np.unique(known[numbers[known] == _UNSEEN]).tolist():
            numbers[code] = number_of(self.texts[code])
        return np.where(codes.known, numbers[codes.values], -1)

    def _numbers(self, question: object) -> Array:
        """What was found so far, one place a text."""
        numbers = self._found.get(question, np.zeros(0, dtype=np.int64))
        missing = len(self.texts) + 1 - len(numbers)
        if missing > 0:
            numbers = np.concatenate([numbers, np.full(missing, _UNSEEN)])
            self._found[question] = numbers
        return numbers


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


def conjunction(first: Vector, *others: Vector) -> Vector:
    """Kleene's and: no where one is no, whatever the others; else unknown where one is."""
    yes, no = first.values, first.known & ~first.values
    for operand in others:
        yes = yes & operand.values
        no = no | (operand.known & ~operand.values)
    return Vector(yes, yes | no)


def disjunction(first: Vector, *others: Vector) -> Vector:
    """Kleene's or: yes where one is yes, whatever the others; else unknown where one is."""
    yes, known = first.values, first.known
    for operand in others:
        yes = yes | operand.values
        known = known & operand.known
    return Vector(yes, yes | known)


def negation(operand: Vector) -> Vector:
    """Kleene's not: unknown stays unknown."""
    return answer(~operand.values, operand.known)


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
