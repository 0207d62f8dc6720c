"""The manual of the rules, written from the rules themselves: `python -m checker.judging.manual > docs/rules.md`."""

import sys
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import PurePath

from checker.judging.around import AROUND
from checker.judging.expression import FUNCTIONS
from checker.judging.inside.reckoning import RECKONED
from checker.judging.message import PLACEHOLDERS
from checker.judging.packs import load
from checker.judging.rule import Example, Rule
from checker.tables import CLAIMS, PAIRS

_HEAD = """\
# Rules

This page is written from the rules themselves: `python -m checker.judging.manual > docs/rules.md`.

Rules are tried on every pair of claims in the order of their codes, and the first whose condition is true decides.
`a` is the claim reported earlier, `b` the other one; names without `a.` or `b.` are columns of the pair.
What is unknown makes a comparison neither true nor false, and a rule decides only where its condition is true.
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


def book(rules: Sequence[Rule]) -> str:
    """The whole manual as Markdown: an overview, the language, and a page a rule."""
    files = [(name, list(group)) for name, group in groupby(rules, key=lambda rule: PurePath(rule.path).name)]
    chapters = [f"## {name}\n\n{''.join(page(rule) for rule in group)}" for name, group in files]
    return "\n".join([_HEAD, _overview(rules), _language(), *chapters]).rstrip() + "\n"


def page(rule: Rule) -> str:
    """The page of one rule: what it decides, when, why, and its examples."""
    fires = [example for example in rule.examples if example.fires]
    rests = [example for example in rule.examples if not example.fires]
    return (
        f"### {rule.code} {rule.name}\n\n"
        f"**{rule.verdict}**, {rule.severity}. {rule.why}\n\n"
        f"```python\n{rule.when.strip()}\n```\n\n"
        f"Decides:\n\n{_examples(fires)}\nDoes not decide:\n\n{_examples(rests)}\n"
    )


def _overview(rules: Iterable[Rule]) -> str:
    rows = [f"| {rule.code} | {rule.name} | {rule.verdict} | {rule.severity} |" for rule in rules]
    return "\n".join([_FAMILIES, "| code | name | verdict | severity |", "|---|---|---|---|", *rows, ""])


def _language() -> str:
    """The vocabulary of conditions and messages."""
    functions = [f"| `{name}` | {function.meaning} |" for name, function in FUNCTIONS.items()]
    placeholders = ", ".join(f"`{{{name}}}`" for name in PLACEHOLDERS)
    return "\n".join(
        [
            "## The language of `when`\n",
            "`and or not`, `== != < <= > >=` (also chained), `in (...)` and `not in (...)`, `+ - * /`, numbers,",
            "texts in quotes, columns, and these functions:\n",
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
    sys.stdout.write(book(load()))
