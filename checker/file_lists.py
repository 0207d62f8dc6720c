"""Names of files that are told in a file: one a line, or with NUL between, as `find -print0` and `git -z` give them."""

import os
import select
import stat
import sys

from checker.exits import UsageError

STANDARD_INPUT = "-"
MOST_BYTES = 64 << 20
_PATIENCE = 5  # seconds in which the writer of a pipe must have begun


def listed(file: str) -> list[str]:
    """The names in a file, or on standard input for "-"; a list with a NUL in it is separated by NUL alone.

    Raises:
        UsageError: it cannot be read, is too large, or names what does not exist.

    """
    content = _content(file)
    parts = content.split(b"\0") if b"\0" in content else content.replace(b"\r\n", b"\n").split(b"\n")
    names = [os.fsdecode(part) for part in parts]
    for number, name in enumerate(names, 1):
        if name and not os.path.lexists(name):
            raise UsageError(f"{file}:{number}: {name}: no such file or folder")
    return [f"./{name}" if name == STANDARD_INPUT else name for name in names if name]


def _content(file: str) -> bytes:
    try:
        if file == STANDARD_INPUT:
            content = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with os.fdopen(_opened(file), "rb") as opened:
                content = opened.read(MOST_BYTES + 1)
    except (OSError, AttributeError) as error:
        raise UsageError(
            f"{file}: cannot be read: {(getattr(error, 'strerror', None) or 'no input').lower()}"
        ) from None
    if len(content) > MOST_BYTES:
        raise UsageError(f"{file}: a list of more than {MOST_BYTES >> 20} MB")
    return content


def _opened(file: str) -> int:
    """A descriptor of a list, which may be a pipe: <(find ...). One that has a name and no writer is not waited for."""
    descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if hasattr(os, "O_NONBLOCK"):
        is_named_pipe = stat.S_ISFIFO(os.lstat(file).st_mode)
        if is_named_pipe and not select.select([descriptor], [], [], _PATIENCE)[0]:
            os.close(descriptor)
            raise UsageError(f"{file}: a pipe to which nobody writes; give a file, or - and pipe the list in")
        os.set_blocking(descriptor, True)
    return descriptor
