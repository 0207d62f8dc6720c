"""Functions from frame to frame as Spark calls them: with Arrow, in worker processes. Workers import this file."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pandas as pd
import pyarrow as pa

from checker.engine.arrow import from_arrow, schema, to_arrow
from checker.tables import Column

Columns = Sequence[Column]
Step = Callable[[pd.DataFrame], pd.DataFrame]  # at the top of a module, or a partial of such a one
Couple = Callable[[pd.DataFrame, pd.DataFrame], pd.DataFrame]


def mapped(step: Step, taken: Columns, given: Columns) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """A step that treats every row by itself: batch after batch of a partition."""

    def run(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            yield from to_arrow(step(from_arrow(batch, taken)), given).to_batches()

    return run


def grouped(step: Step, taken: Columns, given: Columns, *, keeps: bool) -> Callable[[Any, Any], Any]:
    """A step that needs a whole group at once; where it `keeps`, the number of the group stands in what is made."""

    def run(key: Any, group: Any) -> Any:
        made = to_arrow(step(from_arrow(group, taken)), given)
        return made.append_column("bucket", pa.array([key[0].as_py()] * len(made), pa.int64())) if keeps else made

    return run


def cogrouped(step: Couple, taken: tuple[Columns, Columns], given: Columns) -> Callable[[Any, Any], Any]:
    """A step that needs the rows of a group of two tables at once; of either it may hold none."""

    def run(left: Any, right: Any) -> Any:
        one, other = (_read(group, columns) for group, columns in zip((left, right), taken, strict=True))
        return to_arrow(step(one, other), given)

    return run


def _read(group: Any, columns: Columns) -> pd.DataFrame:
    """Spark hands over a table without columns where a group is of one table only."""
    return from_arrow(group if group.num_columns else schema(columns).empty_table(), columns)
