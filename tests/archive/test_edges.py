"""What seldom happens: nothing to add, nothing to say, places that cannot be read, and libraries that are not there."""

import importlib.util
import sqlite3
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import NoResultFound, ProgrammingError

from checker import archive
from checker.archive import cells, marks, opening
from checker.archive.chunks import chunks
from checker.archive.opening import Address, address, alone, reading
from checker.cli import main
from tests.archive.batches import TOLL, batch


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path / "archive.db"


@pytest.fixture
def kept(place):
    batch(TOLL.format(14)).add(place, batch="monday")
    return place


def test_a_document_without_claims_is_in_its_batch(place):
    added = batch("Nothing is told here.").add(place, batch="monday")
    assert (added.documents, added.claims) == (1, 0)
    assert archive.listed(str(place)).batches["documents"].tolist() == [1]
    assert archive.verify(str(place)) == []


def test_a_batch_is_found_by_its_very_name(kept):
    for name, count in (("april", 17), ("tuesday", 18)):
        assert batch(TOLL.format(count)).add(kept, batch=name).documents == 1
    assert archive.listed(str(kept)).batches["name"].tolist() == ["monday", "april", "tuesday"]


def test_long_lists_are_cut_without_losing_or_doubling_anything():
    parts = [list(part) for part in chunks(range(1_203))]
    assert [len(part) for part in parts] == [500, 500, 203]
    assert [number for part in parts for number in part] == list(range(1_203))
    assert [list(part) for part in chunks([])] == []


def test_only_what_no_database_takes_is_replaced():
    assert cells.text("a\0b\ud800\udfffc") == "a\ufffdb\ufffd\ufffdc"
    assert cells.text("\ud7ff\ue000\x01") == "\ud7ff\ue000\x01"


def test_an_empty_batch_makes_an_archive_without_batches(place):
    nothing = batch(TOLL.format(14))
    added = archive.add(str(place), nothing.documents[:0], nothing.claims[:0], nothing.keys[:0])
    assert (added.documents, added.known, added.claims) == (0, 0, 0)
    assert archive.listed(str(place)).batches.empty
    archive.check(str(place))


def test_documents_that_are_gone_while_their_keys_are_not_are_told(kept):
    with sqlite3.connect(kept) as connection:
        connection.execute("DELETE FROM documents")
    connection.close()
    with pytest.raises(archive.DamagedError, match="documents are missing"):
        batch(TOLL.format(17), outlet="ledger.example").related(kept)


def test_a_folder_that_cannot_be_written_is_told(kept, tmp_path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(archive.DamagedError, match="out: cannot be written: file exists"):
        archive.export(str(kept), tmp_path / "out")


def test_a_link_that_leads_to_itself_cannot_be_read(place):
    place.symlink_to(place)
    with pytest.raises(archive.DamagedError, match=r"archive\.db: cannot be read: too many levels"):
        archive.check(str(place))


def test_a_fault_of_ours_is_no_damage(kept):
    with pytest.raises(ProgrammingError), reading(address(str(kept))) as connection:
        connection.exec_driver_sql("SELECT ?", ())  # a value too few


def test_a_name_that_is_no_text_is_damage(kept):
    kept.write_bytes(kept.read_bytes().replace(b"CREATE TABLE checker_archive", b"CREATE TABLE checker_archiv\xd7"))
    with pytest.raises(archive.DamagedError, match=r"archive\.db: is damaged"):
        archive.verify(str(kept))
    with pytest.raises(archive.DamagedError, match=r"archive\.db: is damaged"):
        batch(TOLL.format(17)).related(kept)


def test_a_cell_that_is_bytes_is_damage(kept):
    with sqlite3.connect(kept) as database:
        (table,) = database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%claim%'"
        ).fetchone()
        database.execute(f"UPDATE {table} SET text = CAST(text AS BLOB)")  # noqa: S608 - a name of our own
    assert archive.verify(str(kept))
    with pytest.raises(archive.DamagedError, match="is damaged"):
        batch(TOLL.format(17)).related(kept)


def test_a_key_that_is_no_number_is_damage(kept):
    with sqlite3.connect(kept) as database:
        database.execute("UPDATE keys SET document = CAST(x'00' AS BLOB)")
    assert archive.verify(str(kept))
    with pytest.raises(archive.DamagedError, match="is damaged"):
        batch(TOLL.format(17)).related(kept)


def test_a_document_of_no_batch_is_damage(kept):
    with sqlite3.connect(kept) as database:
        database.execute("DELETE FROM members")
    with pytest.raises(archive.DamagedError, match="of no batch"):
        batch(TOLL.format(17)).related(kept)


def test_a_row_that_is_not_found_by_its_number_is_damage(kept, monkeypatch):
    def lost(*_):
        raise NoResultFound

    monkeypatch.setattr("checker.archive.verifying.reckoned", lost)  # as where an index and its table differ
    with pytest.raises(archive.DamagedError, match="is not found"):
        archive.verify(str(kept))


