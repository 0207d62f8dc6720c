"""Where in a TOML file a rule and its keys stand, so that an error names the line. Reads lines only, not TOML."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.language.patterns import pattern

_TABLE = pattern(r"^\s*\[\[\s*([\w.]+)\s*\]\]")
_KEY = pattern(r"^\s*([\w-]+)\s*=")
# Within a line: what opens a multi-line string, a whole string, or the comment that ends the line.
_OPENING = pattern(r"""\"{3}|'{3}|"(?:\\.|[^"\\])*"|'[^']*'|#""")
# Within a multi-line string: what is escaped in it, or its end.
_CLOSING = {'"""': pattern(r'\\.|"{3}'), "'''": pattern(r"'{3}")}


@dataclass(slots=True)
class Place:
    """One `[[rule]]` or `[[rule.example]]`: its line and the lines of its keys, all 1-based."""

    line: int
    keys: dict[str, int] = field(default_factory=dict)
    examples: list["Place"] = field(default_factory=list)


def rule_places(lines: list[str]) -> list[Place]:
    """The places of the rules of a file, in order."""
    rules: list[Place] = []
    current = Place(1)
    for number, line in _outside_strings(lines):
        table, key = _TABLE.match(line), _KEY.match(line)
        if table:
            current = Place(number)
            _add(rules, current, table.group(1))
        elif key:
            current.keys.setdefault(key.group(1) or "", number)
    return rules


def _add(rules: list[Place], place: Place, table: str | None) -> None:
    if table == "rule":
        rules.append(place)
    elif table == "rule.example" and rules:
        rules[-1].examples.append(place)


def _outside_strings(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Lines that do not begin inside a multi-line string."""
    fence = ""
    for number, line in enumerate(lines, 1):
        if not fence:
            yield number, line
        fence = _fence_after(line, fence)


def _fence_after(line: str, fence: str) -> str:
    """The fence of the multi-line string that is open at the end of the line, or nothing."""
    at = 0
    while found := (_CLOSING[fence] if fence else _OPENING).search(line, at):
        mark, at = found.group(), found.end()
        if mark == "#":
            return ""
        if mark in _CLOSING:
            fence = "" if fence else str(mark)
    return fence
