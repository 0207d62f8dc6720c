"""Columns speaker, cue and quoted: whom the text gives as the source of a claim; null when the outlet speaks."""

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import takewhile
from typing import Any, NamedTuple

from checker.extraction.context.naming import names_of
from checker.extraction.context.phrases import is_figure, is_verb, is_word
from checker.extraction.context.quotes import quote_at
from checker.extraction.context.scene import Scene
from checker.extraction.context.sources import PRONOUNS, inverted, opening_subject, source_end, subject, written
from checker.extraction.context.words import Words, words_of
from checker.extraction.page import Page
from checker.extraction.sentences import Sentence
from checker.language import names, verbs
from checker.language.grammar import word_class
from checker.language.lexicon import lexicon
from checker.language.names import without_possessive
from checker.tables import TIME_KINDS

_CARRIED = 4  # sentences back over which a quotation or a pronoun is followed
_CHAIN = 40  # and over which one pronoun after the other says something
_CLAUSE_AHEAD = 10  # words in which the verb of what was found stands
_HEDGED = 4  # words after "added" among which its number stands: "added more than 40 homes"
_DAY_REACH = 10  # words after a word of saying in which its day stands


class Saying(NamedTuple):
    """One attribution in a sentence; offsets are characters of the page's text."""

    start: int  # of the source and the cue together
    end: int
    speaker: str
    cue: str
    is_behind: bool  # whether it follows what it attributes ("..., police said")
    is_aside: bool = False  # whether it stands between commas inside it ("In March, police said, ...")


def find(scene: Scene) -> Mapping[str, Any]:
    """Source, cue and whether the claim stands in quotation marks."""
    is_quoted = quote_at(scene.page, scene.mention.start) is not None
    found = speech(scene)
    if found is None:
        return {"speaker": None, "cue": None, "quoted": is_quoted}
    columns = {"speaker": found.speaker, "cue": found.cue, "quoted": is_quoted}
    return columns | {"trace": (f"speaker: {found.speaker} {found.cue}",)}


def speech(scene: Scene) -> Saying | None:
    """The attribution that governs the scene's mention."""
    return _speech(scene.page, scene.sentence, scene.mention.start, scene.mention.kind in TIME_KINDS)


@lru_cache(maxsize=16)
def _speech(page: Page, sentence: Sentence, place: int, is_time: bool) -> Saying | None:  # noqa: FBT001 - key of a cache
    quote = quote_at(page, place)
    found = sayings(page, sentence)
    if quote is None:
        return next((s for s in reversed(found) if _governs(sentence, s, place, is_time=is_time)), None)
    outside = [s for s in found if not quote[0] <= s.start < quote[1]]
    return (outside[-1] if outside else None) or _of_quote(page, sentence, quote)


def _governs(sentence: Sentence, saying: Saying, place: int, *, is_time: bool) -> bool:
    if saying.start <= place < saying.end:
        return False
    if saying.is_aside:
        return True
    if place < saying.start:
        return saying.is_behind
    if saying.is_behind:
        return False
    between = words_of(sentence)
    gap = between.low[between.index_at(saying.end) : between.index_at(place)]
    is_day = (
        is_time
        and len(gap) <= _DAY_REACH
        and all(w in lexicon("cues")["saying"]["between"] or w in word_class("time") or w[0].isupper() for w in gap)
    )
    return not is_day and ";" not in gap and "how" not in gap  # "told how they hid from the storm that killed 46"


def _place_of(page: Page, sentence: Sentence) -> int:
    """Index of a sentence on its page."""
    return bisect_left(page.sentences, sentence.start, key=lambda other: other.start)


def _of_quote(page: Page, sentence: Sentence, quote: tuple[int, int]) -> Saying | None:
    """The source of a quotation without one in its own sentence: after its end, before its start, or carried on."""
    index = _place_of(page, sentence)
    after = page.sentences[index + 1 : index + 1 + _CARRIED]
    for later in after:
        if later.start > quote[1] + 1:
            break
        found = [s for s in sayings(page, later) if s.start >= quote[1]]
        if found:
            return found[0]
    for earlier in reversed(page.sentences[max(index - _CARRIED, 0) : index]):
        said = sayings(page, earlier)
        if said:
            return said[-1] if _is_of_speech(page, earlier) or earlier.end >= quote[0] else None
        if quote_at(page, earlier.start + 1) is None:
            return None
    return None


def _is_of_speech(page: Page, sentence: Sentence) -> bool:
    """Whether the sentence quotes, so that a quotation after it is likely by the same person."""
    return any(mark in page.text[sentence.start : sentence.end] for mark in '"“”')


@lru_cache(maxsize=64)
def sayings(page: Page, sentence: Sentence) -> tuple[Saying, ...]:
    """All attributions of a sentence, in order, with pronouns resolved."""
    told = _sayings(page, sentence)
    if all(said.speaker not in PRONOUNS for said in told):
        return told
    found: list[Saying] = []
    for said in told:
        if said.speaker in PRONOUNS:  # "Ann Lee said she believes": who speaks already, else whom the text tells before
            earlier = next((one.speaker for one in reversed(found) if _may_be(one.speaker, said.speaker)), None)
            found.append(said._replace(speaker=earlier or _antecedent(page, sentence, said.speaker)))
        else:
            found.append(said)
    return tuple(found)


