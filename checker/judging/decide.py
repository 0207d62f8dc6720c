"""First match wins: which rule decides each pair."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from checker.judging.expression import Columns, holding
from checker.judging.rule import Rule

NO_RULE = -1


def decide(pairs: pd.DataFrame, claims: pd.DataFrame, rules: Sequence[Rule]) -> npt.NDArray[np.int64]:
    """For every pair the place in `rules` of the first rule whose condition is true; NO_RULE where none is.

    The pairs hold the columns of `checker.judging.around` too.
    """
    decided = np.full(len(pairs), NO_RULE, dtype=np.int64)
    for block, holds in holding([rule.condition for rule in rules], Columns(pairs, claims)):
        first = decided[block]  # a view
        for place in range(len(rules) - 1, -1, -1):  # the first that holds is written last
            first[holds[place]] = place
    return decided
