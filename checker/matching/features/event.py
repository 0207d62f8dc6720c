"""The events the two documents report."""

from checker.matching.features.feature import Evidence
from checker.matching.side import Side

# With so many of the shorter list's words in common, and so many in all, it is surely the same story.
_SHARE = 0.5
_WORDS = 3
_NAMED = 4  # words shown in a reason


def same_event(left: Side, right: Side) -> Evidence | None:
    """Words and names the documents' events share; silent within one document and where a side tells none."""
    shorter = min(len(left.event), len(right.event))
    if left.document == right.document or not shorter:
        return None
    common = sorted(left.event & right.event)
    score = min(len(common) / shorter / _SHARE, len(common) / _WORDS, 1.0)
    return Evidence(score, f"events share {', '.join(common[:_NAMED])}" if common else "events share no word")
