"""Exit codes: one function decides, the gravest that holds wins; and each as a shell sees it."""

import itertools
import os
import signal
import subprocess
import sys
import time

import pytest

from checker.exits import Outcome, exit_code

RUN = [sys.executable, "-m", "checker"]

OUTCOMES = {
    "all read, nothing found": (Outcome(), 0),
    "fewer than are let pass": (Outcome(counted=1, allowed=2), 0),
    "as many as are let pass": (Outcome(counted=2, allowed=2), 0),
    "one too many": (Outcome(counted=3, allowed=2), 1),
    "misused": (Outcome(is_misused=True), 2),
    "unread": (Outcome(unread=1), 3),
    "nothing read": (Outcome(read=0), 3),
    "not written": (Outcome(is_broken=True), 3),
    "unread wins over discrepancies": (Outcome(unread=1, counted=5), 3),
    "misuse wins over unread": (Outcome(is_misused=True, read=0), 2),
    "interrupted wins": (Outcome(is_interrupted=True, is_misused=True, is_broken=True), 130),
}


@pytest.mark.parametrize(("outcome", "code"), OUTCOMES.values(), ids=OUTCOMES)
def test_outcomes(outcome, code):
    assert exit_code(outcome) == code


def test_zero_needs_all_to_be_well():
    for interrupted, misused, broken in itertools.product((False, True), repeat=3):
        for unread, read, counted in itertools.product((0, 1), repeat=3):
            code = exit_code(Outcome(interrupted, misused, broken, unread, read, counted))
            is_well = not (interrupted or misused or broken or unread or counted) and bool(read)
            assert (code == 0) is is_well


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The council said on Friday that the bridge is closed.\n")
    return path


def test_a_reader_that_went_away_is_three(article):
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(
        [*RUN, "report", article], check=False, stdout=writing, stderr=subprocess.PIPE, text=True, timeout=60
    )
    os.close(writing)
    assert ran.returncode == 3
    assert "standard output: cannot be written" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert "Exception ignored" not in ran.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")  # noqa: PTH110
@pytest.mark.parametrize("arguments", [["report", "{}"], ["claims", "{}"], ["--help"]])
def test_a_full_disk_is_three(article, arguments):
    with open("/dev/full", "w") as full:  # noqa: PTH123
        ran = subprocess.run(
            [*RUN, *(word.format(article) for word in arguments)],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
        )
    assert ran.returncode == 3
    assert "Traceback" not in ran.stderr


def test_ctrl_c_is_130_within_a_second(tmp_path):
    for number in range(300):
        (tmp_path / f"{number}.txt").write_text(f"The cost rose to ${number} million on Friday.\n" * 300)
    running = subprocess.Popen([*RUN, "report", tmp_path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    time.sleep(1.5)
    running.send_signal(signal.SIGINT)
    began = time.monotonic()
    _, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert time.monotonic() - began < 5  # a second where the machine is not shared
    assert "Traceback" not in said
