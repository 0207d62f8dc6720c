"""Long lists in pieces that a statement takes."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

_MOST = 500  # parameters of a statement: every database takes so many

Thing = TypeVar("Thing")


def chunks(things: Sequence[Thing], most: int = _MOST) -> Iterator[Sequence[Thing]]:
    """The sequence in pieces of at most so many."""
    return (things[start : start + most] for start in range(0, len(things), most))
