"""Columns measure and measure_head: what is counted or measured, or the event that a time dates."""

from collections.abc import Mapping
from typing import Any

from checker.extraction.context.carried import of_noun_before, of_pronoun, subject_told_before
from checker.extraction.context.happening import event
from checker.extraction.context.labels import labelled
from checker.extraction.context.people import counted_noun, family_at
from checker.extraction.context.phrases import head, is_verb, is_word, normal, noun_phrase_after
from checker.extraction.context.physical import by_unit
from checker.extraction.context.scene import Scene
from checker.extraction.context.stages import CHARGES, charged, lacking, stage_of
from checker.extraction.context.subjects import is_participle
from checker.extraction.context.taken import whole
from checker.extraction.context.things import thing
from checker.extraction.context.view import View
from checker.extraction.mention import Mention
from checker.language import measures, names, verbs
from checker.language.grammar import word_class
from checker.language.lexicon import lexicon
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
    found = _VOTE if kind == "score" and scene.mention.noun == "vote" else labelled(view, is_time=kind in TIME_KINDS)
    if found is None:
        found = event(view) if kind in TIME_KINDS else _per_share(scene, _number(scene, view))
    if found is None:
        return {"measure": None, "measure_head": None}
    measure, one, why = _BAIL if found[0].endswith("bond") and _is_of_court(view) else found
    return {"measure": measure, "measure_head": one, "trace": (f"measure: {why}",)}


_VOTE = ("vote", "vote", "score of a vote")
_BAIL = ("bail", "bail", "bond of a court")


def _is_of_court(view: View) -> bool:
    """As in "held on [$50,000] bond", "bond was set at [$50,000]"; a "housing bond" is a loan."""
    court, before = lexicon("measures")["court"], view.before(2)
    is_told = any(" ".join(before[start:]) in court["before"] for start in (0, 1))
    return is_told or not set(view.words.low).isdisjoint(court["words"])


def _per_share(scene: Scene, found: Found | None) -> Found | None:
    """Profit stated for one share is a measure of its own."""
    is_profit = found is not None and found[1] in ("profit", "earn") and (scene.mention.unit or "").endswith("/share")
    if is_profit:
        return "earnings per share", "earnings", "profit for a share"
    return ("bid per share", "bid", "bid for a share") if _is_bid(scene, found) else found


def _is_bid(scene: Scene, found: Found | None) -> bool:
    """As in "agreed to pay [$58 a share] for the dairy": not a dividend, nor what else has a name of its own."""
    view, is_other = scene.view, found is not None and measures.family(found[0]) not in (None, "price", "share_price")
    if is_other or not (scene.mention.unit or "").endswith("/share"):
        return False
    is_paid_for = not _FOR.isdisjoint(view.behind(2)) or "for" in view.words.low[view.left : view.phrase]
    told = {verbs.lemma(low) for low in view.words.low[view.left : view.phrase]}
    return not told.isdisjoint(_BIDDING) or ("pay" in told and is_paid_for)


_BIDDING, _FOR = frozenset({"offer", "bid", "buy", "acquire", "purchase"}), frozenset({"for", "to"})


def _number(scene: Scene, view: View, *, is_carrying: bool = True) -> Found | None:
    """The measure of a number; `is_carrying` where it may be that of what stands before it."""
    changed = (_of_what_it_became(scene) if is_carrying else None) or whole(view)
    if changed:
        return changed
    kind = scene.mention.kind
    if kind not in _COUNTING and not _is_rate(scene.mention):
        found = by_unit(scene, thing(view, kind)) if kind == "measure" else thing(view, kind)
        return found or (_carried(scene) if is_carrying else None)
    noun = counted_noun(view, scene.mention.noun)
    if _is_of_one(scene, noun):
        return None
    people = _of_counted_people(scene, noun)
    if people:
        return people
    is_bare = kind == "count" and scene.mention.phrase_end <= scene.mention.end and (not noun or scene.mention.noun)
    before = _before_it(scene) if is_bare and is_carrying else None
    found = before or _beside(view) or _counted(view, noun) or thing(view, kind)
    return found or (of_noun_before(scene) if is_bare and is_carrying else None)


def _carried(scene: Scene) -> Found | None:
    """The measure that a figure has from what stands before it."""
    return _of_change_before(scene) or of_pronoun(scene) or _of_same_kind(scene)


