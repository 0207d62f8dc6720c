"""The mark of a writer at work beside a SQLite archive: who finds one that nobody holds knows of a batch that was lost.

The database itself forgets a transaction that was cut off; nothing in it could tell. The mark is a file that its writer
keeps locked; the system lets go of the lock when the writer ends, in whatever way.
"""

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from checker.archive.errors import DamagedError

try:
    import fcntl
except ImportError:  # not on Windows: a batch cut off is lost there without a word
    fcntl = None  # type: ignore[assignment]

_LONGEST = 4096  # bytes that are read of a mark


@contextlib.contextmanager
def at_work(archive: Path | None) -> Iterator["Mark | None"]:
    """The mark of this writer, after those before it are done; None where there can be none."""
    if archive is None or fcntl is None:
        yield None
        return
    try:
        file = _path(archive).open("a+b")
    except OSError as error:
        raise DamagedError(f"{archive}: cannot be written: {str(error.strerror).lower()}") from None
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        mark = Mark(file)
        try:
            yield mark
        finally:
            mark.clear()


def left_behind(archive: Path | None) -> tuple[str, str] | None:
    """Name and first document of the batch that a writer was adding when it was cut off."""
    if archive is None or fcntl is None:
        return None
    with contextlib.suppress(OSError), _path(archive).open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        return _read(file)
    return None


class Mark:
    """The mark, while its writer holds it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.left_behind = _read(file)

    def set(self, batch: str, document: str) -> None:
        """Tell which batch is being added, and its first new document."""
        self._write(json.dumps([batch, document]).encode())

    def clear(self) -> None:
        """Tell that it is done, or that whoever runs this was told why not."""
        self._write(b"")

    def _write(self, content: bytes) -> None:
        self._file.seek(0)
        self._file.truncate()
        self._file.write(content)
        self._file.flush()
        os.fsync(self._file.fileno())


def _read(file: IO[bytes]) -> tuple[str, str] | None:
    file.seek(0)
    try:
        told: Any = json.loads(file.read(_LONGEST))
    except (ValueError, RecursionError):
        return None
    is_mark = isinstance(told, list) and list(map(type, told)) == [str, str]
    return (told[0], told[1]) if is_mark else None


def _path(archive: Path) -> Path:
    return Path(f"{os.path.realpath(archive)}-adding")
