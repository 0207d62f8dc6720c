"""Which nodes hang together: the least of all that links lead to."""

from collections.abc import Iterator

import pyarrow as pa


def stars(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Every node of all links (columns `a`, `b`) with the least node of its part, as columns `node` and `label`."""
    above: dict[int, int] = {}
    for batch in batches:
        for a, b in zip(batch.column("a").to_pylist(), batch.column("b").to_pylist(), strict=True):
            one, other = _least(above, a), _least(above, b)
            above[max(one, other)] = min(one, other)
    nodes = sorted(above)
    labels = [_least(above, node) for node in nodes]
    yield pa.record_batch([pa.array(nodes, pa.int64()), pa.array(labels, pa.int64())], ["node", "label"])


def _least(above: dict[int, int], node: int) -> int:
    """The root of a node; the way to it is made half as long on the way."""
    above.setdefault(node, node)
    while above[node] != node:
        above[node] = above[above[node]]
        node = above[node]
    return node
