"""Columns of both claims of many pairs, and what is asked of them again and again."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from checker.matching.bits import of_mates, of_occasions
from checker.matching.blocks import Pairs
from checker.matching.clock import clock
from checker.matching.columns import Codes, Columns, Mask
from checker.matching.marks import particularities
from checker.matching.qualifiers import ROLE_GROUPS, STANCES
from checker.matching.relation import WITHOUT_UNIT
from checker.matching.slip import digits as digits_of
from checker.matching.slip import sorted_digits
from checker.values.relate import SAME_SHARE

Rows = npt.NDArray[np.int64]


class Known:
    """What is asked of claims beside the columns."""

    def __init__(self, told: Columns) -> None:
        self.told = told
        self.is_time = told.dimension.are(["day"])
        self.is_score = told.kind.are(["score"])
        is_clock = [*(clock(timex) is not None for timex in told.timex.words), False]
        self.is_clock = np.array(is_clock, dtype=bool)[told.timex.codes]
        self.is_without_unit = told.dimension.are(WITHOUT_UNIT)
        self.is_plain = (told.low == told.high) & (told.step > 0) & told.hedge.are(["exact"])
        self.role_group = told.role.mapped(ROLE_GROUPS.__getitem__)
        self.stance = told.modality.mapped(STANCES.__getitem__)
        self.digits = _digits(told, self.is_time)
        self.mates, self.occasions = of_mates(told), of_occasions(told)
        self.particularity = particularities(told)
        self.may_be_said = told.is_said | told.section.are(["title"])  # or by whom its body says
        self.is_title = told.section.are(["title"])
        self.profile = np.where(
            told.open_form.codes >= 0, 2, np.where(self.is_time, 1, np.where(told.kind.are(["age"]), 3, 0))
        )
        self.measured = np.where(_is_empty(told.measure), -1, told.measure.codes)


def _is_empty(codes: Codes) -> Mask:
    return np.array([*(not word for word in codes.words), True], dtype=bool)[codes.codes]


def _digits(told: Columns, is_time: Mask) -> Rows:
    """Equal for figures of the same digits but zeros, and for times of the same digits, some in another order."""
    times = told.timex.mapped(lambda timex: sorted_digits(timex) or timex)
    is_plain = (told.low == told.high) & (told.low != 0) & ~is_time
    codes, numbers = pd.factorize(np.where(is_plain, np.abs(told.low), np.nan))
    names = ["".join(sorted(digits_of(number).replace("0", ""))) for number in numbers.tolist()]
    sorted_, _ = pd.factorize(np.array(names, dtype=object))
    figures = np.array([*sorted_.tolist(), -1], dtype=np.int64)[codes]
    return np.where(is_time, np.where(times.codes < 0, -1, times.codes + len(numbers)), figures)


class Met:
    """Columns of the left and of the right claims of pairs."""

    def __init__(self, known: Known, pairs: Pairs) -> None:
        self.known, self.told = known, known.told
        self._left, self._right = pairs.left, pairs.right

    def of(self, name: str) -> tuple[Any, Any]:
        """A column on either side; of words the codes."""
        column = getattr(self.known, name) if hasattr(self.known, name) else getattr(self.told, name)
        cells = column.codes if isinstance(column, Codes) else column
        return cells[self._left], cells[self._right]

    def words(self, name: str) -> list[Any]:
        """The words of a column by code."""
        column = getattr(self.known, name) if hasattr(self.known, name) else getattr(self.told, name)
        return list(column.words)

    def is_one(self, name: str) -> Mask:
        """Where both are equal, or both tell nothing."""
        left, right = self.of(name)
        same: Mask = left == right
        return same

    def either(self, mask: Mask) -> Mask:
        """Where it holds for one of the two at least."""
        return mask[self._left] | mask[self._right]

    def both(self, mask: Mask) -> Mask:
        """Where it holds for the two."""
        return mask[self._left] & mask[self._right]

    def both_differ(self, mask: Mask) -> Mask:
        """Where it holds for one of the two alone."""
        found: Mask = mask[self._left] != mask[self._right]
        return found

    def column(self, name: str) -> Any:
        """A column of all claims."""
        return getattr(self.known, name) if hasattr(self.known, name) else getattr(self.told, name)

    def may_be_one_anyhow(self) -> Mask:
        """Where a misprint, one quotation or one occasion may overrule what separates or lift the score."""
        (left, right), is_inside = self.of("quotation"), self.is_one("document")
        is_one = ((left >= 0) & (left == right)) | self.share("occasions")
        found: Mask = self.may_be_misprint() | (is_one & ~is_inside)
        return found

    def share(self, name: str) -> Mask:
        """Where two sets, told as bits, may have something in common."""
        left, right = self.of(name)
        common: Mask = ((left & right) != 0).reshape(len(left), -1).any(axis=1)
        return common

    def may_be_misprint(self) -> Mask:
        """Where one may be the other, mistyped: the same digits, in another order, of another size or unit."""
        (left, right), (low, other) = self.of("digits"), self.of("low")
        found: Mask = (left == right) & (left >= 0) & ((low != other) | ~self.is_one("unit"))
        return found

    def disjoint(self) -> Mask:
        """Where the values surely exclude each other."""
        (low, other), (high, other_high) = self.of("low"), self.of("high")
        is_time = self.both(self.column("is_time"))
        is_told_by_day = ~self.both(self.column("is_clock")) | (np.abs(low - other) > 1)
        of_times = is_time & is_told_by_day & ((high < other) | (other_high < low))
        is_one_unit = self.is_one("unit") | self.both(self.column("is_without_unit"))
        step, other_step = self.of("step")
        gap, size = np.abs(low - other), np.maximum(np.abs(low), np.abs(other))
        is_rounded = (step != other_step) & (gap <= np.maximum(step, other_step) / 2 * (1 + 2 * SAME_SHARE))
        of_figures = self.both(self.column("is_plain")) & is_one_unit & (gap > 2 * SAME_SHARE * size) & ~is_rounded
        found: Mask = of_times | (of_figures & ~is_time & ~self.either(self.column("is_score")))
        return found
