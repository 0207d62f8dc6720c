"""Units: from the words of news to singular names, and between units of one dimension. The only import of pint."""

from functools import cache, lru_cache
from typing import Any

from checker.language.currencies import CODES
from checker.language.lexicon import lexicon
from checker.language.nouns import plural

# With these in a name its first word takes the plural ("miles per hour", "degrees Celsius"); else the last does.
_HEAD_FIRST = (" per ", " an ", " a ", " to ", " squared")
_FIRST_WORDS = ("degree", "deg", "part")


def dimension(unit: str | None) -> str | None:
    """The kind of thing a unit measures: "length", "currency", "percent"; for "USD/share" "currency/share".

    What is counted for a time has one as well: "visitor/time" for "visitor/day". None for no unit and for units that
    are not known.
    """
    if unit is None:
        return None
    if unit in CODES:
        return "currency"
    if unit in _dimensions():
        return _dimensions()[unit]
    above, slash, below = unit.partition("/")
    under = dimension(below) if slash else None
    left = dimension(above) or (above if under == "time" else None) if slash else None
    return f"{left}/{under or below}" if left else None


def factor(unit_from: str, unit_to: str) -> float | None:
    """How many `unit_to` one `unit_from` is; None without a factor (other dimension, currencies, °C to °F)."""
    if unit_from == unit_to:
        return 1.0
    if dimension(unit_from) in (None, "temperature") or dimension(unit_from) != dimension(unit_to):
        return None
    return _factor(unit_from, unit_to)


def convert(number: float, unit_from: str, unit_to: str) -> float | None:
    """A number in another unit; also between the scales of temperature. None when the units do not convert."""
    if dimension(unit_from) == dimension(unit_to) == "temperature":
        registry = _registry()
        quantity = registry.Quantity(number, _expression(unit_from)).to(_expression(unit_to))
        return float(quantity.magnitude)
    found = factor(unit_from, unit_to)
    return None if found is None else number * found


@lru_cache(maxsize=1024)
def _factor(unit_from: str, unit_to: str) -> float | None:
    if unit_from not in _dimensions():  # "USD/kilogram" to "USD/pound": same numerator, denominators convert
        (above, slash, below), (to_above, _, to_below) = unit_from.partition("/"), unit_to.partition("/")
        if not slash:
            return None
        numerator, denominator = factor(above, to_above), factor(to_below, below)
        return None if numerator is None or denominator is None else numerator * denominator
    one, other = _expression(unit_from), _expression(unit_to)
    if not (one and other):
        return None
    registry = _registry()
    ratio = registry.Quantity(one) / registry.Quantity(other)
    return float(ratio.to("dimensionless").magnitude)


@cache
def _registry() -> Any:
    import pint  # loading it costs 0.3 s, and most runs convert nothing

    return pint.UnitRegistry()


def _expression(unit: str) -> str | None:
    return _entries()[unit].get("pint")


@cache
def _entries() -> dict[str, dict[str, Any]]:
    return {unit: entry for table in lexicon("units").values() for unit, entry in table.items()}


@cache
def _dimensions() -> dict[str, str]:
    return {unit: name for name, table in lexicon("units").items() for unit in table}


def _both_numbers(name: str) -> tuple[str, str]:
    first, _, rest = name.partition(" ")
    if rest and (first in _FIRST_WORDS or any(mark in f"{name} " for mark in _HEAD_FIRST)):
        return name, f"{plural(first)} {rest}"
    stem, blank, last = name.rpartition(" ")
    return name, stem + blank + plural(last)


def _names() -> dict[str, str]:
    """Every name in lower case, singular and plural, blanks for hyphens -> unit."""
    found: dict[str, str] = {}
    for unit, entry in _entries().items():
        for name in (unit, *entry["names"]):
            for form in _both_numbers(name.lower().replace("-", " ")):
                found.setdefault(form, unit)
    return found


NAMES: dict[str, str] = _names()
SYMBOLS: dict[str, str] = {symbol: unit for unit, entry in _entries().items() for symbol in entry["symbols"]}
GLUED: dict[str, str] = {symbol: unit for unit, entry in _entries().items() for symbol in entry.get("glued", ())}
