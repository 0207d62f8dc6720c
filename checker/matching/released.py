"""The doubt about a reference fact: whether an article tells of the same release, or of the one before or after."""

from checker.language import measures
from checker.matching.side import Side

_DAYS_TOLD = 10  # in which a release, or what happened, is news


def other_release(left: Side, right: Side) -> str | None:
    """A reference fact holds for its own period: an article that names none may tell of the month before or after.

    It does not in the days after the source said it; what happened once is told in the days after it happened.
    """
    fact, other = (left, right) if left.section == "reference" else (right, left)
    if fact.section != "reference" or other.section == "reference":
        return None
    if fact.published is None and measures.is_outcome(fact.head or ""):
        return "it is not told on which day the reference fact held, and such a figure grows"
    if fact.period is None or other.period is not None:
        return None
    if other.published is None:
        return "the article names no time, and is undated"
    since = fact.period[0] if fact.kind == "count" else fact.published
    until = max(fact.period[1] if fact.kind == "count" else 0, fact.published or 0)
    is_near = since is not None and since <= other.published <= until + _DAYS_TOLD
    return None if is_near else "the article names no time, and the reference fact holds for its own"
