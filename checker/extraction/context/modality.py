"""Column modality: whether the text asserts, plans, estimates, deems possible, demands or denies."""

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from checker.extraction.context.phrases import is_figure, is_of_figure_before, is_verb, is_word
from checker.extraction.context.scene import Scene
from checker.extraction.context.view import View
from checker.language import verbs
from checker.language.grammar import is_stop, word_class
from checker.language.lexicon import lexicon
from checker.tables import TIME_KINDS

_REACH = 12  # words before a figure in which a cue holds
_GROUPS = ("denied", "demanded", "planned", "estimated", "possible")
_NEAR_ONLY = 5  # a denial reaches no further
_AHEAD = 8


def find(scene: Scene) -> Mapping[str, Any]:
    """The nearest cue before the figure within its clause; asserted where there is none."""
    found = modality(scene)
    return {"modality": found[0], "trace": (f"modality: {found[1]}",) if found[1] else ()}


@lru_cache(maxsize=2)
def modality(scene: Scene) -> tuple[str, str]:
    """Modality and the word that decides it ("" where none does)."""
    if scene.mention.kind in ("age", "score"):  # "rejected the bill [61-40]": that was the vote
        return "asserted", ""
    view = scene.view
    if scene.mention.kind in TIME_KINDS and view.before(2) == ("as", "of"):
        return "asserted", ""
    return _before(scene, view) or _is_to(view) or _behind(scene, view) or ("asserted", "")


def _before(scene: Scene, view: View) -> tuple[str, str] | None:
    low, least = view.words.low, max(view.left, view.phrase - _REACH, 0)
    if _telling().isdisjoint(low[least : view.phrase]):
        return None
    for index in range(view.phrase - 1, least - 1, -1):
        if low[index] not in _telling() or _is_over(low, index, view.phrase):
            continue
        if _is_of_other_clause(view, index):
            return None
        found = _cues().get(low[index])
        if found is None or _is_no_cue(scene, view, index, found):
            continue
        is_ahead = scene.mention.kind in TIME_KINDS and low[index] not in lexicon("cues")["modality"]["believing"]
        return ("planned" if found == "estimated" and is_ahead else found), low[index]
    return None


def _is_to(view: View) -> tuple[str, str] | None:
    """What is to be before the figure: "the families are to share [150 million dollars]"; not "is to blame"."""
    low, least = view.words.low, max(view.left, view.phrase - _REACH, 0)
    if "to" not in low[least : view.phrase]:
        return None
    for index in range(view.phrase - 1, least, -1):
        if low[index] == "," or low[index] in _blocking():
            return None
        if low[index] == "to" and _is_to_come(low, index):
            return "planned", f"{low[index - 1]} to"
    return None


def _is_to_come(low: tuple[str, ...], index: int) -> bool:
    """Whether a "to" is that of "are to be"."""
    return low[index - 1] in _BE and low[index + 1 : index + 2] not in _NOT_TO_COME


_BE = ("is", "are")
_NOT_TO_COME = tuple((word,) for word in ("blame", "say", "date", "the", "a", "an"))


def _is_of_other_clause(view: View, index: int) -> bool:
    """Whether a clause begins there with which cues have nothing to do: "... because [13] people"."""
    low = view.words.low
    if low[index] == "that" and is_verb(view.words, index + 1):
        return True  # "police seek two men after a shooting that injured [13]"
    if low[index] == "for" and verbs.form(low[index + 1]) == "ing":
        return True  # "two will be sentenced for stealing [1,400] coins"
    return low[index] in _blocking() and bool(low[index + 1 : view.phrase])


