"""Values, days and facts in plain words, for people. One wording for every format."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from checker.rendering.rows import Row
from checker.rendering.time_words import HEDGES, NOT_RESOLVED, VAGUE, time_words
from checker.tables import TIME_KINDS

_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_MOST_DECIMALS = 3  # of a scaled figure; a longer one is written out

# What a TIMEX3 length counts, before and behind its T.
_DAYS: Mapping[str, str] = {
    "C": "century",
    "D": "day",
    "DE": "decade",
    "E": "decade",
    "M": "month",
    "Q": "quarter",
    "W": "week",
    "Y": "year",
}
_CLOCK: Mapping[str, str] = {"H": "hour", "M": "minute", "S": "second"}
_PART = re.compile(r"([0-9]+(?:\.[0-9]+)?)([A-Z]+)")

# Roles worth a word; the plain ones and those that the value's own words show are not.
_TOLD_ROLES: Mapping[str, str] = {
    "total": "total",
    "cumulative": "cumulative",
    "part": "part of a whole",
    "additional": "additional",
    "change_by": "change",
    "from_value": "earlier value",
    "target": "wanted or planned",
    "limit": "limit",
    "average": "average",
}

_PLURALS: Mapping[str, str] = {
    "foot": "feet",
    "inch": "inches",
    "century": "centuries",
    "percent": "percent",
    "hertz": "hertz",
    "celsius": "celsius",
    "fahrenheit": "fahrenheit",
    "kelvin": "kelvin",
    "degree celsius": "degrees celsius",
    "degree fahrenheit": "degrees fahrenheit",
    "square foot": "square feet",
    "cubic foot": "cubic feet",
}


def value_words(claim: Row) -> str:
    """The normalised value of a claim: "500 billion USD", "at least 38 people", "about 5%", "February 2022"."""
    if claim["kind"] in TIME_KINDS:
        return time_words(claim)
    if claim["low"] is None and claim["high"] is None:
        return str(claim["stated"] or _length(claim["value"] or "") or NOT_RESOLVED)
    if claim["kind"] == "score" and None not in (claim["low"], claim["high"]):
        return f"{claim['high']:g}-{claim['low']:g}"
    return _way(claim) + HEDGES.get(claim["hedge"], "") + _with_unit(claim, _figures(claim))


def _length(value: str) -> str:
    """A length of time in words, as its TIMEX3 value has it: "1 year", "2 years 6 months"; nothing for other values."""
    if value in VAGUE or not value.startswith("P"):
        return VAGUE.get(value, "")
    days, _, clock = value[1:].partition("T")
    parts = [(number, _DAYS.get(sign)) for number, sign in _PART.findall(days)]
    parts += [(number, _CLOCK.get(sign)) for number, sign in _PART.findall(clock)]
    return " ".join(f"{number} {noun if number == '1' else plural(noun)}" for number, noun in parts if noun)


def _way(claim: Row) -> str:
    return f"{claim['direction']} by " if claim["direction"] and claim["role"] == "change_by" else ""


def source_date(published: str | None, found: str) -> str:
    """When a document was published and where that was found: "2025-02-11 (dateline)"."""
    return f"{published} ({found})" if published else "undated"


def role_words(role: str) -> str | None:
    """What tells a figure from others of its measure; None for a plain one, and where its value in words shows it."""
    return _TOLD_ROLES.get(role)


def count_words(count: int, noun: str) -> str:
    """Count and noun: "1 document", "2 documents"."""
    return f"{count:,} {noun if count == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """The plural of a unit or of one of our own nouns."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _figures(claim: Row) -> tuple[str, bool]:
    """The figure or the two ends, and whether it is exactly one of the unit."""
    ends = [Decimal(repr(end)) for end in (claim["low"], claim["high"]) if end is not None]
    if len(ends) == 1 or ends[0] == ends[1]:
        return _figure(ends[0], _scale(ends[:1])), ends[0] == 1
    scale = _scale(ends)
    link = " to " if claim["high_closed"] else " up to "
    return link.join(_figure(end, scale, name=end == ends[1] or not claim["high_closed"]) for end in ends), False


def _scale(ends: list[Decimal]) -> tuple[Decimal, str]:
    """The largest scale in which every end is short and none is below one."""
    for size, name in _SCALES:
        if all(abs(end) >= size and _decimals(end / size) <= _MOST_DECIMALS for end in ends):
            return size, name
    return Decimal(1), ""


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _figure(number: Decimal, scale: tuple[Decimal, str], *, name: bool = True) -> str:
    size, word = scale
    shown = number / size
    digits = f"{shown:,.{min(_decimals(shown), 12)}f}"
    return f"{digits} {word}" if word and name else digits


def _with_unit(claim: Row, figures: tuple[str, bool]) -> str:
    """The figure with its unit or counted noun."""
    shown, single = figures
    write = _UNITS.get(claim["unit"] or claim["kind"])
    return write(shown, single) if write else f"{shown} {_noun(claim, single=single)}".rstrip()


def _noun(claim: Row, *, single: bool) -> str:
    unit = claim["unit"]
    if unit is None:
        return str(claim["noun"] or "")
    head, slash, rest = unit.partition("/")
    if claim["kind"] == "money" or single or head.isupper():
        return f"{head} per {rest}" if slash else str(unit)
    return f"{plural(head)} per {rest}" if slash else plural(head)


_UNITS: Mapping[str, Callable[[str, bool], str]] = {
    "percent": lambda shown, _: f"{shown}%",
    "percentage point": lambda shown, single: f"{shown} percentage point{'' if single else 's'}",
    "basis point": lambda shown, single: f"{shown} basis point{'' if single else 's'}",
    "fraction": lambda shown, _: f"{shown} of the whole",
    "rank": lambda shown, _: f"rank {shown}",
}
