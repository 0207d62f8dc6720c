"""What a figure is said to be the value of: a subject, an object that is put at it, what is numbered."""

from checker.extraction.context.measured import measured
from checker.extraction.context.phrases import (
    SCALES,
    head,
    is_manner,
    is_verb,
    is_word,
    normal,
    noun_phrase_after,
    noun_phrase_before,
)
from checker.extraction.context.view import View
from checker.extraction.context.words import Words
from checker.language import measures, verbs
from checker.language.grammar import word_class
from checker.language.nouns import singular

_LONG = 4  # letters of a word that titles write with a capital
_WHICH_BACK = 8  # words from a comma to the "of which" behind it
Found = tuple[str, str, str]  # measure, head, why


def valued(view: View) -> Found | None:
    """As in "including debt the deal is valued at [$4 billion]": the subject, whatever stands before it."""
    words, index = view.words, view.phrase - 1
    while index > view.left and words.low[index] in word_class("hedge") and words.low[index] != "at":
        index -= 1
    if index - 1 <= view.left or words.low[index] != "at":
        return None
    if words.low[index - 1] not in _VALUING:
        return _put(view, index)
    return subject(words, "", noun_phrase_before(words, group_start(view, index - 1)))


def _put(view: View, at: int) -> Found | None:
    """As in "officials put the cost of the repairs at [$14 million]": what the verb has as its object."""
    words = view.words
    least = max(view.left, at - _OBJECT - 1)
    verb = next((index for index in range(at - 1, least, -1) if words.low[index] in _PUTTING), None)
    if verb is None or any(is_verb(words, index) for index in range(verb + 1, at)):
        return None
    found = subject(words, "", (max(noun_phrase_before(words, at)[0], verb + 1), at))
    return found and (found[0], found[1], "object")


_OBJECT = 9  # words of what is put at a value
_PUTTING = word_class("putting")
_VALUING = word_class("valued")


def numbered(view: View) -> Found | None:
    """As in "the number of homes sold fell to [300]": what is numbered, with what was done to it."""
    words, low = view.words, view.words.low
    least = max(view.left, view.phrase - _NUMBERED)
    place = next((i for i in range(view.phrase - 2, least - 1, -1) if low[i : i + 2] == _NUMBER_OF), None)
    if place is None:
        return None
    start, stop = noun_phrase_after(words, place + 2)
    told = [index for index in range(stop, view.phrase) if is_verb(words, index)]
    done = low[stop] if told[:1] == [stop] and len(told) > 1 and is_participle(low[stop]) else None
    is_more = len(told) > 1 or low[view.phrase - 1] == "at"  # "police put the number of people who marched at"
    if low[stop : stop + 1] in _WHO and is_more and told[:1] == [stop + 1] and is_participle(low[stop + 1]):
        return _of_number(list(low[start:stop]), low[stop + 1])  # "people who demonstrated in Lyon rose"
    known = next((word for word in low[stop : min(stop + _KNOWN, view.phrase)] if measures.by_verb(word)), None)
    if known and told and view.phrase - told[-1] <= _KNOWN:
        return _of_number(list(low[start:stop]), known)  # "people known to have died when a dam burst"
    return _of_number(list(low[start:stop]), done) if _is_one_group(words, told[1:] if done else told) else None


_WHO = (("who",), ("that",), ("which",))
_NUMBER_OF, _NUMBERED = ("number", "of"), 22  # words up to the figure
_KNOWN = 5  # words among which stands what became of the people, and the verb of their number


def is_participle(low: str) -> bool:
    """Whether it can stand behind what it is done to: "sold", not "rose"."""
    base = verbs.lemma(low)
    return base is not None and verbs.participle(base) == low


def _is_one_group(words: Words, told: list[int]) -> bool:
    """Whether the verbs are one: "has risen", not "rose after it cut"."""
    between = set(range(told[0], told[-1])) - set(told) if told else set()
    return bool(told) and all(words.low[index] in _OF_GROUP for index in between)


def _of_number(told: list[str], done: str | None) -> Found | None:
    why, phrase = "number of", normal(told, is_count=True)
    if not phrase:
        return None
    family = measures.state(told[-1]) or measures.by_noun(phrase)  # "the number of dead", "of deaths"
    if family:
        return family.measure, family.head, why
    fate = measures.by_verb(done) if done else None
    if fate:
        return (fate.measure if measures.is_anyone(phrase) else f"{phrase} {fate.head}"), fate.head, why
    return (f"{phrase} {done}" if done else phrase), head(phrase), why


def rate_of_bank(view: View) -> Found | None:
    """As in "the central bank cut its rate to [4.5%]", "the Fed kept rates at [4.5%]"."""
    low = view.words.low
    least = max(view.left, view.phrase - _OBJECT)
    place = next((i for i in range(view.phrase - 1, least - 1, -1) if low[i] in ("rate", "rates")), None)
    if place is None or word_class("rate_setter").isdisjoint(low):
        return None
    before, following = low[place - 1] if place else "", low[place + 1]
    is_any = not before or before in word_class("determiner") or verbs.form(before) is not None
    is_whole = following in word_class("preposition") or following in word_class("auxiliary")
    is_whole = is_whole or verbs.lemma(following) in word_class("equating_verb")  # not "the rate paid to banks"
    return ("interest rate", "rate", "rate of a bank") if is_any and is_whole and following != "of" else None


