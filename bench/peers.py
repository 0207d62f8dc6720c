"""Every figure beside every peer that was measured, not the best one alone; and what can be measured again here."""

import importlib.util
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import floors
from bench.figures import FIGURES, Figure, best_peer, known_peers
from bench.peer import PEERS

# The rows of the README, those that a peer leads among them: (task, figure) -> what is measured.
SHOWN = {
    ("quantity", "newsquant value_unit"): "quantities in news with their units, F1",
    ("quantity", "hard value_unit"): "hard quantities with their units, F1",
    ("temporal", "news relaxed"): "dates and times in news, found, F1",
    ("temporal", "news value"): "dates and times in news with their values, F1",
    ("pairs", "news conflict_f1"): "sentences of news that contradict each other, F1",
    ("pairs", "news false_alarm_none"): "unrelated sentences that are held against each other, share",
    ("pairs", "claims macro_f1"): "claims beside evidence, macro F1",
    ("pairs", "summaries macro_f1"): "summaries beside their articles, macro F1",
    ("clusters", "ecb+ match_f1"): "figures of one fact across articles of many events, F1",
    ("clusters", "gva match_f1"): "figures of one fact across articles on shootings, F1",
    ("clusters", "discrepancy_recall"): "differing facts that are told, recall",
    ("clusters", "false_per_100_docs"): "false discrepancies per 100 articles",
}
BEGIN, END = "<!-- begin: from python -m bench peers --readme -->\n", "<!-- end of the peers -->\n"


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


def page(folder: Path) -> str:
    """The table of the README, shares in percent: our floors beside the best peers, the better one in bold."""
    told: dict[str, Any] = json.loads((folder / "peers.json").read_text(encoding="utf-8"))
    recorded = floors.load()
    figures = {(figure.task, figure.name): figure for figure in FIGURES}
    rows = [_row(figures[key], words, recorded, told) for key, words in SHOWN.items()]
    return "\n".join(["| measured | checker, at least | best of the peers |", "|---|---|---|", *rows]) + "\n"


def _row(figure: Figure, words: str, recorded: floors.Floors, told: dict[str, Any]) -> str:
    ours, best = floors.floor_of(figure, recorded), best_peer(figure, told)
    if ours is None or best is None:
        raise ValueError(f"{figure.task}: {figure.name} has no floor, or no peer")
    name, theirs = best
    cells = [f"{number * (100 if figure.point < 1 else 1):.1f}" for number in (ours, theirs)]
    leads = (theirs < ours) == figure.is_lower_better
    cells[leads] = f"**{cells[leads]}**"
    bound = " (at most; lower is better)" * figure.is_lower_better
    return f"| {words}{bound} | {cells[0]} | {cells[1]} {name} |"


def put(folder: Path, readme: Path) -> None:
    """Replace what stands between the two marks of the README."""
    before, rest = readme.read_text(encoding="utf-8").split(BEGIN)
    readme.write_text(before + BEGIN + page(folder) + END + rest.split(END, 1)[1], encoding="utf-8")


def installed(python: Path | None) -> list[str]:
    """The peers whose pace can be measured again: those that an interpreter, or this one, has."""
    if python is None:
        return [name for name in PEERS if importlib.util.find_spec(name) is not None]
    asked = f"import importlib.util as u; print(*(n for n in {list(PEERS)!r} if u.find_spec(n)))"
    return subprocess.run([python, "-c", asked], check=True, capture_output=True, encoding="utf-8").stdout.split()


def _number(figure: Figure, number: float) -> str:
    return f"{number:.{1 if figure.point >= 1 else 3}f}"
