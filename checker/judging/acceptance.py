"""How findings stand to a baseline: which are accepted, which entries match nothing, and entries for new ones."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import pandas as pd

from checker.judging.baseline import Entry, line
from checker.judging.fingerprint import fingerprint, normalised

_MOST_VALUES = 2  # values told of a finding


def entries(findings: pd.DataFrame, claims: pd.DataFrame, reason: str, until: dt.date | None = None) -> list[Entry]:
    """Entries for the discrepancies among the findings: one for the primary claim against each that it differs from."""
    by_id = _by_id(claims)
    found = [_Found(row, by_id) for _, row in _numbered(findings)]
    return [Entry(mark, one.rule, until, reason, one.what) for one in found for mark in one.marks]


@dataclass(frozen=True, slots=True)
class _Found:
    """One discrepancy with its claims."""

    row: Mapping[str, Any]
    by_id: Mapping[str, Mapping[str, Any]]

    @property
    def rule(self) -> str:
        return str(self.row["rule"])

    @property
    def claims(self) -> list[Mapping[str, Any]]:
        return [self.by_id[name] for name in self.row["claims"]]

    @property
    def what(self) -> str:
        return _what(self.claims)

    @property
    def marks(self) -> list[str]:
        """Every fingerprint by which it may be accepted."""
        return list(dict.fromkeys(mark for marks in self.by_value for mark in marks))

    @property
    def by_value(self) -> list[list[str]]:
        """For each value that the primary claim differs from the fingerprints of the two, one a source that gives it.

        A further source of the same value makes no new finding; another value does.
        """
        primary, *others = self.claims
        if len({claim["document"] for claim in self.claims}) == 1:
            return [[str(self.row["fingerprint"])]]
        found: dict[str, list[str]] = {}
        for other in others:
            found.setdefault(str(normalised(other)), []).append(fingerprint(self.rule, primary, other))
        return list(found.values())


def _by_id(claims: pd.DataFrame) -> dict[str, Mapping[str, Any]]:
    return {str(row["id"]): cast("Mapping[str, Any]", row) for row in claims.to_dict("records")}


def _what(claims: Sequence[Mapping[Any, Any]]) -> str:
    """The fact in words: "people killed: 187, 178"."""
    first = claims[0]
    about = first["measure"] if isinstance(first["measure"], str) else first["kind"]
    return f"{about}: {', '.join(dict.fromkeys(str(claim['text']) for claim in claims[:_MOST_VALUES]))}"


def compared(
    findings: pd.DataFrame, claims: pd.DataFrame, accepted: Sequence[Entry], today: dt.date | None = None
) -> tuple[pd.DataFrame, list[Entry]]:
    """The findings with their columns `state` and `accepted` filled, and the entries that match none of them.

    Args:
        findings: the findings table.
        claims: the claims they name.
        accepted: the entries of the baseline.
        today: the day by which entries expire.

    """
    valid = {entry.fingerprint: entry for entry in sorted(accepted, key=line, reverse=True) if not entry.is_over(today)}
    over = {entry.fingerprint for entry in accepted} - set(valid)
    by_id = _by_id(claims)
    found = {index: _Found(row, by_id) for index, row in _numbered(findings)}
    told = {index: _state(one, valid, over) for index, one in found.items()}
    columns = zip(*(told.get(index, (None, None)) for index in range(len(findings))), strict=True)
    states, reasons = columns if len(findings) else ((), ())
    known = {mark for one in found.values() for mark in one.marks}
    return (
        findings.assign(
            state=pd.Series(states, findings.index, dtype="str"),
            accepted=pd.Series(reasons, findings.index, dtype="str"),
        ),
        sorted((entry for entry in accepted if entry.fingerprint not in known), key=line),
    )


def _numbered(findings: pd.DataFrame) -> Iterator[tuple[int, dict[str, Any]]]:
    for index, row in enumerate(cast("list[dict[str, Any]]", findings.to_dict("records"))):
        if row["verdict"] == "discrepancy":
            yield index, row


def _state(found: _Found, valid: Mapping[str, Entry], over: Collection[str]) -> tuple[str, str | None]:
    """How a discrepancy stands to the entries, and why it is accepted where it is."""
    chosen = [next((valid[mark] for mark in marks if mark in valid), None) for marks in found.by_value]
    if all(chosen):
        return "accepted", "; ".join(dict.fromkeys(entry.reason for entry in chosen if entry))
    return ("expired" if any(mark in over for mark in found.marks) else "new"), None
