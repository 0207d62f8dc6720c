"""Doubts about whose a figure is: of which company, party, lender or town, and at which hour of a count."""

import math

from checker.language import names
from checker.language.grammar import word_class
from checker.language.lexicon import lexicon
from checker.language.patterns import pattern
from checker.matching.relation import compare
from checker.matching.side import Side
from checker.matching.slip import slip
from checker.matching.wording import share, words

_TWO = 2  # names in all, one on either side: for these the names themselves speak
_OTHER_SIZE = 0.5  # share of the larger figure that the smaller one lacks, beyond which it is hardly a slip
_SAME_DIGITS = 1e-6  # how near a power of ten shows the same digits
_HOUR = pattern(
    r"\b(?:[0-9]{1,2}(?:[:.][0-9]{2})?\s?[ap]\.?m\b|noon|midday|same hour"
    r"|counted|exit poll|polls?|projections?|projected|partial)"
)


def is_owned(one: Side) -> bool:
    """Whether it measures what every company, party or country has its own of, and not when that was."""
    return not one.is_time and _is_any(one, "owned")


def another_owner(left: Side, right: Side) -> str | None:
    """Where several names stand about a figure that each has its own of, it is that of the first, if of any.

    A giver's sum is another's where each text knows both of them; a name the other text lacks may be a nickname. What
    is paid in a deal is told of the buyer or of what is bought.
    """
    is_rival = _is_any(left, "rivals")
    if (
        not (names_of_owners(left) and names_of_owners(right))
        or left.document == right.document
        or not (is_rival or left.currency)
    ):
        return None
    is_one = len(left.names) + len(right.names) == _TWO or _is_alike(left.names[0], right.names[0])
    is_one = is_one or (_is_any(left, "dealt") and not set(left.names).isdisjoint(right.names))
    is_within = set(left.names) <= set(right.names) or set(right.names) <= set(left.names)
    is_known = is_rival or (not is_within and _is_known(left.names[0], right) and _is_known(right.names[0], left))
    return "several names, and not the same one first" if not is_one and is_known else None


def other_size(left: Side, right: Side) -> str | None:
    """The sales of a brand, in a sentence that names its owner too, are far from the owner's."""
    one, other = (set(names_of_owners(side)) for side in (left, right))
    is_any = is_owned(left) and left.document != right.document and bool(one and other) and one != other
    is_far = (
        is_any
        and not _has_same_digits(left, right)
        and not slip(left, right)
        and compare(left, right).difference > _OTHER_SIZE
    )
    return "other names stand about one of them, and it is of another size" if is_far else None


def in_other_places(left: Side, right: Side) -> str | None:
    """Two places, each told in the sentence of its own figure: refugees in one country and in another."""
    if left.profile != "number" or left.document == right.document or left.place is None or right.place is None:
        return None
    a, b = set(words(left.place)), set(words(right.place))
    is_told = _is_told(left) and _is_told(right)
    is_other = not a & set(words(right.sentence)) and not b & set(words(left.sentence))
    return f"{left.place} is not {right.place}" if is_told and is_other else None


def stranger(left: Side, right: Side) -> str | None:
    """Whom or where one sentence names, and the other article does not know: a rival, another town."""
    if left.profile != "number" or left.document == right.document or _is_sole_measure(left, right):
        return None
    if left.family == right.family == _GATHERED and (_is_elsewhere(left, right) or _is_elsewhere(right, left)):
        return "one tells of a ground that the other article does not name"
    is_any = _is_of_stranger(left, right) or _is_of_stranger(right, left)
    return "one tells of somebody whom the other article does not name" if is_any else None


_GATHERED = "spectators"


def _is_elsewhere(one: Side, other: Side) -> bool:
    """Whether one names the ground on which a crowd stood, of which the other article knows nothing."""
    known = _told_by_article(other)
    grounds = [name for name in one.names if name.rsplit(maxsplit=1)[-1].lower() in word_class("ground")]
    return any(known.isdisjoint(words(name)) for name in grounds)


def _is_sole_measure(left: Side, right: Side) -> bool:
    """The one height or fall that each article tells, in whatever river's gorge."""
    is_one = bool(left.measure_words) and left.measure_words == right.measure_words
    return left.kind == right.kind == "measure" and is_one and left.is_sole and right.is_sole


def _is_of_stranger(one: Side, other: Side) -> bool:
    """Whether all whom and where the sentence of one names is unknown to the article of the other."""
    own = {*words(one.sentence)}
    is_at_home = not any(map(_is_country, (*other.names, *other.event, other.place or "")))
    all_ = (*one.names, one.place) if one.place else one.names
    named = [name for name in all_ if not (is_at_home and _is_country(name))]  # papers of a country do not say it
    told = [name for name in named if set(words(name)) <= own]
    known = _told_by_article(other)
    return bool(told) and all(known.isdisjoint(words(name)) for name in {*told, *(set(named) & set(one.names))})


