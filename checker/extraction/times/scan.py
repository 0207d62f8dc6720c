"""Finds time expressions: one scan with every rule at once, then the one rule that fits reads its parts."""

import re
from collections.abc import Iterator

from checker.extraction.times import absolute, clocks, lengths, relative, repeats, vague
from checker.extraction.times.guards import GUARDS, is_standing_free, word_before
from checker.extraction.times.open_values import Open
from checker.extraction.times.rule import Found, Parts, Rule, word
from checker.language.patterns import Match, pattern

RULES: tuple[Rule, ...] = (
    *repeats.RULES,
    *clocks.RULES,
    *absolute.RULES,
    *relative.RULES,
    *lengths.RULES,
    *vague.RULES,
)
_READERS = tuple(pattern(rule.expression) for rule in RULES)
_BARE = [re.sub(r"[?]P<[a-z0-9]+>", "?:", rule.expression) for rule in RULES]
_SCAN = pattern("|".join(_BARE))
_WHICH = pattern("|".join(f"({expression})" for expression in _BARE))
_DEPTH = 4  # how often a refused match is read again from its next word
_WINDOW = 90  # characters an expression may have
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
        return
    gap = _NEXT_WORD.search(text[start:end])
    if gap is None:
        return
    piece = text[start + gap.end() : end]
    for inner in _SCAN.finditer(piece):
        yield from _accepted(text, inner, start + gap.end(), depth + 1)


def _read(text: str, start: int, end: int) -> list[Found]:
    """The first rule in order that fits from `start` on and whose guard holds; the scan tells that one may."""
    window = text[start : max(end, start + _WINDOW)]
    which = _WHICH.match(window)
    first = (which.lastindex or 1) - 1 if which else len(RULES)
    for rule, reader in zip(RULES[first:], _READERS[first:], strict=True):
        match = reader.match(window)
        if match is None:
            continue
        ends = start + match.end()
        if not (is_standing_free(text, start, ends) and GUARDS[rule.guard](text, start, ends)):
            continue
        found = list(_built(text, start, rule, match))
        if found:
            return found
    return []


def _built(text: str, start: int, rule: Rule, match: Match) -> Iterator[Found]:
    parts = match.groupdict()
    value = rule.read(parts)
    if value is None:
        return
    if isinstance(value, tuple):
        yield from _pair(start, match.end(), rule, parts, value)
        return
    hedge, phrase = _hedge(text, start, rule, parts)
    yield Found(start, start + match.end(), rule.kind, rule.name, value, hedge, phrase, _role(text, start, rule))


def _pair(start: int, size: int, rule: Rule, parts: Parts, value: tuple[Open, Open]) -> Iterator[Found]:
    """Two mentions that share a part: the first group begins the words, the second ends them."""
    first, second = start + len(parts["first"] or ""), start + size - len(parts["second"] or "")
    yield Found(start, first, rule.kind, rule.name, value[0], phrase_start=start)
    yield Found(second, start + size, rule.kind, rule.name, value[1], phrase_start=second)


def _hedge(text: str, start: int, rule: Rule, parts: Parts) -> tuple[str, int]:
    """The hedge inside the extent, else the one just before it; and where the phrase begins."""
    phase = next(
        (hedge for name, hedge in _PHASES.items() if name in word(parts, "phase").replace("-", " ").split()), None
    )
    inner = phase or _LOOSE.get(word(parts, "loose"))
    if inner:
        return inner, start
    before = word_before(text, start)
    outer = _BEFORE.get(before.lower())
    is_bound = outer in ("before", "after")
    is_span = outer == "more_than" and text[start : start + 4].lower() in ("the ", "last", "past", "next")
    if outer is None or is_span or is_bound != (rule.kind in _DATED) and outer != "about":
        return "exact", start
    return outer, text.rfind(before, 0, start)


def _role(text: str, start: int, rule: Rule) -> str | None:
    """Only what the preposition itself fixes."""
    return _ROLES.get(word_before(text, start).lower()) if rule.kind in _DATED else None