def _of_counted_people(scene: Scene, noun: str) -> Found | None:
    """What became of the people counted, or that somebody employs them."""
    is_people = not noun or measures.is_people(noun) or _is_state(noun) or measures.by_noun(noun)
    if not is_people:
        return None
    if scene.view.before(2)[1:] == ("of",) and names.is_settlement(scene.view.before(2)[0]):
        return "population", "population", "a town of"  # "a town of [40,000] people"
    told = family_at(scene.view, noun)
    if told:
        family, word = told
        return _of_people(family, noun, word), family.head, f"{word}: {family.measure}"
    included = _of_included(scene, noun)
    if included:
        return included
    staff = measures.by_noun("workforce") if _is_staff(scene.view, noun) else None
    return (staff.measure, staff.head, "staff that somebody has") if staff else None


def _of_included(scene: Scene, noun: str) -> Found | None:
    """As in "12 people, including [three] children, were killed": what became of all."""
    earlier = _counts_before(scene, scene.sentence.start) if scene.view.before(1) == ("including",) else ()
    whole = earlier[-1] if earlier else None
    told = family_at(whole.view, counted_noun(whole.view, whole.mention.noun)) if whole else None
    if told is None or not measures.is_people(noun) or not told[0].is_people or told[0].name == "aboard":
        return None
    return _of_people(told[0], noun, told[1]), told[0].head, "part of a whole"


def _is_of_one(scene: Scene, noun: str) -> bool:
    """Whether it is part of one body or life: "burns to [two-thirds] of her body"."""
    return noun.rpartition(" ")[2] in ("body", "life") and scene.mention.low != 1


def _of_what_it_became(scene: Scene) -> Found | None:
    """As in "The toll rose to 16 on Monday, up from [11]": the value before is one of the same thing."""
    mention, words = scene.mention, scene.view.words
    if words.low[max(scene.view.phrase - 1, 0)] != "from" or _has_noun(mention):
        return None
    for index in range(scene.index - 1, max(scene.index - _EARLIER, 0) - 1, -1):
        one = scene.mentions[index]
        if one.start < scene.sentence.start or (one.kind == mention.kind and one.unit != mention.unit):
            return None
        if one.kind == mention.kind:
            became = Scene(scene.page, scene.sentence, one, scene.mentions, index)
            between = range(became.view.after, scene.view.phrase - 1)
            is_close = len(between) <= _AHEAD and not any(is_verb(words, i) for i in between)
            found = _number(became, became.view, is_carrying=False) if is_close and _has_become(became) else None
            return found and (found[0], found[1], "what it became")
    return None


def _of_change_before(scene: Scene) -> Found | None:
    """As in "The price fell $3, or [5%], to [$63]": of one change with the figure before."""
    before = scene.index - 1
    is_joined = scene.view.before(1) in (("or",), ("to",))
    if not is_joined or before < 0 or scene.mentions[before].start < scene.sentence.start:
        return None
    told = Scene(scene.page, scene.sentence, scene.mentions[before], scene.mentions, before)
    if scene.view.words.low[told.view.after : scene.view.phrase] not in _GOING_ON:
        return None
    found = _number(told, told.view, is_carrying=False) or _of_change_before(told)
    return found and (found[0], found[1], "change before")


_GOING_ON = frozenset({(",", "or"), (",", "to"), ("to",)})


def _has_become(scene: Scene) -> bool:
    return scene.view.before(1) == ("to",) or scene.view.behind(1) in ((",",), ("from",), ("down",), ("up",))


def _is_staff(view: View, noun: str) -> bool:
    """As in "Acme has [500] employees"."""
    staff, low, index = lexicon("measures")["staff"], view.words.low, view.phrase - 1
    while index > 0 and low[index] in word_class("hedge") and low[index] not in staff["had"]:
        index -= 1
    return noun in staff["nouns"] and index >= 0 and low[index] in staff["had"]


def _before_it(scene: Scene) -> Found | None:
    """What a bare figure counts because of the figure before it."""
    if scene.view.behind(1) == ("of",):
        return _of_them(scene)
    return _of_figure_before(scene) or _of_total(scene)


