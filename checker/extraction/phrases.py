"""The words around a figure: hedge, counted noun, direction of change; and what they make of its value."""

import re
from collections.abc import Sequence
from decimal import Decimal

from checker.extraction import nouns
from checker.extraction.figures import Figure, find_figures
from checker.extraction.guards import is_no_quantity
from checker.extraction.millions import in_millions
from checker.extraction.ranges import join
from checker.extraction.tails import read_per, read_rate
from checker.language import changes, hedges, units
from checker.language.grammar import word_class
from checker.language.nouns import singular
from checker.language.patterns import pattern

_REACH = 44
_FOR_SHARE = pattern(r" (?:in cash )?for (?:each|every) (?:of (?:its|their|the) )?(?:[A-Z][\pL&.-]* )?shares?\b")
_CLOSING = "'\"”’*_"
_OPENING = "'\"“‘*_("
_SENTENCE_ENDS = pattern("[.?!][\"”’')]* |[\\n\\r;]")
_FEW = 10
_MANY = 20
_HUNDREDTH = Decimal("0.01")
_FARTHEST_MONEY, _MILLION = 250, 1_000_000
_FARTHEST = 110  # characters between two figures that are compared
_MOST_APART = 10  # times; else the two hardly count the same
# What stands before a conversion in brackets, before one more, and behind either.
_CONVERSION_OPENS = frozenset({" (", " [", "(", " (or ", " (equal to ", " (equivalent to ", " (that is ", " (i.e. "})
_CONVERSION_MORE = frozenset({", ", " / ", "/", "; ", " or ", ", or ", " = "})
_EXTENTS = frozenset({"long", "wide", "deep", "high", "tall", "thick", "across", "away", "inland", "offshore", "apart"})
_CONVERSION_ENDS = (")", "]", ",", ";", "/", " /", " or ", " =", " at ")
_COMPARING = frozenset({"from", "to", "with", "against", "than", "including", "versus", "and", "estimates", "is"})
_PER_OPENS = frozenset(" /-")
_BOUNDS = ("at_least", "more_than", "at_most", "less_than")
_COMPARING_PAIRS = frozenset({"average of", "total of", "estimates of", "high of", "low of", "record of"})
_OF_OWNER = pattern(
    r" of (?:(?:the |its |their |his |her )?(?:[\w-]+ ){0,2}[\w-]+['’]s?|"
    r"(?:the|its|their|his|her) (?:last|first|past|next)) "
)
# Behind these a number with its scale is money as the amount before it: "lost 96 million francs on sales of 2.1bn".
_SUMS = frozenset(
    {"sales", "revenue", "revenues", "turnover", "profit", "income", "loss", "debt", "debts", "earnings", "assets"}
)
_OF_THE = frozenset(
    {" of the ", " of its ", " of their ", " of ", " of these ", " of those ", " of all ", " of his ", " of her "}
)


def figures(text: str) -> tuple[Figure, ...]:
    """All figures of a text that are quantities, complete, in order of place."""
    joined = join(text, list(in_millions(text, find_figures(text))))
    phrased = _with_conversions(text, [_phrased(text, figure) for figure in joined])
    whole = [_rated(text, figure) for figure in _with_understood(text, _with_lent_nouns(text, phrased))]
    return tuple(_with_bounds_joined(text, [figure for figure in whole if not is_no_quantity(text, figure)]))


def _with_bounds_joined(text: str, found: list[Figure]) -> list[Figure]:
    """As in "More than 20 and less than 35" is one range."""
    joined: list[Figure] = []
    for figure in found:
        left = joined[-1] if joined else None
        if left is not None and _is_other_bound(text, left, figure):
            joined[-1] = _between(left, figure)
        else:
            joined.append(figure)
    return joined


def _between(left: Figure, right: Figure) -> Figure:
    low, high = (left, right) if left.high is None else (right, left)
    ends = left._replace(
        end=right.end, low=low.low, high=high.high, low_closed=low.low_closed, high_closed=high.high_closed
    )
    return ends._replace(
        hedge="range",
        join="range",
        phrase_end=right.phrase_end,
        unit=right.unit,
        sort=right.sort,
        noun=right.noun,
    )


