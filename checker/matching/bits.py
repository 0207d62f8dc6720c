"""Sets of words as bits: whether two have one in common is asked of whole columns at once.

Some that have none in common share a bit; those that have one always do.
"""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from checker.language import occasions
from checker.matching.columns import Columns

Rows = npt.NDArray[np.int64]
Bits = npt.NDArray[np.uint64]

LANES = 4  # of 64 bits each
_SPREAD = np.uint64(0x9E3779B97F4A7C15)  # spreads numbers in a row over all bits


def places(numbers: npt.NDArray[np.integer[Any]]) -> tuple[Rows, Bits]:
    """Lane and bit of each number."""
    spread = numbers.astype(np.uint64) * _SPREAD
    return (spread >> np.uint64(62)).astype(np.int64), np.uint64(1) << ((spread >> np.uint64(56)) & np.uint64(63))


def of_mates(told: Columns) -> Bits:
    """The figures of the sentence of each claim, its own among them, as far as their values are told."""
    is_time = told.dimension.are(["day"])
    value = np.where(is_time, told.timex.codes, pd.factorize(told.low)[0])
    value = np.where(told.open_form.codes >= 0, told.open_form.codes + len(told.timex.words), value)
    figure = pd.factorize(value * 2 + is_time)[0].astype(np.int64)
    lane, bit = places(figure)
    found = np.zeros((max(len(told.telling.words), 1), LANES), dtype=np.uint64)
    is_any = is_time | (told.low == told.high)
    np.bitwise_or.at(found, (told.telling.codes[is_any], lane[is_any]), bit[is_any])
    found[np.bincount(told.telling.codes, minlength=len(found)) == 1] = 0  # a figure alone has no other beside it
    of_each: Bits = found[told.telling.codes]
    return of_each


def of_occasions(told: Columns) -> Bits:
    """The occasions of each time."""
    turn = {name: place for place, name in enumerate(occasions.names())}
    bits = [sum(1 << turn[name] for name in names) for names in told.occasions.words]
    of_each: Bits = np.array([*bits, 0], dtype=np.uint64)[told.occasions.codes]
    return of_each
