"""What a figure measures: a family's noun near it, its complement, or the noun phrase that governs it."""

from collections.abc import Callable

from checker.extraction.context import cues
from checker.extraction.context.clauses import aside_before
from checker.extraction.context.measured import family_ending, is_outside, measured
from checker.extraction.context.phrases import (
    is_manner,
    is_of_figure_before,
    is_verb,
    noun_phrase_after,
    noun_phrase_before,
)
from checker.extraction.context.prices import price
from checker.extraction.context.stages import reduced, stage_behind, stage_of
from checker.extraction.context.subjects import group_start, is_name, numbered, rate_of_bank, subject, valued
from checker.extraction.context.view import View
from checker.extraction.context.words import Words
from checker.language import measures, verbs
from checker.language.grammar import is_stop, word_class
from checker.language.lexicon import lexicon

_BACK = 18  # words looked at before a figure for the noun that governs it
_COUNTED, _COUNT_AHEAD = ("counted", "tallied"), 8
_LINKS = ("in", "of", "from")
Found = tuple[str, str, str]  # measure, head, why


def thing(view: View, kind: str) -> Found | None:
    """The measure of a figure that counts no people, with its head and the step that found it."""
    found = _dimension(view) if kind == "measure" else _lasting(view) if kind == "duration" else None
    priced = price(view) if kind == "money" else None
    if priced:
        return priced
    steps = _OF_PERCENT if kind == "percent" else _STEPS[2:] if _is_where(view) else _STEPS
    found = found or next((result for step in steps if (result := step(view))), None)
    if found is not None and kind == "count" and found[2] == "verb" and not _is_object(view):
        return None
    if found is None:
        done = (reduced(view) or stage_behind(view)) if kind == "money" else None
        return (done, done, "verb behind") if done else None
    phrase, one, why = found
    if kind in ("percent", "ratio") and why == "complement":
        phrase = f"share of {phrase}"
        if _is_counted(view):
            return f"{phrase.removesuffix(' counted')} counted", "counted", "share of what is counted"
    if kind == "percent" and phrase == "assistance" and _SUPPORT in view.words.low:
        return _SUPPORT, _SUPPORT, why  # of voters
    stage = stage_of(view) if kind in ("money", "count", "measure") and one not in _STAGED else None
    return (phrase, one, why) if stage in (None, phrase) else (f"{phrase} {stage}", one, f"{why}, {stage}")


_SUPPORT = "support"
_STAGED = ("savings", "damage", "loss")  # nobody says that damage was damaged


def _is_object(view: View) -> bool:
    """Whether a bare count stands right behind its verb: "sold [40]", not "indicted in the death of a girl, [3]"."""
    words, index = view.words, view.phrase - 1
    while index > view.left and (words.low[index] in word_class("hedge") or is_manner(words.low[index])):
        index -= 1
    return index >= 0 and is_verb(words, index)


def _is_where(view: View) -> bool:
    """As in "[two days] in the valley", "[$5 million] in the region": where, not what."""
    behind = view.behind(2)
    return len(behind) > 1 and behind[0] == "in" and behind[1] in word_class("determiner")


def _is_counted(view: View) -> bool:
    """As in "[62%] of the votes counted": how far a count has come is no result."""
    return any(word in _COUNTED for word in view.words.low[view.after + 1 : view.after + _COUNT_AHEAD])


def _complement(view: View) -> Found | None:
    """As in "[$5 billion] in military aid", "[$5 million] worth of grain", "[5%] of voters"."""
    words, index = view.words, view.after
    if words.low[index : index + 1] == ("worth",):
        index += 1
    if index >= len(words) or words.low[index] not in _LINKS:
        return None
    if words.low[index + 1 : index + 2] and words.low[index + 1] in _ADVERBIAL:
        return None
    start, stop = noun_phrase_after(words, index + 1)
    if words.low[index] != "of" and is_name(words, start, stop):
        return None  # "two from [Sorrel Bridge]"
    if words.low[index] == "in" and words.low[stop - 1 : stop] == ("half",):
        return None  # "rose [3%] in the first half"
    found = measured(words, start, stop)
    return (*found, "complement") if found else None


_ADVERBIAL = word_class("adverbial_noun")


def _dimension(view: View) -> Found | None:
    """As in "[80 miles] away", "[6 feet] tall": the adjective tells which dimension."""
    behind = view.behind(1)
    found = lexicon("measures")["dimension"].get(behind[0]) if behind else None
    return (found, found, "dimension") if found else None


