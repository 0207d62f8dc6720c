"""Words of sentences and measures: split, reduced to stems, compared within bounds. The one door to rapidfuzz."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from checker.language.lexicon import lexicon

# Longest text that is compared: fuzzy comparison grows with the product of both lengths.
COMPARED_CHARACTERS = 512

# Linear in `re`, and faster there than one call a match: a link begins with a mark, which no part holds.
_WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+)*")
_KEPT = 2_048  # texts whose words are remembered: a sentence is compared again and again

# Words that carry grammar or the act of reporting, not the event: they identify nothing.
_EMPTY_WORDS = frozenset(lexicon("wording")["empty"])

# Endings cut from a word, longest first, as long as three letters stay.
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s")
_SHORTEST_STEM = 3


@lru_cache(maxsize=_KEPT)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, lower case, in order; possessive endings dropped."""
    return tuple([word.removesuffix("'s").rstrip("'") for word in tokens(text)])


def tokens(text: str) -> list[str]:
    """The words of a text with their possessive endings: what `word_of` makes `words` of."""
    found: list[str] = _WORD.findall(text.lower().replace("’", "'"))
    return found


def word_of(token: str) -> str:
    """A word without its possessive ending."""
    return token.removesuffix("'s").rstrip("'")


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """A word without its ending: "attacks", "attacked" and "attacking" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def is_empty(word: str) -> bool:
    """Whether the word, in lower case, identifies nothing."""
    return word in _EMPTY_WORDS or len(word) < _SHORTEST_STEM


def telling_words(text: str) -> frozenset[str]:
    """Stems of the words that tell what a text is about: no grammar, no figures, nothing of one letter."""
    return frozenset(filter(None, map(_telling_stem, words(text))))


@lru_cache(maxsize=16_384)
def _telling_stem(word: str) -> str:
    """The stem of a telling word; empty for all others."""
    return stem(word) if is_telling(word) else ""


def is_telling(word: str) -> bool:
    """Whether a word, in lower case, is one of those that tell what a text is about."""
    return word not in _EMPTY_WORDS and len(word) > 1 and not word[0].isdigit()


def as_written(stems: frozenset[str], text: str, most: int) -> str:
    """The words of a text that have these stems, in order, at most `most` of them, for a reader."""
    found = dict.fromkeys(word for word in words(text) if stem(word) in stems)
    return ", ".join(list(found)[:most])


def likeness(a: str, b: str) -> float:
    """How much two texts share their words, whatever the order, 0 to 1; only the first 512 characters are seen."""
    return fuzz.token_set_ratio(a[:COMPARED_CHARACTERS], b[:COMPARED_CHARACTERS]) / 100


def spelling(a: str, b: str) -> float:
    """How alike two words are letter by letter, 0 to 1."""
    return fuzz.ratio(a[:COMPARED_CHARACTERS], b[:COMPARED_CHARACTERS]) / 100


def share(a: Iterable[str], b: Iterable[str]) -> float | None:
    """Common words as a share of the shorter list; None where one is empty."""
    left, right = frozenset(a), frozenset(b)
    if not left or not right:
        return None
    return len(left & right) / min(len(left), len(right))
