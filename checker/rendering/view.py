"""What every format shows, built once from the frames: facts, findings in reading order, and what stands alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from checker.rendering.alone import alone
from checker.rendering.facts import Fact, fact, facts, number, witnesses
from checker.rendering.naming import in_text, names
from checker.rendering.rows import Row, rows
from checker.rendering.time_words import VAGUE
from checker.tables import CLAIMS, DOCUMENTS, FINDINGS, PAIRS, SEVERITIES, SKIPPED, TIME_KINDS, Tables, is_of_batch

_OF_VERDICT = 2  # the last reasons of a finding: how the values stand, and the rule's own

_OF_PAIR = [column for column in PAIRS if column.name in {"left", "right", "fact", "copies"}]

# The order in which a reader wants verdicts.
MOVED = ("update", "attributed")
AGREEING = ("agreement", "compatible")
READING_ORDER = ("discrepancy", *MOVED, *AGREEING, "undecided")
# Verdicts that stand under one heading.
GROUPS = (("discrepancy",), MOVED, AGREEING, ("undecided",))
_BY_REACH = (2,)  # the group that is told across sources first, then inside one document


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding with its claims in full."""

    row: Row  # the columns of FINDINGS
    claims: tuple[Row, ...]  # primary first
    fact: Fact
    agreeing: tuple[Row, ...] = ()  # those that tell what the primary tells

    @property
    def told(self) -> tuple[Row, ...]:
        """All who tell one of its values: the primary's own first, or for an update in order of time."""
        if self.row["verdict"] == "update":
            return tuple(sorted((*self.claims, *self.agreeing), key=place))
        return (*self.claims[:1], *self.agreeing, *self.claims[1:])

    @property
    def placed(self) -> Row:
        """The claim whose place stands before the message: the first of which the message speaks."""
        told = str(self.row["message"])
        spoken = (c for c in self.claims if f"“{c['text']}”" in told and str(c["outlet"] or c["path"]) in told)
        return next(spoken, self.claims[0])

    @property
    def is_across(self) -> bool:
        """Whether its claims stand in more than one document."""
        return len({claim["document"] for claim in self.claims}) > 1

    @property
    def is_reckoned(self) -> bool:
        """Whether it comes from the arithmetic of one document, not from what several claims tell of one fact."""
        return str(self.row["fact"]).startswith("I")

    @property
    def grounds(self) -> list[str]:
        """Why the claims are thought to be about one fact, in the words that matching left."""
        return list(self.row["reasons"][:-_OF_VERDICT])

    @property
    def why(self) -> str:
        """How the values stand, and why the rule decides so."""
        told = list(self.row["reasons"][-_OF_VERDICT:])
        if told[1:] and told[1].lower().startswith(told[0].lower()):  # the rule's own words begin with how they stand
            told = told[1:]
        return ". ".join(reason[:1].upper() + reason[1:] for reason in told)


