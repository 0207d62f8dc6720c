"""The report for a terminal or the log of a build: a block a finding, then the answer in one line. No colour."""

from collections.abc import Iterator

from checker.rendering.answer import AGREEING, answer
from checker.rendering.escape import terminal
from checker.rendering.quotes import quote
from checker.rendering.reported import place_of
from checker.rendering.rows import Row
from checker.rendering.view import Finding, View, view
from checker.rendering.words import value_words
from checker.tables import Tables

_QUOTE = 160  # characters of a quoted sentence


def render(tables: Tables) -> str:
    """Findings worth reading (undecided ones are only counted, unless asked for), what was not read, and the answer."""
    shown = view(tables)
    return "".join(f"{line}\n" for line in _lines(shown))


def _lines(shown: View) -> Iterator[str]:
    for finding in shown.findings:
        if shown.shows_undecided or finding.row["verdict"] != "undecided":
            yield from _block(finding, shown)
    for row in shown.skipped:
        yield f"{terminal(row['path'])}: {'not read' if row['unread'] else 'passed over'}: {terminal(row['reason'])}"
    yield answer(shown)


def _block(finding: Finding, shown: View) -> Iterator[str]:
    """`path:line:column: severity CODE message`, then each claim; what agrees or is accepted is one line."""
    row, accepted = finding.row, f" [accepted: {terminal(finding.row['accepted'])}]" if finding.row["accepted"] else ""
    head = f"{terminal(place_of(finding.claims[0]))}: {row['severity']} {terminal(row['rule'])} "
    yield f"{head}{row['verdict']} ({terminal(row['name'])}): {terminal(row['message'])}{accepted}"
    if row["verdict"] in AGREEING or accepted:
        return
    for claim in finding.claims:
        yield from _claim(claim, shown)
    yield f"    why: {terminal('; '.join(row['reasons']))}"
    yield f"    finding: {terminal(row['rule'])}:{row['fingerprint']}"


def _claim(claim: Row, shown: View) -> Iterator[str]:
    before, figure, after = quote(claim, _QUOTE)
    date = claim["published"] or "undated"
    who = f"{shown.names[claim['document']]}, {date}" + (f", citing {claim['speaker']}" if claim["speaker"] else "")
    yield f"    {terminal(place_of(claim))}: {terminal(value_words(claim))} [{terminal(who)}]"
    yield f'        "{terminal(f"{before}>>{figure}<<{after}")}"'
