"""The words that name a source: where they begin and end around a word of saying."""

from checker.extraction.context.phrases import is_figure, is_verb, is_word
from checker.extraction.context.words import Words
from checker.language import measures, verbs
from checker.language.grammar import is_stop, word_class
from checker.language.lexicon import lexicon
from checker.language.names import without_possessive

_LONGEST = 8  # words of a source
_ASIDES = 3  # appositions stepped over before a word of saying
_ABBREVIATED = 3  # words, with their brackets, of "(WHO)"
_VERB_BACK = 10  # words between a verb and the "saying" that follows it
PRONOUNS = ("he", "she", "they", "it")


def written(words: Words, start: int, stop: int) -> str:
    """The words as the text writes them, without article and possessive end."""
    while start < stop and words.low[start] in ("the", "a", "an"):
        start += 1
    pieces = [words.text[start]] if start < stop else []
    pieces += [" " * (words.start[i] - words.end[i - 1]) + words.text[i] for i in range(start + 1, stop)]
    return without_possessive("".join(pieces)).strip(' .,"“”')


def source_end(words: Words, start: int) -> int:
    """The word after a source that begins at `start`."""
    stop = start
    ending = lexicon("cues")["saying"]["ending"]
    while stop < min(start + _LONGEST + 4, len(words)):
        low = words.low[stop]
        if low in (",", ";", ".", ":", "—", "–", "(", '"', "”", "'", "‘") and not _is_inner_stop(words, stop):
            break
        if stop > start and (low in ending or (low in word_class("time") and low not in ("times", "time"))):
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


def inverted(words: Words, index: int) -> tuple[int, int] | None:
    """As in "..., said Mike Waltz": the source after the cue, after a comma or a closing mark before it."""
    before = words.low[index - 1] if index else ""
    following = words.text[index + 1] if index + 1 < len(words) else "."
    if before not in (",", '"', "”", "'", "’") or not (
        following[0].isupper() or following.lower() in ("the", "a", "an", "police", "officials", "one")
    ):
        return None
    if verbs.lemma(words.low[index]) == "tell" or following.lower() in word_class("weekday"):
        return None  # whom one tells is no source
    stop = source_end(words, index + 1)
    closing = words.low[stop] if stop < len(words) else "."
    if any(is_figure(low) for low in words.low[index + 1 : stop]):
        return None  # "..., expects a profit of $3 million this year"
    is_ended = closing in lexicon("cues")["saying"]["ending"] or closing in word_class("time")
    is_closed = not is_word(closing) or (is_ended and _may_speak(words, index + 1, stop))
    is_subject = closing in word_class("auxiliary")  # "Acme, a carmaker, said the plant was closed"
    return (index + 1, stop) if is_closed and not is_subject and closing not in ("'", "‘") else None


def _may_speak(words: Words, start: int, stop: int) -> bool:
    """Whether it is a name, or a word for people or bodies: "the minister", not "the plant"."""
    head = words.low[stop - 1]
    is_source = any(head in word_class(name) for name in ("source", "body", "office", "evidence"))
    return is_source or measures.is_people(head) or any(text[0].isupper() for text in words.text[start:stop])


def subject(words: Words, index: int) -> tuple[int, int]:
    """The noun phrase before a word of saying; a relative clause or appositions between commas are stepped over."""
    stop = _verb_of(words, index) if words.low[index] in ("saying", "stating") else index
    while stop > 0 and (
        words.low[stop - 1] in word_class("adverb")
        or words.low[stop - 1] in ("has", "have", "had", "also", "who", "which", "were", "was")
    ):
        stop -= 1
    for _ in range(_ASIDES):
        if stop > 1 and is_figure(words.low[stop - 1]) and words.low[stop - 2] == ",":
            stop -= 2  # "Ann Lee, 34, said"
        elif stop > 0 and words.low[stop - 1] == ",":
            stop = _before_aside(words, stop - 1)
        elif words.low[max(stop - _ABBREVIATED, 0) : stop][::2] == ("(", ")"):
            stop -= _ABBREVIATED  # "the World Health Organization (WHO) said"
    start, stop = _phrase_until(words, stop)
    is_agent = start > 0 and words.low[start - 1] == "by"  # "the head of a shop damaged by fire, says"
    return (start, start) if is_agent else (start, stop)


def _verb_of(words: Words, index: int) -> int:
    """The verb whose subject speaks in "[issued] a statement saying", "were [quoted] by Reuters as saying"."""
    for place in range(index - 1, max(index - _VERB_BACK, -1), -1):
        low = words.low[place]
        if low == "quoted" or (is_verb(words, place) and verbs.form(low) in ("past", "third")):
            return place
        if low in (".", ";", ":"):
            break
    return index


def _phrase_until(words: Words, stop: int) -> tuple[int, int]:
    start = stop
    while start > 0 and stop - start < _LONGEST and (_is_of_source(words, start - 1) or _is_located(words, start - 1)):
        start -= 1
    while start < stop and (words.low[start] in word_class("determiner") or words.low[start] in ("of", ".", "for")):
        start += 1
    return start, stop


def opening_subject(words: Words) -> tuple[int, int] | None:
    """The noun phrase before the first verb of a sentence that it opens; None where anything else stands there."""
    verb = next((i for i in range(min(len(words), _LONGEST)) if verbs.form(words.low[i]) in _FINITE), 0)
    while verb > 0 and (words.low[verb - 1] in word_class("adverb") or words.low[verb - 1] in word_class("auxiliary")):
        verb -= 1
    start, stop = _phrase_until(words, verb)
    is_whole = all(words.low[i] in word_class("determiner") for i in range(start))
    return (start, stop) if start < stop and is_whole and "," not in words.low[start:stop] else None


_FINITE = ("past", "third")


def _is_located(words: Words, index: int) -> bool:
    """Whether the word ties people to a place or an affair: "officials [in] Lyon said", "sources close [to] him"."""
    if index and words.low[index] in ("to", "with", "on") and words.low[index - 1] in _PRIVY:
        return True
    if not index or words.low[index] not in ("in", "at", "from"):
        return False
    return words.low[index - 1] in word_class("source") or measures.is_people(words.low[index - 1])


_PRIVY = word_class("privy")


def _before_aside(words: Words, comma: int) -> int:
    """The end of the noun phrase before an aside that closes at `comma` ("Waltz[, who ...,] said")."""
    opening = next((i for i in range(comma - 1, max(comma - 30, -1), -1) if words.low[i] == ","), None)
    return opening if opening is not None and opening > 0 else comma


def _is_of_source(words: Words, index: int) -> bool:
    low = words.low[index]
    if low in ("of", "for", "&", "'s") or (low == "." and (index and len(words.low[index - 1]) <= 4)):  # noqa: PLR2004 - a title or an initial
        return True
    if low == "'":
        return _is_of_many(words, index)
    if low in word_class("determiner") or low in PRONOUNS:
        return low != "that"
    return (
        is_word(low)
        and not is_stop(low)
        and low not in word_class("time")
        and low not in lexicon("cues")["saying"]["strong"]
    )


def _is_of_many(words: Words, index: int) -> bool:
    """Whether the apostrophe is that of a plural possessor: "the prosecutors' office"."""
    if not 0 < index < len(words) - 1:
        return False
    is_tight = words.end[index - 1] == words.start[index] < words.start[index + 1] - 1
    return is_tight and words.low[index - 1].endswith("s") and is_word(words.low[index + 1])
