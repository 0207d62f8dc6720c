"""The main figure of a measure in a document: smaller ones beside it may be its parts."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from checker.matching.side import Side, changed

# What is one figure's measure within a document; the title tells its own, and a forecast holds no result.
_Told = tuple[str, bool, bool, str, str, str | None, frozenset[str]]
_Period = tuple[int, int] | None
# A period that ended so many days before publication is of an earlier happening, and no whole of the news.
_PAST_DAYS = 60


def with_main_figures(sides: Sequence[Side]) -> list[Side]:
    """The sides, each marked whether it is the largest of its measure in its document (or in its title).

    Once of all times, an accident's of years ago left out; once of its own, a quarter's and a year's; and once of
    whose it is.
    """
    largest: dict[_Told, dict[_Period, float]] = {}
    for side in sides:
        told = largest.setdefault(_told(side), {})
        told[side.period] = max(told.get(side.period, -math.inf), _size(side))
    owned, beside, parts = _largest_of_owners(sides), _told_beside(sides), _parts_told(sides)
    return [
        changed(
            side,
            **_marks(side, largest[_told(side)], owned),
            **_marks_among(side, beside),
            parts=parts.get(_slot(side), frozenset()),
        )
        for side in sides
    ]


def is_past(side: Side) -> bool:
    """Whether it is bound to a time that was long over when its document was published."""
    return _is_past(side.period, side.published)


def is_forecast(side: Side) -> bool:
    """An estimate for a time that was not over when it was published."""
    is_open = side.period is not None and side.published is not None and side.period[1] > side.published
    return side.modality == "estimated" and is_open


_Beside = Mapping[tuple[str, ...], Mapping[float, str]]
_MOST_PARTS = 4  # figures of one sentence that are added up


def _told_beside(sides: Sequence[Side]) -> _Beside:
    """What each document tells of a measure, and of whose it is: value -> sentence, the title left out."""
    told: dict[tuple[str, ...], dict[float, str]] = {}
    for side in sides:
        if side.section != "title":
            for slot in (_slot(side), _slot_of_owner(side)):
                told.setdefault(slot, {}).setdefault(side.value.low, side.sentence)
    return told


def _parts_told(sides: Sequence[Side]) -> Mapping[tuple[str, ...], frozenset[float]]:
    """What each document tells as parts of a measure: "1,200 jobs, including 300 in Lyon"."""
    told: dict[tuple[str, ...], set[float]] = {}
    for side in sides:
        if side.role == "part" and not side.is_time:
            told.setdefault(_slot(side), set()).add(side.value.low)
    return {slot: frozenset(values) for slot, values in told.items()}


def _slot(side: Side) -> tuple[str, ...]:
    return side.document, side.dimension, side.currency, side.family or side.head or ""


def _slot_of_owner(side: Side) -> tuple[str, ...]:
    return (*_slot(side), _owner(side))


def _marks_among(side: Side, beside: _Beside) -> dict[str, Any]:
    """What its document tells of the same measure: whether nothing else, and the sum of its sentence."""
    if (side.family or side.head) is None:
        return {}
    values, owned = beside.get(_slot(side), {}), beside.get(_slot_of_owner(side), {})
    parts = [value for value, sentence in values.items() if sentence == side.sentence]
    is_sum = not side.is_time and side.value.low in parts and 1 < len(parts) <= _MOST_PARTS
    return {
        "is_sole": values.keys() <= {side.value.low},
        "is_sole_of_owner": bool(side.names) and owned.keys() <= {side.value.low},
        "sums": frozenset({sum(parts)}) if is_sum else frozenset(),
    }


def _largest_of_owners(sides: Sequence[Side]) -> dict[tuple[_Told, str], float]:
    largest: dict[tuple[_Told, str], float] = {}
    for side in sides:
        slot = _told(side), _owner(side)
        largest[slot] = max(largest.get(slot, -math.inf), -math.inf if side.is_whole else _size(side))
    return largest


def _marks(side: Side, largest: Mapping[_Period, float], owned: Mapping[tuple[_Told, str], float]) -> dict[str, Any]:
    size, wholes = _size(side), [size for period, size in largest.items() if _may_hold(period, side)]
    leads_owner = _has_owner(side) and size >= owned[_told(side), _owner(side)]
    leads_period = size >= largest[side.period]
    return {"is_main": size >= max(wholes), "leads_period": leads_period, "leads_owner": leads_owner}


def _owner(side: Side) -> str:
    return side.names[0] if side.names else ""


def _has_owner(side: Side) -> bool:
    """Rates of a town are no sums: the unnamed one of a document is its subject's own."""
    return bool(side.names) or side.kind == "percent"


def _may_hold(period: _Period, side: Side) -> bool:
    """Whether a figure of that period may be the whole of this one: the news of the news, the past of its own time."""
    if not _is_past(period, side.published) or period is None or side.period is None:
        return not is_past(side) and not _is_past(period, side.published)
    return is_past(side) and period[0] <= side.period[1] and side.period[0] <= period[1]


def _is_past(period: _Period, published: int | None) -> bool:
    return period is not None and published is not None and period[1] < published - _PAST_DAYS


def _told(side: Side) -> _Told:
    is_title = side.section == "title"
    counted = side.family or side.head
    is_guess = is_forecast(side) or side.modality == "estimated"
    return side.document, is_title, is_guess, side.dimension, side.currency, counted, side.sort


def _size(side: Side) -> float:
    """The larger known end."""
    low, high = side.value.low, side.value.high
    return high if not math.isnan(high) else low if not math.isnan(low) else -math.inf
