"""Rows of CSV with the place of every cell (RFC 4180). Linear; a row that is broken loses no other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.values.offsets import OffsetBuilder

SEPARATORS = (",", ";", "\t")
LONGEST = 500  # characters of a cell
_LINE_END = re.compile(r"\r\n|\r|\n")
_ODD = re.compile(r'""|\r\n|[\r\n\t]')


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a column: a stretch of the original, without quotation marks and the blanks around."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of facts, with its place in the original and what keeps it from being used."""

    line: int  # on which it begins, from 1
    start: int
    end: int
    cells: tuple[Cell, ...]
    fault: str = ""  # what is wrong with it, and the repair
    fault_at: int = 0  # where in the original


def rows(original: str, separator: str) -> Iterator[Row]:
    """The rows of a table, blank ones left out."""
    place, line = 0, 1
    while place < len(original):
        row = _row(original, separator, place, line)
        if original[row.start : row.end].strip(f"{separator} \t\r\n"):
            yield row
        line += len(_LINE_END.findall(original, place, row.end))
        place = row.end


def separator_of(head: str) -> str:
    """What parts the cells of a header: the commonest of comma, semicolon and tab."""
    return max(SEPARATORS, key=head.count)


def keep(builder: OffsetBuilder, original: str, cell: Cell) -> None:
    """Keep the words of a cell: doubled quotation marks are one, line ends and tabs are blanks."""
    place = cell.start
    for odd in _ODD.finditer(original, cell.start, cell.end):
        builder.keep(original[place : odd.start()], place)
        builder.mean('"' if odd.group() == '""' else " ", odd.start(), odd.end())
        place = odd.end()
    builder.keep(original[place : cell.end], place)


def _row(original: str, separator: str, start: int, line: int) -> Row:
    cells: list[Cell] = []
    place = start
    while True:
        match = _cell(separator).match(original, place)
        if match is None:  # a quotation mark that is not closed, or closed before the end of its cell
            return _broken(original, start, line, place)
        cells.append(_trimmed(original, *match.span(match.lastindex or 0)))
        place = match.end()
        if original[place : place + 1] != separator:
            return Row(line, start, _after(original, place), tuple(cells))
        place += 1


@cache
def _cell(separator: str) -> re.Pattern[str]:
    """One cell and what must follow it; possessive, so that each character is looked at once."""
    mark = re.escape(separator)
    return re.compile(rf'(?:[ ]*+"((?:[^"]|"")*+)"[ ]*+|([^"{mark}\r\n][^{mark}\r\n]*+|))(?=[{mark}\r\n]|\Z)')


def _trimmed(original: str, start: int, end: int) -> Cell:
    words = original[start:end]
    begin = start + len(words) - len(words.lstrip())
    return Cell(begin, max(begin, start + len(words.rstrip())))


def _broken(original: str, start: int, line: int, place: int) -> Row:
    end = _LINE_END.search(original, place)
    why = "a quotation mark that does not close at the end of its cell: double every mark inside a quoted cell"
    return Row(line, start, end.end() if end else len(original), (), why, place)


def _after(original: str, place: int) -> int:
    end = _LINE_END.match(original, place)
    return end.end() if end else place
