"""The events the two documents report."""

from checker.matching.features.feature import Evidence
from checker.matching.side import Side

# So much weight in common and it is surely the same story; documents that tell little need not share that much.
_ENOUGH = 2.5
_LEAST = 1.0
# Stories told further apart than this many days, and what remains of their likeness: the next event there is likelier.
_LATER_DAYS = 30
_LATER = 0.75
_NAMED = 4  # words shown in a reason


def same_event(left: Side, right: Side) -> Evidence | None:
    """What the documents' events share, names before nouns; silent within one document and where a side tells none."""
    lesser = min(sum(left.event.values()), sum(right.event.values()))
    if left.document == right.document or not lesser:
        return None
    common = sorted(left.event.keys() & right.event.keys(), key=lambda word: (-left.event[word], word))
    shared = sum(min(left.event[word], right.event[word]) for word in common)
    score = min(shared / min(max(lesser, _LEAST), _ENOUGH), 1.0) * (_LATER if _is_later(left, right) else 1.0)
    return Evidence(score, f"events share {', '.join(common[:_NAMED])}" if common else "events share no word")


def _is_later(left: Side, right: Side) -> bool:
    if left.published is None or right.published is None:
        return False
    return abs(left.published - right.published) > _LATER_DAYS
