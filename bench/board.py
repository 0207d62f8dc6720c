"""One run: predicts every labelled file, scores it, and sets each figure beside the best peer's and its floor."""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from bench import floors
from bench.figures import FIGURES, Figure, best_peer, ours
from bench.scorers import scores
from bench.tasks import GOLD, predict


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    figure: Figure
    reached: float
    peer: tuple[str, float] | None
    floor: float | None

    @property
    def is_fallen(self) -> bool:
        """Whether the figure is worse than its floor."""
        return floors.has_fallen(self.figure, self.reached, self.floor)


def run(folder: Path, out: Path, jobs: int, only: Sequence[str] = ()) -> tuple[list[Row], dict[str, float]]:
    """The table over the labelled files of `folder`, of the tasks `only`; and the CPU seconds that each file took.

    Raises:
        Exception: whatever a prediction or a scorer raised; there is no table then.

    """
    out.mkdir(parents=True, exist_ok=True)
    wanted = [name for name, gold in GOLD.items() if not only or gold.task in only]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        done = dict(zip(wanted, pool.map(partial(_measure, folder=folder, out=out), wanted), strict=True))
    peers = json.loads((folder / "peers.json").read_text(encoding="utf-8"))
    found = {name: said for name, (said, _) in done.items()}
    return list(_rows(found, peers, floors.load())), {name: seconds for name, (_, seconds) in done.items()}


def _measure(name: str, folder: Path, out: Path) -> tuple[dict[str, Any], float]:
    gold, target = GOLD[name], out / f"{name.replace(' ', '_')}.jsonl"
    start = time.process_time()
    predict(gold.task, folder / gold.path, target)
    return scores(gold, folder, target), time.process_time() - start


def _rows(found: Mapping[str, Any], peers: Mapping[str, Any], recorded: floors.Floors) -> Iterator[Row]:
    for figure in (figure for figure in FIGURES if figure.gold in found):
        reached = ours(figure, found[figure.gold])
        yield Row(figure, reached, best_peer(figure, peers), floors.floor_of(figure, recorded))


def table(rows: Sequence[Row]) -> str:
    """The table as aligned text."""
    lines = [("task", "figure", "ours", "floor", "best peer", ""), *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(_aligned(line, widths) for line in lines)


def _cells(row: Row) -> tuple[str, ...]:
    figure = row.figure
    name = figure.name + (" (lower is better)" if figure.is_lower_better else "")
    peer = f"{_number(figure, row.peer[1])}  {row.peer[0]}" if row.peer else ""
    mark = "BELOW ITS FLOOR" if row.is_fallen else ""
    return figure.task, name, _number(figure, row.reached), _number(figure, row.floor), peer, mark


def _number(figure: Figure, number: float | None) -> str:
    return "" if number is None else f"{number:.{1 if figure.point >= 1 else 3}f}"


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    numeric = (2, 3)
    cells = (c.rjust(w) if n in numeric else c.ljust(w) for n, (c, w) in enumerate(zip(line, widths, strict=True)))
    return "  ".join(cells).rstrip()
