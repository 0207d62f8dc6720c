"""The verbs on rules: `rules list`, `rules explain`, `rules check`; and `explain`, of one finding."""

import difflib
import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.exits import Outcome, UsageError
from checker.output import safe, say, to_standard_output
from checker.settings import Settings

if TYPE_CHECKING:
    from checker.judging import Packs, Problem, Rule
    from checker.proofs import Proof
    from checker.reports import Report

TASKS = ("list", "explain", "check")


@dataclass(frozen=True, slots=True)
class Task:
    """What `checker rules` is asked for."""

    name: str  # one of TASKS
    codes: tuple[str, ...] = ()  # to explain
    packs: tuple[str, ...] = ()  # beside the shipped ones


def task(words: Sequence[str], *, is_check: bool) -> Task:
    """The task of `checker rules WORD…`; without a word for it the rules are listed, or checked with --check.

    Raises:
        UsageError: `explain` without a code, or a word that is nearly one of TASKS.

    """
    near = difflib.get_close_matches(words[0], TASKS, 1) if words and words[0] not in TASKS else ()
    if near and not os.path.lexists(words[0]):
        raise UsageError(f"rules {words[0]}: no such rules; did you mean `rules {near[0]}`?")
    name, *rest = words if words and words[0] in TASKS else ("check" if is_check else "list", *words)
    if name == "explain" and not rest:
        raise UsageError("rules explain: give a code, such as C620; `checker rules list` shows all")
    return Task(name, codes=tuple(rest)) if name == "explain" else Task(name, packs=tuple(rest))


def packs(settings: Settings) -> "Packs":
    """What packs and settings say.

    Raises:
        UsageError: something is wrong with them; every fault is a line.

    """
    from checker.judging import RuleError, read_packs

    try:
        return read_packs(settings.rules, tuning=settings.tuning)
    except RuleError as error:
        raise UsageError(*str(error).splitlines()) from error


def run(asked: Task, settings: Settings) -> Outcome:
    """Run `checker rules`."""
    known = packs(settings)
    if asked.name == "check":
        return _check(known)
    from checker.judging.pages import UnknownCodeError, listing, manual_page

    try:
        pages = [list(manual_page(code, known)) for code in asked.codes]
    except UnknownCodeError as error:
        raise UsageError(str(error)) from error
    _print(line for page in (pages or [list(listing(known))]) for line in (*page, ""))
    return Outcome()


def explanation(finding: str, found: "Report", rules: "Sequence[Rule]") -> str:
    """The explanation of a finding of a report.

    Raises:
        UsageError: nothing or more than one thing is named so.

    """
    from checker.judging.explain import NoFindingError, explain

    try:
        lines = explain(finding, found.findings, found.pairs, found.claims, rules)
    except NoFindingError as error:
        raise UsageError(*str(error).splitlines()) from error
    return _text(lines)


def _check(known: "Packs") -> Outcome:
    """Examples that do not come out as their rule says, names twice, rules that can never decide."""
    from checker.judging.unreachable import unreachable
    from checker.proofs import prove

    proofs = prove(known.rules)
    failed = [_failure(proof) for proof in proofs if not proof.holds]
    wrong = [str(problem) for problem in (*_twice(known.rules), *unreachable(known.rules))]
    _print([*failed, *wrong])
    faults = f"failed: {len(failed)}; other faults: {len(wrong)}"
    say(f"rules: {len(known.rules)}; switched off: {len(known.off)}; examples: {len(proofs)}; {faults}")
    return Outcome(counted=len(failed) + len(wrong))


def _failure(proof: "Proof") -> str:
    """Which example did not come out, what decided instead, and what kept the rule from it."""
    rule, wanted = proof.rule, "decide" if not proof.fired else "not decide"
    decided = ", ".join(proof.decided) or "no rule"
    told = f"{rule.path}:{rule.line}: {rule.code} example {proof.number} should {wanted} it; {decided} did"
    if proof.fired:
        return told
    from checker.judging.explain import why_not
    from checker.proofs import example_tables

    reason = why_not(rule, *example_tables(rule, proof.number))
    return f"{told}: {reason or 'it holds too, but is not tried first'}"


def _twice(rules: "Sequence[Rule]") -> "list[Problem]":
    """Names that two rules bear: a report tells rules by their names."""
    from checker.judging import Problem

    named: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        named[rule.name.casefold()].append(rule)
    return [
        Problem(later.path, later.line, 0, later.code, f"{first.code} bears the same name, “{first.name}”")
        for first, *others in named.values()
        for later in others
    ]


def _print(lines: Iterable[str]) -> None:
    to_standard_output(_text(lines))


def _text(lines: Iterable[str]) -> str:
    text = "\n".join(safe(line) for line in lines).rstrip()
    return f"{text}\n" if text else ""
