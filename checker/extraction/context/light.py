"""Verbs that leave it to another word what happened: "the shooting happened on [Friday]", "held a rally"."""

from collections.abc import Sequence
from itertools import pairwise

from checker.extraction.context.phrases import is_word, noun_phrase_after, noun_phrase_before
from checker.extraction.context.words import Words
from checker.language import measures, verbs
from checker.language.grammar import is_stop, word_class
from checker.language.nouns import singular

_BACK = 16  # words looked at before a verb
_MODIFIERS = 2
_SHAKING = word_class("shaking_verb")
_RECORDING = word_class("recording_verb")
_STAYING = word_class("staying_verb")  # "will stay closed"


def of_light(words: Words, index: int, least: int, found: tuple[str, str, str]) -> tuple[str, str, str] | None:
    """What a verb tells, or its subject where the verb alone tells only that something happened."""
    base = verbs.lemma(words.low[index])
    is_suffered = base in _SHAKING and words.low[index - 1] in word_class("passive")  # "the town was shaken"
    is_staying = verbs.lemma(words.low[index - 1]) in _STAYING
    is_recorded = base in _RECORDING and words.low[index - 1] in word_class("passive")  # "the first case was reported"
    is_active = base in _GIVING and words.low[index - 1] not in word_class("passive")  # "the state gave it money"
    is_light = base in word_class("happening_verb") and not (is_suffered or is_staying or is_active)
    is_light = is_light or is_recorded or is_put_off(words.low[index : index + 2])
    noun = _noun_of_light(words, index, least) if is_light else None
    if noun is None and base in word_class("staging_verb"):
        noun = _object_of_staging(words, index)
    if noun is not None and base in _HITTING and noun[1] in _VEHICLES:
        return "collision", "collision", "a vehicle that hits"
    return noun or (None if base in word_class("weak_verb") else found)


_GIVING = ("give", "receive")
_VEHICLES = word_class("vehicle") | word_class("vessel")
_HITTING = ("hit", "strike")  # "the ship hit the bridge", where "a storm hit the coast" tells of the storm


def is_put_off(low: Sequence[str]) -> bool:
    """Whether something is put off, or brought forward: "was postponed", "pushed back"."""
    is_phrase = any(
        verbs.lemma(one) in word_class("putting_verb") and two in word_class("put_where") for one, two in pairwise(low)
    )
    return is_phrase or any(verbs.lemma(word) in word_class("putting_off_verb") for word in low)


def _object_of_staging(words: Words, index: int) -> tuple[str, str, str] | None:
    """As in "held a rally at the stadium on [Saturday]"."""
    start, stop = noun_phrase_after(words, index + 1)
    while stop > start and is_time(words.low[stop - 1]):
        stop -= 1
    last = words.low[stop - 1] if stop > start else ""
    is_noun = last.isalpha() and words.text[stop - 1][0].islower() and not measures.is_people(last)
    return named(words, stop - 1, start, "object of a light verb") if is_noun else None


def _noun_of_light(words: Words, index: int, least: int) -> tuple[str, str, str] | None:
    """As in "the shooting happened on [Friday]", "a vigil was held on [Friday]": the subject names the event."""
    for place in range(index - 1, max(least, index - _BACK) - 1, -1):
        if measures.event_family(words.low[place]):
            return named(words, place, least, "subject of a light verb")
    stop = index
    while stop > least and (
        words.low[stop - 1] in word_class("auxiliary") or words.low[stop - 1] in word_class("adverb")
    ):
        stop -= 1
    if stop > 1 and words.low[stop - 2 : stop] == (",", "which"):
        stop -= len((",", "which"))  # "at the inspection, which took place on"
    start, stop = noun_phrase_before(words, stop)
    if start - 1 > least and start < stop and words.text[start][0].isupper() and words.low[start - 1] in _LOCATING:
        start, stop = noun_phrase_before(words, start - 1)  # "the vigil on Orla Square begins"
    last = words.low[stop - 1]
    is_noun = stop > start and not (words.text[stop - 1][0].isupper() or measures.is_people(last) or is_time(last))
    return named(words, stop - 1, start, "subject of a light verb") if is_noun else None


_LOCATING = word_class("locating") | {"on"}


def is_time(low: str) -> bool:
    """Whether the word tells a time: "week", "Mondays"."""
    return singular(low) in word_class("time")


def named(words: Words, index: int, least: int, why: str) -> tuple[str, str, str]:
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
        and low not in word_class("number")
        and low not in word_class("adverb")
        and not written[0].isupper()
        and verbs.form(low) in (None, "ing")
        and not low.endswith("'s")
    )
