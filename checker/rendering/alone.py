"""What only one source says: claims whose value no second witness tells of the same thing and no finding shows."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence

from checker.rendering.facts import Fact
from checker.rendering.rows import Row
from checker.tables import TIME_KINDS

_PARTICULAR = 3  # digits of a figure that two sources hardly tell of two things


def alone(
    claims: Sequence[Row], facts: Iterable[Fact], shown: Collection[str], witnesses: Mapping[str, str]
) -> tuple[Row, ...]:
    """The claims that nobody else tells, whether or not matching found the other.

    Args:
        claims: of the articles proper, with known values.
        facts: all; the claims of those of several witnesses are told elsewhere.
        shown: ids of claims that findings show already.
        witnesses: document id -> the witness it counts as.

    """
    told = {claim["id"] for one in facts if one.witnesses > 1 for claim in one.claims}.union(shown)
    tellers: dict[Hashable, set[str]] = {}
    for claim in claims:
        for key in _keys(claim):
            tellers.setdefault(key, set()).add(witnesses[claim["document"]])
    return tuple(
        claim for claim in claims if claim["id"] not in told and all(len(tellers[key]) == 1 for key in _keys(claim))
    )


def _keys(claim: Row) -> Iterable[Hashable]:
    """The value with what it is told of, where that is known, and the value itself, where it is particular."""
    told = claim["value"] if claim["kind"] in TIME_KINDS else (claim["low"], claim["high"])
    value = claim["kind"], claim["unit"], told
    if claim["measure"]:
        yield value, claim["measure"]
    if len("".join(filter(str.isdigit, str(claim["stated"] or claim["value"]))).strip("0")) >= _PARTICULAR:
        yield value
