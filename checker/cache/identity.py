"""What a run goes by, beside its documents, as digests: the program with all that it is made of, rules, words."""

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from checker.resources import shipped

_PACKAGE = Path(__file__).parent.parent


def digest(*parts: Any) -> str:
    """The SHA-256 of plain values, as 64 hexadecimal digits; the order of a mapping does not matter."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


def of_tool() -> str:
    """The program: its files, the shipped rules and templates, the Python and the distributions beside it."""
    folders = {_PACKAGE, shipped("rules"), shipped("templates")}
    own = [[path.name, _content(path)] for folder in sorted(folders) for path in _below(folder)]
    return digest(own, sys.version, sys.platform, sorted(_distributions()))


def of_files(paths: Iterable[str | Path]) -> str:
    """Files, and the TOML files of folders: each by its name and content."""
    return digest([[str(path), _content(path)] for given in paths for path in _meant(Path(given))])


def _meant(path: Path) -> list[Path]:
    return sorted(path.glob("*.toml")) if path.is_dir() else [path]


def _below(folder: Path) -> Iterator[Path]:
    """Every file below a folder but what Python compiles, in order."""
    for current, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(current, name) for name in sorted(names))


def _content(path: Path | str) -> str:
    """What a file holds, as a digest; of no regular file the word: it is never waited for."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - a path of either sort
            return "no file"
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return "unreadable"


def _distributions() -> Iterator[str]:
    """Name and version of everything installed: another release of a dependency may read otherwise."""
    for folder in sys.path:
        if os.path.isdir(folder):  # noqa: PTH112 - some entries of the path are archives
            yield from (name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208 - as above