def _is_country(name: str) -> bool:
    return names.is_state_or_country(name.title())


def _told_by_article(one: Side) -> set[str]:
    """Words of whom and what the article of a figure tells."""
    return {*words(one.sentence), *words(" ".join([*one.names, *one.event, one.place or ""]))}


def other_stage(left: Side, right: Side) -> str | None:
    """What is pledged, approved, sent and spent are sums of one pot at several times; jobs are kept, cut or created."""
    is_any = left.currency or left.family == right.family == "jobs"
    if not is_any or left.document == right.document:
        return None
    told = [frozenset((one.measure or "").split()) & lexicon("measures")["stage"].keys() for one in (left, right)]
    return "one tells of another stage" if told[0] and told[1] and told[0] != told[1] else None


def of_nobody(left: Side, right: Side) -> str | None:
    """Where nobody is named, a far larger revenue is another's; a slip stays near, or keeps its digits.

    So is another count over a month and longer of what "it" stands for: passengers of an airline, and of the airport.
    """
    if left.kind == right.kind == "count" and _is_long(left) and _is_long(right) and _is_of_one_alone(left, right):
        return None if slip(left, right) else "one does not tell whose count it is"
    is_alike = bool(left.names) == bool(right.names) and (left.names or left.currency == right.currency)
    is_alike = is_alike and not (_is_any(left, "borne") and not (names_of_owners(left) or names_of_owners(right)))
    if not is_owned(left) or left.document == right.document or is_alike:
        return None
    is_other = compare(left, right).difference > _OTHER_SIZE and not _has_same_digits(left, right)
    return "one does not tell whose it is, and is of another size" if is_other else None


def _is_long(one: Side) -> bool:
    return one.period is not None and one.period[1] - one.period[0] >= _MONTH


_MONTH = 27  # days from the first to the last


def _is_of_one_alone(left: Side, right: Side) -> bool:
    """Whether one names whose count it is, and the other has a pronoun for it."""
    untold = [one for one in (left, right) if not names_of_owners(one)]
    is_either = len(untold) == 1 and untold[0].sentence.startswith(_PRONOUNS)
    return is_either and left.document != right.document and compare(left, right).relation == "disjoint"


_PRONOUNS = ("It ", "They ")


def names_of_owners(one: Side) -> list[str]:
    """The names about a figure without that of its place, which owns nothing."""
    return [name for name in one.names if name != one.place]


def elsewhere(left: Side, right: Side) -> str | None:
    """A country has a rate, and each of its towns: turnout, unemployment."""
    if left.kind != "percent" or right.kind != "percent" or left.document == right.document:
        return None
    if bool(left.names) != bool(right.names) and _is_any(left, "of_places"):
        return "one does not tell whose rate it is"
    told = [_is_told(one) if one.place is not None else False for one in (left, right)]
    if told[0] != told[1] and left.names != right.names and left.role != "change_by":
        return "one may be the rate of a place alone"
    is_other = left.place is not None and right.place is not None and left.place != right.place
    is_told = any(one.place is not None and _is_told(one) for one in (left, right))
    return "the rates may be of two places" if is_other and is_told and left.names != right.names else None


def counted_on(left: Side, right: Side) -> str | None:
    """Votes are counted through the night, and voters through the day; a poll before is no count."""
    if left.head == "counted":
        return "how far a count has come"
    if not _is_any(left, "counted_on") or left.document == right.document:
        return None
    marks = [{mark.group() for mark in _HOUR.finditer(one.wording)} for one in (left, right)]
    return "a count that goes on, or a poll before it" if marks[0] != marks[1] else None


def _is_any(one: Side, group: str) -> bool:
    return one.family is not None and one.family in lexicon("measures")[group]["families"]


def _is_alike(one: str, other: str) -> bool:
    """One name, or one the longer form of the other."""
    return (share(words(one), words(other)) or 0.0) == 1.0


def _is_known(name: str, one: Side) -> bool:
    """Whether the document of a side tells of the name too."""
    return name in one.names or name.lower() in one.event


def _is_told(one: Side) -> bool:
    """Whether its place stands in its own sentence."""
    return set(words(one.place or "")) <= set(words(one.sentence))


def _has_same_digits(left: Side, right: Side) -> bool:
    a, b = abs(left.value.low), abs(right.value.low)
    places = math.log10(a / b) if a > 0 and b > 0 else 0.5
    return abs(places - round(places)) < _SAME_DIGITS
