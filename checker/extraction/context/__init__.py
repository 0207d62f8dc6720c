"""What a mention is about: one file a column or group of columns, for every kind alike."""

from collections.abc import Callable, Mapping
from typing import Any

from checker.extraction.context import defaults, measure
from checker.extraction.context.scene import Scene
from checker.extraction.page import Page

__all__ = ["CONTEXT", "Scene", "event_words"]

Context = Callable[[Scene], Mapping[str, Any]]

# name -> function from scene to the claims columns it fills, plus "trace": a tuple of steps. Later ones win.
CONTEXT: Mapping[str, Context] = {
    "defaults": defaults.find,
    "measure": measure.find,
}


def event_words(page: Page) -> list[str]:
    """Words and names that tell the page's event from others."""
    return []
