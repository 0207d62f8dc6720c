"""How long: 5 weeks, eight-hour, the past three years."""

from collections.abc import Iterable

from checker.extraction.mention import Mention
from checker.extraction.page import Page
from checker.extraction.times.mentions import times


def find(page: Page) -> Iterable[Mention]:
    """Every duration of the page, in order of place."""
    return times(page, "duration")
