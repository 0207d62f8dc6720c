"""How matching and judging grow: made claims at one density, more and more of them, beside peers that only join.

Every size and every peer runs in a process of its own, so that its memory is its own. A peer is given the claims and
gives back pairs; what it is good for is told by its recall: how many it gives of all pairs of claims of two papers that
tell one figure of one event.
"""

import json
import math
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd

import checker
from bench import made, plot
from checker.judging import loaded

ROOT = Path(__file__).parent.parent
RESULTS = Path(__file__).parent / "results"
SMALL = (10_000, 30_000, 100_000)
LARGE = (*SMALL, 300_000, 1_000_000, 2_000_000)
_LARGEST_OF_PEERS = 100_000  # claims; the peers take too much memory for more
_MOST = 64  # claims of a key, as in `checker.matching.join`
_NEAREST, _LEAST = 10, 0.3  # of sparse_dot_topn: neighbours of a sentence, and how near they are

Pairs = tuple[Sequence[str], Sequence[str]]  # ids of the left and of the right claims


@dataclass(frozen=True, slots=True)
class Taken:
    """What one engine took for some claims."""

    engine: str
    claims: int
    seconds: float  # of CPU time
    parts: dict[str, float]  # of which
    megabytes: float  # at most, the claims among them
    before: float  # of which before it began
    pairs: int
    recall: float  # of the pairs that tell one figure of one event
    right: float | None  # share of its pairs of one fact that do; None where it does not tell facts


def run(sizes: Iterable[int], peers: Path | None) -> list[Taken]:
    """Every size, checker first and then its peers, in one run; `peers` is an interpreter with sparse_dot_topn."""
    found = []
    for size in sizes:
        engines = [name for name in ENGINES if name == "checker" or size <= _LARGEST_OF_PEERS]
        found += [_measured(name, size, sys.executable) for name in engines]
    if peers is not None:
        found += [_of_sparse(size, peers) for size in sizes if size <= _LARGEST_OF_PEERS]
    return found


def growth(taken: Sequence[Taken], engine: str = "checker") -> float:
    """By what power of the number of claims the CPU time grows, from the fewest to the most."""
    own = sorted((one.claims, one.seconds) for one in taken if one.engine == engine)
    (few, quick), (many, slow) = own[0], own[-1]
    return math.log(slow / quick) / math.log(many / few)


