"""A view: one mention among the words of its sentence, with the bounds of its clause."""

from bisect import bisect_left, bisect_right
from functools import lru_cache
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
    is_any, owned = not _TELLING.isdisjoint(words.low), names_of_figures(words)
    if not is_any and not owned:
        return 0, 0
    for index in range(view.after, len(words) - 2):
        is_part = is_any and words.low[index] in _ASIDE
        if (is_part and (_opens_part(words.low, index + 1) or _is_part(words.low, index + 1))) or (
            index + 1 in owned and words.low[index] in _LISTING
        ):
            stop = next((i for i in range(index + 2, len(words)) if words.low[i] in _CLOSING), len(words) - 1)
            return words.start[index], words.end[stop]
    return 0, 0


def _opens_part(low: tuple[str, ...], index: int) -> bool:
    """As in "including 300 in Lyon", "of whom 300 live in Lyon"."""
    is_opened = low[index] in _PARTS or low[index : index + 2] in _OF
    return is_opened and any(_is_number(one) for one in low[index + 1 : index + _NUMBER - 1])


def _is_part(low: tuple[str, ...], index: int) -> bool:
    """As in "300 of them in Lyon", "most of which lie in Lyon"."""
    return low[index + 1 : index + 3] in _OF and (_is_number(low[index]) or low[index] in _SHARES)


@lru_cache(maxsize=64)
def names_of_figures(words: Words) -> dict[int, int]:
    """Place of a figure -> first word of the name that it has for itself: "four in [Lund]", "two men from [Lund]"."""
    found: dict[int, int] = {}
    for where in words.places(_WHERE):
        if where + 1 < len(words) and words.text[where + 1][0].isupper():
            figure = next((i for i in range(where - 1, max(where - _OWN, -1), -1) if _is_counted(words, i)), None)
            if figure is not None and _is_number(words.low[figure]):
                found[figure] = where + 1
    return found | _names_without_verb(words)


def _names_without_verb(words: Words) -> dict[int, int]:
    """As in "[Japan] pledged $6 million and [Britain] 3 million pounds": the verb is told once."""
    found: dict[int, int] = {}
    for index in words.places(_JOINING):
        name, figure = index + 1, _figure_behind_name(words, index + 1)
        back = range(index - 1, max(index - 1 - _OWN, -1), -1) if figure else ()
        earlier = next((i for i in back if is_figure(words.low[i])), None)
        if figure is None or earlier is None:
            continue
        back = range(earlier - 1, max(earlier - 1 - _TOLD, -1), -1)
        first = next((i for i in back if words.text[i][0].isupper()), None)
        is_told = earlier in found or (first is not None and not _LISTED.isdisjoint(words.low[first:earlier]))
        if first is not None and is_told:
            while first > 0 and words.text[first - 1][0].isupper() and earlier - first < _TOLD + _OWN:
                first -= 1
            found |= dict.fromkeys((figure, figure + 1), name) | dict.fromkeys((earlier, earlier - 1), first)
    return found


def _figure_behind_name(words: Words, index: int) -> int | None:
    """Where the figure of a name begins that stands right behind it: "Britain [$3 million]"."""
    start = index
    while index < len(words) and words.text[index][0].isupper():
        index += 1
    if index == start:
        return None
    while index < len(words) and (words.low[index] in word_class("hedge") or words.low[index] == "equivalent"):
        index += 1
    is_told = index < len(words) and (is_figure(words.low[index]) or words.low[index] in _SIGNS)
    return index if is_told else None


_JOINING = frozenset({"and", ","})
_SIGNS = frozenset("$£€¥")
_TOLD = 5  # words from a name to the figure of its verb
_LISTED = word_class("giving")


def _is_counted(words: Words, index: int) -> bool:
    """Whether the words before a preposition go no further back: a number, a mark or a name."""
    low = words.low[index]
    return _is_number(low) or not low.isalpha() or words.text[index][0].isupper()


_REST = ("others", "rest", "remainder")
_OWN = 4  # words from a figure to its preposition
_WHERE = frozenset({"in", "at", "from", "near"})
_LISTING = (",", "and", ";")


def _is_number(low: str) -> bool:
    return is_figure(low) or low in word_class("number") or low in _REST


_SHARES = ("half", "most", "some", "many", "all", "none", "several", "few")
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
