"""Closed classes of English words."""

from functools import cache

from checker.language.lexicon import lexicon


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of a class of `grammar.toml`, in lower case."""
    return frozenset(lexicon("grammar")[name])


@cache
def _stops() -> frozenset[str]:
    classes = ("determiner", "preposition", "auxiliary", "conjunction", "pronoun")
    return frozenset(word for name in classes for word in lexicon("grammar")[name])


def is_stop(word: str) -> bool:
    """Whether the lower-case word belongs to a closed class: it can be no noun, adjective or full verb."""
    return word in _stops()
