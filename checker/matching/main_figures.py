"""The main figure of a measure in a document: smaller ones beside it may be its parts."""

import math
from collections.abc import Sequence
from dataclasses import replace

from checker.matching.side import Side

# What is one figure's measure within a document; the title tells its own.
_Told = tuple[str, bool, str, str | None, frozenset[str]]


def with_main_figures(sides: Sequence[Side]) -> list[Side]:
    """The sides, each marked whether it is the largest of its measure in its document (or in its title)."""
    largest: dict[_Told, float] = {}
    for side in sides:
        largest[_told(side)] = max(largest.get(_told(side), -math.inf), _size(side))
    return [replace(side, is_main=_size(side) >= largest[_told(side)]) for side in sides]


def _told(side: Side) -> _Told:
    return side.document, side.section == "title", side.dimension, side.family or side.head, side.sort


def _size(side: Side) -> float:
    """The larger known end."""
    return max((end for end in (side.value.low, side.value.high) if not math.isnan(end)), default=-math.inf)
