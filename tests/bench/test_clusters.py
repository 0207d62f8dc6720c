"""The clusters adapter: matches and discrepancies as pairs of places."""

from math import nan

from bench import clusters


def pair(**columns):
    return {"left": "l", "right": "r", "fact": "F1", "same_document": False} | columns


def finding(**columns):
    return {"verdict": "discrepancy", "severity": "error", "claims": ["a", "b", "c"], "agreeing": []} | columns


def test_a_match_is_across_documents_and_of_one_fact():
    rows = [pair(fact=None), pair(fact=nan), pair(same_document=True)]
    assert list(clusters.matched(rows)) == []
    assert list(clusters.matched([pair()])) == [("l", "r")]


def test_only_discrepancies_of_severity_warning_and_up_are_reported():
    rows = [finding(verdict="update"), finding(verdict="attributed"), finding(severity="note")]
    assert list(clusters.differing(rows)) == []


def test_the_primary_is_paired_with_each_other():
    assert list(clusters.differing([finding(severity="warning")])) == [("a", "b"), ("a", "c")]


def test_who_agrees_with_the_primary_is_paired_with_each_other_too():
    found = list(clusters.differing([finding(severity="warning", agreeing=["d"])]))
    assert found == [("a", "b"), ("a", "c"), ("d", "b"), ("d", "c")]


def test_places_bear_the_names_of_the_cluster():
    mentions = {
        "a": {"document": "0/0", "batch": "0", "start": 1, "end": 3},
        "b": {"document": "0/1", "batch": "0", "start": 5, "end": 6},
    }
    found = clusters.grouped([("a", "b")], mentions, {"0/0": "first", "0/1": "second"})
    assert found == {"0": [[{"doc": "first", "start": 1, "end": 3}, {"doc": "second", "start": 5, "end": 6}]]}


def test_a_cluster_of_unrelated_articles_reports_no_discrepancy():
    docs = [
        {"id": "d1", "title": "", "date": "2024-05-07", "source": "a.example", "text": "The bakery sold 12 cakes."},
        {"id": "d2", "title": "", "date": None, "source": "", "text": "The storm cut power to 30,000 homes."},
    ]
    (found,) = clusters.predict([{"id": "c", "docs": docs}])
    assert found == {"id": "c", "matches": [], "discrepancies": []}
