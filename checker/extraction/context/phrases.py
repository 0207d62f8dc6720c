"""Noun phrases around a place in a sentence, by closed classes alone."""

from collections.abc import Sequence

from checker.extraction.context.words import Words
from checker.language import verbs
from checker.language.grammar import is_stop, word_class
from checker.language.lexicon import lexicon
from checker.language.nouns import plural, singular

_LONGEST = 5  # words of a noun phrase
SCALES = frozenset({"million", "billion", "trillion"})
_SUBJECTS = ("it", "he", "she", "who", "which", "that")


def is_word(word: str) -> bool:
    """Whether it is a word and not a mark."""
    return word[0].isalpha()


def is_figure(word: str) -> bool:
    """Whether it begins with a digit."""
    return "0" <= word[0] <= "9"


def is_of_figure_before(low: Sequence[str], index: int) -> bool:
    """Whether a verb only tells of the figure before it: "of the $9 billion [pledged], $2 billion was paid"."""
    is_closed = index > 0 and low[index + 1 : index + 2] == (",",)
    return is_closed and (is_figure(low[index - 1]) or low[index - 1] in SCALES)


def is_of_superlative(low: Sequence[str]) -> bool:
    """Whether "since" only says how far back a superlative reaches: "[200 mm] fell, the most since 1962"."""
    place = low.index("since")
    before = low[max(place - _RANKED, 0) : place]
    return not _RANKING.isdisjoint(before) or tuple(before[-2:]) == ("the", "most")


_RANKING = frozenset(lexicon("counted")["superlatives"]["words"]) - {"most", "least"}  # "at least 38 since 2014"
_RANKED = 3  # words before "since" among which a superlative stands


def noun_phrase_after(words: Words, index: int) -> tuple[int, int]:
    """Words [from, to) of the noun phrase that begins at `index`, determiners left out; empty where none is."""
    while index < len(words) and (
        words.low[index] in word_class("determiner") or words.low[index] in ("more", "other")
    ):
        index += 1
    stop = index
    while (
        stop < min(index + _LONGEST, len(words)) and _is_nominal(words, stop, index) and not _is_told_apart(words, stop)
    ):
        stop += 1
    return index, stop


def is_finite(low: str) -> bool:
    """Whether the word is an auxiliary, or a verb in a form that has a subject: "sold", "sells"."""
    return low in word_class("auxiliary") or verbs.form(low) in ("past", "third")


def _is_told_apart(words: Words, index: int) -> bool:
    """Whether a time or a worth begins there, as in "scored 16 times [last season]"."""
    if words.low[index] == "worth" and words.low[index - 1] != "net":
        return True  # "200 kilograms of cocaine [worth $2 million]"
    is_told = words.low[index] in ("last", "next") and index + 1 < len(words)
    return is_told and (words.low[index + 1] in _SEASONS or words.low[index + 1] in word_class("time"))


_SEASONS = frozenset({"season", "term", "spring", "summer", "autumn", "winter"})


def noun_phrase_before(words: Words, index: int) -> tuple[int, int]:
    """Words [from, to) of the noun phrase that ends right before `index`."""
    start = index
    if start > 0 and verbs.form(words.low[start - 1]) == "ing":
        start -= 1  # "capital spending was"
    while start > 0 and index - start < _LONGEST and _is_nominal(words, start - 1, index):
        if verbs.form(words.low[start - 1]) == "third" and is_verb(words, start - 1):
            break
        start -= 1
    return start, index


def _is_nominal(words: Words, index: int, first: int) -> bool:
    low = words.low[index]
    if not is_word(low) or is_stop(low) or low in word_class("adverb") or is_manner(low):
        return False
    return not _is_verb_here(words, index, first)


def is_manner(low: str) -> bool:
    """Whether it is an adverb by its ending ("steadily")."""
    return low.endswith("ly") and low not in word_class("noun_in_ly")


def _is_verb_here(words: Words, index: int, first: int) -> bool:
    """Whether a verb form after the first word of a phrase stands as a verb ("people [living] in", "cars [sold]")."""
    form = verbs.form(words.low[index])
    if index == first or form in (None, "base", "third"):
        return False
    if index and words.low[index - 1] in word_class("determiner"):
        return False  # "at a [cost] of"
    following = words.low[index + 1] if index + 1 < len(words) else "."
    return form != "ing" or is_stop(following) or not is_word(following)


def normal(words: list[str], *, is_count: bool = False) -> str:
    """A noun phrase as a measure: without determiners, figures and "total"; a counted head in the plural."""
    kept = [word for word in words if is_word(word) and word not in word_class("determiner") and word != "total"]
    while kept and kept[-1].endswith("'s"):
        kept = kept[:-1]
    while kept and (kept[0] in word_class("adverb") or kept[0] in _COMPARATIVES):
        kept = kept[1:]
    if not kept:
        return ""
    return " ".join([*kept[:-1], plural(kept[-1])]) if is_count else " ".join(kept)


_COMPARATIVES = ("more", "fewer")  # "[400] fewer barrels"


def head(phrase: str) -> str:
    """The one word of a phrase that says what it is: its last, or the last before "of"; singular."""
    words = phrase.split(" of ", maxsplit=1)[0].split()
    return singular(words[-1]) if words else ""


def is_verb(words: Words, index: int) -> bool:
    """Whether the word, as far as a list of verbs and its neighbours tell, is a verb here."""
    form = verbs.form(words.low[index])
    if form is None:
        return False
    before = words.low[index - 1] if index else ""
    if form == "base":
        is_led = before == "to" or before in word_class("auxiliary") or before in word_class("denying")
        return is_led or before in ("they", "we", "you", "i", "who")
    if form == "third":
        is_behind_noun = before != "" and not is_stop(before)
        is_only = words.low[index] in word_class("third_only") or _is_object_ahead(words, index + 1)
        return words.low[index] in _BEING or before in _SUBJECTS or (is_behind_noun and is_only)
    if form == "ing" and words.low[index] in word_class("noun_in_ing"):
        return before in word_class("passive") or (before in _GERUND and _is_determined(words, index + 1))
    return before not in word_class("determiner") and not (form != "ing" and _is_described(words, index))


def _is_described(words: Words, index: int) -> bool:
    """Whether a participle stands between a preposition and its noun: "on [frozen] ground"."""
    following = words.low[index + 1] if index + 1 < len(words) else "."
    return (
        index > 0
        and words.low[index - 1] in _INSIDE
        and is_word(following)
        and not is_stop(following)
        and verbs.form(following) is None
    )


_INSIDE = frozenset({"on", "in", "of", "with", "at", "into", "from"})


_GERUND = frozenset({"by", "for", "after", "before", "while", "of", "in", "without", "from", "and", ","})


def _is_determined(words: Words, index: int) -> bool:
    return index < len(words) and words.low[index] in word_class("determiner")


_BEING = ("is", "are")
_SIGNS = frozenset("$£€¥")
_STANDING = frozenset({"stand", "remain", "sit"})  # "the bill stands at $4 million"


def _is_object_ahead(words: Words, index: int) -> bool:
    following = words.low[index] if index < len(words) else "."
    if (
        is_figure(following)
        or following in _SIGNS
        or (following == "at" and verbs.lemma(words.low[index - 1]) in _STANDING)
    ):
        return True
    is_linked = following in ("of", "in", "and", "or", "for", "on", "at", "from")
    is_verb_ahead = following in word_class("auxiliary") or verbs.lemma(following) in word_class("equating_verb")
    return is_word(following) and not is_linked and not is_verb_ahead  # "suspects were", "rates rose"
