"""A whole and the parts that its sentence says it has."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from checker.judging.inside.figures import number, told
from checker.judging.inside.forms import compiled
from checker.judging.inside.reckoning import Reckoning
from checker.judging.inside.sentence import CLOSES, OPENS, Record, Sentence
from checker.judging.inside.span import Span, span, total
from checker.language import measures, names
from checker.language.lexicon import lexicon
from checker.language.nouns import singular
from checker.language.patterns import Match, Pattern, pattern

_LETTERS = "nmu"  # what adds up
_LEAST = 2  # figures: a whole and a part, or the parts that are all of it
_SLOT = f"{OPENS}[{_LETTERS}]([0-9]+){CLOSES}"
_FAR = 8  # words between a whole and what opens its parts
_PLACE = pattern(
    f"{_SLOT}(?: of (?:them|whom))?(?: (?:were|are|was|is))?(?: (in|from|for|at|on|to))?(?: (?:the |a )?([a-z-]+))?",
    any_case=True,
)


def find(document: Sequence[Sentence]) -> Iterator[Reckoning]:
    """Every whole with its parts: "12 people were killed, including five children and eight adults"."""
    for sentence in document:
        if sum(letter in _LETTERS for letter in sentence.letters) < _LEAST:
            continue
        for opens, finds in _openers():
            for match in finds.finditer(sentence.masked):
                yield from _reckoned(sentence, match, opens)


@cache
def _openers() -> tuple[tuple[str, Pattern], ...]:
    """What each opens, some parts or all or perhaps none, and how."""
    words = lexicon("arithmetic")["parts"]
    where = rf" (?:{'|'.join(words['where'])})(?: [\pL-]+){{1,4}}"
    verb = rf" (?:{'|'.join(words['link'])})(?: [a-z][a-z-]*){{1,4}}"
    them = r" of (?:them|whom)(?: (?:were|are))?(?: [a-z][a-z-]*){1,3}"
    return (
        ("some", _opener(f"(?:{'|'.join(words['some'])}) ?", f"(?:{where})?")),
        ("perhaps", _opener(f"(?:{'|'.join(words['perhaps'])}) ?", f"(?:{where})?")),
        ("some", _opener(f"(?:{'|'.join(words['of_whom'])}) ?", f"(?:{where}|{verb}|(?: [a-z][a-z-]*){{1,2}})?")),
        ("some", _opener(f"(?:{'|'.join(words['of_them'])})", f"(?:{them})")),
        ("some", _opener(",? ", f"(?:{verb})", before=f"(?:{'|'.join(words['of_the'])})")),
        ("all", _opener(f"(?:{'|'.join(words['all'])}) ?", f"(?:{where})?")),
    )


def _opener(opens: str, after: str, before: str = "") -> Pattern:
    """A whole, what opens its parts, and the parts, each with what stands behind its figure."""
    part = f"{OPENS}[{_LETTERS}][0-9]+{CLOSES}{after}"
    listed = f"(?P<parts>{part}(?:(?:{'|'.join(lexicon('arithmetic')['parts']['next'])}){part})*)"
    whole = f"{before}{OPENS}[{_LETTERS}](?P<whole>[0-9]+){CLOSES}(?P<between>(?: [\\pL$'-]+){{0,{_FAR}}})"
    return pattern(compiled(f"{whole}{opens}{listed}(?:{{@end}}|, )"), any_case=True)


def _reckoned(sentence: Sentence, match: Match, opens: str) -> Iterator[Reckoning]:
    whole = sentence.claims[int(match.group("whole") or 0)]
    written = [
        (sentence.claims[int(m.group(1) or 0)], m.group(2) or "", m.group(3) or "")
        for m in _PLACE.finditer(match.group("parts") or "")
    ]
    parts = [claim for claim, _, _ in written]
    if _is_one_of_two_wholes(sentence, match):
        return
    if not all(_is_of(part, whole) for part in parts) or (opens == "all" and len(parts) < _LEAST):
        return
    if opens == "perhaps" and any((part["low"] or 0) > (whole["high"] or 0) for part in parts):
        return
    if len(parts) > 1 and not _are_apart(written, people=_are_people(_sort(whole))):
        return
    summed = total(map(span, parts))
    expected = summed if opens == "all" else Span(summed.low, float("inf"), summed.middle)
    words = " + ".join(told(part) for part in parts) + (f" = {number(summed.middle)}" if len(parts) > 1 else "")
    yield Reckoning("parts", (whole, *parts), span(whole), expected, f"{words}, of {told(whole)}")


def _is_one_of_two_wholes(sentence: Sentence, match: Match) -> bool:
    """Whether another figure stands before the whole, joined to it: the parts may be of both."""
    before = sentence.masked[: match.start()]
    return before.endswith(" and ") and CLOSES in before


def _is_of(part: Record, whole: Record) -> bool:
    """Whether a part can be of this whole: money of its currency, people of people, the same thing, or none told."""
    if (part["kind"], part["unit"]) != (whole["kind"], whole["unit"]) or _is_beyond(part, whole):
        return False
    sort, of_whole = _sort(part), _sort(whole)
    is_people = _are_people(sort) and _are_people(of_whole or "people")
    return not sort or sort == of_whole or is_people


def _is_beyond(part: Record, whole: Record) -> bool:
    """Whether it is many times the whole: of something else, as in "it closed 14, with 4,100 on their rolls"."""
    return bool(part["low"] and whole["high"]) and part["low"] > _BEYOND * whole["high"]


_BEYOND = 10


def _are_people(sort: str) -> bool:
    return measures.is_people(sort) or names.place_of_adjective(sort.capitalize()) is not None


def _sort(claim: Record) -> str:
    """The last word of the counted noun, in the singular; empty where none is told."""
    noun = claim["noun"]
    return singular(str(noun).lower().split()[-1]) if noun and str(noun).split() else ""


def _are_apart(written: Sequence[tuple[Record, str, str]], *, people: bool) -> bool:
    """Whether the parts shut each other out: sorts that do, or one preposition with another word each."""
    if not any(where for _, where, _ in written):
        told_words = [singular(word.lower()) or _sort(claim) for claim, _, word in written]
        return _are_sorts_apart(told_words) or _are_sorts_apart([_sort(claim) for claim, _, _ in written])
    words = {word for _, _, word in written}
    is_one_where = len({where.lower() for _, where, _ in written}) == 1 and "" not in words
    return is_one_where and len(words) == len(written) and _are_alike(words, people=people)


def _are_alike(words: Iterable[str], *, people: bool) -> bool:
    """Whether words behind one preposition are of one sort: all names, or none; of people only places are sure."""
    is_name = {word[:1].isupper() for word in words}
    return is_name == {True} or (is_name == {False} and not people)


def _are_sorts_apart(sorts: Sequence[str]) -> bool:
    if len(set(sorts)) < len(sorts) or not all(sorts):
        return False
    if len({names.place_of_adjective(sort.capitalize()) for sort in sorts} - {None}) == len(sorts):  # peoples
        return True
    return any(set(sorts) <= set(entry["words"]) for entry in lexicon("arithmetic")["exclusive"])
