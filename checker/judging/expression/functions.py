"""The functions a condition may call: a closed table."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from checker.judging.expression.tree import ANSWER, DATE, LIST, NUMBER, TEXT
from checker.judging.expression.vectors import (
    Array,
    Texts,
    Vector,
    answer,
    certain,
    comparing,
    computing,
    conjunction,
    number,
)
from checker.language import measures
from checker.language.lexicon import lexicon
from checker.language.patterns import Pattern, pattern

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


def _contains(x: Vector, *phrases: Vector, texts: Texts) -> Vector:
    wanted = tuple(texts.texts[int(phrase.values)] for phrase in phrases)
    finds = _phrases(wanted)
    found = texts.each(x, wanted, lambda text: int(finds.search(text) is not None))
    return answer(found > 0, np.asarray(x.known))


def _family(x: Vector, *, texts: Texts) -> Vector:
    def code(text: str) -> int:
        name = measures.family(text)
        return -1 if name is None else texts.code(name)

    codes = texts.each(x, "family", code)
    return Vector(codes, codes >= 0)


@cache
def _phrases(phrases: tuple[str, ...]) -> Pattern:
    """Any of the phrases, as whole words, in any case."""
    choices = "|".join(_quoted(phrase) for phrase in phrases)
    return pattern(f"(?:^|[^\\pL\\pN])(?:{choices})(?:$|[^\\pL\\pN])", any_case=True)


def _quoted(phrase: str) -> str:
    return "".join(c if c.isalnum() or c == " " else f"\\x{{{ord(c):x}}}" for c in phrase)


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
    "known": Function(((*_EVERY, LIST),), ANSWER, _known, "whether it is known; always answers"),
    "same": Function(
        (_EVERY, _EVERY), ANSWER, _same, "whether both are known and equal; always answers", is_uniform=True
    ),
    "days": Function(((DATE,), (DATE,)), NUMBER, _days, "days from the first day to the second"),
    "percent_change": Function(
        ((NUMBER,), (NUMBER,)), NUMBER, computing(_percent_change), "change from the first number to the second, in %"
    ),
    "inside": Function(
        _SPANS, ANSWER, _inside, "whether the span of the first two lies inside that of the last two", is_uniform=True
    ),
    "overlap": Function(
        _SPANS, ANSWER, _overlap, "whether the span of the first two shares a part with the last two", is_uniform=True
    ),
    "family": Function(
        ((TEXT,),),
        TEXT,
        _family,
        'the family of a measure, as "killed" of "soldiers killed"; unknown outside the lexicon',
        reads_texts=True,
        vocabulary=(*lexicon("measures")["family"], *lexicon("measures")["events"]),
    ),
    "contains": Function(
        ((TEXT, LIST), (TEXT,)),
        ANSWER,
        _contains,
        "whether a text holds one of the phrases, as whole words, in any case",
        most=200,
        has_written=True,
        reads_texts=True,
    ),
}
