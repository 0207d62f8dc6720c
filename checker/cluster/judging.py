"""Pairs to findings on a cluster: the steps of `checker.judging.steps`, with joins between them."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd

from checker.cluster.reading import PLACED, TOLD
from checker.engine.spark.ground import Ground, Table, Window, bucket, f
from checker.judging import steps
from checker.judging.rule import Rule
from checker.matching.steps import STOOD
from checker.tables import CLAIMS, Column

_PAIRS_EACH = 20_000  # that one worker decides together, about
_CLAIMS_EACH = 20_000
_UNITS = (
    Column("unit_from", "str", "of an amount of money"),
    Column("unit_to", "str", "in which it is given in brackets"),
)
# The order of findings, once each has its fact.
URGENCY = ("gravity", "pressing", "confidence desc", "length(fact)", "fact", "rule")


def judge(ground: Ground, pairs: Table, claims: Table, rules: Sequence[Rule]) -> Table:
    """The findings, columns as `steps.FOUND`; not in order."""
    unique = ground.laid("unique", _unique(claims))
    across = _of_facts(ground, pairs, unique, rules)
    return ground.laid("found", across.unionByName(_inside(ground, unique, rules)))


def in_order() -> list[Any]:
    """The columns that put findings in order."""
    return [f.expr(word.removesuffix(" desc")).desc() if " desc" in word else f.expr(word) for word in URGENCY]


def _unique(claims: Table) -> Table:
    """Of claims that bear one id the first."""
    first = Window.partitionBy("id").orderBy(*PLACED)
    return claims.withColumn("_turn", f.row_number().over(first)).where("_turn = 1").drop("_turn")


def _of_facts(ground: Ground, pairs: Table, claims: Table, rules: Sequence[Rule]) -> Table:
    parts = max(int(pairs.count() // _PAIRS_EACH), ground.cores)
    own = pairs.where("fact is not null").withColumn("bucket", bucket(f.col("fact"), parts))
    owners = _ends(own).select("bucket", "id").distinct()
    loose = pairs.where("fact is null")
    ends = loose.select("a", "b", f.explode(f.array("left", "right")).alias("id"))
    touching = ends.join(owners, "id").select("a", "b", "bucket").distinct()
    near = loose.join(touching, ["a", "b"])
    seen = own.unionByName(near)
    named = _ends(seen).select("bucket", "id").distinct().join(claims, "id")
    adding = claims.where("role = 'additional'")
    told = owners.join(claims.select("id", "document"), "id").select("bucket", "document").distinct()
    beside = named.unionByName(told.join(adding, "document")).dropDuplicates(["bucket", "id"])
    taken = (STOOD, TOLD)
    return ground.cogrouped((seen, beside), partial(_facts, rules=rules), taken, steps.FOUND)


def _ends(pairs: Table) -> Table:
    return pairs.select("bucket", f.explode(f.array("left", "right")).alias("id"))


def _facts(pairs: pd.DataFrame, claims: pd.DataFrame, rules: Sequence[Rule]) -> pd.DataFrame:
    told = claims.sort_values(list(PLACED), kind="stable", ignore_index=True)[[column.name for column in CLAIMS]]
    return steps.of_facts(pairs.sort_values(["a", "b"], ignore_index=True), told, rules)


def _inside(ground: Ground, claims: Table, rules: Sequence[Rule]) -> Table:
    parts = max(int(claims.count() // _CLAIMS_EACH), ground.cores)
    by = bucket(f.col("document"), parts)
    found = ground.grouped(claims, by, partial(_documents, rules=rules), TOLD, steps.INSIDE)
    both = found.unionByName(_of_money(ground, claims, rules))
    order = [column.name for column in steps.NUMBERED]
    numbered = ground.ranked("inside", both, order, "number")
    name = f.concat(f.lit("I"), (f.col("number") + 1).cast("string"))
    return numbered.withColumn("fact", name).select(*(column.name for column in steps.FOUND))


def _documents(claims: pd.DataFrame, rules: Sequence[Rule]) -> pd.DataFrame:
    return steps.of_documents(claims.sort_values(list(PLACED), kind="stable", ignore_index=True), rules)


def _of_money(ground: Ground, claims: Table, rules: Sequence[Rule]) -> Table:
    """Of every two currencies the documents of a batch that convert one into the other, together: they are few."""
    one = claims.where("kind = 'money'").select(f.col("id").alias("converts"), f.col("unit").alias("unit_from"))
    into = claims.where("converts is not null").select("converts", "batch", "document", f.col("unit").alias("unit_to"))
    told = into.join(one, "converts").select("batch", "document", "unit_from", "unit_to").distinct()
    by = f.struct("of_batch", *(column.name for column in _UNITS))
    whole = claims.join(told.withColumnRenamed("batch", "of_batch"), "document")
    return ground.grouped(whole, by, partial(_money, rules=rules), (*TOLD, *_UNITS), steps.INSIDE)


def _money(claims: pd.DataFrame, rules: Sequence[Rule]) -> pd.DataFrame:
    units = claims["unit_from"].iloc[0], claims["unit_to"].iloc[0]
    return steps.of_money(claims.sort_values(list(PLACED), kind="stable", ignore_index=True), units, rules)
