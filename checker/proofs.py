"""Rules proven on their own examples, which takes the whole way from texts to verdicts."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from checker.extraction import extract
from checker.judging import Rule, judge
from checker.matching import match
from checker.reading import documents


@dataclass(frozen=True, slots=True)
class Proof:
    """One example of a rule, run the whole way."""

    rule: Rule
    number: int  # of the example in its rule, from 1
    fired: bool  # whether the rule decided a pair of its texts
    decided: tuple[str, ...]  # codes of the rules that did

    @property
    def holds(self) -> bool:
        """Whether the example came out as the rule says."""
        return self.fired == self.rule.examples[self.number - 1].fires


def prove(rules: Sequence[Rule]) -> list[Proof]:
    """Run every example of the rules from its texts to a verdict, all rules in force.

    Returns:
        One proof an example, in the order of rules and examples.

    """
    examples = [(rule, number) for rule in rules for number in range(1, len(rule.examples) + 1)]
    found = extract(_example_documents(examples))
    findings = judge(match(found), found, rules=rules)
    batch_of = dict(zip(found["id"], found["batch"], strict=True))
    decided: dict[str, set[str]] = {}
    for code, members in zip(findings["rule"], findings["claims"], strict=True):
        decided.setdefault(batch_of[members[0]], set()).add(code)
    fired = [tuple(sorted(decided.get(_batch(*example), ()))) for example in examples]
    ran = zip(examples, fired, strict=True)
    return [Proof(rule, number, rule.code in codes, codes) for (rule, number), codes in ran]


def example_tables(rule: Rule, number: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The pairs and the claims of one example of a rule, by its number from 1."""
    found = extract(_example_documents([(rule, number)]))
    return match(found), found


def _batch(rule: Rule, number: int) -> str:
    return f"{rule.code} example {number}"


def _example_documents(examples: Sequence[tuple[Rule, int]]) -> pd.DataFrame:
    """The texts of the examples, each example a batch of its own."""
    rows = [
        (_batch(rule, number), side, text, getattr(example, f"published_{side}"), getattr(example, f"outlet_{side}"))
        for rule, number in examples
        for example in [rule.examples[number - 1]]
        for side, text in (("a", example.a), ("b", example.b))
        if text is not None
    ]
    batches, sides, texts, published, outlets = map(list, zip(*rows, strict=True)) if rows else ([],) * 5
    names = [f"{batch} {side}" for batch, side in zip(batches, sides, strict=True)]
    return documents(texts, published=published, ids=names, outlets=outlets, batches=batches)
