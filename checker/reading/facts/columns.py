"""The columns of a table of reference facts, and which of them a header names."""

import difflib
from collections.abc import Mapping, Sequence

from checker.exits import UsageError

# Column -> what stands in it.
COLUMNS: Mapping[str, str] = {
    "measure": "what is counted or measured: people killed, inflation rate, revenue",
    "value": "the figure: 38, 2.4%, $65.9 billion, about 1,200",
    "unit": "its unit, where the value does not name one: percent, USD, tonnes",
    "period": "the time that it holds for: 2026-01, January 2026, 5 March 2024, since February 2022",
    "entity": "whom or what it is about, several with a semicolon between",
    "place": "where it holds",
    "source": "who says so",
    "published": "the day on which the source said so: 2026-02-18",
    "url": "where it can be read",
    "note": "anything else; it is not read",
}
NEEDED = ("measure", "value", "source")
EITHER = ("entity", "place")  # without one of them a figure could be of any event
QUOTED = ("measure", "value", "unit", "period", "entity", "place", "source")  # what a report shows of a row


class FactsError(UsageError, ValueError):
    """A table of reference facts of which nothing can be used; the message names file, line, column and repair."""


def named(path: str, head: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """The columns of a header.

    Args:
        path: of the file, for the message.
        head: each name as written, with the column of the line at which it stands.

    Raises:
        FactsError: a name is not known or stands twice, or one that is needed is missing.

    """
    found: list[str] = []
    for name, column in head:
        known = name.strip().lower()
        if known not in COLUMNS:
            raise FactsError(f"{path}:1:{column}: unknown column {name[:60]!r}; {_repair(known)}")
        if known in found:
            raise FactsError(f"{path}:1:{column}: the column {known!r} stands twice; remove one")
        found.append(known)
    missing = [name for name in NEEDED if name not in found]
    if missing or not set(EITHER) & set(found):
        wanted = ", ".join(missing) or " or ".join(EITHER)
        raise FactsError(f"{path}:1: no column {wanted}; the first line names the columns: {', '.join(COLUMNS)}")
    return tuple(found)


def _repair(name: str) -> str:
    near = difflib.get_close_matches(name[:60], COLUMNS, 1)
    return f"did you mean {near[0]!r}?" if near else f"known are {', '.join(COLUMNS)}"
