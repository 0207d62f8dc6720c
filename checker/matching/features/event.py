"""The events the two documents report."""

from checker.matching.features.feature import Evidence
from checker.matching.side import Side

# So many telling words in common, out of the shorter list, and it is surely the same story.
_ENOUGH = 0.5
_FEW = 3  # lists shorter than this tell nothing


def same_event(left: Side, right: Side) -> Evidence | None:
    """Words and names the documents' events share; silent within one document and where too little is told."""
    shorter = min(len(left.event), len(right.event))
    if left.document == right.document or shorter < _FEW:
        return None
    common = left.event & right.event
    score = min(len(common) / shorter / _ENOUGH, 1.0)
    named = ", ".join(sorted(common)[:4])
    return Evidence(score, f"events share {named}" if common else "events share no word")