@dataclass(frozen=True, slots=True)
class View:
    """Everything a report shows."""

    documents: tuple[Row, ...]  # by path
    own: frozenset[str]  # ids of those of the batch, not of what it is compared with
    names: Mapping[str, str]  # document id -> what a reader calls it; no two alike but rows of one table of facts
    spoken: Mapping[str, str]  # the same for running text: headlines in quotation marks
    claims: tuple[Row, ...]  # by publication, path and place
    facts: tuple[Fact, ...]
    witnesses: Mapping[str, str]  # document id -> the witness it counts as
    spelling: Mapping[str, str]  # names in lower case -> as articles write them
    findings: tuple[Finding, ...]  # gravest first, then by verdict, then surest
    alone: tuple[Row, ...]  # claims of the articles proper, their value known, that no second witness tells
    unresolved: tuple[Row, ...]  # times without a day
    skipped: tuple[Row, ...]  # by path
    shows_undecided: bool = False  # whether what was not decided is listed
    is_brief: bool = False  # whether only what differs is
    totals: Mapping[str, int] | None = (
        None  # rows of each table, and discrepancies, of a run of which this shows a part
    )

    @property
    def reading(self) -> tuple[Finding, ...]:
        """The findings that reports for readers show, in the order in which they do."""
        shown = READING_ORDER if self.shows_undecided else READING_ORDER[:-1]
        told = [finding for group in GROUPS for finding in self.of(*group)]
        across = sorted(
            told, key=lambda finding: (_group(finding), _group(finding) in _BY_REACH and not finding.is_across)
        )
        return tuple(finding for finding in across if finding.row["verdict"] in shown)

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many documents are of the batch, how many of the archive, and how many are rows of reference facts."""
        stated = sum(row["account"]["format"] == "facts" for row in self.documents)
        return len(self.own), len(self.documents) - len(self.own) - stated, stated

    def of(self, *verdicts: str) -> tuple[Finding, ...]:
        """The findings with one of these verdicts."""
        return tuple(finding for finding in self.findings if finding.row["verdict"] in verdicts)


_views: WeakKeyDictionary[Tables, View] = WeakKeyDictionary()


def view(tables: Tables) -> View:
    """The view of a run: built once for all formats that are given the same tables."""
    if tables not in _views:
        _views[tables] = _view(tables)
    return _views[tables]


def _view(tables: Tables) -> View:
    documents = tuple(sorted(rows(DOCUMENTS, tables.documents), key=lambda row: (row["path"], row["id"])))
    claims = tuple(sorted(rows(CLAIMS, tables.claims), key=place))
    pairs = rows(_OF_PAIR, tables.pairs)
    who = witnesses(documents, pairs, claims)
    grouped = facts(pairs, claims, who)
    called = names(documents)
    found = _findings(rows(FINDINGS, tables.findings), claims, grouped, who)
    decided = {claim["id"] for one in found if one.row["verdict"] != "undecided" for claim in one.told}
    return View(
        documents=documents,
        own=frozenset(row["id"] for row in documents if is_of_batch(row["account"])),
        names=called,
        spoken={row["id"]: in_text(called[row["id"]], row) for row in documents},
        claims=claims,
        facts=tuple(grouped.values()),
        witnesses=who,
        spelling=_spelling(claims),
        findings=found,
        alone=alone(list(filter(_is_told_by_article, claims)), grouped.values(), decided, who),
        unresolved=tuple(claim for claim in claims if is_unresolved(claim)),
        skipped=tuple(sorted(rows(SKIPPED, tables.skipped), key=lambda row: (row["path"], row["reason"]))),
        shows_undecided=tables.shows_undecided,
        is_brief=tables.is_brief,
        totals=tables.totals,
    )


def is_unresolved(claim: Row) -> bool:
    """Whether a claim means certain days that are not known. A set ("every Tuesday") or "now" means none."""
    if claim["kind"] not in TIME_KINDS or claim["first"] is not None:
        return False
    return claim["value"] is None or not (claim["kind"] == "set" or is_vague(claim))


def is_vague(claim: Row) -> bool:
    """Whether a claim is a time that names no days: "now", "soon", "in the past"."""
    return claim["value"] in VAGUE


def place(claim: Row) -> tuple[str, str, str, int, int]:
    """Orders claims by publication, undated ones last, then by path and place."""
    return (claim["published"] or "9999", claim["path"], claim["document"], claim["start"], claim["end"])


def _findings(
    found: Iterable[Row], claims: Iterable[Row], grouped: Mapping[str, Fact], who: Mapping[str, str]
) -> tuple[Finding, ...]:
    by_id = {claim["id"]: claim for claim in claims}

    def named(names: Iterable[str] | None) -> tuple[Row, ...]:
        return tuple(by_id[name] for name in names or ())

    whole = [_finding(row, named(row["claims"]), named(row["agreeing"]), grouped, who) for row in found]
    return tuple(sorted(whole, key=_weight))


def _finding(
    row: Row, claims: tuple[Row, ...], agreeing: tuple[Row, ...], grouped: Mapping[str, Fact], who: Mapping[str, str]
) -> Finding:
    """A rule inside one document may speak of claims that no pair groups: they are their own fact."""
    return Finding(row, claims, grouped.get(row["fact"]) or fact(row["fact"], claims, who), agreeing)


def _spelling(claims: Iterable[Row]) -> dict[str, str]:
    """How the names that claims tell are written; of several ways the first."""
    told: dict[str, str] = {}
    for claim in claims:
        for name in (*(claim["entities"] or ()), claim["place"], claim["speaker"]):
            if name:
                told.setdefault(name.lower(), name)
    return told


def _group(finding: Finding) -> int:
    return next(number for number, group in enumerate(GROUPS) if finding.row["verdict"] in group)


def _weight(finding: Finding) -> tuple[object, ...]:
    row = finding.row
    gravity = SEVERITIES.index(row["severity"]), READING_ORDER.index(row["verdict"]), -row["confidence"]
    return (*gravity, number(row["fact"]), row["rule"], row["claims"])


def _is_told_by_article(claim: Row) -> bool:
    if claim["section"] == "boilerplate" or claim["role"] == "published":
        return False
    return not is_unresolved(claim) and not is_vague(claim)
