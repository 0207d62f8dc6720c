"""The long runs: `python -m tests.torture kit|growing|…`; each ends with the figures that it reached, and 1 on a fault."""

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.torture import codepoints, kit, plan, soak, variants
from tests.torture.forks import Forks


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _kit(given: argparse.Namespace, forks: Forks, folder: Path) -> int:
    """Every case once."""
    base, wrong, dearest = kit.base_run(forks, folder / "base"), Counter(), (0.0, "")
    chosen = {name: case for name, case in kit.CASES.items() if given.only in name}
    for name, case in chosen.items():
        ran, report, size = kit.run(forks, folder / "one", case)
        dearest = max(dearest, (ran.seconds - base.seconds, name))
        for fault in (*kit.faults(case, ran, report), *kit.excess(ran, base, size)):
            wrong[name] += 1
            say(f"{name}: {fault}")
        shutil.rmtree(folder / "one")
    say(f"{len(chosen)} hostile inputs, {len(wrong)} with faults; the dearest took {dearest[0]:.1f} s: {dearest[1]}")
    return len(wrong)


def _growing(given: argparse.Namespace, forks: Forks, folder: Path) -> int:
    """Every input that grows, at a size and at twice that."""
    count, wrong = 0, 0
    for name in (name for name in kit.GROWING if given.only in name):
        runs, faults = kit.doubled(forks, folder / "grow", name, given.size)
        count, wrong = count + 1, wrong + bool(faults)
        told = "; ".join(faults) or "well"
        say(f"{name}: {runs[0].seconds:.2f} s, {runs[1].seconds:.2f} s, {runs[1].megabytes:.0f} MB: {told}")
    say(f"{count} inputs of {given.size:,} bytes and of twice that, {wrong} with faults")
    return wrong


def _faults(given: argparse.Namespace, forks: Forks, folder: Path) -> int:
    """Every operation on files failing in five ways, then limits, signals, spoilt bytes, full disks, many writers."""
    count, wrong = 0, Counter()
    for name, found in plan.everything(forks, folder, given.seed, given.share, given.only):
        count += 1
        if count % 50 == 0:
            say(f"{count} faults injected, {wrong.total()} answered wrongly so far")
        wrong[name] += bool(found)
        for fault in found:
            say(f"{name}: {fault}")
    say(f"{count} faults injected, {wrong.total()} answered wrongly")
    return wrong.total()


def _codepoints(given: argparse.Namespace, _: Forks, folder: Path) -> int:
    """Those most likely to do harm wherever words come from outside; then every one there is, in articles that are read."""
    wrong: dict[str, list[str]] = {form: [] for form in codepoints.RENDERERS if given.only in form}
    for words in codepoints.pieces(codepoints.telling()):
        for form, found in wrong.items():
            found.extend(codepoints.wrong(words, form))
    say(f"{len(codepoints.telling()):,} code points in every column: {sum(map(len, wrong.values()))} faults")
    points, plain = codepoints.assignable(), _written(folder / "plain", list(map(ord, "harmless")) * 500)
    for start in range(0, len(points), 4_000):
        told = _written(folder / str(start), points[start : start + 4_000])
        for form, found in wrong.items():
            found.extend(codepoints.faults(told[form], form))
            found.extend(codepoints.new_tags(told[form], plain[form], form))
    for form, found in wrong.items():
        say(
            f"{form}: {'; '.join(found[:3]) or f'{len(points):,} code points in articles, titles and file names: well'}"
        )
    return sum(map(bool, wrong.values()))


def _written(folder: Path, points: list[int]) -> dict[str, str]:
    """Articles with these code points, in every format."""
    folder.mkdir()
    tables = codepoints.read(folder, points)
    shutil.rmtree(folder)
    return {form: render(tables) for form, render in codepoints.RENDERERS.items()}


def _variants(given: argparse.Namespace, __: Forks, folder: Path) -> int:
    """Every surroundings, with every engine that there is."""
    wrong, first = 0, variants.outputs(folder / "variant", variants.VARIANTS["as it is"], "local")
    for engine in filter(variants.is_there, variants.ENGINES):
        chosen = {name: variant for name, variant in variants.VARIANTS.items() if given.only in name}
        for name, variant in chosen.items():
            found = variants.outputs(folder / "variant", variant, engine)
            others = [form for form in first if found[form] != first[form]]
            wrong += bool(others)
            told = f"other bytes in {', '.join(others)} {found['exit']}" if others else "the same bytes"
            say(f"{engine}: {name}: {told}")
        say(f"{engine}: {len(chosen)} surroundings, {len(variants.FORMATS)} formats, {wrong} that differ")
    return wrong


def _soak(given: argparse.Namespace, forks: Forks, folder: Path) -> int:
    """Batches through gate and archive for so many minutes, with faults on."""
    rounds, wrong, held = soak.soaked(forks, folder / "soak", given.minutes * 60, given.seed)
    for fault in wrong:
        say(fault)
    say(f"{rounds} rounds in {given.minutes:g} minutes: {len(wrong)} faults; memory held {held}")
    return len(wrong)


_RUNS = {
    "kit": _kit,
    "growing": _growing,
    "faults": _faults,
    "codepoints": _codepoints,
    "variants": _variants,
    "soak": _soak,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("run", choices=_RUNS)
    parser.add_argument("--only", default="", help="names that hold this")
    parser.add_argument("--size", type=int, default=250_000, help="bytes of a growing input")
    parser.add_argument("--seed", type=int, default=1, help="of what is drawn")
    parser.add_argument("--share", type=float, default=1.0, help="of the faults, from 0 to 1")
    parser.add_argument("--minutes", type=float, default=20, help="of a soak")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, Forks() as forks:
        return min(_RUNS[given.run](given, forks, Path(name)), 1)


if __name__ == "__main__":
    sys.exit(main())
