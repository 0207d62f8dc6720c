"""A side: one claim with everything the comparison needs of it, derived once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from checker.language import measures
from checker.language.grammar import word_class
from checker.language.lexicon import lexicon
from checker.language.names import canonical
from checker.matching.beside_of import is_whole, whole
from checker.matching.dimensions import dimension
from checker.matching.people import name_parts
from checker.matching.signature import signature
from checker.matching.wording import telling_words, words
from checker.tables import TIME_KINDS
from checker.values.value import NAN, Value

# The value in a sentence gives way to this mark before wordings are compared.
MASK = "#"
# Characters before and after an age in which the person's full name stands beside it.
_BESIDE = 48
_NEAR = 2  # words on either side


@dataclass(frozen=True, slots=True)
class Side:
    """One claim as the features and disqualifiers see it. None means the text does not tell."""

    id: str
    document: str
    place_in_report: tuple[str, int]  # path and first character
    outlet: str | None
    published: int | None  # ordinal of the day
    batch: str
    kind: str
    dimension: str
    unit: str | None
    value: Value  # in unit; times: ordinals of their days, see checker.matching.relation
    timex: str  # TIMEX3 of times, "" for others
    open_form: str  # what is known of a day that nothing resolves: "XXXX-WXX-2" or the words; "" for others
    measure: str | None
    head: str | None
    family: str | None
    measure_words: frozenset[str]  # stems
    sort: frozenset[str]  # those of them that say which sort within the family ("soldiers" killed)
    role: str
    direction: str | None
    modality: str
    section: str
    names: tuple[str, ...]  # canonical, in order
    place: str | None  # canonical
    event: Mapping[str, float]  # signature of the document's event
    speaker: str | None  # canonical, lower case
    period: tuple[int, int] | None  # ordinals of its days
    is_main: bool  # whether its document states no larger figure of the same measure
    leads_period: bool  # whether it states no larger one of the same measure and period
    leads_owner: bool  # whether it states no larger one of the same measure of the name that this one is about
    is_sole: bool  # whether its document tells no other figure of the same measure
    is_sole_of_owner: bool  # whether it tells no other one of the same measure of the name that this one is about
    parts: frozenset[float]  # figures that its document tells as parts of a whole of its measure
    sums: frozenset[float]  # what the figures of its measure in its sentence, its own among them, add up to
    companions: frozenset[str]  # the figures of its document, see checker.matching.companions
    is_named_beside: bool  # ages: whether the person's full name stands right beside
    whole: float | None  # what it is taken of, where that stands right behind ("12 of the 40")
    is_whole: bool  # whether another figure is taken of it there
    near: frozenset[str]  # the words right before and after the value
    text: str  # the span
    sentence: str
    wording: str  # the sentence with the value masked, lower case
    words: frozenset[str]  # stems of its telling words

    @property
    def is_time(self) -> bool:
        """Whether it is a date or a time of day."""
        return self.dimension == "day"

    @property
    def currency(self) -> str:
        """The code of its currency, without what it is paid for: "USD" of "USD/share"; empty for what is no money."""
        return (self.unit or "").partition("/")[0] if self.dimension.startswith("currency") else ""

    @property
    def profile(self) -> str:
        """Which column of weights applies: age, open (a time that nothing resolves), time or number."""
        return "open" if self.open_form else "time" if self.is_time else "age" if self.kind == "age" else "number"


def side(claim: Mapping[str, Any], known_names: frozenset[str] = frozenset()) -> Side | None:
    """The side of a claim (one record of the claims table); None for a claim that is never compared.

    `known_names` are the names, in lower case, that any claim of its document is about.
    """
    told = {name: _told(cell) for name, cell in claim.items()}
    if told["measure"] in _FOR_A_SHARE and (told["unit"] or "").endswith("/share"):
        told |= {"unit": told["unit"].removesuffix("/share"), "role": "level"}
    measured = dimension(told["kind"], told["unit"])
    value = _days(told) if measured == "day" else _number(told)
    if measured is None or not (value.is_known or _open_form(told)) or not _is_compared(told):
        return None
    event = signature(told["event"] or (), known_names)
    # As if its document told nothing else.
    alone: dict[str, Any] = {"is_main": True, "leads_period": True, "leads_owner": False, "is_sole": True}
    alone |= {"is_sole_of_owner": False, "sums": frozenset(), "companions": frozenset(), "parts": frozenset()}
    alone["is_named_beside"] = told["kind"] == "age" and _is_named_beside(told, known_names)
    return Side(**_plain(told), **_derived(told), **alone, dimension=measured, value=value, event=event)


# "Earned $2 a share" is "earnings per share of $2".
_FOR_A_SHARE = ("earnings per share",)


def _told(cell: Any) -> Any:
    """The cell with every kind of null as None; lists stay."""
    return cell if isinstance(cell, list | tuple) or not pd.api.types.is_scalar(cell) or not pd.isna(cell) else None


def _is_compared(told: Mapping[str, Any]) -> bool:
    """Boilerplate, sets, times that name no day and references such as PRESENT_REF are not."""
    timex = told["kind"] in ("date", "time")
    is_dated = told["first"] is not None or _open_form(told) != ""
    is_unnamed = timex and (not is_dated or str(told["value"]).endswith("_REF"))
    return told["section"] != "boilerplate" and told["kind"] != "set" and not is_unnamed


def _open_form(told: Mapping[str, Any]) -> str:
    """The day part of an open TIMEX3 value; where that holds nothing ("yesterday"), the words."""
    if told["kind"] not in ("date", "time") or told["first"] is not None or not str(told["value"]).startswith("XXXX-"):
        return ""
    day = str(told["value"]).partition("T")[0]
    return day if any(part.strip("XWQH") for part in day.split("-")) else " ".join(words(told["text"]))


def _plain(told: Mapping[str, Any]) -> dict[str, Any]:
    names = ("id", "document", "outlet", "kind", "unit", "measure", "role", "direction", "modality", "section")
    return {name: told[name] for name in names} | {
        "head": told["measure_head"],
        "batch": told["batch"] or "",
        "place_in_report": (told["path"], int(told["start"])),
        "text": told["text"],
        "sentence": told["sentence"],
    }


def _derived(told: Mapping[str, Any]) -> dict[str, Any]:
    measure, sentence, family = told["measure"], told["sentence"], _family(told)
    masked = sentence[: told["at"]] + MASK + sentence[told["at"] + len(told["text"]) :]
    return {
        "published": _ordinal(told["published"]),
        "timex": told["value"] if told["kind"] in ("date", "time") else "",
        "open_form": _open_form(told),
        "family": family,
        "measure_words": telling_words(measure or ""),
        "sort": _sort(measure or "", family),
        "names": tuple(dict.fromkeys(canonical(name) for name in told["entities"] or ())),
        "place": canonical(told["place"]) if told["place"] else None,
        "speaker": canonical(told["speaker"]).lower() if told["speaker"] else None,
        "period": _period(told),
        "whole": whole(told["sentence"], told["at"] + len(told["text"])),
        "is_whole": is_whole(told["sentence"], told["at"]),
        "near": _near(told),
        "wording": masked.lower(),
        "words": telling_words(masked),
    }


def _family(told: Mapping[str, Any]) -> str | None:
    return measures.named(told["measure"], is_time=told["kind"] in TIME_KINDS) if told["measure"] else None


def _sort(measure: str, family: str | None) -> frozenset[str]:
    """Stems of the words that narrow the measure within its family: nouns for a sort of people or things."""
    if family is not None and measures.family(measure) is None:
        return frozenset()  # the whole phrase is a name of the family
    plain = measures.words_of(family) | lexicon("measures")["stage"].keys() if family else frozenset()
    own = [word for word in measure.split() if measures.family(word) is None and not _is_vague(word)]
    return telling_words(
        " ".join(word for word in own if word not in plain and (family or not measures.is_people(word)))
    )


def _is_vague(word: str) -> bool:
    return measures.is_anyone(word) or word in lexicon("wording")["vague_measures"]


def _near(told: Mapping[str, Any]) -> frozenset[str]:
    sentence, at, end = told["sentence"], told["at"], told["at"] + len(told["text"])
    before = words(sentence[max(at - _BESIDE, 0) : at])[-_NEAR:]
    return frozenset({*before, *words(sentence[end : end + _BESIDE])[:_NEAR]})


def _is_named_beside(told: Mapping[str, Any], known_names: frozenset[str]) -> bool:
    """Whether first and last name of one of the names stand within a few words of the value.

    Or anywhere, as long as the sentence tells of no kin, and the document of nobody else with that last name.
    """
    sentence, at, end = told["sentence"], told["at"], told["at"] + len(told["text"])
    beside = {*words(sentence[max(at - _BESIDE, 0) : at]), *words(sentence[end : end + _BESIDE])}
    parts = [name_parts(name) for name in told["entities"] or ()]
    if any(len(name) > 1 and {name[0], name[-1]} <= beside for name in parts):
        return True
    if not word_class("kin").isdisjoint(words(sentence)):
        return False
    return any(len(name) > 1 and _is_only_bearer(name, known_names) for name in parts)


def _is_only_bearer(name: tuple[str, ...], known_names: frozenset[str]) -> bool:
    """Whether the one full name of the document that ends with that last name is this one."""
    bearers = {one for other in known_names if len(one := name_parts(other)) > 1 and one[-1] == name[-1]}
    return bool(bearers) and all(one[0] == name[0] for one in bearers)


def _ordinal(day: Any) -> int | None:
    return None if day is None else int(day.toordinal())


def _period(told: Mapping[str, Any]) -> tuple[int, int] | None:
    first, last = _ordinal(told["period_first"]), _ordinal(told["period_last"])
    return None if first is None or last is None else (first, last)


_UPPER, _LOWER = ("at_most", "less_than"), ("at_least", "more_than")  # hedges that set one end only


def _number(told: Mapping[str, Any]) -> Value:
    low, high = (NAN if told[end] is None else float(told[end]) for end in ("low", "high"))
    step = told["step"] or 0.0
    if told["kind"] == "duration" and low == high:  # a length of time holds one number, whatever its hedge
        low, high = NAN if told["hedge"] in _UPPER else low, NAN if told["hedge"] in _LOWER else high
    return Value(low, high, bool(told["low_closed"]), bool(told["high_closed"]), float(step), told["hedge"])


def _days(told: Mapping[str, Any]) -> Value:
    first, last = _ordinal(told["first"]), _ordinal(told["last"])
    if first is None or last is None:
        return Value(NAN, NAN)
    return _OF_HEDGE.get(told["hedge"], _whole)(first, last)


def _whole(first: int, last: int) -> Value:
    return Value(first, last)


def _around(first: int, last: int) -> Value:
    """As long again before and after: "about 2014" is 2013 to 2015."""
    length = last - first + 1
    return Value(first - length, last + length)


def _before(first: int, _last: int) -> Value:
    return Value(NAN, first, high_closed=False)


def _after(_first: int, last: int) -> Value:
    return Value(last, NAN, low_closed=False)


# How the word before a time moves its days; other hedges (early, mid, late) stay within them.
_OF_HEDGE: Mapping[str, Callable[[int, int], Value]] = {"about": _around, "before": _before, "after": _after}
