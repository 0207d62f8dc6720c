"""The report as a notebook shows it: the answer and what differs, as a piece of HTML without scripts."""

from collections.abc import Iterator

from checker.rendering.answer import beside, headline
from checker.rendering.camps import Camp, camps
from checker.rendering.escape import one_line, visible
from checker.rendering.html_page import SIGNS, environment
from checker.rendering.page.records import pieces
from checker.rendering.quotes import quote
from checker.rendering.rows import Row
from checker.rendering.telling import told_message
from checker.rendering.titles import title
from checker.rendering.view import Finding, View, view
from checker.tables import Tables

_MOST = 30  # findings; the rest are counted
_QUOTED = 3  # claims of one value
_LONGEST = 200  # characters of a quoted sentence
_SHOWN = ("discrepancy", "update", "attributed")


def as_html(tables: Tables) -> str:
    """A fragment of HTML, whose style holds inside it alone: what differs, gravest first; what agrees is counted."""
    shown = view(tables)
    told = [finding for finding in shown.reading if finding.row["verdict"] in _SHOWN]
    rows = [_row(finding, shown) for finding in told[:_MOST]]
    page = {"headline": headline(shown), "answer": beside(shown), "rows": rows, "more": max(len(told) - _MOST, 0)}
    return environment().get_template("html/notebook.html.j2").render(**page)


def _row(finding: Finding, shown: View) -> Row:
    sign, word, *_ = SIGNS[finding.row["verdict"]]
    what = _plain(told_message(finding, shown) if finding.is_reckoned else title(finding.fact).words)
    told = [cell for camp in camps(finding, finding.told) for cell in _said(camp, shown)]
    return {"verdict": finding.row["verdict"], "sign": sign, "word": word, "what": what, "said": told}


def _said(camp: Camp, shown: View) -> Iterator[Row]:
    for claim in camp.claims[:_QUOTED]:
        before, figure, after = (visible(piece) for piece in quote(claim, _LONGEST))
        yield {
            "source": _plain(shown.names[claim["document"]]),
            "day": claim["published"] or "undated",
            "before": before,
            "figure": pieces(figure, camp.marked(claim)),
            "after": after,
        }


def _plain(text: str) -> str:
    return visible(one_line(text))
