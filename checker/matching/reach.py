"""How far features can lift a pair at most, for whole columns of pairs at once, by the weights that each has.

A bound, never a guess: what columns do not tell counts as much as it may.
"""

import math

import numpy as np
import numpy.typing as npt
import pandas as pd

from checker.language import measures
from checker.matching.bits import LANES, places
from checker.matching.blocks import Pairs
from checker.matching.columns import NEVER, Mask
from checker.matching.features import BIAS, FEATURES
from checker.matching.features.context import BY_CHANCE
from checker.matching.features.measure import OF_WORDING, SAME_HEAD, VAGUE
from checker.matching.features.period import NEARLY
from checker.matching.met import Known, Met
from checker.matching.stories import Stories
from checker.matching.vocabulary import Words
from checker.matching.wording import share, telling_words

Rows = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]

_PROFILES = ("number", "time", "open", "age")
_AT_ONCE = 1_000_000  # pairs
_ROUNDED = 0.01  # log-odds: scores are rounded to four digits
_OTHER_ROLE, _WITHIN = 0.5, 0.6


class Texts:
    """What sentences and documents tell."""

    def __init__(self, words: Words, stories: Stories) -> None:
        self.words, self.stories, self.bits = words, stories, _bits(words)


def reaching(pairs: Pairs, known: Known, texts: Texts, least: float) -> Pairs:
    """The pairs that may score so much; ages are all kept, since few are tried that are not of one person."""
    needed = math.log(least / (1 - least)) - _ROUNDED
    kept = [_is_reaching(some, known, texts, needed) for some in pairs.parts(_AT_ONCE)]
    return pairs.of(np.concatenate([np.zeros(0, dtype=bool), *kept]))


def _is_reaching(pairs: Pairs, known: Known, texts: Texts, needed: float) -> Mask:
    """By all but the event first, and then by what the events share as well."""
    met, profile = Met(known, pairs), known.profile[pairs.left]
    reach, is_inside = _without_event(met, pairs, texts, profile), met.is_one("document")
    is_kept = met.may_be_one_anyhow() | (profile == _PROFILES.index("age"))
    most = _best("event", profile, np.ones(len(pairs)), ~is_inside | met.both_differ(known.is_title))
    chosen = np.flatnonzero((reach + most >= needed) & ~is_kept & ~is_inside)
    score, is_told = texts.stories.shared(pairs.left[chosen], pairs.right[chosen])
    most[chosen] = _best("event", profile[chosen], score, is_told)
    found: Mask = is_kept | (reach + most >= needed)
    return found


def _without_event(met: Met, pairs: Pairs, texts: Texts, profile: Rows) -> Numbers:
    known, words = met.known, texts.words
    bias = np.array([BIAS[name] for name in _PROFILES])[profile, met.is_one("document").astype(np.int64)]
    reach = bias + _of_measures(met, profile) + _of_context(pairs, texts, profile)
    named, said = met.both(words.is_named), met.both(known.may_be_said)
    most = np.ones(len(pairs))
    is_common = (words.names[pairs.left] & words.names[pairs.right]) > 0
    reach += _best("entities", profile, np.where(is_common, 1.0, 0.0), named) + _best("speaker", profile, most, said)
    reach += _of_place(met, profile) + _of_period(met, profile) + _of_value(met, profile)
    reach += _best("beside", profile, most, met.share("mates"))
    is_role = ~met.either(known.is_score)
    reach += _best("role", profile, np.where(met.is_one("role"), 1.0, _OTHER_ROLE), is_role)
    return reach


def _best(name: str, profile: Rows, score: Numbers, is_told: Mask) -> Numbers:
    """The most log-odds of a feature whose score is at most so much; silence where it is not told."""
    weights = [FEATURES[name].weights.get(profile) for profile in _PROFILES]
    lift, drop, silence = (
        np.array([0.0 if one is None else getattr(one, part) for one in weights])[profile]
        for part in ("lift", "drop", "silence")
    )
    return np.where(is_told, score * (lift + drop) - drop, -silence)


