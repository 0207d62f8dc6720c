"""Disqualifiers: what separates two claims whatever else they share. Each answers with a reason, or None."""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

from checker.language import measures
from checker.language.lexicon import lexicon
from checker.matching.features.entities import same_names
from checker.matching.features.measure import are_akin, are_one_promise
from checker.matching.main_figures import is_forecast, is_past
from checker.matching.open_days import are_told_apart, are_unlike
from checker.matching.owners import is_owned, names_of_owners, of_nobody
from checker.matching.people import likeness_of_people
from checker.matching.relation import compare
from checker.matching.side import Side
from checker.matching.slip import mistaken_points, slip
from checker.matching.slot import go_on_alike, is_one_slot
from checker.matching.taken_of import is_part_of_one
from checker.matching.told_of import other_match
from checker.matching.which_of import are_at_one_hour
from checker.matching.wording import share, spelling

Qualifier = Callable[[Side, Side], str | None]

# Roles of numbers that can be one figure; roles of different groups never are.
ROLE_GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "level": "amount",
        "total": "amount",
        "cumulative": "amount",
        "change_to": "amount",
        "share": "amount",
        "age": "amount",
        "duration": "amount",
        "target": "amount",
        "limit": "limit",
        "part": "part",
        "additional": "additional",
        "change_by": "change",
        "from_value": "earlier value",
        "average": "average",
        "per_unit": "per unit",
        "rank": "rank",
        "offset": "offset",
        "date_of_event": "day",
        "as_of": "day",
        "start": "start",
        "end": "end",
        "deadline": "end",
        "period": "period",
        "published": "publication",
    }
)
# A day and the start of what happened on it may be told either way; a bound period may too.
MIXED_GROUPS = frozenset({frozenset({"day", "start"}), frozenset({"day", "end"}), frozenset({"day", "period"})})

# How firmly the text stands to a figure: what is wished for is not what is.
STANCES: Mapping[str, str] = MappingProxyType(
    {
        "asserted": "stated",
        "estimated": "stated",
        "possible": "stated",
        "planned": "wanted",
        "demanded": "demanded",
        "denied": "denied",
    }
)
# Ages that one person may be given on two days, or by two careless hands.
_SAME_AGE_YEARS = 3
# A document's own news is of the days around its publication.
NEWS_DAYS = 10
# Days within which two documents tell of one announcement.
SAME_NEWS_DAYS = 3
# Sums one of which is so many times the other, and how near a power of ten shows the same digits.
FAR, SAME_DIGITS = 100, 1e-6
_SAME_SENTENCE, _SAME_ORDER = 0.8, 0.8  # telling words in common, and likeness of the sentences letter by letter
# Periods one of which is so many times the other, and longer than so many days, are not of one figure.
_LONGER, _LONG = 2, 14
# What documents say of themselves.
OWN_HEADS = frozenset({"publication", "update", "posting"})
# What is said on one day may be said again on the next; every verb of saying has this head.
SAID = "statement"


def _kind(left: Side, right: Side) -> str | None:
    if left.dimension != right.dimension and not mistaken_points(left, right):
        return f"{left.dimension} is not {right.dimension}"
    return None


def _person(left: Side, right: Side) -> str | None:
    if left.kind != "age":
        return None
    if not left.names or not right.names:
        return "whose age it is, is not told"
    if any(likeness_of_people(a, b) for a in left.names for b in right.names):
        return None
    return f"{left.names[0]} is not {right.names[0]}"


def _relative(left: Side, right: Side) -> str | None:
    """A last name beside a quite different age may be a father's or a brother's."""
    is_sure = left.is_named_beside and right.is_named_beside
    if left.kind != "age" or is_sure or abs(left.value.low - right.value.low) <= _SAME_AGE_YEARS:
        return None
    return "a last name alone beside quite another age may be a relative's"


def _news(left: Side, right: Side) -> str | None:
    """Two documents, each with the day of its own news."""
    if not left.is_time or left.published is None or right.published is None:
        return None
    is_own = all(abs(one.value.low - (one.published or 0)) <= NEWS_DAYS for one in (left, right))
    is_other = abs(left.value.low - right.value.low) > NEWS_DAYS and is_own
    return "each document tells of a day of its own" if is_other else None


