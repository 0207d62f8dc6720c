"""Misprints: two articles of one story, and two figures whose digits stand in another order in the one and the other.

Figures that have nothing to do with each other are seldom of the same digits: among the 208,000 pairs of figures of one
unit in labelled stories, five swaps of two and more digits were of one story, and four of them of one fact. So what
speaks of one fact need not be much. It is no misprint where one article tells both figures.
"""

from checker.matching.features.event import same_event
from checker.matching.features.measure import same_measure
from checker.matching.side import Side
from checker.matching.slip import SWAPPED, slip, swapped

SURE = 0.85  # the least that such a pair scores
# What separates other figures of two articles, and doubts that hold for them: swapped digits tell more.
OVERRULED = frozenset({"part", "of nobody", "length", "stance", "past"})
DISPELLED = frozenset({"wording", "happening", "sort", "room", "other words"})

_ONE_STORY = 0.5  # score of the event feature
_TELLING = 3  # telling words that two sentences share
_ALIKE, _UNLIKE = 0.6, 0.4  # of the measure feature


def is_misprint(left: Side, right: Side) -> bool:
    """Whether one of two figures is likely the other with its digits in another order.

    Three digits are enough where the measures are not quite unlike, or the sentences share a word; two need both, or
    sentences that share several.
    """
    if left.document == right.document or left.kind == "age" or not swapped(left, right):
        return False
    if right.value.low in left.values or left.value.low in right.values:
        return False
    shared, measure = same_event(left, right), same_measure(left, right)
    if shared is None or shared.score < _ONE_STORY:
        return False
    is_unlike = measure is not None and measure.score < _UNLIKE
    is_alike = measure is not None and measure.score >= _ALIKE
    common = len(left.words & right.words)
    is_told_alike = common > 0 or not set(left.names).isdisjoint(right.names)
    if slip(left, right) >= SWAPPED or common >= _TELLING:
        return is_told_alike or not is_unlike
    return is_alike or (is_told_alike and not is_unlike)
