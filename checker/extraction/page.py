"""A page: one document's text with what every kind of claim needs of it, each found once."""

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from checker.extraction.figures import Figure
from checker.extraction.phrases import figures
from checker.extraction.sentences import Sentence, split

if TYPE_CHECKING:
    from checker.extraction.times import Timex


@dataclass(frozen=True, eq=False)  # compared and hashed by identity: caches are keyed by pages
class Page:
    """One document as the kinds and the context see it."""

    text: str  # as read
    published: dt.date | None = None  # relative times resolve against it; None leaves them unresolved
    title: str | None = None
    outlet: str | None = None
    sections: tuple[tuple[int, int, str], ...] = field(default=())  # (start, end, section); the rest is body

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences, in order, covering all that is not white space."""
        return split(self.text)

    @cached_property
    def times(self) -> "list[Timex]":
        """Every time expression, resolved, in order of place."""
        from checker.extraction.times import timexes

        return timexes(self)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every quantity in digits or words, with unit, hedge and noun, in order of place."""
        return figures(self.text)

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that holds `position`; the nearest before it where none does."""
        index = max(self._sentence_index(position), 0)
        return self.sentences[index]

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before; None where it is the first."""
        index = self._sentence_index(sentence.start)
        return self.sentences[index - 1] if index > 0 else None

    def section_at(self, position: int) -> str:
        """Section of the character at `position`."""
        if not self.sections:
            return "body"
        return next((name for start, end, name in self.sections if start <= position < end), "body")

    def _sentence_index(self, position: int) -> int:
        return bisect_right(self._sentence_starts, position) - 1

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]
