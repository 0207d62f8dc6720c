"""Titles: who says a figure of the title, and how firmly, is told where the body tells the same figure."""

import math
from collections.abc import Sequence

from checker.matching.side import Side, changed

_Figure = tuple[str, str, float]
_Told = tuple[str, str, float, str]


def with_bodies(sides: Sequence[Side]) -> list[Side]:
    """The sides; those of titles with the speaker and the hedge of the first equal figure of their body, if any."""
    bodies: dict[_Told, Side] = {}
    figures: dict[_Figure, list[Side]] = {}
    for side in sides:
        if side.section != "title" and not side.is_time:
            bodies.setdefault(_told(side), side)
            figures.setdefault(_figure(side), []).append(side)
    return [
        _of_body(side, bodies.get(_told(side)), figures.get(_figure(side), ())) if side.section == "title" else side
        for side in sides
    ]


def _told(side: Side) -> _Told:
    return *_figure(side), side.family or side.head or ""


def _figure(side: Side) -> _Figure:
    low, high = side.value.low, side.value.high
    return side.document, side.dimension, high if math.isnan(low) else low


def _of_body(title: Side, body: Side | None, figures: Sequence[Side]) -> Side:
    """Of two hedges the title's own stays; a plain figure takes the body's.

    The body tells the title's figure where it tells the same one in a sentence that shares a word with the title.
    """
    if title.is_time:
        return title
    is_in_body = body is not None or any(not title.words.isdisjoint(figure.words) for figure in figures)
    if body is None:
        return changed(title, is_in_body=is_in_body)
    value = body.value if title.value.hedge == "exact" else title.value
    return changed(title, speaker=title.speaker or body.speaker, value=value, is_in_body=is_in_body)
