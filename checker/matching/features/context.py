"""The wording of the sentences around the values."""

from checker.matching.features.feature import Evidence
from checker.matching.remembered import remembered
from checker.matching.side import Side
from checker.matching.slot import is_one_quotation
from checker.matching.wording import as_written, likeness, share

# Likeness at or below this is what two sentences on nothing in common reach.
BY_CHANCE = 0.3
_NAMED = 5  # words named in the reason


@remembered
def wording_of_sentences(left: Side, right: Side) -> Evidence | None:
    """Telling words in common and likeness of the sentences, the values masked; silent for a bare figure.

    Two figures in the same words of a quotation stand in one wording, whatever surrounds the quotation.
    """
    if is_one_quotation(left, right):
        return Evidence(1.0, "the same words are quoted")
    shared = share(left.words, right.words)
    if shared is None:
        return None
    alike = (shared + likeness(left.wording, right.wording)) / 2
    score = max(alike - BY_CHANCE, 0.0) / (1 - BY_CHANCE)
    common = as_written(left.words & right.words, left.wording, _NAMED)
    return Evidence(score, f"sentences share {common}" if common else "sentences share no telling word")
