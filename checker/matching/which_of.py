"""Doubts about which of several figures two are: of which whole, owner, day or row of figures.

A mark of one sentence alone ("alone", "by", "the two") says that its figure is another than the plain one.
"""

from functools import cache

from checker.language import measures
from checker.language.grammar import word_class
from checker.language.lexicon import lexicon
from checker.language.patterns import Pattern, pattern
from checker.matching.beside import dimension_of
from checker.matching.companions import tells_difference
from checker.matching.relation import compare
from checker.matching.side import MASK, Side
from checker.matching.slip import digits, mistaken_unit, slip
from checker.matching.slot import go_on_alike
from checker.matching.wording import share, telling_words, words


def alone(left: Side, right: Side) -> str | None:
    """As in "in Selby alone 39 people died", "among the under-30s": a part, whatever it is of."""
    is_any = left.profile == "number" and left.document != right.document
    return "one tells of a part alone" if is_any and _is_in_one(_PART, left, right) else None


# "Among the 58,000 members" is all of them.
_PART = pattern(
    r"\b(?:alone\b|among\s(?:the|those|people|men|women|children)(?:\s\pL|[^\pL\s]|$)"
    r"|(?:in|for|of)\s(?:patients|people|men|women|children|those)\s(?:over|under|above|below|aged|older|younger)\b"
    r"|(?:remaining|other|left\swith|keeps?|retains?)\s#)"
)


def of_whole(left: Side, right: Side) -> str | None:
    """As in "part of a network of 57 stations": what all of it has, which the other sentence does not tell of."""
    told = [_WHOLE.search(one.wording) for one in (left, right)]
    if left.profile != "number" or sum(found is not None for found in told) != 1:
        return None
    found, other = (told[0], right) if told[0] else (told[1], left)
    is_told = found is not None and found.group(1) in words(other.sentence)
    return None if is_told else "one counts what a whole has, of which the other does not tell"


_WHOLE = pattern(r"\b(network|grid|web|patchwork|archipelago)\sof\s(?:\pL+\s){0,2}#")


def rest(left: Side, right: Side) -> str | None:
    """44% insured and 56% not insured make up the whole: one is what the other leaves."""
    if left.dimension != "share" or left.unit != right.unit or left.role == "change_by" or right.role == "change_by":
        return None
    whole = 100.0 if left.unit == "percent" else 1.0
    is_rest = abs(left.value.low + right.value.low - whole) <= max(left.value.step, right.value.step) / 2
    return "the two make up a whole" if is_rest else None


def both_told(left: Side, right: Side) -> str | None:
    """An article that tells 38.6% here and 31.4% in the whole country does not contradict one that tells the latter."""
    is_any = left.profile == "number" and left.document != right.document and left.value.low != right.value.low
    if not is_any or slip(left, right):
        return None
    is_told = any(_tells(one, other) for one, other in ((left, right), (right, left)))
    return "one article tells the other's figure as well" if is_told else None


def _tells(one: Side, other: Side) -> bool:
    return other.value.low in one.values and len(digits(other.value.low)) >= _PARTICULAR


_PARTICULAR = 3  # digits that another figure of the article hardly has by chance


def step(left: Side, right: Side) -> str | None:
    """Cut by $6 a head, and to $18: what a figure moved by is not where it stands."""
    return "one tells by how much it changed" if left.kind == "money" and _is_in_one(_BY, left, right) else None


_BY = pattern(r"\bby\s(?:about\s|around\s|some\s|nearly\s|almost\s|another\s|a\s)?[$€£]?#")


def untold_change(left: Side, right: Side) -> str | None:
    """An increase of 4.8% and one of 3.9%: of what, neither tells."""
    is_any = left.document != right.document and not {*left.names} & {*right.names} and not slip(left, right)
    is_bare = is_any and all((one.measure or "") in word_class("change_noun") for one in (left, right))
    if not is_bare:
        return None
    is_unlike = (share(left.words, right.words) or 0.0) < _SURELY_ONE or min(len(left.words), len(right.words)) < _FEW
    return "what changed is not told" if is_unlike else None


_SURELY_ONE, _FEW = 0.67, 4  # telling words in common; so few tell nothing


def definite(left: Side, right: Side) -> str | None:
    """As in "the two factories": two of which the text has told, and not all 48."""
    is_any = left.kind == "count" and left.document != right.document and not slip(left, right)
    is_other_size = compare(left, right).difference > _FAR_APART
    return "one tells of certain ones alone" if is_any and _is_in_one(_THE, left, right) and is_other_size else None


_THE, _FAR_APART = pattern(r"\b(?:the|these|those|its|their|both)\s#"), 0.5


