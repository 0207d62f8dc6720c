"""Column event: the words and names that tell a document's event from others."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice

from checker.extraction.context.naming import Name, names_of
from checker.extraction.context.phrases import is_word
from checker.extraction.context.words import words_of
from checker.extraction.page import Page
from checker.language import verbs
from checker.language.grammar import is_stop, word_class
from checker.language.nouns import singular

_MOST_NAMES, _MOST_NOUNS = 9, 7
_HEAD = 4  # sentences in which the event is told
_LEAST_LETTERS = 4
_WEIGHT_OF_HEAD = 4


@lru_cache(maxsize=2)
def event_words(page: Page) -> list[str]:
    """At most 16 words and names, lower case, sorted: the weightiest names, and nouns of the first sentences."""
    return sorted({*_names(page), *_nouns(page)})


def _names(page: Page) -> list[str]:
    head_end = page.sentences[min(_HEAD, len(page.sentences)) - 1].end if page.sentences else 0
    weights: dict[str, int] = {}
    for name in _told(page):
        word = name.full.lower()
        weights[word] = weights.get(word, 0) + (_WEIGHT_OF_HEAD if name.start < head_end else 1)
    return _weightiest(weights)[:_MOST_NAMES]


def _weightiest(weights: Mapping[str, int]) -> list[str]:
    """The words, the weightiest first, in the order of letters where they weigh alike."""
    return sorted(sorted(weights), key=weights.__getitem__, reverse=True)


def _told(page: Page) -> Sequence[Name]:
    """The names of a page, boilerplate aside."""
    names = names_of(page)
    left_out = {
        name for start, end, section in page.sections if section == "boilerplate" for name in names.between(start, end)
    }
    return [name for name in names.all if name not in left_out] if left_out else names.all


def _nouns(page: Page) -> list[str]:
    """Key nouns: words of the head that come again, or stand in the title."""
    weights: dict[str, int] = {}
    capitals = set(" ".join([name.text for name in names_of(page).all]).lower().split())
    head = (sentence for sentence in page.sentences if page.section_at(sentence.start) != "boilerplate")
    for sentence in islice(head, _HEAD):
        for low in filter(_is_key, words_of(sentence).low):
            if low not in capitals:
                weights[singular(low)] = weights.get(singular(low), 0) + 1
    return _weightiest(weights)[:_MOST_NOUNS]


@lru_cache(maxsize=8192)
def _is_key(low: str) -> bool:
    if len(low) < _LEAST_LETTERS or not is_word(low) or is_stop(low) or not low.isalpha():
        return False
    return low not in _light() and verbs.form(low) in (None, "base")


@cache
def _light() -> frozenset[str]:
    return frozenset().union(*(word_class(name) for name in ("adverb", "time", "hedge", "empty_noun", "furniture")))