@lru_cache(maxsize=64)
def _sayings(page: Page, sentence: Sentence) -> tuple[Saying, ...]:
    """All attributions of a sentence, in order; a pronoun stays one."""
    words = words_of(sentence)
    found = [_saying_at(page, words, index) for index in words.places(_cues())]
    return tuple([s for s in found if s])


@cache
def _cues() -> dict[str, bool]:
    """Words of saying, and whether they attribute wherever they have a subject."""
    table = lexicon("cues")["saying"]
    return {"according": True} | dict.fromkeys(table["weak"], False) | dict.fromkeys(table["strong"], True)


def _saying_at(page: Page, words: Words, index: int) -> Saying | None:
    low = words.low[index]
    if low == "according":
        return _according(words, index) if words.low[index + 1 : index + 2] == ("to",) else None
    is_strong = _cues()[low]
    if _is_participle(words, index) or _is_thing(words, index) or _is_sum(words, index):
        return None
    return _verbal(page, words, index, is_strong=is_strong)


def _is_participle(words: Words, index: int) -> bool:
    before = words.low[index - 1] if index else ""
    following = words.low[index + 1] if index + 1 < len(words) else ""
    return before in (
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "being",
        "the",
        "a",
        "an",
        "of",
        "newly",
        "its",
        "to",
    ) or (following == "to" and before in ("is", "are", "was", "were"))


def _is_thing(words: Words, index: int) -> bool:
    """Whether somebody has it: "Thursday's estimate"."""
    return index > 0 and without_possessive(words.text[index - 1]) != words.text[index - 1]


def _is_sum(words: Words, index: int) -> bool:
    """Whether a number is added to others, not words to words: "employers added 147,000 jobs", "wrote off $5m"."""
    if verbs.lemma(words.low[index]) == "write" and words.low[index + 1 : index + 2] in _WRITTEN:
        return True
    if verbs.lemma(words.low[index]) != "add" or not any(map(is_figure, words.low[index + 1 : index + _HEDGED])):
        return False
    ahead = range(index + 1, min(index + _CLAUSE_AHEAD, len(words)))
    clause = takewhile(lambda i: is_word(words.low[i]) or is_figure(words.low[i]), ahead)
    return not any(is_verb(words, i) or words.low[i] in word_class("auxiliary") for i in clause)


_WRITTEN = (("off",), ("down",))


def _according(words: Words, index: int) -> Saying | None:
    start = index + 2
    stop = source_end(words, start)
    if stop <= start:
        return None
    source = written(words, start, stop)
    return Saying(words.start[index], words.end[stop - 1], source, "according to", index > 0) if source else None


def _verbal(page: Page, words: Words, index: int, *, is_strong: bool) -> Saying | None:
    has_that = "that" in words.low[index + 1 : index + 6]
    start, stop = inverted(words, index) or subject(words, index)
    if stop <= start:
        return None
    first, last = min(start, index), max(stop, index + 1)
    is_behind = _is_behind(page, words, first, last)
    opens_quote = any(mark in words.low[index + 1 : index + 12] for mark in ('"', "“", ":"))
    if not (is_strong or has_that or is_behind or _is_told_by(words, start, stop, index)) and not (
        opens_quote and words.low[index + 1 : index + 2] in ((",",), (":",))
    ):
        return None
    speaker = _person(page, words, start, stop)
    span = words.start[first], words.end[last - 1]
    return Saying(*span, speaker, words.low[index], is_behind, _is_aside(words, first, last)) if speaker else None


def _is_told_by(words: Words, start: int, stop: int, index: int) -> bool:
    """Whether a paper shows it ("the survey found"), or a body or people hold it ("police allege", "police report")."""
    low, source = words.low[index], words.low[start:stop]
    if low in _REPORTING and source[-1] in word_class("source") and _is_count_ahead(words, index + 1):
        return True
    if low in lexicon("cues")["saying"]["holding"]:
        is_held = source[-1] in word_class("body") or source[-1] in word_class("source")
        return is_held or words.text[stop - 1][0].isupper()
    if low not in lexicon("cues")["saying"]["showing"] or word_class("evidence").isdisjoint(source):
        return False
    ahead = range(index + 1, min(index + _CLAUSE_AHEAD, len(words)))
    return any(is_verb(words, i) or words.low[i] in word_class("auxiliary") for i in ahead)


_REPORTING = ("report", "reports", "reported")


def _is_count_ahead(words: Words, index: int) -> bool:
    """Whether a number stands there, or hedges and then a number: "reported [at least five] deaths"."""
    while index < len(words) and words.low[index] in word_class("hedge"):
        index += 1
    return index < len(words) and (is_figure(words.low[index]) or words.low[index] in word_class("number"))


