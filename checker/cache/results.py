"""What a run tells: its outcome, its lines and every output; kept under the digest of all that it went by."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.cache.sealed import DisbeliefError, opened, sealed
from checker.exits import Outcome

MANIFEST = ".checker-outcome"  # hidden, so that a walk over the folder passes it over


@dataclass(frozen=True, slots=True)
class Result:
    """What a run tells."""

    outcome: Outcome
    lines: tuple[str, ...]  # for standard error, escaped
    rendered: Mapping[str, bytes]  # format -> the report


def recall(folder: Path, key: str, formats: Collection[str]) -> Result | None:
    """What the last run told; None where it went by something else, or was not asked for all of these formats.

    Raises:
        DisbeliefError: a file is damaged, or none of ours.

    """
    content = opened(folder / MANIFEST)
    if content is None:
        return None
    try:
        manifest = json.loads(content)
        if manifest["key"] != key or not set(formats) <= set(manifest["rendered"]):
            return None
        return _result(folder, manifest, formats)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise DisbeliefError("not of this version of the cache, or not written by checker") from None


def _result(folder: Path, manifest: Mapping[str, Any], formats: Collection[str]) -> Result:
    read, counted, allowed = (int(number) for number in manifest["outcome"])
    lines = tuple(str(line) for line in manifest["lines"])
    if read < 1 or not all(line.isprintable() for line in lines):
        raise ValueError("no run is kept that read nothing, and no line that a terminal would obey")
    rendered = {name: _rendered(folder, name, manifest["rendered"][name]) for name in formats}
    return Result(Outcome(read=read, counted=counted, allowed=allowed), lines, rendered)


def _rendered(folder: Path, name: str, digest: str) -> bytes:
    content = opened(folder / _file(name))
    if content is None or hashlib.sha256(content).hexdigest() != digest:
        raise DisbeliefError(f"its report as {name} is missing, or of another run")
    return content


def kept(result: Result, key: str) -> Iterator[tuple[str, bytes]]:
    """Names and contents of the files to write, the one that makes the others hold last."""
    outcome = result.outcome
    for name, content in result.rendered.items():
        yield _file(name), sealed(content)
    manifest = {
        "key": key,
        "outcome": [outcome.read, outcome.counted, outcome.allowed],
        "lines": result.lines,
        "rendered": {name: hashlib.sha256(content).hexdigest() for name, content in result.rendered.items()},
    }
    yield MANIFEST, sealed(json.dumps(manifest).encode())


def is_keepable(result: Result) -> bool:
    """Whether the run is worth keeping: everything was read, and is no better for being tried again."""
    outcome = result.outcome
    is_whole = outcome.read > 0 and not (outcome.unread or outcome.is_broken)
    return is_whole and all(line.isprintable() for line in result.lines)


def _file(name: str) -> str:
    return f".checker-report-{name}"