def subject(words: Words, base: str, phrase: tuple[int, int]) -> Found | None:
    """The subject of an equating verb; "the dam cost", "the cost of the dam was" measure a cost."""
    start, stop = _over_participle(words, *_of_which(words, *_over_time(words, *phrase)))
    own = None if is_name(words, start, stop) else measured(words, start, stop)  # "the Green Alliance reached [12%]"
    found = _of_whole(words, start, own) or measured(words, *_over_place(words, start))
    of = start - 1 if start and words.low[start - 1] == "of" else start - 2
    is_cost = base == "cost" or (of > 0 and words.low[of] == "of" and singular(words.low[of - 1]) == "cost")
    if not is_cost:
        return (*found, "subject") if found else None
    return (f"cost of {found[0]}" if found else "cost"), "cost", "cost"


def _of_whole(words: Words, start: int, found: tuple[str, str] | None) -> tuple[str, str] | None:
    """What is told of a thing, where that says more than it: "the [speed] of light is", "the [limit] for adults"."""
    link = start - 1
    while link > 0 and words.low[link] in word_class("determiner"):
        link -= 1
    if found is not None and link > 0 and words.low[link] in ("to", "between"):  # "the [damage] to insurers"
        whole = measured(words, *noun_phrase_before(words, link))
        return whole if whole and (measures.family(whole[0]) or words.low[link] == "between") else found
    if found is None or link <= 0 or words.low[link] not in ("of", "for"):
        return found
    if words.low[link - 1] == "share":
        return f"share of {found[0]}", found[1]
    outer = measured(words, *noun_phrase_before(words, link))
    if outer is None or outer[1] in _VALUES or measures.family(outer[0]):
        return found
    return f"{outer[0]} {words.low[link]} {found[0]}", outer[1]


def _over_time(words: Words, start: int, stop: int) -> tuple[int, int]:
    """The noun phrase before a time or a figure: "[wages] between April and June were", "the [fee] of $40 rises"."""
    place = stop
    while place > 0 and stop - place < _TIMES and _is_time_or_figure(words.low[place - 1]):
        place -= 1
    if place in (0, stop) or words.low[place - 1] not in _TIMING:
        return start, stop
    own = noun_phrase_before(words, place - 1)
    return own if own[0] < own[1] else (start, stop)


_TIMES = 8  # words of a time
_TIMING = frozenset({"in", "for", "between", "during", "of", "since", "on", "from", "at"})


def _is_time_or_figure(low: str) -> bool:
    is_time = low in word_class("time") or low in word_class("number") or low in word_class("determiner")
    return is_time or not is_word(low) or low in SCALES or low in ("and", "to", "percent", "cent", "per", "last")


def _over_participle(words: Words, start: int, stop: int) -> tuple[int, int]:
    """The noun phrase that a participle is of: "the [rate] paid to banks drops"."""
    link = start - 1
    while link > 0 and words.low[link] in word_class("determiner"):
        link -= 1
    is_linked = link > 1 and words.low[link] in word_class("preposition") and is_participle(words.low[link - 1])
    own = noun_phrase_before(words, link - 1) if is_linked and words.low[link] != "of" else (0, 0)
    return own if own[0] < own[1] else (start, stop)


_VALUES = word_class("value_noun")  # of a thing are told as that thing's own


def _over_place(words: Words, start: int) -> tuple[int, int]:
    """The noun phrase before the place it is in: "the [temperature] in Varn reached"."""
    is_place = start > 1 and words.low[start - 1] in word_class("locating") and words.text[start][0].isupper()
    return noun_phrase_before(words, start - 1) if is_place else (start, start)


def _of_which(words: Words, start: int, stop: int) -> tuple[int, int]:
    """The noun phrase that "which" stands for, as in "deposits, the total value of [which] may reach"."""
    comma = next((i for i in range(stop - 1, max(stop - _WHICH_BACK, 0), -1) if words.low[i] == ","), 0)
    is_relative = comma > 0 and words.low[stop - 2 : stop] == ("of", "which")
    return noun_phrase_before(words, comma) if is_relative else (start, stop)


# "The fee is [due to] rise": words inside a verb group.
_OF_GROUP = word_class("adverb") | word_class("auxiliary") | {"to", "not", "due", "likely", "unlikely", "able", "bound"}


def group_start(view: View, index: int) -> int:
    """The first word of the verb group that ends at `index`."""
    words = view.words
    while index > view.left and (
        is_verb(words, index - 1) or words.low[index - 1] in _OF_GROUP or is_manner(words.low[index - 1])
    ):
        if words.low[index] in word_class("passive") and verbs.form(words.low[index - 1]) == "ing":
            break  # "capital spending was": a noun
        index -= 1
    return index


def is_name(words: Words, start: int, stop: int) -> bool:
    """Whether all words are capitalised, and not all of the sentence is, as in a title."""
    is_capital = start < stop and all(word[0].isupper() for word in words.text[start:stop])
    is_opening = not start and stop == 1  # "Prices rose"
    return is_capital and not is_opening and any(word.islower() and len(word) >= _LONG for word in words.text)
