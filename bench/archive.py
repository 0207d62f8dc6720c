"""How fast a small batch meets a large archive: one is made of the seeds' claims, then asked as a gate asks it."""

import shutil
import sqlite3
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

import checker
from bench.speed import SEEDS
from checker import archive
from checker.matching import lasting_keys

PER_DOCUMENT = 20  # claims of an article
PER_BATCH = 2_000  # documents added at a time
ASKED = 50  # documents of the batch that is gated: a thousand claims
ROUNDS = 5
_COMMON = 4  # of so many keys one is shared by every copy of a document: a word of every other story

_BY_ADDING = 0.3  # of the time documents are added as `archive add` does; then they are cloned in the database
_OTHER_KEY = "key % 4611686018427387904 + :offset * 7919"
# Table -> how its columns are cloned; those not named stay.
_CLONED = {
    "documents": {"_number": "number", "number": "number + :offset", "id": "id || '-' || :offset"},
    "claims": {"_number": "document_number", "document_number": "document_number + :offset"},
    "members": {"_number": "document", "document": "document + :offset"},
    "keys": {"_number": "document", "document": "document + :offset", "key": _OTHER_KEY, "_order": "ORDER BY 1, 2"},
}
Keys = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it."""

    claims: int  # in the archive
    documents: int
    making: float  # seconds
    megabytes: float
    asking: float  # seconds, the median of the rounds
    first: float  # seconds of the first time
    found: int  # claims it gave back
    memory: float  # megabytes that asking took at its highest


def run(seconds: float, folder: Path | None) -> Result:
    """Make an archive for so many seconds and ask it; it is left in `folder` where one is given."""
    home = folder or Path(tempfile.mkdtemp())
    home.mkdir(parents=True, exist_ok=True)
    try:
        return _run(str(home / "archive.db"), seconds)
    finally:
        if folder is None:
            shutil.rmtree(home)


def _run(address: str, seconds: float) -> Result:
    start, added = time.monotonic(), 0
    batches = _batches()
    while not added or time.monotonic() - start < seconds * _BY_ADDING:
        archive.add(address, *next(batches))
        added += PER_BATCH
    documents = added
    while time.monotonic() - start < seconds:
        _clone(address, documents, added)
        documents += added
    archive.add(address, *next(batches))  # those that common keys lead to
    documents += PER_BATCH
    making = time.monotonic() - start
    spent = [_asked(address, added, turn) for turn in range(ROUNDS)]
    times = [taken for taken, _ in spent]
    size = Path(address).stat().st_size / 1e6
    return Result(
        claims=documents * PER_DOCUMENT,
        documents=documents,
        making=making,
        megabytes=size,
        asking=statistics.median(times),
        first=times[0],
        found=max(count for _, count in spent),
        memory=_memory(address, added),
    )


def _clone(address: str, offset: int, count: int) -> None:
    """The first documents again with other numbers and keys, inside the database: as large, and quickly made."""
    connection = sqlite3.connect(address, isolation_level=None)
    connection.execute("PRAGMA cache_size = -1000000")
    connection.execute("BEGIN IMMEDIATE")
    for table, changed in _CLONED.items():
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        told = ", ".join(changed.get(name, f'"{name}"') for name in names)
        number = changed["_number"]
        source = f"SELECT {told} FROM {table} WHERE {number} <= :count {changed.get('_order', '')}"  # noqa: S608 - ours
        connection.execute(f"INSERT INTO {table} {source}", {"offset": offset, "count": count})
    connection.execute("COMMIT")
    connection.close()


def _memory(address: str, documents: int) -> float:
    """Megabytes that one more asking takes at its highest, as far as Python and numpy ask for them."""
    tracemalloc.start()
    _asked(address, documents, ROUNDS)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


def _asked(address: str, documents: int, turn: int) -> tuple[float, int]:
    """Seconds, and claims found, of a batch whose articles speak of what articles all over the archive speak of."""
    places = [(turn * 7919 + number * documents // ASKED) % documents for number in range(ASKED)]
    new, _, keys = _copies(places, "new")
    start = time.monotonic()
    found = archive.related(address, new, keys)
    return time.monotonic() - start, len(found.claims)


def _batches() -> Iterator[tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]]:
    place = 0
    while True:
        yield _copies(range(place, place + PER_BATCH), "old")
        place += PER_BATCH


def _copies(places: Iterable[int], age: str) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """A document for each place: one of the seeds' pieces, renamed, most of its keys moved to others."""
    documents, claims, keys = _pieces()
    count = len(documents)
    parts = [(n % count, f"{age}-{n:08}", n // count) for n in places]
    rows = documents.iloc[[piece for piece, _, _ in parts]].assign(id=[name for _, name, _ in parts])
    told = [claims[piece].assign(document=name, id=name + claims[piece]["id"]) for piece, name, _ in parts]
    marks = [pd.DataFrame({"document": name, "key": _moved(keys[piece], copy)}) for piece, name, copy in parts]
    return rows.reset_index(drop=True), pd.concat(told, ignore_index=True), pd.concat(marks, ignore_index=True)


def _moved(keys: Keys, copy: int) -> Keys:
    """The keys of a copy: its own, but for those that all copies share."""
    own = keys * np.int64(2 * copy + 1) + np.int64(copy)
    return np.where(np.arange(len(keys)) % _COMMON == 0, keys, own)


_KNOWN: list[tuple[pd.DataFrame, list[pd.DataFrame], list[Keys]]] = []


def _pieces() -> tuple[pd.DataFrame, list[pd.DataFrame], list[Keys]]:
    """The seeds in pieces of as many claims as an article has: documents, claims and keys of each."""
    if not _KNOWN:
        texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.iterdir())]
        read = checker.documents(texts)
        found = checker.extract(read)
        claims = [found.iloc[n : n + PER_DOCUMENT] for n in range(0, len(found) - PER_DOCUMENT + 1, PER_DOCUMENT)]
        homes = read.set_index("id").loc[[piece["document"].iloc[0] for piece in claims]].reset_index()
        _KNOWN.append((homes[read.columns], claims, [lasting_keys(piece)["key"].to_numpy() for piece in claims]))
    return _KNOWN[0]
