"""A mention: the words of one number or time with the value they state, before its context is known."""

import datetime as dt
from operator import attrgetter
from typing import Any, NamedTuple

from checker.values.value import NAN

OF_DOCUMENT = ("path", "batch", "outlet", "published")  # columns that a claim has from its document
# Columns that a mention carries under the same name.
_COLUMNS = (
    "kind",
    "low",
    "high",
    "low_closed",
    "high_closed",
    "stated",
    "step",
    "hedge",
    "unit",
    "noun",
    "direction",
    "first",
    "last",
    "fault",
)
_FIELDS = attrgetter(*_COLUMNS)


class Mention(NamedTuple):
    """What a kind finds; offsets are characters of the page's text. Fields as the claims columns of the same name."""

    kind: str
    start: int
    end: int
    phrase_start: int  # with hedge and noun
    phrase_end: int
    trace: tuple[str, ...] = ()  # how the words became the value, step by step
    low: float = NAN
    high: float = NAN
    low_closed: bool = True
    high_closed: bool = True
    stated: str | None = None
    step: float = NAN
    hedge: str = "exact"
    unit: str | None = None
    noun: str | None = None
    direction: str | None = None
    converts_at: int = -1  # where the figure begins that it gives in another unit; -1 for none
    role: str | None = None  # only where the form itself fixes it ("aged 34", "since 2014"); else context decides
    first: dt.date | None = None
    last: dt.date | None = None
    fault: str | None = None  # one of checker.tables.FAULTS
    value: str | None = None  # TIMEX3 for times, open where unresolved; other kinds leave it None and get `stated`


def columns(mention: Mention) -> dict[str, Any]:
    """What a mention tells of its claim: the columns of the claims table from its kind to its value."""
    row = dict(zip(_COLUMNS, _FIELDS(mention), strict=True))
    row["value"] = mention.value if mention.value is not None else mention.stated
    return row
