"""The tasks of the bench: what predicts them, on which files, and how their scorer is called."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench import clusters, lines, pairs, quantity, temporal
from bench.lines import Record

Predict = Callable[[Iterable[Record]], Iterator[Record]]

# Task -> its adapter.
ADAPTERS: Mapping[str, Predict] = {
    "quantity": quantity.predict,
    "temporal": temporal.predict,
    "pairs": pairs.predict,
    "clusters": clusters.predict,
}


@dataclass(frozen=True, slots=True)
class Gold:
    """One labelled file and the scorer that knows it; paths are relative to the folder of the bench."""

    task: str
    path: str
    scorer: tuple[str, ...]  # the script and the words before the two files
    views: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: {"": ()})  # view -> the scorer's options


# The name under which predictions are kept and figures are found -> the labelled file. The slow ones first.
GOLD: Mapping[str, Gold] = {
    "pairs": Gold(
        "pairs",
        "crosssource/pairs_dev.jsonl",
        ("score_crosssource.py", "pairs"),
        {"news": ("--sources", "news"), "claims": ("--sources", "claims"), "summaries": ("--sources", "summary")},
    ),
    "clusters": Gold("clusters", "crosssource/clusters_dev.jsonl", ("score_crosssource.py", "clusters")),
    "temporal": Gold("temporal", "temporal/dev.jsonl", ("score_temporal.py",)),
    "quantity": Gold("quantity", "quantity/dev.jsonl", ("score_quantity.py",)),
    "temporal hard": Gold("temporal", "temporal/hard_dev.jsonl", ("score_temporal.py",)),
    "quantity hard": Gold("quantity", "quantity/hard_dev.jsonl", ("score_quantity.py",)),
}


def predict(task: str, source: Path, target: Path) -> int:
    """Write the predictions of a task for a file; how many. Any exception stops it: no answer is made up.

    Raises:
        Exception: whatever a stage raised; the target then holds no complete set of predictions.

    """
    return lines.write(target, ADAPTERS[task](lines.read(source)))
