"""Days, months, years and other places in the calendar."""

from collections.abc import Iterable

from checker.extraction.mention import Mention
from checker.extraction.page import Page
from checker.extraction.times.mentions import times


def find(page: Page) -> Iterable[Mention]:
    """Every date of the page, in order of place."""
    return times(page, "date")
