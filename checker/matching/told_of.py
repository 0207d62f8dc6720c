"""Doubts about what two figures are told of: another outcome, another match, another man, another stage of a trial."""

import re
from functools import cache
from itertools import pairwise

from checker.language.lexicon import lexicon
from checker.language.names import is_person
from checker.matching.features.entities import same_names
from checker.matching.features.measure import same_measure
from checker.matching.relation import compare
from checker.matching.side import MASK, Side
from checker.matching.slip import is_slip, slip
from checker.matching.which_of import is_outcome
from checker.matching.wording import words

_ALIKE, _ALIKE_LENGTHS = 0.5, 0.75  # score of the measure feature; of durations, of which there are many


def outcome(left: Side, right: Side) -> str | None:
    """How many are dead, and how many there were: the measure of only one is what became of people."""
    if left.kind != "count" or is_outcome(left) == is_outcome(right):
        return None
    alike = same_measure(left, right)
    is_other = alike.score < _ALIKE if alike is not None else not (left.measure and right.measure)
    return "only one tells what became of people" if is_other else None


def other_measure(left: Side, right: Side) -> str | None:
    """Two measures in quite other words; where a slip shows that they may be one, the wording decides."""
    if left.profile != "number" or left.kind == "score" or (left.family and right.family) or slip(left, right):
        return None
    alike = same_measure(left, right)
    is_other_sort = left.kind == "count" and left.measure_words != right.measure_words  # children, and people
    is_other = is_other_sort if alike is None else alike.score < (_ALIKE_LENGTHS if left.kind == "duration" else _ALIKE)
    return "what they measure is told in other words" if is_other else None


def other_people(left: Side, right: Side) -> str | None:
    """Soldiers of one army and of another: one sort of people, and no name in common."""
    is_sort = left.kind == "count" and left.family is None and left.measure_words == right.measure_words
    names = same_names(left, right)
    is_other = is_sort and names is not None and not names.score and not slip(left, right)
    return "no name in common, and others have such people too" if is_other else None


def guess(left: Side, right: Side) -> str | None:
    """What somebody expects to go is not what was decided; and what a storm costs, each insurer reckons for himself."""
    if left.currency and left.family == right.family and _is_reckoned(left, right):
        return "each may reckon it for himself"
    is_decided = left.family is not None and left.family in lexicon("measures")["decided"]["families"]
    is_one = (left.modality == "estimated") != (right.modality == "estimated")
    return "one is an estimate of what the other decides" if is_decided and is_one else None


def _is_reckoned(left: Side, right: Side) -> bool:
    """Whether it is what nobody can count, and not the same speaker or a slip."""
    is_any = left.family in lexicon("measures")["reckoned"]["families"] and left.document != right.document
    return is_any and not is_slip(left, right) and (left.speaker is None or left.speaker != right.speaker)


def other_gathering(left: Side, right: Side) -> str | None:
    """On one day people march in many towns."""
    is_any = left.kind == "count" and not _words_of("gathering").isdisjoint({*left.measure_words, *right.measure_words})
    is_other = is_any and not {*left.names, left.place} & {*right.names, right.place} - {None}
    is_other = is_other and not all(_CAPITAL in words(one.sentence) for one in (left, right))
    return "people may have gathered in several places" if is_other else None


_CAPITAL = "capital"  # there is one in a country


def other_season(left: Side, right: Side) -> str | None:
    """As in "18 goals last season", "12 goals this season": each sentence tells another one."""
    one, other = (_seasons(side.sentence) for side in (left, right))
    is_other = left.profile == "number" and bool(one) and bool(other) and one.isdisjoint(other)
    return "each tells of another season" if is_other else None


def _seasons(sentence: str) -> frozenset[str]:
    told = pairwise(words(sentence))
    return frozenset(_WHICH[which] for which, noun in told if noun in ("season", "term") and which in _WHICH)


