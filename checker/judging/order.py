"""The order in which rules are tried: by code, and a rule that says `before` stands right before the one it names."""

from collections.abc import Iterable, Mapping

from checker.judging.rule import Rule

_Key = tuple[tuple[str, int], ...]


def in_order(rules: Iterable[Rule]) -> list[Rule]:
    """The rules in the order of trial; a `before` that names none of them is passed over."""
    by_code = {rule.code: rule for rule in rules}
    return sorted(by_code.values(), key=lambda rule: _key(rule, by_code))


def is_circular(rule: Rule, by_code: Mapping[str, Rule]) -> bool:
    """Whether the rules that `before` names, one after the other, lead back."""
    seen: set[str] = set()
    while rule.code not in seen:
        seen.add(rule.code)
        if rule.before not in by_code:
            return False
        rule = by_code[rule.before]
    return True


def _key(rule: Rule, by_code: Mapping[str, Rule]) -> _Key:
    """Sorts between what stands before the named rule and that rule itself."""
    chain = [rule.code]
    while rule.before in by_code and rule.before not in chain:
        rule = by_code[rule.before]
        chain.append(rule.code)
    return (*((code, 0) for code in reversed(chain[1:])), (chain[0], 1))