def _is_other_bound(text: str, left: Figure, right: Figure) -> bool:
    if right.phrase_start < left.end or text[left.end : right.phrase_start] not in (" and ", " but ", ", ", ", but "):
        return False
    if (left.high is None) == (right.high is None) or (left.low is None) == (right.low is None):
        return False
    low, high = (left.low, right.high) if left.high is None else (right.low, left.high)
    return (
        low is not None
        and high is not None
        and low < high
        and (left.is_plain or left.unit == right.unit)
        and left.noun is None
    )


def _phrased(text: str, figure: Figure) -> Figure:
    hedged = _hedged(text, _measured(text, _with_noun(text, figure)) if _counts(figure) else figure)
    left = text[max(0, hedged.phrase_start - _REACH) : hedged.phrase_start]
    way = changes.before(left, is_count=hedged.is_plain) or (
        changes.after(text[hedged.end : hedged.end + _REACH]) if not hedged.is_plain else None
    )
    return hedged._replace(direction=way) if way else hedged


def _counts(figure: Figure) -> bool:
    return figure.is_plain and figure.join in ("", "range", "ratio")


def _with_noun(text: str, figure: Figure) -> Figure:
    right = text[figure.end : figure.end + nouns.REACH]
    at = len(right) - len(right.lstrip(_CLOSING))
    hedge = hedges.after(right[at:])
    at += hedge[1] if hedge else 0
    numeral = figure.number.numeral
    is_order = numeral.high is not None or numeral.is_share or right.startswith(" of ") or not figure.number.is_digits
    if hedge and _is_strange(figure, right[at - hedge[1] : at]):
        at -= hedge[1]
    found = nouns.counted(right[at:], is_one=figure.low == 1 == figure.high, is_order=is_order)
    if found is None:
        return figure
    noun, _, end = found
    return figure._replace(noun=noun, phrase_end=figure.end + at + end)


def _measured(text: str, figure: Figure) -> Figure:
    """A unit behind an adjective measures as well: "20 additional miles", "517 rushing yards"."""
    unit = nouns.unit(figure.noun) if figure.noun else None
    if unit is None or figure.low == 1 or text[figure.end : figure.end + 1] != " ":
        return figure
    return figure._replace(end=figure.phrase_end, unit=unit, sort="measure", noun=None)


def _hedged(text: str, figure: Figure) -> Figure:
    hedge, start = _hedge_before(text, figure)
    behind, end = _hedge_after(text, figure)
    return _bounded(figure, behind if hedge == "exact" else hedge, start, end)


def _hedge_before(text: str, figure: Figure) -> tuple[str, int]:
    """The hedge left of a figure and where its words begin; before a "just" one more may stand."""
    hedge, start = "exact", figure.start
    is_few = figure.is_plain and figure.low is not None and figure.low < _FEW
    for _ in range(2):
        left = text[max(0, start - _REACH) : start]
        bare = left.rstrip(_OPENING)
        found = hedges.before(bare)
        if found is None:
            break
        begin = start - found[1] - len(left) + len(bare)
        words = text[begin : begin + found[1]].rstrip(" \u00a0-").lower()
        if not hedges.is_of_size(words, text[max(0, begin - _REACH) : begin], is_few=is_few):
            break
        hedge, start = found[0], begin
        if hedge != "exact":
            break
    return hedge, start


def _hedge_after(text: str, figure: Figure) -> tuple[str, int]:
    """The hedge right of a figure or of its noun, and where the whole phrase ends."""
    end = max(figure.end, figure.phrase_end)
    for place in (figure.end, end):
        found = hedges.after(text[place : place + _REACH])
        if found is not None and not _is_strange(figure, text[place : place + found[1]]):
            return found[0], max(end, place + found[1])
    return "exact", end


def _is_strange(figure: Figure, hedge: str) -> bool:
    """Whether "odd" behind a small number describes: "six odd socks", not "300 odd people"."""
    return hedge.strip() == "odd" and (figure.low or 0) < _MANY


