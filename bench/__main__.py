"""The bench from the command line: `python -m bench predict|score|peers|speed|rules|archive|scale|engines`."""

import argparse
import sys
import time
from pathlib import Path

from bench import archive, board, engines, floors, peers, rules, scale, speed, tasks
from bench.peer import PEERS

ROOT = Path(__file__).parent.parent
LABELLED = ROOT.parent / "shared" / "bench"
OUT = Path(__file__).parent / "out"


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(prog="python -m bench", description=sys.modules["bench"].__doc__)
    commands = top.add_subparsers(dest="command", required=True)
    predict = commands.add_parser("predict", help="write predictions in the form that the task's scorer reads")
    predict.add_argument("task", choices=tasks.ADAPTERS)
    predict.add_argument("source", type=Path, metavar="IN.jsonl")
    predict.add_argument("target", type=Path, metavar="OUT.jsonl")
    score = commands.add_parser("score", help="predict and score every labelled file; one table")
    score.add_argument(
        "--bench", type=Path, default=LABELLED, metavar="DIR", help="folder of labelled files and scorers"
    )
    score.add_argument("--out", type=Path, default=OUT, metavar="DIR", help="where predictions are kept")
    score.add_argument("--jobs", type=int, default=2, metavar="N", help="labelled files measured at a time")
    score.add_argument("--only", action="append", default=[], choices=tasks.ADAPTERS, help="one task; may be repeated")
    score.add_argument("--check", action="store_true", help="fail where a figure falls below its floor")
    score.add_argument("--record", action="store_true", help="write what is reached, less half a point, as the floors")
    beside = commands.add_parser("peers", help="every figure beside every peer; the pace of those that are installed")
    beside.add_argument("--bench", type=Path, default=LABELLED, metavar="DIR", help="folder with peers.json")
    beside.add_argument("--peers", type=Path, metavar="PYTHON", help="interpreter in which the peers are installed")
    beside.add_argument("--readme", action="store_true", help="only put the table of the README in step")
    quick = commands.add_parser("speed", help="bytes of text per CPU second of extraction")
    quick.add_argument("--texts", type=Path, metavar="FILE.jsonl", help="records with a `text`; the seeds by default")
    quick.add_argument("--peers", type=Path, metavar="PYTHON", help="interpreter in which the peers are installed")
    deciding = commands.add_parser("rules", help="six rules on many pairs: ours, DuckDB and pandas.eval, answers equal")
    deciding.add_argument("--pairs", type=int, default=rules.PAIRS_MADE, metavar="N", help="pairs made (a million)")
    asking = commands.add_parser("archive", help="how fast a thousand claims meet a large archive, which is made")
    asking.add_argument("--claims", type=int, default=500_000, metavar="N", help="that it holds (half a million)")
    asking.add_argument("--keep", type=Path, metavar="FOLDER", help="leave it there, and use it again")
    growing = commands.add_parser("scale", help="matching and judging of more and more claims, beside joins")
    growing.add_argument("--large", action="store_true", help="up to two million claims, not up to 100,000")
    growing.add_argument("--peers", type=Path, metavar="PYTHON", help="interpreter that has sparse_dot_topn")
    growing.add_argument("--write", action="store_true", help="keep the figures and the plot in bench/results")
    running = commands.add_parser(
        "engines", help="the local engine and Spark on the same made articles, findings equal"
    )
    running.add_argument("--documents", type=int, default=engines.DOCUMENTS_MADE, metavar="N", help="made (a thousand)")
    running.add_argument("--skew", type=float, default=0.0, metavar="SHARE", help="of events that share their names")
    return top


def _predict(options: argparse.Namespace) -> int:
    count = tasks.predict(options.task, options.source, options.target)
    print(f"{count} predictions in {options.target}")
    return 0


def _score(options: argparse.Namespace) -> int:
    if not options.bench.is_dir():
        print(f"bench: skipped, there are no labelled files in {options.bench}")
        return 0
    start = time.monotonic()
    rows, seconds = board.run(options.bench, options.out, options.jobs, options.only)
    print(board.table(rows))
    spent = ", ".join(f"{name} {taken:.0f} s" for name, taken in seconds.items())
    print(f"bench: {time.monotonic() - start:.0f} s in all; CPU: {spent}")
    if options.record:
        reached = {row.figure: row.reached for row in rows}
        floors.FLOORS.write_text(floors.text(reached, floors.load()), encoding="utf-8")
    return _verdict(rows) if options.check else 0


