"""The main figure of a measure in a document: smaller ones beside it may be its parts."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker.matching.side import Side

# What is one figure's measure within a document; the title tells its own.
_Told = tuple[str, bool, str, str | None, frozenset[str]]
_Period = tuple[int, int] | None
# A period that ended so many days before publication is of an earlier happening, and no whole of the news.
_PAST_DAYS = 60


def with_main_figures(sides: Sequence[Side]) -> list[Side]:
    """The sides, each marked whether it is the largest of its measure in its document (or in its title).

    Figures that are bound to other times, a quarter's and a year's, an accident's of years ago, are no wholes of it.
    """
    largest: dict[_Told, dict[_Period, float]] = {}
    for side in sides:
        told = largest.setdefault(_told(side), {})
        told[side.period] = max(told.get(side.period, -math.inf), _size(side))
    return [replace(side, is_main=_size(side) >= max(_wholes(side, largest[_told(side)]))) for side in sides]


def is_past(side: Side) -> bool:
    """Whether it is bound to a time that was long over when its document was published."""
    return side.period is not None and side.published is not None and side.period[1] < side.published - _PAST_DAYS


def _wholes(side: Side, largest: dict[_Period, float]) -> Iterable[float]:
    """The largest figures of the times that may hold this one: its own, and those not told."""
    return (size for period, size in largest.items() if _may_hold(period, side))


def _may_hold(period: _Period, side: Side) -> bool:
    if period is None or side.period is None:
        return period is side.period or not _is_past_for(period, side)
    return period == side.period


def _is_past_for(period: _Period, side: Side) -> bool:
    told = period or side.period
    return told is not None and side.published is not None and told[1] < side.published - _PAST_DAYS


def _told(side: Side) -> _Told:
    return side.document, side.section == "title", side.dimension, side.family or side.head, side.sort


def _size(side: Side) -> float:
    """The larger known end."""
    return max((end for end in (side.value.low, side.value.high) if not math.isnan(end)), default=-math.inf)