def _bounded(figure: Figure, hedge: str, start: int, end: int) -> Figure:
    """The figure with its phrase, and with the end that a bound leaves open missing."""
    is_joined = figure.join not in ("", "ratio")
    if hedge == "exact" or not figure.high_closed or (is_joined and hedge != "about"):
        return figure._replace(phrase_start=start, phrase_end=end)
    if not is_joined and hedge in ("at_least", "more_than"):
        closed = hedge == "at_least"
        return figure._replace(phrase_start=start, phrase_end=end, hedge=hedge, high=None, low_closed=closed)
    if not is_joined and hedge in ("at_most", "less_than"):
        closed = hedge == "at_most"
        return figure._replace(phrase_start=start, phrase_end=end, hedge=hedge, low=None, high_closed=closed)
    return figure._replace(phrase_start=start, phrase_end=end, hedge=hedge)


def _with_conversions(text: str, found: list[Figure]) -> list[Figure]:
    """A conversion in parentheses is hedged as what it converts, and shares its per-part: "C$9 (US$6.50) per share"."""
    whole: list[Figure] = []
    for figure in found:
        left = whole[-1] if whole else None
        if left is not None and is_conversion(text, left, figure):
            whole[-1:] = _converted(text, left, figure)
        else:
            whole.append(figure)
    return whole


def is_conversion(text: str, left: Figure, right: Figure) -> bool:
    """Whether `right` stands in brackets behind `left` and gives it in another unit or currency, or one more."""
    gap = text[left.end : right.phrase_start]
    opens = gap in _CONVERSION_MORE if left.converts else _without_extent(gap) in _CONVERSION_OPENS
    if not opens or left.sort != right.sort or left.unit == right.unit:
        return False
    if not text.startswith(_CONVERSION_ENDS, right.end) or left.sort not in ("money", "measure"):
        return False
    return left.sort == "money" or units.dimension(left.unit) == units.dimension(right.unit)


def _without_extent(gap: str) -> str:
    """The gap without a word of extent: "12 miles long (19 km)"."""
    word = gap[1:].partition(" ")[0]
    return gap[1 + len(word) :] if word in _EXTENTS else gap


def _converted(text: str, left: Figure, right: Figure) -> list[Figure]:
    right = right._replace(
        converts=left.converts or text[left.start : left.end],
        converts_at=left.converts_at if left.converts else left.start,
    )
    if right.hedge == "exact" and left.hedge in _BOUNDS:
        right = _bounded(right, left.hedge, right.phrase_start, right.phrase_end)
    if text[right.end : right.end + 1] == ")" and "/" not in (left.unit or "") and "/" not in (right.unit or ""):
        per = read_per(text[right.end + 1 : right.end + _REACH])
        if per is not None:
            return [left._replace(unit=f"{left.unit}/{per}"), right._replace(unit=f"{right.unit}/{per}")]
    return [left, right]


def _with_understood(text: str, found: list[Figure]) -> list[Figure]:
    """A bare number takes noun or unit of a figure before it where words compare the two: "up from 3.7 million"."""
    whole: list[Figure] = []
    for figure in found:
        candidates = whole[-3:][::-1] if _is_bare(figure) else ()
        known = next((left for left in candidates if _compares(text, left, figure)), None)
        known = known or _scaled_money(text, candidates, figure)
        whole.append(_like(figure, known) if known else figure)
    return whole


def _scaled_money(text: str, candidates: Sequence[Figure], figure: Figure) -> Figure | None:
    """Millions and billions without a noun are of the money before them: "$30 million, 20 million of it this year"."""
    if figure.scale < _MILLION or not candidates or text[figure.start - 4 : figure.start] == " by ":
        return None
    known = next((left for left in candidates if left.scale >= _MILLION), None)
    if known is None or known.sort != "money" or "/" in (known.unit or ""):
        return None
    between, behind = text[known.end : figure.start], _NEXT_WORD.match(text, figure.end)
    is_alone = behind is None or not _ALONE.isdisjoint(behind.groups())  # "some 3 million live there"
    return known if is_alone and len(between) < _FARTHEST_MONEY and "\n" not in between else None


