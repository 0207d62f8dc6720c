"""The command line: arguments to settings, to the pipeline, to an exit code. Heavy imports stand inside the verbs."""

import argparse
import dataclasses
import datetime as dt
import os
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker import archive_verbs, baseline_verbs, rule_verbs
from checker.delivery import NONE, deliver, result
from checker.exits import BrokenError, Outcome, UsageError, exit_code
from checker.file_lists import STANDARD_INPUT, listed
from checker.options import REPORT_FORMATS, VERBS, parser
from checker.output import safe, say, silence_standard_output, to_standard_output
from checker.progress import Told, progress
from checker.rule_verbs import Task
from checker.settings import Settings, find, load

if TYPE_CHECKING:
    from checker.cache.claims import Known
    from checker.cache.results import Result
    from checker.judging import Rule
    from checker.pipeline import Report

_FLAGS = ("format", "published", "jobs", "fail_on", "max_findings")  # that stand in Settings under the same name
_ADDED = ("rules", "facts")  # likewise; those of the settings file hold as well
# What does not change what a gate tells, or is seen to apart from the words of the command line.
_TELLS_NOTHING = {"cache", "config", "debug", "files_from", "format", "jobs", "output", "paths", "rules", "today"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; returns its exit code, whose meaning stands in `checker.exits`."""
    is_debug = False
    try:
        arguments = parser().parse_args(argv)
        is_debug = arguments.debug
        return exit_code(_RUNS[arguments.verb](_call(arguments)))
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


@dataclass(frozen=True, slots=True)
class _Call:
    """One checked command line."""

    verb: str
    paths: tuple[str, ...]
    settings: Settings
    format: str  # of standard output; "none" silences it
    outputs: tuple[tuple[str, Path], ...]  # format and file
    task: Task  # of `rules`
    first: str  # what stands before the paths: the finding to explain
    baseline: baseline_verbs.Task | None  # of `baseline`
    archive: archive_verbs.Task | None  # of `archive`
    address: str | None  # of the archive that a batch is compared with
    accepted: Path | None  # gate: the baseline
    today: dt.date | None  # gate: the day by which its entries expire, where one is given
    shows_undecided: bool  # of `report` and `gate`
    is_brief: bool  # of `report` and `gate`
    where: Mapping[str, Any]  # report: on which engine, and what comes of it, as `checker.report` takes it
    cache: Path | None  # gate: the folder of what is kept for the next one
    flags: frozenset[str]  # names of settings that flags have set, or added to
    has_origin: bool  # config: whether each value tells where it comes from
    words: Mapping[str, Any]  # all others of the command line that change what is told


def _call(arguments: argparse.Namespace) -> _Call:
    """The call of an argument list, checked as far as that goes without reading a document."""
    settings = _settings(arguments)
    verb = VERBS[arguments.verb]
    task = rule_verbs.task(arguments.paths, is_check=arguments.check) if arguments.verb == "rules" else Task("")
    baseline = _baseline(arguments) if arguments.verb == "baseline" else None
    archive = _archive(arguments) if arguments.verb == "archive" else None
    is_reading = verb.has_paths and not (
        task.name or (baseline and baseline.action == "list") or (archive and not archive.reads)
    )
    paths = _paths(arguments.paths, arguments.files_from) if is_reading else ()
    packs = (*settings.rules, *task.packs)
    for path in packs:
        _check_pack(Path(path))
    return _Call(
        verb=arguments.verb,
        paths=paths,
        settings=dataclasses.replace(settings, rules=packs),
        format=settings.format if settings.format in (*verb.formats, "none") else str(verb.default_format),
        outputs=tuple(_outputs(getattr(arguments, "output", None) or (), verb.formats)),
        task=task,
        first=getattr(arguments, "first", ""),
        baseline=baseline,
        archive=archive,
        address=getattr(arguments, "archive", None),
        accepted=Path(arguments.baseline) if arguments.verb == "gate" and arguments.baseline else None,
        today=getattr(arguments, "today", None),
        shows_undecided=getattr(arguments, "show", None) is not None,
        is_brief=getattr(arguments, "brief", False),
        where=_where(arguments) if arguments.verb == "report" else {},
        cache=_cache(getattr(arguments, "cache", None)),
        flags=frozenset(name for name in (*_FLAGS, *_ADDED) if getattr(arguments, name, None) is not None),
        has_origin=getattr(arguments, "origin", False),
        words={name: value for name, value in vars(arguments).items() if name not in _TELLS_NOTHING},
    )


def _baseline(arguments: argparse.Namespace) -> baseline_verbs.Task:
    return baseline_verbs.task(arguments.first, arguments.baseline, arguments.reason, arguments.until)


def _archive(arguments: argparse.Namespace) -> archive_verbs.Task:
    batch, spans_only = arguments.batch, arguments.spans_only
    return archive_verbs.task(arguments.first, arguments.paths, arguments.archive, batch, spans_only=spans_only)


def _where(arguments: argparse.Namespace) -> dict[str, Any]:
    engine, master = arguments.engine or "local", arguments.master
    if engine == "local" and master is not None:
        raise UsageError("--master is for --engine spark")
    if engine == "spark" and (arguments.archive is not None or arguments.facts):
        raise UsageError("--engine spark compares with no --archive and no --facts yet: leave them out")
    return {"engine": engine, "master": master, "tables": arguments.tables, "top": arguments.top}


def _cache(given: str | None) -> Path | None:
    if given is not None and os.path.lexists(given) and not os.path.isdir(given):  # noqa: PTH112 - as the others
        raise UsageError(f"--cache {given}: not a folder")
    return Path(given) if given is not None else None


def _paths(named: Sequence[str], files_from: str | None) -> tuple[str, ...]:
    """The PATHs of a command line and of the list that it names; all exist."""
    if not named and files_from is None:
        raise UsageError("give a PATH, or --files-from FILE")
    if files_from == STANDARD_INPUT and STANDARD_INPUT in named:
        raise UsageError("standard input is either an article or a list: give - or --files-from -, not both")
    for path in named:
        if path != STANDARD_INPUT and not os.path.lexists(path):
            raise UsageError(f"{path}: no such file or folder")
    return (*named, *(listed(files_from) if files_from is not None else ()))


def _settings(arguments: argparse.Namespace) -> Settings:
    """The settings file that holds, then the flags; packs of both are in force."""
    path = Path(arguments.config) if arguments.config is not None else find(Path.cwd())
    settings = load(path)
    if settings.format not in (None, "none", *REPORT_FORMATS):
        known = ", ".join(REPORT_FORMATS)
        raise UsageError(f"{settings.origin}: `format` is {settings.format!r}; it must be one of {known}, none")
    given = {name: value for name in _FLAGS if (value := getattr(arguments, name, None)) is not None}
    packs, facts = ((*getattr(settings, one), *(getattr(arguments, one, None) or ())) for one in ("rules", "facts"))
    return dataclasses.replace(settings, rules=packs, facts=facts, **given)


def _check_pack(path: Path) -> None:
    if not os.path.lexists(path):
        raise UsageError(f"{path}: no such rules; give a TOML file, or a folder of them")
    if not (path.is_dir() or (path.is_file() and path.suffix == ".toml")):
        raise UsageError(f"{path}: neither a TOML file nor a folder of them")


def _outputs(given: Sequence[str], formats: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    """Format and file of every --output."""
    files: set[str] = set()
    for words in given:
        name, equals, file = words.partition("=")
        if name not in formats or not equals or not file:
            raise UsageError(f"--output {words}: write FORMAT=FILE, the format one of {', '.join(formats)}")
        if os.path.realpath(file) in files:
            raise UsageError(f"--output {words}: another --output writes to that file")
        files.add(os.path.realpath(file))
        yield name, Path(file)


def _report(call: _Call) -> Outcome:
    from checker.pipeline import report

    rules = _rules(call)
    with progress() as told, _spark():
        found = report(call.paths, rules=rules, texts=_is_page(call), **_beside(call), **_way(call, told), **call.where)
    found = _as_asked(call, found)
    return _delivered(call, found, found.render, _summary(found))


@contextmanager
def _spark() -> Iterator[None]:
    """What Spark lacks is wrong usage: nothing was read."""
    from checker.engine.spark.session import MissingError

    try:
        yield
    except MissingError as error:
        raise UsageError(str(error)) from None


def _gate(call: _Call) -> Outcome:
    today = call.today or dt.date.today()  # noqa: DTZ011 - the calendar of whoever runs it
    if call.cache is None:
        return deliver(_gated(call, today), call.outputs, call.format)
    from checker.gate_cache import GateCache

    accepted, has_archive = call.accepted, call.address is not None
    cached = GateCache(call.cache, call.paths, call.settings, call.words, accepted, today, has_archive)
    told = cached.run(_wanted(call), partial(_gated, call, today))
    return deliver(told, call.outputs, call.format)


def _gated(call: _Call, today: dt.date, known: "Known | None" = None) -> "Result":
    from checker.pipeline import gate

    rules, settings = _rules(call), call.settings
    bar: dict[str, Any] = {"fail_on": settings.fail_on, "max_findings": settings.max_findings, "today": today}
    bar |= {"baseline": baseline_verbs.accepted(call.accepted) if call.accepted else None, "known": known}
    with progress() as told:
        found = gate(call.paths, rules=rules, texts=_is_page(call), **_beside(call), **bar, **_way(call, told))
    found = _as_asked(call, found)
    return result(found, found.render, _wanted(call), [*baseline_verbs.stale(found), *_noted(found), _summary(found)])


def _as_asked(call: _Call, found: "Report") -> "Report":
    return dataclasses.replace(found, shows_undecided=call.shows_undecided, is_brief=call.is_brief)


def _noted(found: "Report") -> list[str]:
    """Lines on what the batch was compared with."""
    met = sum(account["format"] == "facts" for account in found.documents["account"])
    facts = [f"reference facts: {found.facts:,} read; articles speak of {met:,}"] * bool(found.facts)
    return [*facts, *archive_verbs.noted(found)]


def _summary(found: "Report") -> str:
    from checker.rendering.answer import answer
    from checker.rendering.view import view

    return answer(view(found.tables))


def _claims(call: _Call) -> Outcome:
    from checker.pipeline import claims
    from checker.rendering import CLAIM_FORMATS

    with progress() as told:
        found = claims(call.paths, **_way(call, told))
    said = f"documents read: {len(found.documents)}; claims: {len(found.claims)}"
    return _delivered(call, found, lambda name: CLAIM_FORMATS[name](found.tables), said)


def _rules(call: _Call) -> "tuple[Rule, ...]":
    return rule_verbs.packs(call.settings).rules


def _explain(call: _Call) -> Outcome:
    from checker.pipeline import report

    rules = _rules(call)
    with progress() as told:
        found = report(call.paths, rules=rules, **_beside(call), **_way(call, told))
    words = rule_verbs.explanation(call.first, found, rules)
    return _delivered(call, found, lambda _: words, _summary(found))


def _run_baseline(call: _Call) -> Outcome:
    def run() -> "Report":
        from checker.pipeline import report

        rules = _rules(call)
        with progress() as told:
            return report(call.paths, rules=rules, **_beside(call), **_way(call, told))

    assert call.baseline is not None  # noqa: S101 - set for this verb
    return baseline_verbs.run(call.baseline, run)


def _run_archive(call: _Call) -> Outcome:
    def read() -> "Report":
        from checker.pipeline import claims

        with progress() as told:
            return claims(call.paths, **_way(call, told))

    assert call.archive is not None  # noqa: S101 - set for this verb
    return archive_verbs.run(call.archive, read)


def _config(call: _Call) -> Outcome:
    from checker.config_verb import listing

    lines = listing(call.settings, call.flags, has_origin=call.has_origin)
    to_standard_output("".join(f"{safe(line)}\n" for line in lines))
    return Outcome()


def _completion(call: _Call) -> Outcome:
    from checker.completion import SHELLS, script

    if call.first not in SHELLS:
        raise UsageError(f"completion {call.first}: the shell is one of {', '.join(SHELLS)}")
    to_standard_output(script(call.first))
    return Outcome()


def _beside(call: _Call) -> dict[str, Any]:
    """What the batch is compared with, as the verbs of the pipeline take it."""
    return {"archive": call.address, "facts": call.settings.facts or None}


def _way(call: _Call, told: Told | None) -> dict[str, Any]:
    """How documents are read, as the verbs of the pipeline take it."""
    settings = call.settings
    return {
        "published": settings.published,
        "processes": settings.jobs,
        "fields": settings.fields,
        "max_megabytes": settings.max_megabytes,
        "max_claims": settings.max_claims,
        "progress": told,
    }


def _delivered(call: _Call, found: "Report", render: Callable[[str], str | bytes], said: str) -> Outcome:
    return deliver(result(found, render, _wanted(call), [*_noted(found), said]), call.outputs, call.format)


def _is_page(call: _Call) -> bool:
    """Whether the texts of the articles are needed."""
    return "html" in _wanted(call)


def _wanted(call: _Call) -> list[str]:
    """The formats that are asked for."""
    return [name for name in (*(name for name, _ in call.outputs), call.format) if name != NONE]


def _tell_unforeseen(error: Exception, *, is_debug: bool) -> None:
    if is_debug:
        traceback.print_exc()
    words = " ".join(str(error).split())[:500]
    hint = "" if is_debug else " (--debug shows where)"
    say(f"checker: {type(error).__name__}: {words}{hint}")
    if isinstance(error, OSError):
        silence_standard_output()


_RUNS: Mapping[str, Callable[[_Call], Outcome]] = {
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
