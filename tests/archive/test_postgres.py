"""The same archive on PostgreSQL, on a server that the tests start themselves."""

import getpass
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from checker import archive
from tests.archive.batches import QUAKE, TOLL, batch

FIRE = "https://harbour.example/fire"


def programs():
    """The folder of the server's programs."""
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return next((folder for folder in reversed(folders) if (folder / "initdb").exists()), None)


@pytest.fixture(scope="module")
def server():
    """The address of a server without its database; it refuses to run as root."""
    pytest.importorskip("psycopg", reason="psycopg is not installed: checker[postgres]")
    folder, user = programs(), "postgres" if os.getuid() == 0 else getpass.getuser()
    if folder is None:
        pytest.skip("no PostgreSQL on this machine")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = Path(tempfile.mkdtemp())
    if os.getuid() == 0:
        shutil.chown(home, user)

    def run(program, *words):
        command = [str(folder / program), *map(str, words)]
        subprocess.run(
            command, check=True, cwd=home, user=user if os.getuid() == 0 else None, stdout=subprocess.DEVNULL
        )

    try:
        run("initdb", "-D", home / "data", "-A", "trust", "-U", "checker", "-E", "UTF8")
        settings = f"-p {port} -k {home} -c listen_addresses=127.0.0.1 -c fsync=off"
        run("pg_ctl", "-D", home / "data", "-o", settings, "-w", "-l", home / "log", "start")
        yield f"postgresql://checker@127.0.0.1:{port}"
        run("pg_ctl", "-D", home / "data", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(home)


@pytest.fixture
def address(server, request):
    """A database of its own."""
    import psycopg

    name = request.node.name.removeprefix("test_")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server}/{name}"


def test_what_is_added_is_found_listed_verified_and_removed(address, tmp_path):
    batch(TOLL.format(14), QUAKE.format(80)).add(address, batch="monday")
    assert batch(TOLL.format(14)).add(address, batch="monday").known == 1
    assert batch(TOLL.format(17)).found(address) == ["14", "Monday"]
    assert batch(TOLL.format(14)).found(address) == []
    assert archive.listed(address).batches["documents"].tolist() == [2]
    assert archive.verify(address) == []
    archive.compact(address)
    assert archive.export(address, tmp_path) == {"documents.parquet": 2, "claims.parquet": 4}
    assert archive.remove(address, "monday").documents == 2
    assert archive.listed(address).batches.empty


def test_it_says_the_same_as_a_file(address, tmp_path):
    for where in (address, str(tmp_path / "archive.db")):
        for number in range(14, 20):
            batch(TOLL.format(number), outlet=f"paper{number}.example").add(where, batch=str(number))
    one, other = (batch(TOLL.format(99)).related(where) for where in (address, str(tmp_path / "archive.db")))
    assert one.claims.to_csv() == other.claims.to_csv()
    assert one.documents.to_csv() == other.documents.to_csv()


def test_the_newest_version_is_the_witness(address):
    for day, count in enumerate((14, 15), 4):
        batch(TOLL.format(count), published=f"2025-03-0{day}", url=FIRE).add(address)
    assert batch(TOLL.format(17), outlet="ledger.example").found(address) == ["15", "Monday"]


def test_an_empty_database_is_no_archive(address):
    with pytest.raises(archive.ArchiveError, match="no archive of checker"):
        batch(TOLL.format(17)).related(address)


def test_any_text_is_kept(address):
    one = batch(TOLL.format(14))
    hostile = one.claims.assign(speaker="a\0b", entities=[["half \ud800 of a pair"]] * len(one.claims))
    archive.add(address, one.documents, hostile, one.keys)
    assert archive.verify(address) == []


def test_many_writers_queue(address):
    code = (
        "import sys; from tests.archive.batches import TOLL, batch; n = int(sys.argv[2]);"
        "batch(TOLL.format(n)).add(sys.argv[1], batch=str(n))"
    )
    root = Path(__file__).parent.parent.parent
    writers = [subprocess.Popen([sys.executable, "-c", code, address, str(n)], cwd=root) for n in range(101, 103)]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert sorted(archive.listed(address).batches["name"]) == ["101", "102"]
    assert archive.verify(address) == []
