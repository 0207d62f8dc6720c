"""Keys as bytes: eight each, sorted."""

from collections.abc import Iterable

import numpy as np


def packed(keys: Iterable[int]) -> bytes:
    """The keys as bytes, least first, the same on every machine."""
    return np.sort(np.fromiter(keys, dtype="<i8")).tobytes()


def unpacked(keys: bytes) -> list[int]:
    """The keys that bytes hold."""
    return [*map(int, np.frombuffer(keys, dtype="<i8").tolist())]
