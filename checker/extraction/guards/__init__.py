"""What looks like a plain figure and is none, one question a function; the table holds them all."""

import re
from collections.abc import Callable

from checker.extraction.figures import Figure
from checker.extraction.guards import codes, idioms, names, trades
from checker.extraction.guards.place import Place

__all__ = ["GUARDS", "Place", "is_no_quantity"]

_REACH = 40
_BEFORE_WORDS = re.compile(r"([^\s()\[\]\"“”]+)[ \u00a0]$")

Guard = Callable[[Place], bool]

# A figure that one of them knows is left alone.
GUARDS: tuple[Guard, ...] = (
    codes.is_year,
    codes.is_clock,
    codes.is_dated,
    codes.is_coded,
    codes.is_dialled,
    codes.is_ordinal,
    codes.is_dashed_model,
    codes.is_picture,
    codes.is_side,
    codes.is_listed,
    names.is_labelled,
    names.is_named,
    names.is_written_name,
    names.is_address,
    names.is_model,
    names.is_block,
    names.is_product,
    codes.is_emergency,
    codes.is_torn,
    codes.is_cited,
    codes.is_paged,
    idioms.is_half,
    idioms.is_order,
    idioms.is_pronoun,
    idioms.is_phrasal,
    codes.is_slashed,
    codes.is_loose_decimal_comma,
    trades.is_short_code,
    trades.is_calibre,
    trades.is_innings,
    trades.is_hour,
)
# The same for figures with a unit of measure.
GUARDS_OF_UNITS: tuple[Guard, ...] = (trades.is_calibre, names.is_lettered, codes.is_torn)


def is_no_quantity(text: str, figure: Figure) -> bool:
    """Whether a figure is to be left alone. Only plain figures are doubted; money, percents and measures stand."""
    if idioms.is_saying(text, figure):
        return True
    ahead = _word_before(text, figure.start)
    behind = text[figure.end : figure.end + _REACH]
    place = Place(text, figure, ahead, behind)
    if figure.sort == "money":
        return codes.is_year_of_prices(place)
    if not figure.is_plain:
        return figure.sort == "measure" and (_is_name_with_unit(text, figure) or any(g(place) for g in GUARDS_OF_UNITS))
    return any(guard(place) for guard in GUARDS)


def _word_before(text: str, start: int) -> str:
    """The word before a place when only one blank divides them, else nothing."""
    match = _BEFORE_WORDS.search(text[max(0, start - _REACH) : start])
    return match.group(1) if match else ""


def _is_name_with_unit(text: str, figure: Figure) -> bool:
    """Codes whose last letter looks like a unit ("scp2-173m"), streets ("8 Mile"), addresses ("861 W. Hill Street")."""
    if text[figure.start - 1 : figure.start] == "-" and figure.unit in ("metre", "litre", "gram"):
        return True
    word = text[figure.number.end : figure.end].strip()
    if word in _COMPASS:
        return names.is_address(Place(text, figure, "", text[figure.number.end : figure.end + _REACH]))
    return word == "Mile" and figure.low != 1


_COMPASS = ("N", "S", "E", "W")  # a house number's, which may look like newtons or watts
