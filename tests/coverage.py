"""Which branches the tests take: `python -m tests.coverage [PYTEST ARGUMENT…]`; tells the total and the rooms that count.

Branches that workers and children take count as well. Ends with 1 where a test failed; figures are told either way.
"""

import json
import subprocess
import sys
from pathlib import Path

FOLDER = Path("build/coverage")
# Tests of times and of what is loaded, both of which change by being watched.
UNWATCHED = (
    "tests/reading/test_imports.py",
    "tests/bench/test_scale.py::test_cost_stays_within_a_ratio_of_the_yardstick",
    "tests/torture/test_torture.py::test_twice_the_input_takes_hardly_more_than_twice_the_time",
)
# Room -> the beginnings of the paths in it, for which every branch is wanted.
ROOMS = {
    "values": ("checker/values/",),
    "the relation of values": ("checker/values/relate.py", "checker/matching/relation.py"),
    "the rule language": ("checker/judging/expression/", "checker/judging/unreachable.py"),
    "escapes": ("checker/rendering/escape.py",),
    "exit codes": ("checker/exits.py",),
    "archive": ("checker/archive/", "checker/archive_verbs.py"),
    "all of it": ("checker/",),
}


def _share(files: dict[str, dict[str, int]], paths: tuple[str, ...]) -> str:
    told = [summary for path, summary in files.items() if path.replace("\\", "/").startswith(paths)]
    lines, seen, branches, taken = (
        sum(one[key] for one in told) for key in ("num_statements", "covered_lines", "num_branches", "covered_branches")
    )
    return (
        f"{100 * taken / max(branches, 1):.1f}% of {branches:,} branches, {100 * seen / max(lines, 1):.1f}% of {lines:,}"
        f" statements, {100 * (taken + seen) / max(branches + lines, 1):.1f}% of both"
    )


def main() -> int:
    """Run the tests, join what every process saw, tell."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    coverage = [sys.executable, "-m", "coverage"]
    subprocess.run([*coverage, "erase"], check=True)
    left_out = [f"--deselect={name}" for name in UNWATCHED]
    ran = subprocess.run([*coverage, "run", "-m", "pytest", "-q", *left_out, *sys.argv[1:]], check=False)
    subprocess.run([*coverage, "combine", "--quiet"], check=True)
    subprocess.run([*coverage, "json", "--quiet", "-o", str(FOLDER / "coverage.json")], check=True)
    told = json.loads((FOLDER / "coverage.json").read_text(encoding="utf-8"))
    files = {path: entry["summary"] for path, entry in told["files"].items()}
    for room, paths in ROOMS.items():
        sys.stdout.write(f"{room}: {_share(files, paths)}\n")
    for path, entry in told["files"].items():
        if path.startswith(tuple(one for name, all_ in ROOMS.items() if name != "all of it" for one in all_)):
            missing = [f"{a}->{b}" for a, b in entry["missing_branches"]]
            if missing or entry["missing_lines"]:
                sys.stdout.write(f"{path}: lines {entry['missing_lines']}, branches {' '.join(missing)}\n")
    return ran.returncode


if __name__ == "__main__":
    sys.exit(main())
