"""The bench of rules: every engine decides alike, and one that does not stops the run."""

import numpy as np
import pytest

from bench import rules
from bench.__main__ import main


def test_every_engine_decides_alike_and_every_rule_decides_something():
    load = rules.made(3_000, 500)
    decided = [run(load) for run in rules.ENGINES.values()]
    assert all(np.array_equal(one, decided[0]) for one in decided)
    assert set(decided[0]) == {rules.NO_RULE, *range(len(rules.RULES))}


def test_an_engine_that_decides_otherwise_stops_the_run(monkeypatch):
    monkeypatch.setitem(rules.ENGINES, "guess", lambda load: np.zeros(len(load.pairs), dtype=np.int64))
    with pytest.raises(ValueError, match=r"guess decides \d+ pairs differently"):
        rules.paces(rules.made(500, 100), rounds=1)


def test_it_is_a_command(capsys):
    assert main(["rules", "--pairs", "2000"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("2,000 pairs, 6 rules, every engine decides alike")
    assert all(name in told for name in rules.ENGINES)
