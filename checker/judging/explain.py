"""Why a finding is one: its rule part by part, how both values were read, and which rules came close."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

import pandas as pd

from checker.judging import to_judge
from checker.judging.expression import Columns
from checker.judging.expression.steps import Step, Walk
from checker.judging.expression.tree import Field, Node, Operation, parts
from checker.judging.fingerprint import fingerprint
from checker.judging.inside import reckonings
from checker.judging.message import reading
from checker.judging.rule import Rule

MOST_TOLD = 10  # findings that an error names
MOST_TEXT = 110  # characters of a condition on one line
MOST_TRIED = 200  # pairs of an example that are looked at
MOST_MISSING = 3  # comparisons that are told
_CASES = ("relation", "check")
Record = Mapping[str, Any]


class NoFindingError(ValueError):
    """What was asked for names no finding, or more than one; its lines say which there are."""


def explain(
    given: str, findings: pd.DataFrame, pairs: pd.DataFrame, claims: pd.DataFrame, rules: Sequence[Rule]
) -> list[str]:
    """The lines that explain a finding; article text in them is not escaped.

    Args:
        given: what names it, as `pick` takes it.
        findings: what the rules found.
        pairs: the pairs table.
        claims: the claims table.
        rules: the rules that found it, in the order of trial.

    Raises:
        NoFindingError: there is none, or more than one of that name.

    """
    finding = pick(findings, given)
    (rule,) = [rule for rule in rules if rule.code == finding["rule"]]
    return list(explanation(finding, *_tried(rule, pairs, claims), rules))


def why_not(rule: Rule, pairs: pd.DataFrame, claims: pd.DataFrame) -> str:
    """What kept a rule from the pair that it came closest to deciding; empty where it holds for one."""
    tried, unique = _tried(rule, pairs, claims)
    if not len(tried):
        return "nothing is reckoned there" if rule.is_inside else "no two figures there are taken for one fact"
    columns = Columns(tried, unique)
    walks = [Walk(columns, row) for row in range(min(len(tried), MOST_TRIED))]
    lacks, walk = min(((missing(walk, rule.condition), walk) for walk in walks), key=lambda found: len(found[0]))
    told = [_step(next(walk.steps(part))) for part in lacks[:MOST_MISSING]]
    return f"but for {'; '.join(told)}" if told else ""


def _tried(rule: Rule, pairs: pd.DataFrame, claims: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What a rule is tried on, with every column it may name, and the claims it names."""
    judged, unique = to_judge(pairs, claims)
    return (reckonings(unique) if rule.is_inside else judged), unique


def pick(findings: pd.DataFrame, given: str) -> Record:
    """The finding that is meant by CODE:FINGERPRINT, a fingerprint, the beginning of one, or a code alone.

    Raises:
        NoFindingError: there is none, or more than one.

    """
    code, _, start = given.rpartition(":")
    is_code = not code and given in set(findings["rule"])
    fits = findings["fingerprint"].str.startswith("" if is_code else start.casefold())
    if code or is_code:
        fits &= findings["rule"] == (code or given)
    found = cast("list[Record]", findings[fits.to_numpy(dtype=bool)].to_dict("records"))
    names = {(finding["rule"], finding["fingerprint"]) for finding in found}
    if given and len(names) == 1:
        return found[0]
    told = found if given and found else cast("list[Record]", findings.to_dict("records"))
    fault = f"`{given[:80]}` names {len(names)} findings" if given and found else f"no finding is named `{given[:80]}`"
    raise NoFindingError("\n".join([_and_there_are(fault, told), *map(_line, told[:MOST_TOLD])]))


def _and_there_are(fault: str, told: Sequence[Record]) -> str:
    if not told:
        return f"{fault}; there are no findings at all"
    return f"{fault}; there are {len(told)}" + (f", the first {MOST_TOLD}:" if len(told) > MOST_TOLD else ":")


def _line(finding: Record) -> str:
    return f"  {finding['rule']}:{finding['fingerprint']}  {finding['message']}"


def explanation(finding: Record, pairs: pd.DataFrame, claims: pd.DataFrame, rules: Sequence[Rule]) -> Iterator[str]:
    """The explanation of a finding, line by line; article text in it is not escaped.

    Args:
        finding: a row of the findings table.
        pairs: what its rule was tried on, with every column that rules may name.
        claims: the claims they name, each once.
        rules: the rules in force, in the order of trial.

    Raises:
        NoFindingError: no pair makes such a finding.

    """
    by_id = _records(claims, {*finding["claims"]})
    pair = pairs.iloc[[_row(finding, pairs, by_id)]].reset_index(drop=True)
    record = cast("Record", pair.to_dict("records")[0])
    walk = Walk(Columns(pair, claims))
    (rule,) = [rule for rule in rules if rule.code == finding["rule"]]
    yield from _head(finding)
    for side, name in _sides(record):
        yield from _claim(side, by_id[name])
    yield from _bound(record)
    yield f"{rule.code} {rule.name} decides ({rule.path}:{rule.line})"
    yield from _steps(walk.steps(rule.condition))
    yield from _others(walk, rule, [other for other in rules if other.is_inside == rule.is_inside])


