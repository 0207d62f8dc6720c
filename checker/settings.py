"""Settings of one run: from checker.toml or [tool.checker] in pyproject.toml, then flags; one frozen object."""

import datetime as dt
import difflib
import os
import re
import stat
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checker.exits import UsageError

MOST_BYTES = 1 << 20
MOST_MEGABYTES = 20  # of a file of articles
MOST_CLAIMS = 5_000  # of one document: no article holds as many
LARGEST = 1e30  # of a tolerance
# As SEVERITIES of `checker.tables`, which is too heavy to load here; a test holds them equal.
FAIL_ON = ("error", "warning", "note")
# The parts of an article that `fields` names paths for; checker/reading/records/fields.py holds the known ones.
PARTS = ("articles", "id", "title", "text", "html", "teaser", "captions", "date", "url", "outlet", "language")
SWITCHES = ("off", "on", *FAIL_ON)  # what settings may say of a rule: a severity is the one it then has

# A dotted key of thousands of parts takes a TOML reader seconds and gigabytes. Quoted parts end at their quote, so
# that the expression is linear in the line.
_LONG_KEY = re.compile(r"""(?<![\w"'-])(?:[\w"'-]{1,64}[ \t]{0,8}\.[ \t]{0,8}){32}""")


# Names with a dot between; one of several values is told by a member: "bodies[contenttype=text/plain].value".
_STEP = r"[^.\[\]=\s]+(?:\[[^.\[\]=\s]+=[^\[\]=\s]+\])?"
_PATH = re.compile(rf"{_STEP}(?:\.{_STEP}){{0,7}}")
_LONGEST_PATH = 200


class SettingsError(UsageError):
    """A settings file that cannot be used; the message names file, key and repair."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """How rules are tuned without editing their packs."""

    codes: Mapping[str, str] = field(default_factory=dict)  # code -> one of SWITCHES
    tolerances: Mapping[str, float] = field(default_factory=dict)  # name -> the number that replaces the pack's
    origin: str = "settings"  # where that was said


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run goes by."""

    format: str | None = None  # of standard output; None: what the verb does by itself
    published: dt.date | None = None  # the day on which all documents were published
    rules: tuple[str, ...] = ()  # packs beside the shipped ones: TOML files, or folders of them
    facts: tuple[str, ...] = ()  # tables of reference facts
    tuning: Tuning = field(default_factory=Tuning)  # of rules
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # where JSON records hold a part of an article
    max_megabytes: int = MOST_MEGABYTES  # larger files are unread
    max_claims: int = MOST_CLAIMS  # of one document; beyond, it is not wholly read
    jobs: int | None = None  # worker processes; None: the calling process
    fail_on: str = "error"  # lowest severity of a discrepancy that fails the gate
    max_findings: int = 0  # how many such discrepancies the gate lets pass
    origin: str | None = None  # the settings file, None without one
    stated: frozenset[str] = field(default_factory=frozenset, compare=False)  # names of fields that the file states


def find(start: Path) -> Path | None:
    """The settings file that holds for a folder: the nearest, upwards; checker.toml before pyproject.toml.

    A pyproject.toml without `[tool.checker]` is passed over.

    Raises:
        SettingsError: it cannot be told whether there is one, or what is in it.

    """
    for folder in (start, *start.parents):
        if _is_there(folder / "checker.toml", is_ours=folder == start):
            return folder / "checker.toml"
        pyproject = folder / "pyproject.toml"
        if _is_there(pyproject, is_ours=folder == start) and "checker" in _tool(_content(pyproject)):
            return pyproject
    return None


def _is_there(path: Path, *, is_ours: bool) -> bool:
    """Whether something stands at a path; a disk that does not answer is no sign that nothing does.

    A folder above ours may be closed to whoever runs this: what stands in it is not meant for him.
    """
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        if isinstance(error, PermissionError) and not is_ours:
            return False
        raise SettingsError(f"{path.as_posix()}: cannot be read: {str(error.strerror).lower()}") from None
    return True


def load(path: Path | None) -> Settings:
    """The settings of a file; the defaults where it is None.

    Raises:
        SettingsError: the file cannot be read, holds an unknown key, or a value of the wrong kind.

    """
    if path is None:
        return Settings()
    content = _content(path)
    if path.name == "pyproject.toml":
        content = _tool(content).get("checker", {})
        _expect(path, "tool.checker", content, isinstance(content, dict), "a table")
    plain, tuning = _tuned(path, content)
    read = dict(_fields(path, plain))
    return Settings(**read, tuning=tuning, origin=path.as_posix(), stated=frozenset(read))


def day(given: object) -> dt.date:
    """A day of settings or flags.

    Raises:
        ValueError: it is no ISO 8601 day.

    """
    if isinstance(given, dt.datetime):
        return given.date()
    return given if isinstance(given, dt.date) else dt.date.fromisoformat(str(given))


def count(given: object, least: int, most: int = 999_999_999) -> int:
    """A whole number of settings or flags.

    Raises:
        ValueError: it is none, below `least` or above `most`.

    """
    is_number = not isinstance(given, bool) and re.fullmatch(r"[0-9]{1,9}", str(given)) is not None
    if not is_number or not least <= int(str(given)) <= most:
        raise ValueError(f"not a whole number from {least} up")
    return int(str(given))