def thing_untold(left: Side, right: Side) -> str | None:
    """Everything has a length and a cost: only a name or another word in common tells that two are of one thing."""
    is_told = {*left.names} & {*right.names}
    is_any = left.kind == "measure" or left.head == right.head == _COST
    if not is_any or is_told or slip(left, right) or mistaken_unit(left, right):
        return None
    common = (left.words & right.words) - telling_words(f"{left.head} {right.head}") - _of_dimensions()
    return None if common else "what they measure is told of nothing in common"


_COST = "cost"


def other_wholes(left: Side, right: Side) -> str | None:
    """Three of the five dead, and four of the dead: it is not told that both are of five."""
    is_any = left.role == right.role == "part" and left.document != right.document and not slip(left, right)
    return "they may be parts of two wholes" if is_any and left.whole != right.whole else None


def nobody_named(left: Side, right: Side) -> str | None:
    """They have given 21,700 doses, the region has 60 beds: of whom that is told, neither sentence says."""
    is_any = left.kind == "count" and left.document != right.document and not (left.names or right.names)
    if not is_any or is_outcome(left) or is_outcome(right) or slip(left, right):
        return None
    marks = [_OWNER.search(one.wording.partition(MASK)[0]) is not None for one in (left, right)]
    return "whose it is, no name tells" if any(marks) else None


_OWNER = pattern(
    r"\b(?:they|we|its|their|our|the\s(?:region|town|city|county|district|province|village|club|hospital|school))\b"
)


def another_day(left: Side, right: Side) -> str | None:
    """On Monday 120 rescuers were there, and two days later 200: a count of a day, and one of another day's paper."""
    is_any = left.kind == "count" and left.document != right.document and not slip(left, right)
    if not is_any or is_outcome(left) or is_outcome(right) or left.period == right.period:
        return None
    if any(map(_is_of_past_day, (left, right))):
        return "one counts on a day some days before its article"
    is_dated = left.published != right.published and any(map(_is_of_day, (left, right)))
    return "one counts on a day, and the articles are of two days" if is_dated else None


def another_weekday(left: Side, right: Side) -> str | None:
    """As in two papers of no known day: the yuan on Tuesday, the yuan on Wednesday."""
    is_any = left.profile == "number" and left.document != right.document and left.period is None is right.period
    if not is_any or slip(left, right):
        return None
    days = [word_class("weekday") & set(words(one.sentence)) for one in (left, right)]
    is_other = all(len(told) == 1 for told in days) and days[0] != days[1]
    return "each tells of another day of the week" if is_other else None


def _is_of_past_day(one: Side) -> bool:
    """As in "last Friday, when the total stood at [128]"."""
    is_past = one.period is not None and one.published is not None and one.period[1] < one.published - 1
    return is_past and _is_of_day(one) and _WHEN in one.sentence[: one.at]


_WHEN = ", when "


def _is_of_day(one: Side) -> bool:
    return one.period is not None and _length(one) <= 1


def one_of_several(left: Side, right: Side) -> str | None:
    """41% on one dose, 35% on another, 30% on none: of a row of figures the words beside one tell which it is."""
    if left.profile != "number" or left.document == right.document or slip(left, right) or left.family != right.family:
        return None
    is_row = any(_in_row(one) >= _ROW for one in (left, right))
    beside = (telling_words(" ".join(one.near)) for one in (left, right))
    return "one stands in a row of such figures" if is_row and not next(beside) & next(beside) else None


def _in_row(one: Side) -> int:
    return sum(dimension_of(figure) == one.dimension for figure in one.mates)


_ROW = 2  # figures of its kind beside it


def of_another(left: Side, right: Side) -> str | None:
    """Five schools in Norvale, and 13 schools, nine in Norvale: a name about one is that of others there."""
    if left.profile != "number" or left.document == right.document or slip(left, right):
        return None
    is_any = _is_elses(left, right) or _is_elses(right, left)
    return "a name about one is told of another figure of the other's sentence" if is_any else None


def _is_elses(one: Side, other: Side) -> bool:
    """Whether a name about one follows another figure of the other's sentence: "nine in Norvale"."""
    told, own = words(other.wording), {word for name in other.names for word in words(name)}
    starts = {parts[0] for name in one.names if (parts := words(name)) and own.isdisjoint(parts)}
    return any(
        word in starts and told[place - 1] in _WHERE and any(map(_is_number, told[max(place - _OWN, 0) : place - 1]))
        for place, word in enumerate(told)
        if place
    )


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in word_class("number") or word in ("others", "rest", "remainder")


_WHERE, _OWN = ("in", "at", "from", "near"), 4  # words from a figure to the name that it has for itself


@cache
def _of_dimensions() -> frozenset[str]:
    return telling_words(" ".join(lexicon("measures")["dimension"]))


