"""The events the two documents report."""

from checker.matching.companions import common_companions, weight
from checker.matching.features.feature import Evidence
from checker.matching.remembered import remembered
from checker.matching.side import Side
from checker.matching.signature import shared_words

# So much weight in common and it is surely the same story; documents that tell little need not share that much.
_ENOUGH = 2.5
_LEAST = 1.0
# Days between two stories: up to the first, likely of one event; beyond the last, the next event there is likelier.
_SAME_NEWS, _SAME_NEWS_LIFT = 3, 0.15
_LATER_DAYS, _LATER_SHARE = 30, 0.6
_NAMED = 4  # words shown in a reason


@remembered
def same_event(left: Side, right: Side) -> Evidence | None:
    """What the documents' events share, names before nouns, and the other figures that both tell.

    Title and body of one document tell of one. Silent elsewhere within a document, and where a side tells none.
    """
    if left.document == right.document and (left.section == "title") != (right.section == "title"):
        return Evidence(1.0, "title and body of one article")
    if left.document == right.document:
        return None
    lesser = min(sum(left.event.values()), sum(right.event.values()))
    companions = common_companions(left, right)
    if not (lesser or companions):
        return None
    shared = shared_words(left.event, right.event)
    common = sorted(shared, key=lambda word: (-shared[word], word))
    score = timed(sum(shared.values()) / least_shared(lesser), left.published, right.published)
    share = timed(1.0, left.published, right.published)  # months apart two may be of one name and one age
    lifted = min(score + share * sum(weight(figure) for figure in companions), 1.0)
    told = [*common[:_NAMED], *companions[:_NAMED]]
    return Evidence(lifted, f"events share {', '.join(told)}" if told else "events share no word")


def least_shared(lesser: float) -> float:
    """What two documents have to share to be surely of one story, by the weight of what the lesser tells."""
    return min(max(lesser, _LEAST), _ENOUGH)


def timed(score: float, day: int | None, other: int | None) -> float:
    """The score with the days between both publications counted in, at most 1."""
    if day is None or other is None or not score:
        return min(score, 1.0)
    days = abs(day - other)
    if days <= _SAME_NEWS:
        return min(score + _SAME_NEWS_LIFT, 1.0)
    return min(score, 1.0) * (_LATER_SHARE if days > _LATER_DAYS else 1.0)
