"""Rules for durations: "5 weeks", "eight-hour", "the past three years", "half an hour", "two hours and 20 minutes"."""

import math
from decimal import Decimal

from checker.extraction.times.grammar import COUNT, DASH, HALF, LOOSED, UNIT, UNIT_ONE, A, S, any_of
from checker.extraction.times.open_values import Length, Open
from checker.extraction.times.relative import unit_name
from checker.extraction.times.rule import Parts, Rule
from checker.language.calendar import UNITS
from checker.language.numerals import read

_HALF = Decimal("0.5")
_QUARTER_CENTURY = Decimal(25)
# What half of a unit is called, and where a T stands before it.
_HALVES = {"Y": "6M", "H": "30M", "D": "T12H"}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_MONTH = 2629746  # seconds of a mean month: 146,097 days in 400 years of the Gregorian calendar
_SIZES = _SECONDS | {unit: months * _MONTH for unit, months in _MONTHS.items()}
_PLACES = ("", "2", "3", "4")  # of the parts of a compound


def timex_length(count: Decimal, unit: str) -> str:
    """The TIMEX3 value of so many units: P5W, PT2H, P2Y6M, P20Y for two decades."""
    size, letter = UNITS[unit]
    total = count * size
    whole = int(total)
    mark = "PT" if letter in ("S", "MIN", "H") else "P"
    name = "M" if letter == "MIN" else letter
    if total - whole == _HALF and letter in _HALVES:
        return f"{mark}{f'{whole}{name}' if whole else ''}{_HALVES[letter]}"
    return f"{mark}{format(total.normalize(), 'f')}{name}"


def length(low: Decimal, unit: str, high: Decimal | None = None, step: Decimal = Decimal(1)) -> Length:
    """A duration of `low` units, or of `low` to `high`; its TIMEX3 value is the lower end's."""
    top = low if high is None else high
    stated = format(low.normalize(), "f") if top == low else f"{low:f}..{top:f}"
    return Length(timex_length(low, unit), float(low), float(top), unit, stated, float(step))


def _counted(parts: Parts) -> Open | None:
    number, second = read(parts["count"] or ""), read(parts.get("high") or "") if parts.get("high") else None
    if number is None or number.low <= 0 or (second and second.low <= number.low):
        return None
    unit = unit_name(parts["unit"] or "")
    return length(number.low, unit, second.low if second else None, number.step)


def _one(parts: Parts) -> Open | None:
    return length(Decimal(1), unit_name(parts["unit"] or ""))


def _period(parts: Parts) -> Open | None:
    """As in "the past year": how long is plain, but no number is told that another text could contradict."""
    unit = unit_name(parts["unit"] or "")
    return Length(timex_length(Decimal(1), unit), math.nan, math.nan, unit, None, math.nan)


def _couple(parts: Parts) -> Open | None:
    return length(Decimal(2), unit_name(parts["unit"] or ""))


def _half(parts: Parts) -> Open | None:
    return length(_HALF, unit_name(parts["unit"] or parts.get("unit2") or ""), step=Decimal("0.1"))


def _quarter(_parts: Parts) -> Open | None:
    """A quarter of a century, in years."""
    return length(_QUARTER_CENTURY, "year", step=Decimal(1))


def _one_and_half(parts: Parts) -> Open | None:
    number = read(parts["count"] or "") if parts.get("count") else None
    low = (number.low if number else 1) + _HALF
    return length(Decimal(low), unit_name(parts["unit"] or ""), step=Decimal("0.1"))


def _compound(parts: Parts) -> Open | None:
    """Units that follow one another, told in the smallest: "two hours and 20 minutes" is 140 minutes.

    Months and years are no whole number of days: "3 years, 2 months and 14 days" is told in days to the nearest.
    """
    units = [unit_name(parts[f"unit{place}"] or "") for place in _PLACES if parts.get(f"unit{place}")]
    read_counts = [read(parts.get(f"count{place}") or "one") for place in _PLACES[: len(units)]]
    counts = [count.low for count in read_counts if count is not None]
    if len(counts) < len(units) or not _descend(counts, units):
        return None
    total = sum((n * _SIZES[unit] for n, unit in zip(counts, units, strict=True)), Decimal(0)) / _SIZES[units[-1]]
    is_exact = set(units) <= set(_SECONDS) or set(units) <= set(_MONTHS)
    total = total if is_exact else total.quantize(Decimal(1))
    value = _joined([timex_length(n, unit) for n, unit in zip(counts, units, strict=True)])
    return Length(value, float(total), float(total), units[-1], format(total.normalize(), "f"), 1.0)


def _descend(counts: list[Decimal], units: list[str]) -> bool:
    """Whether each unit is smaller than the one before, and what is told of it less than one of that."""
    sizes = [_SIZES.get(unit, 0) for unit in units]
    return 0 not in sizes and all(
        small < large and count * small < large
        for large, small, count in zip(sizes, sizes[1:], counts[1:], strict=False)
    )


def _joined(values: list[str]) -> str:
    """TIMEX3 lengths as one: P3Y, P14D and PT16H are P3Y14DT16H."""
    days = [value[1:] for value in values if value[1] != "T"]
    clock = [value[2:] for value in values if value[1] == "T"]
    return "".join(["P", *days, *(["T", *clock] if clock else [])])


