"""Which faults are injected, how many of each sort, and in what order; the same for the same seed."""

import random
import signal
from collections.abc import Iterator
from pathlib import Path

from tests.torture import faults
from tests.torture.forks import Forks
from tests.torture.hostile.shapes import ARTICLES
from tests.torture.layer import FAULTS

Found = tuple[str, list[str]]  # the sort of a fault, and what was answered wrongly
_SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
_MB = 1 << 20


def everything(forks: Forks, folder: Path, seed: int, share: float, only: str = "") -> Iterator[Found]:
    """All sorts of faults, or those whose name holds a word; of each so many as the share says."""
    for name, injected in _SORTS.items():
        if only in name:
            yield from injected(forks, folder / name, random.Random(f"{seed} {name}"), share)  # noqa: S311 - faults are drawn, not secrets


def _files(forks: Forks, folder: Path, draw: random.Random, share: float) -> Iterator[Found]:
    """Each operation on files of a passing and of a failing gate, with and without all that may lie beside."""
    for count, words in ((14, ()), (17, faults.MORE), (17, ("--cache", "kept"))):
        known = faults.scene(forks, folder, count, words)
        total = faults.operations(forks, folder, count, words)
        all_ = [(number, fault) for number in range(1, total + 1) for fault in FAULTS]
        for number, fault in sorted(draw.sample(all_, round(len(all_) * share))):
            yield "files", faults.layered(forks, folder, known, number, fault)


def _spoilt(forks: Forks, folder: Path, draw: random.Random, share: float) -> Iterator[Found]:
    """Articles of every format of which bytes were changed, lost or doubled."""
    for _ in range(round(220 * share)):
        name, content = draw.choice(list(ARTICLES.items()))
        yield "spoilt bytes", faults.spoilt(forks, folder, name, content, draw)


def _limits(forks: Forks, folder: Path, draw: random.Random, share: float) -> Iterator[Found]:
    """Limits of memory and of the size of files, and signals at any moment."""
    for known in (faults.scene(forks, folder, count) for count in (14, 17)):
        for _ in range(round(40 * share)):
            yield "memory", faults.disturbed(forks, folder, known, memory=draw.randrange(200 * _MB))
        for _ in range(round(30 * share)):
            yield "file size", faults.disturbed(forks, folder, known, file_size=draw.randrange(1, 40_000))
        for _ in range(round(60 * share)):
            how = {"kill_after": draw.uniform(0.001, 0.45), "signal": draw.choice(_SIGNALS)}
            yield "signals", faults.disturbed(forks, folder, known, **how)


def _archive(forks: Forks, folder: Path, draw: random.Random, share: float) -> Iterator[Found]:
    """Writers of one archive that are killed, or whose files may grow no further."""
    state = faults.Writers(forks, folder)
    for _ in range(round(150 * share)):
        how = draw.choice((
            {"kill_after": draw.uniform(0.01, 0.5)},
            {"kill_after": draw.uniform(0.01, 0.5), "signal": draw.choice(_SIGNALS)},
            {"file_size": draw.randrange(1, 400_000)},
            {"memory": draw.randrange(150 * _MB)},
            {},
        ))  # fmt: skip
        yield "archive", [f"{how}: {one}" for one in state.wrong(state.add(**how))]


def _full(forks: Forks, folder: Path, draw: random.Random, share: float) -> Iterator[Found]:
    """An archive on a small disk, to which batches are added until it is full, and further."""
    for number in range(max(round(4 * share), 1)):
        with faults.small_disk(folder / str(number), draw.randrange(200_000, 1_500_000)) as is_small:
            state = faults.Writers(forks, folder / str(number))
            how = {} if is_small else {"file_size": draw.randrange(100_000, 400_000)}
            for _ in range(10):
                try:
                    yield "full disk", state.wrong(state.add(**how))
                except OSError:  # not even the articles find room
                    yield "full disk", state.wrong()


def _four(_: Forks, folder: Path, draw: random.Random, share: float) -> Iterator[Found]:
    """Four writers of one archive at once."""
    count, wrong = faults.four_writers(folder, max(round(20 * share), 1), draw)
    yield from (("four writers", wrong if not number else []) for number in range(count))


_SORTS = {
    "files": _files,
    "spoilt": _spoilt,
    "limits": _limits,
    "archive": _archive,
    "full": _full,
    "writers": _four,
}
