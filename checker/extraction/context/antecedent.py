"""Whose a figure is when its sentence has only "it" or "the company": what the sentence before is about."""

from functools import cache, lru_cache

from checker.extraction.context.naming import Name, names_of
from checker.extraction.context.phrases import is_finite
from checker.extraction.context.scene import Scene
from checker.extraction.context.view import View
from checker.extraction.context.words import Words, words_of
from checker.extraction.page import Page
from checker.extraction.sentences import Sentence
from checker.language.grammar import word_class
from checker.language.lexicon import lexicon
from checker.language.patterns import pattern

_AGED = pattern(r", (?:who is )?[0-9]{2}\b")
_LOOK = 24  # characters around a name
_DESCRIBING = 4  # words before a name that opens a sentence: "The Norwegian cheese maker Orma has"
_CHAIN = 3  # sentences back over which one pronoun follows another
_PRONOUNS = frozenset({"it", "its"})
_NOBODY = ("person", "place", "adjective")  # sorts of names for which "it" does not stand


def antecedent(scene: Scene) -> Name | None:
    """As in "Orma has 11 shops. It was founded in [1987]": the organisation of the sentence before; None if in doubt.

    That is the subject it opens with, or where a person does, the one organisation it names.
    """
    if not _is_unnamed(scene.view):
        return None
    sentence = scene.sentence
    for _ in range(_CHAIN):
        before = scene.page.sentence_before(sentence)
        if before is None:
            return None
        found = _subject(scene.page, before)
        if found is not None or words_of(before).low[:1] != ("it",):
            return found
        sentence = before
    return None


def namesake(scene: Scene) -> str | None:
    """As in "Harrow Valley Bank has failed. The bank had [12] branches": the one name so far with that noun."""
    view, named = scene.view, _by_noun(scene.page)
    low, text = view.words.low, view.words.text
    for index in range(view.left, view.phrase - 1):
        if low[index] == "the" and low[index + 1] in named and text[index + 1].islower():
            before = {full for start, full in named[low[index + 1]] if start < scene.sentence.start}
            return before.pop() if len(before) == 1 else None
    return None


@lru_cache(maxsize=64)
def _by_noun(page: Page) -> dict[str, list[tuple[int, str]]]:
    """Where names of several words stand, and the names, by their noun: "bank" of "Harrow Valley Bank"."""
    found: dict[str, list[tuple[int, str]]] = {}
    for name in names_of(page).all:
        first, _, last = name.full.partition(" of ")[0].rpartition(" ")
        if (first or last != name.full) and name.sort not in ("person", "adjective"):
            found.setdefault(last.lower(), []).append((name.start, name.full))
    return found


def _is_unnamed(view: View) -> bool:
    """Whether a pronoun, or "the company", stands for the owner in the words before the figure."""
    low = view.words.low
    if _PRONOUNS.isdisjoint(low) and word_class("company").isdisjoint(low):
        return False
    for index in range(view.phrase):
        if low[index] in _PRONOUNS:
            return not _is_empty(low, index)
        if low[index] == "the" and low[index + 1] in word_class("company"):
            return True
    return False


def _is_empty(low: tuple[str, ...], index: int) -> bool:
    following = low[index + 1 : index + 3]
    if low[index] == "its" or len(following) < 2:  # noqa: PLR2004 - a verb and the word behind it
        return False
    is_saying = following[0] in lexicon("cues")["saying"]["strong"]
    is_being = following[0] in word_class("passive") and following[1] in word_class("empty_it_is")
    return is_saying or is_being or following[0] in word_class("empty_it")


def _subject(page: Page, sentence: Sentence) -> Name | None:
    told = names_of(page).between(sentence.start, sentence.end)
    opening = told[0] if told and _is_opening(words_of(sentence), told[0]) else None
    if opening is None:
        return None
    others = {name.full for name in told if name.sort not in _NOBODY} - {opening.full}
    if opening.sort not in _NOBODY or (opening.sort == "person" and not others and not _is_human(page, opening.full)):
        return opening  # companies have names like people's: "Harlow Keene has 11 shops"
    if len(others) != 1 or not _is_human(page, opening.full):
        return None
    return next(name for name in told if name.full in others)


@lru_cache(maxsize=64)
def _is_human(page: Page, full: str) -> bool:
    """Whether the page tells an office or an age of the name: "the founder Otto Lind", "Lind, 51"."""
    text = page.text
    return any(
        _AGED.match(text[name.end : name.end + _LOOK]) is not None
        or text[max(name.start - _LOOK, 0) : name.start].rstrip().rpartition(" ")[2].lower() in _titles()
        for name in names_of(page).all
        if name.full == full
    )


@cache
def _titles() -> frozenset[str]:
    return word_class("office") | {word.lower() for word in lexicon("names")["words"]["titles"]}


def _after_day(words: Words) -> int:
    """Where a sentence goes on behind the day that opens it: "On Thursday Orma agreed"."""
    start = 2 if words.low[0] == "on" and words.low[1:2] and words.low[1] in word_class("weekday") else 0
    return start + (words.low[start : start + 1] == (",",))


@cache
def _not_describing() -> frozenset[str]:
    return word_class("preposition") | word_class("conjunction") | word_class("pronoun")


def _is_opening(words: Words, name: Name) -> bool:
    """Whether the sentence opens with the name, words that describe it aside, and a verb or an aside follows it."""
    first, after = words.index_at(name.start), words.index_at(name.end)
    opened = words.low[_after_day(words) : first]
    if len(opened) > _DESCRIBING or any(low in _not_describing() or is_finite(low) for low in opened):
        return False
    following = words.low[after] if after < len(words) else "."
    return following in (",", "of") or is_finite(following)
