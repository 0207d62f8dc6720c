"""Misprints: two articles of one story, and two figures of which one is the other, mistyped.

Two digits swapped, a zero too many or a million for a billion, the right number in the wrong unit, percent for
points. Figures that have nothing to do with each other are seldom so alike: among the 208,000 pairs of figures of one
unit in labelled stories, five swaps of two and more digits were of one story, ages aside, and four of them of one
fact. So what speaks of one fact need not be much. It is no misprint where one article tells both figures, unless so
much else speaks for one that it is likely all the same (`checker.matching.likely`).
"""

from checker.matching.features.entities import same_names
from checker.matching.features.event import same_event
from checker.matching.features.measure import same_measure
from checker.matching.likely import likelihood
from checker.matching.owners import names_of_owners
from checker.matching.side import Side
from checker.matching.slip import SWAPPED, both_told, is_slip, mistaken_points, mistaken_unit, shifted, slip, swapped
from checker.matching.wording import telling_words, words

SURE = 0.85  # the least that such a pair scores
# What separates other figures of two articles, and doubts that hold for them: a misprint tells more.
OVERRULED = frozenset({"length", "stance"})
OF_UNITS = OVERRULED | {"part"}  # one number in two units is no part of itself
OF_LIKELY = OF_UNITS | {"role", "past", "period"}  # what an article makes of a figure may be wrong as well
DISPELLED = frozenset({"wording", "happening", "sort", "room", "other words"})
# Likelihood from which a slip is one, whatever else is told: two digits change places by chance more often than three.
_LIKELY, _LIKELY_SHORT = 0.85, 0.9

_ONE_STORY = 0.5  # score of the event feature
_ALIKE, _UNLIKE = 0.6, 0.4  # of the measure feature
_TWO, _TELLING = 2, 3  # telling words that two sentences share, names left out


def is_misprint(left: Side, right: Side) -> bool:
    """Whether one of two figures of two articles is likely the other, mistyped; ages are their persons' alone.

    Three swapped digits are enough where the measures are not quite unlike, or the sentences share a word; two need
    both, or sentences that share several words; and so does a figure of another size or unit. Where one of the two has
    no measure, two need a name as well, and so does a count of another size.
    """
    if left.document == right.document or left.kind == "age" or not is_slip(left, right):
        return False
    return _is_one_story(left, right) and (is_likely(left, right) or _is_of_like_tellings(left, right))


def _is_of_like_tellings(left: Side, right: Side) -> bool:
    """Whether the two are told alike enough for such a slip."""
    if left.role == right.role == "offset":
        return False  # how far behind or apart something is, each tells of another
    if swapped(left, right):
        is_sure = slip(left, right) >= SWAPPED
        is_known = is_sure or _is_measured_alike(left, right)
        return is_known and not both_told(left, right) and _is_alike(left, right, is_sure=is_sure)
    if mistaken_points(left, right):
        return _is_alike(left, right, is_sure=False, fewest=_TWO)
    is_known = left.kind != "count" or _is_measured_alike(left, right)  # a sum's own size tells that it is one
    is_other_size = is_known and shifted(left, right) and not both_told(left, right)
    return (is_other_size or mistaken_unit(left, right)) and _is_alike(left, right, is_sure=False)


def _is_measured_alike(left: Side, right: Side) -> bool:
    """Whether both have a measure, or neither; else one names what the other is about."""
    return (left.measure is None) == (right.measure is None) or _is_any_named(left, right)


def overruled(left: Side, right: Side) -> frozenset[str]:
    """The disqualifiers that a misprint overrules."""
    if is_likely(left, right):
        return OF_LIKELY
    return OF_UNITS if mistaken_unit(left, right) or mistaken_points(left, right) else OVERRULED


def is_likely(left: Side, right: Side) -> bool:
    """Whether the two look like one value and its slip, and so much else speaks for one figure that it is sure."""
    if not is_slip(left, right):
        return False
    is_short = swapped(left, right) and slip(left, right) < SWAPPED
    return (likelihood(left, right) or 0.0) >= (_LIKELY_SHORT if is_short else _LIKELY)


def _is_one_story(left: Side, right: Side) -> bool:
    shared = same_event(left, right)
    return shared is not None and shared.score >= _ONE_STORY


def _is_alike(left: Side, right: Side, *, is_sure: bool, fewest: int = 1) -> bool:
    """Whether what is told of both speaks for one fact, or where the digits alone make it sure, not against it."""
    measure, common = same_measure(left, right), len((left.words & right.words) - _of_names(left, right))
    is_one = measure is not None and measure.score >= _ALIKE
    if left.is_time or _are_of_others(left, right):
        return left.is_time and (is_one or common >= _TWO)
    is_unlike = measure.score < _UNLIKE if measure is not None else _are_other_sorts(left, right)
    if is_unlike:
        return common >= _TELLING
    is_told_alike = common >= fewest or (fewest == 1 and _is_any_named(left, right))
    return is_one or is_told_alike or (is_sure and left.kind != "percent")


def _are_other_sorts(left: Side, right: Side) -> bool:
    """As witnesses and victims, houses and soldiers."""
    return bool(left.measure_words and right.measure_words) and left.measure_words.isdisjoint(right.measure_words)


def _is_any_named(left: Side, right: Side) -> bool:
    return _is_named(left, right) or _is_named(right, left)


def _is_named(one: Side, other: Side) -> bool:
    """Whether the sentence of the other names whom or where one is about."""
    told, named = {*words(other.sentence)}, ({*words(name)} for name in (*one.names, one.place or ""))
    return any(name and name <= told for name in named)


def _of_names(left: Side, right: Side) -> set[str]:
    """Stems of the words of names and places, which every sentence of a story may share."""
    told = [name for one in (left, right) for name in (*one.names, one.place or "")]
    return {stem for name in told for stem in telling_words(name)}


def _are_of_others(left: Side, right: Side) -> bool:
    """Whether each is about somebody else: two indices, two clubs, two towns."""
    names = same_names(left, right)
    return names is not None and not names.score and bool(names_of_owners(left) and names_of_owners(right))