def write(taken: Sequence[Taken], folder: Path) -> None:
    """The figures as JSON, with the machine and the versions, and as a plot."""
    folder.mkdir(exist_ok=True)
    told = {"machine": machine(), "growth": round(growth(taken), 3), "runs": [asdict(one) for one in taken]}
    (folder / "scale.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    lines = {name: [(t.claims, t.seconds) for t in taken if t.engine == name] for name in {t.engine: 0 for t in taken}}
    (ROOT / "docs" / "speed.svg").write_text(plot.log_log(lines, "claims", "CPU seconds"), encoding="utf-8")


def machine() -> dict[str, Any]:
    """What it ran on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    packages = {name: version(name) for name in ("pandas", "numpy", "duckdb", "pyarrow", "rapidfuzz")}
    return {
        "cpu": _cpu(),
        "cores": os.cpu_count(),
        "gigabytes": round(memory),
        "python": platform.python_version(),
    } | packages


def _cpu() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")


def _measured(engine: str, size: int, python: str) -> Taken:
    call = [python, "-m", "bench.scale", engine, str(size)]
    ran = subprocess.run(call, capture_output=True, text=True, check=True, cwd=ROOT)
    return Taken(**json.loads(ran.stdout.splitlines()[-1]))


def measured(engine: str, size: int) -> Taken:
    """One engine on so many claims, in this process."""
    claims = made.made(size)
    loaded()  # the rules are read once, whatever their pairs
    before, start = _peak(), time.process_time()
    parts, pairs, facts = ENGINES[engine](claims.claims)
    seconds = time.process_time() - start
    told = dict(zip(claims.claims["id"], claims.told, strict=True))
    document = dict(zip(claims.claims["id"], claims.claims["document"], strict=True))
    right, of_facts = _right(pairs, told, document), None if facts is None else _right(facts, told, document)
    return Taken(
        engine=engine,
        claims=size,
        seconds=round(seconds, 2),
        parts={name: round(taken, 2) for name, taken in parts.items()},
        megabytes=round(_peak()),
        before=round(before),
        pairs=len(pairs[0]),
        recall=round((right if of_facts is None else of_facts) / _true(claims.told, claims.claims["document"]), 3),
        right=None if facts is None or of_facts is None else round(of_facts / max(_across(facts, document), 1), 3),
    )


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _true(told: "pd.Series[Any]", documents: "pd.Series[str]") -> int:
    """How many pairs of claims of two papers tell one figure of one event."""
    named = told != ""
    of_all = told[named].value_counts()
    of_one = pd.Series(list(zip(told[named], documents[named], strict=True))).value_counts()
    return int((of_all * (of_all - 1) // 2).sum() - (of_one * (of_one - 1) // 2).sum())


def _right(pairs: Pairs, told: dict[str, str], document: dict[str, str]) -> int:
    ways = zip(*pairs, strict=True)
    return sum(told[one] == told[other] != "" and document[one] != document[other] for one, other in ways)


def _across(pairs: Pairs, document: dict[str, str]) -> int:
    return sum(document[one] != document[other] for one, other in zip(*pairs, strict=True))


Found = tuple[dict[str, float], Pairs, Pairs | None]


def _checker(claims: pd.DataFrame) -> Found:
    """All of it: which claims are of one fact, and what that means."""
    start = time.process_time()
    pairs = checker.match(claims)
    half = time.process_time()
    checker.judge(pairs, claims)
    of_facts = pairs[pairs["fact"].notna()]
    parts = {"matching": half - start, "judging": time.process_time() - half}
    return parts, _sides(pairs), _sides(of_facts)


def _sides(pairs: pd.DataFrame) -> Pairs:
    return pairs["left"].tolist(), pairs["right"].tolist()


def _words(claims: pd.DataFrame) -> pd.DataFrame:
    """What a join needs: each claim with every word of its event, its kind and what it counts."""
    keys = claims[["id", "kind", "measure_head", "event"]].explode("event").dropna()
    return keys.rename(columns={"event": "word"}).drop_duplicates()


_JOIN = f"""
WITH blocks AS (
    SELECT kind, measure_head, word FROM keys GROUP BY ALL HAVING count(*) BETWEEN 2 AND {_MOST}
), kept AS (SELECT * FROM keys JOIN blocks USING (kind, measure_head, word))
SELECT DISTINCT a.id, b.id
FROM kept a JOIN kept b ON a.kind = b.kind AND a.measure_head = b.measure_head AND a.word = b.word AND a.id < b.id
"""  # noqa: S608 - a number of ours


def _duckdb(claims: pd.DataFrame) -> Found:
    """Claims of one kind and one thing counted that share a word of the event: no more than that."""
    import duckdb

    keys = _words(claims)
    with duckdb.connect(":memory:") as connection:
        connection.register("keys", keys)
        rows = connection.execute(_JOIN).fetchall()
    return {}, ([left for left, _ in rows], [right for _, right in rows]), None


def _pandas(claims: pd.DataFrame) -> Found:
    """The same join as a merge."""
    keys, on = _words(claims), ["kind", "measure_head", "word"]
    size = keys.groupby(on)["id"].transform("size")
    kept = keys[(size > 1) & (size <= _MOST)]
    met = kept.merge(kept, on=on)
    pairs = met.loc[met["id_x"] < met["id_y"], ["id_x", "id_y"]].drop_duplicates()
    return {}, (pairs["id_x"].tolist(), pairs["id_y"].tolist()), None


ENGINES: dict[str, Callable[[pd.DataFrame], Found]] = {"checker": _checker, "duckdb": _duckdb, "pandas": _pandas}


def _of_sparse(size: int, python: Path) -> Taken:
    """sparse_dot_topn in its own interpreter: the sentences that are nearest to each other."""
    claims = made.made(size)
    told = json.dumps([claims.claims["sentence"].tolist(), _NEAREST, _LEAST])
    script = Path(__file__).parent / "sparse.py"
    ran = subprocess.run([python, "-P", script], input=told, capture_output=True, text=True, check=True)
    found = json.loads(ran.stdout.splitlines()[-1])
    ids = claims.claims["id"].tolist()
    left, right = ([ids[place] for place in found[side]] for side in ("left", "right"))
    facts, document = dict(zip(ids, claims.told, strict=True)), dict(zip(ids, claims.claims["document"], strict=True))
    true = _true(claims.told, claims.claims["document"])
    recall = round(_right((left, right), facts, document) / true, 3)
    return Taken(
        "sparse_dot_topn", size, round(found["seconds"], 2), {}, round(found["megabytes"]), 0.0, len(left), recall, None
    )


if __name__ == "__main__":
    print(json.dumps(asdict(measured(sys.argv[1], int(sys.argv[2])))))
