"""How the time of some work grows with what it is given, told without a clock's seconds."""

import gc
import time
from collections.abc import Callable

_LEAST = 0.01  # seconds below which a time is noise


def growth(work: Callable[[int], Callable[[], object]], size: int, times: int = 2) -> float:
    """CPU time for `times` as much, as a multiple of that for `size`; linear work gives `times`.

    Each is the best of three, taken in turns: a neighbour on the core slows whichever runs beside it.
    """
    turns = [(_spent(work(size)), _spent(work(times * size))) for _ in range(3)]
    small, large = (min(spent) for spent in zip(*turns, strict=True))
    return large / max(small, _LEAST)


def _spent(work: Callable[[], object]) -> float:
    """CPU seconds, without the collector: what other tests left behind is not this work's."""
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        work()
        return time.process_time() - began
    finally:
        gc.enable()
