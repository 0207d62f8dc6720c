"""A fact in the words of an editor: "Day of the explosion", "Hectares burnt", "Net profit", "Age of Lorna Castell"."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.language.verbs import form, gerund, is_nominal, lemma, participle
from checker.rendering.facts import Fact
from checker.rendering.rows import Row
from checker.rendering.words import plural
from checker.tables import TIME_KINDS

_MOST_NAMES = 3

# How a time is meant -> what a reader asks for; "day" or "hour" for all others.
_ASKED: Mapping[str, str] = {"start": "start", "end": "end", "deadline": "deadline", "period": "time"}
# What a figure of a kind is called beside a verb ("amount pledged") or alone.
_COUNTED: Mapping[str, str] = {
    "money": "amount",
    "percent": "percentage",
    "ratio": "share",
    "score": "score",
    "rank": "rank",
    "age": "age",
    "duration": "length of time",
}
# Verbs that are nouns as they stand: "the vote", not "voting".
_NOUNS_TOO = frozenset(
    {"aid", "attack", "blast", "cost", "crash", "cut", "damage", "demand", "debut", "end", "export", "fall", "fine"}
    | {"flood", "freeze", "import", "increase", "launch", "loan", "march", "offer", "order", "pledge", "protest"}
    | {"purchase", "raid", "release", "rise", "sale", "start", "strike", "trade", "transfer", "visit", "vote"}
)
_STAYING = frozenset({"remain"})  # verbs without an object: "amount remaining"


@dataclass(frozen=True, slots=True)
class Title:
    """What a fact is about."""

    what: str  # "Net profit"
    about: tuple[str, ...]  # names, those that most claims name first
    when: str  # the words that bind it in time; empty where none do

    @property
    def words(self) -> str:
        """All of it on one line: "Net profit · Varnholt · in 2025"."""
        return " · ".join(part for part in (self.what, ", ".join(self.about), self.when) if part)


def title(fact: Fact) -> Title:
    """The title of a fact."""
    about = _names(fact.claims)
    first = fact.claims[0]
    if first["kind"] == "age":
        return Title(_capital(f"age of {about[0]}" if about else "age"), about[1:], "")
    what = _time(first, fact.measure) if first["kind"] in TIME_KINDS else _figure(first, fact)
    return Title(_capital(what), about, fact.period or "")


def _names(claims: Sequence[Row]) -> tuple[str, ...]:
    """Names that the claims are about; of "Petra Lindqvist" and "Boss Petra Lindqvist" the shorter stands for both."""
    told = Counter(name for claim in claims for name in dict.fromkeys(claim["entities"] or ()))
    plain = [name for name in told if not any(other != name and f" {name} ".find(f" {other} ") >= 0 for other in told)]
    cased = [name for name in plain if not (name.isupper() and " " in name)] or plain
    return tuple(sorted(cased, key=lambda name: -told[name])[:_MOST_NAMES])


def _time(claim: Row, measure: str | None) -> str:
    asked = _ASKED.get(claim["role"], "hour" if claim["kind"] == "time" else "day")
    if claim["kind"] == "set":
        asked = "days"
    if not measure:
        return asked
    return f"{asked} of {gerund(measure) if _is_verb(measure) else f'the {measure}'}"


def _figure(claim: Row, fact: Fact) -> str:
    measure, noun = _once(fact.measure or ""), _noun(fact.claims)
    counted = _COUNTED.get(claim["kind"]) or (plural(claim["unit"]) if claim["kind"] == "measure" else noun or "number")
    if claim["kind"] == "duration":
        return f"length of {gerund(measure) if _is_verb(measure) else f'the {measure}'}" if measure else counted
    if not measure or noun.lower().rstrip("s") == measure.lower().rstrip("s"):
        return counted
    if _is_verb(measure):
        base = str(lemma(measure))
        return f"{counted} {gerund(base) if base in _STAYING else participle(base)}"
    if claim["role"] == "change_by":
        return f"change in {measure}"
    return measure if _says(measure, noun) else f"{noun}, {measure}"


def _noun(claims: Sequence[Row]) -> str:
    return next((claim["noun"] for claim in claims if claim["kind"] == "count" and claim["noun"]), "") or ""


def _is_verb(measure: str) -> bool:
    """Whether the measure is a bare verb ("burn", "pledged"), which alone tells nobody what is counted."""
    is_past = form(measure) in {"past", "participle"}
    return form(measure) is not None and measure not in _NOUNS_TOO and (is_past or not is_nominal(measure))


def _says(measure: str, noun: str) -> bool:
    """Whether a measure names what is counted, or counts people, whom texts call by many names."""
    return not noun or " " in measure or measure in noun.lower() or noun.lower().rstrip("s") in measure


def _once(measure: str) -> str:
    """A measure that says one thing twice ("damage damaged") says it once."""
    words = measure.split()
    return words[0] if len(words) == 2 and lemma(words[1]) == words[0] else measure  # noqa: PLR2004 - a pair


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
