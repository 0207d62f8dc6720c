"""Command lines run in forked children, one at a time: each with a memory of its own, measured, and soon begun.

A child begins where the heavy imports and the grammars are there already. `python -m tests.torture.forks` answers one
line of JSON with another; `Forks` is its other end.
"""

import contextlib
import ctypes
import io
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).parent.parent.parent
_TOO_LONG = 300  # seconds after which a child is killed


@dataclass(frozen=True)
class Ran:
    """What a command line did."""

    code: int  # its exit code; -9 where SIGKILL ended it, as of subprocesses
    out: str
    err: str
    seconds: float  # of the processor, its own children included
    megabytes: float  # at most held, what it began with included


@dataclass(frozen=True)
class Call:
    """A command line, and where and how it is run."""

    words: list[str]
    folder: str
    before: str = ""  # Python that is run in the child first
    memory: int = 0  # bytes of address space above what the child has, 0 for no limit
    file_size: int = 0  # bytes of the largest file it may write, 0 for no limit
    kill_after: float = 0  # seconds after which it is killed, 0 for never
    signal: int = signal.SIGKILL
    tag: str = ""  # tells its output from that of others in the same folder
    environment: dict[str, str] = field(default_factory=dict)


class Forks:
    """The other end of the process that forks; or that does everything itself, so that what it holds adds up."""

    def __init__(self, *, stays: bool = False) -> None:
        self._stays = ["--stay"] * stays

    def __enter__(self) -> Self:
        words = [sys.executable, "-W", "ignore", "-m", "tests.torture.forks", *self._stays]
        self._server = subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stdin.close()  # its end
        self._server.wait()
        self._server.stdout.close()

    @property
    def number(self) -> int:
        """The process that forks."""
        return self._server.pid

    def begin(self, call: Call) -> None:
        """Have a command line run; `end` waits for it."""
        self._server.stdin.write(json.dumps(asdict(call)) + "\n")
        self._server.stdin.flush()

    def end(self) -> Ran:
        return Ran(**json.loads(self._server.stdout.readline()))

    def run(self, call: Call) -> Ran:
        self.begin(call)
        return self.end()

    def main(self, folder: Path, *words: str, **more: Any) -> Ran:
        """Run `checker WORDS` in a folder."""
        return self.run(Call(list(words), str(folder), **more))


def _serve(run: Callable[[Call], Ran]) -> None:
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # nobody else answers
    _warm()
    for line in sys.stdin:
        ran = run(Call(**json.loads(line)))
        answers.write(json.dumps(asdict(ran)) + "\n")
        answers.flush()


def _warm() -> None:
    """Load what every run loads, and have the grammars compiled; no thread may be begun here."""
    import duckdb  # noqa: F401 - it begins its threads later

    import checker.archive
    import checker.cli
    import checker.extraction
    import checker.judging
    import checker.pipeline
    import checker.reading.strings
    import checker.rendering
    from tests.torture.news import ARTICLE

    texts = [ARTICLE.format(outlet="harbour", count=14)]
    checker.extraction.extract(checker.reading.strings.documents(texts))
    checker.judging.loaded(None)


def _stayed(call: Call) -> Ran:
    """Run a command line in this process; the megabytes are what it holds then."""
    from checker.cli import main

    os.chdir(call.folder)
    began = time.process_time()
    with contextlib.redirect_stdout(_Words()) as out, contextlib.redirect_stderr(_Words()) as err:
        code = main(call.words)
    with contextlib.suppress(AttributeError, OSError):  # what is free in the heap is not held
        ctypes.CDLL(None).malloc_trim(0)
    held = int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6
    return Ran(code, out.told(), err.told(), time.process_time() - began, held)


class _Words(io.TextIOWrapper):
    """A stream that keeps what it is told."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), "utf-8", write_through=True)

    def told(self) -> str:
        return self.buffer.getvalue().decode()


def _forked(call: Call) -> Ran:
    names = [os.path.join(call.folder, f".{name}{call.tag}") for name in ("out", "err")]  # noqa: PTH118 - as os.open takes them
    for name in names:
        Path(name).touch()  # there even if the child is killed at once
    child = os.fork()
    if not child:
        _be(call, names)
    killer = call.signal if call.kill_after else signal.SIGKILL
    with _alarm(child, call.kill_after or _TOO_LONG, killer):
        _, status, usage = os.wait4(child, 0)
    out, err = (Path(name).read_bytes().decode("utf-8", "replace") for name in names)
    for name in names:
        Path(name).unlink()
    peak = usage.ru_maxrss * 1024 / 1e6
    return Ran(os.waitstatus_to_exitcode(status), out, err, usage.ru_utime + usage.ru_stime, peak)


@contextlib.contextmanager
def _alarm(child: int, seconds: float, killer: int):
    """Send a child a signal after some time; after a long time more it is killed."""

    def ring(*_: object) -> None:
        with contextlib.suppress(ProcessLookupError):  # it has just ended
            os.kill(child, killer if time.monotonic() < last else signal.SIGKILL)
        signal.setitimer(signal.ITIMER_REAL, 20)

    last = time.monotonic() + seconds + 10
    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _be(call: Call, names: list[str]) -> None:
    """Be the child: run the command line and leave."""
    code = 99
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for descriptor, name in enumerate(names, 1):
            os.dup2(os.open(name, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o644), descriptor)
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null, 0)
        os.chdir(call.folder)
        os.environ.update(call.environment)
        for stream in ("stdout", "stderr"):
            setattr(sys, stream, open(1 if stream == "stdout" else 2, "w", encoding="utf-8", closefd=False))  # noqa: SIM115 - descriptors
        _limit(call)
        exec(call.before, {})  # noqa: S102 - our own words
        from checker.cli import main

        code = main(call.words)
    except KeyboardInterrupt:
        code = 130
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)


def _limit(call: Call) -> None:
    if call.memory:
        now = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + call.memory, now + call.memory))
    if call.file_size:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (call.file_size, call.file_size))


if __name__ == "__main__":
    _serve(_stayed if "--stay" in sys.argv else _forked)