def _is_no_cue(scene: Scene, view: View, index: int, found: str) -> bool:
    """Whether the word of a group of cues is none where it stands."""
    low, text = view.words.low, view.words.text
    return (
        _is_first_name(text, index)
        or _is_dated(scene, view, index)
        or _is_told(view, index)
        or _is_noun(view, index)
        or (scene.mention.kind in TIME_KINDS and _is_decided(view, index))
        or _is_topic(view, index)
        or is_of_figure_before(low, index)
        or _is_withheld(low, index)
        or _is_known(low, index, view.phrase)
        or (found == "denied" and not _is_denial(view, index))
        or (found in ("demanded", "planned") and low[index] in _LEADING_ON and not _leads_on(view, index))
    )


def _is_first_name(text: tuple[str, ...], index: int) -> bool:
    """As in "police arrested [Will] Campbell"; not in the headline "Acme Will Cut 400 Jobs"."""
    is_inside = 0 < index < len(text) - 1 and not text[index - 1][0].isupper()
    return is_inside and text[index].istitle() and text[index + 1][0].isupper()


_LEADING_ON = frozenset(lexicon("cues")["modality"]["leading_on"])


def _is_over(low: tuple[str, ...], index: int, phrase: int) -> bool:
    """Whether the words of a demand end at the comma before the figure ("After seeking answers, [four] people ...")."""
    return (
        low[phrase - 1] == ","
        and _cues().get(low[index]) == "demanded"
        and low[index].endswith("ing")
        and not any(is_figure(word) or word in word_class("number") for word in low[index + 1 : phrase])
    )


def _behind(scene: Scene, view: View) -> tuple[str, str] | None:
    """As in "[$5 billion] is expected", "[Friday] will": an auxiliary right after the figure's noun."""
    if scene.mention.kind in TIME_KINDS:
        return None
    low, most = view.words.low, min(view.after + _AHEAD, view.right)
    if word_class("auxiliary").isdisjoint(low[view.after : most]):
        return None
    for index in range(view.after, min(most, len(low))):
        if low[index] in word_class("auxiliary") and view.words.text[index] != "May":
            return _of_auxiliary(scene, low, index)
        if not is_word(low[index]):
            return None
    return None


def _of_auxiliary(scene: Scene, low: tuple[str, ...], index: int) -> tuple[str, str] | None:
    following = low[index + 1] if index + 1 < len(low) else ""
    if following == "to":
        return ("planned", f"{low[index]} to") if _is_to_come(low, index + 1) else None
    found = _cues().get(low[index]) or _cues().get(following)
    if found == "denied" and scene.mention.kind == "count":
        return None  # "[three] of the divers were not wet": three they are
    return (found, following if low[index] not in _cues() else low[index]) if found else None


def _is_dated(scene: Scene, view: View, index: int) -> bool:
    """Whether the cue is itself what the time dates ("asked [Tuesday]"), or a state ("wanted in connection with")."""
    low = view.words.low
    is_own = scene.mention.kind in TIME_KINDS and low[index].endswith(("ed", "ing")) and view.phrase - index <= 2  # noqa: PLR2004 - "on"
    if low[index] == "called" and low[index - 1 : index] and low[index - 1] in word_class("passive"):
        return True  # "officers were called to the house"
    if _cues().get(low[index]) == "planned" and low[index + 1 : index + 2] == ("for",):
        return False  # "scheduled for [Monday]" is no day of scheduling
    is_wanted = low[index] in ("wanted", "required") and low[index + 1 : index + 2] in (
        ("in",),
        ("for",),
        ("on",),
        ("by",),
    )
    return is_own or is_wanted


def _is_told(view: View, index: int) -> bool:
    """Whether somebody is able to tell what is so: "the paper can reveal that it was fined [$5,000]"."""
    words = lexicon("cues")["modality"]
    return any(word in words["able_to_tell"] for word in view.words.low[index + 1 : index + 3]) and (
        view.words.low[index] in words["able"]
    )


def _is_noun(view: View, index: int) -> bool:
    """Whether the cue is a noun or a name here ("the target", "May 5", "his will")."""
    low, text = view.words.low, view.words.text
    before = low[index - 1] if index else ""
    if low[index] == "may" and text[index][0].isupper():
        return True
    return before in lexicon("cues")["modality"]["noun_after"] and low[index] not in _TELLING_AS_NOUN


