"""What a sentence tells beside a figure: "212 dead" beside the year of a quake, on either side."""

from collections.abc import Mapping, Sequence

from checker.matching.companions import in_full
from checker.matching.particular import particularity
from checker.matching.side import Side, changed
from checker.matching.wording import stem

PARTICULAR = 0.5  # values less particular than this are one only where they are of one thing
_MOST = 16  # figures of a sentence: a longer row is a table, and what stands in it beside a figure tells nothing
_ANY = "?"  # a figure that may be any


def with_mates(sides: Sequence[Side]) -> list[Side]:
    """The sides, each with the other figures of its sentence: "count: 212 killed" -> how particular that is."""
    found: dict[tuple[str, str, str], list[Side]] = {}
    for side in sides:
        found.setdefault((side.document, side.section, side.sentence), []).append(side)
    told: dict[str, Mapping[str, float]] = {}
    for mates in found.values():
        if 1 < len(mates) <= _MOST:
            figures = [(one, *_figure(one)) for one in mates]
            told |= {one.id: {name: tells for other, name, tells in figures if other is not one} for one in mates}
    return [changed(side, mates=told[side.id]) if side.id in told else side for side in sides]


def _figure(one: Side) -> tuple[str, float]:
    """The figure in words, its dimension first, and how particular it is."""
    tells = particularity(one)
    value = (one.timex or one.open_form) if one.is_time else in_full(one.value.low) if one.value.is_point else ""
    counted = (one.family or stem(one.head or "")) if tells < PARTICULAR else ""
    is_any = not value or (tells < PARTICULAR and not counted)
    return f"{one.dimension}: {_ANY if is_any else f'{value} {one.unit or counted}'.strip()}", tells


def is_known(figure: str) -> bool:
    """Whether the figure can be found again in another sentence."""
    return not figure.endswith(_ANY)


def dimension_of(figure: str) -> str:
    """The dimension of a figure of `Side.mates`."""
    return figure.partition(": ")[0]


def told(figure: str) -> str:
    """The figure without its dimension, for a reader."""
    return figure.partition(": ")[2]
