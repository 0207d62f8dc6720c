"""Names of files that are told in a file: one a line, or with NUL between, as `find -print0` and `git -z` give them."""

import os
import sys

from checker.exits import UsageError

STANDARD_INPUT = "-"
MOST_BYTES = 64 << 20


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
            with open(file, "rb") as opened:  # noqa: PTH123 - may be a pipe: <(find ...)
                content = opened.read(MOST_BYTES + 1)
    except (OSError, AttributeError) as error:
        raise UsageError(
            f"{file}: cannot be read: {(getattr(error, 'strerror', None) or 'no input').lower()}"
        ) from None
    if len(content) > MOST_BYTES:
        raise UsageError(f"{file}: a list of more than {MOST_BYTES >> 20} MB")
    return content
