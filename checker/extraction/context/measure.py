"""Columns measure and measure_head: what is counted or measured, or the event that a time dates."""

from collections.abc import Mapping
from typing import Any

from checker.extraction.context.happening import event
from checker.extraction.context.people import counted_noun, family_at
from checker.extraction.context.phrases import head, is_verb, normal
from checker.extraction.context.scene import Scene
from checker.extraction.context.things import stage_of, thing
from checker.extraction.context.view import View
from checker.language import measures, verbs
from checker.language.grammar import word_class
from checker.tables import TIME_KINDS

_COUNTING = ("count", "ratio")
_BESIDE = ("magnitude",)
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
        return thing(view, kind)
    noun = counted_noun(view, scene.mention.noun)
    if not noun or measures.is_people(noun) or _is_state(noun) or measures.by_noun(noun):
        found = family_at(view, noun)
        if found:
            family, word = found
            return _of_people(family, noun), family.head, f"{word}: {family.measure}"
    return _beside(view) or _counted(view, noun) or thing(view, kind)


def _beside(view: View) -> Found | None:
    """As in "a magnitude [7.8] quake": a family's noun right before a figure that would count the next noun."""
    before = view.before(1)
    family = measures.by_noun(before[0]) if before and before[0] in _BESIDE else None
    return (family.measure, family.head, "noun beside") if family else None


def _of_people(family: measures.Family, noun: str) -> str:
    """As in "soldiers killed", or the family's own phrase where the noun says no more than people."""
    kept = normal([word for word in noun.split() if word not in word_class("hedge")], is_count=True)
    is_plain = not measures.is_people(kept) or measures.is_anyone(kept) or head(kept) == family.head
    return family.measure if is_plain else f"{kept} {family.head}"


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
