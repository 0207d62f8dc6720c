"""Which archived documents a batch is compared with: first those that must not be."""

import pytest

from checker import archive
from checker.archive.schema import KEYS
from tests.archive.batches import QUAKE, TOLL, batch

FIRE = "https://harbour.example/fire"


@pytest.fixture
def address(tmp_path):
    return tmp_path / "archive.db"


def test_another_event_is_not_found(address):
    batch(QUAKE.format(80)).add(address)
    assert batch(TOLL.format(17)).found(address) == []


def test_the_same_content_is_not_compared_with(address):
    batch(TOLL.format(14)).add(address)
    assert batch(TOLL.format(14)).found(address) == []


# Two articles of one day at these addresses (or of these records) -> whether they are one story.
STORIES = {
    "one address": (FIRE, FIRE, True),
    "with and without www, slash and fragment": (FIRE, "https://www.harbour.example/fire/#top", True),
    "http and https": (FIRE, "http://harbour.example/fire", True),
    "two addresses": (FIRE, "https://harbour.example/flood", False),
    "one page by its query": ("https://h.example/?p=1", "https://h.example/?p=1", True),
    "two pages by their query": ("https://h.example/?p=1", "https://h.example/?p=2", False),
    "the front page": ("https://harbour.example/", "https://harbour.example/", False),
    "no address": (None, None, False),
    "what is no address": ("http://[", "http://[", False),
}


@pytest.mark.parametrize("name", STORIES)
def test_another_version_of_a_story_of_the_batch_is_not_compared_with(address, name):
    first, second, is_one = STORIES[name]
    batch(TOLL.format(14), url=first).add(address)
    assert batch(TOLL.format(17), url=second).found(address) == ([] if is_one else ["14", "Monday"])


def test_records_of_one_id_are_versions_at_one_outlet(address):
    batch(TOLL.format(14), record="17").add(address)
    assert batch(TOLL.format(17), record="17").found(address) == []
    assert batch(TOLL.format(17), record="17", outlet="ledger.example").found(address) == ["14", "Monday"]
    assert batch(TOLL.format(17), record="18").found(address) == ["14", "Monday"]


def test_the_newest_version_is_the_witness(address):
    batch(TOLL.format(15), url=FIRE, published="2025-03-05").add(address, batch="second")
    batch(TOLL.format(14), url=FIRE, published="2025-03-04").add(address, batch="first, added late")
    other = batch(TOLL.format(17), outlet="ledger.example")
    assert other.found(address) == ["15", "Monday"]
    batch(TOLL.format(16), url=FIRE, published="2025-03-05").add(address, batch="third")
    assert other.found(address) == ["16", "Monday"]
    archive.remove(str(address), "third")
    assert other.found(address) == ["15", "Monday"]
    assert archive.verify(str(address)) == []


def test_a_common_key_leads_to_the_documents_added_last(address, monkeypatch):
    monkeypatch.setattr("checker.archive.witnesses._NEWEST", 3)
    for number in range(10, 16):
        batch(TOLL.format(number), outlet=f"paper{number}.example").add(address)
    assert batch(TOLL.format(99)).found(address) == ["13", "14", "15", "Monday", "Monday", "Monday"]


def test_versions_do_not_take_the_place_of_others_under_a_key(address, monkeypatch):
    monkeypatch.setattr("checker.archive.witnesses._NEWEST", 2)
    batch(TOLL.format(14), outlet="ledger.example").add(address)
    for number in range(20, 25):
        batch(TOLL.format(number), url=FIRE).add(address)
    assert batch(TOLL.format(99), outlet="gazette.example").found(address) == ["14", "24", "Monday", "Monday"]


def test_what_shares_most_comes_first(address, monkeypatch):
    monkeypatch.setattr("checker.archive.witnesses._WITNESSES", 1)
    batch("PORT MERIDIAN - A flood killed 3 people in Port Meridian in May, police said.").add(address)
    batch(TOLL.format(14)).add(address)
    batch("PORT MERIDIAN - A flood killed 5 people in Port Meridian in June, police said.").add(address)
    assert batch(TOLL.format(99)).found(address) == ["14", "Monday"]


def test_keys_are_clustered():
    assert KEYS.dialect_options["sqlite"]["with_rowid"] is False
