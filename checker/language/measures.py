"""Measures: families of phrases that count one thing, and which of them can never be the same."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from checker.language.lexicon import lexicon
from checker.language.nouns import singular
from checker.language.verbs import lemma

_CACHED = 16384


@dataclass(frozen=True, slots=True)
class Family:
    """A family of measures as its data file states it."""

    name: str
    measure: str  # the canonical phrase
    head: str  # its one word
    is_people: bool  # whether the figure counts people


@lru_cache(maxsize=_CACHED)
def family(measure: str) -> str | None:
    """The family of a measure; None outside the lexicon ("soldiers killed" -> "killed")."""
    words = measure.lower().split()
    for start in range(len(words)):
        phrase = " ".join(words[start:])
        found = _by_measure().get(phrase) or by_noun(phrase)
        if found:
            return found.name
    return _family_of_ends(words)


def _family_of_ends(words: list[str]) -> str | None:
    """By the last word alone, which may be a stage ("assistance provided") or what an event is called."""
    if len(words) > 1 and words[-1] in lexicon("measures")["stage"]:
        return family(" ".join(words[:-1]))
    last = singular(words[-1]) if words else ""
    return next((name for name, nouns in lexicon("measures")["events"].items() if last in nouns), None)


@lru_cache(maxsize=_CACHED)
def named(measure: str, *, is_time: bool) -> str | None:
    """The family of a measure: by what the whole phrase is called ("takeover" -> "price"), else by its words."""
    return _named("times" if is_time else "numbers").get(measure.lower()) or family(measure)


def words_of(name: str) -> frozenset[str]:
    """The words of a family's own phrase, which tell no sort within it; none for a family of another table."""
    found = _families().get(name)
    return frozenset(found.measure.split()) if found else frozenset()


@lru_cache(maxsize=_CACHED)
def are_exclusive(a: str, b: str) -> bool:
    """Whether the two measures can never be one: killed and injured, revenue and profit, pledged and paid."""
    left, right = _marks(a), _marks(b)
    return any(_is_split(left & group, right & group) for group in _groups())


@cache
def akin() -> frozenset[frozenset[str]]:
    """Pairs of measures of two families that may be one: profit, and net profit."""
    return frozenset(frozenset(pair) for pair in lexicon("measures")["akin"]["pairs"])


def _is_split(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left) and bool(right) and not left & right


def _marks(measure: str) -> frozenset[str]:
    words = measure.lower().split()
    name = family(measure)
    of_family = set(_families()[name].measure.split()) if name in _families() else set()
    return frozenset({*words, *of_family, *(singular(word) for word in words)})


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group) for group in lexicon("measures")["exclusive"]["groups"])


@lru_cache(maxsize=_CACHED)
def ends_noun(word: str) -> bool:
    """Whether a family has a noun whose last word it is."""
    return singular(word) in _last_words()


@lru_cache(maxsize=_CACHED)
def by_noun(phrase: str) -> Family | None:
    """The family whose counted noun the phrase is ("net income", "fatalities")."""
    words = phrase.lower().split()
    return _nouns().get(" ".join([*words[:-1], singular(words[-1])])) if words else None


@lru_cache(maxsize=_CACHED)
def by_verb(word: str) -> Family | None:
    """The family of people to whom the verb form happens ("killing" -> killed)."""
    base = lemma(word)
    return _verbs().get(base) if base else None


def states(word: str) -> tuple[tuple[tuple[str, ...], Family], ...]:
    """Phrases that begin with `word` and say, right after a figure, what became of people; longest first."""
    return _phrases("states").get(word, ())


def fate(word: str) -> Family | None:
    """The family that one word tells of people, as state, verb or noun ("dead", "killed", "deaths")."""
    return state(word) or by_verb(word) or by_noun(word)


def state(word: str) -> Family | None:
    """The family whose state, right after a figure, is this one word ("dead")."""
    return next((family for phrase, family in states(word) if len(phrase) == 1), None)


def openings(word: str) -> tuple[tuple[tuple[str, ...], Family], ...]:
    """Phrases that end with `word` and say, right before a figure, what became of people; longest first."""
    return _phrases("openings").get(word, ())


@lru_cache(maxsize=_CACHED)
def stage(word: str) -> str | None:
    """What a verb form does with money or goods ("providing" -> "provided")."""
    return _stages().get(lemma(word) or "")


def degree(word: str) -> str | None:
    """How badly, by the word that tells it ("critical", "critically" -> "critically")."""
    found: str | None = lexicon("measures")["degree"].get(word)
    return found


@lru_cache(maxsize=_CACHED)
def is_people(noun: str) -> bool:
    """Whether the noun (its last word counts) is one for people."""
    last = singular(noun.lower().split()[-1]) if noun else ""
    return last in _people("anyone") or last in _people("sorts")


@lru_cache(maxsize=_CACHED)
def is_anyone(noun: str) -> bool:
    """Whether the noun says of people only that they are people ("victims", "others")."""
    last = singular(noun.lower().split()[-1]) if noun else ""
    return last in _people("anyone")


def is_outcome(word: str) -> bool:
    """Whether the word is the head of a family of people ("shot", "killed")."""
    found = _by_measure().get(word)
    return found is not None and found.is_people


@lru_cache(maxsize=_CACHED)
def event_family(noun: str) -> str | None:
    """The family of a noun that names an event ("quake" -> "earthquake")."""
    return _events().get(singular(noun.lower()))


@cache
def _people(group: str) -> frozenset[str]:
    return frozenset(singular(word) for word in lexicon("measures")["people"][group])


@cache
def _families() -> dict[str, Family]:
    table: dict[str, Any] = lexicon("measures")["family"]
    return {name: Family(name, row["measure"], row["head"], row["of"] == "people") for name, row in table.items()}


@cache
def _by_measure() -> dict[str, Family]:
    heads = {found.head: found for found in _families().values() if found.is_people}
    return heads | {found.measure: found for found in _families().values()}


@cache
def _nouns() -> dict[str, Family]:
    table: dict[str, Any] = lexicon("measures")["family"]
    return {noun: _families()[name] for name, row in table.items() for noun in row["nouns"]}


@cache
def _verbs() -> dict[str, Family]:
    table: dict[str, Any] = lexicon("measures")["family"]
    return {verb: _families()[name] for name, row in table.items() for verb in row.get("verbs", ())}


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase.rsplit(" ", 1)[-1] for phrase in _nouns())


@cache
def _stages() -> dict[str, str]:
    table: dict[str, list[str]] = lexicon("measures")["stage"]
    return {verb: name for name, verbs in table.items() for verb in verbs}


@cache
def _events() -> dict[str, str]:
    table: dict[str, list[str]] = lexicon("measures")["events"]
    return {singular(noun): name for name, nouns in reversed(table.items()) for noun in nouns}


@cache
def _named(group: str) -> dict[str, str]:
    table: dict[str, list[str]] = lexicon("measures")["named"][group]
    return {phrase: name for name, phrases in table.items() for phrase in phrases}


@cache
def _phrases(group: str) -> dict[str, tuple[tuple[tuple[str, ...], Family], ...]]:
    """Phrases by the word that is met first: the first of a state, the last of an opening."""
    table: dict[str, Any] = lexicon("measures")["family"]
    found: dict[str, list[tuple[tuple[str, ...], Family]]] = {}
    for name, row in table.items():
        for phrase in row.get(group, ()):
            words = tuple(phrase.split())
            found.setdefault(words[0 if group == "states" else -1], []).append((words, _families()[name]))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()}
