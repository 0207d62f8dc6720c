"""How fast rules decide: a million pairs and six rules, ours, DuckDB's and pandas.eval's in one run, answers equal."""

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import duckdb
import numpy as np
import numpy.typing as npt
import pandas as pd

from checker.judging.expression import Columns, holding, parse
from checker.tables import CLAIMS, PAIRS, frame

PAIRS_MADE = 1_000_000
CLAIMS_MADE = 200_000
ROUNDS = 5  # each engine in turn, so that a change of the machine's pace hits all
FEW = 2  # of ten
NO_RULE = -1
Decided = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Written:
    """One rule in three languages. In SQL and ours an unknown side decides nothing; pandas must be told so."""

    ours: str
    sql: str
    pandas: str


RULES = (
    Written("score < 0.5", "score < 0.5", "score < 0.5"),
    Written(
        'relation == "disjoint" and a.role != b.role',
        "relation = 'disjoint' AND a_role <> b_role",
        "(relation == 'disjoint') & (a_role != b_role)",
    ),
    Written(
        'relation == "disjoint" and 0 < days_apart <= 60 and b.low > a.low and a.kind == "count"',
        "relation = 'disjoint' AND 0 < days_apart AND days_apart <= 60 AND b_low > a_low AND a_kind = 'count'",
        "(relation == 'disjoint') & (0 < days_apart) & (days_apart <= 60) & (b_low > a_low) & (a_kind == 'count')",
    ),
    Written(
        'relation in ("contains", "contained", "overlaps")',
        "relation IN ('contains', 'contained', 'overlaps')",
        "(relation == 'contains') | (relation == 'contained') | (relation == 'overlaps')",
    ),
    Written(
        'relation == "disjoint" and a.unit == b.unit and not same_document and abs(a.low - b.low) > 3',
        "relation = 'disjoint' AND a_unit = b_unit AND NOT same_document AND abs(a_low - b_low) > 3",
        "(relation == 'disjoint') & (a_unit == a_unit) & (a_unit == b_unit) & ~same_document"
        " & (abs(a_low - b_low) > 3)",
    ),
    Written(
        'relation == "disjoint" and a.kind not in ("date", "time", "set")',
        "relation = 'disjoint' AND a_kind NOT IN ('date', 'time', 'set')",
        "(relation == 'disjoint') & (a_kind != 'date') & (a_kind != 'time') & (a_kind != 'set')",
    ),
)
_OF_CLAIM = ("kind", "role", "unit", "low")
_OF_PAIR = ("relation", "score", "days_apart", "same_document")


@dataclass(frozen=True, slots=True)
class Load:
    """What the rules are tried on: the two tables, and both joined before the clock starts."""

    pairs: pd.DataFrame
    claims: pd.DataFrame
    flat: pd.DataFrame
    coded: Columns


@dataclass(frozen=True, slots=True)
class Pace:
    """CPU and wall-clock seconds: the median of the rounds."""

    name: str
    cpu: float
    wall: float


def made(pairs: int = PAIRS_MADE, claims: int = CLAIMS_MADE) -> Load:
    """Tables of this size, the same on every run."""
    random = np.random.default_rng(7)
    told = _claims(claims, random)
    columns = {
        "left": told["id"].to_numpy()[random.integers(claims, size=pairs)],
        "right": told["id"].to_numpy()[random.integers(claims, size=pairs)],
        "score": random.random(pairs),
        "relation": random.choice(["equal", "rounds_to", "contains", "contained", "overlaps", "disjoint"], pairs),
        "same_document": random.integers(10, size=pairs) < FEW,
        "days_apart": np.where(random.integers(10, size=pairs) < FEW, np.nan, random.integers(-90, 90, pairs)),
    }
    empty = frame(PAIRS, [])
    made_pairs = pd.DataFrame({name: pd.Series(cells, dtype=empty[name].dtype) for name, cells in columns.items()})
    coded = Columns(made_pairs, told)
    _decided(coded)
    return Load(made_pairs, told, _joined(made_pairs, told), coded)


