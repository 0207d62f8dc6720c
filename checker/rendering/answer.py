"""The answer first: what was read and what came of it, in a few plain sentences."""

from checker.rendering.reported import file_of
from checker.rendering.view import AGREEING, MOVED, Finding, View
from checker.rendering.words import count_words


def answer(shown: View) -> str:
    """As "2 documents read, 30 claims. No discrepancies between sources. Sources agree on 1 fact."."""
    if not shown.documents:
        return " ".join(f"{sentence}." for sentence in ["Nothing was read", *_rest(shown)])
    said = [_read(shown), *_first(shown), _discrepancies(shown), *_moved(shown), *_agreements(shown), *_rest(shown)]
    return " ".join(f"{sentence}." for sentence in said)


def headline(shown: View) -> str:
    """The first thing a reader wants to know: how many discrepancies, or that there are none."""
    if not shown.documents:
        return "Nothing was read"
    return _discrepancies(shown) if shown.of("discrepancy") else "No discrepancy found"


def beside(shown: View) -> str:
    """The answer without its headline."""
    said = [_read(shown), *_first(shown), *_moved(shown), *_agreements(shown)] if shown.documents else []
    return " ".join(f"{sentence}." for sentence in [*said, *_rest(shown)])


def _read(shown: View) -> str:
    """What was read, and how much of the archive has to do with it."""
    _, archived, facts = shown.counts
    claims = sum(claim["document"] in shown.own for claim in shown.claims)
    others = [f"{count_words(archived, 'document')} of the archive"] * bool(archived)
    others += [count_words(facts, "reference fact")] * bool(facts)
    if (totals := shown.totals) is not None:
        return f"{count_words(totals['documents'], 'document')} read, {count_words(totals['claims'], 'claim')}"
    read = f"{count_words(len(shown.own), 'document')} read, {count_words(claims, 'claim')}"
    return read + (f", beside {' and '.join(others)}" if others else "")


def _first(shown: View) -> list[str]:
    """That a report tells not all findings, where it does not."""
    if shown.totals is None or shown.totals["findings"] <= len(shown.findings):
        return []
    return [f"Of {shown.totals['findings']:,} findings the {len(shown.findings):,} most pressing are told"]


def split(findings: tuple[Finding, ...]) -> tuple[int, int]:
    """How many findings lie between documents, and how many inside one."""
    across = sum(finding.is_across for finding in findings)
    return across, len(findings) - across


def _discrepancies(shown: View) -> str:
    across, inside = split(shown.of("discrepancy"))
    of_run = (shown.totals or {}).get("discrepancies", 0)
    if of_run > across + inside:
        return f"{count_words(of_run, 'discrepancy')}, {across + inside:,} told here"
    if across and inside:
        total = count_words(across + inside, "discrepancy")
        return f"{total}: {across:,} between sources and {inside:,} inside one document{_accepted(shown)}"
    if across or inside:
        where = "between sources" if across else "inside one document"
        return f"{count_words(across + inside, 'discrepancy')} {where}{_accepted(shown)}"
    return "No discrepancies between sources" if len(shown.documents) > 1 else "No discrepancies"


def _accepted(shown: View) -> str:
    count = sum(finding.row["state"] == "accepted" for finding in shown.of("discrepancy"))
    return f", {count:,} of them accepted by the baseline" if count else ""


def _moved(shown: View) -> list[str]:
    updates, attributed = (len(shown.of(verdict)) for verdict in MOVED)
    parts = [count_words(updates, "update")] * bool(updates)
    parts += [count_words(attributed, "attributed difference")] * bool(attributed)
    return [" and ".join(parts)] * bool(parts)


def _agreements(shown: View) -> list[str]:
    """Agreement and compatible alike: either way nobody contradicts the other. Copies of one text are one source."""
    across, inside = split(shown.of(*AGREEING))
    agreed = sum(finding.is_across and finding.fact.witnesses > 1 for finding in shown.of(*AGREEING))
    parts = [f"Sources agree on {count_words(agreed, 'fact')}"] * bool(agreed)
    parts += [f"{count_words(across - agreed, 'fact')} told alike by one source alone"] * bool(across - agreed)
    return parts + [f"{count_words(inside, 'fact')} told alike inside one document"] * bool(inside)


def _rest(shown: View) -> list[str]:
    unresolved = len(shown.unresolved)
    parts = [f"{count_words(unresolved, 'time')} could not be resolved"] * bool(unresolved)
    passed = len({file_of(row["path"]) for row in shown.skipped if not row["unread"]})
    return [*parts, *([f"{count_words(passed, 'file')} passed over"] * bool(passed)), *_unread(shown)]


def _unread(shown: View) -> list[str]:
    """Files that could not be read; rows of a table and pages or records of a file are parts of one."""
    paths = [row["path"] for row in shown.skipped if row["unread"]]
    files = count_words(len({file_of(path) for path in paths}), "file")
    read = {row["path"] for row in shown.documents}
    has_parts = any(path in read or file_of(path) != path for path in paths) or len(set(paths)) < len(paths)
    what = f"{count_words(len(paths), 'part')} of {files}" if has_parts else files
    return [f"{what} could not be read"] * bool(paths)
