"""Stages: what is done with a sum or a thing, pledged or paid, ordered or delivered; what it lacks, or is for."""

from itertools import pairwise

from checker.extraction.context import cues
from checker.extraction.context.phrases import is_of_figure_before, is_word, normal, noun_phrase_after
from checker.extraction.context.view import View
from checker.extraction.context.words import Words
from checker.language import measures, names
from checker.language.grammar import is_stop, word_class

_STAGE_BACK, _STAGE_AHEAD = 6, 12  # words before and after a figure among which the verb stands


def stage_of(view: View) -> str | None:
    """What is done with the thing: the nearest verb of a stage before the figure, or a passive one after it."""
    return reduced(view) or _stage_before(view) or stage_behind(view)


def reduced(view: View) -> str | None:
    """As in "of the [$9 billion] pledged in May": what is done with the figure alone, said right behind it."""
    low = view.words.low[view.after : view.after + 2]
    if len(low) < 2 or low[0] not in _REDUCED:  # noqa: PLR2004 - the verb and the word behind it
        return None
    return measures.stage(low[0]) if not is_word(low[1]) or low[1] in word_class("preposition") else None


_REDUCED = word_class("staged")


def _stage_before(view: View) -> str | None:
    low = view.words.low
    if _is_loss(view):
        return "lost"
    for index in range(view.phrase - 1, max(view.left, view.phrase - _STAGE_BACK) - 1, -1):
        found = measures.stage(low[index])
        if found:
            is_changed = low[index] in cues.ways() and low[view.phrase - 1] in ("to", "by", "from")
            return None if is_changed or is_of_figure_before(low, index) else found
        is_passed = low[index] in word_class("hedge") or is_stop(low[index]) or not is_word(low[index])
        if low[index] in word_class("auxiliary") or not (is_passed or _is_name(view.words, index)):
            return None
    return None


def _is_loss(view: View) -> bool:
    """As in "with the loss of about [210] jobs"."""
    index = view.phrase - 1
    while index > 0 and view.words.low[index] in word_class("hedge") and view.words.low[index] != "of":
        index -= 1
    return index > 0 and view.words.low[index - 1 : index + 1] in _LOSS


_LOSS = (("loss", "of"), ("losses", "of"))


def stage_behind(view: View) -> str | None:
    """As in "[$9 billion] has been pledged": a passive verb of a stage after the figure."""
    low = view.words.low
    for index in range(view.after, min(view.right, view.after + _STAGE_AHEAD, len(low)) - 1):
        if low[index] in word_class("passive") and measures.stage(low[index + 1]):
            return measures.stage(low[index + 1])
    return None


def _is_name(words: Words, index: int) -> bool:
    return words.text[index][0].isupper() or names.is_place(words.text[index])


def lacking(view: View) -> str | None:
    """As in "[3,000] homes without power", "power was cut to [3,000] homes": what they lack."""
    behind, before = view.behind(_LACKING), view.words.low[max(view.phrase - _LACKING, 0) : view.phrase]
    for one, two in pairwise(behind):
        if one in ("without", "lost") and two in _SUPPLIES:
            return f"without {_SUPPLIES[two]}"
    is_cut = before[-1:] == ("to",) and not _CUT.isdisjoint(before)
    supply = next((word for word in before if word in _SUPPLIES), None) if is_cut else None
    return f"without {_SUPPLIES[supply]}" if supply else None


def charged(view: View, phrase: str) -> str:
    """As in "[14] counts of fraud": what each is for."""
    words = view.words
    link = next((i for i in range(view.after, min(view.after + _LACKING, len(words))) if words.low[i] == "of"), None)
    told = normal(list(words.low[slice(*noun_phrase_after(words, link + 1))])) if link else ""
    return f"{phrase} of {told}" if told else phrase


CHARGES = ("counts", "charges", "complaints")
_LACKING = 5  # words
_CUT = frozenset({"cut", "cuts", "cutting", "out", "lost", "off", "interrupted", "disrupted"})
_SUPPLIES = {"power": "power", "electricity": "power", "water": "water", "gas": "gas", "heating": "heating"}
