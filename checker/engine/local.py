"""The local engine: a stage in the calling process, or over partitions of its frame in worker processes."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from typing import TypeVar

import pandas as pd

Stage = Callable[[pd.DataFrame], pd.DataFrame]
Made = TypeVar("Made")

_PARTITIONS_EACH = 4  # partitions a worker: small enough to keep all of them busy, large enough to be worth sending
_AHEAD = 2  # partitions a worker that are waited for: more would only be held


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
    parts = _parts(data, (processes or 1) * _PARTITIONS_EACH)
    return _joined(list(_in_workers(stage, parts, min(processes or 1, len(parts)))))


def over(
    stage: Callable[[pd.DataFrame], Made], blocks: Iterable[pd.DataFrame], processes: int | None = None
) -> Iterator[Made]:
    """Run a stage on block after block, as they come, and give what it makes of them in their order.

    Of the blocks no more are held at a time than keep the workers busy.

    Args:
        stage: a function of a frame, defined at the top of a module: workers import it.
        blocks: frames; they are parted further where there are workers.
        processes: worker processes; None or 1 runs in the calling process.

    Raises:
        ValueError: `processes` is below 1.

    """
    check(processes)
    if processes in (None, 1):
        return map(stage, blocks)
    parts = (part for block in blocks for part in (_parts(block, processes or 1) or [block]))
    return _in_workers(stage, parts, processes or 1)


def check(processes: int | None) -> None:
    """Refuse a number of worker processes that is none.

    Raises:
        ValueError: `processes` is below 1.

    """
    if processes is not None and processes < 1:
        raise ValueError(f"processes is {processes}: give 1 or more")


def _in_workers(stage: Callable[[pd.DataFrame], Made], parts: Iterable[pd.DataFrame], processes: int) -> Iterator[Made]:
    before = set(multiprocessing.active_children())
    waiting: deque[tuple[pd.DataFrame, Future[Made] | None]] = deque()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context, initializer=_leave_interrupts) as workers:
        try:
            for part in parts:
                waiting.append((part, _submitted(workers, stage, part)))
                if len(waiting) > processes * _AHEAD:
                    yield _result(stage, *waiting.popleft())
            while waiting:
                yield _result(stage, *waiting.popleft())
        except KeyboardInterrupt:
            _stop(set(multiprocessing.active_children()) - before)  # else leaving waits for what they are at
            raise


def _submitted(
    workers: ProcessPoolExecutor, stage: Callable[[pd.DataFrame], Made], part: pd.DataFrame
) -> Future[Made] | None:
    try:
        return workers.submit(stage, part)
    except BrokenExecutor:
        return None


def _result(stage: Callable[[pd.DataFrame], Made], part: pd.DataFrame, future: Future[Made] | None) -> Made:
    """What a worker made of a part; after a worker died, the calling process does the rest itself."""
    try:
        return future.result() if future is not None else stage(part)
    except BrokenExecutor:
        return stage(part)


def _leave_interrupts() -> None:
    """Ctrl-C reaches the whole process group; only the caller answers to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _stop(workers: set[multiprocessing.process.BaseProcess]) -> None:
    for worker in workers:
        worker.terminate()


def _parts(data: pd.DataFrame, count: int) -> list[pd.DataFrame]:
    """At most `count` runs of rows, in order, none empty."""
    size = max(-(-len(data) // count), 1)
    return [data.iloc[start : start + size] for start in range(0, len(data), size)]


def _joined(parts: list[pd.DataFrame]) -> pd.DataFrame:
    """The parts as one frame; empty ones have no say in its dtypes, unless all are."""
    full = [part for part in parts if len(part)] or parts[:1]
    return pd.concat(full, ignore_index=True)
