"""Pieces of Markdown: a table of escaped cells, a quote with its figure in bold."""

import string
from collections.abc import Iterable, Sequence

from tabulate import DataRow, TableFormat, tabulate

from checker.rendering.escape import Safe, markdown
from checker.rendering.quotes import MORE, quote
from checker.rendering.rows import Row

# A pipe table whose rule does not grow with the longest quote.
_PIPE = TableFormat(
    lineabove=None,
    linebelowheader=lambda widths, _: "|" + "---|" * len(widths),
    linebetweenrows=None,
    linebelow=None,
    headerrow=DataRow("|", "|", "|"),
    datarow=DataRow("|", "|", "|"),
    padding=1,
    with_header_hide=None,
)
_QUOTE_MARKS = '"“”„«»'
_EDGES = string.punctuation + "“”‘’«»–—…"  # what every parser's tables call punctuation


def table(headers: Sequence[str], lines: Iterable[Sequence[object]]) -> Safe | None:
    """A pipe table of escaped cells; None when it has no lines."""
    cells = [[markdown(cell) for cell in line] for line in lines]
    drawn = tabulate(cells, headers=headers, tablefmt=_PIPE, disable_numparse=True, stralign=None)
    return Safe(drawn) if cells else None


def quoted(claim: Row, longest: int) -> Safe:
    """The claim's sentence in quotation marks, unless it brings its own at an end; its figure in bold."""
    before, figure, after = quote(claim, longest)
    said = f"{_piece(before)}{_bold(before[-1:], figure, after[:1])}{_piece(after)}"
    ends = (before + figure + after).strip()
    if ends[:1] in _QUOTE_MARKS and ends[-1:] == MORE:  # its closing mark was cut off
        return Safe(f"{said}”")
    return Safe(said if {ends[:1], ends[-1:]} & set(_QUOTE_MARKS) else f"“{said}”")


def _piece(text: str) -> str:
    """Escaped, with the blank that joins it to its neighbour."""
    return f"{' ' * text[:1].isspace()}{markdown(text)}{' ' * (text[-1:].isspace() and not text.isspace())}"


def _bold(before: str, figure: str, after: str) -> str:
    """Stars where CommonMark takes them between these neighbours, else a tag."""
    left = figure[:1].isalnum() or _is_edge(before)
    right = figure[-1:].isalnum() or _is_edge(after)
    return f"**{markdown(figure)}**" if left and right else f"<b>{markdown(figure)}</b>"


def _is_edge(character: str) -> bool:
    return not character or character.isspace() or character in _EDGES
