"""Finds time expressions: one scan with every rule at once, then the one rule that fits reads its parts."""

import re
from collections.abc import Iterator

from checker.extraction.times import absolute, clocks, counted, holidays, lengths, relative, repeats, vague, years
from checker.extraction.times.guards import GUARDS
from checker.extraction.times.open_values import Open
from checker.extraction.times.place import Place
from checker.extraction.times.rule import Found, Parts, Rule, word
from checker.language.patterns import Match, choice, pattern

RULES: tuple[Rule, ...] = (
    *repeats.RULES,
    *clocks.RULES,
    *counted.RULES,
    *absolute.RULES,
    *years.RULES,
    *relative.RULES,
    *holidays.RULES,
    *lengths.RULES,
    *vague.RULES,
)
_READERS = tuple(pattern(rule.expression) for rule in RULES)
_BARE = [re.sub(r"[?]P<[a-z0-9]+>", "?:", rule.expression) for rule in RULES]
_SCAN = pattern("|".join(_BARE))
_which = choice(_BARE)
_DEPTH = 4  # how often a refused match is read again from its next word
_WINDOW = 90  # characters an expression may have
_NUMBER = pattern(r"\d+")
_NEXT_WORD = pattern(r"[\s-]+")

_PHASES = {
    "early": "early",
    "late": "late",
    "mid": "mid",
    "beginning": "early",
    "start": "early",
    "end": "late",
    "middle": "mid",
}
_LOOSE = {
    "nearly": "nearly",
    "almost": "nearly",
    "just under": "less_than",
    "just over": "more_than",
    "more than": "more_than",
    "less than": "less_than",
    "fewer than": "less_than",
    "at least": "at_least",
    "no less than": "at_least",
    "at most": "at_most",
    "up to": "at_most",
    "no more than": "at_most",
}
# Words before the extent that loosen or bound.
_BEFORE = {
    "about": "about",
    "around": "about",
    "roughly": "about",
    "approximately": "about",
    "circa": "about",
    "over": "more_than",
    "under": "less_than",
    "before": "before",
    "after": "after",
}
_ROLES = {"since": "start", "by": "deadline"}
_DATED = ("date", "time")
_FISCAL = ("fiscal", "fiscal2")  # groups
_SPANS = ("the ", "last ", "past ", "next ")


def find(text: str) -> list[Found]:
    """Every time expression of a text with its open value, in order; none overlap."""
    kept: list[Found] = []
    for match in _SCAN.finditer(text):
        end = kept[-1].end if kept else 0
        kept += (found for found in _accepted(text, match, 0, 0) if found.start >= end)
    return kept


def _accepted(text: str, match: Match, shift: int, depth: int) -> Iterator[Found]:
    """What stands where the scan matched; where every rule refuses, what the words after the first hold."""
    start, end = match.start() + shift, match.end() + shift
    found = _read(text, start, end)
    if found or depth > _DEPTH:
        yield from found
        yield from _lengths_behind(text, found[-1].end, end) if found and found[-1].kind == "duration" else ()
        return
    gap = _NEXT_WORD.search(text[start:end])
    if gap is None:
        return
    piece = text[start + gap.end() : end]
    for inner in _SCAN.finditer(piece):
        yield from _accepted(text, inner, start + gap.end(), depth + 1)


def _lengths_behind(text: str, start: int, end: int) -> Iterator[Found]:
    """Durations that were no part of the one before: "2 years and 18 months" are two."""
    if start < end:
        for inner in _SCAN.finditer(text[start:end]):
            yield from (found for found in _accepted(text, inner, start, _DEPTH) if found.kind == "duration")


def _read(text: str, start: int, end: int) -> list[Found]:
    """The first rule in order that fits from `start` on and whose guard holds; the scan tells that one may."""
    window = text[start : max(end, start + _WINDOW)]
    for number in _which(window) or range(len(RULES)):
        rule, match = RULES[number], _READERS[number].match(window)
        if match is None:
            continue
        place = Place(text, start, start + match.end())
        if not (place.is_free and GUARDS[rule.guard](place)):
            continue
        found = list(_built(place, rule, match))
        if found:
            return found
    return []


def _built(place: Place, rule: Rule, match: Match) -> Iterator[Found]:
    parts = match.groupdict()
    value = rule.read(parts)
    if value is None:
        return
    if isinstance(value, tuple):
        yield from _several(place, rule, parts, value)
        return
    hedge, phrase = _hedge(place, rule, parts)
    role = _ROLES.get(place.low_before) if rule.kind in _DATED else None  # only what the preposition itself fixes
    is_fiscal = any(parts.get(name) for name in _FISCAL) or word(parts, "way") == "the fiscal"
    yield Found(place.start, place.end, rule.kind, rule.name, value, hedge, phrase, role, is_fiscal)


def _several(place: Place, rule: Rule, parts: Parts, values: tuple[Open, ...]) -> Iterator[Found]:
    """Mentions that share a part: one group begins the words, one ends them, numbers stand in the rest between."""
    first, second = place.start + len(parts["first"] or ""), place.end - len(parts["second"] or "")
    between = ((first + m.start(), first + m.end()) for m in _NUMBER.finditer(parts.get("rest") or ""))
    for (start, end), value in zip([(place.start, first), *between, (second, place.end)], values, strict=True):
        yield Found(start, end, rule.kind, rule.name, value, phrase_start=start)


def _hedge(place: Place, rule: Rule, parts: Parts) -> tuple[str, int]:
    """The hedge inside the extent, else the one just before it; and where the phrase begins."""
    words = word(parts, "phase").replace("-", " ").split()
    phase = next((hedge for name, hedge in _PHASES.items() if name in words), None)
    inner = phase or _LOOSE.get(word(parts, "loose"))
    outer = _BEFORE.get(place.low_before)
    if inner or outer is None or not _is_loosening(outer, place, rule):
        return inner or "exact", place.start
    return outer, place.text.rfind(place.before, 0, place.start)


def _is_loosening(hedge: str, place: Place, rule: Rule) -> bool:
    """Whether the word before loosens: "over five hours" does, "over the past five hours" does not."""
    if hedge in ("before", "after"):
        return rule.kind in _DATED
    return hedge == "about" or (rule.kind not in _DATED and not place.low.startswith(_SPANS))