_EXTRA_WORDS = (
    "straight consecutive successive more additional further full whole long trading business working calendar extra "
    "solid short lunar previous preceding prior"
)
_EXTRA = rf"(?:{any_of(_EXTRA_WORDS.split())}{S})?"
_WHICH_WORDS = any_of(
    [
        "past",
        "last",
        "next",
        "first",
        "final",
        "latest",
        "previous",
        "preceding",
        "coming",
        "following",
        "closing",
        "opening",
    ]
)
_ANOTHER = any_of(["another", "an additional", "an extra", "a further"])
_WHICH = rf"(?:(?P<which>(?:(?i:the){S})?{_WHICH_WORDS}|{_ANOTHER}){S})?"
_JOIN = rf"(?:,?{S}(?:and{S})?)"

RULES = (
    Rule(
        "length",
        "duration",
        rf"{LOOSED}(?:(?P<count>{COUNT})|{A}){S}(?P<unit>{UNIT}|h){_JOIN}(?P<count2>{COUNT}){S}(?P<unit2>{UNIT})"
        rf"{_JOIN}(?P<count3>{COUNT}){S}(?P<unit3>{UNIT})(?:{_JOIN}(?P<count4>{COUNT}){S}(?P<unit4>{UNIT}))?",
        _compound,
    ),
    Rule(
        "length",
        "duration",
        rf"{LOOSED}(?:(?P<count>{COUNT})|{A}){S}(?P<unit>{UNIT}|h){_JOIN}(?P<count2>{COUNT}){S}(?P<unit2>{UNIT})",
        _compound,
    ),
    Rule(
        "length", "duration", rf"{LOOSED}(?:(?P<count>{COUNT})|{A}){S}(?P<unit>{UNIT}){S}and{S}a{S}half", _one_and_half
    ),
    Rule(
        "length",
        "duration",
        rf"{LOOSED}{_WHICH}(?P<count>{COUNT})(?:{S}(?:to|or){S}|{S}?{DASH}{S}?|{DASH}to{DASH})(?P<high>{COUNT})(?:{S}|-){_EXTRA}(?P<unit>{UNIT})(?:-long)?",
        _counted,
        "length",
    ),
    Rule(
        "length", "duration", rf"(?P<count>{COUNT}){S}and{S}(?P<high>{COUNT}){S}(?P<unit>{UNIT})", _counted, "between"
    ),
    Rule(
        "length",
        "duration",
        rf"(?i:the){S}(?:(?i:fiscal|financial){S})?(?P<unit>(?i:year|quarter|month|week))",
        _period,
        "ended",
    ),
    Rule("length", "duration", rf"(?i:the){S}(?P<count>{COUNT}){S}{_EXTRA}(?P<unit>{UNIT})", _counted, "plural length"),
    Rule(
        "length",
        "duration",
        rf"{LOOSED}{_WHICH}(?P<count>{COUNT})(?:{S}|{DASH})?{_EXTRA}(?P<unit>{UNIT})(?:-long)?(?:{S}or{S}(?:so|more|less))?",
        _counted,
        "length",
    ),
    Rule(
        "length",
        "duration",
        rf"{LOOSED}(?:(?:the|another){S})?(?:(?:past|last|next|first){S})?(?i:a{S}couple{S}of|couple{S}of){S}(?P<unit>{UNIT})",
        _couple,
    ),
    Rule("length", "duration", rf"{LOOSED}{HALF}(?:{S}|-)(?P<unit>{UNIT_ONE})", _half, "length"),
    Rule(
        "length",
        "duration",
        rf"{LOOSED}(?:(?i:an?){S})?(?i:quarter)(?:{S}of{S}a{S}|(?:-|{S}))(?P<unit>(?i:century))",
        _quarter,
    ),
    Rule("length", "duration", rf"{LOOSED}(?i:half)-(?P<unit>(?i:hour|day|century|decade))", _half, "length"),
    Rule(
        "length",
        "duration",
        rf"{LOOSED}(?:(?i:half){S}(?P<unit>(?i:hour))|1/2(?:{S}|-)(?P<unit2>{UNIT_ONE}))",
        _half,
        "length",
    ),
    Rule(
        "length",
        "duration",
        rf"{LOOSED}(?i:(?:the{S})(?:past|last|next)){S}(?P<unit>(?i:year|decade|century|month|week|day|hour|quarter|fortnight|half{S}century))",
        _period,
        "past",
    ),
    Rule("length", "duration", rf"(?i:an?){S}(?P<unit>(?i:decade|century|generation|year))", _period, "horizon"),
    Rule(
        "length",
        "duration",
        rf"{LOOSED}(?i:an?{S}(?:full{S}|whole{S}|further{S}|additional{S}|entire{S})?|another{S}|one{S}full{S})(?P<unit>{UNIT_ONE})(?:-long)?",
        _one,
        "a unit",
    ),
    Rule("length", "duration", r"(?P<unit>(?i:year|month|week|day|hour|decade|century|night))-long", _one),
    Rule("length", "duration", r"(?P<unit>(?i:year|month|week|day|hour|decade|night))long", _one),
)
