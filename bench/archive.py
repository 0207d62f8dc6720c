"""How fast a small batch meets a large archive: one is made, then asked as a gate asks it, and the batch is judged."""

import shutil
import sqlite3
import statistics
import tempfile
import time
import tracemalloc
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd

import checker
from bench import made
from checker import archive
from checker.judging import loaded
from checker.matching import lasting_keys
from checker.shares import share
from checker.tables import CLAIMS, DOCUMENTS, frame, joined

ASKED = 1_000  # claims of the batch that is gated
ROUNDS = 5
_ADDED = 100_000  # claims that are added as `archive add` does, twice; the others are cloned in the database
_AT_ONCE = 20_000
_OTHER_KEY = "key % 4611686018427387904 + :offset * 7919"
# Table -> how its columns are cloned; those not named stay.
_CLONED = {
    "documents": {"_number": "number", "number": "number + :offset", "id": "id || '-' || :offset"},
    "claims": {"_number": "document_number", "document_number": "document_number + :offset"},
    "members": {"_number": "document", "document": "document + :offset"},
    "keys": {"_number": "document", "document": "document + :offset", "key": _OTHER_KEY, "_order": "ORDER BY 1, 2"},
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What one batch took: seconds of CPU time, and counts."""

    claims: int
    documents: int  # found in the archive
    found: int  # their claims
    keys: float
    asking: float
    matching: float
    judging: float
    clock: float  # seconds of all of it, by the clock
    findings: int  # the batch's

    @property
    def all(self) -> float:
        """CPU seconds from the batch's claims to its findings."""
        return self.keys + self.asking + self.matching + self.judging


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it."""

    claims: int  # in the archive
    documents: int
    making: float  # seconds
    megabytes: float
    rounds: tuple[Asked, ...]
    memory: float  # megabytes that a round takes at its highest

    def median(self, name: str) -> float:
        """The median of the rounds."""
        return float(statistics.median(getattr(one, name) for one in self.rounds))


def run(claims: int, folder: Path | None) -> Result:
    """Make an archive of so many claims and ask it; in `folder`, where one is given, it is left and used again."""
    home = folder or Path(tempfile.mkdtemp())
    home.mkdir(parents=True, exist_ok=True)
    try:
        return _run(home / f"archive-{claims}.db", claims)
    finally:
        if folder is None:
            shutil.rmtree(home)


def _run(path: Path, claims: int) -> Result:
    start = time.monotonic()
    if not path.exists():
        _make(path, claims)
    making = time.monotonic() - start
    with sqlite3.connect(path) as connection:
        kept = connection.execute("SELECT count(*) FROM claims").fetchone()[0]
        documents = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
    loaded()
    _asked(path, claims, 0)  # what is loaded on first use
    rounds = tuple(_asked(path, claims, turn) for turn in range(1, ROUNDS + 1))
    size = path.stat().st_size / 1e6
    return Result(kept, documents, making, size, rounds, _memory(path, claims))


def _make(path: Path, claims: int) -> None:
    """First what is cloned until there is enough, then as much again, which common keys lead to."""
    part = min(_ADDED, claims // 2)
    _add(path, part, claims, edition="o")
    with sqlite3.connect(path) as connection:
        count = connection.execute("SELECT max(number) FROM documents").fetchone()[0]
    for turn in range(1, claims // part - 1):
        _clone(path, turn * count, count)
    _add(path, part, claims, edition="")


def _add(path: Path, claims: int, world: int, edition: str) -> None:
    first, done = 0, 0
    while done < claims:
        batch = made.made(min(_AT_ONCE, claims - done), world=world, first=first, edition=edition).claims
        archive.add(str(path), _documents(batch), batch, lasting_keys(batch))
        first, done = _event(batch["document"].iloc[-1], edition) + 1, done + len(batch)


def _event(document: str, edition: str) -> int:
    return int(document.removeprefix(edition)[:-1])


def _documents(claims: pd.DataFrame) -> pd.DataFrame:
    first = claims.drop_duplicates("document")
    rows: list[dict[str, Any]] = [
        {
            "id": document,
            "path": f"{document}.txt",
            "outlet": outlet,
            "published": published,
            "published_from": "text",
            "account": {"format": "text", "warnings": []},
        }
        for document, outlet, published in zip(first["document"], first["outlet"], first["published"], strict=True)
    ]
    return frame(DOCUMENTS, rows)


def _clone(path: Path, offset: int, count: int) -> None:
    """The first documents again with other numbers and keys, inside the database: as large, and quickly made."""
    connection = sqlite3.connect(path, isolation_level=None)
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


def _asked(path: Path, world: int, turn: int) -> Asked:
    """A batch of other papers on events that the archive knows, from claims to findings."""
    new = made.made(ASKED, world=world, first=turn * 200, edition="n").claims
    documents, rules = _documents(new), loaded()
    clock, times = time.monotonic(), [time.process_time()]
    keys = lasting_keys(new)
    times.append(time.process_time())
    known = archive.related(str(path), documents, keys)
    times.append(time.process_time())
    claims = joined([new, known.claims], CLAIMS)
    pairs = checker.match(claims, about=set(documents["id"]))
    times.append(time.process_time())
    named = claims["document"].isin(documents["id"]) | claims["id"].isin([*pairs["left"], *pairs["right"]])
    told = share(documents, claims, known.documents, pairs, checker.judge(pairs, claims[named], rules=rules))
    times.append(time.process_time())
    keys_, asking, matching, judging = (later - earlier for earlier, later in pairwise(times))
    return Asked(
        claims=len(new),
        documents=len(known.documents),
        found=len(known.claims),
        keys=keys_,
        asking=asking,
        matching=matching,
        judging=judging,
        clock=time.monotonic() - clock,
        findings=len(told.findings),
    )


def _memory(path: Path, world: int) -> float:
    """Megabytes that one more round takes at its highest, as far as Python and numpy ask for them."""
    tracemalloc.start()
    _asked(path, world, ROUNDS + 1)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6
