"""Planted discrepancies and traps: the keys of the events, and how a report stands to them.

A key names figures as "file: words with the [figure] in brackets"; the words stand once in the file.
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import checker

FOLDER = Path(__file__).parent
TUNED = ("cyclone", "plant", "results")
PUBLIC = ("election", "sanctions")  # of public life: parliaments, lenders, armies, crowds
TRADE = ("merger",)
EVERYDAY = ("ferry", "trial")  # what most pages are filled with
LOCAL = ("wildfire", "layoffs")  # what befalls a town
COUNTED = ("transfer", "derailment", "census", "spaceprobe")  # where nearly every sentence holds a figure
SECTORS = ("dambreak", "budget", "strike", "bankfail")  # a flood, a state, unions, money
SHOCKS = ("airline", "quake")
SITES = ("hospital", "harbor", "festival", "cyberattack")
NATIONWIDE = ("tunnel", "carmaker", "apartments", "ceasefire", "vaccine")
REGIONAL = ("refinery", "railplan", "drought", "kidnap")  # of a region, and of a plan for it
CAPITAL = ("bridge", "olympics", "bank")  # of a capital
PLAIN = ("helicopter", "blackout", "retailer", "buscrash", "defence")  # most differences told in words alike
VARIED = ("fraud", "poisoning", "chipmaker")  # a court, a recall, a company
RECENT = ("museumfire", "rateshock", "airdisaster", "fishdeal")  # a fire, a brewery, a jet, a treaty
LATEST = (
    "monsoon",
    "cablecar",
    "citybond",
    "ferrybank",
    "prisonbreak",
)  # floods, a cable car, a bond, a bank, a manhunt
KEPT_ASIDE = ("aid", "final", "outbreak", "stadium")
HEAPS = (
    (*TUNED, *PUBLIC, *EVERYDAY, *TRADE, *LOCAL, *KEPT_ASIDE),
    COUNTED,
    SECTORS,
    SHOCKS,
    SITES,
    NATIONWIDE,
    *((event,) for event in (*REGIONAL, *CAPITAL, *PLAIN, *VARIED, *RECENT, *LATEST)),
)  # each read together, in one report
EVENTS = tuple(event for heap in HEAPS for event in heap)
REPORTED = ("error", "warning")

Place = tuple[str, int, int]  # file as "event/name", first character of the figure, and past its last


@dataclass(frozen=True, slots=True)
class Planted:
    """One planted discrepancy: the figures of one side, and of the other."""

    name: str
    one: tuple[Place, ...]
    other: tuple[Place, ...]

    def is_between(self, left: Place, right: Place) -> bool:
        """Whether two figures stand on its two sides."""
        return (_is_any(left, self.one) and _is_any(right, self.other)) or (
            _is_any(right, self.one) and _is_any(left, self.other)
        )


@dataclass(frozen=True, slots=True)
class Trap:
    """Figures that must not be held against each other, and why not."""

    why: str
    figures: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """What is planted in one event."""

    discrepancies: tuple[Planted, ...]
    traps: tuple[Trap, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """One finding from warning up: the first claim against each of the others."""

    message: str
    first: Place
    others: tuple[Place, ...]

    @property
    def event(self) -> str:
        """The folder of its first claim."""
        return self.first[0].split("/")[0]


@dataclass(frozen=True, slots=True)
class Score:
    """How a report stands to a key."""

    right: tuple[Reported, ...]
    false: tuple[Reported, ...]
    missed: tuple[Planted, ...]
    sprung: tuple[Trap, ...]  # traps that the report fell into
    planted: int

    @property
    def precision(self) -> float:
        """Share of the reported that is planted."""
        return len(self.right) / max(1, len(self.right) + len(self.false))

    @property
    def recall(self) -> float:
        """Share of the planted that is reported."""
        return 1 - len(self.missed) / self.planted

    def __str__(self) -> str:
        lines = [
            f"precision {self.precision:.3f}: {len(self.right)} right, {len(self.false)} false",
            f"recall {self.recall:.3f}: {self.planted - len(self.missed)} of {self.planted}",
            *(f"  missed: {planted.name}" for planted in self.missed),
            *(f"  false: {reported.message}" for reported in self.false),
            *(f"  trap: {trap.why}" for trap in self.sprung),
        ]
        return "\n".join(lines)


def articles(*events: str) -> list[Path]:
    """The files of some events, or of all, the keys left out."""
    return sorted(path for event in events or EVENTS for path in (FOLDER / event).iterdir() if path.name != "key.toml")


def key(event: str) -> Key:
    """What is planted in an event.

    Raises:
        ValueError: a quote does not stand once in its file.

    """
    read = tomllib.loads((FOLDER / event / "key.toml").read_text(encoding="utf-8"))
    return Key(
        tuple(
            Planted(row["name"], _places(event, row["one"]), _places(event, row["other"]))
            for row in read["discrepancy"]
        ),
        tuple(Trap(row["why"], _places(event, row["figures"])) for row in read["trap"]),
    )


def reported(report: checker.Report) -> list[Reported]:
    """The discrepancies of a report from warning up."""
    claims = {claim["id"]: _place(claim) for claim in report.claims.to_dict("records")}
    findings = [
        finding
        for finding in report.findings.to_dict("records")
        if finding["verdict"] == "discrepancy" and finding["severity"] in REPORTED
    ]
    told = [([claims[claim] for claim in finding["claims"]], finding["message"]) for finding in findings]
    return [Reported(message, places[0], tuple(places[1:])) for places, message in told]


def score(found: Sequence[Reported], *events: str) -> Score:
    """How what was found in some events stands to what is planted there."""
    keys = [key(event) for event in events]
    planted = [row for each in keys for row in each.discrepancies]
    own = [finding for finding in found if finding.event in events]
    right = tuple(finding for finding in own if any(_is_told(finding, row) for row in planted))
    return Score(
        right=right,
        false=tuple(finding for finding in own if finding not in right),
        missed=tuple(row for row in planted if not any(_is_found(row, finding) for finding in own)),
        sprung=tuple(trap for each in keys for trap in each.traps if _is_sprung(trap, own, planted)),
        planted=len(planted),
    )


def _is_told(finding: Reported, planted: Planted) -> bool:
    """Whether all that a finding holds against its first claim is planted against it."""
    return all(planted.is_between(finding.first, other) for other in finding.others)


def _is_found(planted: Planted, finding: Reported) -> bool:
    return any(planted.is_between(finding.first, other) for other in finding.others)


def _is_sprung(trap: Trap, found: Sequence[Reported], planted: Sequence[Planted]) -> bool:
    """Whether two of its figures are held against each other that are not planted against each other."""
    pairs = ((one.first, other) for one in found for other in one.others)
    return any(
        _is_any(first, trap.figures)
        and _is_any(other, trap.figures)
        and not any(row.is_between(first, other) for row in planted)
        for first, other in pairs
    )


def _is_any(place: Place, figures: Iterable[Place]) -> bool:
    return any(place[0] == file and place[1] < end and start < place[2] for file, start, end in figures)


def _place(claim: dict[str, Any]) -> Place:
    path = Path(claim["path"].partition("#")[0])  # an article of a file of records has its number behind it
    return f"{path.parent.name}/{path.name}", claim["start"], claim["end"]


def _places(event: str, quotes: Iterable[str]) -> tuple[Place, ...]:
    return tuple(_figure(event, *quote.split(": ", 1)) for quote in quotes)


def _figure(event: str, name: str, quote: str) -> Place:
    before, _, rest = quote.partition("[")
    figure, _, after = rest.partition("]")
    text = (FOLDER / event / name).read_text(encoding="utf-8")
    words = before + figure + after
    if text.count(words) != 1 or not figure:
        raise ValueError(f"{event}/{name} holds {text.count(words)} times, not once: {words!r}")
    start = text.index(words) + len(before)
    return f"{event}/{name}", start, start + len(figure)
