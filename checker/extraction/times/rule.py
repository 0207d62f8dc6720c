"""A rule: one way to write a time, and the open value it has."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from checker.extraction.times.open_values import Open

Parts: TypeAlias = Mapping[str, str | None]
Read: TypeAlias = Callable[[Parts], "Open | tuple[Open, ...] | None"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a table of rules; where two fit at one place, the earlier line wins."""

    name: str  # a word for the trace
    kind: str  # date, time, set or duration
    expression: (
        str  # groups named for `read`; groups `first` and `second` are mentions that share a part, with `rest` between
    )
    read: Read  # None refuses
    guard: str | None = None  # name of what has to hold of the words around, in `guards`


class Found(NamedTuple):
    """A time expression in its text with its open value; offsets are characters."""

    start: int
    end: int
    kind: str
    name: str
    open: Open
    hedge: str = "exact"
    phrase_start: int = -1
    role: str | None = None
    is_fiscal: bool = False  # whether the words tell of a company's own year, whose days they do not fix


def word(parts: Parts, group: str) -> str:
    """A group's words in lower case, white space as one blank, empty where it took no part."""
    words = parts.get(group)
    return " ".join(words.lower().replace("’", "'").split()) if words else ""
