"""Columns speaker, cue and quoted: whom the text gives as the source of a claim; null when the outlet speaks."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from checker.extraction.context.naming import names_of
from checker.extraction.context.phrases import is_word
from checker.extraction.context.quotes import quote_at
from checker.extraction.context.scene import Scene
from checker.extraction.context.words import Words, words_of
from checker.extraction.page import Page
from checker.extraction.sentences import Sentence
from checker.language import measures
from checker.language.grammar import is_stop, word_class
from checker.language.lexicon import lexicon
from checker.language.names import without_possessive
from checker.tables import TIME_KINDS

_CARRIED = 4  # sentences back over which a quotation or a pronoun is followed
_LONGEST = 8  # words of a source
_DAY_REACH = 10  # words after a word of saying in which its day stands
_PRONOUNS = ("he", "she", "they", "it")


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution in a sentence; offsets are characters of the page's text."""

    start: int  # of the source and the cue together
    end: int
    speaker: str
    cue: str
    is_behind: bool  # whether it follows what it attributes ("..., police said")
    has_that: bool


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
    found = list(sayings(page, sentence))
    if quote is None:
        governing = [s for s in found if _governs(sentence, s, place, is_time=is_time)]
        return governing[-1] if governing else None
    outside = [s for s in found if not quote[0] <= s.start < quote[1]]
    return (outside[-1] if outside else None) or _of_quote(page, sentence, quote)


def _governs(sentence: Sentence, saying: Saying, place: int, *, is_time: bool) -> bool:
    if saying.start <= place < saying.end:
        return False
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
    return not is_day and ";" not in gap


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
    """All attributions of a sentence, in order."""
    words = words_of(sentence)
    cues = _cues()
    found = [_saying_at(page, sentence, words, index) for index, low in enumerate(words.low) if low in cues]
    return tuple(s for s in found if s)


@cache
def _cues() -> dict[str, bool]:
    """Words of saying, and whether they attribute wherever they have a subject."""
    table = lexicon("cues")["saying"]
    return {"according": True} | dict.fromkeys(table["weak"], False) | dict.fromkeys(table["strong"], True)


def _saying_at(page: Page, sentence: Sentence, words: Words, index: int) -> Saying | None:
    low = words.low[index]
    if low == "according":
        return _according(words, index) if words.low[index + 1 : index + 2] == ("to",) else None
    is_strong = _cues()[low]
    if _is_participle(words, index):
        return None
    return _verbal(page, sentence, words, index, is_strong=is_strong)


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


def _according(words: Words, index: int) -> Saying | None:
    start = index + 2
    stop = _source_end(words, start)
    if stop <= start:
        return None
    source = _written(words, start, stop)
    return (
        Saying(words.start[index], words.end[stop - 1], source, "according to", index > 0, has_that=False)
        if source
        else None
    )


def _source_end(words: Words, start: int) -> int:
    """The word after a source that begins at `start`."""
    stop = start
    ending = lexicon("cues")["saying"]["ending"]
    while stop < min(start + _LONGEST + 4, len(words)):
        low = words.low[stop]
        if low in (",", ";", ".", ":", "—", "–", "(", '"', "”", "'", "‘") and not _is_inner_stop(words, stop):
            break
        if stop > start and (low in ending or low in word_class("time") - {"times", "time"}):
            break
        stop += 1
    return stop


def _is_inner_stop(words: Words, index: int) -> bool:
    """Whether a full stop belongs to an initial or a title inside a name."""
    return (
        words.low[index] == "."
        and index + 1 < len(words)
        and words.text[index + 1][0].isupper()
        and words.start[index + 1] - words.end[index] <= 1
    )


def _verbal(page: Page, sentence: Sentence, words: Words, index: int, *, is_strong: bool) -> Saying | None:
    has_that = "that" in words.low[index + 1 : index + 6]
    inverted = _inverted(words, index)
    start, stop = inverted or _subject(words, index)
    if stop <= start:
        return None
    is_behind = _is_behind(page, words, min(start, index), max(stop, index + 1))
    opens_quote = any(mark in words.low[index + 1 : index + 12] for mark in ('"', "“", ":"))
    if not is_strong and not (
        has_that or is_behind or (opens_quote and words.low[index + 1 : index + 2] in ((",",), (":",)))
    ):
        return None
    speaker = _person(page, sentence, words, start, stop)
    first, last = min(start, index), max(stop, index + 1)
    return (
        Saying(words.start[first], words.end[last - 1], speaker, words.low[index], is_behind, has_that)
        if speaker
        else None
    )


