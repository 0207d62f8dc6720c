"""The words of a sentence, found once, and the few classes a shallow reading needs."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from checker.extraction.sentences import Sentence

# Linear in `re`, and faster there: every part begins with a character that the part before it cannot hold.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[’'.,&/‑-][^\W_]+)*|[^\s\w]|_")
_KEPT = 64  # sentences remembered; claims come sentence by sentence


@dataclass(frozen=True, slots=True, eq=False)
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
    starts, ends, place = [], [], 0
    written = _WORD.findall(text)
    for word in written:
        place = text.index(word, place)
        starts.append(base + place)
        place += len(word)
        ends.append(base + place)
    return Words(tuple(written), tuple(_lowered(written)), tuple(starts), tuple(ends))


def _lowered(written: list[str]) -> list[str]:
    return [word.lower() if word.isalnum() else word.lower().replace("’", "'") for word in written]
