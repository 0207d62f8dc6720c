"""Verbs of news: from a form to its base, and to the noun that names the same event."""

from collections.abc import Sequence
from functools import cache, lru_cache

from checker.language.lexicon import lexicon

_FORMS = ("third", "ing", "past", "participle")
_CACHED = 16384  # words remembered
_VOWELS = "aeiou"
# Verbs of two syllables whose last consonant doubles all the same.
_DOUBLING = frozenset(
    {"commit", "admit", "submit", "occur", "transfer", "expel", "rob", "propel", "refer", "kidnap", "enrol"}
)
_LONGEST_DOUBLING = 4
_OURS = frozenset({"favor", "harbor", "honor", "labor"})  # "honour" in Britain; "monitor" is one everywhere


@lru_cache(maxsize=_CACHED)
def lemma(word: str) -> str | None:
    """The base form of a verb form in lower case ("killed" -> "kill"); None for what is no verb we know."""
    found = _forms().get(word)
    return found[0] if found else None


@lru_cache(maxsize=_CACHED)
def form(word: str) -> str | None:
    """Which form it is: base, third, ing, past (also where past and participle are one) or participle."""
    found = _forms().get(word)
    return found[1] if found else None


def participle(base: str) -> str:
    """The past participle of a verb ("flee" -> "fled", "kill" -> "killed")."""
    irregular: dict[str, list[str]] = lexicon("verbs")["irregular"]
    return irregular[base][-1] if base in irregular else _regular(base)[-1]


def gerund(word: str) -> str:
    """The -ing form of a verb in any form ("reopen" -> "reopening"); of what is no verb we know the word itself."""
    base = lemma(word)
    irregular: dict[str, list[str]] = lexicon("verbs")["irregular"]
    if base is None:
        return word
    return irregular[base][1] if base in irregular else _regular(base)[1]


def nominal(base: str) -> str:
    """The noun that names what the verb does ("invade" -> "invasion"); the base itself where none is listed."""
    return str(lexicon("verbs")["nominal"].get(base, base))


def is_nominal(noun: str) -> bool:
    """Whether the noun, in lower case, names what a verb of the list does ("victory")."""
    return noun in _nominals()


def told_event(words: Sequence[str], last: int) -> str | None:
    """The event that a phrase of several words tells, of which `last` is the last ("found guilty" -> "conviction")."""
    for phrase, event in _told().get(words[last], ()):
        if tuple(words[max(0, last + 1 - len(phrase)) : last + 1]) == phrase:
            return event
    return None


def ends_told_event(word: str) -> bool:
    """Whether a phrase of several words that tells an event ends with the word."""
    return word in _told()


@cache
def _told() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, str] = lexicon("verbs")["told"]
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, event in table.items():
        words = tuple(phrase.split())
        found.setdefault(words[-1], []).append((words, event))
    return found


@cache
def _nominals() -> frozenset[str]:
    return frozenset(lexicon("verbs")["nominal"].values()) - {"start"}


@cache
def _forms() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    irregular: dict[str, list[str]] = lexicon("verbs")["irregular"]
    regular = {base: _regular(base) for base in lexicon("verbs")["regular"] if base not in irregular}
    verbs = irregular | regular  # "found" is of "find" before it is "found"
    for base, forms in verbs.items():
        table.setdefault(base, (base, "past" if base in forms else "base"))
        for name, word in zip(_FORMS, forms, strict=True):
            table.setdefault(word, (base, name))
    for base in regular:
        for name, word in _spelled_otherwise(base):
            table.setdefault(word, (base, name))
    for base in lexicon("verbs")["nouns_too"]:
        forms = [*zip(_FORMS, _regular(base), strict=True), *_spelled_otherwise(base)]
        for name, word in forms:
            if name in ("ing", "past", "participle"):
                table.setdefault(word, (base, name))
    table |= {word: ("be", "past" if word == "were" else "third") for word in ("am", "are", "were")}
    return table


def _spelled_otherwise(base: str) -> list[tuple[str, str]]:
    """The forms that are spelled otherwise on the other side of the Atlantic: "cancelled", "organise", "honoured"."""
    if base in _OURS:
        other = f"{base[:-2]}our"
        return [("base", other), *zip(_FORMS, _regular(other), strict=True)]
    if base.endswith("ize") and base != "seize":
        other = f"{base[:-3]}ise"
        return [("base", other), *zip(_FORMS, _regular(other), strict=True)]
    is_long = base.endswith("l") and len(base) > _LONGEST_DOUBLING and base[-2] in _VOWELS and base[-3] not in _VOWELS
    forms = (("ing", f"{base}ling"), ("past", f"{base}led"))
    return list(forms) if is_long else []


def _regular(base: str) -> list[str]:
    stem = base + base[-1] if _is_doubling(base) else base
    if base.endswith("e"):
        ing = base if base.endswith("ee") else base[:-1]
        ing = ing[:-1] + "y" if base.endswith("ie") else ing
        return [base + "s", ing + "ing", base + "d", base + "d"]
    if base.endswith("y") and base[-2] not in _VOWELS:
        return [base[:-1] + "ies", base + "ing", base[:-1] + "ied", base[:-1] + "ied"]
    third = base + "es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else base + "s"
    return [third, stem + "ing", stem + "ed", stem + "ed"]


def _is_doubling(base: str) -> bool:
    is_closed = base[-1] not in _VOWELS + "wxy" and base[-2] in _VOWELS and base[-3] not in _VOWELS
    return is_closed and (base in _DOUBLING or (len(base) <= _LONGEST_DOUBLING and base not in ("open", "edit")))
