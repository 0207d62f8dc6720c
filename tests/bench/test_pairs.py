"""The pairs adapter: labels from findings, each pair by itself."""

import pytest

from bench import pairs


def finding(verdict, confidence=0.9):
    return {"verdict": verdict, "confidence": confidence, "claims": ["0a:1-2", "0b:1-2"]}


@pytest.mark.parametrize(
    ("name", "findings", "expected"),
    [
        ("silence", [], ("unrelated", 0.0)),
        ("not sure enough to say", [finding("undecided")], ("unrelated", 0.0)),
        ("an agreement", [finding("agreement")], ("agree", 0.0)),
        ("compatible counts as agreement", [finding("compatible")], ("agree", 0.0)),
        ("a discrepancy", [finding("discrepancy", 0.8)], ("conflict", 0.8)),
        ("an update", [finding("update", 0.75)], ("conflict", 0.75)),
        ("two speakers", [finding("attributed", 0.75)], ("conflict", 0.75)),
        ("conflict outweighs agreement", [finding("agreement", 1.0), finding("discrepancy", 0.7)], ("conflict", 0.7)),
        ("the surest conflict counts", [finding("update", 0.7), finding("discrepancy", 0.95)], ("conflict", 0.95)),
    ],
)
def test_label(name, findings, expected):
    label = pairs.label(findings)
    assert (label["label"], label["score"]) == expected, name


def test_findings_go_to_the_pair_of_their_claims():
    claims = [{"id": "0a:1-2", "batch": "0"}, {"id": "1a:1-2", "batch": "1"}]
    found = pairs.by_batch([finding("update") | {"claims": ["1a:1-2"]}], claims)
    assert list(found) == ["1"]


def test_pairs_of_one_file_do_not_meet():
    tolls = ["The flood in Lisbon killed 31 people on Monday.", "The flood in Lisbon killed 47 people on Monday."]
    records = [
        {"id": str(n), "text_a": text, "text_b": "The concert begins at noon.", "date_a": None, "date_b": "2024-05-07"}
        for n, text in enumerate(tolls)
    ]
    assert [found["label"] for found in pairs.predict(records)] == ["unrelated", "unrelated"]