def _to_come(left: Side, right: Side) -> str | None:
    """What one document still looks forward to is not what had happened by then."""
    if not left.is_time or left.published is None or right.published is None:
        return None
    is_other = _looks_forward(left, right) or _looks_forward(right, left)
    return "one has happened, the other is to come" if is_other else None


def _looks_forward(side: Side, other: Side) -> bool:
    """Whether its day is to come when it is published, and the other's was over by then."""
    published = side.published or 0
    return side.value.low > published + 1 and other.value.high < published - 1


def _position(left: Side, right: Side) -> str | None:
    """Two figures of one sentence printed twice: the words right beside them tell which is which."""
    is_same_measure = left.family is not None and left.family == right.family
    if left.is_time or is_same_measure or not _is_same_sentence(left, right):
        return None
    is_beside_others = bool(left.near and right.near) and not left.near & right.near
    return "another place in the same sentence" if is_beside_others else None


def _is_same_sentence(left: Side, right: Side) -> bool:
    """Whether both sentences are in the same words, and these in the same order."""
    is_alike = (share(left.words, right.words) or 0.0) >= _SAME_SENTENCE
    return is_alike and spelling(left.wording, right.wording) >= _SAME_ORDER


def _open(left: Side, right: Side) -> str | None:
    is_open = left.open_form or right.open_form
    return "it is not known of which day one of them is" if is_open and are_told_apart(left, right) else None


def _unlike_days(left: Side, right: Side) -> str | None:
    """Days that nothing resolves, and in other words, may be one where one happening has both."""
    is_open = left.is_time and right.is_time and (left.open_form or right.open_form)
    return "days that nothing resolves, and of two happenings" if is_open and are_unlike(left, right) else None


def _two_days(left: Side, right: Side) -> str | None:
    """One text that names two days tells of two happenings; its title and body may disagree on one."""
    is_one_telling = left.document == right.document and left.section == right.section
    if not left.is_time or not is_one_telling or compare(left, right).relation != "disjoint":
        return None
    return "one text names two days"


def _one_sentence(left: Side, right: Side) -> str | None:
    """Nobody tells one figure twice in a sentence with two values."""
    is_one = left.document == right.document and left.sentence == right.sentence and left.section == right.section
    if left.profile != "number" or not is_one or compare(left, right).relation != "disjoint":
        return None
    return "one sentence tells two figures"


def _whole(left: Side, right: Side) -> str | None:
    """Of "12 of the 40" the 40 are no other telling of the 12; 46 are none of what 64 are taken of."""
    if left.is_whole == right.is_whole or compare(left, right).relation != "disjoint":
        return None
    whole, other = (left, right) if left.is_whole else (right, left)
    if other.value.low > whole.value.high:
        return None
    return "one is what the other may be taken of"


def _measure(left: Side, right: Side) -> str | None:
    if not left.measure or not right.measure:
        return None
    if measures.are_exclusive(left.measure, right.measure) and not are_one_promise(left, right):
        return f"{left.measure!r} is not {right.measure!r}"
    families = {left.family, right.family}
    if len(families) == 2 and None not in families and not are_akin(left, right):  # noqa: PLR2004 - two sides
        return f"{left.family} is not {right.family}"
    return None


def _owner(left: Side, right: Side) -> str | None:
    """The revenue of one company is not that of another."""
    if not is_owned(left) or compare(left, right).relation != "disjoint":
        return None
    told = [bool(names_of_owners(one)) for one in (left, right)]
    is_untold = told[0] != told[1] and {*left.names}.isdisjoint(right.names)
    if left.family == right.family == "employed" and is_untold and not slip(left, right):
        return "one does not tell whose it is"  # an article on a purchase tells the staff of both companies
    names = same_names(left, right) if all(told) else None
    return f"{left.names[0]} is not {right.names[0]}" if names is not None and not names.score else None


