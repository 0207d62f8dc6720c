"""Times, codes and marks that are no quantities: years, clocks, days, telephone numbers, list numbers."""

from functools import cache

from checker.extraction.guards.place import Place, words
from checker.extraction.nouns import is_plural
from checker.language.calendar import MONTHS, ORDINALS
from checker.language.numerals import TENS
from checker.language.patterns import pattern

_YEARS = range(1900, 2100)
_CLOCK = words("clock")
_ERAS = words("eras")
_TO_THE_HOUR = pattern(r"\b(?:a quarter|quarter|half|twenty|twenty-five|ten|five) (?:to|past) $", any_case=True)
_LEFT = 20
_LIST_OPENS = ("", "\n", "*", "-", "#")
_EMERGENCY = words("emergency")
_OF_EMERGENCY = words("of_emergency")
_CALLING, _CALL = words("calling"), 30  # characters before it: "wounded 112" counts
_UNMISTAKEN = "911"
_COUNTERS = words("counters")
_TIMES = ("x", "×")
_DIALLED = 24  # characters of a telephone number
_CODE = 3  # digits of a country's code
_ORDINAL = ("th", "st", "nd", "rd")


def is_year(place: Place) -> bool:
    """A bare year: four digits from 1900 to 2099 that nothing counts or loosens."""
    if (
        place.figure.join
        or place.figure.low is None
        or not place.figure.number.surface.isdigit()
        or len(place.figure.number.surface) != len("2014")
    ):
        return False
    if int(place.figure.low) not in _YEARS:
        return False
    is_round = place.figure.low % 100 == 0 and place.figure.noun is not None and place.figure.noun.islower()
    return not (is_round or place.figure.hedge not in ("exact", "more_than", "nearly"))


def is_year_of_prices(place: Place) -> bool:
    """As in "in 2015 dollars": the year whose prices are meant, no amount."""
    figure = place.figure
    is_bare = not figure.is_marked and not figure.join and figure.number.surface.isdigit() and figure.scale == 1
    return is_bare and place.ahead.lower() in ("in", "constant") and int(figure.number.surface) in _YEARS


def is_clock(place: Place) -> bool:
    """A time of day: "5:25", "2 p.m."."""
    if place.behind[:1] == ":" and (place.behind[1:2].isdigit() or place.behind[1:4].strip().isdigit()):
        return True
    if place.behind.lower().startswith((" a. m", " p. m")):
        return True
    word = place.behind.lstrip().split(None, 1)[:1]
    hour = word[0].lower().rstrip(".,;)") if word else ""
    if not place.figure.number.is_digits:
        return hour in ("o'clock", "o’clock") or _TO_THE_HOUR.search(place.left(_LEFT)) is not None
    return hour in _CLOCK


def is_dated(place: Place) -> bool:
    """A day beside its month or era: "May 15", "15 of February", "1000 BC"."""
    words = place.behind[1:].split(None, 2)[:2] if place.behind[:1] in (" ", "-") else []
    behind = [word.strip(".,;)(") for word in words]
    if behind[:1] == ["of"]:
        return len(behind) > 1 and behind[1].lower() in _months()
    is_behind = bool(behind) and behind[0][:1].isupper() and (behind[0].lower() in _months() or behind[0] in _ERAS)
    return is_behind or place.ahead.strip("(").upper() in _ERAS or _is_month(place.ahead)


def _is_month(word: str) -> bool:
    """Whether a word before a number is a month; "may" and "march" in lower case are verbs."""
    return word.rstrip(".").lower() in _months() and (
        word[:1].isupper() or word not in ("may", "march", "mar", "sat", "sun")
    )


@cache
def _months() -> frozenset[str]:
    return frozenset(MONTHS)


def is_coded(place: Place) -> bool:
    """Leading zeros, marks before, hyphens to more digits, brackets around: codes, telephone numbers, footnotes."""
    surface = place.figure.number.surface
    if (surface[0] == "0" and surface[1:2].isdigit()) or _is_marked(place):
        return True
    if place.figure.join == "score":
        return False
    start, mark = place.figure.start, _mark_before(place)
    if mark in tuple("-–") and place.figure.number.sign == "" and place.text[start - 2 : start - 1].isdigit():
        return True
    if place.behind[:1] in tuple("-–/") and (place.behind[1:2].isdigit() or place.behind[:1] == "/"):
        return True
    return mark in ("(", "[") and place.behind[:1] in (")", "]") and len(surface) <= len("1234") and surface.isdigit()


def _is_marked(place: Place) -> bool:
    """A mark of code before it, or letters to dial behind it: "#445", "528-CASH"."""
    if _mark_before(place) in tuple("#%=&?+*^<") and place.figure.hedge == "exact":
        return True
    if place.behind[:1] == "(" and place.behind[1:2].isalpha() and place.behind[2:3] == ")":  # "501(c)(3)"
        return True
    letters = place.behind[1:3]
    if place.behind[:1] == "." and "." in place.figure.number.surface and letters.isupper():  # "215.686.TIPS"
        return True
    return place.behind[:1] == "-" and letters.isalpha() and letters.isupper() and len(letters) > 1


