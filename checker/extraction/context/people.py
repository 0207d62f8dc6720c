"""What became of counted people: "killing 12", "12 dead", "a death toll of 12" are one measure."""

from collections.abc import Iterator

from checker.extraction.context.phrases import is_figure, is_verb, is_word, noun_phrase_after
from checker.extraction.context.view import View
from checker.extraction.context.words import Words
from checker.extraction.nouns import CLOSED
from checker.language import measures, verbs
from checker.language.grammar import is_stop, word_class
from checker.language.measures import Family

_AHEAD, _BACK = 16, 12  # words looked at after and before a figure
_TOLL_BACK = 12  # words between a toll and its verb


def family_at(view: View, noun: str) -> tuple[Family, str] | None:
    """The family of what became of the counted people, and the word that told; None where nothing does."""
    found = _behind(view, noun)
    if found and found[1] == "and":  # "12 passengers and crew", whatever became of them
        return _before(view) or _behind_others(view) or found
    return found or _before(view) or _behind_others(view)


def _behind_others(view: View) -> tuple[Family, str] | None:
    """As in "[three] pupils and two teachers were taken to hospital", "sent [two] pupils and a teacher to hospital"."""
    words, index = view.words, view.after
    while index < min(len(words), view.after + _AHEAD) and words.low[index] not in ("and", ","):
        if is_verb(words, index) or words.low[index] in word_class("preposition"):
            return None
        index += 1
    start = index + 1
    stop = noun_phrase_after(words, start + _is_number(words, start))[1]
    if stop <= start or stop >= len(words) or not measures.is_people(words.low[stop - 1]):
        return None
    found = _state_at(words, stop) or (_state_at(words, stop + 1) if _is_linked(words, stop) else None)
    return (found, words.low[stop]) if found else None


def _is_number(words: Words, index: int) -> bool:
    return index < len(words) and (is_figure(words.low[index]) or words.low[index] in word_class("number"))


def _is_linked(words: Words, index: int) -> bool:
    return index + 1 < len(words) and (words.low[index] in word_class("auxiliary") or words.low[index] in _LINKING)


def _behind(view: View, noun: str) -> tuple[Family, str] | None:
    counted = measures.by_noun(noun) if noun else None
    if counted and counted.is_people:
        return counted, noun
    if _is_whole(view):
        return None
    words, is_far = view.words, False
    stay: tuple[Family, str] | None = None
    for index in _reach(view):
        low = words.low[index]
        found = _state_at(words, index)
        if found and not (is_far and words.low[index - 1] not in word_class("auxiliary") and not _is_intransitive(low)):
            if found.name not in _STAYING:
                return found, _by_degree(words, index)
            stay = found, low
        if (low in word_class("preposition") or low == ",") and index > view.after:
            is_far = True
    return stay


_STAYING = ("aboard",)  # where people are, unless what became of them is told behind it


def _by_degree(words: Words, index: int) -> str:
    """The word of a state, or the one beside it that tells how bad it is: "[critically] hurt", not of "not serious"."""
    if index and words.low[index - 1] == "not" and measures.degree(words.low[index]):
        return ""
    around = words.low[max(index - 1, 0) : index + (2 if words.low[index] == "in" else 1)]
    return next((low for low in around if measures.degree(low)), words.low[index])


def _reach(view: View) -> Iterator[int]:
    """Words after the figure that still belong to it: up to another verb, figure, clause or conjunction."""
    words, index = view.words, _after_whole(view)
    most = min(view.right, index + _AHEAD, len(words))
    while index < most:
        low = words.low[index]
        if (
            low == ","
            and index + 1 < most
            and (words.low[index + 1] in _ASIDE_OPENERS or words.low[index + 2 : index + 4] in _OF_THEM)
        ):
            index = _after_aside(words, index + 1, most)
            continue
        yield index
        if low in _LINKING:
            index += 1
            continue
        if low == "aged":
            index = _after_ages(words, index + 1, most)
            continue
        is_other_verb = is_verb(words, index) and low not in word_class("auxiliary") and low not in word_class("adverb")
        if (
            is_other_verb
            or is_figure(low)
            or low in ("and", "but", "when", "after", "while", "as", "than")
            or low == ","
        ):
            return
        index += 1


def _after_ages(words: Words, index: int, most: int) -> int:
    """The word behind the ages of those who are counted: "two men aged [24 and 31] were hurt"."""
    while index < most and (is_figure(words.low[index]) or words.low[index] in ("and", ",", "to", "between")):
        index += 1
    return index


