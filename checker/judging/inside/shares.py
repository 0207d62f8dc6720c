"""Shares: of a whole that is told, of answers that shut each other out, and of wholes that nothing exceeds."""

from collections.abc import Iterator, Sequence

from checker.judging.inside.figures import number, told
from checker.judging.inside.forms import bound
from checker.judging.inside.reckoning import Reckoning
from checker.judging.inside.sentence import CLOSES, OPENS, Record, Sentence
from checker.judging.inside.span import UNKNOWN, Span, span, total
from checker.language.lexicon import lexicon

_OTHERS = frozenset(lexicon("arithmetic")["groups"]["words"])
_ALL = Span(0.0, 100.0, 100.0)


def find(document: Sequence[Sentence]) -> Iterator[Reckoning]:
    """Every share of the document that other figures, or its whole, bound."""
    for sentence in document:
        yield from _of_whole(sentence)
        yield from _answers(sentence)
        yield from _over(sentence)


def _of_whole(sentence: Sentence) -> Iterator[Reckoning]:
    """The share that a part makes of its whole: "45 of the 60 seats, or 80%"."""
    for found in bound("share", sentence):
        share = found.claims["share"]
        basis = [found.claims[name] for name in ("part", "whole", "ratio") if name in found.claims]
        expected = _share(basis).times(100.0)
        if expected.is_bounded:
            scale = 100.0 if share["unit"] == "fraction" else 1.0
            words = f"{' of '.join(map(told, basis))} is {expected.middle:.3g}%"
            yield Reckoning("share", (share, *basis), span(share).times(scale), expected, words)


def _share(basis: Sequence[Record]) -> Span:
    """The share that is told as a ratio, or that a part makes of a whole in its unit."""
    if len(basis) == 1:
        return span(basis[0])
    part, whole = basis
    return span(part) / span(whole) if part["unit"] in (None, whole["unit"]) else UNKNOWN


def _answers(sentence: Sentence) -> Iterator[Reckoning]:
    """Answers of which each has given one: their shares are no more than 100."""
    for found in bound("answers", sentence):
        if not _is_of_one_group(found.match.group() or ""):
            continue
        shares = [found.claims[name] for name in ("one", "two", "three") if name in found.claims]
        summed = total(map(span, shares))
        words = f"{' + '.join(number(span(share).middle) for share in shares)} = {number(summed.middle)}"
        yield Reckoning("answers", tuple(shares), summed, _ALL, words)


def _is_of_one_group(words: str) -> bool:
    """Whether all answers are of the same people: no word tells others, and only the first share says of whom."""
    later = words.split(OPENS)[2:]
    return not _OTHERS & set(words.lower().split()) and not any(f"{CLOSES} of" in piece for piece in later)


def _over(sentence: Sentence) -> Iterator[Reckoning]:
    for found in bound("over", sentence):
        share = found.claims["one"]
        yield Reckoning("over", (share,), span(share), _ALL, f"{told(share)} is more than all of them")
