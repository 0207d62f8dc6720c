"""Titles: who says a figure of the title, and how firmly, is told where the body tells the same figure."""

import math
from collections.abc import Sequence

from checker.matching.side import Side, changed

_Told = tuple[str, str, str, float]


def with_bodies(sides: Sequence[Side]) -> list[Side]:
    """The sides; those of titles with the speaker and the hedge of the first equal figure of their body."""
    bodies: dict[_Told, Side] = {}
    for side in sides:
        if side.section != "title" and not side.is_time:
            bodies.setdefault(_told(side), side)
    return [_of_body(side, bodies.get(_told(side))) if side.section == "title" else side for side in sides]


def _told(side: Side) -> _Told:
    low, high = side.value.low, side.value.high
    return side.document, side.dimension, side.family or side.head or "", high if math.isnan(low) else low


def _of_body(title: Side, body: Side | None) -> Side:
    """Of two hedges the title's own stays; a plain figure takes the body's."""
    if body is None or title.is_time:
        return title
    value = body.value if title.value.hedge == "exact" else title.value
    return changed(title, speaker=title.speaker or body.speaker, value=value)