def test_a_checksum_that_is_bytes_is_damage(kept):
    with sqlite3.connect(kept) as database:
        database.execute("UPDATE documents SET checksum = CAST(checksum AS BLOB)")
    with pytest.raises(archive.DamagedError, match="another kind"):
        archive.verify(str(kept))


def test_a_fault_of_ours_is_not_told_as_damage(kept, monkeypatch):
    def faulty(*_):
        raise TypeError

    monkeypatch.setattr("checker.archive.witnesses._own", faulty)
    with pytest.raises(TypeError):
        batch(TOLL.format(17)).related(kept)


def test_a_file_that_is_refused_on_opening_is_closed_again(place, monkeypatch):
    closed = []

    class Refused:
        def execute(self, _):
            raise sqlite3.DatabaseError("file is not a database")

        def close(self):
            closed.append(self)

    monkeypatch.setattr(opening.sqlite3, "connect", lambda *_, **__: Refused())
    with pytest.raises(archive.DamagedError, match="is damaged"), alone(address(str(place))):
        pass
    assert len(closed) == 1


def test_a_server_without_its_driver_is_told(monkeypatch):
    def absent(*_, **__):
        raise ImportError("No module named 'psycopg'")

    monkeypatch.setattr(opening, "create_engine", absent)
    with pytest.raises(archive.ArchiveError, match=r"install checker\[postgres\]"):
        archive.listed("postgresql://host/database")


def without_locks(monkeypatch):
    """The marks as a system without `fcntl` loads them."""
    monkeypatch.setitem(sys.modules, "fcntl", None)
    spec = importlib.util.spec_from_file_location("marks_without_locks", marks.__file__)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def test_without_locks_there_are_no_marks(place, monkeypatch):
    bare = without_locks(monkeypatch)
    with bare.at_work(place) as mark:
        assert mark is None
    assert bare.left_behind(place) is None
    assert not list(place.parent.iterdir())


def test_a_server_has_no_marks():
    with marks.at_work(None) as mark:
        assert mark is None
    assert marks.left_behind(None) is None


def test_a_mark_that_cannot_be_made_is_told(place):
    lost = place.parent / "no" / "such.db"
    with pytest.raises(archive.DamagedError, match="cannot be written: no such file"), marks.at_work(lost):
        pass


MARKS = {
    "nothing": (b"", None),
    "a mark": (b'["monday", "abc"]', ("monday", "abc")),
    "half a mark": (b'["monday"', None),
    "one word": (b'["monday"]', None),
    "numbers": (b"[1, 2]", None),
    "a table": (b'{"a": "b", "c": "d"}', None),
    "no text": (b"\xff\xfe", None),
    "depths": (b"[" * 4096, None),
    "longer than any mark": (b'["' + b"a" * 5000 + b'", "b"]', None),
}


@pytest.mark.parametrize(("content", "told"), MARKS.values(), ids=MARKS)
def test_what_a_writer_left_behind_is_read_or_passed_over(place, content, told):
    Path(f"{place}-adding").write_bytes(content)
    assert marks.left_behind(place) == told


def test_an_address_without_a_file_is_there_until_it_is_asked():
    assert Address("postgresql://host/database", None).is_there
    assert not Address("nothing", Path("nothing-of-that-name")).is_there


# Words after `archive` on an archive of one batch -> exit code, a word of what is said.
SAID = {
    "add new.txt empty.txt": (3, "not read: empty.txt: "),
    "add empty.txt": (3, "nothing was read; nothing is added"),
    "add new.txt --batch tuesday": (0, "batch tuesday: 1 document added, 2 claims; known: 0"),
    "add old.txt --batch monday": (0, "batch monday: 0 documents added, 0 claims; known: 1"),
    "compact": (0, "archive.db: compacted"),
    "verify": (0, "archive.db: everything is as it was written"),
    "export out": (0, "claims.parquet: 2 rows"),
    "remove monday": (0, "monday: 1 document removed, and the batch"),
}


@pytest.mark.parametrize("words", SAID)
def test_what_the_verbs_say(place, capsys, words):
    for name, text in (("old", TOLL.format(14)), ("new", TOLL.format(17)), ("empty", "")):
        Path(f"{name}.txt").write_text(text, encoding="utf-8")
    assert main(["archive", "add", "old.txt", "--archive", place.name, "--batch", "monday"]) == 0
    code, word = SAID[words]
    assert main(["archive", *words.split(), "--archive", place.name]) == code
    assert word in capsys.readouterr().err


def test_what_is_passed_over_is_not_told_as_unread(place, capsys):
    folder = place.parent / "new"
    folder.mkdir()
    (folder / "new.txt").write_text(TOLL.format(17), encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert main(["archive", "add", "new", "--archive", place.name]) == 0
    said = capsys.readouterr().err
    assert "picture.png" not in said
    assert "1 document added" in said


@pytest.mark.usefixtures("place")
def test_a_batch_needs_a_name_that_can_be_seen(capsys):
    Path("new.txt").write_text(TOLL.format(17), encoding="utf-8")
    assert main(["archive", "add", "new.txt", "--archive", "archive.db", "--batch", " "]) == 2
    assert "the name of the batch is empty" in capsys.readouterr().err
