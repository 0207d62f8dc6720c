"""Money: amounts in a currency, per share, ounce or month too."""

from collections.abc import Iterator

from checker.extraction.figure_mention import mention
from checker.extraction.mention import Mention
from checker.extraction.page import Page


def find(page: Page) -> Iterator[Mention]:
    """Every figure with a currency; the unit is its ISO 4217 code."""
    return (mention("money", figure) for figure in page.figures if figure.sort == "money")
