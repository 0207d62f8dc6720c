"""What an archive keeps, and that it keeps it whole."""

import re
import sqlite3
from pathlib import Path

import pandas as pd
import pytest

from checker import archive
from checker.archive.schema import VERSION
from checker.cli import main
from checker.tables import CLAIMS, DOCUMENTS, validate
from tests.archive.batches import QUAKE, TOLL, batch


@pytest.fixture
def address(tmp_path):
    return str(tmp_path / "archive of a paper")  # whatever its name


@pytest.fixture
def kept(address):
    """An archive of one batch."""
    batch(TOLL.format(14), QUAKE.format(80)).add(address, batch="monday")
    return address


def change(address, statement, *parameters):
    with sqlite3.connect(address) as connection:
        connection.execute(statement, parameters)
    connection.close()


def columns(frame, *names):
    return frame.sort_values("id")[list(names or frame.columns)].to_dict("records")


def test_what_comes_back_is_what_was_added(kept):
    same = batch(TOLL.format(14) + " ", QUAKE.format(80) + " ", outlet="ledger.example").related(kept)
    first = batch(TOLL.format(14), QUAKE.format(80))
    validate(CLAIMS, same.claims)
    validate(DOCUMENTS, same.documents)
    pd.testing.assert_frame_equal(
        same.claims.sort_values("id", ignore_index=True), first.claims.sort_values("id", ignore_index=True)
    )
    names = ("id", "path", "outlet", "published", "published_from", "language")
    assert columns(same.documents, *names) == columns(first.documents, *names)


def test_adding_twice_changes_nothing(kept):
    before = archive.listed(kept).batches
    again = batch(TOLL.format(14), QUAKE.format(80)).add(kept, batch="monday")
    assert (again.documents, again.known) == (0, 2)
    pd.testing.assert_frame_equal(archive.listed(kept).batches, before)
    assert archive.verify(kept) == []


def test_a_batch_grows_by_what_is_added_under_its_name(kept):
    grown = batch(TOLL.format(14), TOLL.format(15)).add(kept, batch="monday")
    assert (grown.documents, grown.known) == (1, 1)
    assert archive.listed(kept).batches["documents"].tolist() == [3]


def test_a_batch_without_a_name_gets_one_that_follows_from_its_content(address):
    names = [batch(*texts).add(address).batch for texts in (["a 5% rise"], ["a 5% rise"], ["a 6% rise"])]
    assert names[0] == names[1] != names[2]
    assert all(re.fullmatch("[0-9a-f]{12}", name) for name in names)


def test_a_document_of_two_batches_goes_with_the_last(kept):
    batch(TOLL.format(14)).add(kept, batch="tuesday")
    assert archive.remove(kept, "monday") == archive.Removed(batches=1, documents=1)
    assert batch(TOLL.format(17)).found(kept) == ["14", "Monday"]
    archive.remove(kept, "tuesday")
    assert batch(TOLL.format(17)).found(kept) == []


@pytest.mark.parametrize("name", ["https://harbour.example/fire", "text-1"])
def test_a_withdrawn_article_goes_in_every_version(address, name):
    for day, count in enumerate((14, 17), 4):
        batch(TOLL.format(count), published=f"2025-03-0{day}", url="https://harbour.example/fire").add(address)
    assert archive.remove(address, name).documents == 2
    assert archive.listed(address).batches.empty
    assert archive.verify(address) == []


def test_only_the_article_that_is_named_is_removed(address):
    for name in ("fire", "quake"):
        batch(TOLL.format(len(name)), url=f"https://harbour.example/{name}").add(address, batch=name)
    assert archive.remove(address, "https://harbour.example/fire").documents == 1
    assert archive.listed(address).batches["name"].tolist() == ["quake"]


def test_what_is_not_there_is_not_removed(kept):
    with pytest.raises(archive.ArchiveError, match="no batch, id, address or path 'sunday'"):
        archive.remove(kept, "sunday")


