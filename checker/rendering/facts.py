"""Facts as reports show them: a group of claims, what they are about, and how many witnesses stand behind a value."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checker.rendering.rows import Row
from checker.rendering.words import count_words, value_words
from checker.tables import TIME_KINDS, witness

_VALUE = ("low", "high", "unit")
_DAYS = ("first", "last")


@dataclass(frozen=True, slots=True)
class Fact:
    """A group of claims about one thing."""

    id: str
    measure: str | None  # the measure most of its claims carry
    entities: tuple[str, ...]  # names that its claims are about, in order of appearance
    period: str | None  # the words of the first claim that has a period
    claims: tuple[Row, ...]  # in order of publication, path and place
    told: tuple[tuple[str, int], ...]  # each value in words, and how many witnesses give it; most told first
    values: tuple[Row, ...]  # {"low", "high", "unit", "witnesses"}, for times also "first" and "last"; most told first
    witnesses: int  # how many independent witnesses speak of it

    @property
    def values_told(self) -> str:
        """As "$5 million (2 sources); $6 million (1 source)"."""
        return "; ".join(f"{words} ({count_words(count, 'source')})" for words, count in self.told)

    @property
    def worded(self) -> list[tuple[str, Row]]:
        """Its claims, each with its value in words as `told` has it."""
        return worded(self.claims)


def fact(name: str, claims: tuple[Row, ...], witnesses: Mapping[str, str]) -> Fact:
    """The fact of some claims, in the order given; `witnesses` as from `witnesses()`."""
    measures = Counter(claim["measure"] for claim in claims if claim["measure"])
    return Fact(
        id=name,
        measure=measures.most_common(1)[0][0] if measures else None,
        entities=tuple(dict.fromkeys(entity for claim in claims for entity in claim["entities"] or ())),
        period=next((claim["period"] for claim in claims if claim["period"]), None),
        claims=claims,
        told=_told(claims, witnesses),
        values=_values(claims, witnesses),
        witnesses=len({witnesses[claim["document"]] for claim in claims}),
    )


def facts(pairs: Iterable[Row], claims: tuple[Row, ...], witnesses: Mapping[str, str]) -> dict[str, Fact]:
    """Every fact by its name, F2 before F10."""
    home = {claim: pair["fact"] for pair in pairs if pair["fact"] for claim in (pair["left"], pair["right"])}
    members: dict[str, list[Row]] = {}
    for claim in claims:
        if claim["id"] in home:
            members.setdefault(home[claim["id"]], []).append(claim)
    return {name: fact(name, tuple(members[name]), witnesses) for name in sorted(members, key=number)}


def number(name: str) -> tuple[int, str]:
    """Sorts F2 before F10."""
    return (len(name), name)


def witnesses(documents: Iterable[Row], pairs: Iterable[Row], claims: Iterable[Row]) -> dict[str, str]:
    """Document to the witness it counts as: one outlet is one witness, so are documents that share their wording."""
    who = {row["id"]: witness(row["outlet"], row["id"]) for row in documents}
    home = {claim["id"]: claim["document"] for claim in claims}
    joined = {name: name for name in who.values()}
    for left, right in sorted({(home[p["left"]], home[p["right"]]) for p in pairs if p["copies"]}):
        kept, gone = sorted((_first(joined, who[left]), _first(joined, who[right])))
        joined[gone] = kept
    return {document: _first(joined, name) for document, name in who.items()}


def _first(joined: dict[str, str], name: str) -> str:
    """The name that stands for all that were joined to it; the way to it is shortened."""
    while joined[name] != name:
        joined[name] = joined[joined[name]]
        name = joined[name]
    return name


def worded(claims: Iterable[Row]) -> list[tuple[str, Row]]:
    """Each claim with its value in words; a bare "38" of a headline counts what the other claims name."""
    told = list(claims)
    noun = next((claim["noun"] for claim in told if claim["kind"] == "count" and claim["noun"]), None)
    return [(value_words(claim | {"noun": noun} if claim["kind"] == "count" else claim), claim) for claim in told]


def _told(claims: tuple[Row, ...], witnesses: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    told: dict[str, set[str]] = {}
    for words, claim in worded(claims):
        told.setdefault(words, set()).add(witnesses[claim["document"]])
    return tuple(sorted(((words, len(who)) for words, who in told.items()), key=lambda pair: -pair[1]))


def _values(claims: tuple[Row, ...], witnesses: Mapping[str, str]) -> tuple[Row, ...]:
    """The distinct values of a fact, each with the count of its witnesses."""
    told: dict[tuple[tuple[str, object], ...], set[str]] = {}
    for claim in claims:
        names = _VALUE + (_DAYS if claim["kind"] in TIME_KINDS else ())
        told.setdefault(tuple((name, claim[name]) for name in names), set()).add(witnesses[claim["document"]])
    values: list[Row] = [dict(key) | {"witnesses": len(who)} for key, who in told.items()]
    return tuple(sorted(values, key=lambda value: -value["witnesses"]))
