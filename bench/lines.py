"""JSON lines: read record by record, written as they come; and the list that the adapters cut into chunks."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

Record = Mapping[str, Any]

# Records extracted in one frame: bounds the memory, and is large enough that the frame costs nothing.
CHUNK = 400


def read(path: Path) -> Iterator[Record]:
    """The records of a file, one a line; empty lines are passed over."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def write(path: Path, records: Iterable[Record]) -> int:
    """Write records one a line, in order; how many there were. NaN in a record is an error."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n")
            count += 1
    return count


def chunks(records: Iterable[Record], size: int = CHUNK) -> Iterator[list[Record]]:
    """The records in lists of at most `size`."""
    source = iter(records)
    while part := list(islice(source, size)):
        yield part
