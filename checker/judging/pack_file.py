"""One file of a pack: its rules, its tolerances, and every fault with its place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checker.judging.errors import MOST_TOLD, Problem
from checker.judging.expression import Fault, names_of, parse
from checker.judging.pack_text import UnreadableError, read_text, tables
from checker.judging.places import Place, rule_places, tolerance_place
from checker.judging.rule import Retired, Rule
from checker.judging.schema import example_of, wrong_in_example, wrong_in_rule, wrong_tolerances
from checker.language.patterns import pattern

_TEXTS = ("code", "name", "verdict", "severity", "when", "message", "why")
_VALUE = pattern(r"""^\s*["']?[\w-]+["']?\s*=\s*""")
_BLAMED = pattern(r"^unknown (?:key `([^`]+)`|placeholder (\{[^{}]*\}))")


@dataclass(slots=True)
class PackFile:
    """A file as read, its rules unchecked: what they may name is known when all files are read."""

    path: str
    lines: Sequence[str] = ()
    rules: Sequence[Mapping[str, Any]] = ()
    tolerances: dict[str, float] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def checked(self, tolerances: Mapping[str, float]) -> Iterator[Rule | Retired]:
        """The rules without faults; the faults of the others are added to `problems`."""
        places = rule_places(list(self.lines))
        for index, table in enumerate(self.rules):
            if len(self.problems) > MOST_TOLD:  # no more are told
                return
            source = _Source(self, table, places[index] if index < len(places) else Place(0))
            rule = source.rule(tolerances)
            if rule:
                yield rule

    def tell(self, line: int, column: int, code: object, reason: str, source: str = "") -> None:
        """Add a fault."""
        rule = code if isinstance(code, str) else ""
        self.problems.append(Problem(self.path, line, column, rule, reason, source))

    def tell_key(self, place: Place, key: str, code: object, reason: str) -> None:
        """Add the fault of a key, with a caret under its value; of a whole table where it has no such key."""
        line = place.keys.get(key, 0)
        source = self.lines[line - 1] if line else ""
        self.tell(line or place.line, _column(source, key, reason) if line else 0, code, reason, source)


def _column(source: str, key: str, reason: str) -> int:
    """Where a caret stands in the line of a key: under what the reason blames, else under the value."""
    blamed, value = _BLAMED.match(reason), _VALUE.match(source)
    at = source.find(blamed.group(1) or blamed.group(2) or key) if blamed else -1
    if at < 0:
        at = value.end() if value else source.find(key)
    return at + 1


def read(path: Path) -> PackFile:
    """A file with its tables and tolerances; `problems` says why where it cannot be read."""
    found = PackFile(path.as_posix())
    try:
        text = read_text(path)
        rules, tolerances = tables(text)
    except UnreadableError as error:
        found.problems.append(_unreadable(found.path, *error.args))
        return found
    found.lines, found.rules = text.split("\n"), rules
    wrong = dict(wrong_tolerances(tolerances))
    for key, reason in wrong.items():
        found.tell_key(tolerance_place(list(found.lines)), key, "", reason)
    found.tolerances = {name: float(value) for name, value in tolerances.items() if name not in wrong}
    return found


def _unreadable(path: str, reason: str, line: int = 0, column: int = 0, source: str = "") -> Problem:
    return Problem(path, line, column, "", reason, source)


@dataclass(frozen=True, slots=True)
class _Source:
    """One rule's table with the place it came from."""

    file: PackFile
    table: Mapping[str, Any]
    place: Place

    def rule(self, tolerances: Mapping[str, float]) -> Rule | Retired | None:
        """The rule, or None where it has faults; they are added to those of its file."""
        before = len(self.file.problems)
        self._collect(wrong_in_rule(self.table), self.place)
        if "deprecated" in self.table:
            return None if len(self.file.problems) > before else self._retired()
        self._check_examples()
        when = self.table.get("when")
        condition, faults = parse(when, tolerances) if isinstance(when, str) and when.strip() else (None, [])
        for fault in faults:
            self._tell_fault(str(when), fault)
        if condition is None or len(self.file.problems) > before:
            return None
        return Rule(
            **{key: self.table[key] for key in _TEXTS},
            condition=condition,
            examples=tuple(example_of(example) for example in self.table["example"]),
            path=self.file.path,
            line=self.place.line,
            off=self.table.get("off", False),
            before=self.table.get("before", ""),
            tolerances=names_of(condition),
        )

    def _retired(self) -> Retired:
        return Retired(self.table["code"], self.table["deprecated"], self.file.path, self.place.line)

    def _check_examples(self) -> None:
        examples = self.table.get("example")
        for index, example in enumerate(examples if isinstance(examples, list) else ()):
            known = index < len(self.place.examples)
            self._collect(wrong_in_example(example), self.place.examples[index] if known else self.place)

    def _collect(self, wrong: Iterable[tuple[str, str]], place: Place) -> None:
        for key, reason in wrong:
            self.file.tell_key(place, key, self.table.get("code"), reason)

    def _tell_fault(self, when: str, fault: Fault) -> None:
        """Place a fault of the condition: its line within the text, then that line within the file."""
        before, lines = when[: fault.position], self.file.lines
        row, column = before.count("\n"), len(before) - (before.rfind("\n") + 1)
        source = when.split("\n")[row]
        first, code = self.place.keys.get("when", self.place.line), self.table.get("code")
        for number in range(first, min(first + row + 2, len(lines) + 1)):
            at = lines[number - 1].find(source) if source.strip() and number >= first + row else -1
            if at >= 0:
                self.file.tell(number, at + column + 1, code, fault.reason, lines[number - 1])
                return
        self.file.tell(first, column + 1, code, fault.reason, source)
