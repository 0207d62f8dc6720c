"""Do the tests notice? `python -m tests.mutants [--most 1500] [--only ROOM] [--seed 1] [--seconds N]`, run by
the Python of `build/tools`.

cosmic-ray tells every small change that there is (an operator, a number, a condition, a branch out) in the rooms below.
So many are drawn with a fixed seed; each is written into a copy of the tree, and the tests of its room are run in a fork
of a process that has loaded everything else already, until one fails. What no test noticed is printed with its line.
"""

import argparse
import difflib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Room:
    """What is changed, and the tests that are to notice."""

    files: tuple[str, ...]
    tests: tuple[str, ...]


def _fuzzed(*names: str) -> tuple[str, ...]:
    return tuple(f"tests/fuzz/test_fuzz.py::test_no_exception_but_the_documented_ones[{name}]" for name in names)


# The quick tests first, since the first that fails ends it.
ROOMS = {
    "values": Room(
        ("checker/values/*.py",),
        tuple(f"tests/values/test_{name}.py" for name in ("value", "relate", "timex", "offsets"))
        + _fuzzed("times", "relations"),
    ),
    "relation": Room(("checker/matching/relation.py",), ("tests/matching/test_relation.py",)),
    "exit codes": Room(("checker/exits.py",), ("tests/test_exit_codes.py",)),
    "escapes": Room(
        ("checker/rendering/escape.py",),
        (
            "tests/rendering/test_escape.py",
            *_fuzzed(
                *(f"escapes of {name}" for name in ("terminal", "github", "xml", "csv", "html", "json", "markdown"))
            ),
            "tests/rendering/test_gfm.py",
        ),
    ),
    "rule language": Room(
        ("checker/judging/expression/*.py",),
        tuple(
            f"tests/judging/test_{name}.py" for name in ("conditions", "written", "steps", "unreachable", "unknowns")
        ),
    ),
    "archive": Room(
        ("checker/archive/*.py",),
        tuple(f"tests/archive/test_{name}.py" for name in ("edges", "archive", "refusals", "related"))
        + _fuzzed("addresses", "archive rows"),
    ),
}
# Loaded once, before anything is forked; nothing of ours, which each fork loads as changed.
LOADED = ("pytest", "_pytest.assertion.rewrite", "hypothesis", "numpy", "pandas", "pyarrow", "sqlalchemy", "re2", "duckdb", "rapidfuzz", "jinja2")  # fmt: skip
_SLOWER = 6  # times the run without a change, after which one counts as noticed: it hangs


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change."""

    room: str
    path: str
    operator: str
    arguments: tuple[tuple[str, object], ...]
    occurrence: int

    def applied(self, source: str) -> str:
        """The source with the change made."""
        from cosmic_ray.mutating import mutate_code
        from cosmic_ray.plugins import get_operator

        changed = mutate_code(source, get_operator(self.operator)(**dict(self.arguments)), self.occurrence)
        return str(changed) if changed is not None else source


def mutants(folder: Path) -> Iterator[Mutant]:
    """Every change that cosmic-ray knows to make; a decorator of ours taken off and texts' signs are not among them."""
    from cosmic_ray.work_db import use_db

    for name, room in ROOMS.items():
        files = sorted(path.relative_to(folder).as_posix() for one in room.files for path in folder.glob(one))
        settings, session = folder / "mutants.toml", folder / "mutants.sqlite"
        settings.write_text(f'[cosmic-ray]\nmodule-path = {files!r}\ntimeout = 1.0\nexcluded-modules = []\ntest-command = ""\n[cosmic-ray.distributor]\nname = "local"\n')  # fmt: skip
        session.unlink(missing_ok=True)
        command = [str(Path(sys.executable).parent / "cosmic-ray"), "init", settings.name, session.name]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        with use_db(session) as known:
            for work in known.work_items:
                (one,) = work.mutations
                told = tuple(sorted(one.operator_args.items()))
                yield Mutant(name, one.module_path.as_posix(), one.operator_name, told, one.occurrence)


