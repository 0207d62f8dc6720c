"""Doubts: what keeps two claims of one fact from being held against each other, though nothing separates them.

A doubt counts only where the values differ: it lowers the score below the line from which differences are reported.
"""

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from types import MappingProxyType

from checker.language.grammar import is_stop, word_class
from checker.language.lexicon import lexicon
from checker.language.patterns import pattern
from checker.matching.companions import have_died_since
from checker.matching.features.context import wording_of_sentences
from checker.matching.features.event import same_event
from checker.matching.features.measure import one_occasion
from checker.matching.likely import likelihood
from checker.matching.occasion import may_be_of_one
from checker.matching.owners import (
    another_owner,
    counted_on,
    elsewhere,
    in_other_places,
    other_size,
    other_stage,
    stranger,
)
from checker.matching.released import other_release
from checker.matching.side import Side
from checker.matching.slip import is_slip, swapped
from checker.matching.slot import is_one_slot
from checker.matching.told_of import (
    counted_in,
    guess,
    other_charges,
    other_convict,
    other_gathering,
    other_measure,
    other_people,
    other_season,
    outcome,
    untold_score,
)
from checker.matching.which_of import (
    alone,
    another_day,
    another_weekday,
    both_told,
    definite,
    difference,
    early_count,
    gap,
    nobody_named,
    of_another,
    of_whole,
    one_of_several,
    other_wholes,
    rest,
    several,
    span,
    step,
    thing_untold,
    untold_change,
)
from checker.matching.wording import share, words

Doubt = Callable[[Side, Side], str | None]

# The most that a pair in doubt can score: one fact, but not sure enough to report a difference.
IN_DOUBT = 0.65
_YEAR = pattern(r"(?i)(?:\b(since|until|through)\s+(?:\pL+\s+)?)?\b((?:19|20)[0-9]{2})\b")
_DIGIT = pattern("[0-9]")
_WHO = re.compile(r"(?<=[0-9]), who [^,.;]{0,80}(?=,)")  # "Ann Lee, 51, who joined in 2019, is": of then
_DAYS_OF_YEAR = 366
_SAME_WORDING = 0.5  # telling words in common that make two sentences tell of one happening
_LIKE_WORDING = 0.5  # score of the context feature
_ONE_STORY = 0.4  # score of the event feature
_SHORT_SPAN = 7  # days: beyond this a time names no day


def _wording(left: Side, right: Side) -> str | None:
    alike = share(left.words, right.words) or 0.0
    is_unlike = left.is_time and alike < _SAME_WORDING and not _is_once(left, right)
    return "the sentences may tell of two happenings" if is_unlike else None


def _happening(left: Side, right: Side) -> str | None:
    """Statements, calls and releases come again and again, though hardly on one day; a quake or a vote does not."""
    is_one_day = left.kind == right.kind == "time" and left.value == right.value
    is_one = is_one_day or (left.family is not None and left.family == right.family and may_be_of_one(left, right))
    is_one = is_one or any(test(left, right) for test in _ONCE)
    is_any = left.is_time and not is_one
    return "what happened at these times may have happened twice" if is_any else None


def _is_once(left: Side, right: Side) -> bool:
    """A founding, a birth or an arrest happens once to whom it happens, and each article tells one day of it."""
    is_one = left.family is not None and left.family == right.family and left.is_sole and right.is_sole
    once = lexicon("measures")["once"]
    families = [*once["families"], *(once["at_an_hour"] if left.kind == right.kind == "time" else ())]
    if not is_one or left.family not in families:
        return False
    shared = same_event(left, right)
    names = {*left.names} & {*right.names}
    is_untold = not (left.names and right.names) and left.family not in once["of_each"]
    return shared is not None and shared.score >= _SAME_STORY and (bool(names) or is_untold)


_SAME_STORY = 0.6  # score of the event feature


def _lasts_once(left: Side, right: Side) -> bool:
    """Until when something is closed, since when somebody governs: the bound of one state."""
    is_bound = left.role == right.role and left.role in ("start", "end", "deadline")
    return (
        is_bound
        and bool(left.measure_words)
        and left.measure_words == right.measure_words
        and left.is_sole
        and right.is_sole
    )


def _is_one_appointment(left: Side, right: Side) -> bool:
    """The one strike, vote or hearing to come that each of two articles of one day tells of."""
    is_ahead = _is_ahead(left) and _is_ahead(right) and _is_overnight(left, right)
    return is_ahead and left.head == right.head is not None and left.is_sole and right.is_sole


def _is_of_one_year(left: Side, right: Side) -> bool:
    """The annual inspection in March and the one in May: there is one a year."""
    is_yearly = left.measure_words == right.measure_words and not _YEARLY.isdisjoint(left.measure_words)
    return is_yearly and abs(left.value.low - right.value.low) < _MOST_OF_A_YEAR


