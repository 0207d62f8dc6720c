"""Figures that both sentences tell beside those compared."""

from checker.matching.beside import dimension_of, is_known, told
from checker.matching.features.feature import Evidence
from checker.matching.side import Side

_NAMED = 3  # figures named in the reason


def same_beside(left: Side, right: Side) -> Evidence | None:
    """How particular the figures are that both sentences tell beside those compared.

    Silent within a document, where the sentences share none, where one tells another figure of the kind compared, and
    where nothing tells what a number measures.
    """
    is_untold = left.profile == "number" and not (left.measure or right.measure)
    if left.document == right.document or is_untold or not (left.mates and right.mates):
        return None
    shared = sorted(figure for figure in left.mates.keys() & right.mates.keys() if is_known(figure))
    if not shared or _has_other(left, shared) or _has_other(right, shared):
        return None
    score = min(sum(left.mates[figure] for figure in shared), 1.0)
    return Evidence(score, f"both sentences also tell {', '.join(map(told, shared[:_NAMED]))}")


def _has_other(side: Side, shared: list[str]) -> bool:
    return any(dimension_of(figure) == side.dimension and figure not in shared for figure in side.mates)
