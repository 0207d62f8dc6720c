"""The pace of extraction beside the peers'."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench import speed


def test_a_peer_is_as_much_slower_as_the_ratio_says(monkeypatch):
    monkeypatch.setattr(speed, "_ours", lambda articles: 900.0 * len(articles))
    monkeypatch.setattr(speed, "_of_peer", lambda *given: {"slow": 9.0, "fast": 1800.0}[given[1]])
    ours, slow, fast = speed.paces(["One died."], Path("python"), ["slow", "fast"])
    assert (ours.name, ours.ratio) == ("checker", None)
    assert (slow.ratio, fast.ratio) == (100.0, 0.5)


def test_peers_see_the_first_articles_only():
    assert speed._head(["a" * 50_000, "b" * 50_000, "c"]) == ["a" * 50_000, "b" * 50_000]


def test_a_peer_that_is_not_installed_is_no_empty_answer():
    ran = subprocess.run(
        [sys.executable, "-P", speed.PEER, "quantulum3"],
        input=json.dumps(["x"]),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode != 0
    with pytest.raises(subprocess.CalledProcessError):
        speed._of_peer(Path(sys.executable), "quantulum3", ["x"])
