"""The tense of the verb a time expression goes with: enough of it to tell the coming Friday from the last."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from checker.language.grammar import word_class
from checker.language.lexicon import lexicon
from checker.language.occasions import of_phrase
from checker.language.verbs import form

_LISTS = {name: frozenset(words) for name, words in lexicon("tense").items()}
_MARKS = frozenset(',;:()"“”—–')
# Marks stand apart; full stops and other signs go.
_SPACED = str.maketrans(
    {mark: f" {mark} " for mark in _MARKS} | {"’": "'", ".": " ", "!": " ", "?": " ", "[": " ", "]": " "}
)
REACH = 240  # characters of the sentence that are looked at on either side
_CONDITION = ["as", "soon", "as"]
_PAST_FORMS = ("past", "participle")
_WHEN = (["when"], ["once"])  # "faces prison when she is sentenced"
_NOW = (["is"], ["are"])  # before a participle: "when she is sentenced"


def tense(before: str, after: str) -> str | None:
    """past, future, present, or None when no verb tells.

    Args:
        before: the sentence up to the expression.
        after: the sentence behind it.

    """
    if after[:2].replace("’", "'") == "'s":
        return _first(_words(after[:REACH]))
    left = _words(before[-REACH:])
    if len(left) > 1 and left[-1] in _LISTS["ahead"]:
        return "future"
    at = _clause_start(left)
    told = _last(left[at:])
    if left[-1:] == ["by"] and told != "past":
        return "past" if told is None and _own_behind(_words(after[:REACH])) == "past" else "future"
    if left[-1:] == ["after"] and told is None and _own_behind(_words(after[:REACH])) == "present":
        return "future"  # "After May 30 the gates stay closed"
    is_condition = left[at - 3 : at] == _CONDITION and _last(left[: at - 3]) == "future"
    is_condition = is_condition or _is_open_condition(left)
    is_when = told == "present" and (left[at - 1 : at] in _WHEN or _is_named_day(left))
    if is_condition or is_when:  # "will buy as soon as trading opened"
        return "future"
    known = told or _behind(_words(after[:REACH]), () if _goes_on(left, at) else left[:at])
    return "future" if left[-1:] == ["through"] and known != "past" else known


def _is_named_day(left: Sequence[str]) -> bool:
    """As in "the deadline is [Friday]", "the funeral is on [Friday]"; not in "today is [Friday]"."""
    place = len(left) - 1 - (left[-1:] == ["on"])
    is_told = place > 0 and left[place] in ("is", "are")
    return is_told and left[place - 1] not in _NO_EVENT


_NO_EVENT = frozenset({"it", "today", "this", "that", "there", "he", "she", "they", "who", "which"})


def _goes_on(left: Sequence[str], at: int) -> bool:
    """Whether a clause goes on with its verb behind an aside: "Ann Lee, who came in 2019, [takes over] on Monday"."""
    if left[at - 1 : at] != [","] or at == len(left):
        return False
    if form(left[at]) != "third" and not (left[at].endswith("s") and of_phrase(left, at)):
        return False
    opening = next((i for i in range(at - 2, 0, -1) if left[i] in _RELATIVE), 0)
    return opening > 0 and left[opening - 1] == ","


_RELATIVE = ("who", "which", "whose", "where")


def _is_open_condition(left: Sequence[str]) -> bool:
    """As in "if the sale has not closed by [August 31]"."""
    opening = max((i for i, word in enumerate(left) if word in _IF), default=None)
    own = left[opening:] if opening is not None else ()
    return bool(own) and _MARKS.isdisjoint(own) and not _PERFECT.isdisjoint(own)


_IF, _PERFECT = ("if", "unless"), frozenset({"has", "have"})


def _behind(right: Sequence[str], rest: Sequence[str]) -> str | None:
    """What the clause goes on to tell, else the clauses before it, else those behind."""
    return _own_behind(right) or _last(_without_saying(rest)) or _first(right)


def _without_saying(words: Sequence[str]) -> Sequence[str]:
    """The words without who says them: "he will be back, [he said,]"."""
    opening = next((i for i in range(len(words) - 2, max(len(words) - _SAYING, 0), -1) if words[i] == ","), 0)
    is_aside = bool(opening) and words[-1] == "," and not _LISTS["saying"].isdisjoint(words[opening:])
    return words[:opening] if is_aside and _last(words[:opening]) else words


_SAYING = 8  # words of an aside that says who speaks, with its commas


def _own_behind(right: Sequence[str]) -> str | None:
    """What the expression's own clause tells behind it: "By Sunday the toll [was] 15"."""
    return _first(right[: _clause_end(right)])


