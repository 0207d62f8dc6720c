"""The verbs on baselines: `baseline write`, `baseline prune`, `baseline list`; and what the gate accepts by one."""

import dataclasses
import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.exits import Outcome, UsageError
from checker.output import safe, say, to_file, to_standard_output

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.judging.baseline import Entry
    from checker.reports import Report

ACTIONS = ("write", "prune", "list")


@dataclass(frozen=True, slots=True)
class Task:
    """What `checker baseline` is asked for."""

    action: str  # one of ACTIONS
    file: Path
    reason: str = ""
    until: dt.date | None = None  # the last day on which new entries are accepted


def task(action: str, file: str | None, reason: str | None, until: dt.date | None) -> Task:
    """The task of `checker baseline ACTION`.

    Raises:
        UsageError: no such action, no file, or nothing says why findings are accepted.

    """
    if action not in ACTIONS:
        raise UsageError(f"baseline {action}: the action is one of {', '.join(ACTIONS)}")
    if not file:
        raise UsageError(f"baseline {action}: give --baseline FILE")
    if action == "write" and not (reason or "").strip():
        raise UsageError("baseline write: give --reason TEXT: why the findings are accepted")
    return Task(action, Path(file), reason or "", until)


def accepted(file: Path) -> "list[Entry]":
    """The entries of a baseline.

    Raises:
        UsageError: it is missing, or cannot be believed.

    """
    from checker.judging.baseline import BaselineError, load

    if not os.path.lexists(file):
        raise UsageError(f"{file}: no such baseline; `checker baseline write` makes it")
    try:
        return load(file)
    except BaselineError as error:
        raise UsageError(str(error)) from error


def stale(found: "Report") -> list[str]:
    """Lines on entries of the baseline that match nothing any more."""
    return [
        f"baseline: {entry.fingerprint} {entry.rule} ({entry.what}) matches nothing; `baseline prune` removes it"
        for entry in found.stale
    ]


def run(asked: Task, report: "Callable[[], Report]") -> Outcome:
    """Run `checker baseline`; `report` runs the batch, which only `write` and `prune` need."""
    if asked.action == "list":
        return _list(asked.file)
    return (_write if asked.action == "write" else _prune)(asked, report)


def _list(file: Path) -> Outcome:
    lines = [
        f"{entry.fingerprint}  {entry.rule}  {_until(entry.until)}  {entry.what}: {entry.reason}"
        for entry in accepted(file)
    ]
    to_standard_output("".join(f"{safe(line)}\n" for line in lines))
    return Outcome()


def _until(day: dt.date | None) -> str:
    return f"until {day}" if day else "for ever"


def _write(asked: Task, report: "Callable[[], Report]") -> Outcome:
    """Every discrepancy of the batch becomes an entry; what is accepted already keeps its reason."""
    from checker.judging.acceptance import entries

    known = accepted(asked.file) if os.path.lexists(asked.file) else []
    found = report()
    kept = {entry.fingerprint for entry in known}
    new = [e for e in entries(found.findings, found.claims, asked.reason, asked.until) if e.fingerprint not in kept]
    return _written(asked.file, [*known, *new], found, f"{len(new)} accepted, {len(known)} kept")


def _prune(asked: Task, report: "Callable[[], Report]") -> Outcome:
    """Entries that match nothing go, unless something was not read: they may speak of that."""
    from checker.judging.acceptance import compared

    known = accepted(asked.file)
    found = report()
    if found.outcome.unread or not found.outcome.read:
        say(f"{asked.file}: not pruned, since not everything was read")
        return found.outcome
    _, over = compared(found.findings, found.claims, known)
    gone = set(over)
    return _written(
        asked.file,
        [entry for entry in known if entry not in gone],
        found,
        f"{len(over)} removed, {len(known) - len(over)} kept",
    )


def _written(file: Path, kept: "list[Entry]", found: "Report", said: str) -> Outcome:
    from checker.judging.baseline import dump

    try:
        to_file(dump(kept), file)
    except OSError as error:
        say(f"checker: {file}: cannot be written: {(error.strerror or str(error)).lower()}")
        return dataclasses.replace(found.outcome, is_broken=True)
    say(f"{file}: {said}")
    return found.outcome