def difference(left: Side, right: Side) -> str | None:
    """A hospital of 620 beds opens a wing of 96 and has 716: before and after, or a part and the whole."""
    is_any = left.profile == "number" and left.value.is_point and right.value.is_point
    is_added = any(one.role == "total" for one in (left, right))  # to what, its sentence tells
    is_told = is_any and not is_added and any(tells_difference(one, left, right) for one in (left, right))
    return "by how much they differ is told as well" if is_told else None


def several(left: Side, right: Side) -> str | None:
    """A plane lands at one speed and leaves the runway at another: of several, only the wording tells which."""
    is_one = left.is_sole and right.is_sole
    if left.kind != "measure" or is_one or slip(left, right) or mistaken_unit(left, right):
        return None
    is_alike = (share(left.words, right.words) or 0.0) >= _ONE_WORDING
    return None if is_alike or go_on_alike(left, right) else "an article tells several of the measure"


_ONE_WORDING = 0.5  # telling words in common


def span(left: Side, right: Side) -> str | None:
    """The victims of ten years, of a night's three shootings or of the whole world are not those of one event."""
    if left.kind != "count" or not (is_outcome(left) or is_outcome(right)):
        return None
    if any(_YEARS < _length(one) >= 2 * _length(other) for one, other in ((left, right), (right, left))):
        return "one counts over years"
    return "one counts over a time or an area" if _is_in_one(_OVER, left, right) else None


_YEARS = 400  # days
_OVER = pattern(
    r"\b(?:(?:in|over|within|during)\s(?:the\s|a\s)?(?:past\s|last\s|span\sof\s|space\sof\s|period\sof\s|course\sof\s)?"
    r"(?:(?:\pL+\s|[0-9]+\s)?[-\pL]*(?:days|weeks|months|years|decades)"
    r"|(?:[0-9]+|few|several|two|three|four|five|six|eight|ten|twelve|past|last)\shours)"  # not "in the early hours"
    r"|worldwide|globally|nationwide|statewide|in\sall)\b"
)


def _length(one: Side) -> int:
    return 0 if one.period is None else one.period[1] - one.period[0]


def early_count(left: Side, right: Side) -> str | None:
    """As in "by noon police spoke of two dead": what was known at an hour, beside what is known now."""
    if left.kind != "count" or left.document == right.document:
        return None
    is_any = _is_in_one(_EARLY, left, right) or _are_at_two_hours(left, right)
    return "one was counted at an earlier hour" if is_any and not are_at_one_hour(left, right) else None


def _are_at_two_hours(left: Side, right: Side) -> bool:
    """As in "on Saturday evening they had spoken of [12] dead", "it was [nine] at noon": earlier counts, both."""
    if "from_value" not in (left.role, right.role):
        return False
    hours = [_hours(one) | {found.group() for found in _OF_DAY.finditer(one.sentence.lower())} for one in (left, right)]
    return all(hours) and hours[0].isdisjoint(hours[1])


def are_at_one_hour(left: Side, right: Side) -> bool:
    """Whether both sentences name one hour."""
    return not _hours(left).isdisjoint(_hours(right))


def _hours(one: Side) -> frozenset[str]:
    """The hours that its sentence names, without marks: 9pm, 930am."""
    told = (match.group() or "" for match in _HOUR.finditer(one.sentence.lower()))
    return frozenset("".join(sign for sign in hour if sign.isalnum()) for hour in told)


_HOUR = pattern(r"\b(?:[0-9]{1,2}(?:[:.][0-9]{2})?\s?[ap]\.?m|noon|midday|midnight)\b")
_OF_DAY = pattern(r"\b(?:morning|afternoon|evening|night|dawn|dusk|overnight)\b")
_EARLY = pattern(
    r"\bby\s(?:noon|midday|dawn|daybreak|mid-morning|[0-9]{1,2}(?:[:.][0-9]{2})?\s?[ap]\.?m\b)"
    r"|\b(?:at\sfirst|initially|(?:early|earlier|first)\s(?:reports?|counts?|estimates?|figures?|tolls?))\b"
)


def gap(left: Side, right: Side) -> str | None:
    """As in "nine points behind the leaders", "0.18 seconds ahead of Lind": how far apart two are."""
    if left.profile != "number":
        return None
    return "one tells how far somebody lies behind" if _is_in_one(_GAP, left, right) else None


_GAP = pattern(r"#\s(?:\pL+\s)?(?:behind|ahead|adrift)\b")


def _is_in_one(mark: Pattern, left: Side, right: Side) -> bool:
    """Whether the mark stands in the sentence of one of the two alone."""
    return (mark.search(left.wording) is None) != (mark.search(right.wording) is None)


def is_outcome(one: Side) -> bool:
    """Whether it counts what became of people, as its head tells."""
    return one.head is not None and measures.is_outcome(one.head)
