"""The measure of a figure whose own words name none: that of the noun its pronoun stands for."""

from checker.extraction.context.measured import families_between
from checker.extraction.context.phrases import head, is_verb, normal
from checker.extraction.context.scene import Scene
from checker.extraction.context.view import View
from checker.extraction.context.words import Words, words_of
from checker.language import measures, verbs
from checker.language.grammar import word_class

_PRONOUNS = ("it", "they", "that", "this", "which")
_SUMS = word_class("sum_told")
_BACK = 8  # words before a figure in which the verb of its pronoun stands
_SUMMING = word_class("summing_verb")  # equate with a sum, not with an owner
Found = tuple[str, str, str]


def of_pronoun(scene: Scene) -> Found | None:
    """As in "Revenue was $3 billion. It fell to [$2 billion]": the one family named before the pronoun."""
    view = scene.view
    place = subject_told_before(view)
    if place is None:
        return None
    found = families_between(view.words, 0, place)
    before = scene.page.sentence_before(scene.sentence)
    if not found and before is not None:
        words = words_of(before)
        found = families_between(words, 0, len(words))
    if len(found) != 1:
        return None
    family = next(iter(found))
    return family.measure, family.head, f"{view.words.low[place]}, told before"


def of_noun_before(scene: Scene) -> Found | None:
    """As in "It names 23 faults. [Fifteen] were still open", "runs to 23 faults, and [eight] had been put right".

    The one sort of things that its sentence counts before it, or the sentence before where the figure begins its own.
    """
    view, mentions = scene.view, scene.mentions
    if not _is_subject(view):
        return None
    before = scene.page.sentence_before(scene.sentence)
    least = scene.sentence.start if not _opens(view) else before.start if before else scene.sentence.start
    told = [one for one in mentions[max(scene.index - _EARLIER, 0) : scene.index] if one.start >= least]
    nouns = {normal((one.noun or "").lower().split(), is_count=True) for one in told if one.kind == "count"} - {""}
    noun = next(iter(nouns), "") if len(nouns) == 1 else ""
    return (noun, head(noun), "noun told before") if noun and not measures.is_people(noun) else None


def _opens(view: View) -> bool:
    """Whether nothing but hedges, or "of these", stands before a figure in its sentence."""
    low = view.words.low[: view.phrase]
    begin = _OF_THESE if low[:1] == ("of",) and low[1:2] in _THESE and low[2:3] == (",",) else 0
    return all(word in word_class("hedge") for word in low[begin:])


def _is_subject(view: View) -> bool:
    """Whether a bare figure, or one of "them", begins a clause and its verb stands behind it."""
    low, place = view.words.low, view.after
    if low[place : place + 2] in (("of", "them"), ("of", "those"), ("of", "these")):
        place += 2
    index = view.phrase
    while index > 0 and low[index - 1] in word_class("hedge"):
        index -= 1
    is_first = _opens(view) or low[index - 1] in (";", ":") or low[max(index - 2, 0) : index] == (",", "and")
    is_dated = index > 1 and low[index - 1] in word_class("weekday") and "and" in low[max(index - 4, 0) : index]
    is_told = place < len(low) and (low[place] in word_class("auxiliary") or is_verb(view.words, place))
    return is_told and (is_first or is_dated)


_EARLIER = 4  # mentions back among which the noun is looked for
_THESE, _OF_THESE = (("these",), ("those",), ("them",)), 3


def subject_told_before(view: View, *, of_counts: bool = False) -> int | None:
    """Place of the pronoun (or "the total") whose sum, or whose change, the verb before the figure tells."""
    words = view.words
    subjects = _SUMS if of_counts else _PRONOUNS
    for index in range(view.phrase - 1, max(view.phrase - _BACK, 0), -1):
        low = words.low[index]
        if low in word_class("intransitive_change") or low in word_class("auxiliary") or is_verb(words, index):
            place = _subject_of(words, index)
            is_telling = low in word_class("intransitive_change") or verbs.lemma(low) in _SUMMING
            return place if is_telling and place >= 0 and words.low[place] in subjects else None
    return None


def _subject_of(words: Words, index: int) -> int:
    """The word before a verb, its auxiliaries and adverbs; -1 where none is."""
    index -= 1
    while index >= 0 and (words.low[index] in word_class("auxiliary") or words.low[index] in word_class("adverb")):
        index -= 1
    return index
