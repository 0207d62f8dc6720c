"""Injected faults, and what must hold whatever happens: no passed gate without its report, no acknowledged batch lost."""

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.torture.forks import Call, Forks, Ran
from tests.torture.news import ARTICLE

OUTPUTS = {"json": "out.json", "sarif": "out.sarif", "text": "out.txt"}
GATE = (
    "gate",
    "in",
    "--format",
    "none",
    *(word for name, file in OUTPUTS.items() for word in ("--output", f"{name}={file}")),
)
_OLD = b"the report of yesterday"
MORE = ("--config", "own.toml", "--baseline", "known.tsv", "--rules", "pack.toml", "--today", "2025-03-05")


@dataclass(frozen=True)
class Scene:
    """A batch, and what a gate that nothing disturbs tells of it."""

    count: int  # of the second article; 14 agrees with the first
    words: tuple[str, ...]
    code: int
    outputs: dict[str, bytes]


def prepared(folder: Path, count: int) -> None:
    """A folder as newsrooms have it: articles, settings, a pack, a baseline, and reports of yesterday."""
    (folder / "in").mkdir(parents=True)
    for name, outlet, number in (("a.md", "harbour", 14), ("z.md", "ledger", count)):
        (folder / "in" / name).write_text(ARTICLE.format(outlet=outlet, count=number))
    (folder / "checker.toml").write_text('[rules]\nC502 = "off"\n')
    (folder / "own.toml").write_text('fail-on = "error"\n')
    (folder / "pack.toml").write_text("[tolerance]\nconverted = 0.05\n")
    (folder / "known.tsv").write_text("")
    for file in OUTPUTS.values():
        (folder / file).write_bytes(_OLD)


def scene(forks: Forks, folder: Path, count: int, words: Sequence[str] = ()) -> Scene:
    """What a gate tells of a batch when nothing goes wrong."""
    prepared(folder, count)
    ran = forks.main(folder, *GATE, *words)
    outputs = {file: (folder / file).read_bytes() for file in OUTPUTS.values()}
    shutil.rmtree(folder)
    return Scene(count, tuple(words), ran.code, outputs)


def broken(known: Scene, folder: Path, ran: Ran, *, is_killed: bool = False) -> Iterator[str]:
    """What a disturbed gate did that it must not."""
    written = {file: (folder / file).read_bytes() if (folder / file).is_file() else b"" for file in OUTPUTS.values()}
    if ran.code in (0, 1) and (ran.code != known.code or written != known.outputs):
        yield f"exit {ran.code} with a wrong or missing report"
    if ran.code not in (0, 1, 2, 3, 130) and not is_killed:
        yield f"exit {ran.code}: {ran.err[-200:]}"
    for file, content in written.items():
        if content not in (_OLD, known.outputs[file]) and not _is_whole(file, content):
            yield f"{file} is neither the old report nor a whole one"
    if not is_killed and list(folder.glob(".checker-*.draft")):
        yield "a draft is left"
    if "Traceback" in ran.err or "a fault of checker" in ran.err:
        yield ran.err[-300:]
    if ran.code == 3 and not ran.err.strip():
        yield "exit 3 without a word"


def _is_whole(file: str, content: bytes) -> bool:
    """Whether a report that differs, since something could not be read, is whole and says so."""
    if file.endswith(".txt"):
        return content.endswith(b"\n") and b"could not be read" in content.splitlines()[-1]
    try:
        told = json.loads(content)
    except ValueError:
        return False
    if file.endswith(".sarif"):
        return not told["runs"][0]["invocations"][0]["executionSuccessful"]
    return any(row["unread"] for row in told["skipped"])


def operations(forks: Forks, folder: Path, count: int, words: Sequence[str]) -> int:
    """How many operations on files a gate does."""
    prepared(folder, count)
    before = (
        "from tests.torture.layer import install; install(0, 'EIO', '/tmp/count-' + str(__import__('os').getppid()))"
    )
    told = Path(f"/tmp/count-{forks.number}")  # noqa: S108 - outside of what is counted
    forks.main(folder, *GATE, *words, before=before)
    shutil.rmtree(folder)
    found = int(told.read_text())
    told.unlink()
    return found


def layered(forks: Forks, folder: Path, known: Scene, number: int, fault: str) -> list[str]:
    """A gate of which one operation on files fails."""
    prepared(folder, known.count)
    before = f"from tests.torture.layer import install; install({number}, {fault!r})"
    ran = forks.main(folder, *GATE, *known.words, before=before)
    wrong = list(broken(known, folder, ran))
    shutil.rmtree(folder)
    return [f"{fault} at operation {number} of {' '.join(known.words) or 'a gate'}: {one}" for one in wrong]


def disturbed(forks: Forks, folder: Path, known: Scene, **how: float) -> list[str]:
    """A gate under a limit of memory or file size, or ended by a signal."""
    prepared(folder, known.count)
    ran = forks.main(folder, *GATE, *known.words, **how)
    wrong = list(broken(known, folder, ran, is_killed="kill_after" in how or "memory" in how))
    shutil.rmtree(folder)
    return [f"{how}: {one}" for one in wrong]


