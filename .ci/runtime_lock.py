"""Print the part of the lock that the package needs at run time: `python .ci/runtime_lock.py requirements.lock`.

Walks the declared dependencies of `checker` as installed in the running environment, extras left out.
"""

import re
import sys
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

# A pinned package and its hash lines.
_BLOCK = re.compile(r"^(?P<name>[a-z0-9-]+)==.*\n(?:    --hash=.*\n)+", re.MULTILINE)


def closure(package: str) -> set[str]:
    """Every package that `package` needs in this environment, directly or not."""
    found: set[str] = set()
    waiting = [package]
    while waiting:
        needed = [Requirement(line) for line in requires(waiting.pop()) or ()]
        names = {str(canonicalize_name(r.name)) for r in needed if r.marker is None or r.marker.evaluate({"extra": ""})}
        waiting += names - found
        found |= names
    return found


def main(lock: str) -> None:
    """Write the blocks of the lock that are needed, markers and all versions with them."""
    needed = closure("checker")
    text = Path(lock).read_text(encoding="utf-8")
    sys.stdout.writelines(block[0] for block in _BLOCK.finditer(text) if block["name"] in needed)


if __name__ == "__main__":
    main(sys.argv[1])
