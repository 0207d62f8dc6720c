"""From a path to bytes: a regular file, opened once, checked before and after."""

import os
import stat
import sys

from checker.reading.decoding import UnreadableError
from checker.reading.walking import STANDARD_INPUT, Place
from checker.settings import MOST_MEGABYTES

MOST_BYTES = MOST_MEGABYTES << 20
# Where the system has them: no link is followed inside a walk, no pipe is waited for, no child inherits the file.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def load(place: Place, most_bytes: int = MOST_BYTES) -> bytes:
    """The bytes of a file, or of standard input.

    Raises:
        UnreadableError: it vanished, may not be read, is no regular file, is too big, or changed meanwhile.

    """
    try:
        return _standard_input(most_bytes) if place.path == STANDARD_INPUT else _file(place, most_bytes)
    except OSError as error:
        raise UnreadableError(f"cannot be read: {(error.strerror or type(error).__name__).lower()}") from error


def _standard_input(most_bytes: int) -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise UnreadableError("there is no standard input")
    content: bytes = sys.stdin.buffer.read(most_bytes + 1)
    if len(content) > most_bytes:
        raise UnreadableError(_too_big("more than ", most_bytes, most_bytes))
    return content


def _file(place: Place, most_bytes: int) -> bytes:
    descriptor = os.open(place.path, _FLAGS | (0 if place.is_named else _NO_LINK))
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        _check(status, most_bytes)
        content = file.read(most_bytes + 1)
    if len(content) != status.st_size:
        raise UnreadableError("changed while it was read: run again")
    return content


def _check(status: os.stat_result, most_bytes: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("not a regular file")
    if status.st_size > most_bytes:
        raise UnreadableError(_too_big("", status.st_size, most_bytes))


def _too_big(more: str, size: int, most_bytes: int) -> str:
    most = most_bytes >> 20
    return f"{more}{size >> 20} MB: files above {most} MB are not read; split it, or raise `max-megabytes`"