def test_spans_only_keeps_no_sentence(address):
    batch(TOLL.format(14)).add(address, spans_only=True)
    claims = batch(TOLL.format(17)).related(address).claims
    assert claims["sentence"].tolist() == claims["text"].tolist() == ["14", "Monday"]
    assert b"ferry fire killed" not in Path(address).read_bytes()


HOSTILE = ["a\0b", "half \ud800 of a pair", "'; DROP TABLE claims; --", "\u202e5", "😀"]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_kept(address, text):
    one = batch(TOLL.format(14))
    hostile = one.claims.assign(speaker=text.replace("\ud800", "?"), entities=[[text]] * len(one.claims))
    archive.add(address, one.documents, hostile, one.keys)
    assert archive.verify(address) == []
    back = batch(TOLL.format(17)).related(address).claims
    assert back["entities"].tolist() == [[text]] * len(back)
    assert back["speaker"].tolist() == [text.replace("\0", "\ufffd").replace("\ud800", "?")] * len(back)


def test_export_is_parquet_of_documents_and_claims(kept, tmp_path):
    assert archive.export(kept, tmp_path / "out") == {"documents.parquet": 2, "claims.parquet": 4}
    documents, claims = (pd.read_parquet(tmp_path / "out" / f"{name}.parquet") for name in ("documents", "claims"))
    assert documents["batches"].map(list).tolist() == [["monday"]] * 2
    assert list(claims.columns) == [column.name for column in CLAIMS]
    assert sorted(claims["text"]) == ["14", "80", "Monday", "Sunday"]


def test_one_line_of_pandas_reads_it(kept):
    connection = sqlite3.connect(kept)
    assert len(pd.read_sql("SELECT * FROM claims", connection)) == 4
    connection.close()


def test_compact_gives_space_back(address, tmp_path):
    for number in range(8):
        batch(TOLL.format(number + 100) * 40).add(address, batch=str(number))
    size = (tmp_path / address).stat().st_size
    for number in range(7):
        archive.remove(address, str(number))
    archive.compact(address)
    assert (tmp_path / address).stat().st_size < size / 2
    assert archive.verify(address) == []


# What was changed behind the archive's back, and a word of what is told of it.
CHANGES = [
    ("UPDATE claims SET low = 99 WHERE text = '14'", "not what was written"),
    ("UPDATE claims SET sentence = 'x' WHERE text = '14'", "not what was written"),
    ("UPDATE documents SET outlet = 'x'", "not what was written"),
    ("DELETE FROM claims WHERE text = '14'", "not what was written"),
    ("DELETE FROM keys", "not found by all of its keys"),
    ("DELETE FROM members WHERE document = 1", "are not those that were added"),
    ("DELETE FROM documents WHERE number = 1", "documents that are not there"),
    ("UPDATE batches SET name = 'x'", "are not those that were added"),
]


@pytest.mark.parametrize(("statement", "word"), CHANGES)
def test_verify_tells_what_was_changed(kept, statement, word):
    change(kept, statement)
    assert word in "\n".join(archive.verify(kept))


def test_a_changed_claim_is_no_witness(kept):
    change(kept, "UPDATE claims SET low = 17, high = 17 WHERE text = '14'")
    with pytest.raises(archive.DamagedError, match="is damaged"):
        batch(TOLL.format(17)).related(kept)


def test_columns_of_an_archive_change_with_its_version():
    """Whoever changes the columns of claims changes the version: an archive of the old ones must be refused."""
    names = " ".join(f"{column.name}:{column.dtype}" for column in CLAIMS)
    assert (VERSION, len(CLAIMS), len(names)) == (2, 47, 611)


def test_the_list_of_one_document_does_not_speak_of_documents(address, capsysbinary):
    batch(TOLL.format(14)).add(address, batch="monday")
    assert main(["archive", "list", "--archive", address]) == 0
    told = capsysbinary.readouterr().out.decode()
    assert told.startswith("monday  1 document  ")