def _change(view: View) -> Found | None:
    """As in "a [5%] rise in profit", "[5%] fall in sales"."""
    words, index = view.words, view.after
    if index + 1 < len(words) and words.low[index] in word_class("change_noun") and words.low[index + 1] in _LINKS:
        found = measured(words, *noun_phrase_after(words, index + 2))
        return (*found, "change in") if found else None
    return None


def _attribute(view: View) -> Found | None:
    """As in "a [$5 million] fine": the noun phrase right after the figure."""
    if view.words.low[view.after : view.after + 1] == ("that",):
        return None  # "the mark of [2,290] that Lee set"
    start, stop = noun_phrase_after(view.words, view.after)
    if stop - start == 1 and view.words.low[start] in word_class("everywhere"):
        return None
    if start < stop and (_is_no_noun(view.words.low[start]) or _is_leading_on(view.words, start)):
        return None
    found = measured(view.words, start, stop)
    return (*found, "noun after") if found else None


def _is_leading_on(words: Words, index: int) -> bool:
    """As in "was [$2] reflecting the cuts": a participle with an object of its own."""
    is_participle = words.low[index].endswith("ing") and index + 1 < len(words)
    return is_participle and words.low[index + 1] in word_class("determiner")


def _is_no_noun(low: str) -> bool:
    """Whether the word behind a figure tells what it does or how it compares: "[40] wearing red", "[5%] lower"."""
    form = verbs.form(low)
    is_doing = form == "ing" and low not in word_class("noun_in_ing")
    return is_doing or form in ("past", "participle", "third") or low in _COMPARATIVES


_COMPARATIVES = ("higher", "lower", "less", "ahead", "apart", "short")


def _stake(view: View) -> Found | None:
    """As in "the family, which owns [34%]"."""
    index = view.phrase - 1
    while index > view.left and view.words.low[index] in word_class("hedge"):
        index -= 1
    if index < 0 or view.behind(1) in (("of",), ("in",)):
        return None
    before = view.words.low[view.phrase - 1]
    is_owner = before in ("its", "their") or before.endswith("'s")  # "the family, which is selling its 34%"
    is_held = verbs.lemma(view.words.low[index]) in _HOLDING or (is_owner and not _SELLING.isdisjoint(view.words.low))
    return ("stake", "stake", "what is owned") if is_held else None


_HOLDING = word_class("holding_verb")
_SELLING = word_class("dealing_in_shares")


def _object_changed(view: View) -> Found | None:
    """As in "a budget that raises council tax by [4.8%]": what a verb of change has as its object."""
    words, index = view.words, view.phrase - 1
    while index > view.left and words.low[index] in word_class("hedge") and words.low[index] != "to":
        index -= 1
    if index <= view.left or words.low[index] not in ("by", "to"):
        return None
    particle = words.low[index - 1] in ("up", "down")  # "brought its rate down by [5%]"
    start, stop = _without_time(words, *noun_phrase_before(words, index - particle))
    verb = start if start < stop and verbs.form(words.low[start]) == "ing" else start - 1
    while verb > view.left and (is_outside(words, verb) or is_stop(words.low[verb])):
        verb -= 1
    is_brought = verb >= view.left and words.low[index] == "to" and verbs.lemma(words.low[verb]) in _BRINGING
    is_way = verb >= view.left and (particle or is_brought or words.low[verb] in cues.ways())
    is_changing = is_way and verbs.form(words.low[verb]) is not None
    found = measured(words, max(start, verb + 1), stop) if is_changing else None
    return (*found, "object of a change") if found else None


_BRINGING = ("bring", "take", "push")


def _without_time(words: Words, start: int, stop: int) -> tuple[int, int]:
    """The noun phrase, or the one before where it is a time: "raises its ratio [for the year]"."""
    place = start - (words.low[max(start - 1, 0)] in word_class("determiner"))
    is_time = start < stop and words.low[stop - 1] in word_class("time")
    is_joined = place > 1 and words.low[place - 1] in ("for", "in", "of")
    return noun_phrase_before(words, place - 1) if is_time and is_joined else (start, stop)


def _family_before(view: View) -> Found | None:
    """As in "net profit rose [5%]": the nearest noun of a family in the clause before the figure."""
    words = view.words
    for index in range(view.phrase - 1, max(view.left, view.phrase - _BACK) - 1, -1):
        if words.low[index] in word_class("breaking"):
            return None
        found = family_ending(words, index, view.left)
        if found:
            return found.measure, found.head, "noun before"
    return None


