"""Claims and pairs made by hand, and what the rules say of them."""

import pandas as pd

from checker.judging import judge, load
from checker.tables import CLAIMS, PAIRS, frame

_EMPTY = {c.name: float("nan") if c.dtype == "float64" else None for c in CLAIMS if c.nullable}
_CLAIM = {
    "at": 0,
    "start": 0,
    "end": 2,
    "section": "body",
    "kind": "count",
    "low_closed": True,
    "high_closed": True,
    "hedge": "exact",
    "role": "level",
    "modality": "asserted",
    "measure": "people killed",
    "measure_head": "killed",
    "entities": ["Wajima"],
    "event": [],
    "trace": "",
}


def claim(name, figure=None, *, day=None, **columns):
    """A claim of document `name` (a letter, which names its path and outlet too); `day` is its publication."""
    values = {"low": figure, "high": figure, "text": str(figure), "stated": str(figure), "step": 1.0}
    row = _EMPTY | _CLAIM | {"id": f"{name}:0-2", "document": name, "path": f"{name}.txt", "outlet": f"The {name}"}
    row |= values | {"value": str(figure), "sentence": f"The landslide killed {figure} people."}
    row["published"] = None if day is None else pd.Timestamp(day)
    return row | columns


def date_claim(name, value, **columns):
    """A claim of kind date."""
    row = {"kind": "date", "value": value, "text": value, "low": None, "high": None, "role": "date_of_event"}
    return claim(name, **(row | {"measure": "landslide", "sentence": f"The landslide of {value}."} | columns))


def pair(left, right, relation="disjoint", **columns):
    """A pair of two such claims that surely are about fact F1."""
    days = None
    if left["published"] is not None and right["published"] is not None:
        days = float((right["published"] - left["published"]).days)
    row = {"left": left["id"], "right": right["id"], "fact": "F1", "score": 0.9, "measure": 1.0, "relation": relation}
    row |= {"same_document": left["document"] == right["document"], "days_apart": days, "reasons": ["same place"]}
    return row | columns


def claims_frame(*rows):
    unique = {row["id"]: row for row in rows}
    return frame(CLAIMS, list(unique.values()))


def pairs_frame(*rows):
    return frame(PAIRS, list(rows))


def findings_of(claims, pairs, rules=None):
    return judge(pairs_frame(*pairs), claims_frame(*claims), rules=rules)


def code_of(left, right, relation="disjoint", **columns):
    """The code of the shipped rule that decides two claims; None where none does."""
    found = findings_of([left, right], [pair(left, right, relation, **columns)], shipped_rules())
    return found["rule"].iloc[0] if len(found) else None


def verdict_of(left, right, relation="disjoint", **columns):
    """The verdict on two claims; None where no rule decides."""
    found = findings_of([left, right], [pair(left, right, relation, **columns)], shipped_rules())
    return found["verdict"].iloc[0] if len(found) else None


_RULES = []


def shipped_rules():
    """The shipped rules, read once."""
    if not _RULES:
        _RULES.extend(load())
    return _RULES
