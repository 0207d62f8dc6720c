"""The baseline: findings somebody has accepted, one a line of text, named by their fingerprints.

A line has five fields parted by tabs: fingerprint, code of the rule, the last day on which it is accepted (or `-`),
why it is accepted, and the fact in words, for people. Lines are sorted, so that two branches merge.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from checker.judging.pack_text import UnreadableError, read_text

HEADER = "# checker baseline 1: fingerprint, rule, accepted until, why, what; parted by tabs\n"
MOST_BYTES = 20 << 20
_NEVER = "-"  # an entry that does not expire
_FIELDS = ("fingerprint", "rule", "until", "reason", "what")
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_CODE = re.compile(r"[A-Z][0-9]{3,6}")
_LONGEST = 300  # characters of a reason, and of a fact in words


class BaselineError(Exception):
    """A baseline that cannot be believed; its text names file, line and repair."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One accepted finding."""

    fingerprint: str
    rule: str
    until: dt.date | None  # the last day on which it is accepted; None: it does not expire
    reason: str
    what: str = ""

    def is_over(self, today: dt.date | None) -> bool:
        """Whether it has expired; without a day to go by, what may expire has."""
        return self.until is not None and (today is None or today > self.until)


def load(path: Path) -> list[Entry]:
    """The entries of a baseline file.

    Raises:
        BaselineError: it is missing, cannot be read, or a line is no entry.

    """
    try:
        return parse(read_text(path, most=MOST_BYTES), path.as_posix())
    except UnreadableError as error:
        raise BaselineError(f"{path.as_posix()}: {error.args[0]}") from None


def parse(text: str, name: str) -> list[Entry]:
    """The entries of a baseline; `name` is what errors call it.

    Raises:
        BaselineError: a line is no entry, or the file is of a later version.

    """
    first = text.partition("\n")[0]
    if first.startswith("# checker baseline ") and not first.startswith(HEADER[:20]):
        raise BaselineError(f"{name}:1: written by a later checker; this one reads version 1")
    lines = enumerate(text.splitlines(), 1)
    return [_entry(line, f"{name}:{number}") for number, line in lines if line.strip() and not line.startswith("#")]


def _entry(line: str, place: str) -> Entry:
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        raise BaselineError(f"{place}: the mark of an unfinished merge; keep the lines of both sides")
    fields = line.split("\t")
    if len(fields) != len(_FIELDS):
        raise BaselineError(f"{place}: {len(fields)} fields, not {len(_FIELDS)}: {', '.join(_FIELDS)}, parted by tabs")
    fingerprint, rule, until, reason, what = (field.strip() for field in fields)
    if _FINGERPRINT.fullmatch(fingerprint) is None:
        raise BaselineError(f"{place}: {fingerprint[:40]!r} is no fingerprint: 16 of 0-9 and a-f, as reports tell them")
    if _CODE.fullmatch(rule) is None:
        raise BaselineError(f"{place}: {rule[:40]!r} is no code of a rule, such as C101")
    if not reason:
        raise BaselineError(f"{place}: no reason; say why the finding is accepted")
    return Entry(fingerprint, rule, _until(until, place), reason, what)


def _until(words: str, place: str) -> dt.date | None:
    try:
        return None if words == _NEVER else dt.date.fromisoformat(words)
    except ValueError:
        raise BaselineError(f"{place}: {words[:40]!r} is no day; write 2026-12-31, or {_NEVER} for ever") from None


def dump(entries: Iterable[Entry]) -> str:
    """The text of a baseline: each entry once, sorted."""
    return HEADER + "".join(f"{one}\n" for one in sorted({line(entry) for entry in entries}))


def line(entry: Entry) -> str:
    """The line of one entry, by which entries are ordered."""
    until = entry.until.isoformat() if entry.until else _NEVER
    return "\t".join(_field(words) for words in (entry.fingerprint, entry.rule, until, entry.reason, entry.what))


def _field(words: str) -> str:
    """The words on one line, without tabs and without what no reader sees."""
    line = " ".join(words.split())
    return "".join(c if c.isprintable() else "�" for c in line)[:_LONGEST]
