"""Names: one spelling for one name, and what a name is likely to name."""

from collections.abc import Sequence
from functools import cache, lru_cache

from checker.language.lexicon import lexicon

_CACHED = 8192  # names remembered; a text says its names again and again
_POSSESSIVE = ("'s", "’s", "'", "’")


@lru_cache(maxsize=_CACHED)
def canonical(name: str) -> str:
    """The spelling under which a name is compared: "Kiev" -> "Kyiv", "the U.S." -> "United States".

    A possessive ending and a leading article are left out; a name that is not in the table stays as it is.
    """
    bare = without_possessive(" ".join(name.split()))
    bare = bare[4:] if bare[:4] in ("the ", "The ") and bare != "The Hague" else bare
    return _aliases().get(bare, bare)


def without_possessive(name: str) -> str:
    """The name without 's."""
    if name[-1:] not in ("s", "'", "’"):
        return name
    ending = next((e for e in _POSSESSIVE if name.endswith(e)), "")
    return name[: len(name) - len(ending)]


def place_of_adjective(word: str) -> str | None:
    """The place an adjective is of ("Ukrainian" -> "Ukraine"), also in the plural that names its people."""
    table: dict[str, str] = lexicon("names")["adjectives"]
    return table.get(word) or (table.get(word[:-1]) if word.endswith("s") else None)


def government(capital: str) -> str | None:
    """The state for which a capital (canonical) stands where it acts: "Washington" -> "United States"."""
    found: str | None = lexicon("names")["governments"].get(capital)
    return found


@lru_cache(maxsize=_CACHED)
def is_place(name: str) -> bool:
    """Whether the canonical name is a country, a state or a large city, or says itself that it is a place."""
    if name in _places():
        return True
    words = name.split()
    return len(words) > 1 and (words[-1] in _words("location") or words[0] in ("Fort", "Mount", "Lake", "Port"))


def is_listed_place(name: str) -> bool:
    """Whether the canonical name is a country, a state or a large city of the table."""
    return name in _places()


def is_city(name: str) -> bool:
    """Whether the canonical name is a large city of the table."""
    return name in _cities()


def is_settlement(word: str) -> bool:
    """Whether "of" after the noun names a place ("the city of")."""
    return word in _words("settlement")


@lru_cache(maxsize=_CACHED)
def is_state_or_country(name: str) -> bool:
    """Whether it is a state or a country, in full or as news shortens it behind a town ("Ohio", "Tenn.", "TX")."""
    return name in _words("short_states") or canonical(name.rstrip(".")) in _wide_places()


def is_short_state(name: str) -> bool:
    """Whether it is a state as news shortens it behind a town, the last full stop left out ("Tenn")."""
    return f"{name}." in _words("short_states")


@lru_cache(maxsize=_CACHED)
def town_of_force(name: str) -> str | None:
    """The town whose police or fire department the name is ("Lyon Metropolitan Police" -> "Lyon")."""
    words = name.split()
    stop = next((place for place, word in enumerate(words) if word in _words("force")), 0)
    is_town = all(not (is_title(word) or is_common(word)) for word in words[:stop])
    return canonical(" ".join(words[:stop])) if stop and is_town and "County" not in words else None


@lru_cache(maxsize=_CACHED)
def is_organisation(name: str) -> bool:
    """Whether a word of the name is one that only organisations carry, or it is written in capitals throughout."""
    words = name.split()
    bare = [word.rstrip(".,") for word in words]
    has_word = any(word in _words("organisation") or word in _words("company") for word in bare)
    return has_word or (len(words) == 1 and name.isupper() and name.isalpha() and len(name) > 1)


def is_company(name: str) -> bool:
    """Whether a word for a company or its trade ends the name: "Orma Foods", of which "Orma" is the short form."""
    own, _, last = name.rpartition(" ")
    return bool(own) and last.rstrip(".,") in _words("company")


def is_title(word: str) -> bool:
    """Whether the capitalised word is a title or an office before a name."""
    return word in _words("titles")


def is_common(word: str) -> bool:
    """Whether the word is capitalised without being a name: days, months, headline words."""
    return word in _words("common")


@lru_cache(maxsize=_CACHED)
def is_person(name: str, *, least_words: int = 2) -> bool:
    """Whether the name, as far as its words tell, is a person's."""
    words = name.split()
    return len(words) >= least_words and not is_place(canonical(name)) and not is_organisation(name)


def resolved(name: str, earlier: Sequence[str]) -> str:
    """The earlier, fuller person's name that `name` shortens ("Lopez" -> "Ivan Lopez"), else `name` itself."""
    words = name.split()
    fuller = [full for full in earlier if len(full.split()) > len(words) and _is_short_for(words, full.split())]
    return fuller[0] if fuller else name


def _is_short_for(short: list[str], full: list[str]) -> bool:
    if len(short) == 1:
        return short[0] in (full[-1], full[0])
    return short[0] == full[0] and short[-1] == full[-1]


@cache
def _aliases() -> dict[str, str]:
    table: dict[str, list[str]] = lexicon("names")["aliases"]
    return {variant: name for name, variants in table.items() for variant in variants}


@cache
def _places() -> frozenset[str]:
    lists: dict[str, list[str]] = lexicon("names")["places"]
    adjectives: dict[str, str] = lexicon("names")["adjectives"]
    named = {name for names in lists.values() for name in names} | set(adjectives.values())
    return frozenset(_aliases().get(name, name) for name in named) | {
        "Kyiv",
        "Kharkiv",
        "Odesa",
        "Lviv",
        "Donbas",
        "Zaporizhzhia",
    }


@cache
def _cities() -> frozenset[str]:
    return frozenset(_aliases().get(name, name) for name in lexicon("names")["places"]["cities"])


@cache
def _wide_places() -> frozenset[str]:
    """Countries and states, of which a town may be said to be."""
    return _places() - _cities()


@cache
def _words(group: str) -> frozenset[str]:
    words: list[str] = lexicon("names")["words"][group]
    return frozenset(words)
