"""The words of claims as numbers: those that may tell a claim's event from another, see `checker.matching.keys`."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from checker.language.names import canonical
from checker.matching.side import MASK, names_of
from checker.matching.signature import signature
from checker.matching.wording import is_telling, stem, tokens, word_of
from checker.matching.wording import words as words_of

Rows = npt.NDArray[np.int64]
AT_ONCE = 50_000  # claims whose cells are read together


class Table(dict[str, int]):
    """Word -> number, given when it is first asked for."""

    def __missing__(self, word: str) -> int:
        """A number for a new word."""
        self[word] = len(self)
        return self[word]


class _Derived(dict[str, int]):
    """Word as written -> number of what it stands for; -1 for what tells nothing."""

    def __init__(self, table: Table, derive: Callable[[str], str | None]) -> None:
        super().__init__()
        self._table, self._derive = table, derive

    def __missing__(self, word: str) -> int:
        told = self._derive(word)
        self[word] = -1 if told is None else self._table[told]
        return self[word]


@dataclass(frozen=True, slots=True)
class Words:
    """Which words each claim has: those of one behind those of another."""

    numbers: npt.NDArray[np.int32]
    starts: Rows  # where those of each claim begin, and at last where they end
    stems: Rows  # how many words of its sentence each claim has: the first of its words
    is_named: npt.NDArray[np.bool_]  # whether it has names
    names: npt.NDArray[np.uint64]  # one of 64 bits for each word of its names

    def parts(self, most: int) -> Iterator[tuple[Rows, slice]]:
        """So many claims at a time: the position of the claim of each word, and which words they are."""
        for first in range(0, len(self.starts) - 1, most):
            starts = self.starts[first : first + most + 1]
            claims = np.repeat(np.arange(first, first + len(starts) - 1), np.diff(starts))
            yield claims, slice(int(starts[0]), int(starts[-1]))


def words(claims: pd.DataFrame, rows: Rows, table: Table) -> Words:
    """The words of some claims, told by their rows; `table` gives numbers to new ones."""
    reader = _Reader(table)
    parts = [reader.read(claims.iloc[rows[start : start + AT_ONCE]]) for start in range(0, len(rows) or 1, AT_ONCE)]
    numbers, counts, bits = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    return Words(numbers, np.cumsum(np.append(0, counts[:, 0])), counts[:, 1], counts[:, 2] > 0, bits)


class _Reader:
    """Reads the words of claims; what stands in many is looked up once."""

    def __init__(self, table: Table) -> None:
        self._of_sentence = _Derived(table, _of_sentence)
        self._of_event = _Derived(table, _of_event)
        self._of_name = _Derived(table, str.lower)
        self._of_part = _Derived(table, str)
        self._of_names: dict[tuple[str, ...], tuple[frozenset[int], int]] = {}

    def read(self, claims: pd.DataFrame) -> tuple[npt.NDArray[np.int32], Rows, npt.NDArray[np.uint64]]:
        """Numbers of the words; of each claim how many, how many of its sentence, and of names; bits of these."""
        cells = (claims[name].tolist() for name in ("sentence", "at", "text", "entities", "event", "place"))
        flat: list[int] = []
        counts: list[tuple[int, int, int]] = []
        bits: list[int] = []
        event_before: Sequence[str] = ()
        of_event: set[int] = set()
        for sentence, at, text, entities, event, place in zip(*cells, strict=True):
            if event is not event_before and event != event_before:
                event_before, of_event = event, set(map(self._of_event.__getitem__, event or ())) - {-1}
            found = tokens(f"{sentence[:at]}{MASK}{sentence[at + len(text) :]}")
            stems = set(map(self._of_sentence.__getitem__, found))
            stems.discard(-1)
            names, bit = self._names(entities)
            bits.append(bit)
            rest = of_event.union(names)
            if isinstance(place, str) and place:
                rest.add(self._of_name[canonical(place)])
            rest -= stems
            flat += stems
            flat += rest
            counts.append((len(stems) + len(rest), len(stems), len(names)))
        each = np.array(counts, dtype=np.int64).reshape(-1, 3)
        return np.array(flat, dtype=np.int32), each, np.array(bits, dtype=np.uint64)

    def _names(self, entities: Sequence[str] | None) -> tuple[frozenset[int], int]:
        """Numbers of the names, and the bits of their words; a name without a word is as good as any."""
        if not entities:
            return frozenset(), 0
        key = tuple(entities)
        if key not in self._of_names:
            names = names_of(key)
            bits = 0
            for part in (part for name in names for part in words_of(name) or (name,)):
                bits |= 1 << (self._of_part[part] & 63)
            self._of_names[key] = frozenset(self._of_name[name] for name in names), bits
        return self._of_names[key]


def _of_sentence(token: str) -> str | None:
    word = word_of(token)
    return stem(word) if is_telling(word) else None


def _of_event(word: str) -> str | None:
    return next((f"event {name}" for name in signature((word,), ())), None)