_WHICH = {"last": "last", "previous": "last", "this": "this", "current": "this", "next": "next", "coming": "next"}


def _votes(one: Side) -> frozenset[int]:
    """The numbers of a vote that are hardly those of another: of two digits and more."""
    return frozenset(int(number) for number in re.findall(r"[0-9]{2,4}", one.text) if int(number) >= _FEWEST)


_FEWEST = 20


def untold_score(left: Side, right: Side) -> str | None:
    """A score in brackets is often that of a season, not of the match; of a bill there are several votes."""
    are_named = len({*left.names} & {*right.names}) >= _TEAMS
    is_untold = left.kind == "score" and not _is_told_score(left, right) and not are_named
    is_untold = is_untold and _votes(left).isdisjoint(_votes(right))  # "118 votes to 84", "118 to 94"
    return "it is not told what the score is of" if is_untold else None


def _is_told_score(left: Side, right: Side) -> bool:
    """Whether it is told what both are of; of votes, that each article tells but one, or both tell the day."""
    if not (left.measure and right.measure):
        return False
    is_only = (left.is_sole and right.is_sole) or left.period == right.period is not None
    return is_only or "vote" not in (left.measure, right.measure)


_TEAMS = 2  # names that both tell: who played whom


def other_match(left: Side, right: Side) -> str | None:
    """A score on the way, of a set, or against another opponent."""
    if left.kind != "score":
        return None
    if _marked(left, "on_the_way") != _marked(right, "on_the_way"):
        return "one may be the score of a part of the match"
    is_other = _has_unknown(left, right) and _has_unknown(right, left)
    return "each names somebody whom the other article does not" if is_other else None


def other_convict(left: Side, right: Side) -> str | None:
    """Prison terms of two men of one trial."""
    if left.family != "sentencing" or right.family != "sentencing" or left.is_time:
        return None
    if _marked(left, "facing") != _marked(right, "facing"):
        return "one tells what somebody may get"
    convicts = [_last_person(one) for one in (left, right)]
    is_one = None not in convicts and convicts[0] == convicts[1]
    return None if is_one else "the sentences may be of two people"


def _last_person(one: Side) -> str | None:
    """The last full name of a person that stands before the figure, by its last word; None where there is none."""
    before = words(one.wording.partition(MASK)[0])
    last = {words(name)[-1] for name in one.names if is_person(name)}
    return next((word for word in reversed(before) if word in last), None)


def other_charges(left: Side, right: Side) -> str | None:
    """Charged with nine counts, convicted on six."""
    told = [{*(one.measure or "").split()} & {"counts", "charges"} for one in (left, right)]
    if not all(told):
        return None
    marks = [(_marked(one, "charged"), _marked(one, "convicted")) for one in (left, right)]
    is_other = marks[0][0] != marks[1][0] and marks[0][1] != marks[1][1]
    return "one tells of charges, the other of a verdict" if is_other else None


_SLIGHT = 0.02  # share of the larger: debts and taxes make more of a difference


def counted_in(left: Side, right: Side) -> str | None:
    """With debt and without, before tax and after it."""
    if not left.currency or compare(left, right).difference < _SLIGHT:
        return None
    is_other = _phrases(left) != _phrases(right)
    return "one tells what is counted in or left out" if is_other else None


def _marked(one: Side, group: str) -> bool:
    return not _words_of(group).isdisjoint(words(one.wording))


@cache
def _words_of(group: str) -> frozenset[str]:
    return frozenset(lexicon("wording")[group])


def _phrases(one: Side) -> set[str]:
    return {phrase for phrase in lexicon("wording")["counted_in"] if phrase in one.wording}


def _has_unknown(one: Side, other: Side) -> bool:
    """Whether a name beside the figure is not known to the other's article."""
    return any(
        name not in other.names
        and name.lower() not in other.event
        and not set(words(name)) & set(words(other.sentence))
        for name in one.names
        if name != one.place
    )
