"""The command line: a checked call to the pipeline, to an exit code. Heavy imports stand inside the verbs."""

import dataclasses
import datetime as dt
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from checker import archive_verbs, baseline_verbs, rule_verbs
from checker.call import Call, checked
from checker.delivery import deliver, result
from checker.exits import BrokenError, Outcome, UsageError, exit_code
from checker.options import parser
from checker.output import safe, say, silence_standard_output, to_standard_output
from checker.progress import progress

if TYPE_CHECKING:
    from checker.cache.claims import Known
    from checker.cache.results import Result
    from checker.judging import Rule
    from checker.reports import Report
    from checker.tables import Tables


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; returns its exit code, whose meaning stands in `checker.exits`."""
    is_debug = False
    try:
        arguments = parser().parse_args(argv)
        is_debug = arguments.debug
        return exit_code(_RUNS[arguments.verb](checked(arguments)))
    except SystemExit as leaving:  # --help and --version
        return exit_code(Outcome(is_misused=bool(leaving.code)))
    except UsageError as error:
        say(f"checker: {error.args[0]}", *error.args[1:])
        return exit_code(Outcome(is_misused=True))
    except BrokenError as error:
        say(f"checker: {error.args[0]}", *error.args[1:])
        return exit_code(Outcome(is_broken=True))
    except KeyboardInterrupt:
        say("checker: interrupted")
        return exit_code(Outcome(is_interrupted=True))
    except Exception as error:  # noqa: BLE001 - the last resort: no error may look like a passed gate
        _tell_unforeseen(error, is_debug=is_debug)
        return exit_code(Outcome(is_broken=True))


def _report(call: Call) -> Outcome:
    with _spark():
        found = _as_asked(call, _reported(call, _rules(call), texts=call.is_page, **call.where))
    shown = found.tables
    return _delivered(call, found, partial(_rendered, shown), _summary(shown))


@contextmanager
def _spark() -> Iterator[None]:
    """What Spark lacks is wrong usage: nothing was read."""
    from checker.engine.spark.session import MissingError

    try:
        yield
    except MissingError as error:
        raise UsageError(str(error)) from None


def _reported(call: Call, rules: "tuple[Rule, ...]", **more: Any) -> "Report":
    """The report on the batch."""
    from checker.pipeline import report

    with progress() as told:
        return report(call.paths, rules=rules, progress=told, **call.beside, **call.way, **more)


def _gate(call: Call) -> Outcome:
    today = call.today or dt.date.today()  # noqa: DTZ011 - the calendar of whoever runs it
    if call.cache is None:
        return deliver(_gated(call, today), call.outputs, call.format)
    from checker.gate_cache import GateCache

    accepted, has_archive = call.accepted, call.address is not None
    cached = GateCache(call.cache, call.paths, call.settings, call.words, accepted, today, has_archive)
    told = cached.run(call.wanted, partial(_gated, call, today))
    return deliver(told, call.outputs, call.format)


def _gated(call: Call, today: dt.date, known: "Known | None" = None) -> "Result":
    from checker.pipeline import gate

    rules, settings = _rules(call), call.settings
    bar: dict[str, Any] = {"fail_on": settings.fail_on, "max_findings": settings.max_findings, "today": today}
    bar |= {"baseline": baseline_verbs.accepted(call.accepted) if call.accepted else None, "known": known}
    with progress() as told:
        found = gate(call.paths, rules=rules, progress=told, texts=call.is_page, **call.beside, **call.way, **bar)
    found = _as_asked(call, found)
    shown = found.tables
    lines = [*baseline_verbs.stale(found), *_noted(found), _summary(shown), *_let_pass(found)]
    return result(found, partial(_rendered, shown), call.wanted, lines)


def _let_pass(found: "Report") -> list[str]:
    """A line on discrepancies that do not fail the gate."""
    is_told = (found.findings["verdict"] == "discrepancy") & (found.findings["state"] != "accepted")
    below = int(is_told.sum()) - len(found.counted)
    within = len(found.counted) if len(found.counted) <= found.max_findings else 0
    said = [f"{below:,} below --fail-on {found.fail_on}"] * bool(below)
    said += [f"{within:,} within --max-findings {found.max_findings}"] * bool(within)
    return [f"let pass: {', '.join(said)}"] * bool(said)


def _as_asked(call: Call, found: "Report") -> "Report":
    return dataclasses.replace(found, shows_undecided=call.shows_undecided, is_brief=call.is_brief)


def _noted(found: "Report") -> list[str]:
    """Lines on what the batch was compared with."""
    met = sum(account["format"] == "facts" for account in found.documents["account"])
    facts = [f"reference facts: {found.facts:,} read; articles speak of {met:,}"] * bool(found.facts)
    return [*facts, *archive_verbs.noted(found)]


def _rendered(shown: "Tables", name: str) -> str:
    """One format of several: they share a view, since they are given the same tables."""
    from checker.rendering import FORMATS

    return FORMATS[name](shown)


def _summary(shown: "Tables") -> str:
    from checker.rendering.answer import answer
    from checker.rendering.view import view

    return answer(view(shown))


def _claims(call: Call) -> Outcome:
    from checker.rendering import CLAIM_FORMATS

    found = _extracted(call)
    said = f"documents read: {len(found.documents)}; claims: {len(found.claims)}"
    return _delivered(call, found, lambda name: CLAIM_FORMATS[name](found.tables), said)


def _extracted(call: Call) -> "Report":
    """The claims of the batch alone."""
    from checker.pipeline import claims

    with progress() as told:
        return claims(call.paths, progress=told, **call.way)


def _rules(call: Call) -> "tuple[Rule, ...]":
    return rule_verbs.packs(call.settings).rules


def _explain(call: Call) -> Outcome:
    rules = _rules(call)
    found = _reported(call, rules)
    words = rule_verbs.explanation(call.first, found, rules)
    return _delivered(call, found, lambda _: words, _summary(found.tables))


def _run_baseline(call: Call) -> Outcome:
    assert call.baseline is not None  # noqa: S101 - set for this verb
    return baseline_verbs.run(call.baseline, lambda: _reported(call, _rules(call)))


def _run_archive(call: Call) -> Outcome:
    assert call.archive is not None  # noqa: S101 - set for this verb
    return archive_verbs.run(call.archive, partial(_extracted, call))


def _config(call: Call) -> Outcome:
    from checker.config_verb import listing

    lines = listing(call.settings, call.flags, has_origin=call.has_origin)
    to_standard_output("".join(f"{safe(line)}\n" for line in lines))
    return Outcome()


def _completion(call: Call) -> Outcome:
    from checker.completion import SHELLS, script

    if call.first not in SHELLS:
        raise UsageError(f"completion {call.first}: the shell is one of {', '.join(SHELLS)}")
    to_standard_output(script(call.first))
    return Outcome()


def _delivered(call: Call, found: "Report", render: Callable[[str], str | bytes], said: str) -> Outcome:
    return deliver(result(found, render, call.wanted, [*_noted(found), said]), call.outputs, call.format)


def _tell_unforeseen(error: Exception, *, is_debug: bool) -> None:
    if is_debug:
        traceback.print_exc()
    words = " ".join(str(error).split())[:500]
    hint = "" if is_debug else " (--debug shows where)"
    say(f"checker: {type(error).__name__}: {words}{hint}")
    if isinstance(error, OSError):
        silence_standard_output()


_RUNS: Mapping[str, Callable[[Call], Outcome]] = {
    "report": _report,
    "gate": _gate,
    "claims": _claims,
    "rules": lambda call: rule_verbs.run(call.task, call.settings),
    "explain": _explain,
    "archive": _run_archive,
    "baseline": _run_baseline,
    "config": _config,
    "completion": _completion,
}
