"""Claims to pairs on a cluster: the steps of `checker.matching.steps`, with joins between them."""

from functools import partial
from typing import Any

from checker.engine.spark.ground import Ground, Table, bucket, f
from checker.matching import steps
from checker.tables import CLAIMS

_CLAIMS_EACH = 8_000  # of documents that one worker looks at together, about
_SIDE = ("position", "side")


def match(ground: Ground, claims: Table) -> Table:
    """The pairs with their positions, columns as `steps.STOOD`; not in order."""
    parts = max(int(claims.count() // _CLAIMS_EACH), ground.cores)
    sides = _sides(ground, claims, parts)
    scored = ground.laid("scored", _scored(ground, _candidates(ground, sides, parts), sides))
    members = _members(ground, scored, sides, parts)
    more = _scored(ground, _within(members, scored), sides, every=True)
    named = _with_facts(scored.unionByName(more), members)
    whole = _with_copies(ground, ground.laid("named", named), sides)
    return ground.laid("stood", ground.mapped(whole, steps.stood, steps.WHOLE, steps.STOOD))


def _sides(ground: Ground, claims: Table, parts: int) -> Table:
    """All sides, with their positions."""
    made = ground.grouped(claims, bucket(f.col("document"), parts), steps.sides, CLAIMS, steps.SIDES)
    return ground.ranked("sides", made, steps.ORDER, "position")


def _candidates(ground: Ground, sides: Table, parts: int) -> Table:
    """Positions of claims that share a key (columns `left`, `right`)."""
    parted = sides.withColumn("bucket", bucket(f.col("document"), parts))
    counted = ground.grouped(parted, f.col("bucket"), steps.words, steps.SIDES, steps.WORDS, keeps=True)
    words = ground.laid("words", counted)
    common = words.groupBy("batch", "word").agg(f.sum("claims").alias("claims")).where("claims > 1")
    known = words.select("bucket", "batch", "word").join(common, ["batch", "word"])
    taken = (steps.PLACED, steps.WORDS)
    keys = ground.laid("keys", ground.cogrouped((parted, known), steps.keys, taken, steps.KEYS))
    return ground.asked(steps.CANDIDATES, keys=keys)


def _scored(ground: Ground, pairs: Table, sides: Table, *, every: bool = False) -> Table:
    """The verdicts on pairs of positions (columns `left`, `right`), columns as `steps.SCORED`."""
    one = sides.select(f.col("position").alias("a"), f.col("side").alias("left"))
    other = sides.select(f.col("position").alias("b"), f.col("side").alias("right"))
    placed = pairs.select(f.col("left").alias("a"), f.col("right").alias("b"))
    met = placed.join(other, "b").join(one, "a")
    return ground.mapped(met, partial(steps.scored, every=every), steps.MET, steps.SCORED)


def _members(ground: Ground, scored: Table, sides: Table, parts: int) -> Table:
    """Who is of which fact, and what that is called: columns `position`, `first`, `fact`."""
    sure = scored.where(f.col("score") >= steps.SAME_FACT).select("a", "b", "score")
    labels = ground.laid("labels", ground.linked(sure)).withColumn("bucket", bucket(f.col("label"), parts))
    links = sure.join(labels.select(f.col("node").alias("a"), "bucket"), "a")
    linked = sides.select(*_SIDE).join(labels.select(f.col("node").alias("position"), "bucket"), "position")
    taken = (steps.SURE, steps.PLACED)
    members = ground.laid("members", ground.cogrouped((links, linked), steps.facts, taken, steps.MEMBERS))
    facts = members.select("first", "path", "start").distinct()
    numbered = ground.ranked("facts", facts, ("path", "start", "first"), "number")
    names = numbered.select("first", f.concat(f.lit("F"), (f.col("number") + 1).cast("string")).alias("fact"))
    return ground.laid("named-members", members.join(names, "first").select("position", "first", "fact"))


def _within(members: Table, scored: Table) -> Table:
    """The pairs inside facts that are not among the scored ones."""
    one = members.select("first", f.col("position").alias("left"))
    other = members.select("first", f.col("position").alias("right"))
    every = one.join(other, "first").where("left < right").select("left", "right")
    known = scored.select(f.col("a").alias("left"), f.col("b").alias("right"))
    return every.join(known, ["left", "right"], "left_anti")


def _with_facts(pairs: Table, members: Table) -> Table:
    """The pairs with their fact, null where they have none."""
    one = members.select(f.col("position").alias("a"), f.col("fact").alias("fact_a"))
    other = members.select(f.col("position").alias("b"), f.col("fact").alias("fact_b"))
    fact = f.when(f.col("fact_a") == f.col("fact_b"), f.col("fact_a"))
    return pairs.join(one, "a", "left").join(other, "b", "left").withColumn("fact", fact).drop("fact_a", "fact_b")


def _with_copies(ground: Ground, pairs: Table, sides: Table) -> Table:
    """The pairs with whether their documents are copies."""
    told = sides.groupBy("document").agg(f.collect_set("sentence").alias("told"))
    couples = pairs.where("one <> other").select("one", "other").distinct()
    couples = couples.join(_called(told, "one"), "one").join(_called(told, "other"), "other")
    copied = ground.mapped(couples, steps.copied, steps.COUPLES, steps.COPIED)
    whole = pairs.join(copied, ["one", "other"], "left")
    return whole.withColumn("copies", f.coalesce(f.col("copies"), f.lit(False)))  # noqa: FBT003 - a cell


def _called(told: Table, name: str) -> Any:
    return told.select(f.col("document").alias(name), f.col("told").alias(f"told_by_{name}"))
