"""What is counted, or what happens on that day."""

from checker.language import measures
from checker.matching.features.feature import Evidence
from checker.matching.side import Side
from checker.matching.wording import likeness, share, stem

# One word the same among others that differ is no measure in common.
_SAME_HEAD = 0.6
# One family, but of two sorts ("soldiers killed", "civilians killed"), or of a sort and of people at large.
_OTHER_SORT = 0.2
_ONE_SORT = 0.75
# "Victims" beside "people killed": it may be them.
_VAGUE = 0.4


def same_measure(left: Side, right: Side) -> Evidence | None:
    """Family first (killed, injured, revenue), then the words of the measure; silent where a side names none."""
    if not left.measure or not right.measure or left.kind == "age":
        return None
    if left.family is not None and left.family == right.family:
        return _of_one_family(left, right)
    if measures.are_exclusive(left.measure, right.measure):
        return Evidence(0.0, f"{left.measure!r} is not {right.measure!r}")
    if not (left.sort and right.sort):
        return None if left.family is None and right.family is None else Evidence(_VAGUE, _vague(left, right))
    return _by_words(left, right)


def _vague(left: Side, right: Side) -> str:
    return f"what is counted is vague: {left.measure!r}, {right.measure!r}"


def _of_one_family(left: Side, right: Side) -> Evidence:
    a, b, family = left.sort, right.sort, str(left.family).replace("_", " ")
    if a == b or a & b:
        return Evidence(1.0, f"both are about {family}")
    score = _OTHER_SORT if a and b and not left.is_time else _ONE_SORT
    return Evidence(score, f"both are about {family}: {left.measure!r}, {right.measure!r}")


def _by_words(left: Side, right: Side) -> Evidence:
    shared = share(left.measure_words, right.measure_words) or 0.0
    alike = likeness(" ".join(sorted(left.measure_words)), " ".join(sorted(right.measure_words)))
    head = _SAME_HEAD if left.head and right.head and stem(left.head) == stem(right.head) else 0.0
    score = max(min(shared, alike), head)
    words = "alike" if score >= _SAME_HEAD else "not alike"
    return Evidence(score, f"measures {words}: {left.measure!r}, {right.measure!r}")
