"""The same quotation twice in one document, with different figures."""

import math
from collections.abc import Iterator, Sequence

from checker.judging.inside.figures import told
from checker.judging.inside.reckoning import Reckoning
from checker.judging.inside.sentence import CLOSES, OPENS, Record, Sentence
from checker.judging.inside.span import span
from checker.language.patterns import pattern
from checker.tables import TIME_KINDS

_LEAST = 5  # words around its figures that make two quotations one
_QUOTED = pattern(r'"([^"]{20,600})"')
_SLOT = pattern(f"{OPENS}([a-z])([0-9]+){CLOSES}")
_WORD = pattern(f"{OPENS}(?P<sort>[a-z])(?P<place>[0-9]+){CLOSES}|[\\pL\\pN']+")
_MARKS = str.maketrans({"“": '"', "”": '"'})


def find(document: Sequence[Sentence]) -> Iterator[Reckoning]:
    """Quotations that are the same but for their figures, each pair of figures that differ."""
    known: dict[tuple[str, ...], list[Record]] = {}
    for sentence in document:
        for words, claims in _quotations(sentence):
            first = known.setdefault(words, claims)
            for one, other in zip(claims, first, strict=True):
                if _is_figure(one, other):
                    text = f"“{told(other)}” there and “{told(one)}” here, in the same words"
                    yield Reckoning("quotation", (one, other), span(one), span(other), text)


def _is_figure(one: Record, other: Record) -> bool:
    """Whether the two are different claims of figures in one unit."""
    is_known = not (math.isnan(one["low"]) or math.isnan(other["low"]))
    return is_known and one["id"] != other["id"] and bool(one["unit"] == other["unit"])


def _quotations(sentence: Sentence) -> Iterator[tuple[tuple[str, ...], list[Record]]]:
    """The words of each quotation, its figures left out, and its claims."""
    masked = sentence.masked.translate(_MARKS)
    for match in _QUOTED.finditer(masked):
        quote = match.group(1) or ""
        claims = [sentence.claims[int(slot.group(2) or 0)] for slot in _SLOT.finditer(quote)]
        words = tuple(_words(quote, sentence))
        if claims and len(words) - len(claims) >= _LEAST:
            yield words, claims


def _words(quote: str, sentence: Sentence) -> Iterator[str]:
    """The words of a quotation; of a figure only its sort and what it counts, of a time its words."""
    for word in _WORD.finditer(quote):
        if word.group("sort"):
            claim = sentence.claims[int(word.group("place") or 0)]
            is_time = claim["kind"] in TIME_KINDS
            yield "" if is_time else f"{OPENS}{word.group('sort')}"
            yield from str(claim["text"] if is_time else claim["noun"] or "").lower().split()
        else:
            yield (word.group() or "").lower()
