"""Doubts about what two figures are told of: another outcome, another match, another man, another stage of a trial."""

from functools import cache

from checker.language import measures
from checker.language.lexicon import lexicon
from checker.language.patterns import pattern
from checker.matching.features.measure import same_measure
from checker.matching.relation import compare
from checker.matching.side import MASK, Side
from checker.matching.slip import mistaken_unit, slip
from checker.matching.wording import share, words

_ALIKE = 0.5  # score of the measure feature


def outcome(left: Side, right: Side) -> str | None:
    """How many are dead, and how many there were: the measure of only one is what became of people."""
    if left.kind != "count" or _is_outcome(left) == _is_outcome(right):
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
    is_other = is_other_sort if alike is None else alike.score < _ALIKE
    return "what they measure is told in other words" if is_other else None


def alone(left: Side, right: Side) -> str | None:
    """As in "in Selby alone 39 people died", "among the under-30s": a part, whatever it is of."""
    marks = [_PART.search(one.wording) is not None for one in (left, right)]
    is_any = left.profile == "number" and left.document != right.document
    return "one tells of a part alone" if is_any and marks[0] != marks[1] else None


# "Among the 58,000 members" is all of them.
_PART = pattern(r"\b(?:alone\b|among\s(?:the|those|people|men|women|children)(?:\s\pL|[^\pL\s]|$))")


def rest(left: Side, right: Side) -> str | None:
    """44% insured and 56% not insured make up the whole: one is what the other leaves."""
    if left.dimension != "share" or left.unit != right.unit or left.role == "change_by" or right.role == "change_by":
        return None
    whole = 100.0 if left.unit == "percent" else 1.0
    is_rest = abs(left.value.low + right.value.low - whole) <= max(left.value.step, right.value.step) / 2
    return "the two make up a whole" if is_rest else None


def several(left: Side, right: Side) -> str | None:
    """A plane lands at one speed and leaves the runway at another: of several, only the wording tells which."""
    is_one = left.is_sole and right.is_sole
    if left.kind != "measure" or is_one or slip(left, right) or mistaken_unit(left, right):
        return None
    is_alike = (share(left.words, right.words) or 0.0) >= _ONE_WORDING
    return None if is_alike else "an article tells several of the measure"


_ONE_WORDING = 0.5  # telling words in common


def span(left: Side, right: Side) -> str | None:
    """The victims of ten years, of a night's three shootings or of the whole world are not those of one event."""
    if left.kind != "count" or not (_is_outcome(left) or _is_outcome(right)):
        return None
    if any(_YEARS < _length(one) >= 2 * _length(other) for one, other in ((left, right), (right, left))):
        return "one counts over years"
    marks = [_OVER.search(one.wording) is not None for one in (left, right)]
    return "one counts over a time or an area" if marks[0] != marks[1] else None


_YEARS = 400  # days
_OVER = pattern(
    r"\b(?:(?:in|over|within|during)\s(?:the\s|a\s)?(?:past\s|last\s|span\sof\s|space\sof\s|period\sof\s|course\sof\s)?(?:\pL+\s|[0-9]+\s)?[-\pL]*(?:hours|days|weeks|months|years|decades)"
    r"|worldwide|globally|nationwide|statewide|in\sall)\b"
)


def _length(one: Side) -> int:
    return 0 if one.period is None else one.period[1] - one.period[0]


def early_count(left: Side, right: Side) -> str | None:
    """As in "by noon police spoke of two dead": what was known at an hour, beside what is known now."""
    if left.kind != "count" or left.document == right.document:
        return None
    marks = [_EARLY.search(one.wording) is not None for one in (left, right)]
    return "one was counted at an earlier hour" if marks[0] != marks[1] else None


_EARLY = pattern(
    r"\bby\s(?:noon|midday|dawn|daybreak|mid-morning|[0-9]{1,2}(?:[:.][0-9]{2})?\s?[ap]\.?m\b)"
    r"|\b(?:at\sfirst|initially|(?:early|earlier|first)\s(?:reports?|counts?|estimates?|figures?|tolls?))\b"
)


def gap(left: Side, right: Side) -> str | None:
    """As in "nine points behind the leaders", "0.18 seconds ahead of Lind": how far apart two are."""
    if left.profile != "number":
        return None
    marks = [_GAP.search(one.wording) is not None for one in (left, right)]
    return "one tells how far somebody lies behind" if marks[0] != marks[1] else None


_GAP = pattern(r"#\s(?:\pL+\s)?(?:behind|ahead|adrift)\b")


def other_people(left: Side, right: Side) -> str | None:
    """Soldiers of one army and of another: one sort of people, and no name in common."""
    is_sort = left.kind == "count" and left.family is None and left.measure_words == right.measure_words
    is_other = is_sort and left.names and right.names and not slip(left, right) and not {*left.names} & {*right.names}
    return "no name in common, and others have such people too" if is_other else None


def guess(left: Side, right: Side) -> str | None:
    """What somebody expects to go is not what was decided."""
    is_decided = left.family is not None and left.family in lexicon("measures")["decided"]["families"]
    is_one = (left.modality == "estimated") != (right.modality == "estimated")
    return "one is an estimate of what the other decides" if is_decided and is_one else None


def other_gathering(left: Side, right: Side) -> str | None:
    """On one day people march in many towns."""
    is_any = left.kind == "count" and not _words_of("gathering").isdisjoint({*left.measure_words, *right.measure_words})
    is_other = is_any and not {*left.names, left.place} & {*right.names, right.place} - {None}
    return "people may have gathered in several places" if is_other else None


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
    """The last full name that stands before the figure, by its last word; None where there is none."""
    before = words(one.wording.partition(MASK)[0])
    last = {words(name)[-1] for name in one.names if " " in name}
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


def _is_outcome(one: Side) -> bool:
    return one.head is not None and measures.is_outcome(one.head)


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
