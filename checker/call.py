"""One command line, checked as far as that goes without reading a document: what its verb then runs on."""

import argparse
import dataclasses
import datetime as dt
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker import archive_verbs, baseline_verbs, rule_verbs
from checker.delivery import NONE
from checker.exits import UsageError
from checker.file_lists import STANDARD_INPUT, listed
from checker.options import REPORT_FORMATS, VERBS
from checker.reading.walking import SUFFIXES
from checker.rule_verbs import Task
from checker.settings import Settings, find, load

_FLAGS = ("format", "published", "jobs", "fail_on", "max_findings")  # that stand in Settings under the same name
_ADDED = ("rules", "facts")  # likewise; those of the settings file hold as well
# What does not change what a gate tells, or is seen to apart from the words of the command line.
_TELLS_NOTHING = {"cache", "config", "debug", "files_from", "format", "jobs", "output", "paths", "rules", "today"}


@dataclass(frozen=True, slots=True)
class Call:
    """One checked command line."""

    paths: tuple[str, ...]
    settings: Settings
    format: str  # of standard output; "none" silences it
    outputs: tuple[tuple[str, Path], ...]  # format and file
    task: Task  # of `rules`
    first: str  # what stands before the paths: the finding to explain, the shell to complete for
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

    @property
    def wanted(self) -> list[str]:
        """The formats that are asked for."""
        return [name for name in (*dict(self.outputs), self.format) if name != NONE]

    @property
    def is_page(self) -> bool:
        """Whether the texts of the articles are needed."""
        return "html" in self.wanted

    @property
    def way(self) -> dict[str, Any]:
        """How documents are read, as the verbs of the pipeline take it."""
        settings = self.settings
        return {
            "published": settings.published,
            "processes": settings.jobs,
            "fields": settings.fields,
            "max_megabytes": settings.max_megabytes,
            "max_claims": settings.max_claims,
        }

    @property
    def beside(self) -> dict[str, Any]:
        """What the batch is compared with, as the verbs of the pipeline take it."""
        return {"archive": self.address, "facts": self.settings.facts or None}


def checked(arguments: argparse.Namespace) -> Call:
    """The call of an argument list, checked as far as that goes without reading a document.

    Raises:
        UsageError: something is wrong with it, with the settings file, or with what a path names.

    """
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
    outputs = tuple(_outputs(getattr(arguments, "output", None) or (), verb.formats))
    _check_unread(outputs, (*paths, *packs, *settings.facts, *_stores(arguments)))
    return Call(
        paths=paths,
        settings=dataclasses.replace(settings, rules=packs),
        format=settings.format if settings.format in (*verb.formats, "none") else str(verb.default_format),
        outputs=outputs,
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


def _stores(arguments: argparse.Namespace) -> Iterator[str]:
    """Files of our own that the command line names: baseline, settings, an archive that is a file."""
    for name in ("baseline", "config", "archive"):
        given = getattr(arguments, name, None)
        if isinstance(given, str) and "://" not in given:
            yield given


def _check_unread(outputs: Sequence[tuple[str, Path]], read: Sequence[str]) -> None:
    """Raise where a report would take the place of what is read: an article, the baseline, the archive, the facts."""
    read_from = [os.path.realpath(path) for path in read if path != STANDARD_INPUT]
    for name, file in outputs:
        place = os.path.realpath(file)
        if place in read_from and os.path.isfile(place):  # noqa: PTH113 - as the others
            raise UsageError(f"--output {name}={file}: that file is read by this call; write another one")
        is_article = file.suffix.lower() in SUFFIXES and os.path.isfile(place)  # noqa: PTH113 - as the others
        if is_article and any(place.startswith(folder + os.sep) for folder in read_from):
            raise UsageError(f"--output {name}={file}: that file lies among the articles; write it somewhere else")
