"""The candidate join: one SQL text, the same for every engine; here run in the process. The one door to duckdb."""

import duckdb
import pandas as pd

LARGEST = 64  # keys that more claims of a batch have tell too little to be worth their pairs
CANDIDATES = f"""
WITH blocks AS (
    SELECT batch, key
    FROM keys
    GROUP BY batch, key
    HAVING count(*) BETWEEN 2 AND {LARGEST}
)
SELECT DISTINCT a.claim AS "left", b.claim AS "right"
FROM blocks
JOIN keys AS a ON a.batch = blocks.batch AND a.key = blocks.key
JOIN keys AS b ON b.batch = blocks.batch AND b.key = blocks.key AND a.claim < b.claim
ORDER BY 1, 2
"""  # noqa: S608 - a number of ours


def candidates(keys: pd.DataFrame) -> list[tuple[int, int]]:
    """The pairs of positions, smaller first, in order, that share a key of a block small enough."""
    with duckdb.connect(":memory:") as connection:
        connection.register("keys", keys)
        return connection.execute(CANDIDATES).fetchall()