def _is_first(left: Side, right: Side) -> bool:
    """The first patient fell ill but once."""
    is_one = bool(left.measure_words) and left.measure_words == right.measure_words
    return is_one and not _of_order(left).isdisjoint(_of_order(right))


def _of_order(one: Side) -> set[tuple[str, str]]:
    """The words that "first" and "last" stand before."""
    told = pairwise(words(one.sentence))
    return {(word, noun) for word, noun in told if word in _ORDER and not (is_stop(noun) or noun in _TIMES)}


_TIMES = word_class("time") | word_class("weekday") | word_class("number")
_ORDER = ("first", "last", "earliest", "final")
_ONCE = (_lasts_once, _is_one_appointment, _is_of_one_year, _is_first)
_YEARLY, _MOST_OF_A_YEAR = frozenset({"annual", "yearly"}), 300  # days


def _relative(left: Side, right: Side) -> str | None:
    """Weekdays rest on the day of publication, which is often that of an edit; two weekdays do not."""
    if not left.is_time or any(_DIGIT.search(one.text) for one in (left, right)) or _are_two_weekdays(left, right):
        return None
    return "both times are told relative to the publication"


def _are_two_weekdays(left: Side, right: Side) -> bool:
    """Tuesday and Wednesday, in articles so near each other that both are of one week's news."""
    days = [_WEEKDAYS & set(words(one.text)) for one in (left, right)]
    is_near = left.published is not None and right.published is not None
    return (
        all(days)
        and days[0] != days[1]
        and is_near
        and abs((left.published or 0) - (right.published or 0)) <= _NEAR_DAYS
    )


_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_NEAR_DAYS = 3


def _role(left: Side, right: Side) -> str | None:
    is_other = left.is_time and left.role != right.role and not _is_told_either_way(left, right)
    return "the times stand in different roles" if is_other else None


def _is_told_either_way(left: Side, right: Side) -> bool:
    """Closed until Friday, reopens on Friday; the first crash since 2009, a crash in 2009."""
    told, roles = one_occasion(left, right), {left.role, right.role}
    if told is None or "date_of_event" not in roles:
        return False
    return "start" in roles or told in lexicon("occasions")["ending"]


def _grain(left: Side, right: Side) -> str | None:
    if not left.is_time or not (left.value.is_bounded and right.value.is_bounded):
        return None
    spans = [one.value.high - one.value.low < _SHORT_SPAN for one in (left, right)]
    return "one names a day, the other a longer time" if any(spans) and not all(spans) else None


def _then(left: Side, right: Side) -> str | None:
    """An age told of an earlier year, as in "in 2003 a 40-year-old"; "since 2003" tells of today. And a toll of one."""
    marks = [_tells_earlier_year(one) for one in (left, right)]
    if left.kind == "age":
        return "an age may be that of an earlier year" if any(marks) else None
    is_toll = left.kind == "count" and left.family in _TOLLS and left.document != right.document
    return "one tells of an earlier year" if is_toll and marks[0] != marks[1] else None


_TOLLS = ("killed", "injured", "missing", "casualties")


def _tells_earlier_year(one: Side) -> bool:
    told = one.sentence[: one.at] + _WHO.sub("", one.sentence[one.at :], 1)
    years = [int(match.group(2) or 0) for match in _YEAR.finditer(told) if not match.group(1)]
    return one.published is not None and any(year * 365.2425 < one.published - 2 * _DAYS_OF_YEAR for year in years)


def _last_name(left: Side, right: Side) -> str | None:
    if left.kind != "age" or (left.is_named_beside and right.is_named_beside):
        return None
    return "the full name does not stand beside both ages"


def _sort(left: Side, right: Side) -> str | None:
    """Of "two children killed" and "three killed" one may be a part."""
    return "one counts only a sort of them" if left.kind == "count" and left.sort != right.sort else None


def _room(left: Side, right: Side) -> str | None:
    """An "up to 900" says how many there may be at one place; "less than 900" is told of the figure itself."""
    is_bound = (
        left.profile == "number"
        and left.family not in lexicon("measures")["decided"]["families"]
        and any(one.value.hedge == "at_most" for one in (left, right))
    )
    return "an upper bound may be that of something else" if is_bound else None


def _other_words(left: Side, right: Side) -> str | None:
    """Where what a figure measures has no settled name, only the wording tells that it is the same one."""
    is_settled = left.family is not None or right.family is not None
    if left.profile != "number" or left.document == right.document or is_settled:
        return None
    if _counts_one(left, right):
        return None
    alike = wording_of_sentences(left, right)
    return "the sentences are in quite other words" if alike is None or alike.score < _LIKE_WORDING else None


