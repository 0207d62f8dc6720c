"""The names a figure is about; for an age the person."""

from checker.matching.features.feature import Evidence
from checker.matching.people import LAST_ONLY, likeness_of_people
from checker.matching.side import Side
from checker.matching.wording import words

_PART_OF_NAME = 0.8


def same_names(left: Side, right: Side) -> Evidence | None:
    """Ages: the best match of two full names. Others: names in common as a share of the shorter list."""
    if not left.names or not right.names:
        return None
    return _people(left, right) if left.kind == "age" else _names(left, right)


def _people(left: Side, right: Side) -> Evidence:
    best = max((likeness_of_people(a, b), a, b) for a in left.names for b in right.names)
    sure = 1.0 if left.is_named_beside and right.is_named_beside else LAST_ONLY
    return Evidence(min(best[0], sure), f"the age of {best[1]}" if best[0] else f"{best[1]} is not {best[2]}")


def _names(left: Side, right: Side) -> Evidence:
    """A name that is part of another ("SW Leeds" and "Leeds") is nearly the same."""
    lesser, other = sorted((left.names, right.names), key=len)
    found = {name: max(_likeness(name, second) for second in other) for name in lesser}
    common = [name for name, alike in found.items() if alike]
    reason = f"both about {', '.join(common)}" if common else "no name in common"
    return Evidence(sum(found.values()) / len(lesser), reason)


def _likeness(a: str, b: str) -> float:
    if a == b:
        return 1.0
    left, right = frozenset(words(a)), frozenset(words(b))
    return _PART_OF_NAME if left and right and (left <= right or right <= left) else 0.0
