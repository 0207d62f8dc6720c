"""Names of people: when two spellings are one person."""

from functools import lru_cache

from checker.language.lexicon import lexicon
from checker.matching.wording import spelling, words

_SUFFIXES = frozenset(lexicon("wording")["name_suffixes"])
_TITLES = frozenset(lexicon("wording")["name_titles"])
# Levels of likeness, best first.
_SAME_NAME = 1.0  # first and last name equal
_SAME_SPELLING = 0.85  # last name equal, first name one letter or a short form away
LAST_ONLY = 0.78  # one side gives the last name alone
_NEAR_SPELLING = 0.75  # how alike two first names must be spelled


@lru_cache(maxsize=16_384)
def name_parts(name: str) -> tuple[str, ...]:
    """The words of a person's name, lower case, without titles, suffixes and dots."""
    parts = [part.replace(".", "") for part in words(name)]
    kept = [part for part in parts if part not in _TITLES and part not in _SUFFIXES]
    return tuple(kept)


def likeness_of_people(a: str, b: str) -> float:
    """How sure it is that two names are one person's, 0 to 1; a last name alone is never sure."""
    left, right = name_parts(a), name_parts(b)
    if not left or not right:
        return 0.0
    if len(left) == 1 or len(right) == 1:
        return LAST_ONLY if left[-1] == right[-1] else 0.0
    if left[-1] != right[-1]:
        return 0.0
    if left[-2:] == right[-2:]:  # what stands before is a second name or a calling: "Owner John Smith"
        return _SAME_NAME
    return _first_names(left[0], right[0])


def _first_names(a: str, b: str) -> float:
    if a == b:
        return _SAME_NAME
    is_short_form = a.startswith(b) or b.startswith(a)
    return _SAME_SPELLING if is_short_form or spelling(a, b) >= _NEAR_SPELLING else 0.0
