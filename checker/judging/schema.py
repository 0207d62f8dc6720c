"""What a `[[rule]]` must hold: keys, types, vocabularies, examples, and placeholders of its message."""

import datetime as dt
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checker.judging.expression import FIELDS, FUNCTIONS
from checker.judging.expression.checks import nearest
from checker.judging.message import wrong_placeholders
from checker.judging.rule import Example
from checker.language.patterns import pattern
from checker.settings import is_tolerance
from checker.tables import SEVERITIES, VERDICTS

LEAST_EXAMPLES = 2  # that fire, and as many that must not
_CODE = pattern(r"[A-Z]{1,8}[0-9]{3}")
_NAME = pattern(r"[a-z][a-z0-9_]{0,39}")
_TYPES = {str: "a text", bool: "true or false", dt.date: "a date such as 2024-03-01", list: "[[rule.example]] tables"}


@dataclass(frozen=True, slots=True)
class _Key:
    type: type
    is_needed: bool = True
    vocabulary: tuple[str, ...] = ()


_RULE: Mapping[str, _Key] = {
    "code": _Key(str),
    "name": _Key(str),
    "verdict": _Key(str, vocabulary=VERDICTS),
    "severity": _Key(str, vocabulary=SEVERITIES),
    "when": _Key(str),
    "message": _Key(str),
    "why": _Key(str),
    "off": _Key(bool, is_needed=False),
    "before": _Key(str, is_needed=False),
    "example": _Key(list),
}
_RETIRED: Mapping[str, _Key] = {
    "code": _Key(str),
    "deprecated": _Key(str),
    "why": _Key(str, is_needed=False),
}
_EXAMPLE: Mapping[str, _Key] = {
    "a": _Key(str),
    "b": _Key(str, is_needed=False),
    "fires": _Key(bool),
    "published_a": _Key(dt.date, is_needed=False),
    "published_b": _Key(dt.date, is_needed=False),
    "outlet_a": _Key(str, is_needed=False),
    "outlet_b": _Key(str, is_needed=False),
}

Wrong = tuple[str, str]  # key ("" for the whole table), reason


def wrong_in_rule(table: Mapping[str, Any]) -> list[Wrong]:
    """Every fault of one rule, its condition and its examples left out."""
    if "deprecated" in table:
        return _wrong_in_retired(table)
    wrong = list(_wrong_keys(table, _RULE))
    told = {key for key, _ in wrong}
    wrong += [*_wrong_code(table, "code", told), *_wrong_code(table, "before", told)]
    if "message" in table and "message" not in told:
        wrong += [("message", reason) for reason in wrong_placeholders(table["message"])]
    if "example" in table and "example" not in told:
        wrong += _wrong_balance(table["example"])
    return wrong


def _wrong_in_retired(table: Mapping[str, Any]) -> list[Wrong]:
    strange = [f"`{key[:40]}`" for key in table if key not in _RETIRED]
    if strange:
        return [("deprecated", f"a retired code holds only {', '.join(_RETIRED)}; take out {', '.join(strange)}")]
    wrong = list(_wrong_keys(table, _RETIRED))
    told = {key for key, _ in wrong}
    return [*wrong, *_wrong_code(table, "code", told), *_wrong_code(table, "deprecated", told)]


def _wrong_code(table: Mapping[str, Any], key: str, told: Container[str]) -> Iterator[Wrong]:
    if key in table and key not in told and not _CODE.fullmatch(table[key]):
        yield key, f"`{table[key][:40]}` is no code; write capital letters and three digits, as C601"


def wrong_tolerances(table: Mapping[str, Any]) -> Iterator[Wrong]:
    """Every fault of a `[tolerance]` table."""
    for name, value in table.items():
        if not _NAME.fullmatch(name):
            yield name, f"`{name[:40]}` is no name of a tolerance; write small letters, digits and _"
        elif name in FIELDS or name in FUNCTIONS:
            yield name, f"`{name}` is the name of a {'column' if name in FIELDS else 'function'} already"
        elif not is_tolerance(value):
            yield name, f"the tolerance `{name}` must be a number from 0 up"


def wrong_in_example(table: Any) -> list[Wrong]:
    """Every fault of one example."""
    if not isinstance(table, dict):
        return [("", "an example is a [[rule.example]] table")]
    return list(_wrong_keys(table, _EXAMPLE))


def example_of(table: Mapping[str, Any]) -> Example:
    """The example of a table without faults."""
    cells: dict[str, Any] = {key: table.get(key) for key in _EXAMPLE}
    return Example(**cells)


def _wrong_keys(table: Mapping[str, Any], keys: Mapping[str, _Key]) -> Iterator[Wrong]:
    known = f"; known are {', '.join(keys)}"
    for name in table:
        if name not in keys:
            yield name, f"unknown key `{name[:80]}`{nearest(name, keys) or known}"
    for name, key in keys.items():
        if name not in table and key.is_needed:
            yield "", f"the key `{name}` is missing; it must be {_wanted(key)}"
        elif name in table:
            yield from _wrong_value(name, key, table[name])


def _wrong_value(name: str, key: _Key, value: Any) -> Iterator[Wrong]:
    if not _has_type(value, key.type):
        yield name, f"`{name}` must be {_wanted(key)}"
    elif key.type is str and not value.strip():
        yield name, f"`{name}` is empty"
    elif key.vocabulary and value not in key.vocabulary:
        near = nearest(value, key.vocabulary, chr(39)) or f"; it must be {_wanted(key)}"
        yield name, f"`{name}` is never '{value[:40]}'{near}"


def _wanted(key: _Key) -> str:
    return f"one of {', '.join(key.vocabulary)}" if key.vocabulary else _TYPES[key.type]


def _has_type(value: Any, wanted: type) -> bool:
    """Exactly this type: true is no number, a date with a time is no date."""
    return type(value) is wanted


def _wrong_balance(examples: list[Any]) -> list[Wrong]:
    fires = [example.get("fires") for example in examples if isinstance(example, dict)]
    counts = {str(wanted).lower(): fires.count(wanted) for wanted in (True, False)}
    reason = f"at least {LEAST_EXAMPLES} examples with fires = {{}} are needed, here: {{}}"
    return [("", reason.format(*told)) for told in counts.items() if told[1] < LEAST_EXAMPLES]
