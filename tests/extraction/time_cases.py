"""What the tests of the times share: reading a table of cases and the times of a text."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

from checker.extraction import kinds
from checker.extraction.mention import Mention
from checker.extraction.page import Page

CASES = Path(__file__).parent.parent / "cases"
TIMES = [kinds.KINDS[name] for name in ("date", "time", "set", "duration")]


def cases(name: str) -> list[dict[str, Any]]:
    """The rows of `tests/cases/NAME.toml`."""
    return tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]


def times(text: str, published: dt.date | None = None) -> list[Mention]:
    """Every mention of the four kinds of time, in order of place."""
    page = Page(text, published=published)
    return sorted((m for find in TIMES for m in find(page)), key=lambda m: m.start)


def told(text: str, published: str = "") -> list[list[str]]:
    """[words, kind, value] of each."""
    day = dt.date.fromisoformat(published) if published else None
    return [[text[m.start : m.end], m.kind, m.value] for m in times(text, day)]
