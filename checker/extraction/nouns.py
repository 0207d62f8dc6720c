"""The counted noun phrase right of a number: "four [Ukrainian regions] were annexed"."""

import re
from functools import lru_cache

from checker.language import units, verbs
from checker.language.grammar import word_class
from checker.language.lexicon import lexicon
from checker.language.numerals import PART, PLURAL, SCALE, SMALL, TENS

_COUNTED = lexicon("counted")
_NUMBER_WORDS = frozenset({*SMALL, *TENS, *SCALE, *PLURAL, *PART})
CLOSED = frozenset(_COUNTED["closed"]["words"]) | _NUMBER_WORDS - {"quarters", "halves"}
_PLURAL = frozenset(_COUNTED["plural"]["words"])
_SINGULAR = frozenset(_COUNTED["singular"]["words"])
_AFTER_ONE = frozenset(_COUNTED["after_one"]["words"])
REACH = 80
_MORE = frozenset({"more", "additional", "further"})  # say how the count is meant, not what is counted
_COMPARATIVES = frozenset(_COUNTED["comparatives"]["words"])
_ADJECTIVES = frozenset(_COUNTED["adjectives"]["words"])
_ADJECTIVE_ENDS = tuple(_COUNTED["adjectives"]["ends"])
_SURE_ENDS = ("ous", "ive", "able", "ible", "ful", "ish")  # end hardly anything but adjectives
_OWNING = ("'s", "’s")  # an owner is not what is counted: "half of the town's 30,000 residents"
_ORDERED = ("last", "first", "next", "past", "final")  # before a number they are no part of a name
_MOST_WORDS = 6
_ACTING = frozenset(_COUNTED["acting"]["words"])
_DATING = ("next", "last", "this")
_DATED = ("week", "month", "year", "season", "time", "summer", "winter", "spring", "autumn", "fall")
_MEASURED = ("length", "area", "volume", "mass")
_DOUBTFUL = ("yard", "stone", "foot", "cup", "pound", "click")  # also things: two small yards
_OF_YARDS = frozenset({"additional", "extra", "net", "offensive", "passing", "receiving", "rushing", "total"})
_ABBREVIATION = re.compile(r"[A-Z]\.[A-Z]\.$")
_MODEL = re.compile(r" -?\d{2,4}(?= [a-zA-Z])")  # "five new 737 aircraft"
_MOST_SINGULAR = 3
# Flat classes on a bounded window: a word with its inner hyphens and apostrophes, and the blank before it.
_WORD = re.compile(r"([ \u00a0\n-]['\"“‘]?)([^\W\d_][\w'’&./-]*)")
_OF = re.compile(r"['\"”’]? of (?:the |these |those |its |his |her |their |our )?(?:more than |about |around )?")


def counted(right: str, *, is_one: bool, is_order: bool) -> tuple[str, int, int] | None:
    """The noun phrase at the start of `right`: the phrase, and where it begins and ends there; None without one.

    Args:
        right: what stands right of the number.
        is_one: the number is one, so the noun is singular.
        is_order: the number is an order of magnitude or a part, which takes "of" ("dozens of homes").

    """
    at = 0
    if is_order:
        of = _OF.match(right)
        at = of.end() - 1 if of else 0
    words = _words(right, at)
    if len(words) > 1 and words[0][0] in _DATING and words[1][0] in _DATED:
        return None  # "only 3 next week"
    last = _last(words, is_one=is_one)
    if last < 0:
        return None
    is_living = last > 0 and words[last][0] == "lives" and is_plural(words[last - 1][0].lower())
    if is_living or (last and _is_doing_something(right, *words[last])):
        last -= 1  # "38 villages sets the region back", "one in five children lives in poverty"
    start, end = words[0][1], words[last][1] + len(words[last][0])
    return right[start:end], start, end


def _is_doing_something(right: str, word: str, start: int) -> bool:
    """Whether what looks like a plural is a verb, whose object an article or a pronoun opens behind it."""
    following = _WORD.match(right, start + len(word))
    opens = following is not None and following.group(2) in word_class("determiner")
    return opens and verbs.form(word.lower()) == "third"


def _words(right: str, at: int) -> list[tuple[str, int]]:
    """Words up to the first that cannot belong to the phrase, with their places."""
    found: list[tuple[str, int]] = []
    is_hyphened = right[at : at + 1] == "-"  # "a 62-member team" counts members
    while len(found) < _MOST_WORDS:
        model = _model(right, at, found[-1][0]) if found else None
        match = _WORD.match(right, model.end() if model else at)
        if match is None:
            break
        word = match.group(2).rstrip(".'’-/")
        if _ABBREVIATION.match(match.group(2)) and right[match.end(2) : match.end(2) + 1] == " ":
            word = match.group(2)
        if not found and word.lower() in _MORE:
            at = match.end(2)
            continue
        if (
            match.group(1).endswith("\n")
            or not word
            or (_is_closed(word) and not (_couples(word, found, right, match.end()) or _is_dear(word, found)))
        ):
            break
        found.append((word, match.start(2)))
        at = match.start(2) + len(word)
        if is_hyphened:
            break
        if match.group(2) != word and not match.group(2).startswith(word + "'"):
            break
    return found