def is_dialled(place: Place) -> bool:
    """Groups of an international telephone number: "+44 20 7946 0958"."""
    surface = place.figure.number.surface.replace(" ", "")
    if not surface.isdigit():
        return False
    _, plus, run = place.left(_DIALLED).rpartition("+")
    return bool(plus) and run[:1].isdigit() and not run.strip("0123456789 ()-\u00a0") and len(run.split()[0]) <= _CODE


def _mark_before(place: Place) -> str:
    start = place.figure.start
    return place.text[start - 1 : start] if start else ""


def is_ordinal(place: Place) -> bool:
    """An ordinal whose ending stands apart ("15,599 th"), or a model behind an article ("an 80486 machine")."""
    if not place.figure.number.is_digits:
        follows = place.behind.lstrip(" -").split(None, 1)[:1]
        return place.figure.number.surface.lower() in TENS and bool(follows) and follows[0].strip(".,") in ORDINALS
    if place.behind[:1] == " " and place.behind[1:3] in _ORDINAL and not place.behind[3:4].isalnum():
        return True
    if place.figure.join or place.figure.scale != 1 or not place.figure.number.surface.isdigit():
        return False
    return (
        place.ahead.lower() in ("a", "an")
        and place.behind[:1] == " "
        and not place.behind.startswith((" yo", " - year"))
    )


def is_dashed_model(place: Place) -> bool:
    """As in "a 737-800": two bare numbers behind an article that count no noun."""
    figure = place.figure
    is_range = figure.join == "range" and figure.noun is None and figure.number.surface.isdigit()
    return is_range and place.ahead.lower() in ("a", "an") and "-" in place.text[figure.start : figure.end]


def is_picture(place: Place) -> bool:
    """Resolutions are names: "4K", "8K television"."""
    figure = place.figure
    is_glued_k = place.text[figure.number.end : figure.end] == "K" and len(figure.number.surface) == 1
    return is_glued_k and (figure.noun is None or not is_plural(figure.noun.lower()))


def is_side(place: Place) -> bool:
    """A side of a picture or a room whose unit is not told: "800 x 600"."""
    sign = place.behind[:2].strip()
    if sign in _TIMES and place.behind[1:4].lstrip(" x×")[:1].isdigit():
        return True
    ahead = place.left(4).rstrip()
    return ahead[-1:] in _TIMES and ahead[-3:-1].rstrip()[-1:].isdigit()


def is_emergency(place: Place) -> bool:
    """The number one calls for help: "dialled 911"."""
    figure = place.figure
    if figure.number.surface not in _EMERGENCY or figure.hedge != "exact":
        return False
    if figure.noun is not None:
        return figure.noun.lower().split()[0] in _OF_EMERGENCY  # "a 911 dispatcher"
    return figure.number.surface == _UNMISTAKEN or not _CALLING.isdisjoint(place.left(_CALL).lower().split())


def is_cited(place: Place) -> bool:
    """A title of a code of law: "720 ILCS 5", "18 U.S.C. 922"."""
    title, _, rest = place.behind[1:].partition(" ")
    letters = title.replace(".", "")
    return letters.isupper() and len(letters) > len("US") and rest.lstrip("§ ")[:1].isdigit()


def is_paged(place: Place) -> bool:
    """The second number of a counter: "Image 14 of 44"."""
    ahead = place.left(24).split()[-3:]
    if len(ahead) < len(("image", "14", "of")):
        return False
    counter, number, of = ahead
    return number.isdigit() and of == "of" and counter.lower() in _COUNTERS


def is_torn(place: Place) -> bool:
    """Halves of a decimal that a blank has torn ("6. 1 - magnitude"): neither is a number of the text."""
    if place.figure.noun is not None or not place.figure.number.is_digits:
        return False
    ahead = place.left(3)
    if ahead[1:] == ". " and ahead[:1].isdigit():
        return True
    is_open = place.figure.is_plain  # behind a unit the next number begins a sentence
    return is_open and (place.behind[:5] == ", 000" or (place.behind[:2] == ". " and place.behind[2:3].isdigit()))


def is_listed(place: Place) -> bool:
    """As in "1. First", "2) Second" at the start of a line or behind the end of a sentence."""
    opens = place.left(8).rstrip(" \t")[-1:]
    is_marked = place.behind[:1] in (".", ")", ":") and place.behind[1:2] in (" ", "\t", "\n", "")
    if not is_marked or not place.figure.number.surface.isdigit():
        return False
    return opens in _LIST_OPENS or (opens in tuple(".!?;") and place.behind[2:3].isupper())


def is_slashed(place: Place) -> bool:
    """A written fraction that measures nothing may be a date: "5/8"."""
    return (
        "/" in place.figure.number.surface
        and place.figure.noun is None
        and not place.behind.startswith((" of", " to", " from"))
        and bool(place.behind.strip(" .,!?"))
    )


def is_loose_decimal_comma(place: Place) -> bool:
    """As in "1,3" without currency or unit is two numbers in English."""
    surface = place.figure.number.surface
    return (
        "," in surface
        and len(surface.rsplit(",", 1)[1].split(None, 1)[0].split(".", 1)[0]) < len("000")
        and place.figure.scale == 1
    )
