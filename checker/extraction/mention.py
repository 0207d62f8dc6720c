"""A mention: the words of one number or time with the value they state, before its context is known."""

import datetime as dt
from typing import NamedTuple

from checker.values.value import NAN


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
