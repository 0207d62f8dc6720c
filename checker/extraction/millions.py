"""Metres that are millions: the "m" of "the population grew to 1.1m" and of "3.2m viewers, down from 4.5m"."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from checker.extraction.figures import Figure
from checker.language.lexicon import lexicon
from checker.language.patterns import pattern

_MILLION = Decimal(1_000_000)
_REACH = 90  # characters
_BARS = lexicon("counted")["in_millions"]
# What is told in millions, and then, within its clause, a word that gives its number.
_TOLD = pattern(
    rf"\b(?:{'|'.join(_BARS['told'])})\b(?: of|[^.,;:!?\n()]* (?:{'|'.join(_BARS['before'])}))"
    rf"(?: (?:{'|'.join(_BARS['hedges'])}))* $",
    any_case=True,
)
_AS_BEFORE = pattern(rf"\b(?:{'|'.join(_BARS['beside'])})(?: (?:{'|'.join(_BARS['hedges'])}))* $", any_case=True)
_EXTENT = pattern(rf" (?:{'|'.join(_BARS['extents'])})\b")


def in_millions(text: str, found: Iterable[Figure]) -> Iterator[Figure]:
    """The figures of a page in order, each "1.1m" that counts with its millions instead of metres."""
    last: Figure | None = None
    for figure in found:
        last = _counted(figure) if _is_written_so(text, figure) and _is_counted(text, figure, last) else figure
        yield last


def _is_written_so(text: str, figure: Figure) -> bool:
    return (
        figure.unit == "metre" and text[figure.number.end : figure.end] == "m" and not _EXTENT.match(text, figure.end)
    )


def _is_counted(text: str, figure: Figure, last: Figure | None) -> bool:
    before = text[max(0, figure.start - _REACH) : figure.start]
    if last is not None and last.end > figure.start - _REACH and _is_in_millions(text, last):
        between = text[last.end : figure.start]
        return "\n" not in between and ". " not in between and _AS_BEFORE.search(between) is not None
    return _TOLD.search(before) is not None


def _is_in_millions(text: str, figure: Figure) -> bool:
    return figure.is_plain and figure.scale == _MILLION and text[figure.number.end : figure.end] == "m"


def _counted(figure: Figure) -> Figure:
    low, high = (None if end is None else end * _MILLION for end in (figure.low, figure.high))
    return figure._replace(low=low, high=high, step=figure.step * _MILLION, scale=_MILLION, sort="plain", unit=None)
