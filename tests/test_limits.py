"""The page of what checker does not do tells the figures that were measured."""

import re
import tomllib
from math import ceil
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
MATCHING = (ROOT / "docs" / "matching.md").read_text(encoding="utf-8")
FLOORS = tomllib.loads((ROOT / "bench" / "floors.toml").read_text(encoding="utf-8"))


def row(name):
    (found,) = re.findall(rf"(?m)^\| {name}.*$", PAGE)
    return found


def test_what_is_missed_and_wrong_of_all_that_was_planted():
    right, false, found, all_ = map(
        int,
        re.search(r"\| all \w+ \| [\d.]+ \((\d+) right, (\d+) false\) \| [\d.]+ \((\d+) of (\d+)\)", MATCHING).groups(),
    )
    missed = all_ - found
    told = row("discrepancies planted into")
    assert f"{missed} of {all_} ({missed / all_:.0%})" in told
    assert f"{false} of {right + false} reported ({false / (right + false):.0%})" in told


def test_the_floors_of_the_labelled_texts():
    pairs, clusters = FLOORS["pairs"], FLOORS["clusters"]
    missed, wrong = (ceil(100 * (1 - pairs[f"news conflict_{of}"]) - 0.5) for of in ("r", "p"))
    assert f"at most {missed}% | at most {wrong}% of those" in row("differing pairs of figures")
    told = row("differing facts")
    assert f"at most {ceil(100 * (1 - clusters['discrepancy_recall']))}%" in told
    assert f"at most {clusters['false_per_100_docs']} for 100" in told
    assert f"at most {100 * pairs['news false_alarm_none']:.1f}% reported" in row("pairs of unrelated figures")
