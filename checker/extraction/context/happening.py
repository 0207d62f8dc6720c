"""The event a time dates: "since Russia's full-scale [invasion] in February 2022", "[arrested] him on Friday"."""

from functools import lru_cache

from checker.extraction.context.light import is_time, named, of_light
from checker.extraction.context.phrases import is_verb, is_word, noun_phrase_after, noun_phrase_before
from checker.extraction.context.view import View
from checker.extraction.context.words import Words
from checker.language import measures, occasions, verbs
from checker.language.grammar import is_stop, word_class
from checker.language.nouns import singular

_BACK, _AHEAD = 16, 14  # words looked at before and after a time
_MODIFIERS = 2
_OPENING = 2  # words before a time that opens its sentence ("On Monday, police said")


def event(view: View) -> tuple[str, str, str] | None:
    """Measure, head and step of the event that a time dates; None where the clause names none."""
    if ends_length(view):
        return None
    return (
        _date_noun(view)
        or _due(view)
        or _noun_behind(view)
        or _tenure(view)
        or _before(view)
        or _behind(view)
        or _subject_of_be(view)
    )


def ends_length(view: View) -> bool:
    """As in "the six months to [June 30]": the end of a length."""
    before = view.before(2)
    return len(before) > 1 and before[1] == "to" and before[0] in _LENGTHS


_LENGTHS = frozenset({"months", "weeks", "year", "quarter", "half", "week", "month"})


def _date_noun(view: View) -> tuple[str, str, str] | None:
    """As in "a release date of [March 4]", "use-by dates from October 9 to [October 20]"."""
    words, index = view.words, view.phrase - 1
    while index > 0 and (words.low[index] in _OF_DATE or words.low[index].isdigit() or is_time(words.low[index])):
        index -= 1
    if index < 1 or index == view.phrase - 1 or words.low[index] not in _DATES:
        return None
    name, head, why = named(words, index, 0, "noun before")
    if name == head and is_word(words.low[index - 1]) and not is_stop(words.low[index - 1]):
        name = f"{words.low[index - 1]} {head}"  # "release date"
    return (name, head, why) if name != head else None


_DATES = frozenset({"date", "dates", "deadline"})
_OF_DATE = frozenset({"of", "from", "to", "through", "between", "and", "on", "for", "until"})


def _due(view: View) -> tuple[str, str, str] | None:
    """As in "the report is due on [Friday]", "the report, due in [March], will", "production is set for [2029]"."""
    low, index = view.words.low, _before_link(view)
    if index < 1 or low[index] not in _DUE:
        return None
    index -= 1
    while index > 0 and low[index] in word_class("adverb"):
        index -= 1
    return _subject_before(view.words, index) if low[index] in (*_BE, ",") else None


def _subject_of_be(view: View) -> tuple[str, str, str] | None:
    """As in "Its last inspection was in [February]", "the medical was on [Tuesday]"."""
    index = _before_link(view)
    return _subject_before(view.words, index) if index > 0 and view.words.low[index] in ("was", "is") else None


def _before_link(view: View) -> int:
    """The word before the time and its preposition."""
    index = view.phrase - 1
    return index - (index > 0 and view.words.low[index] in _BEFORE_TIME)


def _subject_before(words: Words, index: int) -> tuple[str, str, str] | None:
    """The noun that ends before a word, which names what happens."""
    start, stop = noun_phrase_before(words, index)
    place = start - (words.low[max(start - 1, 0)] in word_class("determiner"))
    if place > 1 and words.low[place - 1] in _OF_SUBJECT:  # "the last contact [with the crew] was at 19:12"
        start, stop = noun_phrase_before(words, place - 1)
    last = words.low[stop - 1] if stop > start else ""
    is_name = bool(last) and words.text[stop - 1][0].isupper() and not (stop == 1 and last.endswith(_ABSTRACT))
    is_noun = bool(last) and not (is_name or measures.is_people(last) or is_time(last))
    return named(words, stop - 1, start, "subject") if is_noun else None


_BE = ("is", "are", "was", "were")
_BEFORE_TIME = ("in", "on", "at", "for", "by")
_ABSTRACT = ("tion", "sion", "ment", "ance", "ence")  # "Production is set for 2029"
_DUE = frozenset({"due", "expected", "set", "slated", "scheduled", "planned"})
_OF_SUBJECT = frozenset({"with", "of", "to", "for", "between", "from"})