def _is_aside(words: Words, first: int, last: int) -> bool:
    """Whether it stands between commas in the midst of what it attributes ("In March, police said, 12 ...")."""
    while first > 0 and words.low[first - 1] in word_class("determiner"):
        first -= 1
    is_between = first > 0 and words.low[first - 1] == "," == "".join(words.low[last : last + 1])
    following = words.low[last + 1] if last + 1 < len(words) else "."
    is_over = following.endswith("ing") or following in _LEADING_OFF
    return is_between and is_word(words.low[first - 2]) and not is_over


_LEADING_OFF = ("who", "which", "while", "but", "though", "although", "whose")


def _is_behind(page: Page, words: Words, first: int, last: int) -> bool:
    """Whether the attribution follows what it attributes: a comma or mark before it, an end or a day after."""
    while first > 0 and words.low[first - 1] in word_class("determiner"):
        first -= 1
    if first == 0:
        return False
    before = words.low[first - 1]
    if before in ("”", "»") or (before in ('"', "'", "’") and quote_at(page, words.start[first - 1] + 1) is None):
        return True
    if before != "," or words.low[last : last + 1] == ("that",):
        return False
    following = words.low[last] if last < len(words) else "."
    is_ended = (
        following in (".", ",", ";", "—")
        or following in word_class("time")
        or following in ("on", "in", "at", "during", "after", "late", "early", "as", "adding", "citing")
    )
    opener = words.low[0]
    is_opened = opener in word_class("preposition") or opener in word_class("adverb") or opener in word_class("time")
    return is_ended and (first - 1 > _MOST_OPENING_WORDS or not is_opened)


_MOST_OPENING_WORDS = 5  # "On Friday, police said ..." opens a sentence, it does not close one


def _person(page: Page, words: Words, start: int, stop: int) -> str:
    """The source as written: the person's name where it holds one at its end."""
    if stop - start == 1 and words.low[start] in PRONOUNS:
        return words.low[start]
    apposed = _apposed(page, words, stop) if words.text[stop - 1].islower() else None
    if apposed:
        return apposed
    named = [
        n
        for n in names_of(page).between(words.start[start], words.end[stop - 1])
        if n.end >= words.end[stop - 1] - 3 or n.sort == "person"
    ]
    persons = [n for n in named if n.sort == "person" and not _is_possessive(words, n.end)]
    persons = [n for n in persons if not _is_employer(words, n.start)] or persons
    return persons[-1].text if persons else written(words, start, stop)


def _apposed(page: Page, words: Words, comma: int) -> str | None:
    """The person that stands behind what he is: "said the head of operations, [Ann Lee]"."""
    if words.low[comma : comma + 1] != (",",) or comma + 1 >= len(words):
        return None
    start = words.start[comma + 1]
    named = names_of(page).between(start, start + 1)
    is_person = bool(named) and named[0].start == start and named[0].sort == "person"
    following = words.low[min(words.index_at(named[0].end), len(words) - 1)] if is_person else ""
    return named[0].text if is_person and not is_word(following or "a") else None


def _is_employer(words: Words, start: int) -> bool:
    """As in "said Ann Lee of [Lisk Water]": two capitals are not always a person."""
    before = words.index_before(start)
    return before >= 0 and words.low[before] in ("of", "from", "at", "for", "with")


def _is_possessive(words: Words, end: int) -> bool:
    index = words.index_before(end)
    return any(without_possessive(w) != w for w in words.text[index + 1 : index + 2])


def _antecedent(page: Page, sentence: Sentence, pronoun: str) -> str:
    """The source of a sentence before that the pronoun can stand for, else whom that one names or begins with.

    The pronoun itself where nothing does.
    """
    index, left = _place_of(page, sentence), _CARRIED
    for earlier in reversed(page.sentences[max(index - _CHAIN, 0) : index]):
        said = [s.speaker for s in _sayings(page, earlier)]
        if said and said[-1] == pronoun:
            left = _CARRIED
            continue
        found = next((one for one in reversed(said) if _may_be(one, pronoun)), None) or _told(page, earlier, pronoun)
        left -= 1
        if found or not left:
            return found or pronoun
    return pronoun


def _told(page: Page, sentence: Sentence, pronoun: str) -> str | None:
    """Whom a sentence without a source of its own offers to a pronoun: its first person, or the body it begins with."""
    if pronoun in ("he", "she"):
        named = names_of(page).between(sentence.start, sentence.end)
        return next((name.text for name in named if name.sort == "person"), None)
    told = _opening(sentence)
    return told if told and _may_be(told, pronoun) else None


def _opening(sentence: Sentence) -> str:
    words = words_of(sentence)
    span = opening_subject(words)
    return written(words, *span) if span else ""


def _may_be(speaker: str, pronoun: str) -> bool:
    """Whether a pronoun can stand for a source: "he" for no ministry, "it" for bodies, "they" for officials."""
    if speaker in PRONOUNS:
        return False
    last = speaker.rsplit(maxsplit=1)[-1].lower()
    is_body = last in word_class("body") or names.is_organisation(speaker)
    is_people = last in word_class("source") and last.endswith("s")
    if pronoun in ("he", "she"):
        return not (is_body or is_people)
    return is_body if pronoun == "it" else is_people or last == "police"
