"""The verbs on archives: `archive add`, `list`, `remove`, `verify`, `compact` and `export`."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.exits import Outcome, UsageError
from checker.output import safe, say, to_standard_output

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.reports import Report

# Action -> what it takes after it.
ACTIONS: Mapping[str, str] = {
    "add": "PATH…",
    "list": "",
    "remove": "BATCH…, or the id, address or path of an article",
    "verify": "",
    "compact": "",
    "export": "FOLDER",
}


@dataclass(frozen=True, slots=True)
class Task:
    """What `checker archive` is asked for."""

    action: str  # one of ACTIONS
    address: str
    names: tuple[str, ...] = ()  # of what is removed, or the folder that is written
    batch: str | None = None
    spans_only: bool = False

    @property
    def reads(self) -> bool:
        """Whether it reads articles."""
        return self.action == "add"


def task(action: str, named: Sequence[str], address: str | None, batch: str | None, *, spans_only: bool) -> Task:
    """The task of `checker archive ACTION`.

    Raises:
        UsageError: no such action, no address, or what it takes is missing.

    """
    if action not in ACTIONS:
        raise UsageError(f"archive {action}: the action is one of {', '.join(ACTIONS)}")
    if not address:
        raise UsageError(f"archive {action}: give --archive ADDRESS")
    if (batch is not None or spans_only) and action != "add":
        raise UsageError(f"archive {action}: --batch and --spans-only are of `archive add`")
    if batch is not None and not batch.strip():
        raise UsageError("archive add: the name of the batch is empty")
    if action != "add" and (bool(named) != bool(ACTIONS[action]) or (action == "export" and len(named) > 1)):
        raise UsageError(f"archive {action}: give {ACTIONS[action] or 'no PATH'}")
    return Task(action, address, tuple(named) if action != "add" else (), batch, spans_only)


def noted(found: "Report") -> list[str]:
    """Lines on the archive that a batch was compared with."""
    return _lost(found.cut_off)


def run(asked: Task, claims: "Callable[[], Report]") -> Outcome:
    """Run `checker archive`; `claims` reads the batch, which only `add` needs."""
    return _add(asked, claims) if asked.reads else _RUNS[asked.action](asked)


def _add(asked: Task, claims: "Callable[[], Report]") -> Outcome:
    from checker.archive import add
    from checker.matching import lasting_keys

    found = claims()
    for path, reason, is_unread in found.skipped[["path", "reason", "unread"]].itertuples(index=False):
        if is_unread:
            say(f"not read: {path}: {reason}")
    if not len(found.documents):
        say("nothing was read; nothing is added")
        return found.outcome
    keys = lasting_keys(found.claims)
    done = add(asked.address, found.documents, found.claims, keys, batch=asked.batch, spans_only=asked.spans_only)
    say(*_lost(done.lost))
    added = f"{_counted(done.documents, 'document')} added, {_counted(done.claims, 'claim')}"
    say(f"batch {done.batch}: {added}; known: {done.known:,}")
    return found.outcome


def _list(asked: Task) -> Outcome:
    from checker.archive import listed

    found = listed(asked.address)
    say(*_lost(found.lost))
    rows = found.batches.astype(object).where(found.batches.notna(), "undated").to_dict("records")
    lines = [
        f"{row['name']}  {_counted(row['documents'], 'document')}  {_counted(row['claims'], 'claim')}  "
        f"{row['first']} to {row['last']}"
        for row in rows
    ]
    to_standard_output("".join(f"{safe(line)}\n" for line in lines))
    return Outcome()


def _remove(asked: Task) -> Outcome:
    from checker.archive import remove

    for name in asked.names:
        done = remove(asked.address, name)
        say(f"{name}: {_counted(done.documents, 'document')} removed{', and the batch' if done.batches else ''}")
    return Outcome()


def _verify(asked: Task) -> Outcome:
    from checker.archive import listed, verify

    wrong = verify(asked.address)
    to_standard_output("".join(f"{safe(line)}\n" for line in wrong))
    say(*_lost(listed(asked.address).lost if not wrong else None))
    say(f"{asked.address}: {f'damaged: {len(wrong):,} faults' if wrong else 'everything is as it was written'}")
    return dataclasses.replace(Outcome(), is_broken=bool(wrong))


def _compact(asked: Task) -> Outcome:
    from checker.archive import compact

    compact(asked.address)
    say(f"{asked.address}: compacted")
    return Outcome()


def _export(asked: Task) -> Outcome:
    from checker.archive import export

    folder = Path(asked.names[0])
    for name, rows in export(asked.address, folder).items():
        say(f"{folder / name}: {rows:,} rows")
    return Outcome()


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"


def _lost(batch: str | None) -> list[str]:
    return [f"archive: adding batch {batch} was cut off, nothing of it is in the archive: add it again"] * (
        batch is not None
    )


_RUNS = {"list": _list, "remove": _remove, "verify": _verify, "compact": _compact, "export": _export}
