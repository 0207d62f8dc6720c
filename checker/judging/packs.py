"""Packs: TOML files of rules, read whole and checked whole before any data is judged."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.judging.errors import Problem, RuleError
from checker.judging.expression import Fault, parse
from checker.judging.pack_text import UnreadableError, read_text, rule_tables
from checker.judging.places import Place, rule_places
from checker.judging.rule import Rule
from checker.judging.schema import example_of, wrong_in_example, wrong_in_rule
from checker.resources import shipped


def load(paths: Iterable[str | Path] = (), *, with_shipped: bool = True) -> list[Rule]:
    """Read the shipped packs, then those at `paths`; a later pack replaces rules of the same code.

    Args:
        paths: TOML files, or folders of them (their `*.toml`, by name).
        with_shipped: False leaves the shipped packs out.

    Returns:
        The rules in the order in which they are tried: by code.

    Raises:
        RuleError: every fault of every file, or that there is no rule at all.

    """
    packs = [*([shipped("rules")] if with_shipped else []), *(Path(path) for path in paths)]
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    for pack in packs:
        found, wrong = _read_pack(pack)
        problems += wrong
        rules |= {rule.code: rule for rule in found}
    if problems:
        raise RuleError(problems)
    if not rules:
        raise RuleError([_of_file(", ".join(map(str, packs)) or "rules", "no rules are loaded")])
    return [rules[code] for code in sorted(rules)]


def _of_file(path: str | Path, reason: str, line: int = 0, column: int = 0, source: str = "") -> Problem:
    return Problem(Path(path).as_posix(), line, column, "", reason, source)


def _read_pack(pack: Path) -> tuple[list[Rule], list[Problem]]:
    """One pack; the same code twice in it is an error."""
    problems: list[Problem] = []
    rules: dict[str, Rule] = {}
    for path in _files(pack, problems):
        for rule in _read_file(path, problems):
            first = rules.setdefault(rule.code, rule)
            if first is not rule:
                reason = f"duplicate code: it already stands in {first.path}:{first.line}"
                problems.append(Problem(rule.path, rule.line, 0, rule.code, reason))
    if not (rules or problems):
        problems.append(_of_file(pack, "no rules in it; a pack holds [[rule]] tables in *.toml files"))
    return list(rules.values()), problems


def _files(pack: Path, problems: list[Problem]) -> list[Path]:
    if pack.is_dir():
        return sorted(pack.glob("*.toml"))
    if pack.suffix != ".toml":
        problems.append(_of_file(pack, "neither a folder nor a TOML file"))
        return []
    return [pack]


def _read_file(path: Path, problems: list[Problem]) -> Iterator[Rule]:
    try:
        text = read_text(path)
        tables = rule_tables(text)
    except UnreadableError as error:
        problems.append(_of_file(path, *error.args))
        return
    lines = text.split("\n")
    places = rule_places(lines)
    for index, table in enumerate(tables):
        place = places[index] if index < len(places) else Place(0)
        source = _Source(path.as_posix(), lines, table, place)
        rule = source.rule()
        problems += source.problems
        if rule:
            yield rule


@dataclass(slots=True)
class _Source:
    """One rule's table with the place it came from."""

    path: str
    lines: Sequence[str]
    table: dict[str, Any]
    place: Place
    problems: list[Problem]

    def __init__(self, path: str, lines: Sequence[str], table: dict[str, Any], place: Place) -> None:
        self.path, self.lines, self.table, self.place = path, lines, table, place
        self.problems = []

    def rule(self) -> Rule | None:
        """The rule, or None where it has faults; they are in `problems`."""
        self._collect(wrong_in_rule(self.table), self.place)
        self._check_examples()
        when = self.table.get("when")
        condition, faults = parse(when) if isinstance(when, str) else (None, [])
        for fault in faults:
            self._tell_fault(str(when), fault)
        if self.problems or condition is None:
            return None
        texts = {key: self.table[key] for key in ("code", "name", "verdict", "severity", "when", "message", "why")}
        examples = tuple(example_of(example) for example in self.table["example"])
        return Rule(**texts, condition=condition, examples=examples, path=self.path, line=self.place.line)

    def _check_examples(self) -> None:
        examples = self.table.get("example")
        for index, example in enumerate(examples if isinstance(examples, list) else ()):
            known = index < len(self.place.examples)
            self._collect(wrong_in_example(example), self.place.examples[index] if known else self.place)

    def _collect(self, wrong: Iterable[tuple[str, str]], place: Place) -> None:
        for key, reason in wrong:
            self._tell(place.keys.get(key, place.line), 0, reason)

    def _tell(self, line: int, column: int, reason: str, source: str = "") -> None:
        code = self.table.get("code")
        self.problems.append(Problem(self.path, line, column, code if isinstance(code, str) else "", reason, source))

    def _tell_fault(self, when: str, fault: Fault) -> None:
        """Place a fault of the condition: its line within the text, then that line within the file."""
        before = when[: fault.position]
        row, column = before.count("\n"), len(before) - (before.rfind("\n") + 1)
        source = when.split("\n")[row]
        first = self.place.keys.get("when", self.place.line)
        for number in range(first, min(first + row + 2, len(self.lines) + 1)):
            at = self.lines[number - 1].find(source) if source.strip() and number >= first + row else -1
            if at >= 0:
                self._tell(number, at + column + 1, fault.reason, self.lines[number - 1])
                return
        self._tell(first, column + 1, fault.reason, source)
