"""The command line as tables: verbs and options. Light, so that `--help` answers at once."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

from checker import __version__, archive_verbs, baseline_verbs, rule_verbs
from checker.exits import UsageError
from checker.output import to_standard_output
from checker.settings import FAIL_ON, count, day

# Names of `checker.rendering.FORMATS` and `CLAIM_FORMATS`, which are too heavy to load for `--help`; a test keeps them
# equal. "none" silences standard output.
REPORT_FORMATS = ("markdown", "html", "json", "text", "csv", "sarif", "junit", "github", "gitlab", "rdjson")
ENGINES = ("local", "spark")
CLAIM_FORMATS = ("table", "csv", "jsonl", "parquet")


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing to do."""

    help: str
    formats: tuple[str, ...] = ()  # what --format and --output take; the first is the default
    default_format: str | None = None
    paths_help: str = "files, and folders to walk; - is standard input"
    first: tuple[str, str] | None = None  # name and help of what stands before the paths
    words: tuple[str, ...] = ()  # what its first word may be, where that is a closed list
    has_paths: bool = True


VERBS: Mapping[str, Verb] = {
    "report": Verb("report where the documents disagree and agree", REPORT_FORMATS, "markdown"),
    "gate": Verb("report, and end with exit code 1 where there are discrepancies", REPORT_FORMATS, "text"),
    "claims": Verb("list the numbers and dates that the documents state", CLAIM_FORMATS, "table"),
    "rules": Verb(
        "`rules list` the rules in force, `rules explain CODE`, `rules check` the packs",
        paths_help="list (the default) or check, then packs beside the shipped ones: TOML files, or folders of them; "
        "or explain, then codes",
        words=rule_verbs.TASKS,
    ),
    "baseline": Verb(
        "accept the discrepancies of a batch, so that the gate fails only on new ones",
        first=("ACTION", "write: accept what is found; prune: drop what is found no more; list: show what is accepted"),
        words=baseline_verbs.ACTIONS,
    ),
    "archive": Verb(
        "keep the claims of accepted batches, so that new ones are compared with them",
        first=("ACTION", "add PATH…, list, remove BATCH…, verify, compact, export FOLDER"),
        paths_help="add: files, and folders to walk; remove: batches, or the id, address or path of an article; "
        "export: the folder to write",
        words=tuple(archive_verbs.ACTIONS),
    ),
    "explain": Verb(
        "explain a finding: its rule part by part, how its values were read, which rules came close",
        first=("FINDING", "CODE:FINGERPRINT as reports tell them, or the beginning of a fingerprint"),
    ),
    "config": Verb("show every setting in force, as a settings file would say it", has_paths=False),
    "completion": Verb(
        "print the script by which a shell completes this command line",
        first=("SHELL", "bash, zsh or fish"),
        words=("bash", "zsh", "fish"),  # a test keeps them in step with `checker.completion`
        has_paths=False,
    ),
}


@dataclass(frozen=True, slots=True)
class Option:
    """One option: what it is called, who takes it, what it means."""

    flag: str
    verbs: Sequence[str]
    help: str
    metavar: str | None = None
    read: Callable[[str], Any] | None = None
    more: Mapping[str, Any] = field(default_factory=dict)  # as argparse takes it


def _read(name: str, read: Callable[[str], Any]) -> Callable[[str], Any]:
    """A reader under the name that argparse puts into its message."""

    def named(given: str) -> Any:
        return read(given)

    named.__name__ = name
    return named


_DAY = _read("day (write it as 2025-02-11)", day)
_AT_LEAST_1 = _read("whole number from 1 up", lambda given: count(given, 1))
_AT_LEAST_0 = _read("whole number from 0 up", lambda given: count(given, 0))
_READERS = ("report", "gate", "claims")
_ALL_READERS = (*_READERS, "explain", "baseline", "archive")
_COMPARING = ("report", "gate", "explain", "baseline")
_VERSION = "print the version and leave"
_ON: Mapping[str, Any] = {"action": "store_true", "default": False}

