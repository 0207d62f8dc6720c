"""Ratio: parts of a whole and multiples, as fractions: "two-thirds", "one in four", "four times as many"."""

from collections.abc import Iterator
from decimal import Decimal

from checker.extraction.figure_mention import mention
from checker.extraction.figures import Figure
from checker.extraction.mention import Mention
from checker.extraction.page import Page
from checker.language import hedges
from checker.language.calendar import ORDINALS
from checker.language.digits import share_step
from checker.language.lexicon import lexicon
from checker.language.numerals import read
from checker.language.patterns import pattern
from checker.values.value import NAN

_MULTIPLES = (
    " the ",
    " more",
    " as ",
    " higher",
    " larger",
    " greater",
    " bigger",
    " its ",
    " their ",
    " faster",
    " less",
    " that ",
    " what ",
    " average ",
    " annual ",
    " normal ",
    " usual ",
)
_TIMES = " times"
_FOLD = pattern(r"\b([a-z]{3,12}|\d{1,5})[- ]?fold\b", any_case=True)
_REACH = 40
_PARTS = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_EVERY = pattern(
    rf"\b(every ({'|'.join(_PARTS)})) ({'|'.join(sorted(lexicon('counted')['of_every']['words']))})\b", any_case=True
)


def find(page: Page) -> Iterator[Mention]:
    """Every part and every multiple; the unit is fraction."""
    yield from _folds(page.text)
    yield from _every(page.text)
    for figure in page.figures:
        if figure.join == "ratio" or (
            figure.is_plain and figure.number.numeral.is_share and figure.join in ("", "range")
        ):
            yield mention("ratio", figure, unit="fraction")
        elif _is_multiple(page.text, figure):
            yield mention("ratio", figure, unit="fraction", noun=None)


def _every(text: str) -> Iterator[Mention]:
    """As in "every fifth child": one of five."""
    for match in _EVERY.finditer(text):
        below = ORDINALS[(match.group(2) or "").lower()]
        start, end = match.span(1)
        share = Decimal(1) / below
        yield Mention(
            "ratio",
            start,
            end,
            start,
            match.end(),
            (f"every {match.group(2)!r}",),
            low=float(share),
            high=float(share),
            stated=str(share),
            step=float(share_step(below)),
            unit="fraction",
            noun=match.group(3),
        )


def _folds(text: str) -> Iterator[Mention]:
    """As in "Sixfold", "10-fold"."""
    for match in _FOLD.finditer(text):
        times = read(match.group(1) or "")
        if times is None or times.high is not None or times.is_share:
            continue
        start, end = match.span()
        hedge, width = hedges.before(text[max(0, start - _REACH) : start]) or ("exact", 0)
        yield Mention(
            "ratio",
            start,
            end,
            start - width,
            end,
            (f"number {match.group(1)!r}", "fold"),
            low=NAN if hedge in ("at_most", "less_than") else float(times.low),
            high=NAN if hedge in ("at_least", "more_than") else float(times.low),
            low_closed=hedge != "more_than",
            high_closed=hedge != "less_than",
            stated=f"{times.low:f}",
            step=float(times.step),
            hedge=hedge,
            unit="fraction",
        )


def _is_multiple(text: str, figure: Figure) -> bool:
    return (
        figure.is_plain
        and text.startswith(_TIMES, figure.end)
        and text.startswith(_MULTIPLES, figure.end + len(_TIMES))
    )
