"""Nouns: singular and plural by the rules of English spelling and a table of exceptions."""

from functools import cache, lru_cache

from checker.language.lexicon import lexicon

_CACHED = 16384
_HISSING = ("ss", "x", "z", "ch", "sh")


@cache
def _irregular() -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    plurals: dict[str, str] = lexicon("nouns")["plural"]
    return plurals, {many: one for one, many in plurals.items()}, frozenset(lexicon("nouns")["same"]["words"])


@lru_cache(maxsize=_CACHED)
def singular(noun: str) -> str:
    """The singular of a noun in lower case ("fatalities" -> "fatality"); a singular stays as it is."""
    plurals, singulars, same = _irregular()
    if noun in singulars:
        return singulars[noun]
    if noun in same or noun in plurals or not noun.endswith("s") or noun.endswith(("ss", "us", "is", "'s")):
        return noun
    if noun.endswith("ies") and len(noun) > len("ties"):
        return noun[:-3] + "y"
    is_hissing = noun.endswith("es") and noun[:-2].endswith(_HISSING)
    return noun[:-2] if is_hissing else noun[:-1]


@lru_cache(maxsize=_CACHED)
def plural(noun: str) -> str:
    """The plural of a noun in lower case ("fatality" -> "fatalities"); a plural stays as it is."""
    plurals, singulars, same = _irregular()
    if noun in singulars or noun in same:
        return noun
    if noun in plurals:
        return plurals[noun]
    if singular(noun) != noun:
        return noun
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return noun[:-1] + "ies"
    return noun + "es" if noun.endswith((*_HISSING, "s")) else noun + "s"