def _of_them(scene: Scene) -> Found | None:
    """As in "Twelve people died, [three] of them children": a part counts what its whole does."""
    view = scene.view
    earlier = _counts_before(scene, scene.sentence.start)
    if view.behind(2)[1:] not in (("them",), ("whom",), ("which",), ("those",)) or not earlier:
        return None
    found = _number(earlier[-1], earlier[-1].view, is_carrying=False)
    start = view.after + 2
    while start < len(view.words) and view.words.low[start] in word_class("auxiliary"):
        start += 1
    sort = normal(list(view.words.low[slice(*noun_phrase_after(view.words, start))]), is_count=True)
    if found is None or not measures.is_people(sort) or not measures.is_outcome(found[1]):
        return found and (found[0], found[1], "whole before")
    return f"{sort} {found[1]}", found[1], "whole before, sort behind"


def _of_total(scene: Scene) -> Found | None:
    """As in "Twelve people died. The total rose to [14]": a sum of what the figure before it counts."""
    place = subject_told_before(scene.view, of_counts=True)
    before = scene.page.sentence_before(scene.sentence)
    earlier = _counts_before(scene, before.start if before else scene.sentence.start) if place is not None else ()
    found = _number(earlier[-1], earlier[-1].view, is_carrying=False) if earlier else None
    return (found[0], found[1], "total of the figure before") if found else None


def _of_same_kind(scene: Scene) -> Found | None:
    """As in "Aid worth $5 million was sent. Another [$3 million] followed": more of what the sentence before tells."""
    view, before = scene.view, scene.page.sentence_before(scene.sentence)
    is_more = not _MORE.isdisjoint(view.words.low[view.phrase : view.first] + view.before(1))
    if not is_more or before is None:
        return None
    for index in range(scene.index - 1, max(scene.index - _EARLIER, 0) - 1, -1):
        one = scene.mentions[index]
        if one.start >= before.start and one.kind == scene.mention.kind:
            earlier = Scene(scene.page, scene.page.sentence_at(one.start), one, scene.mentions, index)
            found = thing(earlier.view, one.kind)
            return (found[0], found[1], "more of the figure before") if found else None
    return None


_MORE = frozenset({"another", "additional", "further", "extra"})


def _counts_before(scene: Scene, least: int) -> list[Scene]:
    """The counts among the last mentions before the scene's that begin at `least` or later, each in its scene."""
    return [
        Scene(scene.page, scene.page.sentence_at(one.start), one, scene.mentions, index)
        for index in range(max(scene.index - _EARLIER, 0), scene.index)
        if (one := scene.mentions[index]).kind == "count" and one.start >= least
    ]


def _of_figure_before(scene: Scene) -> Found | None:
    """As in "sold 400 cars in March and [300] in April": a bare figure counts what the one before it does."""
    told = [one for one in _counts_before(scene, 0) if _has_noun(one.mention)]
    before = next((one for one in told if _is_opening_whole(one, scene)), told[-1] if told else None)
    if before is None:
        return None
    view = scene.view
    own = _stage_right_behind(view) or stage_of(view)
    if before.sentence is scene.sentence:
        if not _is_joined(view):
            return None
    elif own is None or own != stage_of(before.view):
        return None
    found = _number(before, before.view, is_carrying=False)
    phrase = normal((before.mention.noun or "").lower().split(), is_count=True)
    fate = _fate_behind(view) if found is not None and measures.is_people(phrase) else None
    if fate and found and fate != measures.family(found[0]):
        return f"{phrase} {fate}", fate, "own verb, noun of the figure before"
    if found is None or not own or measures.is_people(phrase):
        return found and (found[0], found[1], "figure before")
    return f"{phrase} {own}", found[1], "noun of the figure before"


def _is_opening_whole(one: Scene, scene: Scene) -> bool:
    """As in "Of the [64 people] ill across four regions, seven are in hospital": what its sentence takes parts of."""
    view = one.view
    return one.sentence is scene.sentence and view.words.low[:1] == ("of",) and view.phrase <= len(("of", "the"))


def _fate_behind(view: View) -> str | None:
    """As in "Two people were hurt and [40] moved": a verb of its own right behind a bare figure of people."""
    low, index = view.words.low, view.after
    while index < min(view.right, view.after + _AHEAD, len(low)) and low[index] in _OBLIGED:
        index += 1
    is_obliged = low[view.after : index].count("to") > 0  # "more than 400 [have had to] leave"
    is_told = index < len(low) and (is_obliged or verbs.form(low[index]) in ("past", "participle"))
    base = verbs.lemma(low[index]) if is_told and low[index] not in word_class("auxiliary") else None
    return verbs.participle(base) if base else None


