"""Blocking keys: pairs are tried only between claims that share one.

Two claims of one fact share what identifies it: its measure together with a name or a telling word of the event, a
person, a day, a particular value. Each becomes a key; the join drops keys that too many claims have.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import pandas as pd

from checker.matching.particular import particularity
from checker.matching.people import name_parts
from checker.matching.side import Side
from checker.matching.slip import digits as digits_of
from checker.matching.wording import stem

RAREST = 8  # so many of a claim's words, the rarest of its batch first, make keys
EVENT = "event "  # before the words of a document's event
# And so many of the event's that another document has: in a large batch, words that two sentences share by chance are
# rarer, and pairs of one event must not hang on what else is read with it.
EVENTS = 4
NAMES = 3  # and so many of its names, however many nouns are rarer
# A document that repeats itself shares a key with so many of its claims, the first: else one that tells a thing a
# hundred times keeps all others from being compared on it.
TURNS = 16
_RATIO = 1.12  # neighbouring classes of values lie so far apart; rounding to two digits stays within
_DIGITS = 3  # so many make swapped digits hardly chance
PARTICULAR = 0.5  # values that are a key by themselves

BatchWord = tuple[str, str]


def frequencies(sides: Iterable[Side]) -> Counter[BatchWord]:
    """How many claims of its batch have each word that may tell their event from another."""
    return Counter((side.batch, word) for side in sides for word in telling(side))


def keys(sides: Mapping[int, Side], frequency: Mapping[BatchWord, int]) -> pd.DataFrame:
    """The keys of every side: columns batch, key, claim (its position in `sides`), value; rows sorted, none twice.

    The value is told, as words, where the key names what is told of: see `checker.matching.join`.

    Args:
        sides: position -> side, of whole documents.
        frequency: of their words, counted over all claims of the batch; what stands once in it may be left out.

    """
    turns: Counter[tuple[str, str, str]] = Counter()
    rows = [
        (side.batch, key, claim, value)
        for claim, side in sorted(sides.items())
        for key, value in _valued(side, frequency).items()
        if _is_in_turn(turns, (side.batch, side.document, key))
    ]
    return pd.DataFrame(sorted(rows), columns=["batch", "key", "claim", "value"])


def _valued(side: Side, frequency: Mapping[BatchWord, int]) -> dict[str, str]:
    """The keys of a side, each with the value that the side tells where it names what that is of."""
    if side.kind == "age":
        return dict.fromkeys(of_person(side), "")
    rare = _rarest(side, frequency)
    value = f"{side.value.low!r} {side.value.high!r} {side.unit} {side.timex} {side.open_form}"
    naming = [*own_heads(side), *_values(side)]
    return {
        **dict.fromkeys(_of_all(side, rare), ""),
        **{f"{scope(side.dimension)}|{name}|{word}": value for name in naming for word in rare},
    }


def _is_in_turn(turns: Counter[tuple[str, str, str]], of_document: tuple[str, str, str]) -> bool:
    turns[of_document] += 1
    return turns[of_document] <= TURNS


def _of_all(side: Side, rare: Iterable[str]) -> Iterator[str]:
    """The keys that do not name what is told of."""
    yield from (f"{scope(side.dimension)}|{head}" for head in own_heads(side))
    yield from of_value(side)
    yield from of_digits(side)
    yield from of_quotation(side)
    yield from (f"{scope(side.dimension)}|{word}" for word in rare)


def scope(dimension: str) -> str:
    """Within which keys are shared: percentage points are mistaken for percent."""
    return "share" if dimension == "points" else dimension


def own_heads(side: Side) -> list[str]:
    """What the claim counts: the family of its measure, and the stem of its one word."""
    return sorted({head for head in (side.family, stem(side.head) if side.head else None) if head is not None})


def of_value(side: Side) -> Iterator[str]:
    """The value alone, where the same one twice is hardly chance."""
    if particularity(side) >= PARTICULAR:
        yield from (f"{scope(side.dimension)}|{value}" for value in _values(side))


def of_digits(side: Side) -> Iterator[str]:
    """The digits of a figure in order, and its size: the same for one whose digits are swapped."""
    if not side.is_time and side.value.is_point and (found := digits_and_size(side.value.low)):
        yield f"{side.unit or side.dimension}|{found}"


def of_quotation(side: Side) -> Iterator[str]:
    """The words of a quotation around its figure."""
    if side.quotation:
        yield f"{scope(side.dimension)}|{side.quotation}"


@lru_cache(maxsize=16_384)
def digits_and_size(number: float) -> str:
    """The digits of a number, the least first, and its power of ten; nothing for few digits, and for zero and less."""
    found = digits_of(number) if number > 0 else ""
    return f"{''.join(sorted(found))}e{math.floor(math.log10(number))}" if len(found) >= _DIGITS else ""


def of_person(side: Side) -> Iterator[str]:
    """The person whose age it is: the last name, and the first with it."""
    for name in side.names:
        parts = name_parts(name)
        if parts:
            yield f"age|{parts[-1]}"
            yield f"age|{parts[0]}|{parts[-1]}"


def _values(side: Side) -> Iterable[str]:
    if side.is_time:
        return (side.open_form,) if side.open_form else (side.timex, side.timex[:7]) if side.timex else ()
    return classes(side.value.low) if side.value.is_point else ()


@lru_cache(maxsize=16_384)
def classes(number: float) -> tuple[str, ...]:
    """Two overlapping classes: values that round to one another share at least one. And one of figures of like digits.

    In whatever order and size these are: a slip keeps them, and zeros come and go.
    """
    if not number:
        return ("0",)
    place = math.log(abs(number), _RATIO)
    digits = "".join(sorted(digits_of(number).replace("0", "")))
    near = f"a{math.floor(place)}", f"b{math.floor(place + 0.5)}"
    return (*near, f"c{digits}") if len(digits) > 1 else near


def telling(side: Side) -> frozenset[str]:
    """Names and words that may tell this claim's event from another."""
    names = {f"{EVENT}{word}" for word in side.event}
    return side.words | names | {name.lower() for name in side.names} | ({side.place.lower()} if side.place else set())


def _rarest(side: Side, frequency: Mapping[BatchWord, int]) -> list[str]:
    """The words that most tell this claim, of those that any other claim of the batch has too."""
    count = {word: frequency.get((side.batch, word), 0) for word in telling(side)}
    ranked = sorted((word for word in count if count[word] > 1), key=lambda word: (count[word], word))
    of_others = [word for word in ranked if word.startswith(EVENT) and count[word] > side.beside]
    names = [word for word in of_others if is_name(word)]
    return list(dict.fromkeys([*ranked[:RAREST], *of_others[:EVENTS], *names[:NAMES]]))


def is_name(word: str) -> bool:
    """Whether a word of an event is a name of two parts and more: nouns of the event may be rarer, and tell less."""
    return word.startswith(EVENT) and " " in word.removeprefix(EVENT)