_NEXT_WORD = re.compile(r" ([a-z]+)")
_ALONE = word_class("preposition") | word_class("auxiliary") | {"and", "or", "but", "than", "this", "last", "a", "an"}


def _rated(text: str, figure: Figure) -> Figure:
    """A count for each time or thing is a measure: "300 visitors a day" in visitor/day, "12 pupils per class"."""
    if (
        figure.sort == "money"
        and "/" not in (figure.unit or "/")
        and _FOR_SHARE.match(text[figure.end : figure.end + _REACH])
    ):
        return figure._replace(unit=f"{figure.unit}/share")
    if not figure.is_plain or figure.noun is None or figure.join not in ("", "range"):
        return figure
    at = max(figure.end, figure.phrase_end)
    if text[at : at + 1] not in _PER_OPENS:
        return figure
    per, width = read_rate(text[at : at + _REACH]) or ("", 0)
    if not per:
        return figure
    stem, blank, head = figure.noun.lower().rpartition(" ")
    unit = f"{stem}{blank}{singular(head)}/{per}"
    return figure._replace(end=at + width, phrase_end=at + width, unit=unit, sort="measure")


def _like(figure: Figure, known: Figure) -> Figure:
    """The bare figure with noun and unit of the one it is compared to, and its hundredths: "84 cents, up from 74"."""
    times = _HUNDREDTH if _is_in_hundredths(known) else 1
    low, high = (end * times if end is not None else None for end in (figure.low, figure.high))
    return figure._replace(
        low=low, high=high, step=figure.step * times, noun=known.noun, unit=known.unit, sort=known.sort
    )


def _is_in_hundredths(figure: Figure) -> bool:
    """Whether its number counts cents or pence."""
    said = figure.number.numeral.low
    return figure.sort == "money" and figure.scale == 1 and bool(said) and figure.low == said * _HUNDREDTH


def _is_bare(figure: Figure) -> bool:
    return figure.is_plain and figure.noun is None and not figure.join and not figure.number.numeral.is_share


def _compares(text: str, left: Figure, right: Figure) -> bool:
    between = text[left.end : right.phrase_start if right.phrase_start >= 0 else right.start]
    if (
        len(between) > _FARTHEST
        or text[left.number.end : left.number.end + 1] == "-"  # it describes: "9-inch nails and two planks"
        or left.sort == "time"
        or (left.noun is None and left.unit is None)
        or not (left.low and right.low)
    ):
        return False
    words = between.lower().split()
    is_comparing = bool(words) and (words[-1] in _COMPARING or " ".join(words[-2:]) in _COMPARING_PAIRS)
    is_sum = (
        left.sort == "money" and right.number.scale != 1 and words[-1:] == ["of"] and not _SUMS.isdisjoint(words[-2:])
    )
    if not (is_comparing or is_sum) or _SENTENCE_ENDS.search(between):
        return False
    if is_sum:
        return True
    size = right.low * _HUNDREDTH if _is_in_hundredths(left) else right.low
    return 1 / _MOST_APART <= abs(size / left.low) <= _MOST_APART


def _with_lent_nouns(text: str, found: list[Figure]) -> list[Figure]:
    """A part takes the noun of the number it is a part of: "more than half of the 90 deputies"."""
    lent = list(found)
    for i, figure in enumerate(found[:-1]):
        following = found[i + 1]
        gap = text[figure.end : following.start]
        if figure.noun is not None or not figure.is_plain:
            continue
        if following.noun and (gap in _OF_THE or _OF_OWNER.fullmatch(gap)):
            lent[i] = figure._replace(noun=following.noun)
        elif gap == " " and following.sort == "measure":  # eight million 250ml bottles
            behind = nouns.counted(text[following.end : following.end + nouns.REACH], is_one=False, is_order=False)
            lent[i] = figure._replace(noun=behind[0]) if behind else figure
    return lent


def stated(figure: Figure) -> str | None:
    """The exact decimal in the figure's unit as text, both ends of a range with ".." between; None where unread."""
    ends = [_plain(end) for end in (figure.low, figure.high) if end is not None]
    if not ends:
        return None
    return ends[0] if len(ends) == 1 or figure.is_point else "..".join(ends)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
