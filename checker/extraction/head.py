"""The head of a report, and its dateline: "LONDON, May 6 (Agency) - The ..."."""

from functools import lru_cache
from typing import NamedTuple

from checker.extraction.page import Page
from checker.language.patterns import pattern

_FORM = pattern(r"(?m)^\s*(\p{Lu}[\p{Lu}.' -]{2,30})(?:,[^\n—–-]{2,30})?(?: ?\([^)\n]{2,30}\))? ?[—–-]{1,2} ")
_TOP = 1500  # characters from the top in which it stands


class Dateline(NamedTuple):
    """Where it stands, and what it tells."""

    start: int
    end: int  # where the report goes on
    place: str


@lru_cache(maxsize=2)
def dateline(page: Page) -> Dateline | None:
    """The dateline of a page; None where it has none."""
    match = _FORM.search(page.text[:_TOP])
    return Dateline(match.start(), match.end(), (match.group(1) or "").strip(" -.").title()) if match else None
