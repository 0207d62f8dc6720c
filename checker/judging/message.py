"""Messages: a rule's template with the words of two claims put in."""

import math
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import pandas as pd

from checker.judging.expression.checks import nearest
from checker.language.nouns import plural
from checker.language.patterns import pattern

NEEDED = ("a.text", "a.reading", "b.text", "b.reading")  # both quotes and both values, in every message
RECKONED = ("a.text", "arithmetic")  # but where it shows what was reckoned with which figures
MOST_SENTENCE = 300  # characters of a sentence that a message quotes
MOST_NAMES = 3

_PLACEHOLDER = pattern(r"\{([^{}]*)\}")

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))

# How a relation is told in reasons; left stands to right.
RELATION_WORDS: Mapping[str, str] = {
    "equal": "the values are equal",
    "rounds_to": "the finer value rounds to the coarser one",
    "contains": "the first value leaves room for the second",
    "contained": "the second value leaves room for the first",
    "overlaps": "the values share a part",
    "disjoint": "the values exclude each other",
    "not_comparable": "the values cannot be compared",
    "unknown": "a value is unknown",
}


def reading(claim: Mapping[str, Any]) -> str:
    """A claim's value in plain words: "500 billion USD", "at least 38 people", "2022-02"."""
    if claim["kind"] in ("date", "time", "set"):
        is_open = claim["kind"] != "set" and str(claim["value"]).startswith("X")
        return "unresolved" if is_open else _known(claim["value"], "unresolved")
    if claim["kind"] == "score" and not math.isnan(claim["low"] + claim["high"]):
        return f"{figure(claim['high'])}-{figure(claim['low'])}"
    hedge = claim["hedge"] if claim["hedge"] in ("about", "nearly") else None
    return " ".join(filter(None, [hedge, _interval(claim["low"], claim["high"], claim), _unit(claim)]))


def _unit(claim: Mapping[str, Any]) -> str:
    """What is said behind the figure: "54 years", "20 miles/hour", "12 people"; codes and percent have no plural."""
    unit = _known(claim["unit"], _known(claim["noun"], "") if claim["kind"] == "count" else "")
    if pd.isna(claim["unit"]):
        return unit
    head, slash, rest = unit.partition("/")
    is_one = claim["low"] == claim["high"] == 1
    return unit if not unit or is_one or head.isupper() or head == "percent" else f"{plural(head)}{slash}{rest}"


def _interval(low: float, high: float, claim: Mapping[str, Any]) -> str:
    if math.isnan(low) and math.isnan(high):
        return "unknown"
    if math.isnan(high):
        return f"{'at least' if claim['low_closed'] else 'more than'} {figure(low)}"
    if math.isnan(low):
        return f"{'at most' if claim['high_closed'] else 'less than'} {figure(high)}"
    link = "to" if claim["high_closed"] else "up to"
    return figure(low) if low == high else f"{figure(low)} {link} {figure(high)}"


def figure(value: float) -> str:
    """Digits, or a short figure with its scale: "65.9 billion"."""
    for size, name in _SCALES:
        short = value / size
        if 1 <= abs(short) < 10**3 and round(short, 3) == short:
            return f"{short:,.10g} {name}"
    return format(value, ",.0f") if value == int(value) and abs(value) < 10**15 else format(value, ",.10g")


def _known(value: Any, otherwise: str) -> str:
    return otherwise if value is None or pd.isna(value) else str(value)


