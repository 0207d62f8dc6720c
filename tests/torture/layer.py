"""A layer over the file system in which one operation fails: the same one each time, told by its number.

`install(number, fault)` counts what a run does below its working folder (open, read, write, see onto the disk, rename,
list, look at) and has the operation of that number fail. What SQLite and other libraries do is not seen by it: disks
that are full, limits and signals are for those.
"""

import builtins
import errno
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

# What may go wrong; "short" ends a read or a write early without an error, as signals and networks do.
FAULTS = ("EIO", "ENOSPC", "EACCES", "EMFILE", "short")
_COUNTED = ("open", "listdir", "lstat", "stat", "fstat", "fsync", "replace", "unlink", "mkdir", "scandir")


class _Layer:
    def __init__(self, number: int, fault: str) -> None:
        self.left = number
        self.fault = fault
        self.root = os.getcwd()  # noqa: PTH109 - as the calls give it
        self.count = 0
        self.ours: set[int] = set()  # descriptors of files below the root

    def is_ours(self, path: Any) -> bool:
        if isinstance(path, int):
            return path in self.ours
        try:
            return os.path.abspath(os.fsdecode(path)).startswith(self.root)  # noqa: PTH100 - no link is followed
        except (TypeError, ValueError):
            return False

    def strike(self) -> bool:
        """Count an operation; raises, or is True where it is to end early."""
        self.count += 1
        self.left -= 1
        if self.left != 0:
            return False
        if self.fault == "short":
            return True
        number = getattr(errno, self.fault)
        raise OSError(number, os.strerror(number))

    def wrapped(self, name: str, whole: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            is_ours = bool(given) and self.is_ours(given[0])
            if is_ours:
                self.strike()
            found = whole(*given, **named)
            if is_ours and name == "open":
                self.ours.add(found)
            return found

        return call

    def opened(self, whole: Callable[..., Any]) -> Callable[..., Any]:
        """`open`, whose binary files read and write through the layer."""

        def call(file: Any, mode: str = "r", *given: Any, **named: Any) -> Any:
            if not self.is_ours(file) or file in (0, 1, 2):
                return whole(file, mode, *given, **named)
            self.strike()
            found = whole(file, mode, *given, **named)
            self.ours.add(found.fileno())
            return _File(found, self) if "b" in mode else found

        return call


class _File:
    """A binary file whose reads and writes may fail."""

    def __init__(self, file: Any, layer: _Layer) -> None:
        self._file, self._layer = file, layer

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def read(self, count: int = -1) -> bytes:
        is_short = self._layer.strike()
        found = self._file.read(count)
        return found[: len(found) // 2] if is_short else found

    def write(self, content: Any) -> int:
        if not self._layer.strike():
            return self._file.write(content)
        self._file.write(bytes(content)[: len(content) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def install(number: int, fault: str, told: str = "") -> None:
    """Have the operation of a number fail (0: none); where a file is named, it gets their count at the end."""
    layer = _Layer(number, fault)
    for name in _COUNTED:
        setattr(os, name, layer.wrapped(name, getattr(os, name)))
    plain = os.fdopen
    os.fdopen = lambda file, mode="r", *given, **named: (  # type: ignore[assignment]
        _File(plain(file, mode, *given, **named), layer)
        if file in layer.ours and "b" in mode
        else plain(file, mode, *given, **named)
    )
    builtins.open = io.open = layer.opened(builtins.open)
    if told:
        leave = os._exit

        def counted(code: int) -> None:
            os.write(_descriptor(Path(told)), str(layer.count).encode())
            leave(code)

        os._exit = counted  # type: ignore[assignment]


def _descriptor(path: Path) -> int:
    import posix  # the calls as they were

    return posix.open(str(path), os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o644)