def _family_over_aside(view: View) -> Found | None:
    """As in "Shares in Acme, which lost a fifth last year, rose [5%]": the family's noun before the aside."""
    stop = aside_before(view.words, view.left) or 0
    for index in range(stop - 1, max(stop - _BACK, 0) - 1, -1):
        if view.words.low[index] in word_class("breaking"):
            return None
        found = family_ending(view.words, index, 0)
        if found:
            return found.measure, found.head, "noun before the aside"
    return None


def _of_before(view: View) -> Found | None:
    """As in "a deal of [$5 million]": the noun phrase before "of", "at", or a colon."""
    words, index = view.words, view.phrase - 1
    while index > view.left and words.low[index] in word_class("hedge") and words.low[index] != "of":
        index -= 1
    if index <= view.left or words.low[index] not in ("of", "at", "worth"):
        return None
    found = measured(words, *noun_phrase_before(words, index))
    return (*found, "noun of") if found else None


def _noun_of_before(view: View) -> Found | None:
    """As in "for each share a premium of [13%]", "savings and costs of [$5 million]"; not in "a rise of [5%]"."""
    found = _of_before(view)
    return None if found is None or found[1] in word_class("change_noun") else found


def _verb_before(view: View) -> Found | None:
    """As in "the dam cost [$5 million]": the subject of an equating verb; else what the verb does."""
    done = reduced(view)
    if done:
        return done, done, "verb behind"
    for index in range(view.phrase - 1, view.left, -1):
        if not is_verb(view.words, index) or is_of_figure_before(view.words.low, index) or _is_done_by(view, index):
            continue
        if view.words.low[index] in _NEAR and not _is_near(view, index):
            return None
        base = verbs.lemma(view.words.low[index]) or ""
        is_moving = base in ("go", "come") and view.words.low[index + 1] in ("up", "down", "for")
        if is_moving or base in word_class("equating_verb") or view.words.low[index] in word_class("auxiliary"):
            return subject(view.words, base, noun_phrase_before(view.words, group_start(view, index)))
        return _done(base)
    return None


def _lasting(view: View) -> Found | None:
    """As in "the trial is expected to take [six weeks]": what lasts; "it took [six weeks]" names nothing."""
    words = view.words
    index = next((i for i in range(view.phrase - 1, view.left, -1) if is_verb(words, i)), 0)
    if not index or verbs.lemma(words.low[index]) not in word_class("lasting_verb") or not _is_near(view, index):
        return None
    return subject(words, "last", noun_phrase_before(words, group_start(view, index)))


def _done(base: str) -> Found | None:
    """What the verb does: its stage, else its noun; nothing for verbs that tell nothing."""
    done = "savings" if base == "save" else measures.stage(base)
    if done is None and base in word_class("light_verb"):
        return None
    done = done or verbs.nominal(base)
    return done, done, "verb"


def _is_done_by(view: View, index: int) -> bool:
    """Whether the verb only tells of the noun before it: "a group [led] by Acme"."""
    low = view.words.low
    is_bare = index > 0 and not (low[index - 1] in word_class("auxiliary") or low[index - 1] in word_class("adverb"))
    is_by = low[index + 1] == "by" and index + 2 < view.phrase  # "rose by 5%"
    return is_bare and is_by and verbs.form(low[index]) in _PAST


_PAST = ("past", "participle")
_NEAR = ("has", "have", "had", "having", "is", "are")


def _is_near(view: View, index: int) -> bool:
    """Whether no more than hedges stand between a verb and the figure: "has [$5]", not "has a set of pans for [$5]"."""
    return all(
        low in word_class("hedge") or low in word_class("adverb") or low == "worth" or is_stop(low)
        for low in view.words.low[index + 1 : view.phrase]
    )


_STEPS: tuple[Callable[[View], Found | None], ...] = (
    _change,
    _complement,
    _attribute,
    valued,
    numbered,
    _noun_of_before,
    _object_changed,
    _family_before,
    _family_over_aside,
    _of_before,
    _verb_before,
)


_OF_PERCENT = (
    _change,
    _complement,
    _attribute,
    _stake,
    rate_of_bank,
    valued,
    _noun_of_before,
    _object_changed,
    _family_before,
    _family_over_aside,
    _of_before,
    _verb_before,
)
