"""What the cells of a reference fact mean: its figure, its time, what it measures and whom it is about."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import isnan

from checker.extraction.context.phrases import head, normal
from checker.extraction.kinds import mentions
from checker.extraction.mention import Mention
from checker.extraction.page import Page
from checker.language import measures, names
from checker.language.folding import fold
from checker.language.lexicon import lexicon
from checker.tables import TIME_KINDS

_FOUR_DIGITS = re.compile(r"(?<![\d.,])(\d)(\d{3})(?![\d.,])")
_NUMERIC_DATE = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)")  # 01/02/2024 is open
_OPENS = ("number of ", "total number of ", "the ")
_WHOLE_KINDS = ("count",)  # nobody is killed by halves
_DECIMAL = ("magnitude",)  # families without a unit whose figures are seldom whole
_NOT_READ = (*TIME_KINDS, "rank", "score")
# First word of a measure -> how its figure is meant; any other is a level.
_ROLES: Mapping[str, str] = {"total": "total", "average": "average", "mean": "average", "median": "average"}
_BETWEEN_NAMES = ";"
# A measure of growth is told in texts as a change of what grows: "the economy grew 0.3%".
_GROWTH = re.compile(
    r"(economic growth)|(?:growth|rise|increase|change) (?:in|of) (.+)|(.+) (?:growth|increase|change)"
)
_ENDS = 2  # times of a period: its first and its last
_CACHED = 4_096  # cells remembered: series say the same again and again


class CellError(Exception):
    """A cell that cannot be read; the message says why and how to repair it."""

    def __init__(self, column: str, message: str) -> None:
        """`column` is its name."""
        super().__init__(message)
        self.column = column


@dataclass(frozen=True, slots=True)
class Figure:
    """What the cells value and unit say."""

    mention: Mention  # its places are those of some text made of the cells
    start: int  # of the figure in the cell
    end: int
    has_all: bool  # whether what stands beside the value is part of it


@dataclass(frozen=True, slots=True)
class Period:
    """What the cell period says."""

    first: dt.date
    last: dt.date
    is_since: bool


def figure(words: Mapping[str, str]) -> Figure:
    """The figure of a row, whichever side of it the unit stands.

    Raises:
        CellError: it is none.

    """
    value, unit, counted = words["value"], words.get("unit", ""), _bare(words["measure"])
    if counted == "age":
        found = _read("aged ", value, "")
    elif unit:
        found = _with_unit(value, unit)
    else:
        found = _read("", value, f" {counted}") or _read("", value, "")
    if found is None:
        with_unit = f"with the unit {unit[:40]!r} " * bool(unit)
        raise CellError("value", f"{value[:40]!r} {with_unit}is no figure: write it as 38, 2.4% or $65.9 billion")
    is_whole = found.mention.kind not in _WHOLE_KINDS or measures.family(counted) in _DECIMAL
    if not is_whole and "." in (found.mention.stated or ""):
        raise CellError("value", f"{value[:40]!r} has no unit, and a count is a whole number: name the unit")
    return found


def _with_unit(value: str, unit: str) -> Figure | None:
    """The figure with its unit behind or before it; or with both told in the value, and the same unit beside it."""
    behind, whole = f" {unit}", _read("", value, "")
    told = _read("", value, behind) or _read(f"{unit} ", value, "") or _read(unit, value, "")
    own = whole.mention.unit if whole is not None else None
    if told is not None and told.has_all:
        return told if (told.mention.unit or "").startswith(own or "") else None
    alone = _read("", "1", behind)
    is_same = own is not None and alone is not None and own == alone.mention.unit
    return whole if is_same else None


@lru_cache(maxsize=_CACHED)
def _read(before: str, value: str, behind: str) -> Figure | None:
    """The figure, where one stands in the value and nothing of the value is left over."""
    grouped = _FOUR_DIGITS.sub(r"\1,\2", value)  # else a year
    shift = len(grouped) - len(value)
    start, end = len(before), len(before) + len(grouped)
    found = mentions(Page(fold(f"{before}{grouped}{behind}")))
    inside = [one for one in found if one.start < end and one.end > start]
    if len(inside) != 1 or inside[0].kind in _NOT_READ or (isnan(inside[0].low) and isnan(inside[0].high)):
        return None
    one = inside[0]
    if one.phrase_start > start or max(one.end, one.phrase_end) < end:
        return None
    has_all = one.start == 0 if before else max(one.end, one.phrase_end) >= end + len(behind)
    return Figure(one, max(one.start - start, 0), min(one.end, end) - start - shift, has_all)


def period(words: Mapping[str, str], published: dt.date | None) -> Period | None:
    """The days that a row holds for; None where it names none.

    Raises:
        CellError: its period names no days.

    """
    told = words.get("period")
    if told is None:
        return None
    times = _times(told)
    is_open = not 0 < len(times) <= _ENDS or any(one.first is None for one in times)
    if is_open or _NUMERIC_DATE.search(told) or (len(times) == _ENDS and times[1].role != "end"):
        raise CellError("period", f"{told[:40]!r} names no days: write it as 2026-01, January 2026 or 2024-03-05")
    is_since = len(times) == 1 and times[0].role == "start"
    first, last = times[0].first, published if is_since else times[-1].last
    if first is None or last is None:
        raise CellError("period", f"{told[:40]!r} runs up to a day that is not told: fill in `published`")
    if last < first:
        raise CellError("period", f"{told[:40]!r} ends before it begins")
    return Period(first, last, is_since)


@lru_cache(maxsize=_CACHED)
def _times(told: str) -> tuple[Mention, ...]:
    return tuple(one for one in mentions(Page(fold(told))) if one.kind in TIME_KINDS)


def measure(words: Mapping[str, str]) -> tuple[str, str]:
    """What a row measures, as articles' measures are told, and its one word."""
    return _measure(_grown(words) or _bare(words["measure"]))