def _part(left: Side, right: Side) -> str | None:
    """A figure beside a larger one of the same measure in its document may be a part of that one."""
    if left.kind in ("age", "duration") or left.is_time or _are_wholes(left, right) or is_one_slot(left, right):
        return None
    return "one may be a part of a larger figure" if compare(left, right).relation == "disjoint" else None


def _sum(left: Side, right: Side) -> str | None:
    """What one tells by place or by sort makes up what the other tells of all, or is a part of it that both tell."""
    if not (right.value.is_point and left.value.is_point) or left.is_time:
        return None
    if left.value.low == right.value.low:
        return None
    if right.value.low in left.parts or left.value.low in right.parts:
        return "one document tells the other's figure as a part"
    is_sum = right.value.low in left.sums or left.value.low in right.sums
    return "figures of one document add up to the other's" if is_sum else None


def _are_wholes(left: Side, right: Side) -> bool:
    """The main figures of their documents, or those of one period, owner, hour or thing that both name."""
    of_period = left.period is not None and left.period == right.period and left.leads_period and right.leads_period
    is_leading = left.leads_owner and right.leads_owner and is_owned(left)
    is_only = left.is_sole_of_owner and right.is_sole_of_owner and left.measure_words == right.measure_words
    of_owner = left.names[:1] == right.names[:1] and (is_leading or is_only)
    of_one = left.measure_words == right.measure_words and (are_at_one_hour(left, right) or go_on_alike(left, right))
    return (left.is_main and right.is_main) or of_period or of_owner or of_one or is_part_of_one(left, right)


def _scale(left: Side, right: Side) -> str | None:
    """Sums far apart are two figures, a profit and one per share; with the same digits one may be a slip."""
    a, b = abs(left.value.low), abs(right.value.low)
    is_sum = left.kind == right.kind == "count" or (left.currency and left.currency == right.currency)
    if not is_sum or not (a > 0 and b > 0) or max(a, b) < FAR * min(a, b):
        return None
    places = math.log10(a / b)
    return None if abs(places - round(places)) < SAME_DIGITS else "figures of quite another size"


def _role(left: Side, right: Side) -> str | None:
    groups = frozenset({ROLE_GROUPS[left.role], ROLE_GROUPS[right.role]})
    is_change = mistaken_points(left, right)  # points are always some
    if (
        is_change
        or len(groups) == 1
        or left.kind == "score"
        or groups in MIXED_GROUPS
        or _is_told_either_way(left, right, groups)
    ):
        return None
    return f"{left.role.replace('_', ' ')} is not {right.role.replace('_', ' ')}"


def _is_told_either_way(left: Side, right: Side, groups: frozenset[str]) -> bool:
    """The figure of 2022, from which one text counts the change; 104 of 250 seats, 104 seats."""
    if groups == frozenset({"amount", "earlier value"}):
        return left.period is not None and left.period == right.period
    return groups == frozenset({"amount", "part"}) and is_part_of_one(left, right)


def _publication(left: Side, right: Side) -> str | None:
    is_own = left.document != right.document and any(
        one.role == "published" or (one.is_time and one.head in OWN_HEADS) for one in (left, right)
    )
    return "each document has a day of publication of its own" if is_own else None


def _said(left: Side, right: Side) -> str | None:
    """The day on which somebody speaks is that of the speaking alone: "said on Wednesday", "said on Friday"."""
    if not left.is_time or SAID not in (left.head, right.head) or compare(left, right).relation != "disjoint":
        return None
    return "each day is that of a statement of its own"


def _direction(left: Side, right: Side) -> str | None:
    """Up by one figure is not down by another; up and down by the same one is one change, told wrongly by one."""
    if left.role == right.role == "change_by" and left.direction and right.direction:
        is_one = left.direction == right.direction or compare(left, right).relation == "equal"
        return None if is_one else f"{left.direction} is not {right.direction}"
    return None


def _stance(left: Side, right: Side) -> str | None:
    a, b = STANCES[left.modality], STANCES[right.modality]
    if left.is_time or left.kind == "score" or "denied" in (a, b):
        return None
    if a != b and not _is_told_as_done(left, right):
        return f"{left.modality} is not {right.modality}"
    is_beside = left.document == right.document and (left.modality == "estimated") != (right.modality == "estimated")
    is_forecasting = is_forecast(left) != is_forecast(right)
    is_other = (is_forecasting or is_beside) and compare(left, right).relation == "disjoint"
    return "a forecast is not a result" if is_other else None


