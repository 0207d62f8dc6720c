"""A writer that is killed loses at most its own batch, and the next run says so; writers wait for each other."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from checker import archive
from tests.archive.batches import TOLL, batch

# A writer that stops for ever at a point of its work: the name of a function of checker.archive.adding.
WRITER = """
import sys, time
from checker.archive import adding
from tests.archive.batches import TOLL, batch

address, point = sys.argv[1:]
whole = getattr(adding, point)

def stops(*given):
    found = whole(*given)
    print("there", flush=True)
    time.sleep(60)
    return found

setattr(adding, point, stops)
batch(*(TOLL.format(number) for number in range(200, 230))).add(address, batch="tuesday")
"""
ROOT = Path(__file__).parent.parent.parent


def killed_at(point, address):
    """A writer killed with SIGKILL when it has done what the function of that name does."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(address), point], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout.readline() == "there\n"
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()


@pytest.fixture
def address(tmp_path):
    return str(tmp_path / "archive.db")


@pytest.mark.parametrize("point", ["_known", "find_by_keys"])
def test_a_writer_killed_at_any_moment_loses_only_its_batch(address, point):
    batch(TOLL.format(14)).add(address, batch="monday")
    killed_at(point, address)
    assert archive.verify(address) == []
    assert archive.listed(address).batches["name"].tolist() == ["monday"]
    assert batch(TOLL.format(17)).found(address) == ["14", "Monday"]


def test_the_next_run_says_what_was_lost_once(address):
    batch(TOLL.format(14)).add(address, batch="monday")
    killed_at("settle", address)
    assert archive.listed(address).lost == "tuesday"
    assert batch(TOLL.format(17)).related(address).lost == "tuesday"
    assert batch(TOLL.format(15)).add(address).lost == "tuesday"
    assert batch(TOLL.format(16)).add(address).lost is None
    assert archive.listed(address).lost is None


def test_a_first_batch_that_was_cut_off_leaves_room_for_the_next(address):
    killed_at("settle", address)
    assert batch(TOLL.format(14)).add(address).lost == "tuesday"
    assert archive.verify(address) == []


def test_a_batch_that_was_kept_is_not_told_as_lost(address):
    """Killed after its transaction: the mark is left behind, and the batch is there."""
    killed_at("_added", address)
    mark = Path(f"{address}-adding").read_bytes()
    batch(*(TOLL.format(number) for number in range(200, 230))).add(address, batch="tuesday")
    Path(f"{address}-adding").write_bytes(mark)
    assert mark
    assert archive.listed(address).lost is None


def test_a_mark_that_a_writer_holds_is_no_loss(address):
    batch(TOLL.format(14)).add(address)
    from checker.archive import marks
    from checker.archive.opening import address as place

    with marks.at_work(place(address).file) as mark:
        mark.set("wednesday", "no such document")
        assert archive.listed(address).lost is None


@pytest.mark.parametrize("content", [b"{", b"[1, 2]", b"[]", b"\xff", b"[" * 5000])
def test_a_mark_that_says_nothing_is_no_loss(address, content):
    batch(TOLL.format(14)).add(address)
    Path(f"{address}-adding").write_bytes(content)
    assert archive.listed(address).lost is None


def test_many_writers_queue(address):
    """Processes, as `archive add` runs: all batches are there, whole."""
    code = "import sys; from tests.archive.batches import TOLL, batch; n = int(sys.argv[2]); batch(TOLL.format(n)).add(sys.argv[1], batch=str(n))"
    writers = [subprocess.Popen([sys.executable, "-c", code, address, str(n)], cwd=ROOT) for n in range(101, 103)]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert sorted(archive.listed(address).batches["name"]) == ["101", "102"]
    assert archive.verify(address) == []


def test_a_reader_sees_one_moment_while_others_write(address):
    batch(TOLL.format(14)).add(address, batch="monday")
    with ThreadPoolExecutor(1) as others:
        adding = others.submit(lambda: [batch(TOLL.format(n)).add(address, batch=str(n)) for n in range(20, 28)])
        seen = []
        while not adding.done():
            seen.append(len(archive.listed(address).batches))
            assert batch(TOLL.format(99)).related(address).lost is None
            time.sleep(0.01)
        adding.result()
    assert seen == sorted(seen)
    assert archive.verify(address) == []


def test_a_folder_that_cannot_be_written_is_read(address, tmp_path):
    batch(TOLL.format(14)).add(address)
    other = batch(TOLL.format(17))
    tmp_path.chmod(0o555)
    try:
        assert other.found(address) == ["14", "Monday"]
    finally:
        tmp_path.chmod(0o755)
