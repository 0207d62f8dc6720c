"""The stages of a run one after the other, over tables of Spark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import pandas as pd

from checker.cluster import judging, matching, reading
from checker.engine.arrow import from_arrow
from checker.engine.spark.ground import Ground, Table, f
from checker.judging.rule import Rule
from checker.tables import CLAIMS, DOCUMENTS, FINDINGS, PAIRS, SKIPPED, Column, frame, joined, without_texts

TABLES = {"documents": DOCUMENTS, "claims": CLAIMS, "pairs": PAIRS, "findings": FINDINGS}
_TEXTS = ("text", "offsets", "lines", "locators", "sections")  # of documents: not kept
_ORDER: dict[str, tuple[str, ...]] = {
    "documents": ("order", "path", "id"),
    "claims": reading.PLACED,
    "pairs": ("a", "b"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What a run found: the tables as far as they are asked for, and how much there is in all."""

    tables: dict[str, pd.DataFrame]
    skipped: pd.DataFrame
    totals: dict[str, int]  # rows of each table, and discrepancies


def run(
    ground: Ground,
    source: Any,
    *,
    rules: Sequence[Rule],
    most_claims: int,
    top: int | None = None,
    target: str | None = None,
    texts: bool = False,
) -> Found:
    """Extract, match and judge; what is found lies in the folder `target` as well, where there is one.

    Args:
        ground: where tables are laid down on the way.
        source: blocks of documents as they are read, or a table of Spark with the columns of documents.
        rules: in order.
        most_claims: of a document that are compared.
        top: how many findings come back, most pressing first; None is all of them, with the whole tables.
        target: address of the folder that gets the four tables as Parquet.
        texts: whether documents keep their texts.

    """
    documents, skipped = _documents(ground, source)
    claims, failed = reading.claims(ground, documents, most_claims)
    pairs = matching.match(ground, claims)
    found = judging.judge(ground, pairs, claims, rules)
    made = {"documents": reading.without(documents, failed), "claims": claims, "pairs": pairs, "findings": found}
    kept = Ground(ground.session, target) if target is not None else ground
    dropped = () if texts else _TEXTS
    tables = {name: kept.laid(f"{name}.parquet", _told(name, table, dropped)) for name, table in made.items()}
    whole = joined([skipped, reading.broken(failed)], SKIPPED)
    totals = {name: table.count() for name, table in tables.items()}
    totals["discrepancies"] = tables["findings"].where(f.col("verdict") == "discrepancy").count()
    return Found(_asked(tables, top, ground.session), whole, totals)


def _documents(ground: Ground, source: Any) -> tuple[Table, pd.DataFrame]:
    if isinstance(source, Iterator):
        return reading.documents(ground, source)
    return reading.given(ground, source), frame(SKIPPED, [])


def _told(name: str, table: Table, texts: Sequence[str]) -> Table:
    """A table as it is handed out: in order, of the documents without these columns."""
    order = judging.in_order() if name == "findings" else _ORDER[name]
    dropped = texts if name == "documents" else ()
    return table.orderBy(*order).select(*(_cell(column.name, dropped) for column in TABLES[name]))


def _cell(name: str, dropped: Sequence[str]) -> Any:
    return f.lit(None).cast("string").alias(name) if name in dropped else f.col(name)


def _asked(tables: dict[str, Table], top: int | None, session: Any) -> dict[str, pd.DataFrame]:
    """The tables, or of each what the first findings need."""
    if top is None:
        whole = {name: _frame(table, TABLES[name]) for name, table in tables.items()}
        return whole | {"documents": _silent(whole["documents"])}
    found = _frame(tables["findings"].limit(top), FINDINGS)
    facts = _ids(session, "fact", set(found["fact"]))
    pairs = _frame(tables["pairs"].join(f.broadcast(facts), "fact", "left_semi"), PAIRS)
    named = reduce(set.union, map(set, found["claims"]), {*pairs["left"], *pairs["right"]})
    claims = _frame(tables["claims"].join(f.broadcast(_ids(session, "id", named)), "id", "left_semi"), CLAIMS)
    of_claims = f.broadcast(_ids(session, "id", set(claims["document"])))
    documents = _frame(tables["documents"].join(of_claims, "id", "left_semi"), DOCUMENTS)
    return {"documents": _silent(documents), "claims": claims, "pairs": pairs, "findings": found}


def _silent(documents: pd.DataFrame) -> pd.DataFrame:
    """Documents without texts as the local engine gives them."""
    return documents if documents["text"].notna().any() else without_texts(documents)


def _ids(session: Any, name: str, words: set[str]) -> Table:
    return session.createDataFrame([(word,) for word in sorted(words)], f"{name} string")


def _frame(table: Table, columns: Sequence[Column]) -> pd.DataFrame:
    return from_arrow(table.toArrow(), columns)
