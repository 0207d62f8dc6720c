"""A pack's file as bytes and as TOML: regular files only, capped, told with line and column when it cannot be read."""

import os
import stat
import tomllib
from pathlib import Path
from typing import Any

from checker.language.patterns import pattern

MOST_BYTES = 256_000
# A dotted key of thousands of parts takes a TOML reader seconds and gigabytes.
_LONG_KEY = pattern(r"""(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){16}""")
_AT = pattern(r"\(at line (\d+), column (\d+)\)$")


class UnreadableError(Exception):
    """Reason, then line and column where known."""


def read_text(path: Path, most: int = MOST_BYTES) -> str:
    """The file's text, of at most so many bytes.

    Raises:
        UnreadableError: not a regular file, too large, not UTF-8, or the system says no.

    """
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UnreadableError("not a regular file")
            content = file.read(most + 1)
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror}") from None
    if len(content) > most:
        raise UnreadableError(f"larger than {most:,} bytes; split it")
    return _decoded(content)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableError("not UTF-8; save it as UTF-8", line) from None


def tables(text: str) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The `[[rule]]` tables of a pack and its `[tolerance]` table, unchecked.

    Raises:
        UnreadableError: not TOML, or something beside them in it.

    """
    long = _LONG_KEY.search(text)
    if long:
        raise UnreadableError("a key of more than 16 parts", text.count("\n", 0, long.start()) + 1)
    try:
        content = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(*_syntax_error(str(error), text)) from None
    strange = sorted(set(content) - {"rule", "tolerance"})
    if strange:
        reason = f"unknown key `{strange[0][:80]}`; a pack holds [[rule]] tables and [tolerance]"
        raise UnreadableError(reason, _line_of(strange[0], text))
    rules, tolerances = content.get("rule", []), content.get("tolerance", {})
    if not (isinstance(rules, list) and all(isinstance(rule, dict) for rule in rules)):
        raise UnreadableError("`rule` must be [[rule]] tables, with double brackets", _line_of("rule", text))
    if not isinstance(tolerances, dict):
        reason = "`tolerance` must be one [tolerance] table, with single brackets"
        raise UnreadableError(reason, _line_of("tolerance", text))
    return rules, tolerances


def _line_of(key: str, text: str) -> int:
    """The line that begins with a key or a table of that name; 0 where none does."""
    lines = (line.lstrip("[ \t").startswith(key) for line in text.split("\n"))
    return next((number for number, is_it in enumerate(lines, 1) if is_it), 0)


def _syntax_error(reason: str, text: str) -> tuple[str, int, int, str]:
    """The reason of a TOML error, with the place it names taken out of its words."""
    found = _AT.search(reason)
    lines = text.split("\n")
    if not found:
        return f"not TOML: {reason}", len(lines), 0, ""
    line, column = int(found.group(1) or 0), int(found.group(2) or 0)
    source = lines[line - 1] if line <= len(lines) else ""
    return f"not TOML: {reason[: found.start()].strip()}", line, column, source