_OBLIGED = word_class("passive") | {"have", "has", "had", "to"}


def _is_rate(mention: Mention) -> bool:
    """Whether it counts for each time or thing: "300 visitors a day"."""
    return mention.kind == "measure" and bool(mention.noun)


def _has_noun(mention: Mention) -> bool:
    """Whether the noun stands at the figure itself, not at one that it is joined to."""
    return bool(mention.noun) and mention.phrase_end > mention.end


def _stage_right_behind(view: View) -> str | None:
    """As in "Forty homes were destroyed and [12] damaged"."""
    behind = view.behind(1)
    return measures.stage(behind[0]) if behind and verbs.form(behind[0]) in ("past", "participle") else None


def _is_joined(view: View) -> bool:
    """Whether "and", a comma or a comparison stands between a bare figure and what is told before it."""
    low, index = view.words.low, view.phrase - 1
    while index > 0 and (
        (low[index] in word_class("hedge") and low[index] not in _COMPARING) or measures.stage(low[index])
    ):
        index -= 1
    is_apposed = index == view.phrase - 1 and not (view.behind(1) and is_word(view.behind(1)[0]))
    return index > 0 and low[index] in _COMPARING and not (low[index] == "," and is_apposed)


def _beside(view: View) -> Found | None:
    """As in "a magnitude [7.8] quake", "[7.8] on the Richter scale", whatever the next noun is."""
    before = view.before(1)
    is_beside = (bool(before) and before[0] in _BESIDE) or view.behind(4)[:4] in _ON_SCALE
    family = measures.by_noun(_BESIDE[0]) if is_beside else None
    return (family.measure, family.head, "noun beside") if family else None


_ON_SCALE = (("on", "the", "richter", "scale"), ("on", "the", "moment", "magnitude"))


def _of_people(family: measures.Family, noun: str, told: str) -> str:
    """As in "soldiers killed", or the family's own phrase where the noun says no more than people; with its degree."""
    degree = measures.degree(told) if family.head in _BY_DEGREE else None
    said = [word for word in noun.split() if measures.by_verb(word) is not family]  # "wounded soldiers"
    kept = normal([word for word in said if word not in word_class("hedge")], is_count=True)
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
    family = None if family and family.head in _PRICES else family  # "30 million [shares]" are no price
    if family is None and head(phrase) not in _PRICED and head(phrase) in word_class("empty_noun"):
        found = thing(view, "count")
        is_multiple = found is not None and phrase == "times" and found[2] == "noun after"
        return (f"{found[0]} multiple", "multiple", "multiple") if found and is_multiple else found
    if phrase.startswith("times "):  # "[12] times earnings" are no earnings
        return f"{phrase.removeprefix('times ')} multiple", "multiple", "multiple"
    phrase, one = (family.measure, family.head) if family else (phrase, _head(phrase))
    if phrase in CHARGES:
        phrase = charged(view, phrase)
    done = _done(view) if measures.is_anyone(phrase) else None if measures.is_people(phrase) else stage_of(view)
    done = "cut" if done == "lost" and one == "job" else done  # what is a loss to one is a cut to the other
    done = lacking(view) or done
    done = "at risk" if view.behind(_PERIL) in _AT_RISK or view.behind(_PERIL + 1)[1:] in _AT_RISK else done
    return f"{phrase} {done}" if done else phrase, one, "counted noun"


_AT_RISK = frozenset(  # "putting [11,800] jobs in doubt": nobody says that they are lost
    {("in", "doubt"), ("at", "risk"), ("in", "jeopardy"), ("in", "danger"), ("under", "threat"), ("at", "stake")}
)
_PERIL = 2  # words
_PRICES, _PRICED = ("price",), frozenset({"share"})


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
    if words.low[index] == "by" and index > view.left and is_participle(words.low[index - 1]):
        return words.low[index - 1]  # "was attended by [4,000] people"
    for place in (index, *ahead):
        base = verbs.lemma(words.low[place]) if place >= view.left and is_verb(words, place) else None
        if base and base not in word_class("stative_verb") and base not in word_class("saying_verb"):
            able = words.low[place - 2] if words.low[place - 1] == "to" else ""
            return able if able in _ELIGIBLE else verbs.participle(base)
    return None


_ELIGIBLE = frozenset({"eligible", "entitled", "registered", "able", "ready", "due"})  # they have not done it
