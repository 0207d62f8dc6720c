"""The long run: `python -m tests.fuzz --runs 100000 [--only NAME] [--engine atheris|hypothesis|drawn] [--seconds N]`.

atheris looks for inputs that reach new lines, a process a target (`make fuzz`); hypothesis searches and shrinks; `drawn`
tries the inputs of the run of all tests, only more of them, with `--all` in one process. Ends with 1 where a target failed; what failed it is printed.
"""

import argparse
import re
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

FOLDER = Path("build/fuzz")
_HANG = 20  # seconds after which an input counts as one that hangs
_DONE = re.compile(rb"stat::number_of_executed_units: *([0-9]+)|Done ([0-9]+) runs")


def _with_atheris(name: str, runs: int, seconds: int, seed: int) -> None:
    """Never returns: libFuzzer ends the process."""
    import atheris

    with atheris.instrument_imports(include=["checker"]):
        from tests.fuzz.targets import TARGETS
    target = TARGETS[name]
    corpus = FOLDER / name.replace(" ", "-")
    corpus.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(target.seeds):
        (corpus / f"seed-{number}").write_bytes(content)
    words = FOLDER / f"{corpus.name}.dict"
    words.write_text(
        "".join('"' + "".join(f"\\x{byte:02x}" for byte in piece[:60]) + '"\n' for piece in target.pieces if piece)
    )
    target.run(target.seeds[0])  # what is loaded on first use is not counted
    options = [
        f"-runs={runs}",
        f"-max_total_time={seconds}",
        f"-max_len={target.longest}",
        f"-timeout={_HANG}",
        f"-seed={seed}",
    ]
    more = [
        f"-dict={words}",
        f"-artifact_prefix={corpus}-",
        "-rss_limit_mb=3000",
        "-print_final_stats=1",
        "-verbosity=0",
    ]
    atheris.Setup([sys.argv[0], *options, *more, str(corpus)], target.run)
    atheris.Fuzz()


def _with_hypothesis(name: str, runs: int, _seconds: int, seed: int) -> None:
    import hypothesis

    from tests.fuzz.inputs import searched
    from tests.fuzz.targets import TARGETS

    phases = [Phase.generate, Phase.shrink]

    @hypothesis.seed(seed)
    @settings(max_examples=runs, deadline=None, phases=phases, suppress_health_check=list(HealthCheck), database=None)
    @given(searched(TARGETS[name]))
    def tries(content: bytes) -> None:
        TARGETS[name].run(content)

    tries()
    sys.stdout.write(f"Done {runs} runs\n")


def _hangs(*_: object) -> None:
    raise TimeoutError(f"no end within {_HANG} seconds")


def _alarm(seconds: int) -> None:
    if hasattr(signal, "SIGALRM"):
        signal.alarm(seconds)


def _drawn(name: str, runs: int, seconds: int, seed: int) -> None:
    from tests.fuzz.inputs import steady
    from tests.fuzz.targets import TARGETS

    start, done = time.monotonic(), 0
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _hangs)
    for content in steady(name, TARGETS[name], runs, seed):
        done += 1
        _alarm(_HANG)
        try:
            TARGETS[name].run(content)
        except Exception:
            sys.stderr.write(f"input of {name}: {content!r}\n")
            raise
        if seconds and time.monotonic() - start > seconds:
            break
    _alarm(0)
    sys.stdout.write(f"Done {done} runs\n")


ENGINES = {"atheris": _with_atheris, "hypothesis": _with_hypothesis, "drawn": _drawn}


def _apart(name: str, given: argparse.Namespace) -> tuple[int, bytes]:
    """One target in a process of its own: its exit code and what it printed."""
    command = [sys.executable, "-m", "tests.fuzz", "--one", name, "--engine", given.engine]
    command += ["--runs", str(given.runs), "--seconds", str(given.seconds), "--seed", str(given.seed)]
    ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return ran.returncode, ran.stdout


def _each(given: argparse.Namespace) -> int:
    """Every target; how many failed."""
    from tests.fuzz.targets import TARGETS

    failed = 0
    for name in (name for name in TARGETS if given.only in name):
        code, printed = _apart(name, given)
        done = [int(one or other) for one, other in _DONE.findall(printed)]
        failed += bool(code)
        sys.stdout.write(f"{name}: {max(done, default=0):,} executions{', FAILED' * bool(code)}\n")
        if code:
            sys.stdout.write(printed.decode(errors="replace")[-4_000:] + "\n")
        sys.stdout.flush()
    return failed


def _steady(runs: int, seed: int) -> int:
    """So many drawn inputs of every target, in this process; how many failed."""
    from tests.fuzz.targets import TARGETS

    failed = 0
    for name in TARGETS:
        sys.stdout.write(f"{name}: ")
        try:
            _drawn(name, runs, 0, seed)
        except Exception:
            failed += 1
            sys.stdout.write("FAILED\n")
            traceback.print_exc()
        sys.stdout.flush()
    return failed


def main() -> int:
    """Parse the arguments, run."""
    told = argparse.ArgumentParser(prog="python -m tests.fuzz")
    told.add_argument("--runs", type=int, default=100_000)
    told.add_argument("--seconds", type=int, default=0, help="of a target at most; 0: until its runs are done")
    told.add_argument("--seed", type=int, default=1, help="another one tries other inputs")
    told.add_argument("--only", default="", help="targets whose name holds this")
    told.add_argument("--engine", choices=ENGINES, default="drawn")
    told.add_argument("--all", action="store_true", help="drawn inputs of every target, in this process")
    told.add_argument("--one", help=argparse.SUPPRESS)
    given = told.parse_args()
    if given.all:
        return int(bool(_steady(given.runs, given.seed)))
    if given.one is None:
        return int(bool(_each(given)))
    ENGINES[given.engine](given.one, given.runs, given.seconds, given.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