OPTIONS = (
    Option("--format", _READERS, "what standard output gets: {formats}, or none (default {default})", "FORMAT"),
    Option("--output", _READERS, "write a file as well; may be repeated", "FORMAT=FILE", more={"action": "append"}),
    Option(
        "--show",
        ("report", "gate"),
        "undecided: list what was not decided as well, with the reason (Markdown, HTML and text)",
        "WHAT",
        more={"choices": ("undecided",)},
    ),
    Option("--brief", ("report", "gate"), "what differs and little else, for a comment (Markdown and text)", more=_ON),
    Option("--published", (*_ALL_READERS, "config"), "the day on which all documents were published", "DATE", _DAY),
    Option(
        "--rules",
        (*_READERS, "explain", "baseline", "rules", "config"),
        "a pack beside the shipped rules: a TOML file, or a folder of them; may be repeated",
        "PATH",
        more={"action": "append"},
    ),
    Option(
        "--files-from",
        _ALL_READERS,
        "more PATHs, told in a file with NUL or line ends between them; - is standard input",
        "FILE",
    ),
    Option("--fail-on", ("gate", "config"), "lowest severity that fails: {severities} (default error)", "SEVERITY"),
    Option("--max-findings", ("gate", "config"), "how many such discrepancies pass (default 0)", "N", _AT_LEAST_0),
    Option("--baseline", ("gate", "baseline"), "the file of accepted findings", "FILE"),
    Option("--today", ("gate",), "the day by which accepted findings expire (default: this day)", "DATE", _DAY),
    Option(
        "--cache",
        ("gate",),
        "keep what was found in this folder; where nothing has changed, tell it again at once",
        "FOLDER",
    ),
    Option(
        "--archive",
        _COMPARING,
        "compare with the batches in this archive too: a file, or postgresql://HOST/DATABASE",
        "ADDRESS",
    ),
    Option("--archive", ("archive",), "the archive: a file, or postgresql://HOST/DATABASE", "ADDRESS"),
    Option(
        "--facts",
        (*_COMPARING, "config"),
        "a table of reference facts, as CSV, that the articles are compared with; may be repeated",
        "FILE",
        more={"action": "append"},
    ),
    Option(
        "--engine",
        ("report",),
        "local (the default), or spark: the same on as many machines as there are; PATHs may then be Parquet too",
        "ENGINE",
        more={"choices": ENGINES},
    ),
    Option("--master", ("report",), "spark: where it runs, as local[2] or the address of a cluster", "URL"),
    Option("--tables", ("report",), "write the four tables into this folder, as Parquet", "FOLDER"),
    Option("--top", ("report",), "tell only so many findings, the most pressing first", "N", _AT_LEAST_1),
    Option("--batch", ("archive",), "add: the name of the batch (default: one that follows from its content)", "NAME"),
    Option("--spans-only", ("archive",), "add: keep spans and values, no sentences and no headlines", more=_ON),
    Option("--reason", ("baseline",), "write: why the findings are accepted", "TEXT"),
    Option("--until", ("baseline",), "write: the last day on which they are (default: for ever)", "DATE", _DAY),
    Option("--check", ("rules",), "as `rules check`", more=_ON),
    Option("--origin", ("config",), "tell where each value comes from: default, file or flag", more=_ON),
    Option("--config", tuple(VERBS), "settings file (default: found upwards from here)", "FILE"),
    Option("--jobs", (*_ALL_READERS, "config"), "worker processes (default: none)", "N", _AT_LEAST_1),
    Option("--debug", tuple(VERBS), "show the traceback of an unforeseen error", more=_ON),
    Option("--version", tuple(VERBS), _VERSION, more={"action": "version"}),
)

_EPILOG = (
    "exit codes: 0 passed; 1 discrepancies (gate) or faults (rules check); 2 wrong usage, settings or rules; "
    "3 not all read or written; 130 interrupted"
)


class _Parser(argparse.ArgumentParser):
    """Tells wrong usage in one line, and does not overlook that nobody received its help."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; {self.prog} --help tells how to call it")

    def _print_message(self, message: str, file: object = None) -> None:
        """Where all that argparse says goes out; its own swallows a full disk."""
        del file
        to_standard_output(message)


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; options not given are absent or None. It raises `UsageError`."""
    purpose = "Find where sources disagree on the facts."
    top = _Parser("checker", description=purpose, epilog=_EPILOG, allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"checker {__version__}", help=_VERSION)
    verbs = top.add_subparsers(dest="verb", metavar="VERB", required=True)
    for name, verb in VERBS.items():
        one = verbs.add_parser(name, help=verb.help, description=verb.help, epilog=_EPILOG, allow_abbrev=False)
        if verb.first is not None:
            one.add_argument("first", metavar=verb.first[0], help=verb.first[1])
        if verb.has_paths:
            one.add_argument("paths", metavar="PATH", nargs="*", help=verb.paths_help)
        for option in OPTIONS:
            if name in option.verbs:
                _add(one, option, verb)
    return top


def _add(one: argparse.ArgumentParser, option: Option, verb: Verb) -> None:
    words: dict[str, Any] = dict(option.more)
    if option.flag == "--version":
        words["version"] = f"checker {__version__}"
    if option.metavar is not None:
        words["metavar"] = option.metavar
    if option.read is not None:
        words["type"] = option.read
    if taken := choices(option, verb):
        words["choices"] = taken
    one.add_argument(option.flag, help=_help(option, verb), **words)


_CHOICES: Mapping[str, Callable[[Verb], Sequence[str]]] = {
    "--format": lambda verb: (*verb.formats, "none"),
    "--fail-on": lambda _: FAIL_ON,
}


def choices(option: Option, verb: Verb) -> Sequence[str]:
    """The words that an option takes; empty where they are no closed list."""
    listed: Sequence[str] = option.more.get("choices", ())
    return _CHOICES[option.flag](verb) if option.flag in _CHOICES else listed


def _help(option: Option, verb: Verb) -> str:
    formats = ", ".join(verb.formats)
    return option.help.format(formats=formats, default=verb.default_format, severities=", ".join(FAIL_ON))
