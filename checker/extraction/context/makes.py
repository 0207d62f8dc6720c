"""What is written as a name and tells of nobody: a maker ("his Dodge pickup"), a day, what opens a sentence."""

from collections.abc import Sequence
from functools import cache

from checker.language import calendar, verbs
from checker.language.lexicon import lexicon
from checker.language.patterns import pattern


def is_make(text: str, start: int, end: int) -> bool:
    """As in "a [Halden] 80, with 48 people aboard", "his [Dodge] pickup": who made it is not told of."""
    before = f" {text[max(start - 6, 0) : start].lower()}"
    is_made = before.endswith(_OWNED) and text[end + 1 : end + _MADE].split(" ", 1)[0].rstrip(",.") in _made()
    return is_made or (before.endswith((" a ", " an ")) and _MODEL.match(text, end) is not None)


_OWNED, _MADE = (" a ", " an ", " his ", " her ", " their "), 14  # letters of the longest thing made


@cache
def _made() -> frozenset[str]:
    return frozenset(lexicon("counted")["made"]["words"])


_MODEL = pattern(r" (?:[1-9][0-9]{1,2}|[3-9][0-9]{3})(?:[^-.,\w]|[.,](?: |$)|$)")


def is_day(name: str) -> bool:
    """Whether it is a day of the calendar, as in "a Halloween party"."""
    return name.lower() in _days()


@cache
def _days() -> frozenset[str]:
    return frozenset(calendar.named_days())


def opens_doing(words: Sequence[tuple[int, str]]) -> bool:
    """As in "[Acquiring] Orma would cost $3 million": what opens a sentence is done to the name behind it."""
    return len(words) > 1 and verbs.form(words[0][1].lower()) == "ing"
