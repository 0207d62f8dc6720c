"""An article that counts one unit: "a gallon of fuel", "about a mile from the coast"; not "$3 a gallon"."""

from checker.language.lexicon import lexicon
from checker.language.patterns import pattern

_WORDS = lexicon("counted")["one_unit"]
_MEASURES = "|".join(sorted(_WORDS["units"], key=len, reverse=True))
UNITS = f"{_MEASURES}|{'|'.join(_WORDS['money'])}"
_MONEY = pattern(rf"an? (?:{'|'.join(_WORDS['money'])})\b", any_case=True)
_OPEN = pattern(rf"an? \w+(?:$|[.,;:!?)\n]| (?:{'|'.join(_WORDS['behind_money'])})\b)", any_case=True)
_PAID = frozenset(_WORDS["paid"]) | frozenset(_WORDS["before"])
_BEFORE = frozenset(_WORDS["before"])
_BEHIND = pattern(rf"an? (?:{_MEASURES})( of [a-z])?", any_case=True)
_PRICED = frozenset(_WORDS["priced"])
_REACH = 64


def counts_one(text: str, start: int) -> bool:
    """Whether the article at a place counts the unit behind it: measuring words before it, or "of" a stuff behind."""
    if _MONEY.match(text[start : start + _REACH]) is not None:
        return _is_paid(text, start)
    match = _BEHIND.match(text[start : start + _REACH])
    left = text[max(0, start - _REACH) : start]
    words = left.lower().split()
    if match is None or not left[-1:].isspace() or not words:
        return match is not None and not words
    if match.group(1):
        return not words[-1][-1].isdigit() and words[-1] not in ("of", "per") and not _PRICED & set(words[-4:])
    return words[-1] in _BEFORE


def _is_paid(text: str, start: int) -> bool:
    """As in "it costs a dollar", "a dollar a day", "three for a euro"; not "a dollar store"."""
    if _OPEN.match(text[start : start + _REACH]) is None:
        return False
    words = text[max(0, start - _REACH) : start].lower().split()
    return not words or words[-1][-1] in ".!?\n" or words[-1] in _PAID
