"""How fast claims are extracted: bytes of text per second of CPU time, in one process."""

import time
from collections.abc import Sequence
from pathlib import Path

import checker
from bench import lines

SEEDS = Path(__file__).parent.parent / "seeds"
# Repeats of the texts, so that the clock has something to measure and first-use costs vanish.
REPEATS = 20


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
