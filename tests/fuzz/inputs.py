"""Inputs of a target: seeds of its kind with pieces put in, doubled, cut out and changed, and pieces put together."""

import random
from collections.abc import Iterator

from hypothesis import strategies as st

from tests.fuzz.target import Target

_LONGEST = 6_000  # bytes


def steady(name: str, target: Target, count: int, seed: int = 1) -> Iterator[bytes]:
    """So many inputs, the same on every run. Drawn in a tenth of the time that hypothesis takes, and not shrunk."""
    draw = random.Random(name if seed == 1 else f"{name} {seed}")  # noqa: S311 - hostile, not secret
    yield from target.seeds
    for _ in range(count - len(target.seeds)):
        parts = draw.choices(target.pieces, k=draw.randint(0, 9))
        if draw.random() < 1 / 2:
            yield draw.choice((b"", b" ")).join(parts)[:_LONGEST]
        else:
            places = [(draw.choice(EDITS), draw.getrandbits(16), draw.getrandbits(6), part) for part in parts]
            yield edited(draw.choice(target.seeds), places)


def searched(target: Target) -> st.SearchStrategy[bytes]:
    """The same as hypothesis draws, remembers and shrinks them."""
    piece = st.sampled_from(target.pieces) | st.binary(max_size=4)
    place = st.integers(0, 1 << 16)
    edits = st.lists(st.tuples(st.sampled_from(EDITS), place, place, piece), max_size=9)
    return st.lists(piece, max_size=12).map(b" ".join) | st.builds(edited, st.sampled_from(target.seeds), edits)


EDITS = ("set", "cut", "double", "over")


def edited(seed: bytes, edits: list[tuple[str, int, int, bytes]]) -> bytes:
    """A seed after edits, each told by its kind, a place, a length and what is put there."""
    content = seed
    for kind, place, length, piece in edits:
        start = place % (len(content) + 1)
        end = min(start + length % 40, len(content))
        middle = {"set": piece, "cut": b"", "double": content[start:end] * 2, "over": piece[: end - start]}[kind]
        content = content[:start] + middle + content[start if kind == "set" else end :]
    return content[:_LONGEST]
