"""Stage four: pairs to findings. What two values mean is decided by rules, and rules are data."""

from collections.abc import Sequence

import pandas as pd

from checker.judging.around import with_surroundings
from checker.judging.decide import decide
from checker.judging.errors import Problem, RuleError
from checker.judging.findings import findings
from checker.judging.packs import load
from checker.judging.rule import Example, Rule

__all__ = ["Example", "Problem", "Rule", "RuleError", "judge", "load"]


def judge(pairs: pd.DataFrame, claims: pd.DataFrame, *, rules: Sequence[Rule] | None = None) -> pd.DataFrame:
    """Decide every pair that belongs to a fact, and group what is decided into findings.

    Args:
        pairs: the pairs table, as `checker.match` makes it; pairs without a fact are not judged.
        claims: the claims table the pairs name.
        rules: as `load` reads them; the shipped packs when left out. They are tried in the order of their codes and
            the first that holds decides.

    Returns:
        The findings table: one row a fact and rule, columns as in `checker.tables.FINDINGS`, most pressing first.

    Raises:
        RuleError: rules that cannot be used, or none at all.
        ValueError: a pair names a claim that is not in `claims`.

    """
    chosen = load() if rules is None else sorted(rules, key=lambda rule: rule.code)
    if not chosen:
        raise RuleError([Problem("rules", 0, 0, "", "no rules are loaded")])
    unique = claims.drop_duplicates("id")
    seen = with_surroundings(pairs, unique)
    judged = seen[seen["fact"].notna()].reset_index(drop=True)
    return findings(judged, unique, chosen, decide(judged, unique, chosen))
