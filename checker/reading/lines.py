"""Lines of a text, with their places; only the three line ends of text files end one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its line end."""

    start: int
    end: int  # before the line end
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether only white space stands on it."""
        return not self.text.strip()


def lines(text: str, start: int = 0) -> Iterator[Line]:
    """The lines of `text` from `start` on, in order."""
    for match in _LINE.finditer(text, start):
        if match.end() > match.start():
            words = match.group().rstrip("\r\n")
            yield Line(match.start(), match.start() + len(words), words)


def line_and_column(text: str, place: int) -> tuple[int, int]:
    """Line and column of a character, both counted from 1."""
    before = text[:place].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")