def _run(folder: Path, tests: tuple[str, ...], seconds: float) -> bool:
    """Whether the tests pass in a fork; what hangs does not."""
    child = os.fork()
    if not child:
        os.setsid()
        nothing = os.open(os.environ.get("MUTANTS_LOG", os.devnull), os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(nothing, descriptor)
        os.chdir(folder)
        os.environ["PYTHONPATH"] = str(folder)
        sys.path[:] = [str(folder), *(one for one in sys.path if one not in ("", str(ROOT)))]
        sys.dont_write_bytecode = True
        for ours in [one for one in sys.modules if one.split(".")[0] in ("checker", "tests")]:
            del sys.modules[ours]
        failed = True
        try:
            import pytest

            quiet = ["-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
            failed = bool(pytest.main([*quiet, *tests]))
        except BaseException:  # noqa: BLE001 - told, and the fork ends
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(failed)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status == 0
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _drawn(folder: Path, most: int, only: str, seed: int) -> list[Mutant]:
    """Drawn from all rooms, so that room by room adds up to the whole."""
    every = sorted({*mutants(folder)}, key=repr)
    sys.stdout.write(f"{len(every):,} changes: {dict(Counter(one.room for one in every))}\n")
    drawn = random.Random(seed).sample(every, min(most, len(every)))  # noqa: S311 - which are tried, no secret
    return sorted((one for one in drawn if only in one.room), key=lambda one: (list(ROOMS).index(one.room), one.path))


# File -> the test that asks most of it, where names do not tell.
_NEAREST = dict.fromkeys(("functions", "texts", "vectors", "evaluate"), "unknowns") | {
    "reach": "unreachable", "opening": "refusals", "witnesses": "related", "stories": "related", "marks": "edges",
}  # fmt: skip


def _nearest_first(tests: tuple[str, ...], path: str) -> tuple[str, ...]:
    """The tests of the file before the others: the first that fails ends it."""
    name = Path(path).stem
    return tuple(sorted(tests, key=lambda test: f"test_{_NEAREST.get(name, name)}." not in test))


def _tried(folder: Path, drawn: list[Mutant]) -> Iterator[tuple[Mutant, bool, str]]:
    """Each change, whether a test noticed, and the change as a diff."""
    most: dict[str, float] = {}
    for one in drawn:
        tests = _nearest_first(ROOMS[one.room].tests, one.path)
        if one.room not in most:
            start = time.monotonic()
            if not _run(folder, tests, 1_800):
                raise SystemExit(f"the tests of {one.room} fail without a change")
            most[one.room] = 10 + _SLOWER * (time.monotonic() - start)
        file = folder / one.path
        source = file.read_text(encoding="utf-8")
        changed = one.applied(source)
        file.write_text(changed, encoding="utf-8")
        try:
            lines = difflib.unified_diff(source.splitlines(), changed.splitlines(), one.path, one.path, "", "", 0, "")
            yield one, changed != source and not _run(folder, tests, most[one.room]), "\n".join([*lines][2:])
        finally:
            file.write_text(source, encoding="utf-8")


def main() -> int:
    """Draw, try, tell; 0 whatever the tests noticed."""
    told = argparse.ArgumentParser(prog="python -m tests.mutants")
    told.add_argument("--most", type=int, default=1_500)
    told.add_argument("--only", default="", help="rooms whose name holds this")
    told.add_argument("--seed", type=int, default=1)
    told.add_argument("--seconds", type=int, default=0, help="after which no other is tried; 0: until all are")
    given = told.parse_args()
    for name in LOADED:
        import_module(name)
    with tempfile.TemporaryDirectory(prefix="mutants-") as name:
        folder = Path(name) / "tree"
        for part in ("checker", "tests", "rules", "reports", "seeds", "docs", "bench"):
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "out"))
        shutil.copy(ROOT / "pyproject.toml", folder)
        count, noticed = Counter[str](), Counter[str]()
        start = time.monotonic()
        for one, is_noticed, lines in _tried(folder, _drawn(folder, given.most, given.only, given.seed)):
            count[one.room] += 1
            noticed[one.room] += is_noticed
            if not is_noticed:
                sys.stdout.write(f"survived: {one.room}: {one.path}: {one.operator}\n{lines}\n")
            sys.stdout.flush()
            if given.seconds and time.monotonic() - start > given.seconds:
                break
        for room in count:
            sys.stdout.write(f"{room}: {noticed[room]} of {count[room]} noticed\n")
        sys.stdout.write(
            f"all: {noticed.total()} of {count.total()} noticed ({noticed.total() / max(count.total(), 1):.1%})\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
