"""Every figure beside every peer that was measured, not the best one alone; and what can be measured again here."""

import importlib.util
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import floors
from bench.figures import FIGURES, Figure, known_peers
from bench.peer import PEERS


def lines(folder: Path) -> Iterator[str]:
    """A line a figure: our floor, then the peers, the best first. Figures of peers are those of `peers.json`."""
    told: dict[str, Any] = json.loads((folder / "peers.json").read_text(encoding="utf-8"))
    recorded = floors.load()
    for figure in FIGURES:
        theirs = sorted(known_peers(figure, told).items(), key=lambda pair: pair[1], reverse=not figure.is_lower_better)
        shown = "; ".join(f"{_number(figure, reached)} {name}" for name, reached in theirs) or "no peer was measured"
        floor = floors.floor_of(figure, recorded)
        ours = "no floor" if floor is None else f"{_number(figure, floor)} checker (floor)"
        yield f"{figure.task}: {figure.name}{' (lower is better)' * figure.is_lower_better}: {ours} | {shown}"


def installed(python: Path | None) -> list[str]:
    """The peers whose pace can be measured again: those that an interpreter, or this one, has."""
    if python is None:
        return [name for name in PEERS if importlib.util.find_spec(name) is not None]
    asked = f"import importlib.util as u; print(*(n for n in {list(PEERS)!r} if u.find_spec(n)))"
    return subprocess.run([python, "-c", asked], check=True, capture_output=True, encoding="utf-8").stdout.split()


def _number(figure: Figure, number: float) -> str:
    return f"{number:.{1 if figure.point >= 1 else 3}f}"
