"""JUnit XML: a test case a document, failed by the discrepancies that begin in it; an unread file is an error."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from checker.rendering.escape import xml_text
from checker.rendering.reported import Notice, notices, others, place_of
from checker.rendering.view import View, view
from checker.tables import SEVERITIES, Tables

_SUITE = "checker"


def render(tables: Tables) -> str:
    """One suite; what is accepted or does not fail the gate passes. Times are nought: it is the same at any pace."""
    shown = view(tables)
    failing = SEVERITIES[: SEVERITIES.index(tables.fail_on) + 1] if tables.fail_on else SEVERITIES
    by_path: dict[str, list[Notice]] = defaultdict(list)
    for notice in notices(shown):
        by_path[notice.path] += [notice] * (notice.severity in failing)
    paths = sorted({document["path"] for document in shown.documents} | set(by_path))
    suites = Element("testsuites", _counts(paths, by_path))
    suite = SubElement(suites, "testsuite", {"name": _SUITE, **_counts(paths, by_path), "skipped": "0", "time": "0"})
    for path in paths:
        case = SubElement(suite, "testcase", {"classname": _SUITE, "name": xml_text(path), "time": "0"})
        _fill(case, by_path[path], shown)
    indent(suites)
    return tostring(suites, encoding="unicode", xml_declaration=False) + "\n"


def _counts(paths: Sequence[str], by_path: Mapping[str, list[Notice]]) -> dict[str, str]:
    failed = sum(any(_fails(notice) for notice in by_path.get(path, ())) for path in paths)
    unread = sum(any(notice.finding is None for notice in by_path.get(path, ())) for path in paths)
    return {"tests": str(len(paths)), "failures": str(failed), "errors": str(unread)}


def _fails(notice: Notice) -> bool:
    return notice.finding is not None and not notice.is_accepted


def _fill(case: Element, told: Sequence[Notice], shown: View) -> None:
    """JUnit takes one failure a case: the first; all are told in its text."""
    unread = [notice for notice in told if notice.finding is None]
    failed = [notice for notice in told if _fails(notice)]
    for tag, of_tag in (("error", unread), ("failure", failed)):
        if of_tag:
            named = {"message": xml_text(of_tag[0].message), "type": xml_text(of_tag[0].code)}
            SubElement(case, tag, named).text = "\n".join(line for notice in of_tag for line in _lines(notice, shown))


def _lines(notice: Notice, shown: View) -> list[str]:
    head = f"{notice.place}: {notice.severity} {notice.code} {notice.message}"
    more = [f"  {place_of(claim)}: {words}" for claim, words in others(notice.finding, shown)] if notice.finding else []
    return [xml_text(head), *(f"  {xml_text(line)}" for line in more), f"  why: {xml_text(notice.why)}"]
