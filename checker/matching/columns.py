"""What whole columns tell of the claims that are compared, by position: numbers and codes in the place of words.

The same as the fields of their sides, for all claims at once; equal codes are equal words, -1 is nothing told.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from checker.language.names import canonical
from checker.matching.dimensions import dimension
from checker.matching.occasion import told as occasions
from checker.matching.quotation import quotation
from checker.matching.side import EPOCH, NOT_HIGH, NOT_LOW, family_of, of_share, open_form
from checker.matching.wording import stem

Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.float64]

NEVER = -(2**40)  # the day of what has none
_TIMES = ("date", "time")


@dataclass(frozen=True, slots=True)
class Codes:
    """A column of words as numbers."""

    codes: Rows  # -1 where nothing is told
    words: Sequence[Any]  # by code

    def mapped(self, function: Callable[[Any], Hashable]) -> "Codes":
        """The column of what a function makes of each word; None is nothing told."""
        known: dict[Hashable, int] = {}
        made = [function(word) for word in self.words]
        codes = [-1 if one is None else known.setdefault(one, len(known)) for one in made]
        return Codes(np.array([*codes, -1], dtype=np.int64)[self.codes], list(known))

    def are(self, words: Iterable[str]) -> Mask:
        """Where one of some words stands."""
        wanted = frozenset(words)
        return np.array([*(word in wanted for word in self.words), False], dtype=bool)[self.codes]

    def of(self, chosen: Rows | Mask) -> "Codes":
        """Some of it."""
        return Codes(self.codes[chosen], self.words)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns, as long as there are claims that are compared; fields as those of `checker.matching.side.Side`."""

    rows: Rows  # of the claims table
    batch: Codes
    document: Codes
    section: Codes
    kind: Codes
    dimension: Codes
    unit: Codes
    currency: Codes
    measure: Codes
    family: Codes
    head: Codes
    stem: Codes  # of the head
    role: Codes
    modality: Codes
    hedge: Codes
    place: Codes
    timex: Codes
    open_form: Codes
    quotation: Codes
    telling: Codes  # claims of one sentence have one
    occasions: Codes  # of times: the names of those around it
    is_said: Mask  # whether it has a speaker
    published: Rows  # ordinals; NEVER where none is told
    period_first: Rows
    period_last: Rows
    low: Numbers
    high: Numbers
    step: Numbers

    def __len__(self) -> int:
        """How many claims are compared."""
        return len(self.rows)


def columns(claims: pd.DataFrame, rows: Rows) -> Columns:
    """The columns of those claims, told by their rows in order, that are compared."""
    told = {name: coded(claims[name], rows) for name in _CODED}
    days = {name: _days(claims[name], rows) for name in _DAYS}
    kinds = _kinds(told)
    dimensions = kinds.mapped(lambda one: dimension(one["kind"], one["unit"]))
    forms = _open_forms(claims, rows, told, days)
    low, high = _ends(claims, rows, told, days)
    is_named = ~told["kind"].are(_TIMES) | (
        ((days["first"] != NEVER) | (forms.codes >= 0)) & ~_is_reference(told["value"])
    )
    is_known = ~(np.isnan(low) & np.isnan(high)) | (forms.codes >= 0)
    is_other = told["section"].are(["boilerplate"]) | told["kind"].are(["set"])
    kept = np.flatnonzero((dimensions.codes >= 0) & is_known & is_named & ~is_other)
    of_kind: dict[str, Callable[[Mapping[str, Any]], Hashable]] = {
        "unit": lambda one: one["unit"],
        "currency": _currency,
        "family": family_of,
        "role": lambda one: one["role"],
    }
    counted = _counted(kinds.mapped(family_of), told["measure_head"])
    ends = _Ends(low, high, np.nan_to_num(_floats(claims["step"], rows)), told["hedge"].codes)
    ends = _with_bodies(ends, kept, told, dimensions, counted)
    period = (days["period_first"] != NEVER) & (days["period_last"] != NEVER)
    return Columns(
        rows=rows[kept],
        dimension=dimensions.of(kept),
        **{name: kinds.of(kept).mapped(function) for name, function in of_kind.items()},
        **{name: told[name].of(kept) for name in ("batch", "document", "section", "kind", "measure", "modality")},
        hedge=Codes(ends.hedge, told["hedge"].words).of(kept),
        head=told["measure_head"].of(kept),
        stem=told["measure_head"].of(kept).mapped(lambda head: stem(head) if head else None),
        place=told["place"].of(kept).mapped(lambda place: canonical(place) if place else None),
        timex=Codes(np.where(told["kind"].are(_TIMES), told["value"].codes, -1)[kept], told["value"].words),
        open_form=forms.of(kept),
        quotation=_quotations(claims, rows[kept]),
        telling=_tellings(claims, rows, told).of(kept),
        occasions=_occasions(claims, rows[kept], told["kind"].of(kept).are(_TIMES)),
        is_said=_is_told(claims["speaker"], rows)[kept],
        published=days["published"][kept],
        period_first=np.where(period, days["period_first"], NEVER)[kept],
        period_last=np.where(period, days["period_last"], NEVER)[kept],
        low=ends.low[kept],
        high=ends.high[kept],
        step=ends.step[kept],
    )