def _is_decided(view: View, index: int) -> bool:
    """As in "the plan was approved on [Friday]", "approved the plan on [Friday]": that has been done."""
    low = view.words.low
    is_noun = index > 0 and low[index - 1] in lexicon("cues")["modality"]["noun_after"]
    told = low[index + 1 : view.phrase]
    return is_noun and (
        any(one in _WAS and verbs.form(two) in _DONE for one, two in pairwise(told)) or _is_object(view, index)
    )


def _is_object(view: View, index: int) -> bool:
    """Whether the cue is what a verb of the past did something to, and nothing but the time of that follows."""
    low = view.words.low
    if any(word not in _BEFORE_TIMES and not is_figure(word) for word in low[index + 1 : view.phrase]):
        return False
    verb = next(
        (at for at in range(index - 1, max(view.left, index - _OBJECT) - 1, -1) if is_verb(view.words, at)), None
    )
    return verb is not None and verbs.form(low[verb]) in _DONE and low[verb - 1 : verb] not in (("to",), ("be",))


_BEFORE_TIMES, _OBJECT = frozenset({"on", "in", "at", "early", "late", "last", ",", "earlier"}), 5
_WAS, _DONE = ("was", "were"), ("past", "participle")
_TELLING_AS_NOUN = frozenset(lexicon("cues")["modality"]["telling_as_noun"])


def _is_known(low: tuple[str, ...], index: int, phrase: int) -> bool:
    """Whether the figure is a known one that only comes up: "sought to ask Reed about the [four] barges lost"."""
    is_ranked = low[max(index - 1, 0)] == "most"  # "one of the most wanted men"
    return is_ranked or (low[phrase - 1] == "the" and low[phrase - 2] in ("about", "regarding", "concerning", "of"))


def _is_withheld(low: tuple[str, ...], index: int) -> bool:
    """Whether somebody will not tell: "would not name the driver", which plans nothing."""
    is_refused = low[index] == "won't" or low[index : index + 2] in (("would", "not"), ("will", "not"))
    following = low[index + 1 + (low[index] != "won't")] if is_refused and index + 2 < len(low) else ""
    return following in lexicon("cues")["modality"]["withholding"]


def _is_topic(view: View, index: int) -> bool:
    """Whether the cue is a noun that only tells what something is about: "a petition on the rebuilding [plan] has"."""
    low = view.words.low
    if low[index] not in _TOPICS or low[index + 1 : index + 2] in (("to",), ("for",), ("of",)):
        return False
    start = index
    while start > view.left and index - start < _TOPIC_WORDS and not is_stop(low[start - 1]):
        start -= 1
    while start > view.left and low[start - 1] in word_class("determiner"):
        start -= 1
    return start > view.left and low[start - 1] in ("on", "about", "against", "over", "at", "of")


_TOPICS = word_class("topic")
_TOPIC_WORDS = 3


def _is_denial(view: View, index: int) -> bool:
    following = view.words.low[index + 1] if index + 1 < len(view.words) else ""
    if view.before(1) == ("until",):
        return False  # "will not reopen until Monday"
    return view.phrase - index <= _NEAR_ONLY and following not in lexicon("cues")["modality"]["not_denying"]


def _leads_on(view: View, index: int) -> bool:
    """Whether "to" or "for" follows, which such words need."""
    return any(word in ("to", "for") for word in view.words.low[index + 1 : index + 3])


@cache
def _blocking() -> frozenset[str]:
    return frozenset(lexicon("cues")["modality"]["blocking"])


@cache
def _telling() -> frozenset[str]:
    """The words at which the way back from a figure stops to look."""
    return _blocking() | _cues().keys() | {"that", "for"}


@cache
def _cues() -> dict[str, str]:
    table: dict[str, list[str]] = lexicon("cues")["modality"]
    return {word: group for group in reversed(_GROUPS) for word in table[group]}
