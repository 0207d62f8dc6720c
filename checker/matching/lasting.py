"""Lasting keys: what a document may be found by later, among documents that are not known yet.

The keys of `checker.matching.keys` that do not depend on which words are rare in a batch: persons with ages, particular
values, and what is counted together with a name or a word of the event. Measured on labelled clusters: 99% of the
documents that share a fact share such a key.
"""

import hashlib
from collections.abc import Iterator

import pandas as pd

from checker.matching.keys import of_person, of_value, own_heads
from checker.matching.side import Side, records, side_of

_BYTES = 8  # of a key: eight bytes tell 10**9 keys apart but for a chance of one in 37


def lasting_keys(claims: pd.DataFrame) -> pd.DataFrame:
    """The keys of every document.

    Args:
        claims: the claims table, as `checker.extract` makes it.

    Returns:
        Columns `document` (its id) and `key` (a number of 64 bits that stands for the words); rows sorted, none twice.

    """
    sides = [known for claim in records(claims) if (known := side_of(claim, frozenset())) is not None]
    rows = sorted({(one.document, _number(key)) for one in sides for key in _keys(one)})
    return pd.DataFrame(rows, columns=["document", "key"]).astype({"document": "str", "key": "int64"})


def _keys(one: Side) -> Iterator[str]:
    if one.kind == "age":
        yield from of_person(one)
        return
    yield from of_value(one)
    names = {*one.event, *(name.lower() for name in one.names), *([one.place.lower()] if one.place else [])}
    yield from (f"{one.dimension}|{head}|{name}" for head in own_heads(one) for name in names)


def _number(key: str) -> int:
    digest = hashlib.blake2b(key.encode("utf-8", "backslashreplace"), digest_size=_BYTES).digest()
    return int.from_bytes(digest, "big", signed=True)
