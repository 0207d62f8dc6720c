"""A bar on a terminal for what takes longer than two seconds; nothing in CI, and nothing where nobody looks."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

Told = Callable[[str, int, int], None]  # what is done, how much of it is done, of how much; 0 where that is not known

_PATIENCE = 2.0  # seconds without a bar
_PACE = 0.1  # seconds between two looks of it


@contextmanager
def progress() -> Iterator[Told | None]:
    """What to tell how far a run is; None where no bar is wanted. The bar is gone at the end."""
    bar = _Bar() if is_wanted() else None
    try:
        yield bar
    finally:
        if bar is not None:
            bar.close()


def is_wanted() -> bool:
    """Whether somebody looks: standard error is a terminal that can move its cursor, and not that of a CI job."""
    is_terminal = sys.stderr is not None and not sys.stderr.closed and sys.stderr.isatty()
    return is_terminal and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"


class _Bar:
    """The bar; it loads what draws it when it is drawn first."""

    def __init__(self) -> None:
        self._due = time.monotonic() + _PATIENCE
        self._shown: Progress | None = None
        self._task: TaskID | None = None

    def __call__(self, doing: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now < self._due and done != total:
            return
        if self._shown is None:
            if now < self._due:
                return
            self._shown = _drawn()
            self._task = self._shown.add_task(doing)
        self._due = now + _PACE
        if self._task is not None:
            self._shown.update(self._task, description=doing, completed=done, total=total or None)

    def close(self) -> None:
        """Take the bar away."""
        if self._shown is not None:
            self._shown.stop()


def _drawn() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(
        *columns, console=Console(file=sys.stderr), transient=True, redirect_stdout=False, redirect_stderr=False
    )
    bar.start()
    return bar
