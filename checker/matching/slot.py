"""One sentence, or one quotation, printed twice: whether two values stand at the same place of it."""

from functools import lru_cache

from checker.matching.remembered import remembered
from checker.matching.side import MASK, Side
from checker.matching.wording import share, telling_words, words

_SAME_SENTENCE = 0.9  # telling words in common
_BEFORE, _AFTER = 4, 2  # words right beside the value that are the same
_TELLING = 5  # so many telling words make a sentence that two writers do not write by chance


@remembered
def is_one_slot(left: Side, right: Side) -> bool:
    """Whether two documents print one sentence, and only the value in it may differ: a copy with a figure changed."""
    if is_one_quotation(left, right):
        return True
    if left.document == right.document or min(len(left.words), len(right.words)) < _TELLING:
        return False
    is_one_sentence = (share(left.words, right.words) or 0.0) >= _SAME_SENTENCE
    return is_one_sentence and _beside(left.wording) == _beside(right.wording)


def is_one_quotation(left: Side, right: Side) -> bool:
    """Whether two documents quote the same words around the two: somebody said one of them."""
    is_one = bool(left.quotation) and left.quotation == right.quotation
    is_other = left.document != right.document and left.text.lower() != right.text.lower()
    return is_one and is_other and left.kind != "age"


def go_on_alike(left: Side, right: Side) -> bool:
    """Whether the same words follow two lengths, weights or speeds: "85 metres beyond the end of the runway"."""
    if left.kind != "measure" or right.kind != "measure":
        return False
    ones, others = (tuple(_plain(side.wording.partition(MASK)[2])[:_FOLLOWING]) for side in (left, right))
    return ones == others and len(telling_words(" ".join(ones))) >= _SAYING


_FOLLOWING, _SAYING = 4, 2  # words behind the value, and how many of these have to tell something


@lru_cache(maxsize=16384)
def _beside(wording: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words right before and after the value, other figures left out."""
    before, _, after = wording.partition(MASK)
    return tuple(_plain(before)[-_BEFORE:]), tuple(_plain(after)[:_AFTER])


def _plain(text: str) -> list[str]:
    return [word for word in words(text) if not word[0].isdigit()]