def _either(name: str, profile: Rows, score: Numbers) -> Numbers:
    """As `_best`, of a feature that may as well be silent."""
    told = np.ones(len(score), dtype=bool)
    return np.maximum(_best(name, profile, score, told), _best(name, profile, score, ~told))


def _of_measures(met: Met, profile: Rows) -> Numbers:
    (left, right), words = met.of("measured"), met.words("measure")
    is_told = (left >= 0) & (right >= 0)
    both = np.flatnonzero(is_told)
    codes, couples = pd.factorize(left[both] * len(words) + right[both])
    told = zip(*divmod(couples, max(len(words), 1)), strict=True)
    scores = [_likest(words[one], words[other]) for one, other in told]
    score = np.ones(len(left))
    score[both] = np.array(scores)[codes]
    family, other_family = met.of("family")
    score[(family >= 0) & (family == other_family)] = 1.0
    score = np.where(met.both(met.known.is_time), np.maximum(score, OF_WORDING), score)
    is_score = met.both(met.known.is_score)
    return np.where(is_told | is_score, _either("measure", profile, score), _best("measure", profile, score, is_told))


def _likest(one: str, other: str) -> float:
    """The most that two measures of no common family may be alike."""
    if one == other or {one, other} <= {"pledged", "paid"} or frozenset((one, other)) in measures.akin():
        return 1.0
    a, b = telling_words(one), telling_words(other)
    if a == b or measures.family(one) == measures.family(other) is not None:
        return 1.0
    return max(share(a, b) or 0.0, SAME_HEAD, VAGUE)


def _of_context(pairs: Pairs, texts: Texts, profile: Rows) -> Numbers:
    """By the words that two sentences share: not more than common bits, and those of either that fell on one bit."""
    left, right = texts.words.stems[pairs.left], texts.words.stems[pairs.right]
    one, other = texts.bits[pairs.left], texts.bits[pairs.right]
    common = np.bitwise_count(one & other).sum(axis=1).astype(np.int64)
    hidden = np.minimum(left - np.bitwise_count(one).sum(axis=1), right - np.bitwise_count(other).sum(axis=1))
    lesser = np.minimum(left, right)
    share_ = np.minimum((common + hidden) / np.maximum(lesser, 1), 1.0)
    score = np.maximum((share_ + 1) / 2 - BY_CHANCE, 0.0) / (1 - BY_CHANCE)
    return _best("context", profile, score, lesser > 0)


def _bits(words: Words) -> npt.NDArray[np.uint64]:
    """The words of each sentence as bits."""
    found = np.zeros((len(words.stems), LANES), dtype=np.uint64)
    for claims, some in words.parts(50_000):
        turn = np.arange(some.start, some.stop) - words.starts[claims]
        own = turn < words.stems[claims]
        lane, bit = places(words.numbers[some][own])
        np.bitwise_or.at(found, (claims[own], lane), bit)
    return found


def _of_place(met: Met, profile: Rows) -> Numbers:
    left, right = met.of("place")
    score = np.where(left == right, 1.0, 0.7)
    told = (left >= 0) & (right >= 0)
    return np.where(told, _either("place", profile, score), _best("place", profile, score, told))


def _of_period(met: Met, profile: Rows) -> Numbers:
    (first, other_first), (last, other_last) = met.of("period_first"), met.of("period_last")
    common = np.minimum(last, other_last) - np.maximum(first, other_first) + 1
    is_one = common >= NEARLY * (np.maximum(last - first, other_last - other_first) + 1)
    return _best("period", profile, np.where(is_one, 1.0, _WITHIN), (first != NEVER) & (other_first != NEVER))


def _of_value(met: Met, profile: Rows) -> Numbers:
    """Nothing where the values exclude each other."""
    is_open = met.of("open_form")[0] >= 0
    left, right = met.of("particularity")
    return _best("distinctive", profile, np.minimum(left, right), is_open | ~met.disjoint())
