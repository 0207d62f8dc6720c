"""A side: one claim with everything the comparison needs of it, derived once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import pandas as pd

from checker.language import measures
from checker.language.grammar import word_class
from checker.language.lexicon import lexicon
from checker.language.names import canonical
from checker.matching.beside_of import is_whole, whole
from checker.matching.dimensions import dimension
from checker.matching.people import name_parts
from checker.matching.quotation import quotation
from checker.matching.signature import signature
from checker.matching.wording import telling_words, words
from checker.tables import TIME_KINDS
from checker.values.value import NAN, Value

# The value in a sentence gives way to this mark before wordings are compared.
MASK = "#"
# Characters before and after an age in which the person's full name stands beside it.
_BESIDE = 48
_NEAR = 2  # words on either side


@dataclass(frozen=True)
class Side:
    """One claim as the features and disqualifiers see it. None means the text does not tell.

    Without slots: what few pairs ask for is found when it is first asked for, and kept.
    """

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
    role: str
    direction: str | None
    modality: str
    section: str
    is_in_body: bool  # figures of titles: whether the body tells the same one
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
    values: frozenset[float]  # all values of its dimension that its document tells
    mates: Mapping[str, float]  # the other figures of its sentence, see checker.matching.beside
    often: Mapping[str, int]  # words of its sentence that others of its document have, see checker.matching.frequencies
    sentences: int  # how many of its document tell a figure
    occasions: frozenset[str]  # those that it times, and of which its document tells no other time
    beside: int  # how many claims its document tells, itself among them
    is_named_beside: bool  # ages: whether the person's full name stands right beside
    text: str  # the span
    sentence: str
    at: int  # where the span begins in it
    quoted: bool  # whether it stands in quotation marks

    @cached_property
    def measure_words(self) -> frozenset[str]:
        """Stems of the words of its measure; what houses and farms lack alike tells them not to be one."""
        return telling_words((self.measure or "").partition(" without ")[0])

    @cached_property
    def sort(self) -> frozenset[str]:
        """Those of them that say which sort within the family ("soldiers" killed)."""
        return _sort(self.measure or "", self.family)

    @cached_property
    def whole(self) -> float | None:
        """What it is taken of, where that stands right behind ("12 of the 40")."""
        return whole(self.sentence, self.at + len(self.text))

    @cached_property
    def is_whole(self) -> bool:
        """Whether another figure is taken of it there."""
        return is_whole(self.sentence, self.at, self.at + len(self.text))

    @cached_property
    def near(self) -> frozenset[str]:
        """The words right before and after the value."""
        return _near(self.sentence, self.at, self.at + len(self.text))

    @cached_property
    def wording(self) -> str:
        """The sentence with the value masked, lower case."""
        return (self.sentence[: self.at] + MASK + self.sentence[self.at + len(self.text) :]).lower()

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of the telling words of its wording."""
        return telling_words(self.wording)

    @cached_property
    def quotation(self) -> str:
        """The words of the quotation around it, see `checker.matching.quotation`; "" outside of one."""
        return quotation(self.sentence, self.at, self.at + len(self.text)) if self.quoted else ""

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
    told = {name: _told(claim.get(name)) for name in _COLUMNS}
    return side_of(told | {name: _ordinal(told[name]) for name in _DAYS}, known_names)


def records(claims: pd.DataFrame) -> list[dict[str, Any]]:
    """The cells of claims that `side_of` asks for: every kind of null is None, days are ordinals."""
    columns = [_ordinals(claims[name]) if name in _DAYS else _cells(claims[name]) for name in _COLUMNS]
    return [dict(zip(_COLUMNS, row, strict=True)) for row in zip(*columns, strict=True)]


_DAYS = ("published", "period_first", "period_last", "first", "last")
_COLUMNS = (
    *("id", "document", "path", "batch", "outlet", "start", "text", "sentence", "at", "section", "kind", "low", "high"),
    *("low_closed", "high_closed", "step", "hedge", "unit", "measure", "measure_head", "role", "direction", "modality"),
    *("entities", "place", "event", "speaker", "quoted", "value", *_DAYS),
)


def side_of(told: dict[str, Any], known_names: frozenset[str]) -> Side | None:
    """As `side`, of the cells that `records` gives."""
    told = told | of_share(told)
    measured = _dimension(told["kind"], told["unit"])
    if measured is None or not _is_compared(told):
        return None
    form = open_form(told)
    value = _days(told) if measured == "day" else _number(told)
    if not (value.is_known or form):
        return None
    return Side(
        **{name: told[name] for name in _PLAIN},
        **_derived(told, known_names),
        **_ALONE,
        dimension=measured,
        value=value,
        open_form=form,
    )