def _tenure(view: View) -> tuple[str, str, str] | None:
    """As in "she has been chief executive since [2021]", "has run the company since [2021]": an office held."""
    low, stop = view.words.low, view.phrase - 1
    if stop < 0 or low[stop] != "since":
        return None
    start, end = noun_phrase_before(view.words, stop)
    if start and low[start - 1] == "," and end > start and low[end - 1] in word_class("office"):
        return " ".join(low[start:end]), low[end - 1], "office held"  # "Ann Lee, chief executive since [2014]"
    for index in range(stop - 1, max(view.left, stop - _BACK) - 1, -1):
        start, end = noun_phrase_after(view.words, index + 1)
        held = low[end - 1] if start < end <= stop else ""
        if low[index] == "been" and held in word_class("office"):
            return " ".join(low[start:end]), held, "office held"
        if verbs.lemma(low[index]) in _RUNNING and held in word_class("company"):
            return "chief executive", "executive", "company run"
    return None


_RUNNING = word_class("running_verb")


def _noun_behind(view: View) -> tuple[str, str, str] | None:
    """As in "the [2014] annexation", "[Monday]'s interview"."""
    words = view.words
    index = view.after
    if index < len(words) and words.low[index] in ("'s", "’s"):
        index += 1
    if index and words.low[index - 1].endswith("'s"):
        start, stop = noun_phrase_after(words, index)
        return named(words, stop - 1, start, "noun after") if stop > start else None
    for place in range(index, min(index + _MODIFIERS + 1, len(words))):
        low = words.low[place]
        if not is_word(low) or is_stop(low):
            break
        if measures.event_family(low):
            return named(words, place, index, "noun after")
    return _any_noun_behind(view, index)


def _any_noun_behind(view: View, index: int) -> tuple[str, str, str] | None:
    """As in "the [2013] incident": a noun that a determiner before the time is of."""
    words = view.words
    if not view.first or words.low[view.first - 1] not in ("the", "a", "an", "this", "that"):
        return None
    start, stop = noun_phrase_after(words, index)
    following = words.low[stop] if stop < len(words) else "."
    is_noun = start == index < stop and words.text[stop - 1][0].islower() and verbs.form(words.low[stop - 1]) is None
    is_closed = following != "and" and not (stop < len(words) and is_verb(words, stop))
    return named(words, stop - 1, start, "noun after") if is_noun and is_closed else None


def _before(view: View) -> tuple[str, str, str] | None:
    words = view.words
    for index in range(view.phrase - 1, max(view.left, view.phrase - _BACK) - 1, -1):
        low = words.low[index]
        if not _may_tell(low):
            continue
        told = verbs.told_event(words.low, index)
        if told:
            return told, told, "words before"
        if _is_joined_noun(words, index):
            return named(words, index - 2, 0, "noun before")
        if _is_charge(words, index, view.left):
            continue
        if measures.event_family(low) and singular(low) not in word_class("empty_noun") and not is_verb(words, index):
            return named(words, index, view.left, "noun before")
        if _is_noun_of_verb(words, index):
            return named(words, index, view.left, "noun before")
        found = _of_verb(words, index, "verb before")
        if found:
            return None if _is_clock_of_clause(view, index) else of_light(words, index, view.left, found)
    return None


@lru_cache(maxsize=16384)
def _may_tell(low: str) -> bool:
    """Whether the word, as verb, as noun or as the end of a phrase, can tell an event at all."""
    is_noun = measures.event_family(low) is not None or verbs.is_nominal(low)
    return is_noun or verbs.form(low) is not None or verbs.ends_told_event(low)


def _is_clock_of_clause(view: View, index: int) -> bool:
    """As in "Lee said about [3:40 a.m. Monday] divers were sent": the hour of what is said, not of saying it."""
    low = view.words.low
    if verbs.lemma(low[index]) not in word_class("saying_verb"):
        return False
    is_clock = not _CLOCK.isdisjoint(low[view.first : view.after])
    is_next = all(word in word_class("hedge") for word in low[index + 1 : view.phrase])
    return is_clock and is_next and not word_class("auxiliary").isdisjoint(low[view.after + 1 : view.after + _CLAUSE])


_CLOCK = frozenset({"a.m", "p.m", "am", "pm", "a.m.", "p.m.", "noon", "midnight", "o'clock"})
_CLAUSE = 6  # words behind a time in which the verb of its clause stands


def _is_joined_noun(words: Words, index: int) -> bool:
    """As in "the shooting and [wounding] of two guards": the noun before it names the event."""
    is_joined = words.low[index - 1 : index] == ("and",) and words.low[index + 1 : index + 2] == ("of",)
    return (
        is_joined and verbs.form(words.low[index]) == "ing" and measures.event_family(words.low[index - 2]) is not None
    )


