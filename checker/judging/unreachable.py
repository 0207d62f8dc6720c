"""Rules that can never decide: their condition is never true, or rules tried before them decide all that they would."""

from collections.abc import Iterator, Sequence

from checker.judging.errors import Problem
from checker.judging.expression.reach import NOT_YES, YES, is_possible
from checker.judging.rule import Rule


def unreachable(rules: Sequence[Rule]) -> Iterator[Problem]:
    """What is proven of rules in the order of trial; each scope (pairs, inside a document) by itself."""
    for place, rule in enumerate(rules):
        before = [earlier for earlier in rules[:place] if earlier.is_inside == rule.is_inside]
        reason = _why_never(rule, before)
        if reason:
            yield Problem(rule.path, rule.line, 0, rule.code, reason)


def _why_never(rule: Rule, before: Sequence[Rule]) -> str:
    if is_possible([(rule.condition, YES)]) is False:
        return "it can never decide: no values make its condition true"
    by_all = _is_implied(rule, before)
    if by_all is False:  # some values make it true and none of the others
        return ""
    for earlier in before:
        if _is_implied(rule, [earlier]):
            return _why_shadowed(rule, earlier)
    if by_all:
        return "it can never decide: the rules tried before it, taken together, decide all that it would"
    return ""


def _why_shadowed(rule: Rule, earlier: Rule) -> str:
    if is_possible([(earlier.condition, NOT_YES)]) is False:
        return f"it can never decide: {earlier.code} is tried before it and is always true"
    if _is_implied(earlier, [rule]):
        return f"it can never decide: {earlier.code} is tried before it, and its condition says the same"
    return f"it can never decide: {earlier.code} is tried before it, and is true wherever it is"


def _is_implied(rule: Rule, by: Sequence[Rule]) -> bool | None:
    """Whether one of the others is true wherever the rule is; None where that is not settled."""
    found = is_possible([*((other.condition, NOT_YES) for other in by), (rule.condition, YES)])
    return None if found is None else not found