_LINKING = word_class("found_so")  # "were found shot to death"
_ASIDE_OPENERS = ("including", "among", "many", "most", "some", "mostly")
_OF_THEM = (("of", "them"), ("of", "whom"))


def _is_whole(view: View) -> bool:
    """Whether only a part of the figure is told of: "none of the [12] was hurt"."""
    before = view.words.low[max(view.first - 3, 0) : view.first]
    return before[1:] == ("of", "the") and (
        is_figure(before[0]) or before[0] in word_class("number") or before[0] in _PARTS
    )


_PARTS = frozenset({"none", "some", "most", "many", "several", "half", "few", "any"})


def _after_whole(view: View) -> int:
    """The word after the figure, or after the whole it is a part of ("[15] of the 20 hostages were freed")."""
    words, index = view.words, view.after
    if view.behind(2) != ("of", "the") or index + 2 >= len(words):
        return index
    return index + 3 if is_figure(words.low[index + 2]) or words.low[index + 2] in word_class("number") else index


def _after_aside(words: Words, index: int, most: int) -> int:
    """The word after the comma that closes an aside ("12 people[, including two children,] were killed")."""
    while index < most and words.low[index] != ",":
        index += 1
    return index + 1


def _state_at(words: Words, index: int) -> Family | None:
    low = words.low[index]
    for phrase, family in measures.states(low):
        is_told = words.low[index : index + len(phrase)] == phrase and not _has_object(words, index, len(phrase))
        is_living = low == "lives" and index > 0 and measures.is_people(words.low[index - 1])  # "children [lives] in"
        if is_told and not is_living and not _tells_who(words, index):
            return family
    if low in _HARMED and not _HARMS.isdisjoint(words.low[index + 1 : index + _HARM_AHEAD]):
        return measures.by_noun("injury")
    found = None if words.low[index + 1 : index + 2] == ("down",) else measures.by_verb(low)  # drones are "shot down"
    if found is None or verbs.form(low) not in ("past", "participle"):
        return found if _is_present(words, index) else None
    return found if _is_suffered(words, index) else None


# As in "three received minor injuries".
_HARMED = word_class("receiving")
_HARMS = word_class("harm")
_HARM_AHEAD = 6


def _tells_who(words: Words, index: int) -> bool:
    """As in "three people who [work for] the agency were hurt"."""
    return words.low[index - 1] == "who" and verbs.form(words.low[index]) == "base"


def _has_object(words: Words, index: int, length: int) -> bool:
    """Whether the last of two states is a verb with people of its own ("two [dead and wounded] six others")."""
    if "and" not in words.low[index : index + length]:
        return False
    following = words.low[index + length : index + length + 1]
    return bool(following) and (following[0] in word_class("object_opener") or is_figure(following[0]))


def _is_suffered(words: Words, index: int) -> bool:
    """Whether the subject of the verb is whom it happens to: passive, reduced, or a verb without object."""
    recent = words.low[max(index - 3, 0) : index]
    if any(word in word_class("passive") for word in recent) or _is_intransitive(words.low[index]):
        return True
    following = words.low[index + 1] if index + 1 < len(words) else "."
    written = words.text[index + 1] if index + 1 < len(words) else "."
    return (
        following not in word_class("object_opener")
        and not is_figure(following)
        and not (is_word(written) and written[0].isupper() and not is_stop(following))  # "Three Killed In Fire"
    )


def _is_present(words: Words, index: int) -> bool:
    """As in "Three [die] in crash", but not "could die", nor what happens again and again: "12 die every day"."""
    before, behind = words.low[max(index - 1, 0)], words.low[index + 1 : index + 2]
    is_alone = before not in word_class("auxiliary") and before not in ("to", "who", "that")
    return _is_intransitive(words.low[index]) and is_alone and behind not in _AGAIN


_AGAIN = (("every",), ("each",), ("a",), ("per",), ("annually",), ("yearly",), ("daily",))


def _is_intransitive(word: str) -> bool:
    return verbs.lemma(word) in ("die", "perish", "drown")


