"""Starts the child that reads a PDF, waits no longer than it may take, and hands on what it found."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from checker.reading.decoding import UnreadableError

SECONDS = 120  # on the clock, wherever the system cannot limit the processor's time
_CHILD = Path(__file__).with_name("child.py")
_MISSING = 'reading PDF needs pypdf: pip install "checker[pdf]"'
_TOO_LONG = f"reading it took more than {SECONDS} seconds: split it, or save its text"
_KILLED = "reading it took more time or memory than is allowed: split it, or save its text"
_DAMAGED = "damaged: open it and print it to a new PDF, or save its text"
# What the child says -> what is told.
_FAULTS = {
    "encrypted": "encrypted: save it without a password",
    "memory": _KILLED,
}


def taken_out(content: bytes) -> dict[str, Any]:
    """What the child found, as `checker.reading.pdf.child.read` gives it.

    Raises:
        UnreadableError: it could not be read, and why.

    """
    if find_spec("pypdf") is None:
        raise UnreadableError(_MISSING)
    told = json.loads(_output(content))
    if told["fault"]:
        raise UnreadableError(_FAULTS.get(told["fault"], f"{_DAMAGED} ({told['fault']})"))
    found: dict[str, Any] = told
    return found


def _output(content: bytes) -> bytes:
    """What the child wrote. It never outlives this call, whatever ends it."""
    # -P: nothing is imported from the folder of the script; -B: nothing is written beside it.
    command = [sys.executable, "-P", "-B", str(_CHILD)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as child:  # noqa: S603 - our own script
        try:
            output, _ = child.communicate(content, SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            raise UnreadableError(_TOO_LONG) from None
        except BaseException:  # Ctrl-C among them, behind which nothing else would wait for it
            child.kill()
            child.wait()
            raise
    if child.returncode or not output:
        raise UnreadableError(_KILLED)
    return output
