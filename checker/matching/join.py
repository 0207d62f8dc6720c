"""The candidate join: one SQL text, the same for every engine; here run in the process. The one door to duckdb."""

import duckdb
import pandas as pd

LARGEST = 64  # keys that more claims of a batch have tell too little to be worth all their pairs
# Of a key that more have, and that names what is told of (column `value`), the first claim of each value stands for
# all: of a story that hundreds tell those are compared that tell something else.
CANDIDATES = f"""
WITH sized AS (
    SELECT batch, key, claim, value,
        count(*) OVER (PARTITION BY batch, key) AS size,
        min(claim) OVER (PARTITION BY batch, key, value) AS first
    FROM keys
),
kept AS (
    SELECT batch, key, claim
    FROM sized
    WHERE size BETWEEN 2 AND {LARGEST} OR (size > {LARGEST} AND value <> '' AND claim = first)
),
blocks AS (
    SELECT batch, key
    FROM kept
    GROUP BY batch, key
    HAVING count(*) BETWEEN 2 AND {LARGEST}
)
SELECT DISTINCT a.claim AS "left", b.claim AS "right"
FROM blocks
JOIN kept AS a ON a.batch = blocks.batch AND a.key = blocks.key
JOIN kept AS b ON b.batch = blocks.batch AND b.key = blocks.key AND a.claim < b.claim
ORDER BY 1, 2
"""  # noqa: S608 - numbers of ours


def candidates(keys: pd.DataFrame) -> list[tuple[int, int]]:
    """The pairs of positions, smaller first, in order, that share a key of a block small enough."""
    with duckdb.connect(":memory:") as connection:
        connection.register("keys", keys)
        return connection.execute(CANDIDATES).fetchall()
