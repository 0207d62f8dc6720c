"""The rules for a terminal: all in the order of trial, and the manual page of one. Texts of packs are not escaped."""

from collections.abc import Iterable, Iterator, Sequence

from checker.judging.expression.checks import nearest
from checker.judging.expression.written import constant
from checker.judging.packs import Packs
from checker.judging.rule import Example, Rule

_SCOPES = (
    (False, "Tried on every pair of claims of one fact; the first that holds decides:"),
    (True, "Tried on what a document's own figures say of each other; the first that holds decides:"),
)


class UnknownCodeError(ValueError):
    """A code that no rule bears or ever bore."""


def listing(packs: Packs) -> Iterator[str]:
    """Every rule in the order of trial, then what is switched off, retired and tolerated."""
    for is_inside, words in _SCOPES:
        rules = [rule for rule in packs.rules if rule.is_inside == is_inside]
        yield from _section(words, (f"{place:3}  {_row(rule)}" for place, rule in enumerate(rules, 1)))
    yield from _section("Switched off:", (f"     {_row(rule)}" for rule in packs.off))
    yield from _section("Retired:", (f"     {code}  now {to}" for code, to in sorted(packs.retired.items())))
    yield from _section("Tolerances:", (f"     {_tolerance(packs, name)}" for name in sorted(packs.tolerances)))


def _section(words: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from (words, *found, "")


def _row(rule: Rule) -> str:
    return f"{rule.code}  {rule.severity:7}  {rule.verdict:11}  {rule.name}"


def _tolerance(packs: Packs, name: str) -> str:
    users = ", ".join(rule.code for rule in (*packs.rules, *packs.off) if name in rule.tolerances) or "no rule"
    return f"{name} = {constant(packs.tolerances[name])}  ({users})"


def manual_page(given: str, packs: Packs) -> Iterator[str]:
    """The page of one rule: what it decides, when and why, its place in the order, and its examples.

    Raises:
        UnknownCodeError: no rule bears the code; its words name the nearest.

    """
    rules = {rule.code: rule for rule in (*packs.rules, *packs.off)}
    code = packs.retired.get(given, given)
    if code not in rules:
        known = [*rules, *packs.retired]
        raise UnknownCodeError(f"no rule has the code `{given[:80]}`{nearest(given.upper(), known)}")
    if code != given:
        yield from (f"{given} is retired; {code} took over.", "")
    yield from _page(rules[code], packs)


def _page(rule: Rule, packs: Packs) -> Iterator[str]:
    yield f"{rule.code}  {rule.name}"
    yield f"{rule.verdict}, {rule.severity}; {_place(rule, packs)}"
    yield f"{rule.path}:{rule.line}"
    yield from ("", "Why", f"    {rule.why}", "", "When")
    yield from (f"    {line}" for line in rule.when.strip("\n").split("\n"))
    yield from (f"    {_tolerance(packs, name)}" for name in rule.tolerances)
    yield from ("", "Says", f"    {rule.message}")
    yield from _examples("Decides", [example for example in rule.examples if example.fires])
    yield from _examples("Does not decide", [example for example in rule.examples if not example.fires])


def _place(rule: Rule, packs: Packs) -> str:
    """Where it stands in the order of trial."""
    order = [other.code for other in packs.rules if other.is_inside == rule.is_inside]
    if rule.code not in order:
        return "switched off"
    place = order.index(rule.code)
    before = f", after {order[place - 1]}" if place else ""
    after = f", before {order[place + 1]}" if place + 1 < len(order) else ""
    return f"tried as number {place + 1} of {len(order)}{before}{after}"


def _examples(words: str, examples: Sequence[Example]) -> Iterator[str]:
    yield from ("", words)
    for example in examples:
        yield f"    - {_side(example, 'a')}"
        if example.b is not None:
            yield f"      {_side(example, 'b')}"


def _side(example: Example, side: str) -> str:
    text, published, outlet = (getattr(example, name) for name in (side, f"published_{side}", f"outlet_{side}"))
    notes = ", ".join(str(note) for note in (outlet, published) if note)
    line = " / ".join(part for part in text.split("\n") if part)
    return f"“{line}” ({notes})" if notes else f"“{line}”"
