"""An article that counts one unit: "a gallon of fuel", "about a mile from the coast"; not "$3 a gallon"."""

from checker.language.lexicon import lexicon
from checker.language.patterns import pattern

_WORDS = lexicon("counted")["one_unit"]
UNITS = "|".join(sorted(_WORDS["units"], key=len, reverse=True))
_BEFORE = frozenset(_WORDS["before"])
_BEHIND = pattern(rf"an? (?:{UNITS})( of [a-z])?", any_case=True)
_PRICED = frozenset(_WORDS["priced"])
_REACH = 64


def counts_one(text: str, start: int) -> bool:
    """Whether the article at a place counts the unit behind it: measuring words before it, or "of" a stuff behind."""
    match = _BEHIND.match(text[start : start + _REACH])
    left = text[max(0, start - _REACH) : start]
    words = left.lower().split()
    if match is None or not left[-1:].isspace() or not words:
        return match is not None and not words
    if match.group(1):
        return not words[-1][-1].isdigit() and words[-1] not in ("of", "per") and not _PRICED & set(words[-4:])
    return words[-1] in _BEFORE
