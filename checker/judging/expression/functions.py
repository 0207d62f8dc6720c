"""The functions a condition may call: a closed table."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from checker.judging.expression import texts
from checker.judging.expression.tree import ANSWER, DATE, LIST, NUMBER, TEXT
from checker.judging.expression.vectors import (
    Array,
    Vector,
    certain,
    comparing,
    computing,
    conjunction,
    number,
)
from checker.language.lexicon import lexicon

_EVERY = (NUMBER, TEXT, ANSWER, DATE)


@dataclass(frozen=True, slots=True)
class Function:
    """One function: what it takes, what it answers and how."""

    parameters: tuple[tuple[str, ...], ...]  # the types each parameter may have
    result: str  # type of the result
    apply: Callable[..., Vector]  # from the vectors of its operands; `texts=` too where `reads_texts`
    meaning: str  # for the manual
    most: int | None = None  # how many operands at most; the last parameter repeats. None: one each
    is_uniform: bool = False  # whether all operands are of one type
    has_written: bool = False  # whether all operands but the first are written out in the rule
    reads_texts: bool = False  # whether it looks inside texts
    vocabulary: tuple[str, ...] = ()  # the closed list of what it answers; empty when open
    is_strict: bool = True  # whether it is unknown wherever an operand is


def _known(x: Vector) -> Vector:
    return certain(np.asarray(x.known))


def _same(x: Vector, y: Vector) -> Vector:
    return certain(np.asarray((x.values == y.values) & x.known & y.known))


def _days(x: Vector, y: Vector) -> Vector:
    return number(np.asarray(y.values - x.values), np.asarray(x.known & y.known))


def _percent_change(x: Array, y: Array) -> Array:
    return np.asarray((y - x) / np.abs(x) * 100)


_at_most = comparing(np.less_equal)


def _inside(x: Vector, y: Vector, low: Vector, high: Vector) -> Vector:
    return conjunction(_at_most(low, x), _at_most(y, high))


def _overlap(x: Vector, y: Vector, low: Vector, high: Vector) -> Vector:
    return conjunction(_at_most(x, high), _at_most(low, y))


_SPANS = ((NUMBER, DATE),) * 4

FUNCTIONS: dict[str, Function] = {
    "abs": Function(((NUMBER,),), NUMBER, computing(np.abs), "the number without its sign"),
    "min": Function(
        ((NUMBER,), (NUMBER,)),
        NUMBER,
        computing(lambda *v: np.minimum.reduce(np.broadcast_arrays(*v))),
        "the smallest number; unknown where one is",
        most=8,
    ),
    "max": Function(
        ((NUMBER,), (NUMBER,)),
        NUMBER,
        computing(lambda *v: np.maximum.reduce(np.broadcast_arrays(*v))),
        "the largest number; unknown where one is",
        most=8,
    ),
    "known": Function(((*_EVERY, LIST),), ANSWER, _known, "whether it is known; always answers", is_strict=False),
    "same": Function(
        (_EVERY, _EVERY),
        ANSWER,
        _same,
        "whether both are known and equal; always answers",
        is_uniform=True,
        is_strict=False,
    ),
    "days": Function(((DATE,), (DATE,)), NUMBER, _days, "days from the first day to the second"),
    "hours": Function(
        ((TEXT,), (TEXT,)),
        NUMBER,
        texts.hours,
        "hours from the first clock time to the second, as in `hours(a.value, b.value)`; unknown unless both have one",
        reads_texts=True,
    ),
    "converts": Function(
        ((TEXT,), (TEXT,)),
        ANSWER,
        texts.converts,
        "whether two units measure the same sort of thing, as mile and kilometre, USD and EUR",
        reads_texts=True,
    ),
    "percent_change": Function(
        ((NUMBER,), (NUMBER,)), NUMBER, computing(_percent_change), "change from the first number to the second, in %"
    ),
    "inside": Function(
        _SPANS,
        ANSWER,
        _inside,
        "whether the span of the first two lies inside that of the last two",
        is_uniform=True,
        is_strict=False,
    ),
    "overlap": Function(
        _SPANS,
        ANSWER,
        _overlap,
        "whether the span of the first two shares a part with the last two",
        is_uniform=True,
        is_strict=False,
    ),
    "family": Function(
        ((TEXT,),),
        TEXT,
        texts.family,
        'the family of a measure, as "killed" of "soldiers killed"; unknown outside the lexicon',
        reads_texts=True,
        vocabulary=(*lexicon("measures")["family"], *lexicon("measures")["events"]),
    ),
    "contains": Function(
        ((TEXT, LIST), (TEXT,)),
        ANSWER,
        texts.contains,
        "whether a text holds one of the phrases, as whole words, in any case",
        most=200,
        has_written=True,
        reads_texts=True,
    ),
}