def _peers(options: argparse.Namespace) -> int:
    if not options.bench.is_dir():
        print(f"bench: skipped, there are no labelled files in {options.bench}")
        return 0
    if options.readme:
        peers.put(options.bench, ROOT / "README.md")
        return 0
    for line in peers.lines(options.bench):
        print(line)
    found = peers.installed(options.peers)
    print(f"installed: {', '.join(found) or 'none'}; of the others the figures are those of peers.json")
    for pace in speed.paces(speed.texts(None), options.peers or Path(sys.executable), found) if found else ():
        times = f", {pace.ratio:,.1f} times slower than checker" if pace.ratio else ""
        print(f"{pace.name}: {pace.rate / 1000:,.1f} kB per CPU second{times}")
    return 0


def _verdict(rows: list[board.Row]) -> int:
    fallen = [f"{row.figure.task}: {row.figure.name}" for row in rows if row.is_fallen]
    print(f"bench: below the floor: {', '.join(fallen)}" if fallen else "bench: every figure holds its floor")
    return 1 if fallen else 0


def _speed(options: argparse.Namespace) -> int:
    size, claims, seconds = speed.rate(speed.texts(options.texts))
    print(
        f"{size:,} bytes, {claims:,} claims, {seconds:.2f} CPU seconds: {size / seconds / 1000:,.1f} kB per CPU second"
    )
    for pace in speed.paces(speed.texts(options.texts), options.peers, list(PEERS)) if options.peers else ():
        times = f", {pace.ratio:,.1f} times slower than checker" if pace.ratio else ""
        print(f"{pace.name}: {pace.rate / 1000:,.1f} kB per CPU second{times}")
    return 0


def _rules(options: argparse.Namespace) -> int:
    load = rules.made(options.pairs)
    print(f"{len(load.pairs):,} pairs, {len(rules.RULES)} rules, every engine decides alike; median of {rules.ROUNDS}")
    for pace in rules.paces(load):
        print(f"{pace.name:28} {pace.cpu:6.3f} CPU seconds, {pace.wall:6.3f} by the clock")
    return 0


def _archive(options: argparse.Namespace) -> int:
    made = archive.run(options.claims, options.keep)
    print(f"{made.claims:,} claims of {made.documents:,} documents, {made.megabytes:,.0f} MB, in {made.making:,.0f} s")
    asked = (f"{made.median(name):,.0f}" for name in ("claims", "documents", "found", "findings"))
    print(
        "a batch of {} claims meets {} documents with {} claims: {} findings; the median of its rounds".format(*asked)
    )
    for name in ("keys", "asking", "matching", "judging", "all"):
        print(f"{name:10} {made.median(name):6.2f} CPU seconds")
    print(f"{'all':10} {made.median('clock'):6.2f} seconds by the clock; {made.memory:,.0f} MB at its highest")
    return 0


def _engines(options: argparse.Namespace) -> int:
    print(f"{options.documents:,} made articles, skew {options.skew}; every engine finds the same")
    for pace in engines.paces(options.documents, options.skew):
        print(
            f"{pace.name:20} {pace.wall:6.1f} s by the clock, {pace.cpu:6.1f} CPU seconds ({pace.java:.1f} of Java's), "
            f"{pace.memory:,.0f} MB; {pace.claims:,} claims, {pace.pairs:,} pairs, {pace.findings:,} findings"
        )
    for name, (pairs, seconds) in engines.joins(options.documents, options.skew).items():
        print(f"join by {name}: {pairs:,} pairs, {seconds:.2f} CPU seconds")
    return 0


def _scale(options: argparse.Namespace) -> int:
    taken = scale.run(scale.LARGE if options.large else scale.SMALL, options.peers)
    for one in taken:
        of_facts = "" if one.right is None else f", {one.right:.1%} of its facts right"
        print(
            f"{one.engine:16} {one.claims:9,} claims {one.seconds:8.2f} CPU seconds {one.megabytes:6,.0f} MB "
            f"(claims {one.before:,.0f}); {one.pairs:,} pairs, recall {one.recall:.1%}{of_facts} {one.parts or ''}"
        )
    print(f"CPU time grows with the number of claims to the power of {scale.growth(taken):.2f}")
    if options.write:
        scale.write(taken, scale.RESULTS)
    return 0


COMMANDS = {
    "predict": _predict,
    "score": _score,
    "peers": _peers,
    "speed": _speed,
    "rules": _rules,
    "archive": _archive,
    "scale": _scale,
    "engines": _engines,
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; its exit code."""
    options = parser().parse_args(arguments)
    return COMMANDS[options.command](options)


if __name__ == "__main__":
    sys.exit(main())
