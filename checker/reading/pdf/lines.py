"""Lines of a page, as the child found them: cells of a table apart, columns one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

_LETTER = 0.5  # width of a letter, as a share of its font's size
_GAP = 2.5  # widths of the font between two cells, beyond which they are two
_BETWEEN = " | "
_SMALL = 0.8  # of the size of the text: digits so small that stand higher are raised
_RAISED = {ord(digit): raised for digit, raised in zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True)}
_LONG = 20  # characters of a line in a column; cells of tables are shorter
_FEWEST = 4  # lines side by side that make columns
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_UNPRINTED = dict.fromkeys((*range(9), *range(10, 32), 0x7F)) | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text with the place of its first letter, in points from the lower left corner, and its size."""

    text: str
    x: float
    y: float
    size: float
    is_row: bool = False  # of a table


def lines(found: Sequence[Sequence[Sequence[Any]]]) -> list[Line]:
    """The lines of a page in reading order, as its makers wrote them; of columns side by side each by itself.

    Args:
        found: the pieces of every line: text, x, y and size of the font.

    """
    cells = [_cells([_piece(piece) for piece in line]) for line in found]
    beside = [number for number, row in enumerate(cells) if len(row) > 1 and min(len(c.text) for c in row[:2]) >= _LONG]
    if len(beside) < _FEWEST:
        return [line for row in cells if (line := _row(row)).text]
    first, last = beside[0], beside[-1] + 1
    inside = [cell for row in cells[first:last] for cell in row]
    gutter = median(cells[number][1].x for number in beside)
    left, right = ([cell for cell in inside if (cell.x < gutter - cell.size) is is_left] for is_left in (True, False))
    return [*map(_row, cells[:first]), *left, *right, *map(_row, cells[last:])]


def _piece(piece: Sequence[Any]) -> Line:
    text, x, y, size = piece
    return Line(
        str(text).translate(_LIGATURES).translate(_UNPRINTED).replace("\t", " "), float(x), float(y), float(size)
    )


def _cells(pieces: Sequence[Line]) -> list[Line]:
    """The pieces of a line, those joined that stand right behind each other."""
    found: list[Line] = []
    for piece in pieces:
        before = found[-1] if found else None
        if before is not None and piece.x <= before.x + (len(before.text) * _LETTER + _GAP) * before.size:
            found[-1] = Line(_joined(before, piece), before.x, before.y, before.size or piece.size)
        elif piece.text.strip():
            found.append(piece)
    return [Line(" ".join(one.text.split()), one.x, one.y, one.size) for one in found if one.text.strip()]


def _joined(before: Line, piece: Line) -> str:
    """The words of a line with the next piece behind; small digits raised over it are raised digits, never figures."""
    digits = piece.text.strip()
    is_small = digits.isascii() and digits.isdigit() and piece.size <= _SMALL * before.size
    is_raised = piece.y > before.y or (piece.y == before.y and not before.text[-1:].isalpha())
    if is_small and is_raised:
        return before.text.rstrip() + digits.translate(_RAISED)
    is_torn = before.text[-1:] in _RAISED.values() and piece.text[:1].isalpha()
    return before.text + " " * is_torn + piece.text


def _row(cells: Sequence[Line]) -> Line:
    """The cells of a row of a table as one line."""
    if not cells:
        return Line("", 0.0, 0.0, 0.0)
    text, size = _BETWEEN.join(cell.text for cell in cells), max(cell.size for cell in cells)
    return Line(text, cells[0].x, cells[0].y, size, is_row=len(cells) > 1)
