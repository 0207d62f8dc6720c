"""The verb `config`: every setting in force, as the TOML that would set it, and where it came from."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from checker.settings import Settings

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN = ("format", "published", "max_megabytes", "max_claims", "jobs", "fail_on", "max_findings")
_ADDED = ("rules", "facts")  # flags add to the file
_DEFAULT = "default"


def listing(settings: Settings, flags: Collection[str], *, has_origin: bool) -> list[str]:
    """The lines of a settings file that would say the same.

    Args:
        settings: what is in force.
        flags: names of the fields of `Settings` that flags have set, or added to.
        has_origin: whether each line tells where its value came from: default, flag, or the file.

    """
    told = [(line, _origin(settings, flags, name)) for name, line in _lines(settings)]
    if not has_origin:
        return [line for line, _ in told]
    width = max(len(line) for line, origin in told if origin)
    return [f"{line.ljust(width)}  # {origin}" if origin else line for line, origin in told]


def _lines(settings: Settings) -> Iterator[tuple[str, str]]:
    """Name of the field, and a line for it; tables stand last, as TOML wants it."""
    for name in _PLAIN:
        value, key = getattr(settings, name), name.replace("_", "-")
        yield name, f"# {key} is not set" if value is None else f"{key} = {_toml(value)}"
    yield "facts", f"facts = {_toml(settings.facts)}"
    yield "", ""
    yield "", "[rules]"
    yield "rules", f"packs = {_toml(settings.rules)}"
    yield from (("tuning", f"{_key(code)} = {_toml(switch)}") for code, switch in settings.tuning.codes.items())
    yield from _table("rules.tolerance", "tuning", settings.tuning.tolerances)
    yield from _table("fields", "fields", settings.fields)


def _table(head: str, name: str, content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if content:
        yield "", ""
        yield "", f"[{head}]"
        yield from ((name, f"{_key(key)} = {_toml(value)}") for key, value in content.items())


def _origin(settings: Settings, flags: Collection[str], name: str) -> str:
    """Where the value of a field came from; packs and facts may come from both."""
    if not name:
        return ""
    is_stated = name in settings.stated or name == "tuning"
    file = [str(settings.origin)] if is_stated and (name in _ADDED or name not in flags) else []
    flag = [f"--{name.replace('_', '-')}"] if name in flags else []
    return " and ".join([*file, *flag]) or _DEFAULT


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _toml(name)


def _toml(value: Any) -> str:
    """A value as TOML; its strings are those of JSON."""
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value)
