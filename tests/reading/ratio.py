"""How the time of some work grows with what it is given, told without a clock's seconds."""

import time
from collections.abc import Callable

_LEAST = 0.01  # seconds below which a time is noise


def growth(work: Callable[[int], Callable[[], object]], size: int) -> float:
    """CPU time for twice as much, as a multiple of that for `size`, each the best of three; linear work gives 2."""
    small, large = (min(_spent(work(n)) for _ in range(3)) for n in (size, 2 * size))
    return large / max(small, _LEAST)


def _spent(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
