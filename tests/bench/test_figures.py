"""Figures: ours from a scorer's JSON, the best peer's, the table."""

from bench.board import Row, table
from bench.figures import Figure, best_peer, ours

PEERS = {"t": {"set": {"one": {"f1": 70.0, "alarms": 3}, "two": {"f1": 80.0}, "three": {"alarms": {"a": 1}}}}}


def test_ours_is_found_by_its_path():
    assert ours(Figure("t", "f1", "g", ("view", "ALL", "f1")), {"view": {"ALL": {"f1": 42}}}) == 42.0


def test_best_peer_is_the_highest_and_for_false_alarms_the_lowest():
    assert best_peer(Figure("t", "f1", "g", (), ("set", "f1")), PEERS) == ("two", 80.0)
    assert best_peer(Figure("t", "alarms", "g", (), ("set", "alarms"), is_lower_better=True), PEERS) == ("one", 3)
    assert best_peer(Figure("t", "a", "g", (), ("set", "alarms", "a")), PEERS) == ("three", 1)


def test_no_peer_measured():
    assert best_peer(Figure("t", "f1", "g", ()), PEERS) is None
    assert best_peer(Figure("t", "recall", "g", (), ("set", "recall")), PEERS) is None


def test_table_sets_ours_beside_floor_and_peer():
    rows = [
        Row(Figure("t", "f1", "g", ()), 78.34, ("two", 80.0), 79.0),
        Row(Figure("t", "alarms", "g", (), is_lower_better=True, point=0.01), 0.25, None, None),
    ]
    assert table(rows).splitlines() == [
        "task  figure                     ours  floor  best peer",
        "t     f1                         78.3   79.0  80.0  two  BELOW ITS FLOOR",
        "t     alarms (lower is better)  0.250",
    ]