_PLAIN = (
    *("id", "document", "outlet", "published", "kind", "unit", "measure", "role", "direction", "modality", "section"),
    *("text", "sentence", "at", "quoted"),
)
# As if its document told nothing else.
_ALONE: Mapping[str, Any] = {
    "is_main": True,
    "leads_period": True,
    "leads_owner": False,
    "is_sole": True,
    "is_sole_of_owner": False,
    "sums": frozenset(),
    "companions": frozenset(),
    "values": frozenset(),
    "beside": 1,
    "is_in_body": False,
    "mates": {},
    "often": {},
    "sentences": 1,
    "occasions": frozenset(),
    "parts": frozenset(),
}
_dimension = lru_cache(maxsize=4096)(dimension)


def changed(one: Side, **marks: Any) -> Side:
    """The side with other marks; `dataclasses.replace` takes ten times as long."""
    other = object.__new__(Side)
    other.__dict__.update(one.__dict__)
    other.__dict__.update(marks)
    return other


def _cells(column: "pd.Series[Any]") -> list[Any]:
    cells = column.tolist()
    if not column.hasnans:
        return cells
    return [None if is_null else cell for cell, is_null in zip(cells, column.isna().tolist(), strict=True)]


def _ordinals(column: "pd.Series[Any]") -> list[int | None]:
    days = column.to_numpy().astype("datetime64[D]").astype(np.int64) + EPOCH
    return [None if is_null else day for day, is_null in zip(days.tolist(), column.isna().tolist(), strict=True)]


EPOCH = 719_163  # ordinal of 1970-01-01


# "Earned $2 a share" is "earnings per share of $2".
_FOR_A_SHARE = ("earnings per share",)


def of_share(told: Mapping[str, Any]) -> dict[str, Any]:
    """Unit and role of a claim."""
    if told["measure"] in _FOR_A_SHARE and (told["unit"] or "").endswith("/share"):
        return {"unit": told["unit"].removesuffix("/share"), "role": "level"}
    return {"unit": told["unit"], "role": told["role"]}


def _told(cell: Any) -> Any:
    """The cell with every kind of null as None; lists stay."""
    return cell if isinstance(cell, list | tuple) or not pd.api.types.is_scalar(cell) or not pd.isna(cell) else None


def _is_compared(told: Mapping[str, Any]) -> bool:
    """Boilerplate, sets, times that name no day and references such as PRESENT_REF are not."""
    timex = told["kind"] in ("date", "time")
    is_unnamed = timex and ((told["first"] is None and not open_form(told)) or str(told["value"]).endswith("_REF"))
    return told["section"] != "boilerplate" and told["kind"] != "set" and not is_unnamed


def open_form(told: Mapping[str, Any]) -> str:
    """The day part of an open TIMEX3 value; where that holds nothing ("yesterday"), the words."""
    if told["kind"] not in ("date", "time") or told["first"] is not None or not str(told["value"]).startswith("XXXX-"):
        return ""
    day = str(told["value"]).partition("T")[0]
    return day if any(part.strip("XWQH") for part in day.split("-")) else " ".join(words(told["text"]))


def _derived(told: Mapping[str, Any], known_names: frozenset[str]) -> dict[str, Any]:
    return {
        "place_in_report": (told["path"], int(told["start"])),
        "batch": told["batch"] or "",
        "timex": told["value"] if told["kind"] in ("date", "time") else "",
        "head": told["measure_head"],
        "family": family_of(told),
        "names": names_of(tuple(told["entities"] or ())),
        "place": canonical(told["place"]) if told["place"] else None,
        "event": signature(told["event"] or (), known_names),
        "speaker": canonical(told["speaker"]).lower() if told["speaker"] else None,
        "period": _period(told),
        "is_named_beside": told["kind"] == "age" and _is_named_beside(told, known_names),
    }


@lru_cache(maxsize=4096)
def names_of(entities: tuple[str, ...]) -> tuple[str, ...]:
    """Canonical names, in order, none twice."""
    return tuple(dict.fromkeys(canonical(name) for name in entities))


def family_of(told: Mapping[str, Any]) -> str | None:
    """The family of a claim's measure."""
    return measures.named(told["measure"], is_time=told["kind"] in TIME_KINDS) if told["measure"] else None


@lru_cache(maxsize=8192)
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


def _near(sentence: str, at: int, end: int) -> frozenset[str]:
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
    first, last = told["period_first"], told["period_last"]
    return None if first is None or last is None else (first, last)


NOT_LOW, NOT_HIGH = ("at_most", "less_than"), ("at_least", "more_than")  # hedges that set no low, or no high end


def _number(told: Mapping[str, Any]) -> Value:
    low, high = (NAN if told[end] is None else float(told[end]) for end in ("low", "high"))
    step = told["step"] or 0.0
    if told["kind"] == "duration" and low == high:  # a length of time holds one number, whatever its hedge
        low, high = NAN if told["hedge"] in NOT_LOW else low, NAN if told["hedge"] in NOT_HIGH else high
    return Value(low, high, bool(told["low_closed"]), bool(told["high_closed"]), float(step), told["hedge"])


def _days(told: Mapping[str, Any]) -> Value:
    first, last = told["first"], told["last"]
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
