"""What looks like a plain figure and is none: years, times of day, names, labels, codes, addresses, list numbers."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from checker.extraction.figures import Figure
from checker.extraction.nouns import is_plural
from checker.language.calendar import MONTHS
from checker.language.lexicon import lexicon

_REACH = 40
_COUNTED = lexicon("counted")
_OPENERS = frozenset(_COUNTED["openers"]["words"])
_LABELS = frozenset(_COUNTED["labels"]["words"])
_STREETS = frozenset(_COUNTED["streets"]["words"])
_PERSONS = frozenset(_COUNTED["persons"]["words"])
_PHRASAL = frozenset(_COUNTED["phrasal"]["words"])
_YEARS = range(1900, 2100)
_CLOCK = (
    "am",
    "pm",
    "a.m",
    "p.m",
    "gmt",
    "utc",
    "est",
    "edt",
    "pdt",
    "pst",
    "bst",
    "cet",
    "et",
    "o'clock",
    "o’clock",
    "hrs",
    "noon",
)
_BEFORE_ONE = frozenset(
    {
        "the",
        "this",
        "that",
        "each",
        "no",
        "any",
        "every",
        "some",
        "which",
        "another",
        "new",
        "first",
        "last",
        "next",
        "other",
        "only",
        "old",
        "good",
        "big",
        "a",
        "an",
    }
)
_ERAS = frozenset({"AD", "A.D", "A.D.", "BC", "B.C", "B.C.", "BCE", "CE"})
_ORDINAL = ("th", "st", "nd", "rd")
_HURT = ("killed", "dead", "died", "injured", "wounded", "arrested", "missing", "hurt")
_HALF_OF = (
    " of",
    " the",
    " its",
    " their",
    " his",
    " her",
    " our",
    " my",
    " all",
    " those",
    " these",
    " that",
    " a ",
    " as ",
    " were",
    " are",
    " said",
    " have",
    " had",
    " in",
    " to",
    ",",
    ".",
    ";",
    " from",
    " by",
    " who",
    " what",
    "-a",
)
_ORDERS = frozenset(
    {
        "first",
        "second",
        "other",
        "latter",
        "third",
        "fourth",
        "better",
        "top",
        "bottom",
        "upper",
        "lower",
        "the",
        "this",
        "that",
        "each",
        "last",
        "next",
        "early",
        "late",
        "opening",
        "closing",
        "final",
        "back",
        "front",
        "my",
        "his",
        "her",
        "their",
        "our",
        "one",
        "either",
        "another",
        "in",
    }
)
_BEFORE_WORDS = re.compile(r"([^\s()\[\]\"“”]+)[ \u00a0]$")


@dataclass(frozen=True, slots=True)
class Place:
    """A plain figure with what stands around it."""

    text: str
    figure: Figure
    ahead: str  # the word before it, when only one blank divides them
    behind: str  # the characters after it


def is_no_quantity(text: str, figure: Figure) -> bool:
    """Whether a figure is to be left alone. Only plain figures are doubted; money, percents and measures stand."""
    if not figure.is_plain:
        return figure.sort == "measure" and _is_name_with_unit(text, figure)
    ahead = _word_before(text, figure.start)
    behind = text[figure.end : figure.end + _REACH]
    place = Place(text, figure, ahead, behind)
    return any(guard(place) for guard in _GUARDS)


def _word_before(text: str, start: int) -> str:
    """The word before a place when only one blank divides them, else nothing."""
    match = _BEFORE_WORDS.search(text[max(0, start - _REACH) : start])
    return match.group(1) if match else ""


def _is_name_with_unit(text: str, figure: Figure) -> bool:
    """Codes whose last letter looks like a unit: "scp2-173m"."""
    return figure.unit in ("metre", "litre", "gram") and text[figure.start - 1 : figure.start] == "-"


def _is_year(place: Place) -> bool:
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


def _is_clock(place: Place) -> bool:
    if place.behind[:1] == ":" and place.behind[1:2].isdigit():
        return True
    word = place.behind.lstrip().split(None, 1)[:1]
    return bool(word) and word[0].lower().rstrip(".,;)") in _CLOCK and place.figure.number.is_digits


def _is_dated(place: Place) -> bool:
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


def _is_coded(place: Place) -> bool:
    """Leading zeros, marks before, hyphens to more digits, brackets around: codes, telephone numbers, footnotes."""
    surface, mark = (
        place.figure.number.surface,
        place.text[place.figure.start - 1 : place.figure.start] if place.figure.start else "",
    )
    if surface[0] == "0" and surface[1:2].isdigit():
        return True
    if mark in tuple("#%=&?+*^<") and place.figure.hedge == "exact":
        return True
    if place.figure.join == "score":
        return False
    if (
        mark in tuple("-–")
        and place.figure.number.sign == ""
        and place.text[place.figure.start - 2 : place.figure.start - 1].isdigit()
    ):
        return True
    if place.behind[:1] in tuple("-–/") and (place.behind[1:2].isdigit() or place.behind[:1] == "/"):
        return True
    return mark in ("(", "[") and place.behind[:1] in (")", "]") and len(surface) <= len("123") and surface.isdigit()


def _is_ordinal(place: Place) -> bool:
    """An ordinal whose ending stands apart ("15,599 th"), or a model behind an article ("an 80486 machine")."""
    if not place.figure.number.is_digits:
        return False
    if place.behind[:1] == " " and place.behind[1:3] in _ORDINAL and not place.behind[3:4].isalnum():
        return True
    if place.figure.join or place.figure.scale != 1 or not place.figure.number.surface.isdigit():
        return False
    return place.ahead.lower() in ("a", "an") and place.behind[:1] == " " and place.behind[:3] != " yo"


def _is_picture(place: Place) -> bool:
    """Resolutions are names: "4K", "8K television"."""
    figure = place.figure
    is_glued_k = place.text[figure.number.end : figure.end] == "K" and len(figure.number.surface) == 1
    return is_glued_k and (figure.noun is None or not is_plural(figure.noun.lower()))


def _is_listed(place: Place) -> bool:
    """As in "1. First", "2) Second" at the start of a line."""
    opens = place.text[: place.figure.start].rstrip(" \t")[-1:] in ("", "\n", "*", "-", "#")
    return (
        opens
        and place.figure.number.surface.isdigit()
        and place.behind[:1] in (".", ")", ":")
        and place.behind[1:2] in (" ", "\t", "\n", "")
    )


def _is_labelled(place: Place) -> bool:
    """As in "Section 427", "page 12", "No. 1": a lower-case label counts only where no noun is counted."""
    if place.ahead.lower() not in _LABELS or (
        place.ahead.islower() and place.ahead in ("no", "set", "act", "case", "line", "under")
    ):
        return False
    return place.figure.noun is None or not place.ahead.islower()


def _is_named(place: Place) -> bool:
    """As in "iPhone 11", "Big 12", "FTSE 100": digits after a name, unless persons or a hedged figure follow."""
    surface = place.figure.number.surface
    name = place.ahead.strip("'’‘*_")
    if not name or not any(sign.isupper() for sign in name) or name.lower() in _OPENERS or name[-1] in ",;:.!?–—":
        return False
    if not place.figure.number.is_digits or "," in surface or place.figure.hedge not in ("exact",) or place.figure.join:
        return False
    if place.figure.noun is not None and place.figure.noun.rsplit(None, 1)[-1].lower() in _PERSONS:
        return False
    return not (
        _opens_sentence(place.text, place.figure.start - len(place.ahead) - 1)
        and place.figure.noun is not None
        and _is_common(name)
    )


def _is_common(name: str) -> bool:
    return name.istitle() and name.lower().endswith(("ed", "ly", "ing"))


def _opens_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].rstrip(" \"'“‘(*")
    return not before or before[-1] in ".!?:\n—"


def _is_written_name(place: Place) -> bool:
    """As in "Group of Seven", "Five Star Movement": a number word in capitals inside a sentence."""
    number = place.figure.number
    word = place.text[number.end - len(number.surface) : number.end]
    if number.is_digits or not word[0].isupper() or not place.figure.high_closed:
        return False
    if _opens_sentence(place.text, place.figure.start):
        return (
            bool(place.figure.noun)
            and place.figure.noun is not None
            and place.figure.noun[0].isupper()
            and not is_plural(place.figure.noun.lower())
        )
    return not (
        place.figure.noun is not None
        and place.figure.noun[0].isupper()
        and is_plural(place.figure.noun.lower())
        and place.ahead[:1].isupper()
    )


def _is_address(place: Place) -> bool:
    if not place.figure.number.surface[-1].isdigit():
        return False
    words = place.behind.split("\n", 1)[0].split()[:4]
    for i, word in enumerate(words):
        bare = word.rstrip(",;")
        if i and bare.lower() in _STREETS and bare[0].isupper():
            return True
        if not (word[0].isupper() or word[0].isdigit()) or bare != word:
            return False
    return False


def _is_product(place: Place) -> bool:
    """As in "787 Dreamliner", "90049 ZIP": a bare number with a name after it that is no plural."""
    if (
        place.figure.hedge != "exact"
        or place.figure.join
        or not place.figure.number.surface.isdigit()
        or not place.behind.startswith(" ")
    ):
        return False
    noun = place.figure.noun
    first = place.behind[1:2]
    return first.isupper() and (noun is None or not any(is_plural(word.lower()) for word in noun.split()))


def _is_order(place: Place) -> bool:
    """A "one" or "half" that counts nothing: "no one", "one of the", "the first half", "half-brother"."""
    word = place.figure.number.surface.lower()
    if word == "half":
        return place.ahead.lower() in _ORDERS or not (
            place.behind.startswith(_HALF_OF) or place.figure.hedge not in ("exact",)
        )
    if word in ("zero", "nought"):
        return place.figure.noun is None or not is_plural(place.figure.noun.lower().rsplit(None, 1)[-1])
    if word != "one" or place.figure.number.sign:
        return False
    if place.behind.startswith((" of ", "-of-")) or (place.behind[:1] in ("-", "'", "’") and not place.figure.join):
        return place.figure.join != "ratio"
    if place.figure.noun is None and place.figure.join == "":
        follows = place.behind.split(None, 1)[:1]
        return not (follows and follows[0].rstrip(".,") in _HURT)
    return (
        place.ahead.lower() in _BEFORE_ONE
        and place.figure.join == ""
        and place.figure.hedge == "exact"
        and place.ahead.lower() not in ("only", "a")
    )


def _is_pronoun(place: Place) -> bool:
    """As in "The two have met": a small number word without a noun after "the"."""
    is_small = (
        not place.figure.number.is_digits
        and place.figure.noun is None
        and place.figure.low is not None
        and place.figure.low < 20
        and place.figure.high_closed
    )
    return (
        is_small
        and not place.figure.number.numeral.is_share
        and place.ahead.lower()
        in ("the", "these", "those", "all", "other", "us", "them", "you", "last", "first", "into", "or", "chapter")
    )


def _is_phrasal(place: Place) -> bool:
    """Adjectives that a number helps to build without counting: "two-way", "six-figure", "one-time"."""
    if place.behind[:1] not in ("-", "\u2011") or not place.behind[1:2].isalpha():
        return False
    ends = next((i for i, sign in enumerate(place.behind[1:]) if not sign.isalpha()), len(place.behind) - 1)
    return place.behind[1 : ends + 1].lower() in _PHRASAL or place.ahead.lower() in ("fifty", "twenty")


def _is_slashed(place: Place) -> bool:
    """A written fraction that measures nothing may be a date: "5/8"."""
    return (
        "/" in place.figure.number.surface
        and place.figure.noun is None
        and not place.behind.startswith((" of", " to", " from"))
        and bool(place.behind.strip(" .,!?"))
    )


def _is_loose_decimal_comma(place: Place) -> bool:
    """As in "1,3" without currency or unit is two numbers in English."""
    surface = place.figure.number.surface
    return (
        "," in surface
        and len(surface.rsplit(",", 1)[1].split(None, 1)[0].split(".", 1)[0]) < len("000")
        and place.figure.scale == 1
    )


Guard = Callable[[Place], bool]
_GUARDS: tuple[Guard, ...] = (
    _is_year,
    _is_clock,
    _is_dated,
    _is_coded,
    _is_ordinal,
    _is_picture,
    _is_listed,
    _is_labelled,
    _is_named,
    _is_written_name,
    _is_address,
    _is_product,
    _is_order,
    _is_pronoun,
    _is_phrasal,
    _is_slashed,
    _is_loose_decimal_comma,
)
