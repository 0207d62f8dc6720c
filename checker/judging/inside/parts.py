"""A whole and the parts that its sentence says it has."""

from collections.abc import Iterator, Sequence
from functools import cache

import pandas as pd

from checker.judging.inside.figures import number, told
from checker.judging.inside.forms import compiled
from checker.judging.inside.reckoning import Reckoning
from checker.judging.inside.sentence import CLOSES, OPENS, Record, Sentence
from checker.judging.inside.span import Span, span, total
from checker.language import measures
from checker.language.lexicon import lexicon
from checker.language.nouns import singular
from checker.language.patterns import Match, Pattern, pattern

_SLOT = f"{OPENS}[nmu]([0-9]+){CLOSES}"
_FAR = 8  # words between a whole and what opens its parts
_PLACE = pattern(f"{OPENS}[nmu]([0-9]+){CLOSES}(?: (?:were|are|was|is))?(?: (in|from|for|at|on|to))?(?: (?:the |a )?([a-z-]+))?", any_case=True)


def find(document: Sequence[Sentence]) -> Iterator[Reckoning]:
    """Every whole with its parts: "12 people were killed, including five children and eight adults"."""
    for sentence in document:
        if sum(letter in "nmu" for letter in sentence.letters) < 2:
            continue
        for is_all, finds in _openers():
            for match in finds.finditer(sentence.masked):
                yield from _reckoned(sentence, match, is_all=is_all)


@cache
def _openers() -> tuple[tuple[bool, Pattern], ...]:
    words = lexicon("arithmetic")["parts"]
    after = rf"(?: (?:{'|'.join(words['link'])}))?(?: [a-z][a-z-]*){{0,4}}"
    part = f"{OPENS}[nmu][0-9]+{CLOSES}{after}"
    listed = f"(?P<parts>{part}(?:(?:{'|'.join(words['next'])}){part})*)"
    whole = f"{OPENS}[nmu](?P<whole>[0-9]+){CLOSES}(?P<between>(?: [\\pL$'-]+){{0,{_FAR}}})"
    ends = compiled("(?P<end>{@end}|, )")
    return tuple((kind == "all", pattern(f"{whole}(?:{'|'.join(words[kind])}) ?{listed}{ends}", any_case=True)) for kind in ("some", "all"))


def _reckoned(sentence: Sentence, match: Match, *, is_all: bool) -> Iterator[Reckoning]:
    whole = sentence.claims[int(match.group("whole") or 0)]
    written = [(sentence.claims[int(m.group(1) or 0)], m.group(2) or "", m.group(3) or "") for m in _PLACE.finditer(match.group("parts") or "")]
    parts = [claim for claim, _, _ in written]
    if not all(_is_of(part, whole) for part in parts) or (is_all and len(parts) < 2):
        return
    if len(parts) > 1 and not _are_apart(written):
        return
    summed = total(map(span, parts))
    expected = summed if is_all else Span(summed.low, float("inf"), summed.middle)
    words = " + ".join(told(part) for part in parts) + (f" = {number(summed.middle)}" if len(parts) > 1 else "")
    yield Reckoning("parts", (whole, *parts), span(whole), expected, f"{words}, of {told(whole)}")


def _is_of(part: Record, whole: Record) -> bool:
    """Whether a part can be of this whole: money of its currency, people of people, the same thing, or no thing told."""
    if part["kind"] != whole["kind"] or not _is_same(part["unit"], whole["unit"]):
        return False
    sort, sort_of_whole = _sort(part), _sort(whole)
    return not sort or sort == sort_of_whole or (measures.is_people(sort) and measures.is_people(sort_of_whole or "people"))


def _is_same(one: object, other: object) -> bool:
    return one == other or (pd.isna(one) and pd.isna(other))


def _sort(claim: Record) -> str:
    """The last word of the counted noun, in the singular; empty where none is told."""
    noun = claim["noun"]
    return "" if pd.isna(noun) or not str(noun).split() else singular(str(noun).lower().split()[-1])


def _are_apart(written: Sequence[tuple[Record, str, str]]) -> bool:
    """Whether the parts shut each other out: sorts that do, or one preposition with another word each."""
    sorts = [_sort(claim) or singular(word.lower()) for claim, where, word in written if not where]
    if len(sorts) == len(written) and len(set(sorts)) == len(sorts):
        return any(set(sorts) <= set(entry["words"]) for entry in lexicon("arithmetic")["exclusive"])
    wheres = {where.lower() for _, where, _ in written}
    words = {word.lower() for _, _, word in written}
    return len(wheres) == 1 and "" not in wheres and len(words) == len(written)
