"""Ratio: parts of a whole and multiples, as fractions: "two-thirds", "one in four", "four times as many"."""

from collections.abc import Iterator

from checker.extraction.figures import Figure
from checker.extraction.kinds._mentions import mention
from checker.extraction.mention import Mention
from checker.extraction.page import Page

_MULTIPLES = (" the ", " more", " as ", " higher", " larger", " greater", " bigger", " its ", " their ", " faster", " less", " that ", " what ")
_TIMES = " times"


def find(page: Page) -> Iterator[Mention]:
    """Every part and every multiple; the unit is fraction."""
    for figure in page.figures:
        if figure.join == "ratio" or (figure.is_plain and figure.number.numeral.is_share and figure.join in ("", "range")):
            yield mention("ratio", figure, unit="fraction")
        elif _is_multiple(page.text, figure):
            yield mention("ratio", figure, unit="fraction", noun=None)


def _is_multiple(text: str, figure: Figure) -> bool:
    return figure.is_plain and text.startswith(_TIMES, figure.end) and text.startswith(_MULTIPLES, figure.end + len(_TIMES))