def _of_one(given: object, names: tuple[str, ...]) -> str:
    if given not in names:
        raise ValueError(f"not one of {', '.join(names)}")
    return str(given)


def _words(given: object) -> str:
    if not isinstance(given, str):
        raise TypeError("not text")
    return given


def _paths(given: object, folder: Path) -> tuple[str, ...]:
    """Paths stand relative to the file that names them."""
    named = [given] if isinstance(given, str) else given
    if not isinstance(named, list) or not all(isinstance(one, str) for one in named):
        raise ValueError("not a path or a list of paths")
    return tuple((folder / one).as_posix() for one in named)


def _fields_of_records(given: object) -> Mapping[str, tuple[str, ...]]:
    """Part of an article to the paths at which a JSON record may hold it."""
    if not isinstance(given, dict) or not set(given) <= set(PARTS):
        raise ValueError("not a table of parts and paths")
    found = {part: [paths] if isinstance(paths, str) else paths for part, paths in given.items()}
    if not all(isinstance(paths, list) and all(map(_is_path, paths)) for paths in found.values()):
        raise ValueError("not a path or a list of paths")
    return {part: tuple(paths) for part, paths in found.items()}


def _is_path(given: object) -> bool:
    return isinstance(given, str) and len(given) <= _LONGEST_PATH and _PATH.fullmatch(given) is not None


# Key -> what it must be, in words, and how its value is read; the folder is the file's.
_KEYS: Mapping[str, tuple[str, Callable[[Any, Path], Any]]] = {
    "format": ('a format\'s name, such as "markdown"', lambda given, _: _words(given)),
    "published": ("a day, such as 2025-02-11", lambda given, _: day(given)),
    "rules": ("a path or a list of paths", _paths),
    "facts": ("a path or a list of paths", _paths),
    "fields": (
        f'a table of {", ".join(PARTS)}, each with a path such as "headline.main" or a list of them',
        lambda given, _: _fields_of_records(given),
    ),
    "max-megabytes": ("a whole number from 1 to 2000", lambda given, _: count(given, 1, 2_000)),
    "max-claims": ("a whole number from 1 up", lambda given, _: count(given, 1)),
    "jobs": ("a whole number from 1 up", lambda given, _: count(given, 1)),
    "fail-on": ("one of " + ", ".join(FAIL_ON), lambda given, _: _of_one(given, FAIL_ON)),
    "max-findings": ("a whole number from 0 up", lambda given, _: count(given, 0)),
}


def _tuned(path: Path, content: Mapping[str, Any]) -> tuple[Mapping[str, Any], Tuning]:
    """The content with `rules` as paths, and what the table `rules` says beside `packs`."""
    rules = content.get("rules")
    if not isinstance(rules, dict):
        return content, Tuning()
    tolerances = rules.get("tolerance", {})
    _expect(path, "rules.tolerance", tolerances, isinstance(tolerances, dict), "a table of names and numbers")
    for name, number in tolerances.items():
        _expect(path, f"rules.tolerance.{name}", number, is_tolerance(number), "a number from 0 up")
    codes = {code: switch for code, switch in rules.items() if code not in ("packs", "tolerance")}
    for code, switch in codes.items():
        _expect(path, f"rules.{code}", switch, switch in SWITCHES, f"one of {', '.join(SWITCHES)}")
    tuning = Tuning(codes, {name: float(number) for name, number in tolerances.items()}, path.as_posix())
    return {**content, "rules": rules.get("packs", [])}, tuning


def is_tolerance(given: object) -> bool:
    """Whether a value of TOML can be a tolerance: a number from 0 up."""
    return isinstance(given, int | float) and not isinstance(given, bool) and 0 <= given <= LARGEST


def _fields(path: Path, content: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, given in content.items():
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, 1)
            repair = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(_KEYS)}"
            raise SettingsError(f"{path.as_posix()}: unknown key `{key}`; {repair}")
        wanted, read = _KEYS[key]
        try:
            yield key.replace("-", "_"), read(given, path.parent)
        except (TypeError, ValueError):
            _expect(path, key, given, False, wanted)  # noqa: FBT003 - it did not hold


def _expect(path: Path, key: str, given: object, holds: bool, wanted: str) -> None:  # noqa: FBT001 - the test's outcome
    if not holds:
        raise SettingsError(f"{path.as_posix()}: `{key}` is {str(given)[:80]!r}; it must be {wanted}")


def _tool(content: Mapping[str, Any]) -> dict[str, Any]:
    tool = content.get("tool", {})
    return tool if isinstance(tool, dict) else {}


def _content(path: Path) -> dict[str, Any]:
    text = _text(path)
    if _LONG_KEY.search(text):
        raise SettingsError(f"{path.as_posix()}: a key of more than 32 parts")
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"{path.as_posix()}: not TOML: {str(error)[:200]}") from None


def _text(path: Path) -> str:
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            is_regular = stat.S_ISREG(os.fstat(file.fileno()).st_mode)
            content = file.read(MOST_BYTES + 1) if is_regular else b""
    except OSError as error:
        raise SettingsError(f"{path.as_posix()}: cannot be read: {str(error.strerror).lower()}") from None
    if not is_regular or len(content) > MOST_BYTES:
        why = f"larger than {MOST_BYTES >> 20} MB" if is_regular else "not a regular file"
        raise SettingsError(f"{path.as_posix()}: {why}")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path.as_posix()}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
