"""Measure: figures in units of length, mass, energy and the like, per-units too."""

from collections.abc import Iterator

from checker.extraction.figure_mention import mention
from checker.extraction.mention import Mention
from checker.extraction.page import Page


def find(page: Page) -> Iterator[Mention]:
    """Every figure with a unit that is neither money, percent nor time."""
    return (mention("measure", figure) for figure in page.figures if figure.sort == "measure")