def _quotations(claims: pd.DataFrame, rows: Rows) -> Codes:
    """As `Side.quotation`; only quoted claims have one."""
    quoted = np.flatnonzero(claims["quoted"].to_numpy(dtype=bool)[rows])
    return _of_spans(claims, rows, quoted, quotation)


def _occasions(claims: pd.DataFrame, rows: Rows, is_time: Mask) -> Codes:
    """As `checker.matching.occasion.told`; only times have some."""
    return _of_spans(claims, rows, np.flatnonzero(is_time), lambda *span: tuple(occasions(*span)))


def _of_spans(claims: pd.DataFrame, rows: Rows, some: Rows, make: Callable[[str, int, int], Hashable]) -> Codes:
    """What is made of the sentences of some claims and the places of their spans; what is empty is nothing told."""
    cells = zip(*(claims[name].iloc[rows[some]].tolist() for name in ("sentence", "at", "text")), strict=True)
    known: dict[Hashable, int] = {}
    codes = np.full(len(rows), -1, dtype=np.int64)
    made = [make(sentence, at, at + len(text)) for sentence, at, text in cells]
    codes[some] = [known.setdefault(one, len(known)) if one else -1 for one in made]
    return Codes(codes, list(known))


def _tellings(claims: pd.DataFrame, rows: Rows, told: Mapping[str, Codes]) -> Codes:
    """One code for the claims of one sentence."""
    code = coded(claims["sentence"], rows).codes
    for name in ("document", "section"):
        code = pd.factorize(code * (len(told[name].words) + 1) + told[name].codes)[0].astype(np.int64)
    return Codes(code, range(code.max(initial=-1) + 1))


_CODED = (
    *("batch", "document", "section", "kind", "unit", "measure", "measure_head", "role", "modality", "hedge", "place"),
    "value",
)
_DAYS = ("published", "period_first", "period_last", "first", "last")


def coded(column: "pd.Series[Any]", rows: Rows) -> Codes:
    """The codes of a column of words, in order of the rows."""
    codes, words = pd.factorize(column)
    return Codes(codes.astype(np.int64)[rows], words.tolist())


def _is_told(column: "pd.Series[Any]", rows: Rows) -> Mask:
    told: Mask = (column.notna() & (column != "")).to_numpy(dtype=bool)[rows]
    return told


def _kinds(told: Mapping[str, Codes]) -> Codes:
    """What few words tell together, unit and role put right; the words are mappings of columns."""
    names = ("kind", "measure", "unit", "role")
    code = np.zeros(len(told["kind"].codes), dtype=np.int64)
    for name in names:
        code = pd.factorize(code * (len(told[name].words) + 1) + told[name].codes + 1)[0].astype(np.int64)
    _, first = np.unique(code, return_index=True)
    parts = [{name: _word(told[name], place) for name in names} for place in first.tolist()]
    return Codes(code, [part | of_share(part) for part in parts])


def _word(codes: Codes, place: int) -> Any:
    code = codes.codes[place]
    return None if code < 0 else codes.words[code]


def _currency(one: Mapping[str, Any]) -> str | None:
    """As `Side.currency`."""
    is_money = (dimension(one["kind"], one["unit"]) or "").startswith("currency")
    return (one["unit"] or "").partition("/")[0] or None if is_money else None


def _is_reference(values: Codes) -> Mask:
    """PRESENT_REF and the like."""
    return np.array([*(word.endswith("_REF") for word in values.words), False], dtype=bool)[values.codes]


