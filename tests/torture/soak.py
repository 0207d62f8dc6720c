"""A newsroom's day: batch upon batch through gate and archive, while writers are killed and files are bad.

One process runs all the gates, so that memory that is not given back adds up.
"""

import random
import shutil
import signal
import time
from itertools import count
from pathlib import Path
from statistics import median

from tests.torture import faults
from tests.torture.forks import Forks, Ran
from tests.torture.hostile.contents import UNREAD
from tests.torture.kit import CASES
from tests.torture.news import ARTICLE

MOST_GROWTH = 20.0  # megabytes from the second quarter of a soak to its last
_SYLLABLES = tuple(a + b + c for a in "bdfghklmprst" for b in "aeiou" for c in ("n", "x", "sk", "lt"))
_VERIFIED_EACH = 10  # rounds


class _Day:
    """What a soak goes on with from round to round."""

    def __init__(self, forks: Forks, folder: Path, seed: int) -> None:
        self.draw = random.Random(seed)  # noqa: S311 - faults are drawn, not secrets
        self.state = faults.Writers(forks, folder)
        self.hostile = [
            case
            for name, case in CASES.items()
            if case.fate == UNREAD and not name.startswith(("place", "PDF", "gzip: a bomb"))
        ]
        self.wrong: list[str] = []
        self.held: list[float] = []

    def batch(self, number: int) -> tuple[str, int]:
        """Articles of a new event as a batch; its name, and how the gate must end."""
        name, _ = self.state.batch()
        inside = self.state.folder / name
        shutil.rmtree(inside)
        code = self.draw.choice((0, 0, 1, 3))
        for outlet, killed in (("harbour", 3 * number), ("ledger", 3 * number + 2 * (code != 0))):
            written(inside / "in" / f"{outlet}.md", number, outlet, killed)
        if code == 3:
            self.draw.choice(self.hostile).make(inside)
        return name, code

    def gate(self, staying: Forks, name: str, code: int) -> None:
        """The gate, in the process that stays; what it tells must be what the batch is."""
        beside = ["--archive", "a.db"] * (self.state.folder / "a.db").exists()
        ran = staying.main(self.state.folder, "gate", f"{name}/in", "--format", "json", *beside)
        if ran.code != code:
            self.wrong.append(f"{name}: exit {ran.code} instead of {code}: {ran.err[-300:]}")
        self.held.append(ran.megabytes)

    def add(self, name: str) -> Ran:
        """Its adding, mostly disturbed."""
        draw = self.draw
        ways = (
            {},
            {"kill_after": draw.uniform(0.01, 0.5)},
            {"kill_after": draw.uniform(0.01, 0.5), "signal": signal.SIGTERM},
            {"file_size": draw.randrange(1, 1_000_000)},
            {"memory": draw.randrange(150 << 20)},
        )
        words = ["archive", "add", f"{name}/in", "--archive", "a.db", "--batch", name]
        ran = self.state.forks.main(self.state.folder, *words, **draw.choice(ways))
        if ran.code == 0:
            self.state.acknowledged.add(name)
        return ran


def written(path: Path, number: int, outlet: str, killed: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    town = "".join(random.Random(number).choices(_SYLLABLES, k=3)).title()  # noqa: S311 - a name
    text = ARTICLE.format(outlet=outlet, count=killed)
    path.write_text(text.replace("Port Meridian", f"Port {town}").replace("PORT MERIDIAN", f"PORT {town.upper()}"))


def soaked(forks: Forks, folder: Path, seconds: float, seed: int) -> tuple[int, list[str], str]:
    """Rounds until so many seconds are over: how many, what went wrong, and what memory was held."""
    day, end = _Day(forks, folder, seed), time.monotonic() + seconds
    with Forks(stays=True) as staying:
        for number in count(1):
            name, code = day.batch(number)
            day.gate(staying, name, code)
            ran = day.add(name)
            is_last = time.monotonic() > end
            if number % _VERIFIED_EACH == 0 or is_last:
                day.wrong += day.state.wrong(ran)
            shutil.rmtree(folder / name)
            if is_last:
                return number, day.wrong + _grown(day.held), _told(day.held)
    raise AssertionError("the count ended")


def _quarters(held: list[float]) -> tuple[float, float]:
    part = max(len(held) // 4, 1)
    return median(held[part : 2 * part] or held), median(held[-part:])


def _grown(held: list[float]) -> list[str]:
    """Whether the process that stays holds more and more."""
    early, late = _quarters(held)
    return [f"memory grew from {early:.0f} MB to {late:.0f} MB"] if late - early > MOST_GROWTH else []


def _told(held: list[float]) -> str:
    early, late = _quarters(held)
    return f"{early:.0f} MB in the second quarter, {late:.0f} MB in the last"
