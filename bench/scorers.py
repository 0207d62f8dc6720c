"""Runs the scorers beside the labelled files; they are standalone scripts with a JSON output."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.tasks import Gold


def scores(gold: Gold, folder: Path, predictions: Path) -> dict[str, Any]:
    """What the scorer says of the predictions: view -> its JSON.

    Raises:
        subprocess.CalledProcessError: the scorer failed.

    """
    return {view: _run(gold, folder, predictions, options) for view, options in gold.views.items()}


def _run(gold: Gold, folder: Path, predictions: Path, options: tuple[str, ...]) -> Any:
    script, *words = gold.scorer
    command = [sys.executable, "-B", str(folder / script), *words, str(folder / gold.path), str(predictions)]
    done = subprocess.run([*command, *options, "--json"], check=True, capture_output=True, encoding="utf-8")
    return json.loads(done.stdout)
