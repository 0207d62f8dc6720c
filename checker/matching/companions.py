"""Companions: the other figures that two documents both tell, "two killed" beside "five injured" on either side."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from checker.matching.people import name_parts
from checker.matching.side import Side, changed
from checker.matching.wording import stem

_PERSON = 0.5  # the age of a person: few stories share it by chance
_FIGURE = 0.25
_SMALL, _SMALL_FIGURE = 2, 0.05  # one or two killed are told in every other story


def with_companions(sides: Sequence[Side]) -> list[Side]:
    """The sides, each with all figures that its document tells, its own among them, and all values of its dimension."""
    counted = Counter((side.batch, side.document) for side in sides)
    told: dict[str, set[str]] = {}
    values: dict[tuple[str, str], set[float]] = {}
    for side in sides:
        told.setdefault(side.document, set()).update(_figures(side))
        own = [side.value.low] if side.value.is_point else []
        values.setdefault((side.document, side.dimension), set()).update(own)
    known = {document: frozenset(figures) for document, figures in told.items()}
    of_kind = {slot: frozenset(found) for slot, found in values.items()}
    return [
        changed(
            side,
            companions=known[side.document],
            values=of_kind[side.document, side.dimension],
            beside=counted[side.batch, side.document],
        )
        for side in sides
    ]


def common_companions(left: Side, right: Side) -> list[str]:
    """Figures that both documents tell beside those compared, sorted: "age amos 29", "injured 5"."""
    own = {*_figures(left), *_figures(right)}
    return sorted((left.companions & right.companions) - own)


def tells_difference(one: Side, left: Side, right: Side) -> bool:
    """Whether the document of one tells by how much two differ, of the measure of either: 620 beds, 96, and 716."""
    gap = round(abs(left.value.low - right.value.low), _PLACES)
    return gap >= _TELLING and any(
        figure in one.companions for side in (left, right) for figure in of_count(_counted(side), gap)
    )


def have_died_since(left: Side, right: Side) -> bool:
    """Whether the dead and the injured of either document make up one number: nine and 35, ten and 34."""
    if left.family != "injured" or right.family != "injured" or not (left.value.is_point and right.value.is_point):
        return False
    totals = [{number + one.value.low for number in _dead(one)} for one in (left, right)]
    return not totals[0].isdisjoint(totals[1])


def _dead(one: Side) -> Iterator[float]:
    """How many were killed, by the figures of its document."""
    return (float(figure.removeprefix(_KILLED)) for figure in one.companions if figure.startswith(_KILLED))


_KILLED = "killed "
_TELLING = 10  # small counts differ by other small counts everywhere
_PLACES = 6  # the rest is an error of floating point


def weight(figure: str) -> float:
    """How much a companion tells that two stories are one, 0 to 1."""
    measure, _, value = figure.rpartition(" ")
    if measure.startswith("age "):
        return _PERSON
    return _FIGURE if float(value) > _SMALL else _SMALL_FIGURE


def _figures(side: Side) -> Iterator[str]:
    if side.kind == "age":
        return of_age(side.names, side.value.low)
    return of_count(_counted(side), side.value.low) if not side.is_time and side.value.is_point else iter(())


def _counted(side: Side) -> str | None:
    return side.family or (stem(side.head) if side.head else None)


def of_age(names: Iterable[str], low: float) -> Iterator[str]:
    """An age with the last name of whom it is of."""
    return (f"age {name_parts(name)[-1]} {in_full(low)}" for name in names if name_parts(name))


def of_count(counted: str | None, low: float) -> Iterator[str]:
    """A figure with what it counts."""
    if counted is not None:
        yield f"{counted.replace('_', ' ')} {in_full(low)}"


def in_full(number: float) -> str:
    """The number in full, as `float` reads it back: "1300000000", "2.5"."""
    return f"{number:.0f}" if number.is_integer() else repr(number)
