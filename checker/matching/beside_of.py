"""What stands beside "of": "[12] of the [40]" takes twelve of forty."""

from checker.language.patterns import pattern

_REACH = 32  # characters in which both figures stand
_BEHIND = pattern(r"(?i)^\s(?:out\s)?of\s(?:the\s|its\s|their\s|all\s|a\stotal\sof\s)?([0-9][0-9,]*)(?:[^0-9.,%\pL]|$)")
_BEFORE = pattern(r"(?i)[0-9]\s(?:out\s)?of\s(?:the\s|its\s|their\s|all\s|a\stotal\sof\s)?$")


def whole(sentence: str, end: int) -> float | None:
    """What the figure that ends at `end` is taken of; None where no figure stands behind "of"."""
    found = _BEHIND.search(sentence[end : end + _REACH]) if sentence[end : end + 1].isspace() else None
    return float((found.group(1) or "").replace(",", "")) if found else None


def is_whole(sentence: str, start: int) -> bool:
    """Whether another figure is taken of the one that begins at `start`."""
    before = sentence[max(start - _REACH, 0) : start]
    return "of" in before and _BEFORE.search(before) is not None
