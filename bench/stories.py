"""The made events: their names, figures and tellings, as `stories.toml` has them."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def stories() -> dict[str, Any]:
    """All of the file; treat it as read-only."""
    return tomllib.loads((Path(__file__).parent / "stories.toml").read_text(encoding="utf-8"))
