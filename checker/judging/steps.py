"""The steps of judging from frame to frame, for engines that hand each a part of the whole.

- `of_facts`: all pairs of some facts, all pairs of no fact that a claim of theirs is in, and the claims of these.
- `of_documents`: all claims of some documents.
- `of_money`: all claims of the documents of a batch that convert one unit into another.
"""

from collections.abc import Sequence
from typing import Any, cast

import pandas as pd

from checker.judging import to_judge
from checker.judging.decide import decide
from checker.judging.findings import VERDICT_ORDER, findings
from checker.judging.inside import of_money as reckonings_of_money
from checker.judging.inside import without_money
from checker.judging.inside.findings import rows
from checker.judging.rule import Rule
from checker.tables import FINDINGS, SEVERITIES, Column, frame

# The order of findings: by these, then from the surest, by length and word of the fact, and by rule.
URGENCY = (
    Column("gravity", "int64", "place of the severity, gravest first"),
    Column("pressing", "int64", "place of the verdict, most pressing first"),
)
FOUND = (*URGENCY, *FINDINGS)
# Findings inside documents, and the columns by which they are put in order and numbered.
NUMBERED = (
    Column("path", "str", "of the document"),
    Column("document", "str", "its id"),
    Column("start", "int64", "first character of the figure that is checked"),
    Column("place", "int64", "of the rule among those that are tried inside documents"),
    Column("is_money", "bool", "behind the other checks of the document"),
    Column("turn", "int64", "among those of one call"),
)
INSIDE = (*NUMBERED, *FOUND)


def of_facts(pairs: pd.DataFrame, claims: pd.DataFrame, rules: Sequence[Rule]) -> pd.DataFrame:
    """The findings of whole facts, columns as FOUND; `claims` holds further ones of their documents that add up."""
    judged, unique = to_judge(pairs, claims)
    across = [rule for rule in rules if not rule.is_inside]
    return _urgent(findings(judged, unique, across, decide(judged, unique, across)))


def of_documents(claims: pd.DataFrame, rules: Sequence[Rule]) -> pd.DataFrame:
    """The findings inside whole documents but those of money, columns as INSIDE; not numbered yet."""
    return _inside(without_money(claims), claims, rules).assign(is_money=False)


def of_money(claims: pd.DataFrame, units: tuple[str, str], rules: Sequence[Rule]) -> pd.DataFrame:
    """Those of money in the first unit, given in the second."""
    return _inside(reckonings_of_money(claims, units), claims, rules).assign(is_money=True)


def _inside(reckoned: pd.DataFrame, claims: pd.DataFrame, rules: Sequence[Rule]) -> pd.DataFrame:
    chosen = [rule for rule in rules if rule.is_inside]
    if not chosen:
        return frame(INSIDE, [])
    found = list(rows(reckoned, claims, chosen, decide(reckoned, claims, chosen)))
    told = claims.set_index("id")[["path", "document", "start"]]
    place = {rule.code: number for number, rule in enumerate(chosen)}
    numbered = [
        {**row, **told.loc[row["claims"][0]].to_dict(), "place": place[row["rule"]], "turn": turn}
        for turn, row in enumerate(found)
    ]
    return frame(INSIDE, [{**row, **_urgency(row)} for row in numbered])


def _urgent(found: pd.DataFrame) -> pd.DataFrame:
    records = cast("list[dict[str, Any]]", found.to_dict("records"))
    return frame(FOUND, [{**row, **_urgency(row)} for row in records])


def _urgency(row: dict[str, Any]) -> dict[str, int]:
    return {"gravity": SEVERITIES.index(row["severity"]), "pressing": VERDICT_ORDER.index(row["verdict"])}
