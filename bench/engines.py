"""The engines on one batch of made articles: what each costs, in time and memory, and that all find the same.

Every engine runs in a process of its own, whose descendants count: Java, and Python's workers.
"""

import datetime as dt
import hashlib
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

import checker
from bench.footprint import Footprint
from bench.stories import stories
from checker.engine.arrow import from_arrow, to_arrow
from checker.tables import DOCUMENTS

ROOT = Path(__file__).parent.parent
DOCUMENTS_MADE = 1_000
_FIRST_DAY = dt.date(2024, 1, 1)
_PER_DAY = 20  # events
_OTHER = 0.04  # share of the figures that a paper has otherwise


@dataclass(frozen=True, slots=True)
class Pace:
    """What one engine took."""

    name: str
    wall: float  # seconds by the clock, its start among them
    cpu: float  # CPU seconds of all its processes
    java: float  # of which Java's
    memory: float  # megabytes of all its processes together, at their highest
    claims: int
    pairs: int
    findings: int
    digest: str  # of all cells of the findings


def articles(count: int, seed: int = 0, skew: float = 0.0) -> pd.DataFrame:
    """So many made articles, each event told by one to four papers, as the documents table.

    Args:
        count: of articles.
        seed: another one makes others.
        skew: share of the events that are all of one company, one person and one town.

    """
    chance, number = random.Random(seed), 0  # noqa: S311 - not for secrets
    made: list[tuple[str, str, str]] = []
    while len(made) < count:
        made += list(_told(number, chance, is_common=chance.random() < skew))
        number += 1
    texts, days, outlets = zip(*made[:count], strict=True)
    ids = [f"a{turn:07}" for turn in range(count)]
    return checker.documents(list(texts), published=list(days), outlets=list(outlets), ids=ids)


def _told(number: int, chance: random.Random, *, is_common: bool) -> Iterator[tuple[str, str, str]]:
    """The tellings of one event: text, day and outlet."""
    told = stories()
    names = {
        "town": "Wexbury" if is_common else _name(chance, "burg"),
        "company": "Zentrafax" if is_common else _name(chance, "ix"),
        "country": chance.choice(told["words"]["countries"]),
        **{who: _person(chance) for who in ("person", "other", "chief")},
        "day": "Tuesday",
    }
    names |= {"person": "Orlando Quimberly"} if is_common else {}
    lower = {f"{name}_lower": word.lower() for name, word in names.items()}
    figures = {name: chance.randint(least, most) for name, (_, least, most) in told["figures"].items()}
    papers = chance.choice(told["events"])["papers"]
    day = _FIRST_DAY + dt.timedelta(days=number // _PER_DAY)
    for text in chance.sample(papers, min(len(papers), chance.choice((1, 2, 3, 4)))):
        own = {name: figure + (chance.random() < _OTHER) for name, figure in figures.items()}
        yield text.format_map({**names, **lower, **own}), day.isoformat(), f"Paper {chance.randrange(200)}"


def _name(chance: random.Random, ending: str) -> str:
    syllables = stories()["words"]["syllables"]
    return ("".join(chance.choice(syllables) for _ in range(3)) + ending).capitalize()


def _person(chance: random.Random) -> str:
    return f"{chance.choice(stories()['words']['first_names'])} {_name(chance, 'sen')}"


def _here(processes: int | None) -> Callable[[Path], Mapping[str, pd.DataFrame]]:
    def run(path: Path) -> Mapping[str, pd.DataFrame]:
        documents = from_arrow(pq.read_table(path), DOCUMENTS)
        claims = checker.extract(documents, processes=processes)
        pairs = checker.match(claims)
        return {"claims": claims, "pairs": pairs, "findings": checker.judge(pairs, claims)}

    return run


def _on_spark(master: str) -> Callable[[Path], Mapping[str, pd.DataFrame]]:
    def run(path: Path) -> Mapping[str, pd.DataFrame]:
        found = checker.report(path, engine="spark", master=master)
        return {"claims": found.claims, "pairs": found.pairs, "findings": found.findings}

    return run


ENGINES: Mapping[str, Callable[[Path], Mapping[str, pd.DataFrame]]] = {
    "local": _here(None),
    "local, 2 processes": _here(2),
    "Spark local[1]": _on_spark("local[1]"),
    "Spark local[2]": _on_spark("local[2]"),
}


def paces(count: int, skew: float = 0.0) -> Iterator[Pace]:
    """Every engine on the same articles; those of Spark are left out where it is not installed.

    Raises:
        AssertionError: one finds something else than the first.

    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "documents.parquet"
        pq.write_table(to_arrow(articles(count, skew=skew), DOCUMENTS), path)
        digests = set()
        for name in ENGINES:
            pace = _measured(name, path)
            if pace is not None:
                digests.add(pace.digest)
                assert len(digests) == 1, f"{name} finds something else"  # noqa: S101 - a figure without it is worth nothing
                yield pace


def joins(count: int, skew: float = 0.0) -> dict[str, tuple[int, float]]:
    """The candidate join alone: by columns as here, and by SQL in DuckDB; pairs, and CPU seconds."""
    from checker.matching import join, steps
    from checker.matching.blocks import blocked
    from checker.matching.told import Told

    claims = checker.extract(articles(count, skew=skew))
    told = Told(claims)
    with Footprint() as by_columns:
        met, _ = blocked(claims, told.columns)
        pairs = len(met)
    sides = steps.sides(claims).sort_values(list(steps.ORDER), ignore_index=True)
    sides = sides.assign(position=range(len(sides)))
    keys = steps.keys(sides, steps.words(sides))
    with Footprint() as by_sql:
        found = len(join.candidates(keys))
    return {"columns": (pairs, by_columns.cpu), "DuckDB, keys made": (found, by_sql.cpu)}


def _measured(name: str, path: Path) -> Pace | None:
    """One engine in a process of its own; None where it is not installed."""
    call = [sys.executable, "-m", "bench.engines", name, str(path)]
    told = subprocess.run(call, capture_output=True, cwd=ROOT, check=False)
    if told.returncode == _MISSING:
        return None
    if told.returncode:
        raise RuntimeError(told.stderr.decode())
    return Pace(**json.loads(told.stdout.decode().splitlines()[-1]))


_MISSING = 4


def _run(name: str, path: Path) -> int:
    from checker.engine.spark.session import MissingError

    with Footprint() as taken:
        try:
            found = ENGINES[name](path)
        except MissingError:
            return _MISSING
    digest = hashlib.sha256(found["findings"].to_json(orient="records").encode()).hexdigest()
    counts = {table: len(rows) for table, rows in found.items()}
    pace = Pace(name, taken.wall, taken.cpu, taken.java, taken.memory, digest=digest, **counts)
    print(json.dumps(asdict(pace)))
    return 0


if __name__ == "__main__":
    sys.exit(_run(sys.argv[1], Path(sys.argv[2])))
