"""Stage four: pairs to findings. What two values mean is decided by rules, and rules are data."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from checker.frames import given
from checker.judging.around import with_surroundings
from checker.judging.decide import decide
from checker.judging.errors import Problem, RuleError
from checker.judging.findings import findings
from checker.judging.inside import reckonings
from checker.judging.inside.findings import rows
from checker.judging.order import in_order
from checker.judging.packs import Packs, load
from checker.judging.packs import read as read_packs
from checker.judging.rule import Example, Rule
from checker.tables import CLAIMS, PAIRS

__all__ = ["Example", "Packs", "Problem", "Rule", "RuleError", "Rules", "judge", "load", "loaded", "read_packs"]

Rules = Sequence[Rule | str | Path] | str | Path | None


def loaded(rules: Rules = None) -> list[Rule]:
    """The rules that are meant: given ready, or as paths of packs beside the shipped ones, which None alone means.

    Raises:
        RuleError: rules that cannot be used, or none at all.
        TypeError: some are rules and some are paths.

    """
    if rules is None or isinstance(rules, (str, Path)):
        return load([] if rules is None else [rules])
    paths = [given for given in rules if not isinstance(given, Rule)]
    ready = [given for given in rules if isinstance(given, Rule)]
    if paths and ready:
        raise TypeError("give either rules, as `load` reads them, or paths of packs")
    if not (paths or ready):
        raise RuleError([Problem("rules", 0, 0, "", "no rules are loaded")])
    return load(paths) if paths else in_order(ready)


def judge(pairs: pd.DataFrame, claims: pd.DataFrame, *, rules: Rules = None) -> pd.DataFrame:
    """Decide every pair that belongs to a fact, and group what is decided into findings.

    Rules that ask for what is reckoned inside a document are tried on that instead, each check a finding of its own.

    Args:
        pairs: the pairs table, as `checker.match` makes it; pairs without a fact are not judged.
        claims: the claims table the pairs name.
        rules: rules as `load` gives them, which are then all there is, or paths of packs beside the shipped ones; the
            shipped packs when left out. They are tried by code, but for `before`; the first that holds decides.

    Returns:
        The findings table: one row a fact and rule, columns as in `checker.tables.FINDINGS`, most pressing first.

    Raises:
        RuleError: rules that cannot be used, or none at all.
        TypeError: `pairs` or `claims` is no frame.
        ValueError: a pair names a claim that is not in `claims`; or a column is missing, or days are no days.

    """
    chosen = loaded(rules)
    pairs, claims = given(pairs, PAIRS, "pairs"), given(claims, CLAIMS, "claims")
    judged, unique = to_judge(pairs, claims)
    across = [rule for rule in chosen if not rule.is_inside]
    return findings(judged, unique, across, decide(judged, unique, across), _inside(unique, chosen))


def _inside(claims: pd.DataFrame, rules: Sequence[Rule]) -> Iterator[dict[str, Any]]:
    """Rows of the findings that the documents' own figures make."""
    chosen = [rule for rule in rules if rule.is_inside]
    if chosen:
        reckoned = reckonings(claims)
        yield from rows(reckoned, claims, chosen, decide(reckoned, claims, chosen))


def to_judge(pairs: pd.DataFrame, claims: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The pairs that rules see, with the columns of `checker.judging.around`, and the claims they name, each once."""
    unique = claims.drop_duplicates("id")
    seen = with_surroundings(pairs, unique)
    return seen[seen["fact"].notna()].reset_index(drop=True), unique
