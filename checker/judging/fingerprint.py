"""A finding's stable name: from the two claims that conflict, never from where or in which group they stand."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

_TIMES = ("date", "time", "set")
_WORDS = ("measure", "place", "role")


def fingerprint(code: str, *claims: Mapping[str, Any]) -> str:
    """16 hex digits of SHA-256 over the rule and its claims, two as a rule; their order does not matter.

    Of each claim: outlet, normalised value, measure, entities, place, period and role. Not: path, offsets, document,
    publication day, wording of the sentence.
    """
    sides = sorted(json.dumps(identity(claim), ensure_ascii=False) for claim in claims)
    return hashlib.sha256("\n".join([code, *sides]).encode()).hexdigest()[:16]


def identity(claim: Mapping[str, Any]) -> list[Any]:
    """What names a claim wherever it stands: texts in lower case, lists sorted, null where unknown."""
    return [
        _plain(claim["outlet"]),
        normalised(claim),
        *(_plain(claim[name]) for name in _WORDS),
        sorted({str(name).casefold() for name in claim["entities"]}),
        _period(claim),
    ]


def normalised(claim: Mapping[str, Any]) -> list[str]:
    """A claim's value, the same however it was written: "$65.9 billion" and "65,900,000,000 dollars"."""
    if claim["kind"] in _TIMES:
        return [_plain(claim["value"]) or str(claim["text"]).casefold()]
    ends = [_figure(claim["low"]), _figure(claim["high"])]
    return [*ends, _plain(claim["unit"]) or "", f"{claim['low_closed']:d}{claim['high_closed']:d}"]


def _figure(value: float) -> str:
    return "" if pd.isna(value) else format(value, ".12g")


def _period(claim: Mapping[str, Any]) -> str | None:
    """Its days where resolved, else its words."""
    days = [_day(claim[name]) for name in ("period_first", "period_last")]
    return "/".join(days) if any(days) else _plain(claim["period"])


def _day(value: Any) -> str:
    return "" if pd.isna(value) else value.strftime("%Y-%m-%d")


def _plain(value: Any) -> str | None:
    return None if value is None or pd.isna(value) else str(value).casefold()
