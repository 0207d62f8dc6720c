"""Events that five outlets tell with figures that all agree, in other words, rounded, updated, in parts: no alarm."""

from pathlib import Path

import pytest

import checker

EVENTS = sorted(path for path in (Path(__file__).parent / "calm").iterdir() if path.is_dir())


def told(report):
    return [message for message, verdict in report.findings[["message", "verdict"]].values if verdict == "discrepancy"]


def test_there_are_articles_of_every_format():
    for event in EVENTS:
        assert {path.suffix for path in event.iterdir()} == {".txt", ".md", ".json", ".html"}
        assert len(list(event.iterdir())) == 5


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_nothing_is_reported_of_articles_that_agree(event):
    report = checker.report([str(event)])
    assert report.documents["published"].notna().all()
    assert len(report.claims) > 150
    assert told(report) == []


def test_nothing_is_reported_where_all_are_read_together():
    assert told(checker.report([str(event) for event in EVENTS])) == []
