"""Colour: on a terminal alone, and it changes no word."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from checker.colour import coloured, fitted, painted
from checker.rendering import FORMATS
from tests.rendering.story import bridge

ROOT = Path(__file__).parent.parent
TEXT = "{0}, March 4, 2025 ({0}) - A ferry fire killed {1} people in Port Meridian on Monday, police said.\n"
CODES = re.compile(rb"\x1b\[[0-9]*m")


def test_the_words_are_the_same():
    told = FORMATS["text"](bridge()).encode()
    assert CODES.search(painted(told))
    assert CODES.sub(b"", painted(told)) == told


def test_every_colour_ends_on_its_line():
    for line in painted(FORMATS["text"](bridge()).encode()).splitlines():
        assert line.count(b"\x1b[0m") * 2 == line.count(b"\x1b[")


def test_severity_figure_and_reason_are_told_apart():
    line = painted(b'a.md:3:14: error C610 discrepancy (x): y\n        "killed >>14<< people"\n    why: z\n')
    assert b"\x1b[31merror\x1b[0m C610" in line
    assert b">>\x1b[1m14\x1b[0m<<" in line
    assert b"    \x1b[2mwhy: z\x1b[0m" in line


def test_no_other_format_is_coloured(monkeypatch):
    monkeypatch.setattr("checker.colour.is_wanted", lambda: True)
    told = FORMATS["text"](bridge()).encode()
    assert coloured("text", told) == painted(told)
    assert coloured("markdown", told) == told


LINES = [
    ("short lines stay", "a b\n", "a b\n"),
    ("broken at blanks, what follows further in", "    " + "word " * 12, "    " + " ".join(["word"] * 7) + "\n        " + " ".join(["word"] * 5) + "\n"),
    ("a long word keeps its line", "a " + "x" * 50, "a\n    " + "x" * 50 + "\n"),
    ("codes take no room", "\x1b[1m" + "word " * 8 + "\x1b[0m", "\x1b[1m" + " ".join(["word"] * 8) + "\n    \x1b[0m\n"),
    ("signs of East Asia take two columns", "漢字 " * 9, " ".join(["漢字"] * 8) + "\n    漢字\n"),
    ("findings stand apart", "a.txt:1:1: x\n    why: y\nb.txt:1:1: x\nlast", "a.txt:1:1: x\n    why: y\n\nb.txt:1:1: x\nlast\n"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "shown"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_lines_fit_the_terminal(told, shown):
    assert fitted(told.encode(), 40).decode() == shown
    assert fitted(told.encode(), 0).decode() == told


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of the POSIX sort")
@pytest.mark.parametrize("width", [60, 100])
def test_a_terminal_gets_lines_that_fit(tmp_path, width):
    for name, count in (("a", 14), ("b", 17)):
        (tmp_path / f"{name}.txt").write_text(TEXT.format(name.upper(), count))
    shown, written = on_a_terminal(tmp_path, width=width, TERM="xterm")
    bare = CODES.sub(b"", shown).decode()
    assert max(map(len, bare.splitlines())) <= width
    assert bare.split() == written.decode().split()


def on_a_terminal(folder, width=0, **environment):
    """What a terminal gets from the gate, and the file that it writes beside it."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    command = [sys.executable, "-m", "checker", "gate", "a.txt", "b.txt", "--output", "text=out.txt"]
    bare = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TERM", "CI"}}
    told = b""
    with subprocess.Popen(
        command,
        cwd=folder,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        env=bare | {"PYTHONPATH": str(ROOT)} | environment,
    ):
        os.close(theirs)
        while piece := _read(ours):
            told += piece
    os.close(ours)
    return told.replace(b"\r\n", b"\n"), (folder / "out.txt").read_bytes()


def _read(terminal):
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux says so when the other side is closed
        return b""


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of the POSIX sort")
@pytest.mark.parametrize(
    ("environment", "is_coloured"),
    [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({}, False)],
)
def test_a_terminal_is_coloured_and_a_file_is_not(tmp_path, environment, is_coloured):
    for name, count in (("a", 14), ("b", 17)):
        (tmp_path / f"{name}.txt").write_text(TEXT.format(name.upper(), count))
    shown, written = on_a_terminal(tmp_path, **environment)
    assert b"\x1b" not in written
    assert (CODES.search(shown) is not None) is is_coloured
    assert CODES.sub(b"", shown) == written
