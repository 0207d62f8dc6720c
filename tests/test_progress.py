"""The bar: on a terminal, after two seconds, on standard error; and nowhere else."""

import io
from types import SimpleNamespace

import pytest

from checker import progress as module
from checker.progress import is_wanted, progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    stderr = Terminal()
    monkeypatch.setattr(module, "sys", SimpleNamespace(stderr=stderr))  # pytest puts back its own into the real one
    return stderr


@pytest.fixture
def clock(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    return now


def test_a_bar_is_wanted_on_a_terminal(terminal):
    assert terminal.isatty()
    assert is_wanted()


UNWANTED = {"in CI": ("CI", "true"), "where the cursor does not move": ("TERM", "dumb")}


@pytest.mark.parametrize(("name", "value"), UNWANTED.values(), ids=UNWANTED)
def test_no_bar(terminal, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    assert not is_wanted()
    with progress() as told:
        assert told is None
    assert terminal.getvalue() == ""


@pytest.mark.parametrize("stream", [io.StringIO(), None], ids=["a file", "none"])
def test_no_bar_without_a_terminal(monkeypatch, stream):
    monkeypatch.setattr(module, "sys", SimpleNamespace(stderr=stream))
    assert not is_wanted()


def test_nothing_is_drawn_of_what_is_quick(terminal, clock):
    with progress() as told:
        for done in range(1, 100):
            told("reading", done, 99)
        clock[0] += 1.9
        told("judging", 0, 0)
    assert terminal.getvalue() == ""


def test_a_bar_is_drawn_after_two_seconds_and_taken_away(terminal, clock, capsys):
    with progress() as told:
        told("reading", 1, 500)
        clock[0] += 2.1
        told("reading", 2, 500)
        clock[0] += 0.2
        told("reading", 250, 500)
        told("matching", 0, 0)
    drawn = terminal.getvalue()
    assert "reading" in drawn
    assert "/500" in drawn
    assert drawn.rstrip("\r\n").endswith(("\x1b[2K", "\x1b[?25h", "\x1b[1A\x1b[2K"))
    assert capsys.readouterr().out == ""


def test_a_bar_is_taken_away_when_the_run_breaks(terminal, clock):
    def run():
        with progress() as told:
            clock[0] += 3
            told("reading", 1, 9)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run()
    assert "\x1b[?25h" in terminal.getvalue()  # the cursor is shown again