@lru_cache(maxsize=_CACHED)
def _measure(phrase: str) -> tuple[str, str]:
    found = measures.by_noun(phrase) or _told_as(phrase) or _staff(phrase)
    if found is not None:
        return found.measure, found.head
    name = measures.family(phrase)
    rows = lexicon("measures")["family"]
    if name in rows:
        return phrase, rows[name]["head"]
    first, _, last = phrase.rpartition(" ")
    return phrase, head(first if first and measures.stage(last) else phrase)


def _grown(words: Mapping[str, str]) -> str:
    """What grows, where the row measures its growth; empty for any other."""
    found = _GROWTH.fullmatch(_bare(words["measure"]))
    return next(filter(None, found.groups()), "") if found else ""


def _staff(phrase: str) -> measures.Family | None:
    return measures.by_noun("workforce") if phrase in lexicon("measures")["staff"]["nouns"] else None


def _told_as(phrase: str) -> measures.Family | None:
    """The family that a whole phrase stands for in texts: "dead", "death toll"."""
    split = tuple(phrase.split())
    known = (*measures.states(split[0]), *measures.openings(split[-1])) if split else ()
    return next((family for said, family in known if said == split), None)


@lru_cache(maxsize=_CACHED)
def _bare(told: str) -> str:
    low = " ".join(fold(told).lower().split())
    for opening in _OPENS:
        low = low.removeprefix(opening)
    return normal(low.split()) or low


def grown(words: Mapping[str, str], mention: Mention) -> Mention:
    """The figure, of growth as a positive amount with its direction."""
    if mention.kind != "percent" or not _grown(words):
        return mention
    is_down = mention.high < 0
    if not is_down:
        return mention._replace(direction="up")
    stated = "..".join(reversed((mention.stated or "").replace("-", "").split("..")))
    return mention._replace(low=-mention.high, high=-mention.low, stated=stated, direction="down")


def role(words: Mapping[str, str], time: Period | None, mention: Mention) -> str:
    """How the figure of a row is meant."""
    if mention.kind in ("age", "duration"):
        return mention.kind
    if mention.direction is not None:
        return "change_by"
    plain = "cumulative" if time is not None and time.is_since else "level"
    return _ROLES.get(words["measure"].lower().split()[0], plain)


def entities(words: Mapping[str, str]) -> list[str]:
    """The names a row is about, in canonical spelling; its place is one of them, as in texts."""
    told = [*words.get("entity", "").split(_BETWEEN_NAMES), words.get("place", "")]
    return list(dict.fromkeys(names.canonical(name.strip()) for name in told if name.strip()))


def place(words: Mapping[str, str]) -> str | None:
    """Where it holds: the place that is told, else an entity that is one."""
    if "place" in words:
        return names.canonical(words["place"])
    return next((name for name in entities(words) if names.is_place(name)), None)
