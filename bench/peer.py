"""One peer's extraction, timed in its own interpreter: `PYTHON -P bench/peer.py NAME < texts.json`; prints JSON.

Standard library and the peer only: it runs where checker is not installed.
"""

import json
import sys
import time
from collections.abc import Callable
from importlib import import_module


def quantulum3() -> Callable[[str], int]:
    """Numbers with units; install `quantulum3 scikit-learn==1.8.0 stemming`."""
    parser = import_module("quantulum3.parser")
    return lambda text: len(parser.parse(text))


def dateparser() -> Callable[[str], int]:
    """Dates; install `dateparser`."""
    search = import_module("dateparser.search")
    return lambda text: len(search.search_dates(text, languages=["en"]) or ())


PEERS = {"quantulum3": quantulum3, "dateparser": dateparser}


def main() -> None:
    """Time the peer over all texts, the first once before the clock starts."""
    find = PEERS[sys.argv[1]]()
    texts = json.load(sys.stdin)
    find(texts[0])
    start = time.process_time()
    found = sum(find(text) for text in texts)
    seconds = time.process_time() - start
    json.dump({"bytes": sum(len(text.encode()) for text in texts), "found": found, "seconds": seconds}, sys.stdout)


if __name__ == "__main__":
    main()
