"""Floors: what we reached, figure by figure, in `floors.toml`; nothing may fall below it."""

import math
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.figures import FIGURES, Figure

FLOORS = Path(__file__).with_name("floors.toml")
# How far below what was measured a floor is set, in points.
MARGIN = 0.5

Floors = Mapping[str, Mapping[str, float]]  # task -> name of the figure -> floor

_HEAD = """\
# What was reached on the dev halves, less half a point: `python -m bench score --check` fails below it
# (above it for false alarms). Written by `python -m bench score --record`.
"""


def load(path: Path = FLOORS) -> Floors:
    """The recorded floors.

    Raises:
        ValueError: a floor for a figure that does not exist.

    """
    floors: Floors = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    known = {(figure.task, figure.name) for figure in FIGURES}
    strange = [f"{task}: {name}" for task, names in floors.items() for name in names if (task, name) not in known]
    if strange:
        raise ValueError(f"{path.name} holds a floor for no figure of ours: {strange[0]}")
    return floors


def floor_of(figure: Figure, floors: Floors) -> float | None:
    """The recorded floor of a figure (its ceiling where lower is better)."""
    return floors.get(figure.task, {}).get(figure.name)


def has_fallen(figure: Figure, reached: float, floor: float | None) -> bool:
    """Whether a figure is worse than its floor."""
    if floor is None:
        return False
    return reached > floor if figure.is_lower_better else reached < floor


def text(reached: Mapping[Figure, float], recorded: Floors) -> str:
    """The file that records what was reached, and what was recorded for figures that were not measured now."""
    kept = {figure: floor for figure in FIGURES if (floor := floor_of(figure, recorded)) is not None}
    return _HEAD + "\n".join(_sections(kept | {f: _rounded(f, value) for f, value in reached.items()})) + "\n"


def _sections(floors: Mapping[Figure, float]) -> Iterator[str]:
    for task in sorted({figure.task for figure in floors}):
        yield f"\n[{task}]"
        yield from (f'"{f.name}" = {floor:g}' for f, floor in floors.items() if f.task == task)


def _rounded(figure: Figure, reached: float) -> float:
    """Half a point worse, rounded the same way to a tenth of a point, never below zero."""
    tenth = figure.point / 10
    way = 1 if figure.is_lower_better else -1
    edge = math.ceil if figure.is_lower_better else math.floor
    tenths = round(reached / tenth + way * MARGIN * 10, 6)
    return round(max(edge(tenths) * tenth, 0.0), 6)
