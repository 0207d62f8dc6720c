"""What claims are found by, as numbers: their rarest words, what they count, their values, the names of persons."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from checker.matching.columns import NEVER, Codes, Columns, Mask
from checker.matching.keys import EVENT, EVENTS, NAMES, PARTICULAR, RAREST, classes, digits_and_size, is_name, scope
from checker.matching.particular import (
    DAY_NAMED,
    LONGEST_MONTH,
    MONTH_NAMED,
    NEAR_DAYS,
    OF_AGE,
    OPEN,
    SHORTEST_MONTH,
    of_number,
)
from checker.matching.people import name_parts
from checker.matching.side import names_of
from checker.matching.vocabulary import AT_ONCE, Table, Words
from checker.values.value import Value

Rows = npt.NDArray[np.int64]

_MONTH = 7  # characters of a year with its month


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks of claims, a row for each; a mark is a number of the table of words."""

    claims: Rows  # positions
    marks: Rows

    def of(self, chosen: Mask) -> "Marks":
        """Some of them."""
        return Marks(self.claims[chosen], self.marks[chosen])


def joined(parts: Sequence[Marks]) -> Marks:
    """All of them."""
    return Marks(np.concatenate([one.claims for one in parts]), np.concatenate([one.marks for one in parts]))


def rarest(words: Words, told: Columns, table: Table) -> Marks:
    """The words that most tell each claim that is no age, of those that any other claim of the batch has too.

    And of its event those that another document of the batch has: see `checker.matching.keys`.
    """
    numbers, word_of = _of_batches(words, told, len(table))
    count = np.zeros(len(word_of), dtype=np.int64)
    for _, some in words.parts(AT_ONCE):
        count += np.bincount(numbers[some], minlength=len(count))
    by_rank = _ranked(count, word_of, list(table))
    rank = np.full(len(count), -1, dtype=np.int64)
    rank[by_rank] = np.arange(len(by_rank))
    is_event = np.array([word.startswith(EVENT) for word in table], dtype=bool)[word_of]
    is_of_name = np.array([is_name(word) for word in table], dtype=bool)[word_of]
    is_age, width, found = told.kind.are(["age"]), max(len(by_rank), 1).bit_length(), [np.zeros(0, dtype=np.int64)]
    beside = _beside(told)
    for claims, some in words.parts(AT_ONCE):
        own = numbers[some]
        kept = (rank[own] >= 0) & ~is_age[claims]
        of_others = kept & is_event[own] & (count[own] > beside[claims])
        found += [
            _first(np.sort(claims[m] << width | rank[own[m]]), width, n)
            for m, n in ((kept, RAREST), (of_others, EVENTS), (of_others & is_of_name[own], NAMES))
        ]
    both = np.unique(np.concatenate(found))
    return Marks(both >> width, word_of[by_rank[both & ((1 << width) - 1)]])


def _beside(told: Columns) -> Rows:
    """How many claims the document of each tells."""
    codes, _ = pd.factorize(told.document.codes.astype(np.int64) * (len(told.batch.words) + 1) + told.batch.codes)
    return np.bincount(codes, minlength=1)[codes]


def _of_batches(words: Words, told: Columns, size: int) -> tuple[npt.NDArray[np.int32], Rows]:
    """One number for a word and its batch, for every word of every claim; and the word of each such number."""
    if len(told.batch.words) + (told.batch.codes < 0).any() < 2:  # noqa: PLR2004 - a single batch
        return words.numbers, np.arange(size)
    batch = np.repeat(told.batch.codes + 1, np.diff(words.starts))
    codes, both = pd.factorize(batch * size + words.numbers)
    return codes.astype(np.int32), both % size


def _ranked(count: Rows, word_of: Rows, words: Sequence[str]) -> Rows:
    """The numbers of words that more than one claim has, the rarest first, then in order of letters."""
    shared = np.flatnonzero(count > 1)
    of_shared = dict(zip(shared.tolist(), word_of[shared].tolist(), strict=True))
    by_letters = np.array(sorted(of_shared, key=lambda number: words[of_shared[number]]), dtype=np.int64)
    return by_letters[np.argsort(count[by_letters], kind="stable")]


def _first(sorted_: Rows, width: int, most: int) -> Rows:
    """Of each claim the first few."""
    claims = sorted_ >> width
    starts = np.flatnonzero(np.concatenate([[True], claims[1:] != claims[:-1]])[: len(claims)])
    turn = np.arange(len(claims)) - np.repeat(starts, np.diff(np.append(starts, len(claims))))
    return sorted_[turn < most]


def heads(told: Columns, table: Table) -> Marks:
    """What each claim that is no age counts: the family of its measure, and the stem of its one word."""
    is_age = told.kind.are(["age"])
    family, stem = _numbered(told.family, table), _numbered(told.stem, table)
    stem = np.where(stem == family, -1, stem)
    both = joined([Marks(np.arange(len(told)), family), Marks(np.arange(len(told)), stem)])
    return both.of((both.marks >= 0) & ~is_age[both.claims])