def _inverted(words: Words, index: int) -> tuple[int, int] | None:
    """As in "..., said Mike Waltz": the source after the cue, after a comma or a closing mark before it."""
    before = words.low[index - 1] if index else ""
    following = words.text[index + 1] if index + 1 < len(words) else "."
    if before not in (",", '"', "”", "'", "’") or not (
        following[0].isupper() or following.lower() in ("the", "a", "an", "police", "officials", "one")
    ):
        return None
    if following in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"):
        return None
    stop = _source_end(words, index + 1)
    closing = words.low[stop] if stop < len(words) else "."
    is_closed = not is_word(closing) or closing in lexicon("cues")["saying"]["ending"] or closing in word_class("time")
    return (index + 1, stop) if is_closed and closing not in ("'", "‘") else None


def _subject(words: Words, index: int) -> tuple[int, int]:
    """The noun phrase before a word of saying; a relative clause or apposition between commas is stepped over."""
    stop = index
    while stop > 0 and (
        words.low[stop - 1] in word_class("adverb")
        or words.low[stop - 1] in ("has", "have", "had", "also", "who", "which")
    ):
        stop -= 1
    if stop > 0 and words.low[stop - 1] == ",":
        stop = _before_aside(words, stop - 1)
    start = stop
    while start > 0 and stop - start < _LONGEST and (_is_of_source(words, start - 1) or _is_located(words, start - 1)):
        start -= 1
    while start < stop and (words.low[start] in word_class("determiner") or words.low[start] in ("of", ".", "for")):
        start += 1
    return start, stop


def _is_located(words: Words, index: int) -> bool:
    """Whether the word ties people to a place, as in "officials [in] Lyon said"."""
    if not index or words.low[index] not in ("in", "at", "from"):
        return False
    return words.low[index - 1] in word_class("source") or measures.is_people(words.low[index - 1])


def _before_aside(words: Words, comma: int) -> int:
    """The end of the noun phrase before an aside that closes at `comma` ("Waltz[, who ...,] said")."""
    opening = next((i for i in range(comma - 1, max(comma - 30, -1), -1) if words.low[i] == ","), None)
    return opening if opening is not None and opening > 0 else comma


def _is_of_source(words: Words, index: int) -> bool:
    low = words.low[index]
    if low in ("of", "for", "'s") or (low == "." and (index and len(words.low[index - 1]) <= 4)):  # noqa: PLR2004 - a title or an initial
        return True
    if low in word_class("determiner") or low in _PRONOUNS:
        return low != "that"
    return (
        is_word(low)
        and not is_stop(low)
        and low not in word_class("time")
        and low not in lexicon("cues")["saying"]["strong"]
    )


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


def _person(page: Page, sentence: Sentence, words: Words, start: int, stop: int) -> str:
    """The source as written: the person's name where it holds one at its end, a pronoun resolved."""
    if stop - start == 1 and words.low[start] in _PRONOUNS:
        return _antecedent(page, sentence, words.low[start])
    named = [
        n
        for n in names_of(page).between(words.start[start], words.end[stop - 1])
        if n.end >= words.end[stop - 1] - 3 or n.sort == "person"
    ]
    persons = [n for n in named if n.sort == "person" and not _is_possessive(words, n.end)]
    return persons[-1].text if persons else _written(words, start, stop)


def _is_possessive(words: Words, end: int) -> bool:
    index = words.index_before(end)
    return any(without_possessive(w) != w for w in words.text[index + 1 : index + 2])


def _antecedent(page: Page, sentence: Sentence, pronoun: str) -> str:
    """The source of the sentence before, else the last person named there; the pronoun itself where neither is."""
    index = _place_of(page, sentence)
    for earlier in reversed(page.sentences[max(index - _CARRIED, 0) : index]):
        found = sayings(page, earlier)
        if found:
            return found[-1].speaker
        persons = [n.text for n in names_of(page).between(earlier.start, earlier.end) if n.sort == "person"]
        if persons and pronoun in ("he", "she"):
            return persons[0]
    return pronoun


def _written(words: Words, start: int, stop: int) -> str:
    """The words as the text writes them, without article and possessive end."""
    while start < stop and words.low[start] in ("the", "a", "an"):
        start += 1
    pieces = [words.text[start]] if start < stop else []
    pieces += [" " * (words.start[i] - words.end[i - 1]) + words.text[i] for i in range(start + 1, stop)]
    return without_possessive("".join(pieces)).strip(' .,"“”')
