"""Where in a TOML file a rule and its keys stand, so that an error names the line. Reads lines only, not TOML."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.language.patterns import pattern

_TABLE = pattern(r"^\s*\[\[?\s*([\w.]+)\s*\]\]?")
_KEY = pattern(r"^\s*([\w-]+)\s*=")
# Within a line: what opens a multi-line string, a whole string, or the comment that ends the line.
_OPENING = pattern(r"""\"{3}|'{3}|"(?:\\.|[^"\\])*"|'[^']*'|#""")
# Within a multi-line string: what is escaped in it, or its end.
_CLOSING = {'"""': pattern(r'\\.|"{3}'), "'''": pattern(r"'{3}")}


@dataclass(slots=True)
class Place:
    """One table, as `[[rule]]` or `[[rule.example]]`: its line and the lines of its keys, all 1-based."""

    line: int
    keys: dict[str, int] = field(default_factory=dict)
    examples: list["Place"] = field(default_factory=list)


def rule_places(lines: list[str]) -> list[Place]:
    """The places of the rules of a file, in order."""
    rules: list[Place] = []
    for name, place in _tables(lines):
        if name == "rule":
            rules.append(place)
        elif name == "rule.example" and rules:
            rules[-1].examples.append(place)
    return rules


def tolerance_place(lines: list[str]) -> Place:
    """The place of a file's `[tolerance]`; its first line where there is none."""
    return next((place for name, place in _tables(lines) if name == "tolerance"), Place(1))


def _tables(lines: list[str]) -> list[tuple[str, Place]]:
    """Every table of the file by its name; what stands before the first belongs to none."""
    tables = [("", Place(1))]
    for number, line in _outside_strings(lines):
        table, key = _TABLE.match(line), _KEY.match(line)
        if table:
            tables.append((table.group(1) or "", Place(number)))
        elif key:
            tables[-1][1].keys.setdefault(key.group(1) or "", number)
    return tables


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
