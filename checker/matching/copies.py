"""Copies: documents that share their wording, as one agency's text printed by two papers does."""

from collections.abc import Iterable, Mapping

from checker.matching.side import Side
from checker.matching.wording import words

_SHINGLE = 6  # words in a row
_SHARED = 0.5  # of the shorter document's shingles
_FEWEST = 12  # fewer shingles than this tell nothing: two short notes use the same words by chance

Shingles = frozenset[tuple[str, ...]]


def shingles(sides: Iterable[Side]) -> dict[str, Shingles]:
    """Every document's runs of six words, from the sentences its claims stand in."""
    sentences: dict[str, dict[str, None]] = {}
    for side in sides:
        sentences.setdefault(side.document, {})[side.sentence] = None
    return {document: of_sentences(list(told)) for document, told in sentences.items()}


def are_copies(left: str, right: str, known: Mapping[str, Shingles]) -> bool:
    """Whether two documents share their wording; a document is no copy of itself."""
    a, b = known[left], known[right]
    shorter = min(len(a), len(b))
    return left != right and shorter >= _FEWEST and len(a & b) >= _SHARED * shorter


def of_sentences(sentences: Iterable[str]) -> Shingles:
    """The runs of six words of some sentences."""
    rows = [words(sentence) for sentence in sentences]
    return frozenset(tuple(row[i : i + _SHINGLE]) for row in rows for i in range(len(row) - _SHINGLE + 1))
