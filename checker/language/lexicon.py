"""Lexicons: TOML files in `language/data/`, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The lexicon `language/data/NAME.toml` as nested dictionaries. Treat it as read-only."""
    text = (files("checker.language") / "data" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
