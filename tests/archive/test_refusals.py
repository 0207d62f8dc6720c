"""What is no archive, or none that can be read, is told; nothing is made or changed by it."""

import os
import sqlite3

import pytest

from checker import archive
from checker.archive.schema import VERSION
from checker.cli import main
from tests.archive.batches import TOLL, batch


@pytest.fixture
def address(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new.txt").write_text(TOLL.format(17), encoding="utf-8")
    return tmp_path / "archive.db"


def foreign(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE prices (day, price)")
    connection.commit()
    connection.close()


def of_version(number):
    def make(path):
        batch(TOLL.format(14)).add(path)
        connection = sqlite3.connect(path)
        connection.execute("UPDATE checker_archive SET version = ?", [number])
        connection.commit()
        connection.close()

    return make


def cut_off(path):
    batch(TOLL.format(14)).add(path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def scribbled(path):
    batch(*(TOLL.format(number) for number in range(10, 60))).add(path)
    with path.open("r+b") as file:
        for page in range(1, 40):
            file.seek(page * 4096)
            file.write(os.urandom(2048))


# What is at the address -> the exit code, and a word of what is said.
REFUSALS = {
    "nothing": (lambda _: None, 2, "`checker archive add` makes it"),
    "a text": (lambda path: path.write_text("5% of all"), 2, "no archive"),
    "a folder": (lambda path: path.mkdir(), 2, "no regular file"),
    "another database": (foreign, 2, "no archive of checker"),
    "an empty file": (lambda path: path.write_bytes(b""), 2, "no archive of checker"),
    "a later version": (
        of_version(VERSION + 1),
        2,
        f"an archive of version {VERSION + 1}; this checker reads version {VERSION}",
    ),
    "an earlier version": (
        of_version(VERSION - 1),
        2,
        f"an archive of version {VERSION - 1}; this checker reads version {VERSION}",
    ),
    "the first half": (cut_off, 3, "is damaged"),
    "scribbled pages": (scribbled, 3, "is damaged"),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_a_gate_that_cannot_read_its_archive_does_not_pass(address, capsys, name):
    make, code, word = REFUSALS[name]
    make(address)
    assert main(["gate", "new.txt", "--archive", "archive.db"]) == code
    assert word in capsys.readouterr().err


@pytest.mark.parametrize("name", [name for name in REFUSALS if name not in ("nothing", "an empty file")])
def test_nothing_is_added_to_what_is_no_archive(address, capsys, name):
    make, code, word = REFUSALS[name]
    make(address)
    if name in ("the first half", "scribbled pages"):
        return  # what SQLite does not look at it may add to; `verify` tells
    before = address.read_bytes() if address.is_file() else None
    assert main(["archive", "add", "new.txt", "--archive", "archive.db"]) == code
    assert word in capsys.readouterr().err
    assert (address.read_bytes() if address.is_file() else None) == before


@pytest.mark.parametrize("verb", ["list", "verify", "compact", "remove x", "export out"])
def test_only_add_makes_an_archive(address, capsys, verb):
    assert main(["archive", *verb.split(), "--archive", "archive.db"]) == 2
    assert "`checker archive add` makes it" in capsys.readouterr().err
    assert not address.exists()


# Words after `archive` -> a word of what is wrong.
MISUSED = {
    "nonsense --archive a": "the action is one of",
    "list": "give --archive ADDRESS",
    "add --archive a": "give a PATH",
    "add missing --archive a": "no such file",
    "remove --archive a": "give BATCH",
    "export --archive a": "give FOLDER",
    "export a b --archive a": "give FOLDER",
    "list x --archive a": "give no PATH",
    "list --archive a --batch x": "are of `archive add`",
    "verify --archive a --spans-only": "are of `archive add`",
    "list --archive mysql://host/db": "an archive is a file, or postgresql://",
    "list --archive sqlite:///a.db": "an archive is a file, or postgresql://",
}


@pytest.mark.usefixtures("address")
@pytest.mark.parametrize("words", MISUSED)
def test_misuse_is_told(capsys, words):
    assert main(["archive", *words.split()]) == 2
    assert MISUSED[words] in capsys.readouterr().err


def test_verify_of_a_damaged_archive_is_3(address, capsys):
    scribbled(address)
    assert main(["archive", "verify", "--archive", "archive.db"]) == 3
    assert "damaged" in capsys.readouterr().err


@pytest.mark.parametrize("given", ["postgresql://me:hush@host:port/db", "postgresql://host/\udcff"])
def test_an_address_that_cannot_be_read_is_told_by_its_scheme_alone(given):
    with pytest.raises(archive.ArchiveError) as told:
        archive.listed(given)
    assert str(told.value) == "postgresql://…: cannot be read as the address of an archive"


def test_a_password_is_not_told():
    with pytest.raises((archive.ArchiveError, archive.DamagedError)) as told:
        archive.listed("postgresql://me:hush@127.0.0.1:1/none")
    assert "hush" not in str(told.value)


@pytest.mark.usefixtures("address")
def test_a_folder_that_is_not_there(capsys):
    assert main(["archive", "add", "new.txt", "--archive", "no/such/folder.db"]) == 3
    assert "cannot be" in capsys.readouterr().err