def _is_charge(words: Words, index: int, least: int) -> bool:
    """Whether a noun is what somebody is tried for: "found guilty of [murder] on Monday" dates no murder."""
    if not measures.event_family(words.low[index]):
        return False
    for place in range(index - 1, max(least, index - _CHARGE) - 1, -1):
        low = words.low[place]
        if low in ("of", "on", "with", "to", "for") and _is_verdict(words.low[max(0, place - 2) : place]):
            return True
        if low in (",", "in") or is_verb(words, place):
            return False
    return False


def _is_verdict(before: tuple[str, ...]) -> bool:
    return bool(before) and (before[-1] == "guilty" or verbs.lemma(before[-1]) in word_class("verdict_verb"))


def _is_noun_of_verb(words: Words, index: int) -> bool:
    """Whether it is a noun made of a verb, behind a preposition: "with a [victory] over Lyon on Monday"."""
    low = words.low[index]
    if not verbs.is_nominal(low) or is_verb(words, index):
        return False
    start = index
    while start > 0 and index - start < _MODIFIERS + 1 and not is_stop(words.low[start - 1]):
        start -= 1
    while start > 0 and words.low[start - 1] in word_class("determiner"):
        start -= 1
    is_object = start > 0 and verbs.lemma(words.low[start - 1]) in word_class("taking_verb")
    is_subject = start == 0 and words.low[0] in ("the", "its") and words.low[index + 1 : index + 2] == ("of",)
    return is_subject or is_object or (start > 0 and words.low[start - 1] in _ON_OCCASION)


_ON_OCCASION = frozenset({"with", "after", "before", "during", "since", "following", "by", "upon"})
_CHARGE = 8  # words between a verdict and what it is for


def _is_of_own_verb(view: View) -> bool:
    """As in "Lind, who turned 90 on [Monday], died": a time whose verb, though it tells no event, stands before it."""
    words = view.words
    is_closed = words.low[view.after : view.after + 1] == (",",)
    return is_closed and any(
        is_verb(words, index) and words.low[index] not in word_class("auxiliary")
        for index in range(view.left, view.phrase)
    )


def _behind(view: View) -> tuple[str, str, str] | None:
    words = view.words
    if _is_of_own_verb(view):
        return None
    start = _behind_aside(view)
    for index in range(start, min(start + _AHEAD, len(words))):
        found = _of_verb(words, index, "verb after") if _may_tell(words.low[index]) else None
        if found and found[0] == "statement" and words.low[index + 1 : index + 2] == (",",):
            continue  # "In March, police said, ...": an aside
        if found and found[0] == "statement" and view.first > _OPENING and index > view.after:
            return None
        if found:
            return _told_from(words, index) or of_light(words, index, view.after, found)
        if words.low[index] in (";", "."):
            return None
    return None


def _behind_aside(view: View) -> int:
    """Where the clause of a time goes on behind an aside: "At [6:20], an hour after the doors had opened, it began"."""
    low = view.words.low
    if low[view.after : view.after + 1] != (",",):
        return view.after
    opens = next((i for i in range(view.after + 1, min(view.after + _OPENS, len(low))) if low[i] in _ASIDE), None)
    return low.index(",", opens) if opens is not None and "," in low[opens:] else view.after


_ASIDE, _OPENS = ("after", "before", "when", "while", "as"), 5  # words, within which one of these opens the aside


def _told_from(words: Words, index: int) -> tuple[str, str, str] | None:
    """As in "On Monday he was [found guilty]": the event of a phrase that begins with the verb."""
    for last in range(index + 1, min(index + _PHRASE, len(words))):
        told = verbs.told_event(words.low, last)
        if told:
            return told, told, "words after"
    return None


_PHRASE = 3  # words of the longest phrase that tells an event


def _of_verb(words: Words, index: int, why: str) -> tuple[str, str, str] | None:
    if not is_verb(words, index) or words.low[index] in word_class("auxiliary"):
        return None
    base = verbs.lemma(words.low[index])
    is_state = base in word_class("stative_verb") and base not in word_class("object_verb")
    if base is None or is_state or words.low[index] == _MISSING:
        return None
    if base in word_class("object_verb"):
        start, stop = noun_phrase_after(words, index + 1)
        while stop > start and words.low[stop - 1] in word_class("time"):
            stop -= 1
        is_noun = stop > start and not words.text[stop - 1][0].isupper()
        return named(words, stop - 1, start, "object of a light verb") if is_noun else None
    is_request = (base, *words.low[index + 1 : index + 2]) in (("ask", "for"), ("report", "to"))
    name = "statement" if base in word_class("saying_verb") and not is_request else verbs.nominal(base)
    name = next(iter(occasions.of_phrase(words.low, index)), name)  # "left the road"
    return name, name, why


_MISSING = "missing"  # "six were still missing at [10 a.m.]": nothing happened then
