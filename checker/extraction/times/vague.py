"""Rules for times without a measure: now, recently, "the past few weeks", "for years". None of them has days.

Their values end in _REF or begin with PX (a duration of unknown length), so that nothing compares them.
"""

from collections.abc import Mapping

from checker.extraction.times.grammar import S, any_of
from checker.extraction.times.open_values import Open, Reference, Then
from checker.extraction.times.relative import unit_name
from checker.extraction.times.rule import Parts, Rule, word

_WORDS = {
    "PRESENT_REF": (
        "now",
        "right now",
        "currently",
        "at present",
        "presently",
        "these days",
        "nowadays",
        "the moment",
        "the present",
        "the time being",
    ),
    "PAST_REF": ("recently", "more recently", "most recently", "the past", "the recent past", "the distant past"),
    "FUTURE_REF": ("the future", "the near future", "the foreseeable future"),
}
_VALUE_OF = {words: value for value, family in _WORDS.items() for words in family}
_LENGTHS: Mapping[str, str] = {
    "minute": "PTXM",
    "hour": "PTXH",
    "day": "PXD",
    "week": "PXW",
    "month": "PXM",
    "quarter": "PXQ",
    "year": "PXY",
    "decade": "PXE",
    "century": "PXC",
}


def _reference(parts: Parts) -> Open | None:
    return Reference(_VALUE_OF[word(parts, "words")])


def _then(_parts: Parts) -> Open | None:
    return Then()


def _present(_parts: Parts) -> Open | None:
    return Reference("PRESENT_REF")


def _past(_parts: Parts) -> Open | None:
    return Reference("PAST_REF")


def _future(_parts: Parts) -> Open | None:
    return Reference("FUTURE_REF")


def _unknown_length(parts: Parts) -> Open | None:
    return Reference(_LENGTHS[unit_name(parts["unit"] or "")])


_PERIODS = "(?i:days|weeks|months|quarters|years|decades)"
_UNIT = "(?P<unit>(?i:minutes|hours|days|weeks|months|years|decades|centuries))"

RULES = (
    Rule(
        "reference",
        "date",
        rf"(?:(?i:an?{S}few|few|several|many|some){S})?(?i:hours|days|weeks|months|years|decades|centuries){S}(?i:ago|earlier)",
        _past,
    ),
    Rule(
        "reference", "date", rf"(?i:recent){S}{_PERIODS}(?:{S}and{S}{_PERIODS})?|past{S}(?:months|years|decades)", _past
    ),
    Rule("reference", "date", rf"(?i:the{S}coming|coming){S}{_PERIODS}", _future),
    Rule(
        "vague length",
        "date",
        rf"(?:at{S}least{S})?(?:(?i:the{S})?(?i:past|last|next|first|coming){S})?(?i:an?{S}few|few|several|many){S}{_UNIT}",
        _unknown_length,
        "vague",
    ),
    Rule("vague length", "date", rf"(?i:the){S}{_UNIT}{S}ahead", _unknown_length),
    Rule("vague length", "date", _UNIT, _unknown_length, "bare unit"),
    Rule("reference", "date", r"(?i:current)", _present, "current"),
    Rule("then", "date", rf"(?i:then|that{S}(?:time|point|date))", _then, "then"),
    Rule("reference", "date", rf"(?P<words>{any_of(_VALUE_OF)})", _reference, "reference"),
)