def spoilt(forks: Forks, folder: Path, name: str, content: bytes, draw: random.Random) -> list[str]:
    """A gate beside a file of which bytes were changed, lost or doubled."""
    prepared(folder, 17)
    (folder / "in" / name).write_bytes(_mangled(content, draw))
    ran = forks.main(folder, *GATE)
    told = json.loads((folder / "out.json").read_bytes())
    paths = [row["path"] for row in (*told["documents"], *told["skipped"])]
    unread = [row for row in told["skipped"] if row["unread"]]
    wrong = [] if ran.code == (3 if unread else 1) else [f"exit {ran.code}, {len(unread)} unread"]
    wrong += [] if any(path.startswith(f"in/{name}") for path in paths) else [f"{name} is neither read nor named"]
    wrong += [ran.err[-300:]] if "Traceback" in ran.err or "a fault of checker" in ran.err else []
    if wrong:
        wrong.append(repr((folder / "in" / name).read_bytes()[:300]))
    shutil.rmtree(folder)
    return wrong


def _mangled(content: bytes, draw: random.Random) -> bytes:
    place, other = sorted(draw.randrange(len(content) + 1) for _ in range(2))
    kind = draw.randrange(5)
    if kind == 0:
        return content[:place]
    if kind == 1:
        return content[:place] + bytes(draw.randrange(256) for _ in range(draw.randrange(1, 9))) + content[place + 1 :]
    if kind == 2:
        return content[:place] + content[other:]
    return content[:other] + content[place:other] * draw.randrange(1, 4) + content[other:]


class Writers:
    """An archive to which batches are added under faults, and the batches whose adding was acknowledged."""

    def __init__(self, forks: Forks, folder: Path) -> None:
        self.forks, self.folder, self.acknowledged, self.number = forks, folder, set[str](), 0
        folder.mkdir(parents=True, exist_ok=True)

    def batch(self) -> tuple[str, list[str]]:
        """A new batch: its name, and the words that add it."""
        self.number += 1
        name = f"b{self.number}"
        inside = self.folder / name
        inside.mkdir()
        for outlet in ("harbour", "ledger"):
            (inside / f"{outlet}.md").write_text(
                ARTICLE.format(outlet=outlet, count=self.number + 100) + f"\nNote {name}.\n"
            )
        return name, ["archive", "add", name, "--archive", "a.db", "--batch", name]

    def add(self, **how: float) -> Ran:
        name, words = self.batch()
        ran = self.forks.main(self.folder, *words, **how)
        if ran.code == 0:
            self.acknowledged.add(name)
        return ran

    def wrong(self, ran: Ran | None = None) -> list[str]:
        """What is wrong with the archive now."""
        found = [] if ran is None or "Traceback" not in ran.err else [ran.err[-300:]]
        if not (self.folder / "a.db").exists():
            return [*found, *(["the archive is gone"] if self.acknowledged else [])]
        seen = self.forks.main(self.folder, "archive", "list", "--archive", "a.db")
        names = {line.split()[0] for line in seen.out.splitlines() if line.strip()}
        checked = self.forks.main(self.folder, "archive", "verify", "--archive", "a.db")
        is_empty = seen.code == checked.code == 2 and not self.acknowledged and "no archive of checker" in seen.err
        if not is_empty and (seen.code or checked.code):
            found.append(
                f"list {seen.code}, verify {checked.code}: {seen.err[-200:]} {checked.out[-200:]} {checked.err[-200:]}"
            )
        if lost := self.acknowledged - names:
            found.append(f"acknowledged and lost: {sorted(lost)}")
        return found


def four_writers(folder: Path, rounds: int, draw: random.Random) -> tuple[int, list[str]]:
    """Four processes that fork writers into one archive at once, some of which are killed."""
    wrong: list[str] = []
    count = 0
    with contextlib.ExitStack() as opened:
        all_ = [opened.enter_context(Forks()) for _ in range(4)]
        state = Writers(all_[0], folder)
        for _ in range(rounds):
            named = []
            for forks in all_:
                name, words = state.batch()
                kill = draw.choice((0, 0, draw.uniform(0.05, 0.6)))
                forks.begin(Call(words, str(folder), kill_after=kill, tag=name))
                named.append((forks, name))
            for forks, name in named:
                ran = forks.end()
                count += 1
                if ran.code == 0:
                    state.acknowledged.add(name)
                elif ran.code not in (-signal.SIGKILL, 3):
                    wrong.append(f"exit {ran.code}: {ran.err[-200:]}")
            wrong += state.wrong()
    return count, wrong


@contextlib.contextmanager
def small_disk(folder: Path, size: int) -> Iterator[bool]:
    """A file system of so many bytes at a folder; False where none can be mounted."""
    folder.mkdir(parents=True, exist_ok=True)
    words = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    is_mounted = os.geteuid() == 0 and subprocess.run(words, check=False, capture_output=True).returncode == 0
    try:
        yield is_mounted
    finally:
        if is_mounted:
            subprocess.run(["umount", str(folder)], check=True)
