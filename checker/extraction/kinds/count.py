"""Count: plain numbers, with the noun they count where one stands."""

from collections.abc import Iterator

from checker.extraction.figure_mention import mention
from checker.extraction.figures import Figure
from checker.extraction.mention import Mention
from checker.extraction.page import Page


def find(page: Page) -> Iterator[Mention]:
    """Every plain figure that no other kind reads; what is too long to be read has no value, and is never infinite."""
    return (mention("count", figure) for figure in page.figures if _is_count(figure))


def _is_count(figure: Figure) -> bool:
    return figure.is_plain and figure.join in ("", "range") and not figure.number.numeral.is_share
