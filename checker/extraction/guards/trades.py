"""Numbers that a trade writes for a name: calibres, cricket scores, numbers to text, hours of opening."""

from collections import defaultdict

from checker.extraction.guards.place import Place, words
from checker.language.patterns import pattern

_WEAPONS = words("weapons")
_CRICKET = words("cricket")
_WICKETS = 10
# Bores that name a weapon by themselves, by unit: "a 9mm", "his .45".
_BORES: defaultdict[str | None, tuple[str, ...]] = defaultdict(
    tuple,
    {"millimetre": ("9", "5.56", "7.62"), None: ("0.22", "0.32", "0.357", "0.38", "0.380", "0.40", "0.44", "0.45")},
)
_ONE_OF = ("a", "the", "his", "her", "their", "with")
_NO_NOUN = pattern(r"[.,;)]|$| (?:and|at|from|in|into|on|out|to|with|was)\b")
_LEFT = 64
_RIGHT = 48
_SHORT_CODE = pattern(r"\b(?:text|texts|texted|texting|sms|message|dial|dialing|dialling)\b", any_case=True)
_HOURS = "|".join(sorted(words("hours"), key=len, reverse=True))
_AT_AN_HOUR = pattern(rf"\b(?:{_HOURS})\b[^.;!?\d]{{0,24}} (?:at|until|till|from|by|after|before)(?: about| around)? $")
_TO_AN_HOUR = pattern(r"\b(?:from|between) \d{1,2} (?:to|and|until|till) $")
_AFTER_AN_HOUR = (
    "on in for and to with every each but when as sharp daily nightly today tonight tomorrow weekdays weekends"
)
_CLOSES = pattern(
    r"(?:[.,;)?!]|$| (?:to|and|until|till) \d{1,2}\b| (?:" + "|".join(_AFTER_AN_HOUR.split()) + r"|[MTWFS][a-z]+day)\b)"
)
_LAST_HOUR = 12


def is_short_code(place: Place) -> bool:
    """As in "Text 72727", "text HELP to 90999"."""
    surface = place.figure.number.surface
    if not surface.isdigit() or place.figure.noun is not None or place.ahead.lower() not in ("to", "text", "dial"):
        return False
    return len(surface) >= len("1234") and _SHORT_CODE.search(place.left(_RIGHT)) is not None


def is_calibre(place: Place) -> bool:
    """As in ".44 revolver", "12-gauge shotgun", "9mm handgun", "155mm howitzers": the number names the weapon."""
    figure = place.figure
    is_small = figure.number.surface.startswith("0.") or figure.unit in ("millimetre", "inch") or figure.noun == "gauge"
    if not is_small or figure.join:
        return False
    is_of_arms = figure.number.surface in _BORES[figure.unit] and place.ahead.lower() in _ONE_OF
    if is_of_arms and _NO_NOUN.match(place.behind) is not None:
        return True
    behind = place.behind[1:] if place.behind[:1] in (" ", "-") else ""
    following = [word.strip(".,;:)\"'”’").lower() for word in behind.replace("-", " ").split()[:4]]
    return any(word in _WEAPONS for word in following)


def is_innings(place: Place) -> bool:
    """Runs for wickets in cricket: "243 for 6" near words of the game."""
    figure = place.figure
    if figure.join or figure.noun is not None or not figure.number.surface.isdigit():
        return False
    left, right = place.left(len(" 243 for ")), place.behind
    is_runs = right[:5] == " for " and right[5:6].isdigit()
    is_wickets = left.endswith(" for ") and left[:-5][-1:].isdigit() and (figure.low or 0) <= _WICKETS
    if not (is_runs or is_wickets):
        return False
    around = f"{place.left(_LEFT)} {place.text[figure.end : figure.end + _RIGHT]}".lower()
    return any(word.strip(".,;:()") in _CRICKET for word in around.split())


_PART = r"(?:morning|afternoon|evening|night)"
_AT = pattern(r"\bat $")
_OF_A_DAY = pattern(rf"(?i)\b(?:{_PART}|tonight|today|tomorrow|yesterday) at $")
_THAT_DAY = pattern(rf"(?i)\s(?:(?:this|yesterday|tomorrow|in the) {_PART}|tonight)\b")


def is_hour(place: Place) -> bool:
    """An hour without its mark: "doors open at 4", "open from 9 to 5", "this morning at six", "at seven tonight"."""
    figure = place.figure
    is_bare = figure.noun is None and not figure.join
    if not is_bare or not figure.low or figure.low > _LAST_HOUR:
        return False
    left = place.left(_LEFT)
    if _AT.search(left) and (_OF_A_DAY.search(left) or _THAT_DAY.match(place.behind)):
        return True
    if not figure.number.surface.isdigit() or _CLOSES.match(place.behind) is None:
        return False
    second = _TO_AN_HOUR.search(left)
    if second is not None:  # the hour before it tells
        left = left[: second.start()] + "from "
    return _AT_AN_HOUR.search(left) is not None
