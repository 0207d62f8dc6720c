"""Parts whose whole is told beside them: "[104] of the 250 seats"."""

from checker.language.lexicon import lexicon
from checker.matching.side import Side


def is_part_of_one(left: Side, right: Side) -> bool:
    """Whether one owner's part is told on both sides, of one whole at least once."""
    return is_one_owner(left, right) and (left.whole == right.whole is not None or is_told_without_whole(left, right))


def is_told_without_whole(left: Side, right: Side) -> bool:
    """Whether one side tells the whole and the other does not: 104 of the 250 seats, 104 seats."""
    told = {left.whole, right.whole}
    if len(told) == 1 or None not in told or not is_one_owner(left, right):
        return False
    return not {left.value.low, right.value.low} & told


def is_one_owner(left: Side, right: Side) -> bool:
    """Whether both count the same of one that is named first, or of one that both name where it has no rivals."""
    is_rival = left.family in lexicon("measures")["rivals"]["families"]
    is_named = bool(left.names) and left.names[:1] == right.names[:1]
    is_named = is_named or (not is_rival and not set(left.names).isdisjoint(right.names))
    is_one = bool(left.measure_words) and left.measure_words == right.measure_words
    return is_named and left.family == right.family and (left.family is not None or is_one)
