"""How fast claims are extracted: bytes of text per second of CPU time, ours and the peers' in one run."""

import json
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import checker
from bench import lines

SEEDS = Path(__file__).parent.parent / "seeds"
PEER = Path(__file__).parent / "peer.py"
# Repeats of the texts, so that the clock has something to measure and first-use costs vanish.
REPEATS = 100
ROUNDS = 3  # ours and the peers' in turn, so that a change of the machine's pace hits both
PEER_BYTES = 60_000  # so much text a round is enough for peers of some kB a second


@dataclass(frozen=True, slots=True)
class Pace:
    """Bytes per CPU second: the median of the rounds."""

    name: str
    rate: float
    ratio: float | None = None  # how many times as fast we were, the median over the rounds


def texts(source: Path | None) -> list[str]:
    """The texts of a JSON-lines file with a `text` in each record; without a file the seeds, repeated."""
    if source is not None:
        return [record["text"] for record in lines.read(source)]
    return [path.read_text(encoding="utf-8") for path in sorted(SEEDS.iterdir())] * REPEATS


def rate(articles: Sequence[str]) -> tuple[int, int, float]:
    """Bytes of UTF-8 text, claims found, CPU seconds taken."""
    checker.extract(checker.documents(articles[:1]))
    start = time.process_time()
    claims = checker.extract(checker.documents(articles))
    seconds = time.process_time() - start
    return sum(len(article.encode()) for article in articles), len(claims), seconds


def paces(articles: Sequence[str], python: Path, peers: Sequence[str]) -> list[Pace]:
    """Ours and each peer's pace on the same articles, measured in turn; `python` is the peers' interpreter."""
    short = _head(articles)
    rounds = [(_ours(articles), [_of_peer(python, name, short) for name in peers]) for _ in range(ROUNDS)]
    found = [Pace("checker", statistics.median(ours for ours, _ in rounds))]
    for place, name in enumerate(peers):
        theirs = statistics.median(others[place] for _, others in rounds)
        found.append(Pace(name, theirs, statistics.median(ours / others[place] for ours, others in rounds)))
    return found


def _ours(articles: Sequence[str]) -> float:
    size, _, seconds = rate(articles)
    return size / seconds


def _of_peer(python: Path, name: str, articles: Sequence[str]) -> float:
    ran = subprocess.run(
        [python, "-P", PEER, name], input=json.dumps(list(articles)), capture_output=True, text=True, check=True
    )
    told = json.loads(ran.stdout.splitlines()[-1])
    return float(told["bytes"] / told["seconds"])


def _head(articles: Sequence[str]) -> list[str]:
    """The first articles, up to PEER_BYTES."""
    kept: list[str] = []
    for article in articles:
        if sum(map(len, kept)) >= PEER_BYTES:
            break
        kept.append(article)
    return kept
