"""How the figures are meant."""

from checker.matching.features.feature import Evidence
from checker.matching.side import Side

_OTHER_ROLE = 0.5  # roles that differ and are not told apart by a disqualifier


def same_role(left: Side, right: Side) -> Evidence | None:
    """Equal roles speak for one fact, others neither way: what roles exclude is told by a disqualifier."""
    if left.kind == "score":  # which plays none
        return None
    if left.role == right.role:
        return Evidence(1.0, f"both {left.role.replace('_', ' ')}")
    return Evidence(_OTHER_ROLE, f"{left.role.replace('_', ' ')} and {right.role.replace('_', ' ')}")