def _open_forms(claims: pd.DataFrame, rows: Rows, told: Mapping[str, Codes], days: Mapping[str, Rows]) -> Codes:
    """As `Side.open_form`; only days that nothing resolves have one."""
    is_open = np.array([*(word.startswith("XXXX-") for word in told["value"].words), False])[told["value"].codes]
    found = np.flatnonzero(is_open & told["kind"].are(_TIMES) & (days["first"] == NEVER))
    texts = claims["text"].iloc[rows[found]].tolist()
    known: dict[str, int] = {}
    codes = np.full(len(rows), -1, dtype=np.int64)
    for place, text in zip(found.tolist(), texts, strict=True):
        cells = {"kind": "date", "first": None, "value": _word(told["value"], place), "text": text}
        form = open_form(cells)
        if form:
            codes[place] = known.setdefault(form, len(known))
    return Codes(codes, list(known))


def _ends(
    claims: pd.DataFrame, rows: Rows, told: Mapping[str, Codes], days: Mapping[str, Rows]
) -> tuple[Numbers, Numbers]:
    """As `Side.value`."""
    low, high = _floats(claims["low"], rows), _floats(claims["high"], rows)
    is_length = told["kind"].are(["duration"]) & (low == high)
    hedge, is_time = told["hedge"], told["kind"].are(_TIMES)
    low = np.where(is_length & hedge.are(NOT_LOW), np.nan, low)
    high = np.where(is_length & hedge.are(NOT_HIGH), np.nan, high)
    first, last = days["first"].astype(np.float64), days["last"].astype(np.float64)
    is_dated = (days["first"] != NEVER) & (days["last"] != NEVER)
    length = np.where(hedge.are(["about"]), last - first + 1, 0)
    begins = np.where(hedge.are(["before"]), np.nan, np.where(hedge.are(["after"]), last, first - length))
    ends = np.where(hedge.are(["after"]), np.nan, np.where(hedge.are(["before"]), first, last + length))
    return (
        np.where(is_time, np.where(is_dated, begins, np.nan), low),
        np.where(is_time, np.where(is_dated, ends, np.nan), high),
    )


@dataclass(frozen=True, slots=True)
class _Ends:
    low: Numbers
    high: Numbers
    step: Numbers
    hedge: Rows


def _counted(family: Codes, head: Codes) -> Rows:
    """One number for what is counted, by its family or else its one word; 0 for nothing."""
    known = {word: number for number, word in enumerate(dict.fromkeys([*family.words, *head.words]), 1)}
    of_family = np.array([*(known[word] for word in family.words), 0], dtype=np.int64)[family.codes]
    of_head = np.array([*(known[word] if word else 0 for word in head.words), 0], dtype=np.int64)[head.codes]
    return np.where(of_family > 0, of_family, of_head)


def _with_bodies(ends: _Ends, kept: Rows, told: Mapping[str, Codes], dimensions: Codes, counted: Rows) -> _Ends:
    """As `checker.matching.titles`: a plain figure of a title is that of its body."""
    title = told["section"].are(["title"])[kept]
    figures = kept[~told["kind"].are(_TIMES)[kept]]
    slots = pd.DataFrame(
        {
            "document": told["document"].codes[kept],
            "dimension": dimensions.codes[kept],
            "counted": counted[kept],
            "end": np.where(np.isnan(ends.low[kept]), ends.high[kept], ends.low[kept]),
            "place": kept,
        }
    )
    of_body = slots[~title & slots["place"].isin(figures)].drop_duplicates(_SLOT)
    plain = told["hedge"].are(["exact"])[kept]
    met = slots[title & plain & slots["place"].isin(figures)].merge(of_body, on=_SLOT, suffixes=("", "_of_body"))
    place = np.arange(len(ends.low))
    place[met["place"].to_numpy()] = met["place_of_body"].to_numpy()
    return _Ends(ends.low[place], ends.high[place], ends.step[place], ends.hedge[place])


_SLOT = ["document", "dimension", "counted", "end"]


def _floats(column: "pd.Series[Any]", rows: Rows) -> Numbers:
    return column.to_numpy(dtype=np.float64, na_value=np.nan)[rows]


def _days(column: "pd.Series[Any]", rows: Rows) -> Rows:
    days = column.to_numpy().astype("datetime64[D]")
    return np.where(np.isnat(days), NEVER, days.astype(np.int64) + EPOCH)[rows]
