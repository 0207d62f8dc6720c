"""What the page is drawn from: one record a source, a claim, a finding and a fact, plain enough for JSON.

The template draws the first findings from these records, the script of the page all others: words are made here only.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from checker.rendering.apart import far_apart
from checker.rendering.camps import Camp, camps
from checker.rendering.escape import one_line, visible
from checker.rendering.facts import Fact
from checker.rendering.grounds import one_fact
from checker.rendering.page.sources import Article, Place, article
from checker.rendering.page.strip import line, strip
from checker.rendering.quotes import cut, quote
from checker.rendering.reported import place_of
from checker.rendering.rows import Row
from checker.rendering.telling import told_message
from checker.rendering.titles import title
from checker.rendering.view import GROUPS, Finding, View, is_unresolved
from checker.rendering.words import count_words, role_words, source_date, value_words
from checker.tables import is_of_batch

_LONGEST = 360  # characters of a quoted sentence
_QUOTED = 8  # claims quoted of one value; the rest are counted
REFERENCE = "reference facts"  # stands beside sources that are no articles
_CITED = ("across", "inside")


def records(shown: View) -> Row:
    """All that the page shows: `sources`, `claims`, `findings`, `facts`, `skipped`, how many claims stand `alone`."""
    return _Records(shown).all()


class _Records:
    """The records of one run, which name each other by their number."""

    def __init__(self, shown: View) -> None:
        self._shown = shown
        self._source = {row["id"]: number for number, row in enumerate(shown.documents)}
        by_source: dict[str, list[Row]] = {}
        for claim in shown.claims:
            by_source.setdefault(claim["document"], []).append(claim)
        self._articles = [article(row, by_source.get(row["id"], ())) for row in shown.documents]
        self._found = shown.reading
        self._claim = {claim["id"]: number for number, claim in enumerate(shown.claims)}
        self._anchors = _anchors(self._found)

    def all(self) -> Row:
        shown = self._shown
        return {
            "sources": self._sources(),
            "claims": self._claims(),
            "findings": [self._finding(one, anchor) for one, anchor in zip(self._found, self._anchors, strict=True)],
            "facts": self._facts(),
            "skipped": [{name: shown_words(cell) for name, cell in row.items()} for row in shown.skipped],
            "alone": len(shown.alone),
        }

    def _sources(self) -> list[Row]:
        counts = Counter(claim["document"] for claim in self._shown.claims)
        first: dict[str, int] = {}
        for document, number in self._source.items():
            first.setdefault(self._shown.witnesses[document], number)
        return [
            {
                "name": shown_words(self._shown.names[row["id"]]),
                "title": shown_words(row["title"] or ""),
                "path": shown_words(row["path"]),
                "day": source_date(row["published"], row["published_from"]),
                "claims": counts[row["id"]],
                "witness": first[self._shown.witnesses[row["id"]]],
                "beside": _beside(row["account"]),
                "paragraphs": [list(paragraph) for paragraph in told.paragraphs],
            }
            for row, told in zip(self._shown.documents, self._articles, strict=True)
        ]

    def _claims(self) -> list[Row]:
        alone = {claim["id"] for claim in self._shown.alone}
        within: dict[str, list[int]] = {}
        for number, finding in enumerate(self._found):
            for claim in finding.claims:
                within.setdefault(claim["id"], []).append(number)
        return [
            self._of_claim(claim, within.get(claim["id"], []), claim["id"] in alone) for claim in self._shown.claims
        ]

    def _of_claim(self, claim: Row, findings: list[int], is_alone: bool) -> Row:  # noqa: FBT001 - a cell of the record
        number = self._source[claim["document"]]
        told = {
            "source": number,
            "words": shown_words(value_words(claim)),
            "kind": claim["kind"],
            "day": claim["published"] or "undated",
            "speaker": shown_words(claim["speaker"] or ""),
            "place": shown_words(place_of(claim)),
            "how": self._how(claim),
            "findings": findings,
            "alone": is_alone,
        }
        stands = self._articles[number].places.get(claim["id"])
        return told | (_at(stands, self._articles[number]) if stands else {"quote": _quote(claim)})

    def _how(self, claim: Row) -> list[list[str]]:
        """How a claim was read, as pairs of a word and what it says; what says nothing is left out."""
        told = (
            ("about", claim["measure"]),
            ("meant as", role_words(claim["role"])),
            ("of", ", ".join(claim["entities"] or ())),
            ("time", claim["period"]),
            ("said by", claim["speaker"]),
            ("stated as", None if claim["modality"] == "asserted" else claim["modality"]),
            ("read", claim["trace"] if is_unresolved(claim) or not claim["measure"] else None),
        )
        return [[name, shown_words(words)] for name, words in told if words]

    def _finding(self, finding: Finding, anchor: str) -> Row:
        row, about = finding.row, title(finding.fact)
        claims = list(finding.told)
        known = {claim["id"] for claim in claims}
        others = [claim for claim in finding.fact.claims if claim["id"] not in known]
        beside = others if row["verdict"] == "discrepancy" else []
        runs = line(claims) if row["verdict"] == "update" else None
        return {
            "anchor": anchor,
            "group": _group(finding),
            **{
                name: shown_words(row[name] or "")
                for name in ("rule", "name", "verdict", "severity", "state", "accepted")
            },
            "command": f"{row['rule']}:{row['fingerprint']}",
            "kind": claims[0]["kind"],
            "what": shown_words(self._heading(finding) or about.what),
            "about": ""
            if finding.is_reckoned
            else shown_words(" · ".join(p for p in (", ".join(about.about), about.when) if p)),
            "message": shown_words(told_message(finding, self._shown)) if finding.is_reckoned else "",
            "apart": "" if finding.is_reckoned else far_apart(finding),
            "camps": [self._camp(one) for one in camps(finding, claims)],
            "others": shown_words(finding.fact.values_told) if others and not finding.is_reckoned else "",
            "ground": "" if finding.is_reckoned else shown_words(one_fact(finding.grounds, self._shown.spelling)),
            "why": shown_words(finding.why),
            "line": runs,
            "strip": None if runs or finding.is_reckoned else strip([*claims, *beside], self._shown.witnesses),
            "baseline": _baseline(finding, about.words),
        }

    def _heading(self, finding: Finding) -> str:
        """Of a document's own figures that do not fit each other: what is wrong, and where."""
        if not finding.is_reckoned:
            return ""
        name = str(finding.row["name"])
        return f"{name[:1].upper()}{name[1:]} · {self._shown.names[finding.claims[0]['document']]}"

    def _camp(self, camp: Camp) -> Row:
        quoted = camp.claims[:_QUOTED]
        return {
            "words": shown_words(camp.words),
            "marks": [list(span) for span in camp.differs],
            "who": _who(camp, self._shown),
            "claims": [[self._claim[claim["id"]], [list(span) for span in camp.marked(claim)]] for claim in quoted],
            "more": len(camp.claims) - len(quoted),
        }

    def _facts(self) -> list[Row]:
        """Facts that more than one witness speaks of, in the order of their findings."""
        home: dict[str, list[int]] = {}
        for number, finding in enumerate(self._found):
            home.setdefault(finding.fact.id, []).append(number)
        told = [fact for fact in self._shown.facts if fact.witnesses > 1 and fact.id in home]
        return [self._fact(fact, home[fact.id]) for fact in sorted(told, key=lambda fact: home[fact.id][0])]

    def _fact(self, fact: Fact, findings: list[int]) -> Row:
        letters = {words: number for number, (words, _) in enumerate(fact.told)}
        cells: dict[int, dict[str, int]] = {}
        for words, claim in fact.worded:
            first = self._source[claim["document"]]
            cells.setdefault(first, {}).setdefault(words, letters[words])
        apart_from = {
            self._source[self._found[n].claims[0]["document"]]
            for n in findings
            if self._found[n].row["verdict"] == "discrepancy"
        }
        return {
            "what": shown_words(title(fact).words),
            "findings": findings,
            "cells": [
                {"source": source, "values": [[letter, shown_words(words)] for words, letter in told.items()]}
                | ({"apart": True} if source in apart_from else {})
                for source, told in sorted(cells.items())
            ],
        }


