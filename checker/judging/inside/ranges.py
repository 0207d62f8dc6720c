"""Ranges whose first end is the larger one."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from checker.judging.inside.figures import told
from checker.judging.inside.forms import Bound, bound
from checker.judging.inside.reckoning import Reckoning
from checker.judging.inside.sentence import Record, Sentence
from checker.judging.inside.span import Span
from checker.language.lexicon import lexicon

_CLOCK = 12  # "between 9 and 5" are hours


def find(document: Sequence[Sentence]) -> Iterator[Reckoning]:
    """Ranges of figures and of days."""
    for sentence in document:
        for found in bound("range", sentence):
            if _is_range(found) and _is_of_one_unit(found.claims["low"], found.claims["high"]):
                yield from _figures(found)
        for found in bound("days", sentence):
            if _is_range(found):
                yield from _days(found)


def _is_range(found: Bound) -> bool:
    before = found.sentence.masked[: found.match.start()].lower().split()[-4:]
    words = {*before, (found.match.groupdict().get("before") or "").lower()}
    return not words & set(lexicon("arithmetic")["not_range"]["words"])


def _is_of_one_unit(low: Record, high: Record) -> bool:
    is_same = low["kind"] == high["kind"] and low["unit"] in (high["unit"], str(high["unit"]).partition("/")[0])
    is_hour = low["kind"] == "count" and low["low"] <= _CLOCK and high["low"] <= _CLOCK
    return is_same and not is_hour and low["noun"] is None


def _figures(found: Bound) -> Iterator[Reckoning]:
    low, high = found.claims["low"], found.claims["high"]
    one, other = float(low["low"]), float(high["high"])
    if one >= 0 and other >= 0:
        yield Reckoning(
            "range", (low, high), _point(one), _upwards(one, other), f"{told(low)} is more than {told(high)}"
        )


def _point(number: float) -> Span:
    return Span(number, number, number)


def _upwards(first: float, last: float) -> Span:
    """Where a range may begin that ends with `last`."""
    return _point(first) if first <= last else _point(last)


def _days(found: Bound) -> Iterator[Reckoning]:
    low, high = found.claims["low"], found.claims["high"]
    first, last = _day(low["first"]), _day(high["last"])
    if first is None or last is None or not (_is_dated(low) and _is_dated(high)):
        return
    start, end = float(first.toordinal()), float(last.toordinal())
    words = f"{told(low)} is after {told(high)}"
    yield Reckoning("days", (low, high), _point(start), _upwards(start, end), words)


def _day(cell: Any) -> dt.datetime | None:
    return None if pd.isna(cell) else cell


def _is_dated(claim: Record) -> bool:
    """Whether the text itself tells the year."""
    return str(claim["value"])[:4] in claim["text"]