def _sentence(claim: Mapping[str, Any]) -> str:
    text, start = str(claim["sentence"]), max(int(claim["at"]) - MOST_SENTENCE // 2, 0)
    if len(text) <= MOST_SENTENCE:
        return text
    return f"…{text[start : start + MOST_SENTENCE]}…"


def _day(claim: Mapping[str, Any]) -> str:
    return "undated" if pd.isna(claim["published"]) else claim["published"].strftime("%Y-%m-%d")


def _column(name: str, otherwise: str) -> Callable[[Mapping[str, Any]], str]:
    return lambda row: _known(row[name], otherwise)


def _amount(name: str) -> Callable[[Mapping[str, Any]], str]:
    return lambda row: "unknown" if math.isnan(row[name]) else figure(row[name])


def _days_apart(pair: Mapping[str, Any]) -> str:
    days = pair["days_apart"]
    return "unknown days" if days is None or math.isnan(days) else f"{days:,.0f} day{'' if abs(days) == 1 else 's'}"


def _about(claim: Mapping[str, Any]) -> str:
    """What is counted, and of whom where the text names any: "net profit (Tessin)"."""
    names = ", ".join(claim["entities"][:MOST_NAMES])
    return _known(claim["measure"], "the figure") + (f" ({names})" if names else "")


_OF_CLAIM: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "text": _column("text", ""),
    "reading": reading,
    "sentence": _sentence,
    "source": lambda claim: _known(claim["outlet"], str(claim["path"])),
    "path": _column("path", ""),
    "published": _day,
    "measure": _column("measure", "the figure"),
    "about": _about,
    "noun": _column("noun", ""),
    "role": _column("role", ""),
    "modality": _column("modality", ""),
    "names": lambda claim: ", ".join(claim["entities"][:MOST_NAMES]) or "nobody named",
    "speaker": _column("speaker", "the outlet"),
    "unit": _column("unit", "no unit"),
    "period": _column("period", "no period"),
}
_OF_PAIR: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "relation": lambda pair: RELATION_WORDS[pair["relation"]],
    "conversion": _column("conversion", "no conversion"),
    "days_apart": _days_apart,
    "difference": _amount("difference"),
    "score": lambda pair: f"{pair['score']:.2f}",
    "arithmetic": lambda pair: str(pair.get("arithmetic", "")),
}
PLACEHOLDERS = (*(f"{side}.{name}" for side in ("a", "b") for name in _OF_CLAIM), *_OF_PAIR)


def wrong_placeholders(template: str) -> list[str]:
    """What is wrong with a template: unknown placeholders, missing ones, stray braces."""
    written = [match.group(1) or "" for match in _PLACEHOLDER.finditer(template)]
    unknown = [
        f"unknown placeholder {{{name[:80]}}}{nearest(name, PLACEHOLDERS)}"
        for name in written
        if name not in PLACEHOLDERS
    ]
    needed = RECKONED if "arithmetic" in written else NEEDED
    missing = [
        f"the message must hold {{{name}}}: both quotes and both values" for name in needed if name not in written
    ]
    rest = _replaced(template, lambda _: "")
    stray = ["a brace stands alone; placeholders are written {a.text}"] if "{" in rest or "}" in rest else []
    return [*unknown, *missing, *stray]


def message(template: str, pair: Mapping[str, Any], a: Mapping[str, Any], b: Mapping[str, Any]) -> str:
    """The template with the words of a pair and its claims, on one line. What is put in is never read again."""
    claims = {"a": a, "b": b}

    def words(name: str) -> str:
        if name in _OF_PAIR:
            return _OF_PAIR[name](pair)
        side, _, column = name.partition(".")
        return _one_line(_OF_CLAIM[column](claims[side]))

    told = _one_line(_replaced(template, words))
    for side in "ab":  # “3-1” (3-1) says one thing twice, and so does “13%” (13 percent)
        said, meant = words(f"{side}.text"), words(f"{side}.reading")
        is_said = said == meant or (said.endswith("%") and meant == f"{said[:-1]} percent")
        told = told.replace(f"“{said}” ({meant})", f"“{said}”") if is_said else told
    return told


def _replaced(template: str, words: Callable[[str], str]) -> str:
    return "".join(text + (words(name) if name is not None else "") for text, name in _pieces(template))


@cache
def _pieces(template: str) -> tuple[tuple[str, str | None], ...]:
    """The template as runs of text, each with the placeholder that follows it; none after the last."""
    pieces: list[tuple[str, str | None]] = []
    at = 0
    for match in _PLACEHOLDER.finditer(template):
        pieces.append((template[at : match.start()], match.group(1) or ""))
        at = match.end()
    return (*pieces, (template[at:], None))


def _one_line(text: str) -> str:
    return " ".join(text.split())
