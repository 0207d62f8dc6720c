"""How likely it is that two different figures of two articles are meant to be one: what speaks for it, weighed.

Articles of one story tell dozens of figures in the same few words, so that most of two that differ are two figures.
What tells which is which: how the values differ, whether the sentences share a word that few others of either article
have, whether an article tells the other's figure too, and how many figures of the kind there are to be mistaken for.
"""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

from checker.matching.features.beside import same_beside
from checker.matching.features.period import same_period
from checker.matching.frequencies import rarity
from checker.matching.remembered import remembered
from checker.matching.side import Side
from checker.matching.slip import both_told, is_slip, swapped

Ground = Callable[[Side, Side], float]  # how much it is the case, mostly 0 or 1

# Values of which the larger is at most so many times the other.
_ALIKE, _NEAR, _DOUBLE = 1.012, 1.26, 2.0
_NEXT_DAY, _MONTH = 1.5, 32  # days between two times
_LEAST, _MOST = 0.02, 2.0  # of what rare words tell
_TWO = 2
_LONG = 8  # sentences with figures: in a shorter text every word is rare, and few figures are to be mistaken


def _ratio(left: Side, right: Side) -> float:
    low, high = sorted((abs(left.value.low), abs(right.value.low)))
    return math.inf if left.is_time or not low > 0 or not math.isfinite(high) else high / low


def _within(most: float) -> Ground:
    return lambda left, right: _ratio(left, right) <= most


def _days(left: Side, right: Side) -> float:
    return abs(left.value.low - right.value.low) if left.is_time else math.nan


def _are_mistaken(left: Side, right: Side) -> float:
    return is_slip(left, right) and not swapped(left, right)


def _rare_words(left: Side, right: Side) -> float:
    """Logarithm of how rare the words in common are; 0 where there are none."""
    return math.log(min(max(rarity(left, right), _LEAST), _MOST) / _LEAST)


def _crowd(left: Side, right: Side) -> float:
    """Logarithm of how many figures of the kind the articles tell, multiplied."""
    return math.log(max(len(left.values), 1) * max(len(right.values), 1))


def _are_days_apart(left: Side, right: Side) -> float:
    return left.published is not None and right.published is not None and abs(left.published - right.published) >= _TWO


def _are_of_others(left: Side, right: Side) -> float:
    return bool(left.names) and bool(right.names) and set(left.names).isdisjoint(right.names)


def _is_one_period(left: Side, right: Side) -> float:
    found = same_period(left, right)
    return found is not None and found.score == 1


def _beside(left: Side, right: Side) -> float:
    found = same_beside(left, right)
    return 0.0 if found is None else found.score


# What speaks for one figure told twice, and what it weighs in log-odds. Fitted to the pairs of the invented events of
# `tests`, and held against others: docs/matching.md.
GROUNDS: Mapping[str, tuple[Ground, float]] = MappingProxyType(
    {
        "swapped digits": (swapped, 4.3),
        "another size or unit": (_are_mistaken, 3.3),
        "nearly alike": (_within(_ALIKE), 0.5),
        "near": (_within(_NEAR), 0.8),
        "within double": (_within(_DOUBLE), 1.0),
        "the next day": (lambda left, right: _days(left, right) < _NEXT_DAY, 0.8),
        "months apart": (lambda left, right: _days(left, right) >= _MONTH, -0.6),
        "rare words": (_rare_words, 0.7),
        "two words": (lambda left, right: len(left.words & right.words) >= _TWO, 0.5),
        "crowd": (_crowd, -0.2),
        "a word of the measure": (lambda left, right: not left.measure_words.isdisjoint(right.measure_words), 0.5),
        "one family": (lambda left, right: left.family is not None and left.family == right.family, 0.9),
        "one head": (lambda left, right: left.head is not None and left.head == right.head, 0.7),
        "one neighbour": (lambda left, right: not left.near.isdisjoint(right.near), 0.8),
        "both told": (both_told, -1.4),
        "beside": (_beside, 1.4),
        "one period": (_is_one_period, 0.9),
        "days apart": (_are_days_apart, -0.8),
        "of others": (_are_of_others, -0.4),
        "alone of their measure": (lambda left, right: left.is_sole and right.is_sole, 0.4),
        "main figures": (lambda left, right: left.is_main and right.is_main, 0.6),
    }
)
BIAS = -6.3


@remembered
def likelihood(left: Side, right: Side) -> float | None:
    """How likely the two are meant to be one figure, 0 to 1; None where an article is too short to tell."""
    if min(left.sentences, right.sentences) < _LONG:
        return None
    odds = BIAS + math.fsum(weight * ground(left, right) for ground, weight in GROUNDS.values())
    return round(1 / (1 + math.exp(-odds)), 4)
