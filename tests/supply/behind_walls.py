"""Run command lines, a JSON list of argument lists, behind a wall; print their exit codes: `behind_walls.py WALL CALLS`."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.supply.walls import WALLS


def main() -> None:
    """Build the wall before anything of ours is loaded."""
    WALLS[sys.argv[1]]()
    from checker.cli import main as checker

    sys.stdout.write(json.dumps([checker(call) for call in json.loads(sys.argv[2])]))


if __name__ == "__main__":
    main()
