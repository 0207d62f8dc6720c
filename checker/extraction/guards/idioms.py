"""Number words that count nothing: "no one", "the first half", "the two", "two-way"."""

from checker.extraction.figures import Figure
from checker.extraction.guards.place import Place, words
from checker.extraction.nouns import is_plural
from checker.language.lexicon import lexicon

_BEFORE_ONE = words("before_one")
_HURT = words("hurt")
_HALF_OF = tuple(words("half_of"))
_ORDERS = words("half_order")
_PHRASAL = words("phrasal")
_SAYINGS = lexicon("counted")["sayings"]
_SAID = 16  # characters of a saying on either side of its number
_ON = ("-on-", "-On-", "-ON-")
_ONE_MAY = (" need ", " must ", " should ", " can ", " could ", " might ", " would ")  # "one need look no farther"
_MANY = 20  # from here on a bare number word counts even after "the"


def is_half(place: Place) -> bool:
    """A "half" that is no part of anything: "the first half", "half-brother", "a year and a half"."""
    if place.figure.number.surface.lower() != "half":
        return False
    ahead = place.ahead.lower()
    is_added = ahead == "and" and place.figure.start < place.figure.number.end - len("half")
    is_part = place.behind.startswith(_HALF_OF) or place.figure.hedge != "exact"
    return is_added or ahead in _ORDERS or not is_part


def is_order(place: Place) -> bool:
    """A "one" that counts nothing: "no one", "one of the", "one-on-one"; a "zero" that counts no plural."""
    figure = place.figure
    word = figure.number.surface.lower()
    if word in ("zero", "nought"):
        return figure.noun is None or not is_plural(figure.noun.lower().rsplit(None, 1)[-1])
    if word != "one" or figure.number.sign:
        return False
    if place.text.endswith(_ON, 0, figure.start) or place.behind.startswith(_ONE_MAY):
        return True
    if place.behind.startswith((" of ", "-of-")) or (place.behind[:1] in ("-", "'", "’") and not figure.join):
        return figure.join != "ratio"
    if figure.noun is None and figure.join == "":
        follows = place.behind.split(None, 1)[:1]
        return place.ahead.lower() in ("this", "that") or not (follows and follows[0].rstrip(".,") in _HURT)
    is_pronoun_like = place.ahead.lower() in _BEFORE_ONE and place.ahead.lower() not in ("only", "a")
    return is_pronoun_like and figure.join == "" and figure.hedge == "exact"


def is_pronoun(place: Place) -> bool:
    """As in "The two have met": a small number word without a noun after "the"."""
    is_small = (
        not place.figure.number.is_digits
        and place.figure.noun is None
        and place.figure.low is not None
        and place.figure.low < _MANY
        and place.figure.high_closed
    )
    return (
        is_small
        and not place.figure.number.numeral.is_share
        and place.ahead.lower()
        in ("the", "these", "those", "all", "other", "us", "them", "you", "last", "first", "into", "or", "chapter")
    )


def is_saying(text: str, figure: Figure) -> bool:
    """A number in a fixed phrase: "on cloud nine", "the whole nine yards"."""
    phrases = None if figure.number.is_digits else _SAYINGS.get(figure.number.surface.lower())
    if not phrases:
        return False
    around = text[max(0, figure.start - _SAID) : figure.end + _SAID].lower()
    return any(phrase in around for phrase in phrases)


def is_phrasal(place: Place) -> bool:
    """Words that a number helps to build without counting: "two-way", "six-figure", "mother-of-three Ann"."""
    if place.text.endswith("-of-", 0, place.figure.start):
        return True
    if place.behind[:1] not in ("-", "\u2011") or not place.behind[1:2].isalpha():
        return False
    ends = next((i for i, sign in enumerate(place.behind[1:]) if not sign.isalpha()), len(place.behind) - 1)
    return place.behind[1 : ends + 1].lower() in _PHRASAL or place.ahead.lower() in ("fifty", "twenty")
