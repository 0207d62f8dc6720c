"""What takes place at a time, and whether its document tells one time of it alone."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import combinations

from checker.language import measures, names, occasions, verbs
from checker.language.grammar import is_stop, word_class
from checker.language.lexicon import lexicon
from checker.matching.relation import compare
from checker.matching.side import MASK, Side, changed
from checker.matching.wording import telling_words, words

_REACH = 90  # characters around a time in which the words that tell its occasion stand
_KEPT = 16_384
_BEHIND = 7  # words behind a time in which its occasion may stand
_DAY, _MONTH, _FAR = 1, 31, 62  # days; a month taken for the next but one is within reach
_MOST = 8  # times of one occasion in a document, beyond which it is told of many


@lru_cache(maxsize=_KEPT)
def told(sentence: str, start: int, end: int) -> dict[str, str]:
    """The occasions of a time in its sentence, each with the word that tells it: the nearest verb or noun of one."""
    tokens = around(sentence, start, end)
    time = tokens.index(MASK)
    before = _nearest(tokens, range(time - 1, -1, -1))
    if before is None and tokens[time - 1 : time] == ("since",):
        return {}  # "who has run it since [2014], hands over"
    return (before if before is not None else _nearest(tokens, range(time + 1, min(time + _BEHIND, len(tokens))))) or {}


def _nearest(tokens: tuple[str, ...], places: Iterable[int]) -> dict[str, str] | None:
    """The first word in this order that tells an occasion; none where another verb comes first, None without either."""
    bare: dict[str, str] = {}
    for place in places:
        found = occasions.at(tokens, place)
        if found and not occasions.is_bare(tokens[place]):
            return dict.fromkeys(found, tokens[place])
        bare = bare or dict.fromkeys(found, tokens[place])
        if not found and verbs.lemma(tokens[place]) is not None and not occasions.is_bare(tokens[place]):
            return bare
    return bare or None


def around(sentence: str, start: int, end: int) -> tuple[str, ...]:
    """The words around a time, in lower case, with a mark for the time."""
    before, after = words(sentence[max(start - _REACH, 0) : start]), words(sentence[end : end + _REACH])
    return (*before, MASK, *after)


def with_occasions(sides: Sequence[Side]) -> list[Side]:
    """The sides, each with those occasions of which its document tells one time alone."""
    found: dict[tuple[str, str], list[Side]] = {}
    for side in sides:
        if side.is_time:
            for name in _of(side):
                found.setdefault((side.document, name), []).append(side)
    sole: dict[str, set[str]] = {}
    for (_, name), times in found.items():
        if _is_one_time(times):
            for side in times:
                sole.setdefault(side.id, set()).add(name)
    return [changed(side, occasions=frozenset(sole[side.id])) if side.id in sole else side for side in sides]


def _of(side: Side) -> Iterable[str]:
    return told(side.sentence, side.at, side.at + len(side.text))


def _is_one_time(times: Sequence[Side]) -> bool:
    return len(times) <= _MOST and all(compare(a, b).relation != "disjoint" for a, b in combinations(times, 2))


def common_occasion(left: Side, right: Side) -> str | None:
    """The occasion of which two documents tell one time each, in words that share a thing; None where there is none."""
    common = left.occasions & right.occasions
    if not common or left.document == right.document or not _are_near(left, right):
        return None
    return next((name for name in sorted(common) if _things(left, right, name) or _are_of_one(left, right, name)), None)


def _are_of_one(left: Side, right: Side, name: str) -> bool:
    """Whether what befalls a person is told of one person, or of one and "her"; a post is lost by one in a story."""
    if name not in lexicon("occasions")["personal"]:
        return False
    if name in lexicon("occasions")["posts"] and _is_unnamed(left) and _is_unnamed(right):
        return _is_of_pronoun(left) or _is_of_pronoun(right)
    either = left.names if _is_of_pronoun(right) else right.names if _is_of_pronoun(left) else ()
    return any(names.is_person(one) for one in {*either, *({*left.names} & {*right.names})})


def _is_unnamed(one: Side) -> bool:
    """Whether somebody is told of, and not by name: "the suspect was dismissed", "he was"."""
    is_any = _is_of_pronoun(one) or bool(_people(one))
    return is_any and not any(names.is_person(name) for name in one.names)


def _are_near(left: Side, right: Side) -> bool:
    """Whether both tell a day, not far from each other, or both a longer time of one length."""
    spans = [one.value.high - one.value.low for one in (left, right)]
    if not (left.value.is_bounded and right.value.is_bounded) or left.open_form or right.open_form:
        return False
    if max(spans) < _DAY:
        return abs(left.value.low - right.value.low) <= _FAR
    return min(spans) >= _DAY and (max(spans) < _MONTH) == (min(spans) < _MONTH)


def _things(left: Side, right: Side, name: str) -> frozenset[str]:
    """Stems of the words that both tell around their times, without names, times and the words of the occasion."""
    one, other = (_telling(side, name) for side in (left, right))
    return one & other - _of_names(left) - _of_names(right)


def _telling(side: Side, name: str) -> frozenset[str]:
    start, end = side.at, side.at + len(side.text)
    own = told(side.sentence, start, end)[name]
    others = [word for word in around(side.sentence, start, end) if word != own]
    return telling_words(" ".join(word for word in others if not _is_plain(word)))


def _of_names(side: Side) -> frozenset[str]:
    return telling_words(" ".join((*side.names, side.place or "")))


def _is_plain(word: str) -> bool:
    return is_stop(word) or word in _plain_words()


@cache
def _plain_words() -> frozenset[str]:
    """Times, numbers and people at large, which stand in every report."""
    people = {*lexicon("wording")["vague_measures"], *lexicon("wording")["plain_people"]}
    return word_class("time") | word_class("weekday") | word_class("number") | people


def may_be_of_one(left: Side, right: Side) -> bool:
    """Whether an arrest or a sentence may be one person's: of a name that both have, of "him", or of a captain in both.

    Of other events that is not asked.
    """
    if left.family not in lexicon("measures")["once"]["of_each"]:
        return True
    is_named = not {*left.names}.isdisjoint(right.names) or _is_of_pronoun(left) or _is_of_pronoun(right)
    return is_named or not _people(left).isdisjoint(_people(right))


def _is_of_pronoun(one: Side) -> bool:
    """As in "a jury convicted him on [May 27]"."""
    return not one.names and not _PRONOUNS.isdisjoint(words(one.sentence))


_PRONOUNS = frozenset({"he", "him", "she", "her"})


def _people(one: Side) -> frozenset[str]:
    """The words for people in its sentence."""
    told = words(one.sentence)
    return frozenset(word for word in told if measures.is_people(word) or word in word_class("office"))
