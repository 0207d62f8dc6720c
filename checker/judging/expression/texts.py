"""The functions that look inside texts: each text is looked at once, whatever the number of pairs."""

import datetime as dt
from functools import cache

import numpy as np

from checker.judging.expression.vectors import Texts, Vector, answer, number
from checker.language import measures, units
from checker.language.patterns import Pattern, pattern


def contains(x: Vector, *phrases: Vector, texts: Texts) -> Vector:
    """Whether a text holds one of the phrases, as whole words, in any case."""
    wanted = tuple(texts.texts[int(phrase.values)] for phrase in phrases)
    finds = _phrases(wanted)
    found = texts.each(x, wanted, lambda text: int(finds.search(text) is not None))
    return answer(found > 0, np.asarray(x.known))


def family(x: Vector, *, texts: Texts) -> Vector:
    """The family of a measure; unknown outside the lexicon."""

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


def hours(x: Vector, y: Vector, *, texts: Texts) -> Vector:
    """From one clock time in TIMEX3 to the other, both without a zone or both of Greenwich; else unknown."""
    starts, ends = (texts.each(side, "minute", _minute) for side in (x, y))
    comparable = (starts >= 0) & (ends >= 0) & (starts % 2 == ends % 2)
    return number(np.asarray((ends - starts) / 2 / 60), comparable)


def _minute(value: str) -> int:
    """Twice the minutes from the year 1 to a clock time in TIMEX3, and one more where it is of Greenwich; else -1."""
    day, mark, clock = value.partition("T")
    try:
        at = dt.datetime.fromisoformat(f"{day}T{clock.removesuffix('Z')}") if mark else None
    except ValueError:
        return -1
    if at is None or at.tzinfo is not None:
        return -1
    return 2 * (at.toordinal() * 1440 + at.hour * 60 + at.minute) + clock.endswith("Z")


def converts(x: Vector, y: Vector, *, texts: Texts) -> Vector:
    """Whether two units are of one dimension, or the same."""

    def code(unit: str) -> int:
        name = units.dimension(unit)
        return -1 if name is None else texts.code(name)

    one, other = (texts.each(side, "dimension", code) for side in (x, y))
    return answer((one >= 0) & (one == other) | (x.values == y.values), np.asarray(x.known & y.known))
