"""Count: plain numbers, with the noun they count where one stands."""

from collections.abc import Iterator

from checker.extraction.figure_mention import mention
from checker.extraction.figures import Figure
from checker.extraction.mention import Mention
from checker.extraction.page import Page
from checker.language.digits import MAX_DIGITS
from checker.language.patterns import pattern

# More digits than are read; nothing of a name, an address or a key stands beside them.
_TOO_LONG = pattern(rf"(?:^|[\s(])(\d[\d,]{{{MAX_DIGITS - 1},}}\d)(?:[\s.,;:)]|$)")


def find(page: Page) -> Iterator[Mention]:
    """Every plain figure that no other kind reads, and what is too long to be read: without a value, never infinite."""
    yield from (mention("count", figure) for figure in page.figures if _is_count(figure))
    for match in _TOO_LONG.finditer(page.text):
        start, end = match.span(1)
        yield Mention("count", start, end, start, end, (f"unparsed: more than {MAX_DIGITS} digits",))


def _is_count(figure: Figure) -> bool:
    return figure.is_plain and figure.join in ("", "range") and not figure.number.numeral.is_share
