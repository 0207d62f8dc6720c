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
    seen: set[tuple[str, str]] = set()
    waiting = [(package, "")]  # package and one of its extras; "" for what it needs in any case
    while waiting:
        name, extra = waiting.pop()
        for needed in map(Requirement, requires(name) or ()):
            if needed.marker is None or needed.marker.evaluate({"extra": extra}):
                own = str(canonicalize_name(needed.name))
                waiting += [pair for one in ("", *needed.extras) if (pair := (own, one)) not in seen]
                seen |= {(own, one) for one in ("", *needed.extras)}
    return {name for name, _ in seen}


def main(lock: str) -> None:
    """Write the blocks of the lock that are needed, markers and all versions with them."""
    needed = closure("checker")
    text = Path(lock).read_text(encoding="utf-8")
    sys.stdout.writelines(block[0] for block in _BLOCK.finditer(text) if block["name"] in needed)


if __name__ == "__main__":
    main(sys.argv[1])
