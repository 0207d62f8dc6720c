"""Facts: claims about one thing, grouped. What a disqualifier separates is never joined."""

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations, product

SAME_FACT = 0.5  # from this score on two claims are taken to be about one fact
_LARGEST = 64  # claims of a fact: beyond this no further ones join
_MEAN = 0.3  # what two groups' pairs must score on average to be joined

# The score of any two positions, and whether a disqualifier separates them.
Judge = Callable[[int, int], tuple[float, bool]]


def group(scores: Mapping[tuple[int, int], float], judge: Judge) -> list[list[int]]:
    """Group positions into facts, surest pairs first.

    What no chain of pairs of `SAME_FACT` and more links has no say in one another's facts.

    Args:
        scores: pair of positions (smaller first) -> score, for the candidates.
        judge: score and separation of any pair, candidate or not.

    Returns:
        The groups of two and more, each sorted, ordered by their first position.

    """
    groups: dict[int, list[int]] = {}
    sure = [(-value, pair) for pair, value in scores.items() if value >= SAME_FACT]
    for _, (a, b) in sorted(sure):
        left, right = groups.get(a, [a]), groups.get(b, [b])
        if left is not right and _may_join(left, right, judge):
            joined = sorted(left + right)
            groups |= dict.fromkeys(joined, joined)
    unique = {id(members): members for members in groups.values()}
    return sorted(unique.values())


def pairs_within(members: Sequence[int]) -> list[tuple[int, int]]:
    """Every two members, smaller first."""
    return list(combinations(sorted(members), 2))


def _may_join(left: Sequence[int], right: Sequence[int], judge: Judge) -> bool:
    if len(left) + len(right) > _LARGEST:
        return False
    scores = []
    for a, b in product(left, right):
        value, is_separated = judge(min(a, b), max(a, b))
        if is_separated:
            return False
        scores.append(value)
    return sum(scores) / len(scores) >= _MEAN
