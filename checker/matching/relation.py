"""How the values of two sides stand to each other, units made equal first."""

import datetime as dt
import math
from dataclasses import dataclass, replace
from itertools import product

from checker.language import currencies, units
from checker.language.exchange import rate
from checker.matching.clock import clock, is_bare
from checker.matching.remembered import remembered
from checker.matching.side import Side
from checker.matching.slip import are_tons, mistaken_points
from checker.matching.wording import words
from checker.values.relate import is_agreeing, last_place, relate
from checker.values.value import NAN, Value

# Dimensions whose figures compare as they stand.
WITHOUT_UNIT = ("count", "score", "rank")
# Conversions between units of one dimension that are arithmetic, not physics.
_FRACTION = {("percent", "fraction"): 0.01, ("fraction", "percent"): 100.0}


@dataclass(frozen=True, slots=True)
class Relation:
    """What the values of a pair say to each other."""

    relation: str  # one of checker.values.relate.RELATIONS
    difference: float  # share of the larger, 0 when they overlap; days for times; NaN when not known
    conversion: str | None  # how units were made equal, or that percentage points are no percent


_POINTS = "percentage points are no percent"
_TONS = "a ton may be meant for a tonne"


@remembered
def compare(left: Side, right: Side) -> Relation:
    """The relation of two sides; `not_comparable` across dimensions and for units that do not convert.

    One number as a change in percent and in percentage points is `disjoint`: one of the two is meant.
    """
    if left.dimension != right.dimension:
        is_mistaken = mistaken_points(left, right)
        return Relation("disjoint", 1.0, _POINTS) if is_mistaken else Relation("not_comparable", NAN, None)
    if left.is_time:
        return _related(left, *_moments(left, right), None)
    if left.kind == "score" and left.value.is_known and right.value.is_known:  # two counts, no range with room between
        apart = _apart(left.value, right.value)
        return Relation("disjoint" if apart else "equal", apart, None)
    if _is_other_currency(left, right):
        return _cents(left, right) if _has_cents_of_other(left, right) else _exchanged(left, right)
    if left.unit == right.unit or left.dimension in WITHOUT_UNIT:
        found = _related(left, left.value, right.value, None)
        is_open = found.relation == "disjoint" and left.currency == _DOLLAR
        return (_dollars(left, right) if is_open else None) or found
    told = _related(left, left.value, right.value, _TONS) if are_tons(left, right) else None
    return told if told and is_agreeing(told.relation) else _converted(left, right)


def _moments(left: Side, right: Side) -> tuple[Value, Value]:
    """The days; where both sides name a time of one day, or one names no day at all, those times."""
    a, b = clock(left.timex), clock(right.timex)
    if a is None or b is None or not (left.value == right.value or _may_be_one_day(left, right)):
        return left.value, right.value
    day = left.value.low
    return Value(day + a[0], day + a[1]), Value(day + b[0], day + b[1])


def _may_be_one_day(left: Side, right: Side) -> bool:
    """Whether a clock time has its day only from its article's publication, and the other's is the next at most."""
    is_near = abs(left.value.low - right.value.low) <= 1
    return is_near and (is_bare(words(left.text)) or is_bare(words(right.text)))


def _is_other_currency(left: Side, right: Side) -> bool:
    """Currencies have no fixed rate, alone or by share, barrel or hour."""
    return left.dimension.startswith("currency") and left.currency != right.currency


_CENTS = frozenset({"cent", "cents"})
_NAMED = frozenset({"u.s", "us", "american"})  # whose cents they are
_WITH_CENTS = frozenset(code for name, code in currencies.MINOR_NAMES.items() if name.split()[-1] == "cent")


def _has_cents_of_other(left: Side, right: Side) -> bool:
    """Whether one is told in cents of nobody, which are then read as dollars, and the other's currency has cents."""
    is_alike = (left.unit or "").partition("/")[2] == (right.unit or "").partition("/")[2]
    return is_alike and any(_is_bare_cents(a) and b.currency in _WITH_CENTS for a, b in ((left, right), (right, left)))


def _is_bare_cents(side: Side) -> bool:
    told = {*words(side.text)}
    return side.currency == currencies.MINOR_NAMES["cent"] and bool(told & _CENTS) and not told & _NAMED


def _cents(left: Side, right: Side) -> Relation:
    """Cents are those of the currency that a text uses: equal figures agree, of others nothing is known."""
    found = _related(left, left.value, right.value, None)
    return found if is_agreeing(found.relation) else Relation("not_comparable", NAN, None)


