"""The event a time dates: "since Russia's full-scale [invasion] in February 2022", "[arrested] him on Friday"."""

from checker.extraction.context.phrases import is_verb, is_word
from checker.extraction.context.view import View
from checker.extraction.context.words import Words
from checker.language import measures, verbs
from checker.language.grammar import is_stop, word_class
from checker.language.nouns import singular

_BACK, _AHEAD = 16, 14  # words looked at before and after a time
_MODIFIERS = 2
_SAYING = (
    "say",
    "tell",
    "add",
    "note",
    "stress",
    "state",
    "announce",
    "argue",
    "explain",
    "warn",
    "report",
    "insist",
    "acknowledge",
    "admit",
    "suggest",
)
_NO_EVENT = (
    "be",
    "have",
    "do",
    "include",
    "want",
    "seem",
    "continue",
    "expect",
    "believe",
    "get",
    "make",
    "become",
    "know",
    "think",
    "need",
    "use",
    "set",
    "follow",
)


def event(view: View) -> tuple[str, str, str] | None:
    """Measure, head and step of the event that a time dates; None where the clause names none."""
    return _noun_behind(view) or _before(view) or _behind(view)


def _noun_behind(view: View) -> tuple[str, str, str] | None:
    """ "the [2014] annexation", "[Monday]'s interview"."""
    words = view.words
    index = view.after
    if index < len(words) and words.low[index] in ("'s", "’s"):
        index += 1
    for place in range(index, min(index + _MODIFIERS + 1, len(words))):
        low = words.low[place]
        if not is_word(low) or is_stop(low):
            return None
        if measures.event_family(low):
            return _named(words, place, index, "noun after")
    return None


def _before(view: View) -> tuple[str, str, str] | None:
    words = view.words
    for index in range(view.phrase - 1, max(view.left, view.phrase - _BACK) - 1, -1):
        low = words.low[index]
        if measures.event_family(low) and singular(low) not in word_class("empty_noun") and not is_verb(words, index):
            return _named(words, index, view.left, "noun before")
        found = _of_verb(words, index, "verb before")
        if found:
            return found
    return None


def _behind(view: View) -> tuple[str, str, str] | None:
    words = view.words
    for index in range(view.after, min(view.after + _AHEAD, len(words))):
        found = _of_verb(words, index, "verb after")
        if found:
            return found
        if words.low[index] in (";", "."):
            return None
    return None


def _of_verb(words: Words, index: int, why: str) -> tuple[str, str, str] | None:
    if not is_verb(words, index) or words.low[index] in word_class("auxiliary"):
        return None
    base = verbs.lemma(words.low[index])
    if base is None or base in _NO_EVENT:
        return None
    name = "statement" if base in _SAYING else verbs.nominal(base)
    return name, name, why


def _named(words: Words, index: int, least: int, why: str) -> tuple[str, str, str]:
    """An event noun with the adjectives before it, names left out."""
    start = index
    while start > least and index - start < _MODIFIERS and _is_modifier(words, start - 1):
        start -= 1
    head = singular(words.low[index])
    return " ".join([*words.low[start:index], head]), head, why


def _is_modifier(words: Words, index: int) -> bool:
    low, written = words.low[index], words.text[index]
    return (
        is_word(low)
        and not is_stop(low)
        and not written[0].isupper()
        and verbs.form(low) in (None, "ing")
        and not low.endswith("'s")
    )