def _claims(count: int, random: np.random.Generator) -> pd.DataFrame:
    columns = {
        "id": [f"{place:08x}:0-2" for place in range(count)],
        "kind": random.choice(["money", "percent", "count", "measure", "date", "age"], count),
        "role": random.choice(["level", "total", "part", "change_to", "target"], count, p=[0.6, 0.1, 0.1, 0.1, 0.1]),
        "unit": random.choice(np.array(["USD", "EUR", "percent", "mile", None], dtype=object), count),
        "low": np.where(random.integers(10, size=count) < FEW, np.nan, random.integers(1, 50, count)),
    }
    empty = frame(CLAIMS, [])
    return pd.DataFrame({name: pd.Series(cells, dtype=empty[name].dtype) for name, cells in columns.items()})


def _joined(pairs: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    rows = pd.Index(claims["id"])
    flat = pairs[list(_OF_PAIR)].copy()
    for side, name in (("a", "left"), ("b", "right")):
        wanted = rows.get_indexer(pd.Index(pairs[name]))
        for column in _OF_CLAIM:
            flat[f"{side}_{column}"] = claims[column].to_numpy()[wanted]
    return flat


def _decided(columns: Columns) -> Decided:
    conditions = [parse(rule.ours)[0] for rule in RULES]
    decided = np.full(len(columns), NO_RULE, dtype=np.int64)
    for block, holds in holding(conditions, columns):
        first = decided[block]
        for place in range(len(RULES) - 1, -1, -1):
            first[holds[place]] = place
    return decided


def _case() -> str:
    cases = " ".join(f"WHEN {rule.sql} THEN {place}" for place, rule in enumerate(RULES))
    return f"CASE {cases} ELSE {NO_RULE} END AS rule"


def _duckdb_joins(load: Load) -> Decided:
    sides = ", ".join(f"{side}.{name} AS {side}_{name}" for side in "ab" for name in _OF_CLAIM)
    query = (
        f"SELECT row, {_case()} FROM (SELECT row, {', '.join(_OF_PAIR)}, {sides} FROM pairs"  # noqa: S608 - our words
        ' JOIN claims a ON a.id = "left" JOIN claims b ON b.id = "right")'
    )
    with duckdb.connect() as engine:
        engine.register("pairs", load.pairs.assign(row=np.arange(len(load.pairs))))
        engine.register("claims", load.claims)
        found = engine.execute(query).fetchnumpy()
    decided = np.empty(len(load.pairs), dtype=np.int64)
    decided[found["row"]] = found["rule"]
    return decided


def _duckdb(load: Load) -> Decided:
    with duckdb.connect() as engine:
        engine.register("flat", load.flat)
        found = engine.execute(f"SELECT {_case()} FROM flat").fetchnumpy()  # noqa: S608 - our words
    return np.asarray(found["rule"], dtype=np.int64)


def _pandas(load: Load) -> Decided:
    answers = [np.asarray(load.flat.eval(rule.pandas), dtype=bool) for rule in RULES]
    return np.select(answers, list(range(len(RULES))), NO_RULE).astype(np.int64)


# The first two find the claims of each pair as well, the others are given them.
ENGINES: Mapping[str, Callable[[Load], Decided]] = {
    "checker, claims looked up": lambda load: _decided(Columns(load.pairs, load.claims)),
    "DuckDB, claims joined": _duckdb_joins,
    "checker, columns at hand": lambda load: _decided(load.coded),
    "DuckDB, one flat table": _duckdb,
    "pandas.eval, one flat table": _pandas,
}


def paces(load: Load, rounds: int = ROUNDS) -> list[Pace]:
    """Every engine's pace on the same pairs, measured in turn.

    Raises:
        ValueError: two engines decide a pair differently.

    """
    expected = _decided(load.coded)
    for name, run in ENGINES.items():
        differs = int((run(load) != expected).sum())
        if differs:
            raise ValueError(f"{name} decides {differs} pairs differently")
    taken = [{name: _timed(run, load) for name, run in ENGINES.items()} for _ in range(rounds)]
    return [Pace(name, *(statistics.median(one[name][part] for one in taken) for part in (0, 1))) for name in ENGINES]


def _timed(run: Callable[[Load], Decided], load: Load) -> tuple[float, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    run(load)
    return time.process_time() - cpu, time.perf_counter() - wall
