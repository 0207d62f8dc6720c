"""Files of a cache: content behind its checksum. What was damaged, or written by something else, is told apart."""

import hashlib
import os
import stat
from pathlib import Path

_MARK = b"checker cache 1 "
_HEAD = len(_MARK) + 64 + 1  # mark, SHA-256 in hexadecimal, line end


class DisbeliefError(Exception):
    """A file of the cache that is not believed; its text says why."""


def sealed(content: bytes) -> bytes:
    """The content behind the line by which it is known again."""
    return b"%s%s\n%s" % (_MARK, hashlib.sha256(content).hexdigest().encode(), content)


def opened(path: Path) -> bytes | None:
    """The content of a sealed file; None where there is no such file.

    Raises:
        DisbeliefError: it cannot be read, is not one of ours, or was changed since.

    """
    raw = _bytes(path)
    if raw is None:
        return None
    if not raw.startswith(_MARK):
        raise DisbeliefError("not of this version of the cache, or not written by checker")
    content = raw[_HEAD:]
    if raw[:_HEAD] != sealed(content)[:_HEAD]:
        raise DisbeliefError("damaged")
    return content


def _bytes(path: Path) -> bytes | None:
    try:
        with os.fdopen(
            os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb"
        ) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise DisbeliefError("not a regular file")
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DisbeliefError(f"cannot be read: {(error.strerror or type(error).__name__).lower()}") from None
