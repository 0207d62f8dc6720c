"""What every format shows, built once from the frames: facts, findings in reading order, and what stands alone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from checker.rendering.rows import Row, rows
from checker.tables import CLAIMS, DOCUMENTS, FINDINGS, PAIRS, SEVERITIES, SKIPPED, TIME_KINDS, Tables, witness


@dataclass(frozen=True, slots=True)
class Fact:
    """A group of claims about one thing."""

    id: str
    measure: str | None  # the measure most of its claims carry
    entities: tuple[str, ...]  # names that its claims are about, in order of appearance
    period: str | None  # the words of the first claim that has a period
    claims: tuple[Row, ...]  # in order of publication, path and place
    values: tuple[
        Row, ...
    ]  # {"low", "high", "unit", "witnesses"} and for times {"first", "last"}, most witnesses first

    @property
    def witnesses(self) -> int:
        """How many witnesses speak of it."""
        return len({_witness(claim) for claim in self.claims})


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding with its claims in full."""

    row: Row  # the columns of FINDINGS
    claims: tuple[Row, ...]  # primary first
    fact: Fact

    @property
    def is_across(self) -> bool:
        """Whether its claims stand in more than one document."""
        return len({claim["document"] for claim in self.claims}) > 1


@dataclass(frozen=True, slots=True)
class View:
    """Everything a report shows."""

    documents: tuple[Row, ...]
    names: Mapping[str, str]  # document id -> what a reader calls it; no two alike
    claims: tuple[Row, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]  # gravest first, then surest
    alone: tuple[Row, ...]  # resolved claims of the articles proper that no second witness speaks of
    unresolved: tuple[Row, ...]  # times without a value
    skipped: tuple[Row, ...]

    def of(self, *verdicts: str) -> tuple[Finding, ...]:
        """The findings with one of these verdicts."""
        return tuple(finding for finding in self.findings if finding.row["verdict"] in verdicts)


def view(tables: Tables) -> View:
    """Build the view of a run."""
    documents = tuple(rows(DOCUMENTS, tables.documents))
    claims = tuple(sorted(rows(CLAIMS, tables.claims), key=_place))
    facts = _facts(rows(PAIRS, tables.pairs), claims)
    unresolved = tuple(claim for claim in claims if claim["kind"] in TIME_KINDS and claim["value"] is None)
    return View(
        documents=documents,
        names=_names(documents),
        claims=claims,
        facts=tuple(facts.values()),
        findings=_findings(rows(FINDINGS, tables.findings), claims, facts),
        alone=_alone(claims, facts.values(), unresolved),
        unresolved=unresolved,
        skipped=tuple(sorted(rows(SKIPPED, tables.skipped), key=lambda row: (row["path"], row["reason"]))),
    )


def _place(claim: Row) -> tuple[str, str, str, int, int]:
    return (claim["published"] or "9999", claim["path"], claim["document"], claim["start"], claim["end"])


def _witness(claim: Row) -> str:
    return witness(claim["outlet"], claim["document"])


def _facts(pairs: Iterable[Row], claims: tuple[Row, ...]) -> dict[str, Fact]:
    members: dict[str, set[str]] = {}
    for pair in pairs:
        if pair["fact"] is not None:
            members.setdefault(pair["fact"], set()).update((pair["left"], pair["right"]))
    return {
        name: _fact(name, tuple(c for c in claims if c["id"] in members[name])) for name in sorted(members, key=_number)
    }


def _number(name: str) -> tuple[int, str]:
    """F2 before F10."""
    return (len(name), name)


def _fact(name: str, claims: tuple[Row, ...]) -> Fact:
    measures = Counter(claim["measure"] for claim in claims if claim["measure"])
    entities = dict.fromkeys(entity for claim in claims for entity in claim["entities"] or ())
    return Fact(
        id=name,
        measure=measures.most_common(1)[0][0] if measures else None,
        entities=tuple(entities),
        period=next((claim["period"] for claim in claims if claim["period"]), None),
        claims=claims,
        values=_values(claims),
    )


def _values(claims: tuple[Row, ...]) -> tuple[Row, ...]:
    """The distinct values of a fact with the count of their witnesses."""
    witnesses: dict[tuple[object, ...], set[str]] = {}
    for claim in claims:
        names = _VALUE + (_DAYS if claim["kind"] in TIME_KINDS else ())
        key = tuple((name, claim[name]) for name in names)
        witnesses.setdefault(key, set()).add(_witness(claim))
    values = [dict(key) | {"witnesses": len(who)} for key, who in witnesses.items()]  # type: ignore[call-overload]
    return tuple(sorted(values, key=lambda value: -value["witnesses"]))


_VALUE = ("low", "high", "unit")
_DAYS = ("first", "last")


def _findings(found: Iterable[Row], claims: tuple[Row, ...], facts: Mapping[str, Fact]) -> tuple[Finding, ...]:
    by_id = {claim["id"]: claim for claim in claims}
    whole = [_finding(row, tuple(by_id[name] for name in row["claims"]), facts) for row in found]
    return tuple(sorted(whole, key=_weight))


def _finding(row: Row, claims: tuple[Row, ...], facts: Mapping[str, Fact]) -> Finding:
    return Finding(row, claims, facts.get(row["fact"]) or _fact(row["fact"], claims))


def _weight(finding: Finding) -> tuple[object, ...]:
    row = finding.row
    return (SEVERITIES.index(row["severity"]), -row["confidence"], _number(row["fact"]), row["rule"], row["claims"])


def _alone(claims: Iterable[Row], facts: Iterable[Fact], unresolved: Iterable[Row]) -> tuple[Row, ...]:
    told = {claim["id"] for fact in facts if fact.witnesses > 1 for claim in fact.claims}
    told |= {claim["id"] for claim in unresolved}
    return tuple(
        c for c in claims if c["id"] not in told and c["section"] != "boilerplate" and c["role"] != "published"
    )


def _names(documents: tuple[Row, ...]) -> dict[str, str]:
    """The outlet, else the title, else the file name; with more words where two would be called alike."""
    names = {row["id"]: _short(row["outlet"] or row["title"] or _file(row)) for row in documents}
    for longer in (_with_date, _with_file, _with_path):
        alike = {name for name, count in Counter(names.values()).items() if count > 1}
        names |= {row["id"]: longer(row) for row in documents if names[row["id"]] in alike}
    return names


def _with_date(row: Row) -> str:
    return _short(row["outlet"] or row["title"] or _file(row)) + (f" ({row['published']})" if row["published"] else "")


def _with_file(row: Row) -> str:
    return f"{_short(row['outlet'] or row['title'] or '')} ({_file(row)})".strip()


def _with_path(row: Row) -> str:
    return f"{row['path']} ({row['id']})"


def _file(row: Row) -> str:
    return PurePosixPath(row["path"]).name or row["id"]


_LONGEST_NAME = 48  # characters; a headline is cut at a blank


def _short(name: str) -> str:
    if len(name) <= _LONGEST_NAME:
        return name
    return name[: _LONGEST_NAME + 1].rpartition(" ")[0][:_LONGEST_NAME].rstrip(" ,;:") + "…" or name[:_LONGEST_NAME]
