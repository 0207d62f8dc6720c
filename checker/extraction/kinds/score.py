"""Score: results of games and votes, two numbers against each other."""

from collections.abc import Iterator

from checker.extraction.figure_mention import mention
from checker.extraction.mention import Mention
from checker.extraction.page import Page
from checker.extraction.versus import tells_of_votes


def find(page: Page) -> Iterator[Mention]:
    """Every pair of numbers that words of winning, losing or voting make a score; both ends, the smaller as low."""
    for figure in page.figures:
        if figure.join == "score":
            noun = "vote" if tells_of_votes(page.text, figure.start, figure.end) else figure.noun
            yield mention("score", figure, unit=None, noun=noun)
