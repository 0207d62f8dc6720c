"""What a run found: the object that `checker.report` and `checker.gate` give."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from checker.exits import Outcome, exit_code
from checker.judging.baseline import Entry
from checker.rendering import FORMATS, notebook
from checker.tables import SEVERITIES, Tables, is_of_batch


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found, as tables; columns in `checker.tables`."""

    documents: pd.DataFrame  # without their texts, unless asked for: 100,000 articles are not held at a time
    claims: pd.DataFrame
    pairs: pd.DataFrame
    findings: pd.DataFrame
    skipped: pd.DataFrame  # files that were not read, and why
    fail_on: str | None = None  # gate: the lowest severity of a discrepancy that counts; None: nothing fails it
    max_findings: int = 0  # gate: how many that count are let pass
    stale: tuple[Entry, ...] = ()  # gate: entries of the baseline that match nothing any more
    facts: int = 0  # reference facts that it was compared with; those that articles speak of are among the documents
    cut_off: str | None = None  # the batch that was being added to the archive when that was cut off
    shows_undecided: bool = False  # whether reports for readers list what was not decided; else it is counted
    is_brief: bool = False  # whether Markdown and text tell only what differs
    # Rows of the four tables, and discrepancies, where these hold what the first findings need.
    totals: Mapping[str, int] | None = None

    @property
    def tables(self) -> Tables:
        """The frames as renderers take them."""
        frames = self.documents, self.claims, self.pairs, self.findings, self.skipped
        return Tables(
            *frames,
            shows_undecided=self.shows_undecided,
            is_brief=self.is_brief,
            totals=self.totals,
            fail_on=self.fail_on,
        )

    @property
    def counted(self) -> pd.DataFrame:
        """The findings that count for the gate: discrepancies at or above `fail_on` that the baseline does not accept.

        Empty for a report.
        """
        grave = SEVERITIES[: SEVERITIES.index(self.fail_on) + 1] if self.fail_on is not None else ()
        found = self.findings[(self.findings["verdict"] == "discrepancy") & self.findings["severity"].isin(grave)]
        return found[found["state"] != "accepted"]

    @property
    def outcome(self) -> Outcome:
        """What of it decides the exit code."""
        return Outcome(
            unread=int(self.skipped["unread"].sum()),
            read=sum(is_of_batch(account) for account in self.documents["account"]),
            counted=len(self.counted),
            allowed=self.max_findings,
        )

    @property
    def exit_code(self) -> int:
        """0 all read and nothing that counts; 1 discrepancies that count; 3 something was not read, or nothing was."""
        return exit_code(self.outcome)

    def render(self, name: str) -> str:
        """The report in one of `checker.rendering.FORMATS`.

        Raises:
            KeyError: there is no such format.

        """
        return FORMATS[name](self.tables)

    def to_markdown(self, *, brief: bool = False) -> str:
        """The report as Markdown; where `brief`, what differs alone, short enough for a comment."""
        return replace(self, is_brief=brief or self.is_brief).render("markdown")

    def to_html(self) -> str:
        """The report as one page of HTML that loads nothing; with articles in full where `texts` kept them."""
        return self.render("html")

    def to_json(self) -> str:
        """The report as JSON, after the shipped schema."""
        return self.render("json")

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        return notebook.as_html(self.tables)

    def _repr_markdown_(self) -> str:
        """How a notebook shows it where it shows no HTML."""
        return self.to_markdown(brief=True)
