"""Whether a text is English, told by its commonest words: cheap, and certain enough to warn."""

from checker.language.lexicon import lexicon

_COMMON = frozenset(lexicon("common_words")["english"])
_SAMPLE = 2_500  # characters looked at
_EDGES = ".,;:!?…()[]\"'“”‘’—–-"
_FEWEST = 40  # fewer words say nothing: headlines leave the common ones out
_SHARE = 0.05  # of English news a quarter is among them, of lists of results a tenth; of its neighbours hardly any
_LAST_LATIN = "\u024f"  # the last letter of Latin Extended-B


def is_english(text: str) -> bool | None:
    """Whether a text is English as far as its letters and common words tell; None where too few words do."""
    sample = text[:_SAMPLE]
    return _has_common_words(sample) if _is_latin(sample) else False


def _is_latin(sample: str) -> bool:
    """Whether letters of other scripts are less than a third of the characters."""
    most = len(sample) / 3
    if len(sample) - len(sample.encode("ascii", "ignore")) <= most:
        return True
    return sum(character > _LAST_LATIN and character.isalpha() for character in sample) <= most


def _has_common_words(sample: str) -> bool | None:
    stripped = (word.strip(_EDGES) for word in sample.lower().split())
    words = [word for word in stripped if word[:1].isalpha()]
    if len(words) < _FEWEST:
        return None
    return sum(word in _COMMON for word in words) >= _SHARE * len(words)