def _model(right: str, at: int, before: str) -> re.Match[str] | None:
    """The number of a model inside a phrase: "five new 737 aircraft"; not in "a 6.4 quake struck 22 miles off"."""
    match = _MODEL.match(right, at)
    following = _WORD.match(right, match.end()) if match else None
    is_measure = following is not None and following.group(2).lower() in units.NAMES
    return None if is_measure or before.lower() in _ORDERED or _is_verb_like(before.lower()) else match


def _is_closed(word: str) -> bool:
    return word.lower() in CLOSED and not (word.isupper() and len(word) > 1)  # "US" is not "us"


def _is_dear(word: str, found: list[tuple[str, int]]) -> bool:
    """Whether "ones" are people: "loved ones"."""
    return word == "ones" and bool(found) and found[-1][0].lower() in ("loved", "little", "young")


def _couples(word: str, found: list[tuple[str, int]], right: str, at: int) -> bool:
    """Whether "and" couples two names before one noun: "Kia and Hyundai vehicles"."""
    if word not in ("and", "or") or not found or not found[-1][0][0].isupper() or is_plural(found[-1][0].lower()):
        return False
    after = _WORD.match(right, at)
    return after is not None and after.group(2)[0].isupper()


def _last(words: list[tuple[str, int]], *, is_one: bool) -> int:
    """Index of the head noun, -1 without one."""
    if not words:
        return -1
    if is_one:
        return _last_of_one([word for word, _ in words])
    if words[0][0].lower() in _ACTING:
        return -1
    plurals = [is_plural(word.lower()) for word, _ in words]
    if True in plurals:
        first = plurals.index(True)
        return first + [*plurals[first:], False].index(False) - 1
    return _last_singular([word for word, _ in words])


def _last_of_one(words: list[str]) -> int:
    """As in "One proposal asks": the first word, unless it describes the next."""
    if words[0].lower() in _AFTER_ONE or _is_verb_like(words[0].lower()) or _is_doing(words[0]):
        return -1
    last = 0
    while (
        last + 1 < len(words)
        and last < _MOST_SINGULAR
        and _describes(words[last].lower())
        and not _is_verb_like(words[last + 1].lower())
    ):
        last += 1
    return last


def _is_doing(word: str) -> bool:
    """As in "one wearing a red coat": somebody, of whom the word tells what he does."""
    return verbs.form(word) == "ing" and word not in word_class("noun_in_ing")


def _last_singular(words: list[str]) -> int:
    """Without a plural: "100 staff", "11 member trade agreement"; a participle or adverb ends it ("12 killed")."""
    last = -1
    for word in words[:_MOST_SINGULAR]:
        if _is_verb_like(word.lower()) or word in ("and", "or"):
            break
        last += 1
    while last >= 0 and _is_no_head(words[last].lower()):
        last -= 1
    return last


def _is_no_head(word: str) -> bool:
    """Whether a word only describes, owns or orders what is counted."""
    return word in _ADJECTIVES or word in _ORDERED or word.endswith((*_SURE_ENDS, *_OWNING))


@lru_cache(maxsize=8192)
def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    if word in _PLURAL:
        return True
    return (
        len(word) > len("as")
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "’s"))
        and word not in _SINGULAR
    )


@lru_cache(maxsize=2048)
def unit(noun: str) -> str | None:
    """The unit of measure that a counted noun is, adjectives before it left out ("additional miles"); None for none."""
    *before, head = noun.lower().split()
    name = units.NAMES.get(head)
    if name is None or is_plural(head) is False or units.dimension(name) not in _MEASURED:
        return None
    is_told = all(word in _OF_YARDS if name in _DOUBTFUL else _describes(word) for word in before)
    return name if is_told and (before or name not in _DOUBTFUL) else None


def _describes(word: str) -> bool:
    """Whether a word looks like an adjective."""
    return word in _ADJECTIVES or word.endswith(_ADJECTIVE_ENDS)


def _is_verb_like(word: str) -> bool:
    if word in _COMPARATIVES:
        return True
    return (word.endswith(("ed", "ly")) and len(word) > len("speed")) or verbs.form(word) in ("past", "participle")
