"""Whether a text is English, told by its commonest words: cheap, and certain enough to warn."""

from itertools import islice

from checker.language.lexicon import lexicon
from checker.language.patterns import pattern

_COMMON = frozenset(lexicon("common_words")["english"])
_WORD = pattern(r"[\pL]+")
_SAMPLE = 2_000  # words looked at
_FEWEST = 40  # fewer words say nothing: headlines leave the common ones out
_SHARE = 0.05  # of English news a quarter is among them, of lists of results a tenth; of its neighbours hardly any


def is_english(text: str) -> bool:
    """Whether a text is English as far as its common words tell; a text of a few words is taken to be."""
    words = [(match.group() or "").lower() for match in islice(_WORD.finditer(text), _SAMPLE)]
    return len(words) < _FEWEST or sum(word in _COMMON for word in words) >= _SHARE * len(words)
