"""What has to hold of the words around a bare number for it to be a year: it counts nothing, and names nothing."""

from checker.extraction.nouns import is_plural
from checker.extraction.times.not_dates import LISTS
from checker.extraction.times.place import Place
from checker.language import currencies, units
from checker.language.patterns import pattern

_DIGITS = 4  # of a year
_RECENT_YEARS = range(1900, 2070)  # numbers that are years unless something says otherwise
_OLD_YEARS = range(1700, 1900)  # numbers that are years behind a preposition
_MONEY = frozenset(mark for mark in (*currencies.SYMBOLS, *currencies.CODES) if mark.isalpha() and len(mark) > 1)
_SIZES = frozenset({"length", "area", "mass", "energy", "power", "information", "currency"})
# Hedges that hardly loosen a year ("at least 1950 voters"), and those that do behind a preposition ("in about 1950").
_HEDGED = pattern(
    r"\b(?:at least|more than|fewer than|less than|up to|as many as|nearly|almost|some|an estimated) $|"
    r"(?:^|[^a-z ]|\b([a-z]+)) (?:about|around|approximately|roughly) $",
    any_case=True,
)
_HEDGE_REACH = 32
_NAME_REACH = 60  # characters in which the name that a number is part of stands
_NAMED = pattern(r"\b(?:called|named|titled|entitled|dubbed|branded) [\"“']?(?:\p{Lu}[\pL.'’-]* ){1,3}$")
_STREET = pattern(
    r"^ (?:[NSEW]\.? |\d{1,3}(?:st|nd|rd|th) )?(?:\p{Lu}[\pL.'’-]* ){1,3}"
    r"(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Drive|Lane|Boulevard|Blvd\.?|Place|Court|Highway|Parkway|Terrace)"
    r"(?:[^\pL]|$)"
)
_RANGE_REACH = 16  # characters in which the other end of a range stands
_RANGE_BEHIND = pattern(r"(?: to | ?[-–] ?)(\d{1,3}(?:,\d{3})+|\d{4,6})\b")
_RANGE_AHEAD = pattern(r"\b(\d{1,3}(?:,\d{3})+|\d{3,4})(?: to | ?[-–] ?)$")


def is_year(place: Place) -> bool:
    """A bare number of four digits is a year unless it counts or names something."""
    if place.low_before.rstrip(".") in LISTS["before_a_name"]:
        return False
    if _is_counting(place) or place.low_after in LISTS["makers"] or _is_house_number(place):
        return False
    if place.before[:1].isupper() and _NAMED.search(place.text[max(0, place.start - _NAME_REACH) : place.start]):
        return False
    figures = place.words[-_DIGITS:]
    if not figures.isdigit():  # '08
        return place.low_before in LISTS["before_a_date"] or place.low_before in ("the", "class")
    if len(place.words) > _DIGITS or int(figures) in _RECENT_YEARS:
        return not (place.is_hyphened and place.text[place.end + 1 : place.end + 2].isdigit())
    return _is_old_year(place, int(figures))


def _is_house_number(place: Place) -> bool:
    """'2020 Elm Street': a name of one or two words and a street."""
    if not place.after[:1].isupper() or place.low_before in ("in", "since", "by", "until"):
        return False
    return bool(_STREET.match(place.text[place.end : place.end + _NAME_REACH]))


def _is_counting(place: Place) -> bool:
    """Whether what stands behind a number is what it counts: a noun, or a unit of one letter."""
    if place.low_before in ("in", "constant") and _unit_of_money(place.low_after):  # "in 2015 dollars"
        return False
    is_symbol = len(place.after) == 1 and place.after.isalpha() and place.low_after not in ("a", "i")
    return is_symbol or place.low_after in LISTS["counted"] or _is_measured(place)


def _is_measured(place: Place) -> bool:
    """A currency or unit behind ('2000 zl'), or a range with a number that is no year ('2000 - 2500 calories')."""
    if place.low_before in ("in", "since", "by", "during"):
        return False
    if place.sign_after == " " and is_plural(place.low_after) and _is_hedged(place):
        return True
    if place.sign_after == " " and (place.after in _MONEY or units.dimension(_unit(place.low_after)) in _SIZES):
        return True
    behind = _RANGE_BEHIND.match(place.text[place.end : place.end + _RANGE_REACH])
    if behind is not None:
        return int((behind.group(1) or "").replace(",", "")) > _RECENT_YEARS[-1]
    ahead = _RANGE_AHEAD.search(place.text[max(0, place.start - _RANGE_REACH) : place.start])
    is_from_number = ahead is not None and int((ahead.group(1) or "").replace(",", "")) < _OLD_YEARS[0]
    return is_from_number and place.sign_after == " " and is_plural(place.low_after)


def _is_hedged(place: Place) -> bool:
    """Whether the words before it loosen a count rather than a year."""
    match = _HEDGED.search(place.text[max(0, place.start - _HEDGE_REACH) : place.start])
    return match is not None and (match.group(1) or "").lower() not in LISTS["before_a_hedged_year"]


def _unit_of_money(word: str) -> bool:
    return word in currencies.NAMES or word in ("prices", "money")


def _unit(word: str) -> str | None:
    """The unit that a plural names."""
    unit = units.NAMES.get(word)
    return unit if unit != word else None


def is_year_pair(place: Place) -> bool:
    """'2012-13' and '1914/18', not '1323-1423 K'."""
    if place.is_hyphened and place.text[place.end + 1 : place.end + 2].isdigit():  # a telephone number
        return False
    is_told = int(place.words[:_DIGITS]) in _RECENT_YEARS or place.low_before in LISTS["before_a_date"]
    return is_told and not _is_counting(place)


def _is_old_year(place: Place, number: int) -> bool:
    if place.sign_after in ("-", "–") and place.text[place.end + 1 : place.end + 2].isdigit():
        return False
    if number in _OLD_YEARS:
        return place.low_before in LISTS["before_a_date"]
    return place.low_before in ("in", "since", "circa", "until", "from", "by") and not place.after.islower()


def is_year_in_words(place: Place) -> bool:
    """'Nineteen ninety-six'; 'two thousand' needs a preposition and nothing it counts."""
    if place.low_after in LISTS["counted"]:
        return False
    return place.low.startswith("nineteen") or (place.low_before in ("in", "since", "by", "until") and not place.after)
