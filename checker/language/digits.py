"""Digits: the numbers that a run of digits and separators writes, in every grouping style of English news."""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from checker.language.lexicon import lexicon
from checker.language.patterns import Pattern, pattern

MAX_DIGITS = 40  # a longer number is not read
MAX_LENGTH = 64  # characters of a whole numeral

_BLANK = "[ \u00a0\u2009\u202f]"
# name -> form, tried in order; what none of them fits is no number. Every group but the last is bounded by the length.
_FORMS: tuple[tuple[str, Pattern], ...] = (
    ("mixed", pattern(rf"(\d{{1,6}})(?:{_BLANK}{{1,2}}|-)(\d{{1,3}})[/⁄](\d{{1,4}})")),
    ("parts", pattern(r"(\d{1,6})[/⁄](\d{1,6})")),
    ("comma", pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")),
    ("comma", pattern(r"\d{1,3}(?:,\d{2})*,\d{3}(?:\.\d+)?")),  # Indian: 12,34,567
    ("plain", pattern(r"\d+(?:\.\d+)?")),
    ("blank", pattern(rf"\d{{1,3}}(?:{_BLANK}\d{{3}}){{1,6}}(?:\.\d+)?")),  # more groups are a row of a table
    ("tick", pattern(r"\d{1,3}(?:['’]\d{3})+(?:\.\d+)?")),  # Swiss: 1'049
    ("point", pattern(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}")),
    ("point", pattern(r"\d{1,3}(?:[' ’\x{a0}\x{2009}\x{202f}]\d{3})*,\d{1,2}")),  # decimal comma: 1 298,00
    ("point", pattern(r"\d{4,9},\d{2}")),
    ("ticked", pattern(r"\d{1,3}(?:['’]\d{3})+,\d{1,2}")),
    ("comma", pattern(r"\d{1,4}(?:,\d{3})+(?:\.\d+)?")),  # a slip of the pen that is still plain: $13,009 or 1950,000
)
_BLANKS = " \u00a0\u2009\u202f"
# Characters that each form writes between groups of digits.
_GROUPING = {"comma": ",", "blank": _BLANKS, "tick": "'’", "point": "." + _BLANKS + "'’", "ticked": "'’", "plain": ""}


class Digits(NamedTuple):
    """A number in digits."""

    number: Decimal
    step: Decimal  # what its last digit resolves
    form: str  # how it is written: one of the names of the forms, or "vulgar"


@lru_cache(maxsize=8192)
def read_digits(surface: str) -> Digits | None:
    """The number that digits and their separators write; None for addresses, dates and whatever is too long."""
    if len(surface) > MAX_LENGTH or not surface.isprintable():
        return None
    if surface[-1] in VULGAR:
        return _vulgar(surface)
    for name, form in _FORMS:
        match = form.fullmatch(surface)
        if match:
            return (
                _fraction(match.group(1), match.group(2), match.group(3)) if name == "mixed" else _plain(name, surface)
            )
    return None


def _plain(name: str, surface: str) -> Digits | None:
    if name == "parts":
        above, below = surface.replace("⁄", "/").split("/")
        return _fraction("0", above, below)
    digits = surface.translate(_DROP[name])
    if name in ("point", "ticked"):
        digits = digits.replace(",", ".")
    if len(digits) > MAX_DIGITS:
        return None
    number = Decimal(digits)
    exponent = number.as_tuple().exponent
    return Digits(number, Decimal(1).scaleb(int(exponent)), name)


def _fraction(whole: str | None, above: str | None, below: str | None) -> Digits | None:
    if not (whole and above and below) or int(below) not in _BELOW or int(above) >= int(below):
        return None
    number = int(whole) + Decimal(int(above)) / int(below)
    return Digits(number, share_step(int(below)), "mixed" if int(whole) else "parts")


def _vulgar(surface: str) -> Digits | None:
    above, below = VULGAR[surface[-1]]
    whole = surface[:-1].rstrip(_BLANKS + "-")
    if whole and not (whole.isascii() and whole.isdigit() and len(whole) < MAX_DIGITS):
        return None
    return Digits(int(whole or 0) + Decimal(above) / below, share_step(below), "vulgar")


def share_step(below: int) -> Decimal:
    """What a share resolves: halves, fifths and tenths a tenth, finer or endless ones a hundredth, as percents do."""
    return Decimal("0.1") if below in (2, 5, 10) else Decimal("0.01") if below <= MAX_SHARE else Decimal(1) / below


MAX_SHARE = 100
# What a written fraction divides by; other pairs with a slash are dates and names ("9/11", "24/7").
_BELOW = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 20, 25, 32, 50, 64, 100, 128, 1000, 10000})
VULGAR: dict[str, tuple[int, int]] = {sign: (pair[0], pair[1]) for sign, pair in lexicon("numerals")["vulgar"].items()}
_DROP = {name: str.maketrans("", "", drop) for name, drop in _GROUPING.items()}
