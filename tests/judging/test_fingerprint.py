"""Fingerprints: what they outlive, and what changes them."""

import re

import pandas as pd
import pytest

from checker.judging.fingerprint import fingerprint
from tests.judging.judged import claim, date_claim, findings_of, pair, shipped_rules

A = claim("a", 14.0, day="2024-03-05")
B = claim("b", 19.0, day="2024-03-05")

OUTLIVES = {
    "moving the file": {"path": "elsewhere/a2.txt", "document": "f00", "id": "f00:9-11"},
    "an edit before it": {"start": 900, "end": 902, "phrase_start": 890, "phrase_end": 910, "at": 17},
    "an edit of its sentence": {"sentence": "Rescuers say the landslide has killed 14 people."},
    "other words for the number": {
        "text": "fourteen",
        "stated": "14.0",
        "value": "14.0",
        "hedge": "about",
        "step": 0.1,
    },
    "another day of publication": {"published": pd.Timestamp("2024-03-06")},
    "another order of names": {"entities": ["Noto", "WAJIMA"]},
    "capitals": {"measure": "People killed"},
    "its speaker": {"speaker": "police"},
    "its batch": {"batch": "x"},
}
CHANGES = {
    "its value": {"low": 15.0, "high": 15.0},
    "one end of it": {"high": None},
    "whether the end is meant": {"low_closed": False},
    "its unit": {"unit": "mile"},
    "its measure": {"measure": "people injured"},
    "its names": {"entities": ["Suzu"]},
    "its place": {"place": "Suzu"},
    "its role": {"role": "total"},
    "its period": {"period": "since January"},
    "the days of its period": {"period_first": pd.Timestamp("2024-01-01")},
    "its outlet": {"outlet": "Another paper"},
    "an outlet no more known": {"outlet": None},
}


def test_sixteen_hex_digits():
    assert re.fullmatch(r"[0-9a-f]{16}", fingerprint("C620", A, B))


def test_stays_the_same_for_ever():
    """A baseline written with an earlier version must still match."""
    assert fingerprint("C620", A, B) == "777f0ad9d789b7d1"


@pytest.mark.parametrize("name", OUTLIVES)
def test_outlives(name):
    noted = {"entities": ["Wajima", "Noto"]}
    assert fingerprint("C620", A | noted | OUTLIVES[name], B) == fingerprint("C620", A | noted, B)


@pytest.mark.parametrize("name", CHANGES)
def test_changes_with(name):
    assert fingerprint("C620", A | CHANGES[name], B) != fingerprint("C620", A, B)


def test_the_order_of_the_two_does_not_matter():
    assert fingerprint("C620", A, B) == fingerprint("C620", B, A)


def test_the_rule_matters():
    assert fingerprint("C620", A, B) != fingerprint("C603", A, B)


def test_a_date_is_its_value():
    words = date_claim("a", "2024-03-05") | {"text": "on Tuesday"}
    assert fingerprint("C710", words, B) == fingerprint("C710", date_claim("a", "2024-03-05"), B)


def test_an_unresolved_date_is_its_words():
    one, other = (date_claim("a", None) | {"text": text} for text in ("Tuesday", "Friday"))
    assert fingerprint("C102", one, B) != fingerprint("C102", other, B)


def test_the_group_does_not_matter():
    """A third paper that takes a side leaves the name of the finding as it was."""
    later = claim("c", 19.0, day="2024-03-09")
    two = findings_of([A, B], [pair(A, B)], shipped_rules())
    pairs = [pair(A, B), pair(A, later, days_apart=0.0), pair(B, later, "equal")]
    three = findings_of([A, B, later], pairs, shipped_rules())
    assert two["fingerprint"][0] in set(three["fingerprint"])
