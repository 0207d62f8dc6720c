"""Columns measure and measure_head: what is counted or measured, or the event that a time dates."""

from collections.abc import Mapping
from typing import Any

from checker.extraction.context.carried import of_pronoun
from checker.extraction.context.happening import event
from checker.extraction.context.people import counted_noun, family_at
from checker.extraction.context.phrases import head, is_verb, is_word, normal
from checker.extraction.context.scene import Scene
from checker.extraction.context.things import stage_of, thing
from checker.extraction.context.view import View
from checker.language import measures, verbs
from checker.language.grammar import word_class
from checker.tables import TIME_KINDS

_COUNTING = ("count", "ratio")
_BY_DEGREE = ("injured",)
_BESIDE = ("magnitude",)
_EARLIER = 4  # mentions back among which the figure stands whose noun a bare one counts
_COMPARING = frozenset({"and", ",", "or", "but", "from", "than", "with", "against", "versus", "to"})
_AHEAD = 8  # words after a figure in which the verb of its people stands
Found = tuple[str, str, str]


def find(scene: Scene) -> Mapping[str, Any]:
    """Measure as a canonical phrase, its head, and the step that found it."""
    kind, view = scene.mention.kind, scene.view
    if kind == "age":
        return {"measure": "age", "measure_head": "age"}
    found = event(view) if kind in TIME_KINDS else _per_share(scene, _number(scene, view))
    if found is None:
        return {"measure": None, "measure_head": None}
    measure, one, why = found
    return {"measure": measure, "measure_head": one, "trace": (f"measure: {why}",)}


def _per_share(scene: Scene, found: Found | None) -> Found | None:
    """Profit stated for one share is a measure of its own."""
    is_profit = found is not None and found[1] == "profit" and (scene.mention.unit or "").endswith("/share")
    return ("earnings per share", "earnings", "profit for a share") if is_profit else found


def _number(scene: Scene, view: View) -> Found | None:
    kind = scene.mention.kind
    if kind not in _COUNTING:
        return thing(view, kind) or of_pronoun(scene)
    noun = counted_noun(view, scene.mention.noun)
    if not noun or measures.is_people(noun) or _is_state(noun) or measures.by_noun(noun):
        found = family_at(view, noun)
        if found:
            family, word = found
            return _of_people(family, noun, word), family.head, f"{word}: {family.measure}"
    is_bare = kind == "count" and scene.mention.phrase_end <= scene.mention.end and (not noun or scene.mention.noun)
    before = _of_figure_before(scene) if is_bare else None
    return before or _beside(view) or _counted(view, noun) or thing(view, kind)


def _of_figure_before(scene: Scene) -> Found | None:
    """As in "sold 400 cars in March and [300] in April": a bare figure counts what the one before it does."""
    earlier = next((m for m in reversed(scene.mentions[max(scene.index - _EARLIER, 0) : scene.index]) if m.noun), None)
    if earlier is None or earlier.kind != "count" or _is_part(scene.view):
        return None
    sentence, view = scene.page.sentence_at(earlier.start), scene.view
    own, index = _stage_right_behind(view) or stage_of(view), scene.mentions.index(earlier)
    before = Scene(scene.page, sentence, earlier, scene.mentions, index)
    if sentence is scene.sentence:
        if not _is_joined(view):
            return None
    elif own is None or own != stage_of(before.view):
        return None
    found = _number(before, before.view)
    phrase = normal((earlier.noun or "").lower().split(), is_count=True)
    if found is None or not own or measures.is_people(phrase):
        return found and (found[0], found[1], "figure before")
    return f"{phrase} {own}", found[1], "noun of the figure before"


def _is_part(view: View) -> bool:
    return view.behind(1) == ("of",)


def _stage_right_behind(view: View) -> str | None:
    """As in "Forty homes were destroyed and [12] damaged"."""
    behind = view.behind(1)
    return measures.stage(behind[0]) if behind and verbs.form(behind[0]) in ("past", "participle") else None


def _is_joined(view: View) -> bool:
    """Whether "and", a comma or a comparison stands between a bare figure and what is told before it."""
    low, index = view.words.low, view.phrase - 1
    while index > 0 and (low[index] in word_class("hedge") - _COMPARING or measures.stage(low[index])):
        index -= 1
    is_apposed = index == view.phrase - 1 and not (view.behind(1) and is_word(view.behind(1)[0]))
    return index > 0 and low[index] in _COMPARING and not (low[index] == "," and is_apposed)


def _beside(view: View) -> Found | None:
    """As in "a magnitude [7.8] quake": a family's noun right before a figure that would count the next noun."""
    before = view.before(1)
    family = measures.by_noun(before[0]) if before and before[0] in _BESIDE else None
    return (family.measure, family.head, "noun beside") if family else None


def _of_people(family: measures.Family, noun: str, told: str) -> str:
    """As in "soldiers killed", or the family's own phrase where the noun says no more than people; with its degree."""
    degree = measures.degree(told) if family.head in _BY_DEGREE else None
    kept = normal([word for word in noun.split() if word not in word_class("hedge")], is_count=True)
    is_plain = not measures.is_people(kept) or measures.is_anyone(kept) or head(kept) == family.head
    who = "people" if is_plain else kept
    return f"{who} {degree} {family.head}" if degree else family.measure if is_plain else f"{kept} {family.head}"


def _is_state(noun: str) -> bool:
    """Whether what stands after the figure is no noun but already a state ("12 dead", "four injured")."""
    first = noun.split(maxsplit=1)[0]
    return bool(measures.states(first)) or measures.by_verb(first) is not None


def _counted(view: View, noun: str) -> Found | None:
    phrase = normal(noun.split(), is_count=True)
    if not phrase:
        return None
    family = measures.by_noun(phrase)
    if head(phrase) in word_class("empty_noun") and family is None:
        return thing(view, "count")
    phrase, one = (family.measure, family.head) if family else (phrase, _head(phrase))
    done = _done(view) if measures.is_anyone(phrase) else None if measures.is_people(phrase) else stage_of(view)
    return f"{phrase} {done}" if done else phrase, one, "counted noun"


def _head(phrase: str) -> str:
    """The head of a counted noun; one that would read as what became of people keeps its plural ("shots" fired)."""
    one = head(phrase)
    return phrase.rsplit(maxsplit=1)[-1] if measures.is_outcome(one) else one


def _done(view: View) -> str | None:
    """What people, of whom nothing else is said, do or suffer: "[400,000] people have fled" -> "fled"."""
    words, index = view.words, view.phrase - 1
    while index > view.left and words.low[index] in word_class("hedge"):
        index -= 1
    ahead = range(view.after, min(view.right, view.after + _AHEAD, len(words)))
    for place in (index, *ahead):
        base = verbs.lemma(words.low[place]) if place >= view.left and is_verb(words, place) else None
        if base and base not in word_class("stative_verb") | word_class("saying_verb"):
            return verbs.participle(base)
    return None