def missing(walk: Walk, node: Node, wish: str = "yes") -> tuple[Node, ...]:
    """The fewest comparisons that would have to come out otherwise for the condition to answer as wished."""
    if walk.answer(node) == wish:
        return ()
    if not isinstance(node, Operation) or node.name not in ("and", "or", "not"):
        return (node,)
    if node.name == "not":
        return missing(walk, node.operands[0], "no" if wish == "yes" else "yes")
    each = [missing(walk, operand, wish) for operand in node.operands]
    if (node.name == "and") == (wish == "yes"):
        return tuple(part for parts in each for part in parts)
    return min(each, key=len)


def _records(claims: pd.DataFrame, wanted: set[str]) -> dict[str, Record]:
    rows = cast("list[Record]", claims[claims["id"].isin(wanted)].to_dict("records"))
    return {claim["id"]: claim for claim in rows}


def _row(finding: Record, pairs: pd.DataFrame, by_id: Mapping[str, Record]) -> int:
    """The place of the pair that the finding is named after."""
    for place, members in enumerate(_members(pairs)):
        if all(member in by_id for member in members):
            name = fingerprint(finding["rule"], *(by_id[member] for member in members))
            if name == finding["fingerprint"]:
                return place
    raise NoFindingError(f"the pair of {finding['rule']}:{finding['fingerprint']} is not among the pairs")


def _members(pairs: pd.DataFrame) -> Iterable[Sequence[str]]:
    """The claims of each pair, or of each reckoning inside a document, which may be more than two."""
    return pairs["members"] if "members" in pairs else zip(pairs["left"], pairs["right"], strict=True)


def _sides(record: Record) -> Iterator[tuple[str, str]]:
    """How a rule calls each claim, and its id."""
    left, right = record["left"], record["right"]
    yield "a", left
    if right != left:
        yield "b", right
    for member in record.get("members", ()):
        if member not in (left, right):
            yield "+", member


def _head(finding: Record) -> Iterator[str]:
    yield f"{finding['rule']}:{finding['fingerprint']}  {finding['name']}: {finding['verdict']}, {finding['severity']}"
    yield str(finding["message"])
    yield ""


def _claim(side: str, claim: Record) -> Iterator[str]:
    """Who said it and where, the sentence, the value and how it was read."""
    source: str = claim["path"] if pd.isna(claim["outlet"]) else f"{claim['outlet']}, {claim['path']}"
    place: str = f"characters {claim['start']} to {claim['end']}" if pd.isna(claim["locator"]) else claim["locator"]
    yield f"{side}  {source}, {place}"
    yield f"   sentence  {claim['sentence']}"
    yield f"   text      {claim['text']}"
    yield f"   value     {reading(claim)} ({claim['kind']}, {claim['role']})"
    for step in str(claim["trace"]).split("; "):
        yield f"   read as   {step}"
    yield ""


def _bound(record: Record) -> Iterator[str]:
    """What binds the claims: the score of a pair with its reasons, or the arithmetic."""
    if "arithmetic" in record:
        yield f"reckoned  {record['arithmetic']}"
    else:
        yield f"one fact  {record['score']:.2f}: {'; '.join(record['reasons'])}"
    yield ""


def _steps(steps: Iterable[Step], indent: int = 1) -> Iterator[str]:
    for step in steps:
        yield "  " * (indent + step.depth) + _step(step)


def _step(step: Step) -> str:
    text = step.text if len(step.text) <= MOST_TEXT else f"{step.text[:MOST_TEXT]}…"
    given = ", ".join(f"{name} = {value}" for name, value in step.given if name != step.text)
    return f"{text} → {step.value}" + (f"   ({given})" if given else "")


def _others(walk: Walk, decided: Rule, rules: Sequence[Rule]) -> Iterator[str]:
    """Rules that hold as well, and rules of several parts that a single comparison keeps from holding."""
    told = [line for rule in rules if rule.code != decided.code for line in _close(walk, rule, decided.code)]
    yield ""
    yield "Rules that came close:" if told else "No other rule came close."
    yield from told


def _close(walk: Walk, rule: Rule, decided: str) -> Iterator[str]:
    lacks = missing(walk, rule.condition)
    named = f"  {rule.code} {rule.name} ({rule.verdict}): "
    if not lacks:
        yield f"{named}holds too, but {decided} is tried first"
    elif len(lacks) == 1 and lacks[0] != rule.condition and not _is_of_another_case(lacks[0]):
        yield f"{named}but for {_step(next(walk.steps(lacks[0])))}"


def _is_of_another_case(lacks: Node) -> bool:
    """Whether a rule is one for values that stand otherwise to each other, or for another check."""
    return all(part.name in _CASES for part in parts(lacks) if isinstance(part, Field))