def values(told: Columns, table: Table) -> Marks:
    """The classes of each value of a figure that is no age, and of its digits; days and months."""
    is_time, place = told.dimension.are(["day"]), np.arange(len(told))
    is_open, is_point = told.open_form.codes >= 0, (told.low == told.high) & ~told.kind.are(["age"]) & ~is_time
    is_dated = is_time & ~is_open
    days = [told.timex, told.timex.mapped(lambda timex: timex[:_MONTH] or None)]
    found = [Marks(place[is_open], _numbered(told.open_form, table)[is_open])]
    found += [Marks(place[is_dated], _numbered(day, table)[is_dated]) for day in days]
    codes, ends = pd.factorize(told.low[is_point])
    of_ends = [[table[name] for name in classes(end)] for end in ends.tolist()]
    for turn in range(max(map(len, of_ends), default=0)):
        marks = np.array([names[turn] if turn < len(names) else -1 for names in of_ends], dtype=np.int64)[codes]
        found.append(Marks(place[is_point], marks))
    all_ = joined(found)
    return all_.of(all_.marks >= 0)


def digits(told: Columns, table: Table) -> Marks:
    """The digits of each figure that is no age, with its size and its unit: one mark for all of it."""
    is_figure = (told.low == told.high) & ~told.kind.are(["age"]) & ~told.dimension.are(["day"])
    found, marks = np.flatnonzero(is_figure), []
    cells = told.batch.codes[found], told.unit.codes[found], told.dimension.codes[found]
    for low, batch, unit, dimension in zip(told.low[found].tolist(), *(codes.tolist() for codes in cells), strict=True):
        name = digits_and_size(low)
        of = told.dimension.words[dimension] if unit < 0 else told.unit.words[unit]
        marks.append(table[f"{of}|{name}|{batch}"] if name else -1)
    all_ = Marks(found, np.array(marks, dtype=np.int64))
    return all_.of(all_.marks >= 0)


def quotations(told: Columns, table: Table) -> Marks:
    """The words of the quotation around each figure that is no age, with its dimension: one mark for all of it."""
    found = np.flatnonzero((told.quotation.codes >= 0) & ~told.kind.are(["age"]))
    dimension = told.dimension.mapped(scope).codes
    cells = told.quotation.codes[found], dimension[found], told.batch.codes[found]
    marks = [table[f"“{told.quotation.words[words]}|{of}|{batch}"] for words, of, batch in zip(*cells, strict=True)]
    return Marks(found, np.array(marks, dtype=np.int64))


def with_particular_values(marks: Marks, told: Columns) -> Marks:
    """Those of claims whose value alone identifies."""
    return marks.of((particularities(told) >= PARTICULAR)[marks.claims])


def particularities(told: Columns) -> npt.NDArray[np.float64]:
    """How particular each value is, see `checker.matching.particular`."""
    is_time, length = told.dimension.are(["day"]), told.high - told.low + 1
    is_month = (length >= SHORTEST_MONTH) & (length <= LONGEST_MONTH)
    is_near = (told.published != NEVER) & (np.abs(told.low - told.published) <= NEAR_DAYS)
    of_day = np.where(is_near, 0.0, np.where(length == 1, DAY_NAMED, np.where(is_month, MONTH_NAMED, 0.0)))
    found = np.where(told.open_form.codes >= 0, OPEN, np.where(is_time, of_day, 0.0))
    figures = np.flatnonzero(~is_time & (told.low == told.high))
    couples = zip(told.low[figures].tolist(), told.step[figures].tolist(), strict=True)
    found[figures] = [of_number(Value(low, low, step=step)) for low, step in couples]
    found[told.kind.are(["age"]) & (found > 0)] = OF_AGE
    return found


def people(claims: pd.DataFrame, told: Columns, table: Table) -> tuple[Marks, Marks]:
    """The last names of the persons whose ages are told, and one mark for first and last name."""
    ages = np.flatnonzero(told.kind.are(["age"]))
    last: list[tuple[int, int]] = []
    full: list[tuple[int, int]] = []
    for place, entities in zip(ages.tolist(), claims["entities"].iloc[told.rows[ages]].tolist(), strict=True):
        for name in names_of(tuple(entities or ())):
            parts = name_parts(name)
            if parts:
                last.append((place, table[parts[-1]]))
                full.append((place, table[f"{parts[0]}|{parts[-1]}|{told.batch.codes[place]}"]))
    return _of_couples(last), _of_couples(full)


def _of_couples(couples: Sequence[tuple[int, int]]) -> Marks:
    rows = np.array(couples, dtype=np.int64).reshape(-1, 2)
    return Marks(rows[:, 0], rows[:, 1])


def _numbered(codes: Codes, table: Table) -> Rows:
    """A column of words in numbers of the table; -1 where nothing is told."""
    return np.array([*(table[word] for word in codes.words), -1], dtype=np.int64)[codes.codes]
