"""Packs: TOML files of rules, read whole and checked whole before any data is judged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from checker.judging import pack_file
from checker.judging.errors import Problem, RuleError
from checker.judging.expression.checks import nearest
from checker.judging.order import in_order, is_circular
from checker.judging.pack_file import PackFile
from checker.judging.rule import Retired, Rule
from checker.resources import shipped
from checker.settings import Tuning


@dataclass(frozen=True, slots=True)
class Packs:
    """All that packs and settings say."""

    rules: tuple[Rule, ...]  # in the order in which they are tried
    off: tuple[Rule, ...]  # switched off, by their pack or by settings
    retired: Mapping[str, str]  # code that no rule bears any more -> the rule that took over
    tolerances: Mapping[str, float]


def load(paths: Iterable[str | Path] = (), *, with_shipped: bool = True, tuning: Tuning | None = None) -> list[Rule]:
    """The rules in force, of `read`.

    Args:
        paths: as `read`.
        with_shipped: as `read`.
        tuning: as `read`.

    Returns:
        The rules in the order in which they are tried.

    Raises:
        RuleError: every fault of every file, or that there is no rule at all.

    """
    return list(read(paths, with_shipped=with_shipped, tuning=tuning).rules)


def read(paths: Iterable[str | Path] = (), *, with_shipped: bool = True, tuning: Tuning | None = None) -> Packs:
    """Read the shipped packs, then those at `paths`; a later pack replaces rules and tolerances of the same name.

    Args:
        paths: TOML files, or folders of them (their `*.toml`, by name).
        with_shipped: False leaves the shipped packs out.
        tuning: what settings say of codes and tolerances.

    Raises:
        RuleError: every fault of every file and of the tuning, or that there is no rule at all.

    """
    places = [*([shipped("rules")] if with_shipped else []), *(Path(path) for path in paths)]
    problems: list[Problem] = []
    packs = [_read_pack(place, problems) for place in places]
    tuned = tuning or Tuning()
    tolerances = _tolerances(packs, tuned, problems)
    rules, retired = _merged(packs, tolerances, problems)
    known = _pointing(rules, retired, problems)
    problems += _misplaced(rules, known) if not problems else []
    order = in_order(_switched(rules, known, tuned))
    found = Packs(tuple(r for r in order if not r.off), tuple(r for r in order if r.off), known, tolerances)
    if problems or (problems := _unknown(found, tuned)):  # a rule that is missed may be in what could not be read
        raise RuleError(problems)
    if not found.rules:
        where = ", ".join(map(str, places)) or "rules"
        raise RuleError([_of(where, "no rules are loaded" + (": all are switched off" if found.off else ""))])
    return found


def _of(path: str | Path, reason: str, code: str = "", line: int = 0) -> Problem:
    return Problem(Path(path).as_posix(), line, 0, code, reason)


def _read_pack(pack: Path, problems: list[Problem]) -> list[PackFile]:
    """The files of one pack."""
    before = len(problems)
    files = [pack_file.read(path) for path in _paths(pack, problems)]
    problems += [problem for file in files for problem in file.problems]
    if len(problems) == before and not any(file.rules or file.tolerances for file in files):
        problems.append(_of(pack, "no rules in it; a pack holds [[rule]] tables in *.toml files"))
    return files


def _paths(pack: Path, problems: list[Problem]) -> list[Path]:
    if pack.is_dir():
        return sorted(pack.glob("*.toml"))
    if pack.suffix != ".toml":
        problems.append(_of(pack, "neither a folder nor a TOML file"))
        return []
    return [pack]


def _tolerances(packs: Sequence[Sequence[PackFile]], tuning: Tuning, problems: list[Problem]) -> dict[str, float]:
    """The named tolerances: a later pack replaces, settings replace all."""
    found: dict[str, float] = {}
    for pack in packs:
        here: dict[str, str] = {}
        for file in pack:
            twice = sorted(here.keys() & file.tolerances.keys())
            problems += [_of(file.path, f"the tolerance `{name}` already stands in {here[name]}") for name in twice]
            here |= dict.fromkeys(file.tolerances, file.path)
            found |= file.tolerances
    return found | {name: number for name, number in tuning.tolerances.items() if name in found}


def _merged(
    packs: Iterable[Iterable[PackFile]], tolerances: Mapping[str, float], problems: list[Problem]
) -> tuple[dict[str, Rule], dict[str, Retired]]:
    """The rules and the retired codes of all packs, a later pack before an earlier one."""
    rules: dict[str, Rule] = {}
    retired: dict[str, Retired] = {}
    for pack in packs:
        entries = _unique([entry for file in pack for entry in _checked(file, tolerances, problems)], problems)
        found = {entry.code: entry for entry in entries if isinstance(entry, Rule)}
        retired |= {entry.code: entry for entry in entries if isinstance(entry, Retired)}
        for code in sorted(found.keys() & retired.keys()):
            reason = f"this code is retired, {retired[code].deprecated} took over; give the rule another code"
            problems.append(_of(found[code].path, reason, code, found[code].line))
        rules |= found
    return {code: rule for code, rule in rules.items() if code not in retired}, retired


def _checked(file: PackFile, tolerances: Mapping[str, float], problems: list[Problem]) -> list[Rule | Retired]:
    before = len(file.problems)
    found = list(file.checked(tolerances))
    problems += file.problems[before:]
    return found


def _unique(entries: Iterable[Rule | Retired], problems: list[Problem]) -> list[Rule | Retired]:
    """The entries of one pack; the same code twice in it is an error."""
    first: dict[str, Rule | Retired] = {}
    for entry in entries:
        known = first.setdefault(entry.code, entry)
        if known is not entry:
            reason = f"duplicate code: it already stands in {known.path}:{known.line}"
            problems.append(_of(entry.path, reason, entry.code, entry.line))
    return list(first.values())


def _pointing(rules: Mapping[str, Rule], retired: Mapping[str, Retired], problems: list[Problem]) -> dict[str, str]:
    """Where each retired code leads in the end; it must be a rule."""
    found: dict[str, str] = {}
    for code, entry in retired.items():
        to = _last(entry.deprecated, retired)
        if to in rules:
            found[code] = to
        elif not problems:  # else the rule may be among what could not be read
            reason = f"`deprecated` names {entry.deprecated}, which leads to no rule{nearest(to, rules)}"
            problems.append(_of(entry.path, reason, code, entry.line))
    return found


def _last(code: str, retired: Mapping[str, Retired]) -> str:
    """The end of a chain of retired codes; a code of it where it turns back on itself."""
    seen: set[str] = set()
    while code in retired and code not in seen:
        seen.add(code)
        code = retired[code].deprecated
    return code


def _unknown(packs: Packs, tuning: Tuning) -> list[Problem]:
    """What settings name that is in no pack."""
    codes = [rule.code for rule in (*packs.rules, *packs.off)] + list(packs.retired)
    wrong = [("code", code, codes) for code in tuning.codes if code not in codes]
    wrong += [("tolerance", name, list(packs.tolerances)) for name in tuning.tolerances if name not in packs.tolerances]
    return [_of(tuning.origin, f"unknown {what} `{given[:80]}`{nearest(given, known)}") for what, given, known in wrong]


def _misplaced(rules: Mapping[str, Rule], retired: Mapping[str, str]) -> list[Problem]:
    """Rules to be tried before one that is not there, or in a circle, or that is tried on something else."""
    return [
        _of(rule.path, f"`before` names {rule.before}, {reason}", rule.code, rule.line)
        for rule in rules.values()
        if rule.before and (reason := _wrong_before(rule, rules, retired))
    ]


def _wrong_before(rule: Rule, rules: Mapping[str, Rule], retired: Mapping[str, str]) -> str:
    if rule.before not in rules:
        now = f"; {retired[rule.before]} took over" if rule.before in retired else nearest(rule.before, rules)
        return f"which is no rule{now}"
    if is_circular(rule, rules):
        return "which is to be tried after it: a circle"
    is_inside = rules[rule.before].is_inside
    return "" if is_inside == rule.is_inside else "and only one of them is for what is reckoned inside one document"


def _switched(rules: Mapping[str, Rule], retired: Mapping[str, str], tuning: Tuning) -> list[Rule]:
    """The rules as settings have them: off, on, or of another severity."""
    switched = dict(rules)
    for given, word in tuning.codes.items():
        code = retired.get(given, given)
        if code in switched:
            switched[code] = replace(switched[code], **_change(word))
    return list(switched.values())


def _change(word: str) -> dict[str, Any]:
    return {"off": word == "off"} if word in ("off", "on") else {"severity": word}