def _before(view: View) -> tuple[Family, str] | None:
    words, index, gap_is_toll = view.words, view.phrase - 1, True
    least = max(view.left, view.phrase - _BACK, 0)
    while index >= least:
        low = words.low[index]
        found = _opening_at(words, index, is_near=index == view.phrase - 1 or gap_is_toll)
        if found:
            return found, low
        verb = measures.by_verb(low) if gap_is_toll is False or _is_gap_of_object(view, index) else None
        if verb and _is_active(words, index) and not _is_intransitive(low):
            return verb, _by_degree(words, index)
        gap_is_toll = gap_is_toll and (low in word_class("toll_gap") or low in word_class("hedge") or is_figure(low))
        if not (gap_is_toll or _is_chain(words, index)):
            return _toll_told_of(view, index)
        index -= 1
    return None


def _toll_told_of(view: View, index: int) -> tuple[Family, str] | None:
    """The toll that what it is of divides from its verb: "the death toll [from the flood in Lyon] rose to 12"."""
    words, least = view.words, max(view.left, index - _TOLL_BACK, 0)
    for place in range(index, least - 1, -1):
        low, numbered = words.low[place], _numbered(words, place)
        if numbered:
            return numbered, low
        if index == view.phrase - 1 or low in (",", ";") or _is_finite(words, place):
            return None
        if low in ("toll", "count") and words.low[place + 1] in word_class("toll_of"):
            found = _opening_at(words, place, is_near=True)
            return (found, low) if found else None
    return None


def _numbered(words: Words, index: int) -> Family | None:
    """As in "the number of people [killed] in the fires", "the number of [injured]": nothing narrower than people."""
    fate = measures.fate(words.low[index])
    if fate is None or not fate.is_people or words.low[index + 1] == "who":
        return None
    before = words.low[max(index - 3, 0) : index]
    who = before[2:] if before[:2] == ("number", "of") else ()
    is_anyone = len(who) == 1 and measures.is_anyone(who[0])
    return fate if is_anyone or before[1:] == ("number", "of") else None


def _is_finite(words: Words, index: int) -> bool:
    """Whether the word is the verb of a clause; not the noun before one: "the Alton [fires] climbed"."""
    form = verbs.form(words.low[index])
    is_noun = form == "third" and verbs.form(words.low[index + 1]) == "past"
    if index and words.low[index - 1] in ("that", "which", "who"):
        return False  # "the quake [that hit] Lund"
    return form == "past" or (form == "third" and is_verb(words, index) and not is_noun)


def _opening_at(words: Words, index: int, *, is_near: bool) -> Family | None:
    if not is_near:
        return None
    for phrase, family in measures.openings(words.low[index]):
        start = index - len(phrase) + 1
        if start >= 0 and words.low[start : index + 1] == phrase:
            return family
    return None


def _is_gap_of_object(view: View, index: int) -> bool:
    """Whether only hedges stand between a verb and its figure."""
    return all(low in word_class("hedge") for low in view.words.low[index + 1 : view.phrase])


def _is_active(words: Words, index: int) -> bool:
    return not any(word in word_class("passive") for word in words.low[max(index - 2, 0) : index])


def _is_chain(words: Words, index: int) -> bool:
    """Whether the word may stand in a list of objects ("killed [three soldiers and] 12 civilians")."""
    low = words.low[index]
    is_listing = (
        low in ("and", ",", "or") or is_figure(low) or low in word_class("hedge") or low in word_class("number")
    )
    following = words.low[index + 1] if index + 1 < len(words) else ""
    is_object = is_word(low) and not is_stop(low) and verbs.form(low) is None and following in (",", "and")
    return is_listing or is_object or measures.is_people(low)


def counted_noun(view: View, noun: str | None) -> str:
    """The counted noun phrase in lower case: as the mention gives it, or the words after the figure."""
    if noun:
        return noun.lower()
    start, stop = noun_phrase_after(view.words, view.after)
    if view.words.low[view.after : view.after + 1] and view.words.low[view.after] in word_class("determiner"):
        return ""  # "the mark of [2,290] that Lee set"
    low = view.words.low[start:stop]
    is_verb_first = (
        bool(low) and verbs.form(low[0]) in ("past", "participle", "third") and measures.by_verb(low[0]) is None
    )
    is_dated = bool(low) and low[-1] in word_class("time")  # "only [3] next week"
    is_doing = bool(low) and verbs.form(low[0]) == "ing" and low[0] not in word_class("noun_in_ing")
    is_closed = bool(low) and low[0] in CLOSED  # "some [12,000] live there"
    return "" if is_verb_first or is_doing or is_dated or is_closed else " ".join(low)
