"""Figures: the numbers of a page with currency and unit, found once for all kinds that read them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from checker.extraction import lengths
from checker.extraction.numbers import Number, find_numbers
from checker.extraction.tails import REACH, Tail, read_tail
from checker.language import currencies
from checker.language.lexicon import lexicon
from checker.language.patterns import pattern

_ESCAPE = 16  # characters of a code that colours a terminal
_LEFT = 12  # characters left of a number in which its currency mark may stand
# Words that a hyphen ties to a number without naming anything: "sub-300", "now-18".
_PREFIXES = (
    "sub",
    "to",
    "a",
    "mid",
    "minus",
    "or",
    "and",
    "now",
    "then",
    "some",
    "over",
    "under",
    "top",
    "nearly",
    "almost",
    "near",
    "about",
    "in",
)
_BELOW_ZERO = " below zero"
_DEGREES = ("degree", "celsius", "fahrenheit")
_LIKE_LETTERS = ("R", "R ", "PS", "Y=")  # marks that names and models begin with too: "R2-D2", "PS5"
_HUNDREDTH = Decimal("0.01")
_THOUSAND = 1000
_POINTS = lexicon("counted")["points"]
_AROUND_POINTS = 90
_POINTS_OF = pattern(
    rf"[ -]points? (?:{'|'.join(_POINTS['after'])})\b|"
    rf" points?,? (?:and|with|plus) (?:\w+ )?\w+ (?:{'|'.join(_POINTS['feats'])})\b"
)
_INDEX = pattern(rf"\b(?:{'|'.join(_POINTS['near'])})\b", any_case=True)
_SCORING = pattern(rf"\b(?:{'|'.join(_POINTS['before'])}) (?:[\w-]+ ){{0,2}}$")
_PAID = frozenset(lexicon("counted")["one_unit"]["paid"])
_PAID_BACK, _PAID_WORDS = 40, 4
_POUND_MASS_BELOW = 10000  # "200 pounds" weighs, "20,000 pounds" is money, unless the page writes £


class Figure(NamedTuple):
    """One figure; offsets are characters of the page's text, ends exclusive."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    step: Decimal
    number: Number  # its first number
    sort: str = "plain"  # money, percent, measure, time or plain
    unit: str | None = None
    scale: Decimal = Decimal(1)  # what its scale words multiply by
    is_marked: bool = False  # a currency mark stands before the number
    high_closed: bool = True
    low_closed: bool = True
    hedge: str = "exact"
    join: str = ""  # what joined two numbers: "range", "tolerance", "" for a single one
    phrase_start: int = -1
    phrase_end: int = -1
    noun: str | None = None
    direction: str | None = None
    converts: str = ""  # the words of the figure before it that it gives in another unit: "€1.2 billion ($1.3 billion)"
    converts_at: int = -1  # where that figure begins

    @property
    def is_plain(self) -> bool:
        """Whether it has neither currency nor unit."""
        return self.sort == "plain"

    @property
    def is_point(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high


def find_figures(text: str) -> list[Figure]:
    """Every number of a text with currency, unit and per-part; ranges, hedges and nouns are added by later steps."""
    has_pounds = "£" in text
    found: list[Figure] = []
    for number in find_numbers(text):
        taken = found[-1].end if found else 0
        runs_on = bool(taken) and taken == number.start - 1 and text[taken] == "-"  # "3km-5km"
        found += _figure(text, number, taken, has_pounds=has_pounds, runs_on=runs_on)
    return found


def _figure(text: str, number: Number, taken: int, *, has_pounds: bool, runs_on: bool) -> Iterator[Figure]:
    number = _signed_after_mark(text, number)
    mark = (
        currencies.before(text[max(taken, number.start - _LEFT) : number.start])
        if _may_be_marked(text, number)
        else None
    )
    if mark and text[number.start - mark[1] : number.start] in _LIKE_LETTERS and not _is_amount(text, number):
        return
    start = number.start - (mark[1] if mark else 0)
    if mark is None and not runs_on and _is_inside_name(text, number):
        return
    tail = _tail(text, number, mark[0] if mark else None)
    if tail.is_foreign:
        return
    if mark and not number.sign:
        sign, width = _sign_before(text, start)
        number, start = number._replace(sign=sign), start - width
    tail = _scored(_weighed(tail, text, number, has_pounds=has_pounds), text, number)
    yield _valued(text, start, number, tail, is_marked=mark is not None)


def _tail(text: str, number: Number, currency: str | None) -> Tail:
    """What follows the number; also where its own form, a mark of length or "below zero" tells the unit."""
    if number.unit:
        return Tail(unit=number.unit, sort="measure")
    if currency is None and lengths.may_follow(text, number.end):
        length = lengths.read(text, number.start, number.end)
        if length is not None:
            return Tail(length[1], unit=length[0], sort="measure")
    tail = read_tail(text[number.end : number.end + REACH], number.surface, currency, number.numeral.low)
    is_cold = tail.sort == "plain" and text.startswith(_BELOW_ZERO, number.end + tail.length)
    return Tail(tail.length, tail.scale, "degree", "measure") if is_cold else tail


def _signed_after_mark(text: str, number: Number) -> Number:
    """A minus between mark and amount: "$-99.99"."""
    is_minus = text[number.start - 1 : number.start] in ("-", "−") and number.start > 1
    if is_minus and text[number.start - 2] in "$€£¥":
        return number._replace(start=number.start - 1, sign="-")
    return number


def _is_amount(text: str, number: Number) -> bool:
    """As in "R8,499", "R2 billion", "PS21,700": letters are a currency only before what looks like an amount."""
    return (
        any(sign in number.surface for sign in ",.")
        or number.scale != 1
        or text[number.end : number.end + 2].lower() in ("bn", "m ")
    )


def _may_be_marked(text: str, number: Number) -> bool:
    return not number.numeral.is_words or text[number.start - 1 : number.start] in tuple("$€£¥₹")


def _is_inside_name(text: str, number: Number) -> bool:
    """Whether letters, or a hyphen after letters, stand right before the number: "F-16", "G20", "COVID-19"."""
    ahead = text[number.start - 1 : number.start] if number.start else ""
    if not number.is_digits or number.sign == "±":
        return False
    if ahead.isalnum() or (ahead and ahead in "_#@/\\.:=%&?^"):
        return True
    if ahead in ("[", ";") and _is_escape(text, number):
        return True
    if ahead in tuple("-–\u2011"):
        before = text[number.start - 2 : number.start - 1] if number.start > 1 else ""
        word = re.split(r"[^a-z]", text[max(0, number.start - 10) : number.start - 1].lower())[-1]
        return before.isalpha() and word not in _PREFIXES
    return False


def _is_escape(text: str, number: Number) -> bool:
    """What colours a terminal: "[1;32m" behind the escape, whether or not that character is still there."""
    before, bracket, codes = text[max(0, number.start - _ESCAPE) : number.start].rpartition("[")
    if not bracket or codes.strip("0123456789;"):
        return False
    behind = text[number.end : number.end + 3 * _ESCAPE].partition("[")[0]
    return before.endswith("\x1b") or (behind[:1] in ("m", ";") and "]" not in behind)


def _sign_before(text: str, start: int) -> tuple[str, int]:
    mark, ahead = text[start - 1 : start], text[start - 2 : start - 1] if start > 1 else ""
    return ("-", 1) if mark in ("-", "−") and not (ahead.isalnum() or ahead in tuple(")%$€£")) else ("", 0)


def _weighed(tail: Tail, text: str, number: Number, *, has_pounds: bool) -> Tail:
    """Pounds are money where the amount is large, or the page writes £ and weighs nothing here."""
    if tail.unit is None or tail.unit.split("/", 1)[0] != "pound":
        return tail
    size = number.numeral.low * tail.scale
    follows = text[number.end + tail.length : number.end + tail.length + len(" of ")]
    is_weight = not has_pounds and not _is_paid(text[max(0, number.start - _PAID_BACK) : number.start])
    if size < _POUND_MASS_BELOW and (is_weight or follows == " of "):
        return tail
    return tail._replace(unit="GBP" + tail.unit[len("pound") :], sort="money")


def _is_paid(left: str) -> bool:
    """Whether the words before an amount pay it: "pay less than" 150 pounds; not "charged for" 20 pounds."""
    words = left.lower().split()[-_PAID_WORDS:]
    return not _PAID.isdisjoint(words) and "for" not in words


def _scored(tail: Tail, text: str, number: Number) -> Tail:
    """Points of a game or a plan are counted: "scored 24 points", "nine points clear", "a 10-point plan"."""
    if tail.unit != "point" or tail.scale != 1:
        return tail
    behind = text[number.end : number.end + _AROUND_POINTS]
    ahead = text[max(0, number.start - _AROUND_POINTS) : number.start]
    is_of_index = "%" in ahead + behind or _INDEX.search(f"{ahead} {behind}") is not None
    is_counted = not is_of_index or _POINTS_OF.match(behind) or _SCORING.search(ahead)
    return Tail() if is_counted else tail


def _below_zero(text: str, end: int, tail: Tail, low: Decimal, high: Decimal) -> tuple[int, Decimal, Decimal]:
    """As in "2 degrees below zero" is minus two."""
    if tail.unit in _DEGREES and low > 0 and text[end : end + len(_BELOW_ZERO)].lower() == _BELOW_ZERO:
        return end + len(_BELOW_ZERO), -high, -low
    return end, low, high


def _is_pointed(number: Number, tail: Tail) -> bool:
    """Whether a point divides the thousands of an amount: "12.500 ₫"."""
    if tail.unit not in currencies.POINTED:
        return False
    whole, _, group = number.surface.partition(".")
    is_whole = len(group) == len("000") and tail.scale == 1
    return is_whole and whole.isdigit() and group.isdigit() and whole != "0"


def _valued(text: str, start: int, number: Number, tail: Tail, *, is_marked: bool) -> Figure:
    if number.is_unread:
        return Figure(start, number.end + tail.length, None, None, Decimal(0), number, tail.sort, tail.unit)
    numeral = number.numeral
    times = tail.scale * (_HUNDREDTH if tail.hundredths else _THOUSAND if _is_pointed(number, tail) else 1)
    low = -numeral.low if number.sign == "-" else numeral.low
    high = numeral.high if numeral.high is not None else low
    step = numeral.step * times
    end = number.end + tail.length
    scale = number.scale * tail.scale
    low, high = low * times, high * times
    end, low, high = _below_zero(text, end, tail, low, high)
    if number.sign == "±":
        low = -high
    return Figure(
        start,
        end,
        low,
        high,
        step,
        number,
        tail.sort,
        tail.unit,
        scale,
        is_marked,
        high_closed=numeral.high is None,
        join="tolerance" if number.sign == "±" else "",
    )
