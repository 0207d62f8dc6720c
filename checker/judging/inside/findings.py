"""From decided reckonings to findings: one each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import numpy as np
import numpy.typing as npt
import pandas as pd

from checker.judging.decide import NO_RULE
from checker.judging.fingerprint import fingerprint
from checker.judging.message import message
from checker.judging.rule import Rule

_BOUND = "the text itself binds them"


def rows(
    reckoned: pd.DataFrame, claims: pd.DataFrame, rules: Sequence[Rule], decided: npt.NDArray[np.int64]
) -> Iterator[dict[str, Any]]:
    """The rows of the findings table; each stands for a fact of its own, named I1, I2 and on, as the texts are read.

    Args:
        reckoned: as `checker.judging.inside.reckonings` gives them.
        claims: the claims they name.
        rules: the rules.
        decided: for every reckoning the place of the rule that decided it.

    """
    chosen = cast("list[dict[str, Any]]", reckoned[decided != NO_RULE].to_dict("records"))
    places = decided[decided != NO_RULE].tolist()
    wanted = {name for reckoning in chosen for name in reckoning["members"]}
    told = cast("list[dict[str, Any]]", claims[claims["id"].isin(wanted)].to_dict("records"))
    by_id = {claim["id"]: claim for claim in told}
    ordered = sorted(zip(chosen, places, strict=True), key=lambda pair: _place(by_id[pair[0]["left"]], pair[1]))
    for number, (reckoning, place) in enumerate(ordered, 1):
        yield _row(f"I{number}", reckoning, by_id, rules[place])


def _place(claim: Mapping[str, Any], rule: int) -> tuple[str, str, int, int]:
    return claim["path"], claim["document"], claim["start"], rule


def _row(name: str, reckoning: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]], rule: Rule) -> dict[str, Any]:
    told = [by_id[member] for member in reckoning["members"]]
    return {
        "rule": rule.code,
        "name": rule.name,
        "verdict": rule.verdict,
        "severity": rule.severity,
        "confidence": reckoning["score"],
        "fact": name,
        "claims": reckoning["members"],
        "agreeing": [],
        "message": message(rule.message, reckoning, by_id[reckoning["left"]], by_id[reckoning["right"]]),
        "reasons": [_BOUND, reckoning["arithmetic"], rule.why],
        "fingerprint": fingerprint(rule.code, *told),
    }
