"""What stands beside "of": "[12] of the [40]" takes twelve of forty."""

from checker.language.numerals import read
from checker.language.patterns import pattern

_REACH = 32  # characters in which both figures stand
_BEHIND = pattern(
    r"(?i)^\s(?:out\s)?of\s(?:the\s|its\s|their\s|all\s|a\stotal\sof\s)?([0-9][0-9,]*|\pL+)(?:[^0-9.,%\pL]|$)"
)
_NUMBER = (
    r"(?:[0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|most|none|all|\pL+teen|\pL+ty))"
)
# "The ninth of 11 stages".
_ORDINAL = (
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\pL+teenth|\pL+tieth"
    r"|[0-9]+(?:st|nd|rd|th))"
)
_BEFORE = pattern(
    rf"(?i)(?:[0-9]\s(?:out\s)?|{_NUMBER}\sout\s|{_ORDINAL}\s)of\s(?:the\s|its\s|their\s|all\s|a\stotal\sof\s)?$"
)

# "Of the five bridges, four were destroyed": the figure that begins the clause is the whole of the next.
_AHEAD = pattern(r"(?i)(?:^|[.;:,(—–]\s?)of (?:the |its |their |his |her |all |some |about )*$")
_PART = pattern(
    rf"(?i)^[^.;:,0-9]{{0,48}}, (?:only |just |about |at least |nearly |some |all but )?{_NUMBER}(?:\b|[0-9])"
)


def whole(sentence: str, end: int) -> float | None:
    """What the figure that ends at `end` is taken of; None where no figure stands behind "of"."""
    found = _BEHIND.search(sentence[end : end + _REACH]) if sentence[end : end + 1].isspace() else None
    number = read(found.group(1) or "") if found else None
    return float(number.low) if number is not None and number.high is None else None


def is_whole(sentence: str, start: int, end: int) -> bool:
    """Whether another figure is taken of the one from `start` to `end`."""
    before = sentence[max(start - _REACH, 0) : start]
    if "of" not in before.lower():
        return False
    is_ahead = _AHEAD.search(before) is not None and _PART.search(sentence[end:]) is not None
    return is_ahead or _BEFORE.search(before) is not None
