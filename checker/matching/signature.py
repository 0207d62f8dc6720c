"""The signature of a document's event: its telling words and names, each with what it weighs."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from checker.language.lexicon import lexicon
from checker.language.names import canonical, is_place
from checker.matching.wording import is_empty

_NAME = 1.0  # a person, a street, a company
_PLACE = 0.6  # a country or a large city: many events happen there
_PART = 0.8  # so much of it where one is called by a part of the name: "Nordlys", "Nordlys Energy"
_OFFICE = 0.3  # the city's police, the county's hospital: named in every report from there
_NOUN = 0.25  # what sort of event it is: many are of one sort


def signature(words: Iterable[str], names: Iterable[str]) -> Mapping[str, float]:
    """Canonical words in lower case -> weight.

    Args:
        words: words and names that tell the event, as in the claims column `event`.
        names: names that the document's claims are about, in lower case; a word of two parts is a name in any case.

    """
    return _of_event(tuple(words), frozenset(names))


def shared_words(left: Mapping[str, float], right: Mapping[str, float]) -> Mapping[str, float]:
    """What two signatures share, with what it weighs: equal words, and names of which one is a part of the other.

    Two documents are asked of for each pair of their claims: the answer is kept by the mappings themselves.
    """
    known = _SHARED.get((id(left), id(right)))
    if known is None:
        if len(_SHARED) >= _KEPT:
            _SHARED.clear()
        known = _SHARED[id(left), id(right)] = (left, right, _shared(left, right))
    return known[2]


_SHARED: dict[tuple[int, int], tuple[Mapping[str, float], Mapping[str, float], Mapping[str, float]]] = {}
_KEPT = 4096  # couples of signatures, which are held so that no other takes their place in memory


def _shared(left: Mapping[str, float], right: Mapping[str, float]) -> Mapping[str, float]:
    found = {word: min(left[word], right[word]) for word in left.keys() & right.keys()}
    ones, others = (
        [(name, _words_of(name)) for name, weight in event.items() if weight >= _PLACE and name not in found]
        for event in (left, right)
    )
    for one, words in ones:
        for other, of_other in others:
            if words <= of_other or of_other <= words:
                found[min(one, other, key=len)] = _PART * min(left[one], right[other])
    return found


@lru_cache(maxsize=16_384)
def _words_of(name: str) -> frozenset[str]:
    return frozenset(name.split())


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
