"""Percent: shares of a hundred, percentage points, basis points, points of an index."""

from collections.abc import Iterator

from checker.extraction.figure_mention import mention
from checker.extraction.mention import Mention
from checker.extraction.page import Page


def find(page: Page) -> Iterator[Mention]:
    """Every figure in percent or points."""
    return (mention("percent", figure) for figure in page.figures if figure.sort == "percent")
