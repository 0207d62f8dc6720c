"""The Markdown report an editor reads: the answer first, then `reports/templates/report.md.j2` section by section."""

from collections import Counter
from collections.abc import Sequence

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from checker.rendering.answer import answer, beside, headline, split
from checker.rendering.apart import far_apart
from checker.rendering.camps import camps
from checker.rendering.escape import Safe, markdown
from checker.rendering.facts import Fact
from checker.rendering.grounds import one_fact
from checker.rendering.markdown_parts import quoted, table
from checker.rendering.reported import place_of
from checker.rendering.rows import Row
from checker.rendering.telling import told_message
from checker.rendering.titles import title
from checker.rendering.view import AGREEING, MOVED, READING_ORDER, Finding, View, view
from checker.rendering.words import count_words, role_words, source_date, value_words
from checker.resources import shipped
from checker.tables import Tables

_LONG, _SHORT = 320, 110  # characters of a quoted sentence: in a card, in a list
_FATE = {True: "could not be read", False: "passed over"}
_UNRESOLVED = "unresolved"  # the step of a trace that tells why a time has no day holds this word
_QUOTED = 12  # claims quoted for one finding; the rest are counted
_LISTED = 300  # claims listed from one source alone; the rest are counted
_OF_BRIEF = (25, 12, 6, 3, 1, 0)  # findings of a brief report: the most that fit
_UNBROKEN = 20  # characters of a value that stay on one line
_BRIEFLY_QUOTED = 4  # claims quoted for one finding there
_MOST_BRIEF = 60_000  # characters; a comment on GitHub holds 65,536


def render(tables: Tables) -> str:
    """The whole report as Markdown for GitHub, GitLab and any CommonMark reader with tables."""
    shown = view(tables)
    if tables.is_brief:
        return _brief(shown)
    return _environment().get_template("report.md.j2").render(**_sections(shown)).rstrip() + "\n"


def _brief(shown: View) -> str:
    """What differs, as much of it as a comment holds."""
    template = _environment().get_template("brief.md.j2")
    told = [finding for finding in shown.reading if finding.row["verdict"] not in AGREEING]
    skipped = [row for row in shown.skipped if row["unread"]]
    page = {"headline": headline(shown), "answer": beside(shown)}
    for most in _OF_BRIEF:
        some = [_short_card(finding, shown) for finding in told[:most]]
        rest = {"more": max(len(told) - most, 0), "skipped": skipped[: most or 1]}
        written = template.render(**page, shown=some, **rest).rstrip() + "\n"
        if len(written) <= _MOST_BRIEF:
            break
    return written


# What a brief report calls what is no discrepancy.
_TOLD_AS = {"update": "Update", "attributed": "Attributed difference", "undecided": "Not decided"}


def _short_card(finding: Finding, shown: View) -> dict[str, object]:
    claims = finding.told
    said = [_told_briefly(claim, shown) for claim in claims[:_BRIEFLY_QUOTED]]
    more = max(len(claims) - _BRIEFLY_QUOTED, 0)
    heading = _heading(finding, shown)
    told_as = _TOLD_AS.get(finding.row["verdict"], "")
    return {
        **finding.row,
        "told_as": told_as,
        "heading": heading,
        "apart": _lead(finding, shown),
        "said": said,
        "more": more,
    }


def _told_briefly(claim: Row, shown: View) -> Safe:
    """Value, source and place of a claim, and its words: a comment stands far from the files."""
    source = shown.spoken[claim["document"]] + _citing(claim)
    who = f"{markdown(source)} · {markdown(place_of(claim))}"
    return Safe(f"**{markdown(value_words(claim))}** · {who}: {quoted(claim, _SHORT)}")


