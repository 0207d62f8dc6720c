"""The dimension of a claim: claims of different dimensions are never about one figure."""

from checker.language import units

# Kinds whose dimension is fixed; the others take that of their unit.
_OF_KIND = {
    "count": "count",
    "age": "age",
    "rank": "rank",
    "score": "score",
    "duration": "duration",
    "ratio": "share",
    "date": "day",
    "time": "day",
}
# Units of kind percent: a share, and two sizes of its change.
_OF_UNIT = {"percent": "share", "fraction": "share", "percentage point": "points", "basis point": "points"}


def dimension(kind: str, unit: str | None) -> str | None:
    """What a claim of this kind and unit measures ("currency", "length", "count"); None for what is not compared.

    A unit without a known dimension is a dimension of its own.
    """
    if kind in _OF_KIND:
        return _OF_KIND[kind]
    if unit is None:
        return None
    return _OF_UNIT.get(unit) or units.dimension(unit) or f"unit {unit}"
