"""The local engine: a stage in the calling process, or over partitions of its frame in worker processes."""

import multiprocessing
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor

import pandas as pd

Stage = Callable[[pd.DataFrame], pd.DataFrame]

_PARTITIONS_EACH = 4  # partitions a worker: small enough to keep all of them busy, large enough to be worth sending


def run(stage: Stage, data: pd.DataFrame, processes: int | None = None) -> pd.DataFrame:
    """Run a stage that treats every row by itself.

    Args:
        stage: a function from frame to frame, defined at the top of a module: workers import it.
        data: its input.
        processes: worker processes; None or 1 runs in the calling process.

    Returns:
        The same frame, in the same order, whatever `processes` is.

    Raises:
        ValueError: `processes` is below 1.

    """
    check(processes)
    if processes in (None, 1) or len(data) < 2:  # noqa: PLR2004 - one row cannot be parted
        return stage(data)
    return _joined(list(_in_workers(stage, data, processes or 1)))


def check(processes: int | None) -> None:
    """Refuse a number of worker processes that is none.

    Raises:
        ValueError: `processes` is below 1.

    """
    if processes is not None and processes < 1:
        raise ValueError(f"processes is {processes}: give 1 or more")


def _in_workers(stage: Stage, data: pd.DataFrame, processes: int) -> Iterator[pd.DataFrame]:
    parts = _parts(data, processes * _PARTITIONS_EACH)
    before = set(multiprocessing.active_children())
    workers = ProcessPoolExecutor(
        min(processes, len(parts)), multiprocessing.get_context("spawn"), initializer=_leave_interrupts
    )
    with workers:
        try:
            yield from workers.map(stage, parts)
        except KeyboardInterrupt:
            _stop(set(multiprocessing.active_children()) - before)  # else leaving waits for what they are at
            raise


def _leave_interrupts() -> None:
    """Ctrl-C reaches the whole process group; only the caller answers to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _stop(workers: set[multiprocessing.process.BaseProcess]) -> None:
    for worker in workers:
        worker.terminate()


def _parts(data: pd.DataFrame, count: int) -> list[pd.DataFrame]:
    """At most `count` runs of rows, in order, none empty."""
    size = -(-len(data) // count)
    return [data.iloc[start : start + size] for start in range(0, len(data), size)]


def _joined(parts: list[pd.DataFrame]) -> pd.DataFrame:
    """The parts as one frame; empty ones have no say in its dtypes, unless all are."""
    full = [part for part in parts if len(part)] or parts[:1]
    return pd.concat(full, ignore_index=True)
