"""Occasions: what takes place on a day, by the words that tell it ("strike", "walk out")."""

from collections.abc import Sequence
from functools import cache, lru_cache

from checker.language import verbs
from checker.language.lexicon import lexicon
from checker.language.nouns import singular

_CACHED = 16_384
_GAP = "..."
_BETWEEN = 4  # words that may stand at a gap


@cache
def names() -> tuple[str, ...]:
    """All occasions, in order."""
    return tuple(dict.fromkeys([*lexicon("occasions")["words"], *lexicon("occasions")["phrases"]]))


def at(words: Sequence[str], place: int) -> tuple[str, ...]:
    """The occasions that the word at a place tells, with those behind it or else alone; words in lower case."""
    return of_phrase(words, place) or _of_word(words[place])


def of_phrase(words: Sequence[str], place: int) -> tuple[str, ...]:
    """The occasions that the word at a place tells together with those behind it."""
    phrases = _phrases().get(_base(words[place]), ())
    return tuple(name for phrase, name in phrases if is_told_by(phrase, words[place : place + len(phrase) + _BETWEEN]))


def is_bare(word: str) -> bool:
    """Whether the verb leaves the occasion to another word of its clause."""
    return _base(word) in lexicon("occasions")["bare"]


def is_told_by(phrase: tuple[str, ...], words: Sequence[str]) -> bool:
    """Whether the words begin with a phrase, told by the bases of its words; others may stand at its "..."."""
    bases = tuple(map(_base, words))
    if _GAP not in phrase:
        return bases[: len(phrase)] == phrase
    gap = phrase.index(_GAP)
    return bases[:gap] == phrase[:gap] and phrase[gap + 1] in bases[gap : gap + 1 + _BETWEEN]


@lru_cache(maxsize=_CACHED)
def _of_word(word: str) -> tuple[str, ...]:
    forms = {word, _base(word), singular(word)}
    return tuple(dict.fromkeys(name for form in sorted(forms) for name in _words().get(form, ())))


@lru_cache(maxsize=_CACHED)
def _base(word: str) -> str:
    return verbs.lemma(word) or word


@cache
def _words() -> dict[str, list[str]]:
    return _by(lexicon("occasions")["words"])


def _by(table: dict[str, list[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, words in table.items():
        for word in words:
            found.setdefault(word, []).append(name)
    return found


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrases by the base of their first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, told in _by(lexicon("occasions")["phrases"]).items():
        words = tuple(_base(word) for word in phrase.split())
        found.setdefault(words[0], []).extend((words, name) for name in told)
    return found
