"""The largest group of claims every two of which agree."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

# Finding the largest group is exponential in the worst case, which hostile text can build: search this far, then
# keep the best found. Claims with the same neighbours count as one, so that real groups take a few steps.
MOST_STEPS = 2_000

V = TypeVar("V", bound=Hashable)
_Branch = tuple[tuple[int, ...], int, set[int]]  # a clique, its weight, and who may join it


def largest_clique(neighbours: Mapping[V, set[V]]) -> set[V]:
    """The largest set of vertices that are all neighbours of each other; of equals, the one met first.

    Args:
        neighbours: for every vertex its neighbours, without itself; symmetric. The order of its keys decides ties.

    """
    twins = _twins(neighbours)
    leaders = [group[0] for group in twins]
    place = {leader: i for i, leader in enumerate(leaders)}
    graph = [{place[v] for v in neighbours[leader] if v in place} for leader in leaders]
    chosen = _heaviest(graph, [len(group) for group in twins])
    return {vertex for i in chosen for vertex in twins[i]}


def _twins(neighbours: Mapping[V, set[V]]) -> list[list[V]]:
    """Vertices with the same neighbours and each other: whoever holds one holds all."""
    groups: dict[frozenset[V], list[V]] = {}
    for vertex, others in neighbours.items():
        groups.setdefault(frozenset(others | {vertex}), []).append(vertex)
    return list(groups.values())


def _heaviest(graph: list[set[int]], weights: list[int]) -> tuple[int, ...]:
    best: tuple[int, ...] = ()
    heaviest = 0
    open_branches: list[_Branch] = [((), 0, set(range(len(graph))))]
    for _ in range(MOST_STEPS):
        if not open_branches:
            break
        clique, weight, candidates = open_branches.pop()
        if weight > heaviest:
            best, heaviest = clique, weight
        if weight + sum(weights[i] for i in candidates) <= heaviest:
            continue
        next_one = max(candidates, key=lambda i: (weights[i] + len(graph[i] & candidates), -i))
        open_branches.append((clique, weight, candidates - {next_one}))
        open_branches.append(((*clique, next_one), weight + weights[next_one], candidates & graph[next_one]))
    return best
