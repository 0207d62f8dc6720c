"""A view: one mention among the words of its sentence, with the bounds of its clause."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from checker.extraction.context.clauses import clause_around
from checker.extraction.context.phrases import is_figure
from checker.extraction.context.words import Words, words_of
from checker.extraction.mention import Mention
from checker.extraction.sentences import Sentence
from checker.language.grammar import word_class


class View(NamedTuple):
    """Indices into `words`, all ends exclusive."""

    words: Words
    phrase: int  # first word of the phrase, hedges included
    first: int  # first word of the figure or time
    after: int  # the word after it
    left: int  # first word of the clause
    right: int  # the word after the clause

    def before(self, count: int) -> tuple[str, ...]:
        """Up to `count` words of the clause before the phrase, in lower case."""
        return self.words.low[max(self.left, self.phrase - count) : self.phrase]

    def behind(self, count: int) -> tuple[str, ...]:
        """Up to `count` words of the clause after the figure, in lower case."""
        return self.words.low[self.after : min(self.right, self.after + count)]


def parts_of(view: View) -> tuple[int, int]:
    """Where the parts of the figure are told, as characters: "1,200 jobs worldwide[, including 300 in Lyon]"."""
    words = view.words
    if _TELLING.isdisjoint(words.low):
        return 0, 0
    for index in range(view.after, len(words) - 2):
        if words.low[index] in _ASIDE and (words.low[index + 1] in _PARTS or words.low[index + 1 : index + 3] in _OF):
            following = words.low[index + 2 : index + _NUMBER]
            if any(is_figure(low) or low in word_class("number") for low in following):
                stop = next((i for i in range(index + 2, len(words)) if words.low[i] in _CLOSING), len(words) - 1)
                return words.start[index], words.end[stop]
    return 0, 0


_ASIDE, _CLOSING = (",", "(", "–", "—"), (",", ")", "–", "—", ";")
_PARTS = ("including", "among")
_OF = (("of", "which"), ("of", "whom"), ("of", "them"))
_TELLING = frozenset({*_PARTS, "which", "whom", "them"})  # one of them opens every part
_NUMBER = 6  # words in which the number of a part stands


def view(sentence: Sentence, mention: Mention, end: int) -> View:
    """The view of a mention in its sentence, for which it ends at `end`."""
    words = words_of(sentence)
    first = phrase = _holding(words, mention.start)
    if mention.phrase_start != mention.start:
        phrase = min(_holding(words, mention.phrase_start), first)
    after = max(bisect_left(words.start, end), first + 1)
    left, right = clause_around(words, phrase, min(after, len(words.low)))
    return View(words, phrase, first, after, left, right)


def _holding(words: Words, position: int) -> int:
    """Index of the word that holds `position`, or else of the first after it."""
    index = bisect_right(words.start, position) - 1
    return index if index >= 0 and words.end[index] > position else index + 1
