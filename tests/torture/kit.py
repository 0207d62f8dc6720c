"""The kit: every hostile input beside the two articles, what must come of it, and what of that did not."""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.torture.forks import Forks, Ran
from tests.torture.hostile.contents import BYTES, NAMES, READ, UNREAD
from tests.torture.hostile.given import GIVEN
from tests.torture.hostile.growing import GROWING
from tests.torture.hostile.packing import GZIP
from tests.torture.hostile.places import PLACES
from tests.torture.hostile.shapes import HTML, JSON, MAIL, PDF, WARC, WORD, XML
from tests.torture.hostile.texts import INJECTIONS, LOOKALIKES
from tests.torture.news import is_told, read_report, write_pair

MOST_SECONDS, MOST_A_MEGABYTE = 1.0, 2.0  # of the processor, beside what the two articles alone take
MOST_MEGABYTES, MOST_TIMES = 150.0, 40.0  # of memory, likewise
MOST_A_DOUBLING = 2.3
_QUIET = 0.3  # seconds that the two articles alone take on a machine that nobody else uses
_SOON = 0.4  # seconds below which a doubling tells nothing
_CODES = {UNREAD: 3, READ: 1, "passed over": 1}
_GATE, _PAGE = ("gate", "in", "--format", "none", "--output", "json=report.json"), ("--output", "html=report.html")
_TABLES: Mapping[str, Mapping[str, tuple[str, bytes | str, str]]] = {
    "bytes": BYTES, "names": NAMES, "JSON": JSON, "XML": XML, "page": HTML, "mail": MAIL, "web archive": WARC,
    "PDF": PDF, "Word": WORD, "gzip": GZIP, "look-alikes": LOOKALIKES, "injections": INJECTIONS,
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A hostile input, and what must become of it."""

    make: Callable[[Path], object]  # of the folder in which `in` lies
    named: str = "in/x"  # how the path of it begins where it is told
    fate: str = UNREAD
    words: tuple[str, ...] = ()  # of the command line
    code: int | None = None  # the exit code, where the fate does not tell it
    told: str = ""  # stands on standard error


def _content(name: str, content: bytes | str) -> Callable[[Path], object]:
    raw = content.encode() if isinstance(content, str) else content
    return lambda folder: (folder / "in" / name).write_bytes(raw)


def _cases() -> Iterator[tuple[str, Case]]:
    for kind, table in _TABLES.items():
        for name, (file, content, fate) in table.items():
            yield f"{kind}: {name}", Case(_content(file, content), f"in/{file}", fate)
    for name, (make, named, fate) in PLACES.items():
        yield f"place: {name}", Case(lambda folder, make=make: make(folder / "in"), named, fate)
    for name, (words, file, make, code, told) in GIVEN.items():
        made = lambda folder, make=make, file=file: make(folder / file)  # noqa: E731 - one of many
        yield name, Case(made, file, "given", tuple(words), code, told)


CASES: Mapping[str, Case] = dict(_cases())


def run(forks: Forks, folder: Path, case: Case) -> tuple[Ran, dict, int]:
    """Run a case in a folder of its own: what was done, its report, and the bytes of the input."""
    write_pair(folder / "in")
    case.make(folder)
    size = (
        sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())
        if case.fate != UNREAD
        else _size(folder)
    )
    ran = forks.main(folder, *_GATE, *_PAGE, *case.words)
    return ran, read_report(folder / "report.json"), size


def _size(folder: Path) -> int:
    """Bytes on the disk: a file of holes is not large."""
    return sum(path.lstat().st_blocks * 512 for path in (folder / "in").iterdir())


def faults(case: Case, ran: Ran, report: dict) -> Iterator[str]:
    """What did not come of a case as it must."""
    wanted = _CODES[case.fate] if case.code is None else case.code
    if ran.code != wanted:
        yield f"exit {ran.code} instead of {wanted}"
    if wanted != 2 and not is_told(report):
        yield "the discrepancy of the two articles is not told"
    if wanted == 2 and report:
        yield "a report in spite of wrong usage"
    if case.told not in ran.err:
        yield f"{case.told!r} is not said"
    if not _is_named(case, report):
        yield f"{case.named} is not named as {case.fate}"
    said = ran.out + ran.err + json.dumps([row["reason"] for row in report.get("skipped", ())])
    for word in ("Traceback", "a fault of checker", "--debug shows"):
        if word in said:
            yield f"{word!r} in {said[:300]!r}"
    if any(not c.isprintable() for c in (ran.out + ran.err).replace("\n", "")):
        yield "a character that is obeyed, not shown"


def _is_named(case: Case, report: dict) -> bool:
    skipped = report.get("skipped", ())
    if case.fate == "given":
        return True
    if case.fate == READ:
        named = {document["path"] for document in report.get("documents", ())}
        return any(path.startswith(case.named) for path in named) and not any(row["unread"] for row in skipped)
    is_unread = case.fate == UNREAD
    return any(row["path"].startswith(case.named) and row["unread"] == is_unread for row in skipped)


def excess(ran: Ran, base: Ran, size: int) -> Iterator[str]:
    """Time and memory above what an input of that size may take; `base` are the two articles alone."""
    slowness = max(base.seconds / _QUIET, 1.0)  # of a machine that others use too
    megabytes, seconds = ran.megabytes - base.megabytes, (ran.seconds - base.seconds) / slowness
    if seconds > MOST_SECONDS + MOST_A_MEGABYTE * size / 1e6:
        yield f"{seconds:.1f} s for {size / 1e6:.2f} MB"
    if megabytes > MOST_MEGABYTES + MOST_TIMES * size / 1e6:
        yield f"{megabytes:.0f} MB of memory for {size / 1e6:.2f} MB"


def doubled(forks: Forks, folder: Path, name: str, size: int) -> tuple[list[Ran], list[str]]:
    """Runs of a growing input of a size and of twice that, and what is wrong with them."""
    base = base_run(forks, folder / "base")
    file, content = GROWING[name]
    runs, wrong = [], []
    for times in (1, 2):
        made = content(times * size)
        case = Case(_content(file, made), f"in/{file}")
        ran, report, _ = run(forks, folder / str(times), case)
        size_told = len(made.encode() if isinstance(made, str) else made)
        wrong += _answers(ran, report)
        if list(excess(ran, base, size_told)):  # others use the machine too: the faster of two runs
            ran = min(ran, run(forks, folder / f"{times} again", case)[0], key=lambda one: one.seconds)
        runs.append(ran)
        wrong += excess(ran, base, size_told)
        shutil.rmtree(folder / str(times))
    one, two = (ran.seconds - base.seconds for ran in runs)
    if two > _SOON and two > MOST_A_DOUBLING * max(one, 0.05):  # others use the machine too: the faster of two runs
        made = [(times, content(times * size)) for times in (1, 2)]
        again = [run(forks, folder / f"again {times}", Case(_content(file, own), f"in/{file}")) for times, own in made]
        one, two = (min(took, ran.seconds - base.seconds) for took, (ran, *_) in zip((one, two), again, strict=True))
    if two > _SOON and two > MOST_A_DOUBLING * max(one, 0.05):
        wrong.append(f"twice the input takes {two / max(one, 0.05):.1f} times as long ({one:.2f} s, {two:.2f} s)")
    return runs, wrong


def _answers(ran: Ran, report: dict) -> Iterator[str]:
    """Whatever it is, it is read or named, and the discrepancy of the two is told."""
    named = [row["path"] for row in report.get("skipped", ()) if row["unread"]]
    met = [document["path"] for document in report.get("documents", ())]
    if ran.code != (3 if named else 1) or not is_told(report):
        yield f"exit {ran.code}, {len(named)} unread, the discrepancy is {'' if is_told(report) else 'not '}told: {ran.err[:200]}"
    if not any(path.startswith("in/x") for path in (*named, *met)):
        yield "it is neither read nor named"
    if "a fault of checker" in ran.err:
        yield ran.err[:300]


def base_run(forks: Forks, folder: Path) -> Ran:
    """The two articles alone."""
    write_pair(folder / "in")
    return forks.main(folder, *_GATE, *_PAGE)
