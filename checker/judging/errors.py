"""What is wrong with rule files, told so that it can be repaired."""

from dataclasses import dataclass

MOST_SHOWN = 110  # characters of a line
MOST_TOLD = 100  # faults; a file is read no further where it has more


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of a rule file."""

    path: str  # the file or folder
    line: int  # 1-based; 0 where the whole file is meant
    column: int  # 1-based; 0 where the whole line is meant
    rule: str  # code of the rule, "" where none is known
    reason: str  # what is wrong, and the repair
    source: str = ""  # the line of text under which a caret shows the column

    def __str__(self) -> str:
        """`file:line:column: rule CODE: reason`, and the line with a caret under the column."""
        return "\n".join(_printable(line) for line in self._lines())

    def _lines(self) -> list[str]:
        place = ":".join([self.path, *(str(number) for number in (self.line, self.column) if number)])
        rule = f"rule {self.rule}: " if self.rule else ""
        head = f"{place}: {rule}{self.reason}"
        if not (self.source and self.column):
            return [head]
        shown, column = _window(self.source, self.column)
        return [head, f"    {shown}", f"    {' ' * (column - 1)}^"]


def _window(source: str, column: int) -> tuple[str, int]:
    """As much of a line as a terminal shows around a column, and where the column then stands."""
    start = max(0, min(column - MOST_SHOWN * 2 // 3, len(source) - MOST_SHOWN))
    end = start + MOST_SHOWN
    before, after = "…" * (start > 0), "…" * (end < len(source))
    return f"{before}{source[start:end]}{after}", column - start + len(before)


def _printable(line: str) -> str:
    """The line with control characters shown as blanks, so that a rule file cannot steer a terminal."""
    return line if line.isprintable() else "".join(c if c.isprintable() else " " for c in line)


class RuleError(ValueError):
    """Rules that cannot be used; `problems` holds the faults found, its text names the first hundred."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        told = [str(problem) for problem in self.problems[:MOST_TOLD]]
        more = ["and more: repair these first"] if len(self.problems) > MOST_TOLD else []
        super().__init__("\n".join(told + more))
