"""Who said it."""

from collections.abc import Iterable
from functools import cache

from checker.language.lexicon import lexicon
from checker.matching.features.feature import Evidence
from checker.matching.people import likeness_of_people
from checker.matching.side import Side
from checker.matching.slot import is_one_quotation
from checker.matching.wording import stem, words

_PERHAPS_ONE = 0.8  # "police" and "the police chief", "the company" and its name


def same_speaker(left: Side, right: Side) -> Evidence | None:
    """Silent where the outlet itself speaks on a side, or what is cited is no speaker but a paper."""
    if left.speaker is None or right.speaker is None or _is_paper(left.speaker) or _is_paper(right.speaker):
        return None
    if is_one_quotation(left, right):
        return Evidence(1.0, "the same words of a speaker")
    if left.speaker == right.speaker or likeness_of_people(left.speaker, right.speaker):
        return Evidence(1.0, f"both from {left.speaker}")
    if _may_be_one(left.speaker, right.speaker) or _has_office(left, right) or _has_office(right, left):
        return Evidence(_PERHAPS_ONE, f"from {left.speaker} and from {right.speaker}, who may be one")
    return Evidence(0.0, f"from {left.speaker} and from {right.speaker}")


def _may_be_one(one: str, other: str) -> bool:
    """A body and its office, or a company told by what it is and by its name."""
    if _is_partial(one) != _is_partial(other):
        return False
    shared = _telling(one) & _telling(other)
    return bool(shared) or (_is_company(one) and _is_name(other)) or (_is_company(other) and _is_name(one))


def _has_office(one: Side, other: Side) -> bool:
    """Whether the one speaks by an office, as "finance minister", and the other's sentence gives it to its speaker."""
    told = words(one.speaker or "")
    is_office = bool(told) and told[-1] in _words_of("offices") and " " in (other.speaker or "")
    return is_office and _roots(told) <= _roots(words(other.sentence))


def _roots(told: Iterable[str]) -> frozenset[str]:
    """Their first letters: "the region's governor", "regional governor Ann Lee"."""
    return frozenset(word[:_ROOT] for word in told)


_ROOT = 5


def _telling(speaker: str) -> frozenset[str]:
    """Stems of the words that tell whose speaker it is: "Veldania" of "Veldania's defence ministry"."""
    return frozenset(stem(word) for word in words(speaker) if word not in _words_of("offices"))


def _is_paper(speaker: str) -> bool:
    return words(speaker) != () and words(speaker)[-1] in _words_of("papers")


def _is_company(speaker: str) -> bool:
    """Whether it is a company by what it is ("the Norwegian company", "its operator", "it"), not by its name."""
    return not _words_of("companies").isdisjoint(words(speaker))


def _is_name(speaker: str) -> bool:
    """Whether it may be a company's name: of one word or two, none of which is an office or a sort of speaker."""
    told = words(speaker)
    return _is_company(speaker) or (
        len(told) <= _LONGEST and not set(told) & (_words_of("offices") | _words_of("bodies"))
    )


_LONGEST = 2  # words


def _is_partial(speaker: str) -> bool:
    """Whether it speaks for one side of a quarrel."""
    return not _words_of("partial").isdisjoint(words(speaker))


@cache
def _words_of(group: str) -> frozenset[str]:
    return frozenset(lexicon("wording")["speakers"][group])
