"""The manual of the rules, written from the rules themselves: `python -m checker.judging.manual > docs/rules.md`."""

import sys
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import PurePath

from checker.judging.around import AROUND
from checker.judging.expression import FUNCTIONS
from checker.judging.expression.written import constant
from checker.judging.message import PLACEHOLDERS
from checker.judging.packs import Packs, read
from checker.judging.reckoned import RECKONED
from checker.judging.rule import Example, Rule
from checker.tables import CLAIMS, PAIRS

_HEAD = """\
# Rules

This page is written from the rules themselves: `python -m checker.judging.manual > docs/rules.md`.

Rules are tried on every pair of claims in the order of their codes, but for those that say `before = "C620"`, and the
first whose condition is true decides.
`a` is the claim reported earlier, `b` the other one; names without `a.` or `b.` are columns of the pair. Rules that ask
for what is reckoned inside one document are tried on each such check instead, in an order of their own.
What is unknown makes a comparison neither true nor false, and a rule decides only where its condition is true.

`checker rules list` shows the order, with packs and settings of yours in it, `checker rules explain CODE` the page of a
rule in a terminal; `checker rules check` proves every example; `checker explain FINDING PATH…` shows a rule at work.
[contracts.md](contracts.md) tells how to tune rules without editing them, [CONTRIBUTING](../CONTRIBUTING.md) how to add
one.
"""
_FAMILIES = """
| codes | family |
|---|---|
| C1.. | doubts whether both are about one fact: undecided |
| C2.. | the texts name speakers who differ: attributed |
| C3.. | a figure that moved: update |
| C4.. | values that differ in words and may both be true: compatible |
| C5.. | the same value: agreement |
| C6.. | figures that differ across documents: discrepancy |
| C7.. | dates that differ across documents |
| C8.. | inside one document |
"""


def book(packs: Packs) -> str:
    """The whole manual as Markdown: an overview, the language, and a page a rule."""
    rules = sorted((*packs.rules, *packs.off), key=lambda rule: rule.code)
    files = [(name, list(group)) for name, group in groupby(rules, key=lambda rule: PurePath(rule.path).name)]
    chapters = [f"## {name}\n\n{''.join(page(rule) for rule in group)}" for name, group in files]
    parts = [_HEAD, _overview(rules, packs), _tolerances(rules, packs), _language(), *chapters]
    return "\n".join(parts).rstrip() + "\n"


def page(rule: Rule) -> str:
    """The page of one rule: what it decides, when, why, and its examples."""
    fires = [example for example in rule.examples if example.fires]
    rests = [example for example in rule.examples if not example.fires]
    return (
        f"### {rule.code} {rule.name}\n\n"
        f"**{rule.verdict}**, {rule.severity}{_notes(rule)}. {rule.why}\n\n"
        f"```python\n{rule.when.strip()}\n```\n\n"
        f"Decides:\n\n{_examples(fires)}\nDoes not decide:\n\n{_examples(rests)}\n"
    )


def _notes(rule: Rule) -> str:
    before = f", tried before {rule.before}" if rule.before else ""
    return f"{before}, switched off" if rule.off else before


def _overview(rules: Iterable[Rule], packs: Packs) -> str:
    rows = [f"| {rule.code} | {rule.name} | {rule.verdict} | {rule.severity} |" for rule in rules]
    gone = [f"{code} is retired, {to} took over." for code, to in sorted(packs.retired.items())]
    return "\n".join([_FAMILIES, "| code | name | verdict | severity |", "|---|---|---|---|", *rows, "", *gone, ""])


def _tolerances(rules: Sequence[Rule], packs: Packs) -> str:
    """The numbers that rules name, and that settings may set."""
    rows = [
        f"| `{name}` | {constant(packs.tolerances[name])} | "
        f"{', '.join(rule.code for rule in rules if name in rule.tolerances)} |"
        for name in sorted(packs.tolerances)
    ]
    return "\n".join(["## Tolerances\n", "| name | number | rules |", "|---|---|---|", *rows, ""])


def _language() -> str:
    """The vocabulary of conditions and messages."""
    functions = [f"| `{name}` | {function.meaning} |" for name, function in FUNCTIONS.items()]
    placeholders = ", ".join(f"`{{{name}}}`" for name in PLACEHOLDERS)
    return "\n".join(
        [
            "## The language of `when`\n",
            "`and or not`, `== != < <= > >=` (also chained), `in (...)` and `not in (...)`, `+ - * /`, numbers,",
            "texts in quotes, columns, names of tolerances, and these functions:\n",
            "| function | what it answers |",
            "|---|---|",
            *functions,
            "\n| column of the pair | what it holds |",
            "|---|---|",
            *(f"| `{column.name}` | {column.meaning} |" for column in (*PAIRS, *AROUND, *RECKONED)),
            "\n| column of a claim, after `a.` or `b.` | what it holds |",
            "|---|---|",
            *(f"| `{column.name}` | {column.meaning} |" for column in CLAIMS),
            f"\nA message may hold {placeholders}.\n",
        ]
    )


def _examples(examples: Iterable[Example]) -> str:
    return "".join(f"- {_side(example, 'a')}\n{_other(example)}" for example in examples)


def _other(example: Example) -> str:
    return "" if example.b is None else f"  {_side(example, 'b')}\n"


def _side(example: Example, side: str) -> str:
    text, published, outlet = (getattr(example, name) for name in (side, f"published_{side}", f"outlet_{side}"))
    notes = ", ".join(str(note) for note in (outlet, published) if note)
    return f"“{text}” ({notes})" if notes else f"“{text}”"


if __name__ == "__main__":
    sys.stdout.write(book(read()))
