"""The figures of the table: where the scorer says them, where the peers' are, and which way is better."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table."""

    task: str
    name: str  # unique in its task: set and metric
    gold: str  # key of `bench.tasks.GOLD`
    path: tuple[str, ...]  # view and keys in the scorer's JSON
    peers: tuple[str, ...] = ()  # set and keys in peers.json under the task; the peer's name stands between them
    is_lower_better: bool = False  # false alarms
    point: float = 1.0  # one point of it: 1 for percent and counts, 0.01 for shares


def _quantity() -> Iterator[Figure]:
    metrics = ("value", "value_unit", "value_unit_mod")
    for metric in metrics:
        yield Figure(
            "quantity", f"newsquant {metric}", "quantity", ("", metric, "newsquant", "F1"), ("newsquant", metric)
        )
    yield Figure("quantity", "macro value_unit", "quantity", ("", "value_unit", "MACRO", "F1"))
    for metric in metrics:
        yield Figure("quantity", f"hard {metric}", "quantity hard", ("", metric, "hard", "F1"), ("hard_dev", metric))


def _temporal() -> Iterator[Figure]:
    peers = "dev news, 60 documents in hash order"
    for metric, key, theirs in (
        ("strict", "strict_f1", "strict"),
        ("relaxed", "relaxed_f1", "relaxed"),
        ("value", "value_f1", "value"),
        ("calendar", "cal_f1", "calendar"),
    ):
        yield Figure("temporal", f"news {metric}", "temporal", ("", "NEWS", key), (peers, theirs))
    lines = "hard_dev, lines of 25 wholly right"
    yield Figure("temporal", "hard lines right", "temporal hard", ("", "ALL", "docs_all_right"), (lines,))


def _pairs() -> Iterator[Figure]:
    wanted = {
        "news": ("macro_f1", "conflict_p", "conflict_r", "conflict_f1"),
        "claims": ("accuracy", "macro_f1", "conflict_f1"),
        "summaries": ("accuracy", "macro_f1", "conflict_f1"),
    }
    for view, metrics in wanted.items():
        for metric in metrics:
            yield Figure(
                "pairs", f"{view} {metric}", "pairs", (view, "ALL", metric), (f"dev {view}", metric), point=0.01
            )
    alarms = "false_alarm_none"
    yield Figure(
        "pairs",
        f"news {alarms}",
        "pairs",
        ("news", "ALL", alarms),
        ("dev news", alarms),
        is_lower_better=True,
        point=0.01,
    )


def _clusters() -> Iterator[Figure]:
    for source, theirs in (("ecb+", "ecb_match_f1"), ("gva", "gva_match_f1")):
        yield Figure(
            "clusters", f"{source} match_f1", "clusters", ("", source, "match_f1"), ("dev", theirs), point=0.01
        )
    recall = "discrepancy_recall"
    yield Figure("clusters", recall, "clusters", ("", "ALL", recall), ("dev", recall), point=0.01)
    false = "false_per_100_docs"
    yield Figure("clusters", false, "clusters", ("", "ALL", false), ("dev", false), is_lower_better=True)
    across = "false_cross_event_per_100_docs"
    for source in ("ecb+", "gva"):
        name = f"{source} false across events"
        yield Figure("clusters", name, "clusters", ("", source, across), ("dev", across, source), is_lower_better=True)


FIGURES: Sequence[Figure] = (*_quantity(), *_temporal(), *_pairs(), *_clusters())


def ours(figure: Figure, scores: Mapping[str, Any]) -> float:
    """Our figure in what `bench.scorers.scores` gave for its gold file.

    Raises:
        KeyError: the scorer does not say it.

    """
    found: Any = scores
    for key in figure.path:
        found = found[key]
    return float(found)


def best_peer(figure: Figure, peers: Mapping[str, Any]) -> tuple[str, float] | None:
    """Name and figure of the best peer; none where no peer was measured."""
    known = known_peers(figure, peers)
    best = min if figure.is_lower_better else max
    return best(known.items(), key=lambda pair: pair[1]) if known else None


def known_peers(figure: Figure, peers: Mapping[str, Any]) -> dict[str, float]:
    """The figure of each peer that was measured."""
    if not figure.peers:
        return {}
    name, *keys = figure.peers
    return {peer: at for peer, row in peers[figure.task][name].items() if (at := _at(row, keys)) is not None}


def _at(row: Any, keys: Sequence[str]) -> float | None:
    for key in keys:
        row = row.get(key) if isinstance(row, Mapping) else None
    return row if isinstance(row, int | float) else None
