"""What formats for builds and other programs show: discrepancies, and files that were not read, as plain notices."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.rendering.rows import Row
from checker.rendering.view import Finding, View
from checker.rendering.words import value_words

_RECORD = re.compile(
    r"(.+\.(?:jsonl|ndjson|csv|tsv)(?:\.gz)?):[0-9]+(?:#[0-9]+)?|(.+\.(?:json|xml|rss|atom|warc)(?:\.gz)?)#[0-9]+",
    re.DOTALL | re.IGNORECASE,
)
_LINE = re.compile(r":([0-9]+)(?:#[0-9]+)?$")  # of a record, in its path
# How reasons begin that tell where in the file, or in the line of a record, reading failed.
_FAILED = re.compile(r"(?:not [A-Za-z ]{1,24},? at )?(?:line ([0-9]{1,9}), )?column ([0-9]{1,9}): ")
_NO_LINES = (".docx", ".pdf")  # the lines that reasons tell of them are of a part that nobody sees
UNREAD = "unread"  # stands where other notices have the code of a rule
UNREAD_HELP = "A file that could not be read was not checked: repair it, or leave it out."


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing a build is told."""

    code: str  # of the rule, or UNREAD
    name: str
    severity: str  # one of checker.tables.SEVERITIES
    path: str
    line: int  # from 1; 0 where the whole file is meant
    column: int
    message: str
    why: str
    locator: str | None = None  # where in a file without lines
    finding: Finding | None = None  # None for a file that was not read

    @property
    def title(self) -> str:
        """Code and name; of an unread file the one word."""
        return self.code if self.finding is None else f"{self.code} {self.name}"

    @property
    def place(self) -> str:
        """Path and line: "news/a.txt:12"; in a file without lines "news/a.docx (paragraph 3)"."""
        return _place(self.path, self.line, self.locator)

    @property
    def told(self) -> str:
        """The message, for formats that can point at lines only: after the place in a file that has none."""
        return f"{self.locator}: {self.message}" if self.locator else self.message

    @property
    def is_accepted(self) -> bool:
        """Whether the baseline accepts it."""
        return self.finding is not None and self.finding.row["state"] == "accepted"


def file_of(path: str) -> str:
    """The file of a path that names one record in it: "news.jsonl:12", "news.json#2", "feed.xml#3"."""
    record = _RECORD.fullmatch(path)
    return record[1] or record[2] if record else path


def place_of(claim: Row) -> str:
    """Where a claim stands: "news/a.txt:12:5", "news/a.docx (paragraph 3)"."""
    column = f":{claim['column']}" if claim["line"] else ""
    return _place(claim["path"], claim["line"], claim["locator"]) + column


def _place(path: str, line: int, locator: str | None) -> str:
    if locator is not None:
        is_named = locator.startswith("record ") and path.endswith(f"#{locator.removeprefix('record ')}")
        return path if is_named else f"{path} ({locator})"
    is_told = line and path.endswith(f":{line}") and file_of(path) != path  # the path of a record holds its line
    return f"{path}:{line}" if line and not is_told else path


def notices(shown: View) -> list[Notice]:
    """What is new or unread first in each file, in order of place; accepted findings are among them."""
    return sorted([*_unread(shown), *_found(shown)], key=_order)


def _order(notice: Notice) -> tuple[object, ...]:
    return (file_of(notice.path), notice.line, notice.path, notice.column, notice.code, notice.message)


def _unread(shown: View) -> Iterator[Notice]:
    for row in shown.skipped:
        if row["unread"]:
            place = _failed(row["path"], row["reason"])
            yield Notice(UNREAD, UNREAD, "error", row["path"], *place, f"not read: {row['reason']}", UNREAD_HELP)


def _failed(path: str, reason: str) -> tuple[int, int]:
    """Line and column of what could not be read, both from 1, where path and reason tell them; else twice 0."""
    file, told = file_of(path), _FAILED.match(reason)
    line = _LINE.search(path) if file != path else None
    if file.lower().endswith(_NO_LINES) or not (line or (told and told[1])):
        return 0, 0
    return int(line[1] if line else told[1] if told else 0), int(told[2]) if told else 1


def _found(shown: View) -> Iterator[Notice]:
    for finding in shown.of("discrepancy"):
        row, first = finding.row, pointed(finding, shown)
        place = first["path"], first["line"], first["column"]
        told = row["message"], row["reasons"][-1], first["locator"]
        yield Notice(row["rule"], row["name"], row["severity"], *place, *told, finding)


def pointed(finding: Finding, shown: View) -> Row:
    """The claim at which a finding is shown: the first of the batch, since no other can be corrected."""
    return next((claim for claim in finding.claims if claim["document"] in shown.own), finding.claims[0])


def others(finding: Finding, shown: View) -> Iterator[tuple[Row, str]]:
    """Every further claim of a finding, with what it says: "Daily Ledger, 2031-05-04: 14 people"."""
    own = pointed(finding, shown)
    for claim in (one for one in finding.claims if one is not own):
        yield claim, f"{shown.spoken[claim['document']]}, {claim['published'] or 'undated'}: {value_words(claim)}"