def has_happened(before: str) -> bool:
    """Whether a verb of the clause tells that it is over: "ended Oct. 31", "changed its name in December"."""
    words = _words(before[-REACH:])
    own = words[_clause_start(words) :]
    if own[-1:] and own[-1] in _LISTS["over"]:
        return True
    is_infinitive = any(one == "to" and form(two) == "base" for one, two in pairwise(own))
    is_open = is_infinitive or any(word in _LISTS["arranging"] for word in own)
    return own[-1:] in (["in"], ["on"]) and _last(own) == "past" and not is_open


def _words(text: str) -> list[str]:
    """Words in lower case and the marks between them."""
    return text.lower().translate(_SPACED).split()


_BREAKS = _MARKS | _LISTS["boundaries"]


def _is_inner(words: Sequence[str], i: int) -> bool:
    """Whether it is the comma of "16,200", at which no clause ends."""
    return words[i] == "," and 0 < i < len(words) - 1 and words[i - 1].isdigit() and words[i + 1].isdigit()


def _clause_start(words: Sequence[str]) -> int:
    """Where the clause that the words end in begins."""
    for i in range(len(words) - 1, -1, -1):
        if words[i] in _BREAKS and not _is_inner(words, i):
            return i + 1
    return 0


def _clause_end(words: Sequence[str]) -> int:
    """Where the clause goes on to: a comma straight behind the expression does not end it."""
    for i in range(1, len(words)):
        if words[i] in _BREAKS and not _is_inner(words, i):
            return i
    return len(words)


def _last(words: Sequence[str]) -> str | None:
    """Tense of the last verb group of the words."""
    return next((t for i in range(len(words) - 1, -1, -1) if _may_tell(words[i]) and (t := _at(words, i))), None)


def _first(words: Sequence[str]) -> str | None:
    """Tense of the first verb group of the words."""
    return next((t for i, word in enumerate(words) if _may_tell(word) and (t := _at(words, i))), None)


@lru_cache(maxsize=16384)
def _may_tell(word: str) -> bool:
    """Whether a word can tell a tense at all, alone or with those beside it."""
    return word == "to" or any(word in _LISTS[name] for name in _TELLING) or _is_past(word)


_TELLING = ("alone_of_several", "future", "saying", "alone", "set_for", "past", "present")


def _at(words: Sequence[str], i: int) -> str | None:
    """What the word at `i` tells, with those just before it."""
    word = words[i]
    if word == "may" and i and words[i - 1] in word_class("preposition"):
        return None  # "in May" is a month
    if word in _LISTS["future"]:
        return "past" if words[i + 1 : i + 2] == ["have"] and word not in _LISTS["certain"] else "future"
    if word in _LISTS["saying"]:
        return "past"
    is_noun = word.endswith("s") and words[i - 1 : i] in _BEFORE_NOUN  # "after the votes"
    if (word in _LISTS["alone"] and not is_noun) or _is_planned(words, i) or _is_of_several(words, i):
        return "future"
    if word in _LISTS["past"] or _is_past(word):
        return "future" if _is_ahead(words[:i]) else "present" if words[i - 1 : i] in _NOW else "past"
    return "present" if word in _LISTS["present"] else None


_BEFORE_NOUN = (["the"], ["a"], ["two"], ["three"])


def _is_of_several(words: Sequence[str], i: int) -> bool:
    """As in "the talks [resume] on Friday": what several will do is told in the present, too."""
    before = words[i - 1] if i else ""
    is_several = before.endswith("s") and before not in _LISTS["present"] and before not in _LISTS["past"]
    return words[i] in _LISTS["alone_of_several"] and is_several and words[i + 1 : i + 2] in _BEFORE_DAY


_BEFORE_DAY: tuple[list[str], ...] = ([], ["on"], ["at"], ["in"], ["again"])


def _is_planned(words: Sequence[str], i: int) -> bool:
    """Whether a plan is told: "expected to open", "set for April"."""
    behind = words[i + 1 : i + 2]
    is_set = words[i] in _LISTS["set_for"] and behind == ["for"]
    return is_set or bool(words[i] == "to" and behind and _is_plan(words, i))


def _is_plan(words: Sequence[str], i: int) -> bool:
    return form(words[i + 1]) == "base" and (i == 0 or words[i - 1] in _LISTS["plans"])


def _is_past(word: str) -> bool:
    if word in _LISTS["not_verbs"]:
        return False
    if word in _LISTS["past_forms"]:
        return True
    return form(word) in _PAST_FORMS or (word.endswith("ed") and len(word) > len("need"))


def _is_ahead(words: Sequence[str]) -> bool:
    """Whether an auxiliary before a participle looks ahead: "will be", "expected to be"."""
    own = words[_clause_start(words) :]
    is_planned = any(word == "to" and i + 1 < len(own) and _is_plan(own, i) for i, word in enumerate(own) if i)
    return is_planned or any(word in _LISTS["future"] for word in own) or list(words[-2:]) == ["to", "be"]
