"""The words of a sentence, found once, and the few classes a shallow reading needs."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from checker.extraction.sentences import Sentence
from checker.language.patterns import pattern

_WORD = pattern(r"(?:\pL\.){2,}|[\pL\pN]+(?:[’'.,&/‑-][\pL\pN]+)*|[^\s\pL\pN]")
_KEPT = 64  # sentences remembered; claims come sentence by sentence


@dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of one sentence; offsets are characters of the page's text."""

    text: tuple[str, ...]  # as written
    low: tuple[str, ...]  # lower case, straight apostrophes
    start: tuple[int, ...]
    end: tuple[int, ...]

    def __len__(self) -> int:
        """How many words and marks."""
        return len(self.text)

    def index_at(self, position: int) -> int:
        """Index of the first word that begins at `position` or after it."""
        return bisect_left(self.start, position)

    def index_before(self, position: int) -> int:
        """Index of the last word that ends at `position` or before it; -1 where none does."""
        index = bisect_left(self.start, position) - 1
        while index >= 0 and self.end[index] > position:
            index -= 1
        return index


@lru_cache(maxsize=_KEPT)
def words_of(sentence: Sentence) -> Words:
    """The words of a sentence."""
    base, text = sentence.start, sentence.text
    spans = _spans(text)
    written = tuple([text[a:b] for a, b in spans])
    return Words(
        text=written,
        low=tuple([word.lower().replace("’", "'") for word in written]),
        start=tuple([base + a for a, _ in spans]),
        end=tuple([base + b for _, b in spans]),
    )


def _spans(text: str) -> list[tuple[int, int]]:
    """Spans of words and marks. Plain words, which are most, are cut at blanks; the pattern reads the rest."""
    found: list[tuple[int, int]] = []
    place = 0
    for chunk in text.split():
        start = text.index(chunk, place)
        place = start + len(chunk)
        if chunk.isalnum():
            found.append((start, place))
        elif chunk[-1] in ",.;:" and chunk[:-1].isalpha() and len(chunk) > 2:  # noqa: PLR2004 - "B." is an initial
            found += ((start, place - 1), (place - 1, place))
        else:
            found += [(start + a, start + b) for a, b in (match.span() for match in _WORD.finditer(chunk))]
    return found