def _beside(account: Row) -> str:
    """What a document is that is not of the batch."""
    if is_of_batch(account):
        return ""
    return REFERENCE if account.get("format") == "facts" else "of the archive"


def _anchors(found: Sequence[Finding]) -> list[str]:
    """The name of every finding in addresses; the same slip twice in one batch gets a number."""
    seen: Counter[str] = Counter()
    anchors = []
    for finding in found:
        name = f"{finding.row['rule']}-{finding.row['fingerprint']}"
        seen[name] += 1
        anchors.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return anchors


def _group(finding: Finding) -> str:
    """The heading under which it stands."""
    verdicts = next(group for group in GROUPS if finding.row["verdict"] in group)
    return verdicts[0] + ("" if verdicts[0] != "agreement" else f"-{_CITED[not finding.is_across]}")


def _who(camp: Camp, shown: View) -> str:
    witnesses = {shown.witnesses[claim["document"]] for claim in camp.claims}
    return count_words(len(witnesses), "source")


def _baseline(finding: Finding, what: str) -> str:
    """The line by which a baseline accepts it, but for the reason, which a person has to give."""
    if finding.row["verdict"] != "discrepancy":
        return ""
    fields = (finding.row["fingerprint"], finding.row["rule"], "-", "WHY IT IS ACCEPTED", visible(one_line(what))[:300])
    return "\t".join(fields)


def _at(stands: Place, told: Article) -> Row:
    """The claim in its paragraph: number, figure from and to, quote from and to, and whether it is cut there."""
    words = told.paragraphs[stands.paragraph][1]
    before, after = cut(words[stands.first : stands.start], words[stands.end : stands.last], _LONGEST)
    first, last = stands.start - len(before), stands.end + len(after)
    span = [stands.paragraph, stands.start, stands.end, first, last]
    return {"at": span, "cut": [first > stands.first, last < stands.last]}


def _quote(claim: Row) -> list[str]:
    return [visible(piece) for piece in quote(claim, _LONGEST)]


def shown_words(text: object) -> str:
    """Text on one line, what cannot be seen in it shown by number."""
    return visible(one_line(str(text))) if not isinstance(text, bool) else str(text)


def quoted(claim: Row, sources: Sequence[Row]) -> tuple[str, str, str]:
    """What stands before the figure of a claim's record, the figure, and what follows it."""
    if "quote" in claim:
        before, figure, after = claim["quote"]
        return before, figure, after
    paragraph, start, end, first, last = claim["at"]
    words = sources[claim["source"]]["paragraphs"][paragraph][1]
    is_cut, is_cut_off = claim["cut"]
    return "…" * is_cut + words[first:start], words[start:end], words[end:last] + "…" * is_cut_off


def pieces(figure: str, spans: Iterable[Sequence[int]]) -> list[tuple[str, bool]]:
    """A figure in pieces, each with whether it is what differs."""
    told: list[tuple[str, bool]] = []
    done = 0
    for start, end in spans:
        told += [(figure[done:start], False), (figure[start:end], True)]
        done = end
    return [(words, is_marked) for words, is_marked in (*told, (figure[done:], False)) if words]
