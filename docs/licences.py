"""Writes `docs/licences.md` from the locks and the installed packages: `python docs/licences.py`; a test compares.

What is pinned for another system, or in the lock of Spark, is not installed everywhere: `UNTOLD` tells its licence.
"""

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PAGE = Path(__file__).with_suffix(".md")
LOCKS = ("requirements.lock", "requirements-spark.lock")

_HEAD = """\
# Licences

Of everything that the locks pin, by what needs it; written by `python docs/licences.py` from what the packages say of
themselves. Nothing of theirs is copied into checker, which is MIT; `psycopg` (LGPL) and `tld` (MPL, GPL or LGPL, at
choice) are imported as they are published. What stands here for development is installed by nobody who only uses it.
"""

# What the metadata of a release say in other words, or not at all and its licence file does.
_SPDX: Mapping[str, str] = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "The BSD 2-Clause License": "BSD-2-Clause",
}
UNTOLD: Mapping[str, str] = {
    "axe-playwright-python": "MIT AND MPL-2.0",  # its licence file; axe-core, which it holds
    "colorama": "BSD-3-Clause",
    "currencyconverter": "Apache-2.0",  # its licence file
    "py4j": "BSD-3-Clause",
    "pyspark": "Apache-2.0",
}
# What a newsroom may install without asking a lawyer; everything else needs a line here and a reason.
AT_RUN_TIME = ("MIT", "BSD", "Apache-2.0", "0BSD", "Zlib", "CC0-1.0", "PSF-2.0", "CNRI-Python", "MPL-2.0", "MPL-1.1")


def pins(lock: str) -> dict[str, list[str]]:
    """Every package of a lock and its versions."""
    found: dict[str, list[str]] = {}
    for name, version in re.findall(r"(?m)^([\w.-]+)==([^ ]+)", (ROOT / lock).read_text(encoding="utf-8")):
        found.setdefault(str(canonicalize_name(name)), []).append(version)
    return found


def needed(extra: str = "") -> set[str]:
    """Every package that checker needs, or an extra of it, directly or not; what is not installed is passed over."""
    seen: set[tuple[str, str]] = set()
    waiting = [("checker", extra)] if extra else [("checker", "")]
    while waiting:
        name, one = waiting.pop()
        for found in _of(name, one):
            asked = [(str(canonicalize_name(found.name)), more) for more in ("", *found.extras)]
            waiting += [pair for pair in asked if pair not in seen]
            seen |= set(asked)
    return {name for name, _ in seen} - {"checker"}


def _of(name: str, extra: str) -> Iterator[Requirement]:
    """What a package asks for in this environment; of checker the extra alone, or what no extra names."""
    try:
        told = requires(name) or ()
    except PackageNotFoundError:
        return
    for one in map(Requirement, told):
        is_of_extra = "extra ==" in str(one.marker)
        is_meant = name != "checker" or is_of_extra == bool(extra)
        if one.marker is None or (is_meant and one.marker.evaluate({"extra": extra})):
            yield one


def licence(name: str) -> str | None:
    """The licence of an installed package, in the words of SPDX; None where it is not installed."""
    if name in UNTOLD:
        return UNTOLD[name]
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return None
    classes = [one.rpartition(" :: ")[2] for one in told.get_all("Classifier") or () if one.startswith("License")]
    words = str(told.get("License-Expression") or told.get("License") or "; ".join(classes))
    return _SPDX.get(words, words)


def by_need() -> dict[str, dict[str, list[str]]]:
    """Heading -> the packages below it, each where it is needed first, with their versions."""
    main, spark = (pins(lock) for lock in LOCKS)
    at_run_time, optional = needed(), {extra: needed(extra) for extra in ("pdf", "postgres")}
    parts: dict[str, set[str]] = {"At run time": at_run_time & set(main)}
    parts |= {f"With checker[{extra}]": (names - at_run_time) & set(main) for extra, names in optional.items()}
    told = set().union(*parts.values())
    parts["With checker[spark]"] = set(spark) - set(main)
    parts["For development only"] = set(main) - told
    both = {**spark, **main}
    return {heading: {name: both[name] for name in sorted(names)} for heading, names in parts.items()}


def page(kept: str) -> str:
    """The page as Markdown; `kept` is the page as it stands, for what is not installed here."""
    rows = dict(re.findall(r"(?m)^\| ([\w.-]+) (\|.*)$", kept))
    lines = [_HEAD]
    for heading, packages in by_need().items():
        lines.append(f"## {heading}\n\n| package | version | licence |\n|---|---|---|")
        lines += [_row(name, versions, rows) for name, versions in packages.items()]
        lines.append("")
    return "\n".join(lines)


def _row(name: str, versions: list[str], rows: Mapping[str, str]) -> str:
    told = licence(name)
    row = f"| {', '.join(dict.fromkeys(versions))} | {told} |" if told is not None else rows.get(name, "| ? | ? |")
    return f"| {name} {row}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""), encoding="utf-8")
