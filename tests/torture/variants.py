"""The same batch told in many surroundings: every format must give the same bytes in all of them."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.torture.forks import ROOT
from tests.torture.hostile.contents import WORDS
from tests.torture.news import write_pair

FORMATS = ("markdown", "html", "json", "text", "csv", "sarif", "junit", "github", "gitlab", "rdjson")
# The engines that there are; the second is tried where it is installed.
ENGINES: Mapping[str, tuple[str, ...]] = {"local": (), "spark": ("--engine", "spark", "--master", "local[2]")}


def is_there(engine: str) -> bool:
    """Whether an engine can be tried here."""
    has_spark = importlib.util.find_spec("pyspark") is not None and shutil.which("java") is not None
    return engine == "local" or has_spark


@dataclass(frozen=True)
class Variant:
    """Surroundings of a run."""

    environment: dict[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    options: tuple[str, ...] = ()  # of the interpreter
    paths: tuple[str, ...] = ("in",)
    is_reversed: bool = False  # files are made in the other order
    folder: str = "here"
    processors: int = 0  # 0: all
    umask: int = 0o022


# Name -> one thing that differs from the first.
VARIANTS: Mapping[str, Variant] = {
    "as it is": Variant(),
    "once more": Variant(),
    "hash seed 1": Variant({"PYTHONHASHSEED": "1"}),
    "hash seed 4242": Variant({"PYTHONHASHSEED": "4242"}),
    "hash seed 0": Variant({"PYTHONHASHSEED": "0"}),
    "files made in the other order": Variant(is_reversed=True),
    "files named one by one": Variant(paths=("in/a_clean.md", "in/m.txt", "in/n.html", "in/noise.txt", "in/z_clean.md")),
    "files named in the other order": Variant(paths=("in/z_clean.md", "in/noise.txt", "in/n.html", "in/m.txt", "in/a_clean.md")),
    "files named twice": Variant(paths=("in", "in/z_clean.md", "in")),
    "locale C": Variant({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "locale of Germany": Variant({"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}),
    "locale of Turkey": Variant({"LC_ALL": "tr_TR.ISO-8859-9", "PYTHONUTF8": "0"}),
    "Latin-1 for streams": Variant({"PYTHONIOENCODING": "latin-1:replace"}),
    "time zone of Kiribati": Variant({"TZ": "Pacific/Kiritimati"}),
    "time zone of Newfoundland": Variant({"TZ": "America/St_Johns"}),
    "a time zone that is none": Variant({"TZ": "Nowhere/None"}),
    "a narrow terminal": Variant({"COLUMNS": "20", "LINES": "5", "TERM": "dumb"}),
    "a wide terminal": Variant({"COLUMNS": "400", "TERM": "xterm-256color", "FORCE_COLOR": "1"}),
    "one processor": Variant(processors=1),
    "two processes": Variant(words=("--jobs", "2")),
    "three processes": Variant(words=("--jobs", "3")),
    "another folder": Variant(folder="else where/ümläut"),
    "threads of libraries": Variant({"OMP_NUM_THREADS": "1", "ARROW_NUM_THREADS": "7", "DUCKDB_NUM_THREADS": "1"}),
    "without assertions": Variant(options=("-OO",)),
    "development mode": Variant(options=("-X", "dev", "-W", "ignore")),
    "nobody else's rights": Variant(umask=0o077),
}  # fmt: skip


def write_batch(folder: Path, *, is_reversed: bool = False) -> None:
    """The two articles, others, and one that cannot be read."""
    made = {
        "m.txt": f"{WORDS}\nThe bill of €3 million (about $3.3 million) is due on May 5, 2025.\n",
        "n.html": f"<!doctype html><title>Fire</title><h1>Fire</h1><p>{WORDS * 4}</p>",
    }
    files = {**{name: text.encode() for name, text in made.items()}, "noise.txt": b"\0\1\2" * 9}
    for name in sorted(files, reverse=is_reversed):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(files[name])
    write_pair(folder)


def outputs(folder: Path, variant: Variant, engine: str) -> dict[str, str]:
    """What a report tells in the surroundings: format -> digest of its bytes; standard output and the exit code too."""
    here = folder / variant.folder
    write_batch(here / "in", is_reversed=variant.is_reversed)
    asked = [word for name in FORMATS for word in ("--output", f"{name}=out.{name}")]
    words = ["report", *variant.paths, *asked, "--format", "markdown", *variant.words, *ENGINES[engine]]
    command = [sys.executable, *variant.options, "-m", "checker", *words]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    environment |= {"PYTHONPATH": str(ROOT)} | variant.environment
    ran = subprocess.run(
        command, cwd=here, env=environment, capture_output=True, check=False, preexec_fn=lambda: _be(variant)
    )
    found = {name: _digest(here / f"out.{name}") for name in FORMATS}
    shutil.rmtree(here)
    return found | {
        "standard output": hashlib.sha256(ran.stdout).hexdigest(),
        "exit": f"{ran.returncode} {ran.stderr[-300:] if ran.returncode != 3 else b''}",
    }


def _be(variant: Variant) -> None:
    os.umask(variant.umask)
    if variant.processors:
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: variant.processors])


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "missing"


def mixed() -> Variant:
    """Very much that differs at once."""
    return Variant(
        {"PYTHONHASHSEED": "7", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "COLUMNS": "30"},
        words=("--jobs", "2"),
        paths=("in/z_clean.md", "in", "in/m.txt"),
        is_reversed=True,
        folder="else where/ümläut",
        processors=1,
    )
