"""The signature of a document's event: its telling words and names, each with what it weighs."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from checker.language.lexicon import lexicon
from checker.language.names import canonical, is_place
from checker.matching.wording import is_empty

_NAME = 1.0  # a person, a street, a company
_PLACE = 0.6  # a country or a large city: many events happen there
_OFFICE = 0.3  # the city's police, the county's hospital: named in every report from there
_NOUN = 0.25  # what sort of event it is: many are of one sort


def signature(words: Iterable[str], names: Iterable[str]) -> Mapping[str, float]:
    """Canonical words in lower case -> weight.

    Args:
        words: words and names that tell the event, as in the claims column `event`.
        names: names that the document's claims are about, in lower case; a word of two parts is a name in any case.

    """
    return _of_event(tuple(words), frozenset(names))


@lru_cache(maxsize=256)  # every claim of a document has the same event
def _of_event(words: tuple[str, ...], known: frozenset[str]) -> Mapping[str, float]:
    return {canonical(word).lower(): weight for word in words if (weight := _weight(word.lower(), known))}


@cache
def _common() -> frozenset[str]:
    return frozenset(lexicon("wording")["common_in_events"])


def _weight(word: str, names: frozenset[str]) -> float:
    if is_empty(word) or word in _common():
        return 0.0
    if is_place(canonical(word.title())):
        return _PLACE
    if not _common().isdisjoint(word.split()):
        return _OFFICE
    return _NAME if " " in word or word in names else _NOUN