def _exchanged(left: Side, right: Side) -> Relation:
    """Compare at the rate of the day; a bare name that several countries share fits, or tells nothing."""
    lefts, rights = (currencies.may_be(side.text, side.currency) for side in (left, right))
    if not (lefts or rights):
        return _at_rate(left, right, (left.currency, right.currency))
    pairs = product((left.currency, *lefts), (right.currency, *rights))
    told = (_at_rate(left, right, pair) for pair in pairs)
    return next((one for one in told if is_agreeing(one.relation)), Relation("not_comparable", NAN, None))


def _dollars(left: Side, right: Side) -> Relation | None:
    """As in "US$36,000" and "$50,000": a bare dollar may be that of the paper's country, where the rate says so."""
    is_marked, is_other = (any(mark in side.text.lower() for mark in _AMERICAN) for side in (left, right))
    if is_marked == is_other:
        return None
    pairs = ((_DOLLAR, code) if is_marked else (code, _DOLLAR) for code in _DOLLARS)
    told = (_at_rate(left, right, pair) for pair in pairs)
    is_one = any(is_agreeing(one.relation) or one.difference < _MOVED for one in told)
    return Relation("not_comparable", NAN, None) if is_one else None


_DOLLAR, _DOLLARS = "USD", ("CAD", "AUD", "NZD", "SGD", "HKD")
_AMERICAN = ("us$", "us $", "u.s.", "us dollar", "american", "usd")
_MOVED = 0.03  # share by which a rate moves, and writers round


def _at_rate(left: Side, right: Side, pair: tuple[str, str]) -> Relation:
    """Compare in the currency of the right, at the official rate of the day on which the earlier article appeared."""
    days = [side.published for side in (left, right) if side.published is not None]
    is_alike = (left.unit or "").partition("/")[2] == (right.unit or "").partition("/")[2]
    day = dt.date.fromordinal(min(days)) if days and is_alike else None
    of_day = rate(*pair, day) if day else None
    if of_day is None:
        return Relation("not_comparable", NAN, None)
    told = f"1 {pair[0]} = {of_day:.4g} {pair[1]} on {day} (European Central Bank)"
    given = left.value
    value = replace(given, low=given.low * of_day, high=given.high * of_day, step=given.step * of_day)
    return _related(left, value, right.value, told)


def _converted(left: Side, right: Side) -> Relation:
    """Compare in the unit of the right; a converted round figure tells only its last place that is not zero."""
    value = _in_unit(left.value, left.unit, right.unit)
    one = _convert(1.0, left.unit, right.unit)
    if value is None or one is None:
        return Relation("not_comparable", NAN, None)
    return _related(left, value, _loosened(right.value), f"1 {left.unit} = {one:.4g} {right.unit}")


def _related(left: Side, a: Value, b: Value, conversion: str | None) -> Relation:
    relation = relate(a, b)
    return Relation(relation, _difference(a, b, relation, in_days=left.is_time), conversion)


def _in_unit(value: Value, unit: str | None, wanted: str | None) -> Value | None:
    loose = _loosened(value)
    low, high, zero, step = (_convert(x, unit, wanted) for x in (loose.low, loose.high, 0.0, loose.step))
    if low is None or high is None or zero is None or step is None:
        return None
    return replace(loose, low=low, high=high, step=abs(step - zero))


def _convert(number: float, unit: str | None, wanted: str | None) -> float | None:
    if unit is None or wanted is None or math.isnan(number):
        return number if math.isnan(number) else None
    if (unit, wanted) in _FRACTION:
        return number * _FRACTION[unit, wanted]
    try:
        return units.convert(number, unit, wanted)
    except TypeError:  # units of one dimension in name only, such as volt and ampere
        return None


def _loosened(value: Value) -> Value:
    """The value with the step of its last place that is not zero: "60 miles" converted may be 100 kilometres."""
    return replace(value, step=max(value.step, last_place(value))) if value.is_point and value.step else value


def _difference(a: Value, b: Value, relation: str, *, in_days: bool) -> float:
    if relation == "unknown":
        return NAN
    if relation != "disjoint":
        return 0.0
    gap = max(_gap(a, b), _gap(b, a), 0.0)
    largest = max((abs(x) for x in (a.low, a.high, b.low, b.high) if not math.isnan(x)), default=0.0)
    return gap if in_days else gap / largest if largest else 0.0


def _apart(a: Value, b: Value) -> float:
    """How far two scores differ, as a share of the larger end."""
    gap = max(abs(a.low - b.low), abs(a.high - b.high))
    return gap / max(abs(end) for end in (a.low, a.high, b.low, b.high)) if gap else 0.0


def _gap(lower: Value, upper: Value) -> float:
    gap = upper.low - lower.high
    return 0.0 if math.isnan(gap) else gap
