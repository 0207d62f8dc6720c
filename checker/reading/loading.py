"""From a path to bytes: a regular file, opened once, checked before and after."""

import os
import stat

from checker.reading.decoding import UnreadableError
from checker.reading.walking import Place

MOST_BYTES = 20 << 20
# Where the system has them: no link is followed inside a walk, no pipe is waited for, no child inherits the file.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def load(place: Place) -> bytes:
    """The bytes of a file.

    Raises:
        UnreadableError: it vanished, may not be read, is no regular file, is too big, or changed meanwhile.

    """
    try:
        descriptor = os.open(place.path, _FLAGS | (0 if place.is_named else _NO_LINK))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            _check(status)
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableError(f"cannot be read: {(error.strerror or type(error).__name__).lower()}") from error
    if len(content) != status.st_size:
        raise UnreadableError("changed while it was read: run again")
    return content


def _check(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("not a regular file")
    if status.st_size > MOST_BYTES:
        raise UnreadableError(f"{status.st_size >> 20} MB: files above {MOST_BYTES >> 20} MB are not read; split it")
