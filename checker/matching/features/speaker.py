"""Who said it."""

from checker.matching.features.feature import Evidence
from checker.matching.people import likeness_of_people
from checker.matching.side import Side


def same_speaker(left: Side, right: Side) -> Evidence | None:
    """Silent where the outlet itself speaks on a side."""
    if left.speaker is None or right.speaker is None:
        return None
    if left.speaker == right.speaker or likeness_of_people(left.speaker, right.speaker):
        return Evidence(1.0, f"both from {left.speaker}")
    return Evidence(0.0, f"from {left.speaker} and from {right.speaker}")
