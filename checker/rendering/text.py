"""The report for a terminal or the log of a build: a block a finding, then the answer in one line. No colour."""

from collections.abc import Iterator

from checker.rendering.answer import answer
from checker.rendering.apart import far_apart
from checker.rendering.camps import Camp, camps, shown_figure
from checker.rendering.differing import Spans
from checker.rendering.escape import terminal
from checker.rendering.grounds import one_fact
from checker.rendering.quotes import quote
from checker.rendering.reported import place_of
from checker.rendering.rows import Row
from checker.rendering.telling import told_message
from checker.rendering.view import AGREEING, Finding, View, view
from checker.rendering.words import value_words
from checker.tables import Tables

_QUOTE = 160  # characters of a quoted sentence


def render(tables: Tables) -> str:
    """Findings worth reading (undecided ones are only counted, unless asked for), what was not read, and the answer."""
    shown = view(tables)
    return "".join(f"{line}\n" for line in _lines(shown))


def _lines(shown: View) -> Iterator[str]:
    for finding in shown.findings:
        if _is_told(finding, shown):
            yield from _block(finding, shown)
    for row in shown.skipped:
        if row["unread"] or not shown.is_brief:
            fate = "not read" if row["unread"] else "passed over"
            yield f"{terminal(row['path'])}: {fate}: {terminal(row['reason'])}"
    yield answer(shown)


def _is_told(finding: Finding, shown: View) -> bool:
    verdict = finding.row["verdict"]
    return (verdict != "undecided" or shown.shows_undecided) and not (shown.is_brief and verdict in AGREEING)


def _block(finding: Finding, shown: View) -> Iterator[str]:
    """`path:line:column: severity CODE message`, then each claim; what agrees or is accepted is one line."""
    row, accepted = finding.row, f" [accepted: {terminal(finding.row['accepted'])}]" if finding.row["accepted"] else ""
    head = f"{terminal(place_of(finding.placed))}: {row['severity']} {terminal(row['rule'])} "
    yield f"{head}{row['verdict']} ({terminal(row['name'])}): {terminal(told_message(finding, shown))}{accepted}"
    if row["verdict"] in AGREEING or accepted:
        return
    for camp in camps(finding, finding.told):
        for claim in camp.claims:
            yield from _claim(claim, camp, shown)
    yield from _why(finding, shown)
    yield f"    finding: {terminal(row['rule'])}:{row['fingerprint']}"


def _why(finding: Finding, shown: View) -> Iterator[str]:
    if not finding.is_reckoned:
        told = ("", far_apart(finding)), ("one fact: ", one_fact(finding.grounds, shown.spelling))
        yield from (f"    {name}{terminal(words)}" for name, words in told if words)
    yield f"    why: {terminal(finding.why)}"


def _claim(claim: Row, camp: Camp, shown: View) -> Iterator[str]:
    date = claim["published"] or "undated"
    who = f"{shown.spoken[claim['document']]}, {date}" + (f", citing {claim['speaker']}" if claim["speaker"] else "")
    yield f"    {terminal(place_of(claim))}: {terminal(value_words(claim))} [{terminal(who)}]"
    yield f'        "{_quoted(claim, camp)}"'


def _quoted(claim: Row, camp: Camp) -> str:
    """The sentence with what differs from the other value between `>>` and `<<`; the figure where nothing does."""
    before, figure, after = quote(claim, _QUOTE)
    shown = shown_figure(claim)
    first, last = _around(camp.marked(claim)) or (0, len(shown))
    marked = f"{shown[:first]}>>{shown[first:last]}<<{shown[last:]}" if figure else ""
    return terminal(f"{before}{marked}{after}")


def _around(spans: Spans) -> tuple[int, int] | None:
    return (spans[0][0], spans[-1][1]) if spans else None
