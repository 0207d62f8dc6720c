"""From paths to files: folders walked in order, every entry read, passed over or named."""

import os
import stat
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from checker.reading.packed import type_of

STANDARD_INPUT = "-"
# Endings of the types that are read: those of `checker.reading.formats`, which is too heavy to load where only names
# of files count. A test keeps them equal.
SUFFIXES = (
    ".atom",
    ".docx",
    ".eml",
    ".htm",
    ".html",
    ".json",
    ".jsonl",
    ".markdown",
    ".md",
    ".ndjson",
    ".pdf",
    ".rss",
    ".text",
    ".txt",
    ".warc",
    ".xhtml",
    ".xml",
)


@dataclass(frozen=True, slots=True)
class Place:
    """One file to read, or a word on why it is not."""

    path: str  # as given or walked to
    is_named: bool  # whether it was given itself, rather than met in a folder
    reason: str | None = None  # why it is not read; None when it is to be
    is_unread: bool = False  # whether it should have been read


def shown(path: str) -> str:
    """A path for people and tables: with /, and with the bytes that are no UTF-8 written out."""
    return os.fsencode(PurePath(path).as_posix()).decode("utf-8", "backslashreplace")


def places(paths: Sequence[str], suffixes: Collection[str]) -> list[Place]:
    """Every file of the paths, each once, in order of its path as shown.

    Args:
        paths: files and folders; all exist.
        suffixes: lower-case endings of the types that can be read.

    """
    met = [place for path in paths for place in _named(path, suffixes)]
    met.sort(
        key=lambda place: (not place.is_named, shown(place.path))
    )  # of one file's names the named one, else the first
    found: dict[str, Place] = {}
    for place in met:
        found.setdefault(os.path.abspath(place.path), place)  # noqa: PTH100 - resolves no link
    return sorted(found.values(), key=lambda place: shown(place.path))


def _named(path: str, suffixes: Collection[str]) -> Iterator[Place]:
    """What a path given on the command line stands for; a link that is named itself is followed."""
    if path == STANDARD_INPUT:
        yield Place(path, is_named=True)
        return
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - the surrogates of odd names pass through as they are
    except OSError as error:
        yield Place(path, is_named=True, reason=_why(error), is_unread=True)
        return
    if stat.S_ISDIR(mode):
        yield from _walk(path, suffixes)
    elif not _has_suffix(path, suffixes):
        yield Place(path, is_named=True, reason=_unknown_type(path, suffixes), is_unread=True)
    else:
        yield _regular(path, mode, is_named=True)


def _walk(folder: str, suffixes: Collection[str]) -> Iterator[Place]:
    """Every visible file below a folder; links inside it are not followed. Not recursive: depth cannot exhaust it."""
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            names = sorted(name for name in os.listdir(current) if not name.startswith("."))  # noqa: PTH208 - as above
        except OSError as error:
            yield Place(current, is_named=False, reason=_why(error), is_unread=True)
            continue
        for name in names:
            path = os.path.join(current, name)  # noqa: PTH118 - as above
            place = _entry(path, suffixes)
            if place is None:
                waiting.append(path)
            else:
                yield place


def _entry(path: str, suffixes: Collection[str]) -> Place | None:
    """An entry of a walked folder; None for a folder."""
    is_article = _has_suffix(path, suffixes)
    try:
        mode = os.lstat(path).st_mode
    except OSError as error:
        return Place(path, is_named=False, reason=_why(error), is_unread=True)
    if stat.S_ISDIR(mode):
        return None
    if stat.S_ISLNK(mode):
        reason = "a symbolic link: name the file it points to"
        return Place(path, is_named=False, reason=reason, is_unread=is_article)
    if not is_article:
        return Place(path, is_named=False, reason=_unknown_type(path, suffixes))
    return _regular(path, mode, is_named=False)


def _regular(path: str, mode: int, *, is_named: bool) -> Place:
    if stat.S_ISREG(mode):
        return Place(path, is_named)
    return Place(path, is_named, "not a regular file", is_unread=True)


def _has_suffix(path: str, suffixes: Collection[str]) -> bool:
    return type_of(path)[0] in suffixes


def _unknown_type(path: str, suffixes: Collection[str]) -> str:
    suffix = "".join(PurePath(path).suffixes[-2:]) if type_of(path)[1] else PurePath(path).suffix
    kind = f"files of type {suffix} are not read" if suffix else "files without a type ending are not read"
    return f"{kind}; read are {' '.join(sorted(suffixes))}, and each of them with .gz"


def _why(error: OSError) -> str:
    return f"cannot be read: {(error.strerror or type(error).__name__).lower()}"