def _counts_one(left: Side, right: Side) -> bool:
    """Medals and medals: one word, of which each article tells one figure; and the articles tell of one event."""
    shared = same_event(left, right)
    is_only = left.names[:1] == right.names[:1] and left.is_sole_of_owner and right.is_sole_of_owner
    is_only = is_only or (left.is_sole and right.is_sole)
    is_one = is_only and bool(left.measure_words) and left.measure_words == right.measure_words
    return is_one and shared is not None and shared.score >= _SURELY_ONE


_SURELY_ONE = 0.9  # score of the event feature


def _times(left: Side, right: Side) -> str | None:
    """One writer's two shootings are another's one; shots are counted for each who was shot."""
    is_any = left.kind == "count" and {left.family, right.family} & lexicon("measures")["events"].keys()
    return "how often it happened is told in many ways" if is_any else None


def _other_story(left: Side, right: Side) -> str | None:
    """Few names in common: two stories of one kind, an election here and one there."""
    shared = same_event(left, right)
    is_other = left.profile == "number" and shared is not None and shared.score < _ONE_STORY
    return "the documents hardly share a name" if is_other else None


def _appointment(left: Side, right: Side) -> str | None:
    """Hearings, votes and openings are put off: of two articles of two days the later may tell the new day.

    Not overnight: the papers of the next morning tell what was told in the evening.
    """
    is_planned = left.is_time and not _is_overnight(left, right) and _is_ahead(left) and _is_ahead(right)
    return "what is planned may have been put off" if is_planned else None


def _is_overnight(left: Side, right: Side) -> bool:
    if left.published is None or right.published is None:
        return left.published == right.published
    return abs(left.published - right.published) <= 1


def _is_ahead(one: Side) -> bool:
    return one.modality == "planned" or (one.published is not None and one.value.low > one.published)


def _died_since(left: Side, right: Side) -> str | None:
    return "some of the injured have died since" if have_died_since(left, right) else None


def _in_body(left: Side, right: Side) -> str | None:
    """A figure of the title that the body tells as well is not what another one of the body contradicts."""
    is_title = left.document == right.document and left.section != right.section
    return "the body tells the title's figure as well" if is_title and (left.is_in_body or right.is_in_body) else None


def _unlikely(left: Side, right: Side) -> str | None:
    """Too little tells that the two are one figure, of all that two articles of a story tell.

    Of one measure and one period both articles tell for themselves.
    """
    is_told = left.family is not None and left.family == right.family and left.period == right.period is not None
    if left.document == right.document or left.kind == "age" or is_told:
        return None
    least = _UNLIKELY_SWAP if swapped(left, right) else _UNLIKELY_SLIP if is_slip(left, right) else _UNLIKELY
    likely = likelihood(left, right)
    return "little tells that both mean one figure" if likely is not None and likely < least else None


# That digits are alike is most of what speaks for a slip, and two of them change places by chance before all else.
_UNLIKELY, _UNLIKELY_SLIP, _UNLIKELY_SWAP = 0.095, 0.2, 0.3


DOUBTS: Mapping[str, Doubt] = MappingProxyType(
    {
        "wording": _wording,
        "happening": _happening,
        "relative": _relative,
        "role": _role,
        "grain": _grain,
        "then": _then,
        "last name": _last_name,
        "sort": _sort,
        "room": _room,
        "score": untold_score,
        "other words": _other_words,
        "another owner": another_owner,
        "elsewhere": elsewhere,
        "stranger": stranger,
        "gap": gap,
        "counted on": counted_on,
        "places": in_other_places,
        "stage": other_stage,
        "times": _times,
        "other story": _other_story,
        "appointment": _appointment,
        "outcome": outcome,
        "other measure": other_measure,
        "other people": other_people,
        "guess": guess,
        "alone": alone,
        "span": span,
        "early count": early_count,
        "other gathering": other_gathering,
        "other season": other_season,
        "other convict": other_convict,
        "other charges": other_charges,
        "counted in": counted_in,
        "other release": other_release,
        "rest": rest,
        "of whole": of_whole,
        "difference": difference,
        "thing untold": thing_untold,
        "other wholes": other_wholes,
        "of another": of_another,
        "nobody named": nobody_named,
        "other size": other_size,
        "one of several": one_of_several,
        "untold change": untold_change,
        "both told": both_told,
        "step": step,
        "definite": definite,
        "another day": another_day,
        "another weekday": another_weekday,
        "several": several,
        "died since": _died_since,
        "unlikely": _unlikely,
        "in body": _in_body,
    }
)


def doubt(left: Side, right: Side, but: frozenset[str] = frozenset()) -> str | None:
    """Why a difference of the two is not to be reported; None when nothing speaks against it.

    Doubts named in `but` are not asked. A sentence that two documents print is about one thing.
    """
    if is_one_slot(left, right):
        return None
    asked = (test for name, test in DOUBTS.items() if name not in but)
    return next((reason for test in asked if (reason := test(left, right)) is not None), None)
