"""Whether a text is English, told by its commonest words: cheap, and certain enough to warn."""

from checker.language.lexicon import lexicon

_COMMON = frozenset(lexicon("common_words")["english"])
_SHARED = frozenset(lexicon("common_words")["shared"])
_SAMPLE = 2_500  # characters looked at
_EDGES = ".,;:!?…()[]\"'“”‘’—–-"
_FEWEST = 40  # fewer words say nothing: headlines leave the common ones out
_SHARE = 0.05  # of English news a quarter is among them, of lists of results a tenth; of its neighbours hardly any
_FEW = 0.02  # of captions and abstracts, which leave them out; then the words that other languages share must be many
_WITH_SHARED = 0.12
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
    plain = sample.lower().split()
    bare = sum(map(_COMMON.__contains__, plain))
    if bare >= max(_FEWEST, _SHARE * len(plain)):  # the rest, which stands beside punctuation, need not be looked at
        return True
    words = [word for word in (one.strip(_EDGES) for one in plain) if word[:1].isalpha()]
    if len(words) < _FEWEST:
        return None
    common, shared = (sum(map(known.__contains__, words)) / len(words) for known in (_COMMON, _SHARED))
    return common >= _SHARE or (common >= _FEW and common + shared >= _WITH_SHARED)
