"""Settings of all tests: the same examples on every run, and none fails for being slow on a busy machine.

`pytest --hypothesis-profile=default` looks for new examples instead.
"""

import io
import signal
import sys

import pytest
from hypothesis import settings

from checker import cli

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

# In the background of a shell interrupts are ignored, and so they would be by every child that a test starts.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def run(here, capsys):
    """The command line in the folder `here`, which the module of the test makes: exit code and both outputs."""
    assert here.is_dir()

    def call(*words):
        code = cli.main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def given_input(monkeypatch):
    """Puts bytes on standard input."""

    def give(content):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return give
