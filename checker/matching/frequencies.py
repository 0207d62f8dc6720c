"""How usual a word is in its document: what every other sentence has tells nothing of one figure of them."""

import math
from collections import Counter
from collections.abc import Sequence

from checker.matching.remembered import remembered
from checker.matching.side import Side, changed
from checker.matching.wording import telling_words


def with_frequencies(sides: Sequence[Side]) -> list[Side]:
    """The sides, each with the words of its sentence that others of its document have too: stem -> sentences.

    And with how many sentences of its document tell a figure at all.
    """
    words: dict[tuple[str, str], frozenset[str]] = {}
    for side in sides:
        place = side.document, side.sentence
        if place not in words:
            words[place] = telling_words(side.sentence)
    counted: dict[str, Counter[str]] = {}
    sentences = Counter(document for document, _ in words)
    for (document, _), stems in words.items():
        counted.setdefault(document, Counter()).update(stems)
    often = {place: {stem: n for stem in stems if (n := counted[place[0]][stem]) > 1} for place, stems in words.items()}
    return [
        changed(side, often=often[side.document, side.sentence], sentences=sentences[side.document]) for side in sides
    ]


@remembered
def rarity(left: Side, right: Side) -> float:
    """How rare the telling words of both sentences are, added up: 1 for one that either document has once."""
    return math.fsum(1 / (left.often.get(stem, 1) * right.often.get(stem, 1)) for stem in left.words & right.words)
