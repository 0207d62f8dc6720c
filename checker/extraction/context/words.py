"""The words of a sentence, found once, and the few classes a shallow reading needs."""

import re
from bisect import bisect_left
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, compress

from checker.extraction.sentences import Sentence

# Linear in `re`, and faster there: every part begins with a character that the part before it cannot hold.
_PIECE = re.compile(r"\s+|(?:[^\W\d_]\.){2,}|[^\W_]+(?:[’'.,&/‑-][^\W_]+)*|[^\s\w]|_")
# The same for ASCII, whose classes are told in a table of bits.
_PLAIN_PIECE = re.compile(
    r"[ \t-\r\x1c-\x1f]++|(?:[A-Za-z]\.){2,}+|[A-Za-z0-9]++(?:['.,&/-][A-Za-z0-9]++)*+|[^ \t-\r\x1c-\x1fA-Za-z0-9]"
)
_KEPT = 64  # sentences remembered; claims come sentence by sentence


@dataclass(slots=True, eq=False)  # not frozen: a frozen one takes five times as long to make
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

    def places(self, wanted: Container[str]) -> list[int]:
        """Indices of the words that are among those wanted, in lower case."""
        return list(compress(range(len(self.low)), map(wanted.__contains__, self.low)))

    def index_before(self, position: int) -> int:
        """Index of the last word that ends at `position` or before it; -1 where none does."""
        index = bisect_left(self.start, position) - 1
        while index >= 0 and self.end[index] > position:
            index -= 1
        return index


@lru_cache(maxsize=_KEPT)
def words_of(sentence: Sentence) -> Words:
    """The words of a sentence."""
    pieces = (_PLAIN_PIECE if sentence.text.isascii() else _PIECE).findall(sentence.text)
    ends = list(accumulate(map(len, pieces), initial=sentence.start))
    are_words = list(map(str.strip, pieces))  # a piece is a word or mark, or nothing but blanks
    text = tuple(compress(pieces, are_words))
    return Words(
        text=text,
        low=tuple(" ".join(text).lower().replace("’", "'").split()),
        start=tuple(compress(ends, are_words)),
        end=tuple(compress(ends[1:], are_words)),
    )
