"""Where a report goes: standard output, or a file that is either the old one or the whole new one."""

import contextlib
import os
import re
import secrets
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

_PIECE = 32_768  # bytes: less than a pipe holds


def to_standard_output(content: str | bytes) -> None:
    """Write all of it as UTF-8, whatever the locale, and see it out.

    Raises:
        OSError: the reader went away, or the disk is full.

    """
    sys.stdout.flush()
    written = memoryview(as_bytes(content))
    for start in range(0, len(written), _PIECE):  # of one long write, Python may not tell that the reader went away
        sys.stdout.buffer.write(written[start : start + _PIECE])
        sys.stdout.buffer.flush()


def to_file(content: str | bytes, path: Path) -> None:
    """Write a file beside its place, see it onto the disk, then move it there; a link is followed.

    What is no regular file (a pipe, a terminal) is written to as it is.

    Raises:
        OSError: it cannot be written; what stood there before still does.

    """
    place = Path(os.path.realpath(path))
    if place.exists() and not stat.S_ISREG(place.stat().st_mode):
        with place.open("wb") as file:
            file.write(as_bytes(content))
        return
    draft = place.with_name(f".checker-{secrets.token_hex(8)}.draft")
    try:
        _write(draft, as_bytes(content))
        draft.replace(place)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise


def say(*lines: str) -> None:
    """Lines for the person at the terminal, on standard error; one that went away does not stop the run."""
    say_safe(map(safe, lines))


def say_safe(lines: Iterable[str]) -> None:
    """As `say`, of lines that have been through `safe`."""
    with contextlib.suppress(OSError):
        for line in lines:
            sys.stderr.write(f"{line}\n")
        sys.stderr.flush()


def safe(line: str) -> str:
    """Words of files and articles as the terminal may show them; blanks that set columns stay."""
    try:
        from checker.rendering.escape import terminal
    except ImportError:  # a broken installation; telling so must not fail as well
        return ascii(line)
    pieces = re.split("( {2,})", line)
    return "".join(piece if piece.isspace() else terminal(piece) for piece in pieces).rstrip()


def silence_standard_output() -> None:
    """After its reader went away: what is left in the buffer goes nowhere, and nothing is said about it at the end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _write(draft: Path, content: bytes) -> None:
    with draft.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def as_bytes(content: str | bytes) -> bytes:
    """Text as UTF-8; what UTF-8 cannot hold is written out."""
    return content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
