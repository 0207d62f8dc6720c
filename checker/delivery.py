"""What a run tells, and where that goes: files, standard output, and the person at the terminal."""

import dataclasses
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cache.results import Result
from checker.colour import coloured
from checker.exits import Outcome
from checker.output import as_bytes, safe, say, say_safe, silence_standard_output, to_file, to_standard_output

if TYPE_CHECKING:
    from checker.reports import Report

NONE = "none"  # in the place of a format: standard output gets nothing

_MOST_WARNINGS = 20  # of reading accounts on standard error


def result(
    found: "Report", render: Callable[[str], str | bytes], formats: Iterable[str], lines: Iterable[str]
) -> Result:
    """What a run tells: in these formats, and in lines after those on what was not read."""
    rendered = {name: as_bytes(render(name)) for name in dict.fromkeys(formats)}
    return Result(found.outcome, tuple(safe(line) for line in (*_unread(found), *lines)), rendered)


def deliver(told: Result, outputs: Iterable[tuple[str, Path]], shown: str) -> Outcome:
    """Write every output, then standard output in the format `shown`, then what there is to say of the run."""
    written = [_is_written(told.rendered[name], file) for name, file in outputs]
    if shown != NONE:
        written.append(_is_written(coloured(shown, told.rendered[shown])))
    say_safe(_unsaid(told, shown))
    return dataclasses.replace(told.outcome, is_broken=not all(written))


def _unsaid(told: Result, shown: str) -> list[str]:
    """The lines of a run but for the answer where whoever reads them has it before him: text ends with it."""
    is_elsewhere = sys.stderr.isatty() and not sys.stdout.isatty()
    if shown != "text" or is_elsewhere:
        return list(told.lines)
    last = told.rendered[shown].decode().rpartition("\n")[0].rpartition("\n")[2]
    return [line for line in told.lines if line != last]


def _unread(found: "Report") -> Iterator[str]:
    """What was not read, what to think of what was, and whether anything was."""
    is_empty = not len(found.documents)
    for path, reason, is_unread in found.skipped[["path", "reason", "unread"]].itertuples(index=False):
        if is_unread or is_empty:
            yield f"{'not read' if is_unread else 'passed over'}: {path}: {reason}"
    yield from _warned(found)
    if is_empty:
        yield "nothing was read"


def _warned(found: "Report") -> list[str]:
    """What the accounts of the documents warn of, the first of it, the same of many records of a file once."""
    from checker.rendering.reported import file_of

    told: dict[tuple[str, str], list[str]] = {}
    for path, account in found.documents[["path", "account"]].itertuples(index=False):
        for words in account.get("warnings", ()):
            told.setdefault((file_of(path), words), []).append(path)
    lines = [f"warning: {_first(paths)}: {words}" for (_, words), paths in told.items()]
    more = len(lines) - _MOST_WARNINGS
    return lines[:_MOST_WARNINGS] + [f"warning: {more:,} more warnings stand in the JSON report"] * (more > 0)


def _first(paths: list[str]) -> str:
    return paths[0] if len(paths) == 1 else f"{paths[0]} and {len(paths) - 1:,} more of its file"


def _is_written(content: bytes, file: Path | None = None) -> bool:
    """Write to a file, or to standard output; a failure is told, and the other outputs still get theirs."""
    try:
        if file is None:
            to_standard_output(content)
        else:
            to_file(content, file)
    except OSError as error:
        say(f"checker: {file or 'standard output'}: cannot be written: {(error.strerror or str(error)).lower()}")
        if file is None:
            silence_standard_output()
        return False
    return True