def _is_told_as_done(left: Side, right: Side) -> bool:
    """Jobs to be cut and a dividend to be paid are told as cut and paid by whoever reports the plan that day."""
    if left.published is None or right.published is None or left.family != right.family:
        return False
    is_decided = left.family in lexicon("measures")["decided"]["families"] or _is_of_time_to_come(left, right)
    is_wanted_only = "demanded" in (left.modality, right.modality) and left.family not in _IMPOSED
    is_guess = "estimated" in (left.modality, right.modality)
    return is_decided and not (is_wanted_only or is_guess) and abs(left.published - right.published) <= SAME_NEWS_DAYS


_IMPOSED = ("fine", "bail")  # what has to be paid is what was imposed


def _is_of_time_to_come(left: Side, right: Side) -> bool:
    """What is to be paid in July is planned, however it is told in May."""
    is_one = left.period is not None and left.period == right.period and left.measure == right.measure
    return is_one and (left.period or (0, 0))[0] > max(left.published or 0, right.published or 0)


def _period(left: Side, right: Side) -> str | None:
    if left.period is None or right.period is None:
        return None
    is_apart = left.period[1] < right.period[0] or right.period[1] < left.period[0]
    return "the figures cover different periods" if is_apart else None


def _length(left: Side, right: Side) -> str | None:
    """A quarter's figure is not the year's, though the year holds the quarter; a day and a week tell of one thing.

    What is counted, mostly victims, happened once: by the day or by the year of it.
    """
    is_bound = left.period is not None and right.period is not None and left.period != right.period
    is_once = left.kind == "count" and any(measures.is_outcome(one.head or "") for one in (left, right))
    if left.is_time or is_once or left.period is None or right.period is None or not is_bound:
        return None
    shorter, longer = sorted(last - first + 1 for first, last in (left.period, right.period))
    is_other = longer >= _LONGER * shorter and longer > _LONG
    return "one covers a longer time" if is_other and compare(left, right).relation == "disjoint" else None


def _past(left: Side, right: Side) -> str | None:
    """A figure bound to a time long over beside one of the news."""
    is_bound = left.period is not None and right.period is not None
    if left.is_time or is_bound or is_past(left) == is_past(right) or "limit" in (left.role, right.role):
        return None
    return "one tells of an earlier time" if compare(left, right).relation == "disjoint" else None


QUALIFIERS: Mapping[str, Qualifier] = MappingProxyType(
    {
        "kind": _kind,
        "person": _person,
        "relative": _relative,
        "news": _news,
        "to come": _to_come,
        "open": _open,
        "unlike days": _unlike_days,
        "two days": _two_days,
        "one sentence": _one_sentence,
        "whole": _whole,
        "measure": _measure,
        "role": _role,
        "owner": _owner,
        "of nobody": of_nobody,
        "part": _part,
        "sum": _sum,
        "scale": _scale,
        "position": _position,
        "other match": other_match,
        "publication": _publication,
        "said": _said,
        "direction": _direction,
        "stance": _stance,
        "period": _period,
        "length": _length,
        "past": _past,
    }
)


# What a figure is of its own document: such two are not compared, whatever the other tellings of the fact are.
APART = frozenset({"part", "stance", "sum", "past", "unlike days"})


def separated_by(left: Side, right: Side, but: frozenset[str] = frozenset()) -> tuple[str | None, str]:
    """The name of the first disqualifier that separates the two, and its reason; None and nothing where none does.

    Those named in `but` are not asked.
    """
    for name, test in QUALIFIERS.items():
        if name not in but and (reason := test(left, right)) is not None:
            return name, reason
    return None, ""


def separation(left: Side, right: Side) -> str | None:
    """Why the two cannot be about one fact; None when nothing separates them."""
    name, reason = separated_by(left, right)
    return None if name is None else reason
