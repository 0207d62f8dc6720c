"""Clauses: how far to either side of a claim its own words reach."""

from bisect import bisect_left
from functools import lru_cache

from checker.extraction.context.phrases import is_verb
from checker.extraction.context.words import Words
from checker.language import occasions, verbs
from checker.language.grammar import word_class

_HARD = frozenset(";:—–()[]|")
_JOINING = frozenset({"and", "but", "while", "whereas"})
_MARKS = _HARD | _JOINING | {",", "-"}
_ASIDE = 6  # words of a bracket over which a clause goes on, and from it to the claim
_REACH = 40  # words looked at to either side


def clause_around(words: Words, start: int, end: int) -> tuple[int, int]:
    """Words [from, to) of the clause that holds the words [start, end)."""
    return _left(words, start), _right(words, end)


def _left(words: Words, index: int) -> int:
    least = max(index - _REACH, 0)
    bounds = _boundaries(words)
    place = bisect_left(bounds, index)
    if place and words.low[bounds[place - 1]] == ")" and index - bounds[place - 1] <= _ASIDE:
        place = _before_bracket(words, bounds, place)
    return max(bounds[place - 1] + 1, least) if place else least


def _before_bracket(words: Words, bounds: list[int], place: int) -> int:
    """The count of bounds before a short bracket that closes right before the words, which divides nothing."""
    shut = bounds[place - 1]
    for back in range(place - 2, -1, -1):
        if shut - bounds[back] > _ASIDE:
            return place
        if words.low[bounds[back]] == "(":
            return back
    return place


def _right(words: Words, index: int) -> int:
    most = min(index + _REACH, len(words))
    bounds = _boundaries(words)
    place = bisect_left(bounds, index)
    return min(bounds[place], most) if place < len(bounds) else most


@lru_cache(maxsize=64)
def _boundaries(words: Words) -> list[int]:
    return [index for index in words.places(_MARKS) if _is_boundary(words, index)]


def _is_boundary(words: Words, index: int) -> bool:
    """Whether a clause ends at this mark or begins with this connecting word."""
    low = words.low[index]
    if low in _HARD:
        return True
    if low == "-":
        return _is_dash(words, index)
    if low == ",":
        return _opens_clause(words, index + 1) or _closes_aside(words, index)
    return _opens_clause(words, index) and not _is_figure_next(words, index)


def _closes_aside(words: Words, index: int) -> bool:
    """Whether the clause around an aside goes on with its verb: "Ann Lee, who joined in 2019[,] becomes its chief"."""
    following = words.low[index + 1] if index + 1 < len(words) else ""
    is_verb_ahead = following in word_class("auxiliary") or verbs.form(following) == "third"
    is_verb_ahead = is_verb_ahead or (following.endswith("s") and bool(occasions.of_phrase(words.low, index + 1)))
    if not is_verb_ahead and verbs.form(following) != "past":
        return False
    opening = aside_before(words, index + 1)
    # "a man who broke in, took a car and fled": of what somebody did, several verbs may follow each other
    return opening is not None and (is_verb_ahead or words.low[opening + 1] == "which")


def aside_before(words: Words, index: int) -> int | None:
    """The comma that opens the aside whose last comma stands right before `index`; None where there is no aside."""
    if index < 1 or words.low[index - 1] != ",":
        return None
    for place in range(index - 2, max(index - _REACH, 1) - 1, -1):
        if words.low[place - 1] == "," and _opens_aside(words.low[place]):
            return place - 1
    return None


def _opens_aside(low: str) -> bool:
    """As in ", who joined in 2019,", ", founded in 1987,"."""
    return low in _RELATIVE or verbs.form(low) in ("past", "participle")


_RELATIVE = ("who", "which", "whose", "where")


def _is_dash(words: Words, index: int) -> bool:
    """Whether a hyphen stands for a dash: blanks around it, and no score ("65 - 53")."""
    if not 0 < index < len(words) - 1 or words.text[index - 1][0].isdigit():
        return False
    return words.end[index - 1] < words.start[index] < words.start[index + 1] - 1


def _opens_clause(words: Words, index: int) -> bool:
    """Whether the words from `index` on begin a clause of their own: a connective, and a verb soon after."""
    if index >= len(words):
        return False
    low = words.low[index]
    if low in word_class("breaking"):
        return True
    if low not in ("and", "or"):
        return False
    following = words.low[index + 1] if index + 1 < len(words) else ""
    soon = range(index + 1, min(index + 4, len(words)))
    return following in word_class("pronoun") or any(
        is_verb(words, i) or words.low[i] in word_class("auxiliary") for i in soon
    )


def _is_figure_next(words: Words, index: int) -> bool:
    return index + 1 < len(words) and words.text[index + 1][0].isdigit()
