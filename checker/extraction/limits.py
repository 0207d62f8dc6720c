"""How much of a text is looked at: none that is worth reading holds so many numbers."""

import re
from itertools import islice

NUMBERS = 4  # that are looked at for each claim that may be read: many are dates, scores, parts of ranges
_NUMBER = re.compile(r"\d+")
_SHORTEST = 2  # characters of a number with what stands between it and the next


def end_of_numbers(text: str, most: int) -> int | None:
    """Where the last number ends that is looked at where so many claims may be read; None where all are."""
    allowed = NUMBERS * most
    if len(text) < _SHORTEST * allowed:
        return None
    beyond = islice(_NUMBER.finditer(text), allowed - 1, allowed + 1)
    ends = [match.end() for match in beyond]
    return ends[0] if len(ends) > 1 else None
