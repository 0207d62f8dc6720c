"""What a piece of work takes: time, CPU seconds and memory of this process and all that descend from it (Linux)."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_EVERY = 0.1  # seconds between two looks at memory
_CPU = slice(11, 15)  # of the fields behind the name: user and system time, own and of children that have ended
_PARENT, _PAGES = 1, 21


class Footprint:
    """Measures what runs inside its `with` block."""

    def __init__(self) -> None:
        self.wall = self.cpu = self.java = self.memory = 0.0  # seconds, three times; megabytes at their highest
        self._done = threading.Event()
        self._looking = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        """Begin."""
        self._began, self._before = time.monotonic(), _spent()
        self._looking.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Take what it took."""
        self._done.set()
        self._looking.join()
        after = _spent()
        self.wall = time.monotonic() - self._began
        self.cpu, self.java = after[0] - self._before[0], after[1] - self._before[1]

    def _look(self) -> None:
        while True:
            pages = sum(int(fields[_PAGES]) for _, fields in _family())
            self.memory = max(self.memory, pages * _PAGE / 1e6)
            if self._done.wait(_EVERY):
                return


def _spent() -> tuple[float, float]:
    """CPU seconds of all, and of Java."""
    spent = [(name, sum(map(int, fields[_CPU])) / _TICKS) for name, fields in _family()]
    return sum(cpu for _, cpu in spent), sum(cpu for name, cpu in spent if name == "java")


def _family() -> Iterator[tuple[str, list[str]]]:
    """Name and fields of this process and its descendants."""
    known = dict(_processes())
    waiting = [os.getpid()]
    while waiting:
        pid = waiting.pop()
        if pid in known:
            yield known[pid]
        waiting += [child for child, (_, fields) in known.items() if int(fields[_PARENT]) == pid]


def _processes() -> Iterator[tuple[int, tuple[str, list[str]]]]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                head, _, tail = (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")
            except OSError:  # it has ended
                continue
            yield int(folder.name), (head.partition("(")[2], tail.split())