def _environment() -> Environment:
    # Autoescape speaks HTML; here `finalize` escapes every value for Markdown unless it is Safe.
    return Environment(  # noqa: S701 - see above
        loader=FileSystemLoader(shipped("templates")),
        finalize=markdown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _sections(shown: View) -> dict[str, object]:
    """Everything the template names."""
    agreements = shown.of(*AGREEING)
    return {
        "answer": answer(shown),
        "verdicts": _verdicts(shown),
        "documents": _documents(shown),
        "discrepancies": [_card(finding, shown) for finding in shown.of("discrepancy")],
        "moved": [_card(finding, shown) for finding in shown.of(*MOVED)],
        "across": _agreements([f for f in agreements if f.is_across], shown),
        "inside": _agreements([f for f in agreements if not f.is_across], shown),
        "undecided": _undecided(shown),
        "undecided_more": max(len(shown.of("undecided")) - _LISTED, 0),
        "alone": _alone(shown),
        "alone_words": count_words(len(shown.alone), "claim"),
        "alone_more": max(len(shown.alone) - _LISTED, 0),
        "unresolved": _unresolved(shown),
        "skipped": _skipped(shown),
    }


def _undecided(shown: View) -> Safe | None:
    """What stayed below the line from which differences are reported, and why; None where nobody asked for it."""
    found = shown.of("undecided")[:_LISTED] if shown.shows_undecided else ()
    lines = [
        [_in_words(one.fact), told_message(one, shown), one.why, one_fact(one.grounds, shown.spelling), _rule(one)]
        for one in found
    ]
    return table(["About", "What is told", "Why it is not decided", "Whether one fact", "Rule"], lines)


def _rule(finding: Finding) -> str:
    return f"{finding.row['rule']} {finding.row['name']}"


def _verdicts(shown: View) -> Safe | None:
    counts = [split(shown.of(verdict)) for verdict in READING_ORDER]
    across, inside = zip(*counts, strict=True)
    return table(["", *READING_ORDER], [["across sources", *across], ["inside one document", *inside]])


def _documents(shown: View) -> Safe | None:
    claims = Counter(claim["document"] for claim in shown.claims)
    lines = [
        [shown.names[row["id"]], row["title"] or "", row["path"], _published(row), claims[row["id"]]]
        for row in shown.documents
    ]
    return table(["Source", "Title", "File", "Published", "Claims"], lines)


def _published(document: Row) -> str:
    return source_date(document["published"], document["published_from"])


def _card(finding: Finding, shown: View) -> dict[str, object]:
    """A discrepancy, update or attributed difference with everything an editor needs to judge it."""
    claims = finding.told
    lines = [[_dated(c, shown), quoted(c, _LONG), _unbroken(value_words(c))] for c in claims[:_QUOTED]]
    is_all = len(finding.fact.claims) == len(claims)
    return {
        **finding.row,
        "heading": _heading(finding, shown),
        "line": _line(finding),
        "lead": _lead(finding, shown),
        "table": table(["Source", "Says", "Value"], lines),
        "more": max(len(claims) - _QUOTED, 0),
        "one_fact": "" if finding.is_reckoned else one_fact(finding.grounds, shown.spelling),
        "told": "" if finding.is_reckoned or is_all else finding.fact.values_told,
        "why": finding.why,
    }


def _heading(finding: Finding, shown: View) -> str:
    """What the finding is about; where a document's own figures do not fit each other, what is wrong and where."""
    if not finding.is_reckoned:
        return title(finding.fact).words
    name = str(finding.row["name"])
    return f"{name[:1].upper()}{name[1:]} · {shown.names[finding.claims[0]['document']]}"


def _line(finding: Finding) -> Safe | None:
    """An update as its values in time: "**146 flights** (2026-03-12) → **164 flights** (2026-03-13)"."""
    if finding.row["verdict"] != "update":
        return None
    told = [f"**{markdown(one.words)}** ({_day(one.claims[0])})" for one in camps(finding, finding.told)]
    return Safe(" → ".join(told[:_QUOTED]))


def _lead(finding: Finding, shown: View) -> str:
    """How far apart the values are; of what was reckoned, with which figures."""
    if finding.is_reckoned:
        return told_message(finding, shown)
    told = far_apart(finding)
    return told[:1].upper() + told[1:]


def _in_words(fact: Fact) -> str:
    return title(fact).words


def _unbroken(words: str) -> Safe:
    """Short words as a narrow column does not tear them."""
    told = markdown(words)
    return Safe(told.replace(" ", "\u00a0")) if len(words) <= _UNBROKEN else told


def _day(claim: Row) -> str:
    return claim["published"] or "undated"


def _dated(claim: Row, shown: View) -> Safe:
    """Who says it, and when, in one cell: a day in a cell of its own is torn at its hyphens."""
    return Safe(f"{markdown(_who(claim, shown))}<br>{_day(claim)}")


def _who(claim: Row, shown: View) -> str:
    return shown.names[claim["document"]] + _citing(claim)


def _citing(claim: Row) -> str:
    return f", citing {claim['speaker']}" if claim["speaker"] else ""


def _agreements(findings: Sequence[Finding], shown: View) -> Safe | None:
    headers = ["Fact", "Who says what", "Why they agree"]
    return table(headers, [_agreement(finding, shown) for finding in findings])


def _agreement(finding: Finding, shown: View) -> list[object]:
    said = [_said(claim, shown, _SHORT) for claim in finding.claims[:_QUOTED]]
    said += [Safe(f"{len(finding.claims) - _QUOTED:,} more")] * (len(finding.claims) > _QUOTED)
    rule = f"{finding.why} (rule {_rule(finding)})"
    return [f"{_in_words(finding.fact)} ({_spread(finding)})", Safe("<br>".join(said)), rule]


def _said(claim: Row, shown: View, longest: int) -> Safe:
    said = f"{markdown(_who(claim, shown))}: {quoted(claim, longest)} = {markdown(value_words(claim))}"
    return Safe(said)


def _spread(finding: Finding) -> str:
    """How far an agreement reaches: "3 documents", or "told 3 ways in one document"."""
    if finding.is_across:
        return count_words(len({claim["document"] for claim in finding.claims}), "document")
    ways = len({claim["text"].lower() for claim in finding.claims})
    return f"told {ways} ways in one document" if ways > 1 else f"told {len(finding.claims)} times in one document"


def _alone(shown: View) -> list[dict[str, object]]:
    """Claims of one source alone, source by source."""
    listed: dict[str, list[Safe]] = {}
    for claim in shown.alone[:_LISTED]:
        line = Safe(f"{quoted(claim, _SHORT)} = {markdown(value_words(claim) + _meant(claim))}")
        listed.setdefault(shown.names[claim["document"]], []).append(line)
    return [{"source": name, "lines": lines} for name, lines in listed.items()]


def _meant(claim: Row) -> str:
    """What tells the figure from others of its measure: "; additional; since 2014"."""
    return "".join(f"; {words}" for words in (role_words(claim["role"]), claim["period"]) if words)


def _unresolved(shown: View) -> Safe | None:
    lines = [[_who(claim, shown), quoted(claim, _SHORT), _reason(claim)] for claim in shown.unresolved]
    return table(["Source", "Says", "Why it has no date"], lines)


def _skipped(shown: View) -> Safe | None:
    lines = [[row["path"], _FATE[row["unread"]], row["reason"]] for row in shown.skipped]
    return table(["File", "", "Why"], lines)


def _reason(claim: Row) -> str:
    """The step of the trace that tells it, without the word itself."""
    steps: list[str] = claim["trace"].split("; ")
    told = next((step for step in steps if _UNRESOLVED in step), steps[0])
    return told.rpartition(_UNRESOLVED)[2].lstrip(": ") or told
