"""What a flow of tables over a cluster is made of. Each table is laid down as Parquet before the next is made of it.

So no step runs twice, whatever the plan; a worker that is lost is made up for from files; and numbers that Spark gives
rows stay what they were.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import pyarrow as pa

from checker.engine.arrow import schema
from checker.engine.spark.linking import stars
from checker.engine.spark.quiet import quiet
from checker.engine.spark.running import Columns, Couple, Step, cogrouped, grouped, mapped

with quiet():
    from pyspark.sql import functions as f
    from pyspark.sql.pandas.types import from_arrow_schema
    from pyspark.sql.window import Window

__all__ = ["Ground", "Table", "Window", "bucket", "f"]

Table = Any  # a DataFrame of Spark, which has no types
_ROWS_EACH = 33  # bits that number the rows of a partition
_MOST_LINKED_AT_ONCE = 2_000_000  # links that one worker follows by itself, in some 200 MB


class Ground:
    """A session, and the folder in which a run's tables lie."""

    def __init__(self, session: Any, folder: str) -> None:
        """Take a session and the address of a folder that all its workers can read and write."""
        self.session = session
        self.folder = folder.rstrip("/")
        self.cores: int = session.sparkContext.defaultParallelism

    def laid(self, name: str, table: Table) -> Table:
        """The table as read from the file into which it was written."""
        table.write.mode("overwrite").parquet(f"{self.folder}/{name}")
        return self.session.read.schema(table.schema).parquet(f"{self.folder}/{name}")

    def add(self, name: str, rows: pa.Table, *, is_first: bool) -> None:
        """Lay down rows that stand here, behind those of the name that lie already."""
        table = self.session.createDataFrame(rows, from_arrow_schema(rows.schema, prefer_timestamp_ntz=True))
        table.write.mode("overwrite" if is_first else "append").parquet(f"{self.folder}/{name}")

    def lying(self, name: str) -> Table:
        """A table that was laid down."""
        return self.session.read.parquet(f"{self.folder}/{name}")

    def mapped(self, table: Table, step: Step, taken: Columns, given: Columns) -> Table:
        """What a step that treats every row by itself makes of a table."""
        return table.select(*_names(taken)).mapInArrow(mapped(step, taken, given), _types(given))

    def grouped(
        self, table: Table, by: Any, step: Step, taken: Columns, given: Columns, *, keeps: bool = False
    ) -> Table:
        """What a step makes of each group; where it `keeps`, with the number of the group as `bucket`."""
        groups = table.select(*_names(taken), by.alias("bucket")).groupBy("bucket")
        types = _types(given).add("bucket", "long") if keeps else _types(given)
        return groups.applyInArrow(grouped(step, taken, given, keeps=keeps), types)

    def cogrouped(
        self,
        tables: tuple[Table, Table],
        step: Couple,
        taken: tuple[Columns, Columns],
        given: Columns,
    ) -> Table:
        """What a step makes of the rows of two tables that have one `bucket`."""
        # Under a new name each: both may come of one table, whose column could not be told from itself.
        columns = zip(("_left", "_right"), tables, taken, strict=True)
        parted = {name: t.select(*_names(c), f.col("bucket").alias(name)) for name, t, c in columns}
        one, other = (table.groupBy(name) for name, table in parted.items())
        return one.cogroup(other).applyInArrow(cogrouped(step, taken, given), _types(given))

    def ranked(self, name: str, table: Table, order: Sequence[Any], into: str) -> Table:
        """The table with the place of each row in an order, from 0, in the column `into`; laid down."""
        numbered = table.orderBy(*order).withColumn("_part", f.spark_partition_id())
        numbered = numbered.withColumn("_row", f.monotonically_increasing_id().bitwiseAND((1 << _ROWS_EACH) - 1))
        lying = self.laid(name, numbered)
        counts = {row["_part"]: row["count"] for row in lying.groupBy("_part").count().collect()}  # one a partition
        starts = [0, *accumulate(counts.get(part, 0) for part in range(max(counts, default=0)))]
        start = f.element_at(f.array(*map(f.lit, starts)), f.col("_part") + 1).cast("long")
        return lying.withColumn(into, start + f.col("_row")).drop("_part", "_row")

    def linked(self, links: Table, most: int = _MOST_LINKED_AT_ONCE) -> Table:
        """What hangs together: every node of links (columns `a`, `b`) with the least of its part, as `label`."""
        edges = links.select("a", "b")
        if links.count() <= most:
            return edges.coalesce(1).mapInArrow(stars, "node long, label long")
        return self._linked_by_rounds(edges)

    def _linked_by_rounds(self, edges: Table) -> Table:
        """Large and small stars in turn, until nothing moves: no worker sees more than the links of some nodes."""
        edges, known, turn = self.laid("links-0", edges.where("a <> b").distinct()), None, 0
        while (state := edges.agg(f.count("*"), f.sum(f.xxhash64("a", "b").cast("decimal(38,0)"))).first()) != known:
            known, turn = state, turn + 1
            edges = self.laid(f"links-{turn}", _small_stars(_large_stars(edges)))
        labels = edges.select(f.greatest("a", "b").alias("node"), f.least("a", "b").alias("label"))
        return labels.union(labels.select(f.col("label").alias("node"), "label")).distinct()

    def clear(self) -> None:
        """Take away the folder and all that lies in it."""
        java = self.session._jvm  # noqa: SLF001 - the one way to the file systems that Spark writes to
        path = java.org.apache.hadoop.fs.Path(self.folder)
        path.getFileSystem(self.session._jsc.hadoopConfiguration()).delete(path, True)  # noqa: FBT003, SLF001 - Java

    def asked(self, text: str, **tables: Table) -> Table:
        """What a text of SQL answers; it names the tables by these words."""
        for name, table in tables.items():
            table.createOrReplaceTempView(name)
        return self.session.sql(text)


def bucket(column: Any, count: int) -> Any:
    """The number of the part, of so many, into which rows of a value fall; the same on every machine."""
    return f.pmod(f.xxhash64(column), f.lit(count)).alias("bucket")


def _large_stars(edges: Table) -> Table:
    """Every greater neighbour of a node is linked to the least of its neighbours."""
    both = edges.union(edges.select(f.col("b").alias("a"), f.col("a").alias("b")))
    least = f.least(f.min("b").over(Window.partitionBy("a")), f.col("a"))
    return both.withColumn("least", least).where("b > a").select(f.col("b").alias("a"), f.col("least").alias("b"))


def _small_stars(edges: Table) -> Table:
    """A node and its lesser neighbours are linked to the least of these."""
    down = edges.select(f.greatest("a", "b").alias("a"), f.least("a", "b").alias("b")).where("a > b")
    least = down.withColumn("least", f.min("b").over(Window.partitionBy("a")))
    neighbours = least.select(f.col("b").alias("a"), f.col("least").alias("b"))
    return neighbours.union(least.select("a", f.col("least").alias("b"))).where("a <> b").distinct()


def _names(columns: Columns) -> list[str]:
    return [column.name for column in columns]


def _types(columns: Columns) -> Any:
    return from_arrow_schema(schema(columns), prefer_timestamp_ntz=True)
