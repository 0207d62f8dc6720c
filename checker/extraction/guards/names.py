"""Names and labels with a number in them: "iPhone 11", "Section 427", "Group of Seven", "358 Harbour Street"."""

from checker.extraction.guards.place import Place, opens_sentence, words
from checker.extraction.nouns import is_plural
from checker.language import measures

_OPENERS = words("openers")
_LABELS = words("labels")
_WEAK_LABELS = ("under", "no", "set", "act", "case", "line")  # the first also where it opens a sentence
_ARTICLES = (" the ", "this ", "that ")
_ARTICLE = len(_ARTICLES[0])
_STREETS = words("streets")
_PERSONS = words("persons")


def is_labelled(place: Place) -> bool:
    """As in "Section 427", "page 12", "No. 1": a lower-case label counts only where no noun is counted."""
    is_small = place.ahead.islower() or opens_sentence(place.text, place.figure.start - len(place.ahead) - 1)
    is_weak = is_small and place.ahead.lower() in _WEAK_LABELS[: None if place.ahead.islower() else 1]
    if place.ahead.lower() not in _LABELS or _is_outcome_of(place):
        return False
    if is_weak and not (_is_file(place) and place.ahead == "case"):
        return False
    return place.figure.noun is None or not place.ahead.islower() or place.ahead == "number"


def is_named(place: Place) -> bool:
    """As in "iPhone 11", "Big 12", "FTSE 100": digits after a name, unless persons or a hedged figure follow."""
    surface = place.figure.number.surface
    name = place.ahead.strip("'’‘*_")
    if (
        len(name) == len("IN") and name.isupper() and place.figure.noun is None and (surface.isdigit() or name == "BY")
    ):  # a state's road
        return True
    if not name or not any(sign.isupper() for sign in name) or name.lower() in _OPENERS or name[-1] in ",;:.!?–—":
        return False
    if not place.figure.number.is_digits or "," in surface or place.figure.hedge != "exact" or place.figure.join:
        return False
    if place.figure.noun is not None and place.figure.noun.rsplit(None, 1)[-1].lower() in _PERSONS:
        return False
    return not (
        opens_sentence(place.text, place.figure.start - len(place.ahead) - 1)
        and place.figure.noun is not None
        and _is_common(name)
    )


def _is_outcome_of(place: Place) -> bool:
    """As in "passed the bill 220-210", "won the match 2-1"; what a number names has no article: "resolution 12-8"."""
    return place.figure.join == "score" and place.left(_ARTICLE + len(place.ahead) + 1).lower().startswith(_ARTICLES)


def _is_file(place: Place) -> bool:
    """Digits with a hyphen that count nothing, as files are named: "case 22-451"."""
    return place.figure.join == "range" and place.figure.noun is None and place.figure.number.surface.isdigit()


def _is_common(name: str) -> bool:
    return name.istitle() and name.lower().endswith(("ed", "ly", "ing"))


def is_written_name(place: Place) -> bool:
    """As in "Group of Seven", "Five Star Movement": a number word in capitals inside a sentence."""
    number = place.figure.number
    ahead = place.left(len("Group of "))
    if ahead.lower().endswith("under-") or (ahead == "Group of " and place.figure.noun is None):  # "the under-21 side"
        return True
    word = place.text[number.end - len(number.surface) : number.end]
    if number.is_digits or not word[0].isupper() or not place.figure.high_closed:
        return False
    if opens_sentence(place.text, place.figure.start):
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


def is_address(place: Place) -> bool:
    """A house number before a street: "358 Harbour Street"."""
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


def is_model(place: Place) -> bool:
    """As in "the 486": bare digits after "the" that count no noun; "none of the 12" counts."""
    figure = place.figure
    if place.ahead.lower() != "the" or figure.noun is not None or figure.join or not figure.number.surface.isdigit():
        return False
    return figure.scale == 1 and not place.left(8).lower().endswith(" of the ")


def is_block(place: Place) -> bool:
    """House numbers ("the 4400 block of Alan Street") and models behind a number ("12 737 MAX jets")."""
    if place.behind.startswith(" block") and place.ahead.lower() == "the":
        return True
    return " " in place.figure.number.surface and place.figure.scale == 1 and place.behind[1:2].isupper()


def is_product(place: Place) -> bool:
    """As in "787 Dreamliner", "90049 ZIP": a bare number with a name after it that is no plural."""
    if (
        place.figure.hedge != "exact"
        or place.figure.join
        or not place.figure.number.surface.isdigit()
        or not place.behind.startswith(" ")
        or _is_what_became_of_people(place.behind)
    ):
        return False
    noun = place.figure.noun
    first = place.behind[1:2]
    return first.isupper() and (noun is None or not any(is_plural(word.lower()) for word in noun.split()))


def _is_what_became_of_people(behind: str) -> bool:
    """As in the headline "2 Killed, 7 Wounded in Tram Crash"."""
    following = behind.split(None, 1)[0].strip(",;:.!?'\"’”").lower() if behind.strip() else ""
    return measures.by_verb(following) is not None or bool(measures.states(following))


def is_lettered(place: Place) -> bool:
    """A letter apart from its number that belongs to a label: "Section 12 C", "Plan 9 F"; "it was 12 C" is warm."""
    if place.figure.unit not in ("celsius", "fahrenheit") or place.text[place.figure.end - 2] != " ":
        return False
    return place.ahead.lower() in _LABELS or place.ahead[:1].isupper() or place.behind[1:2].isupper()
