"""The line of a page that is the title of its article."""

import re
from itertools import chain

from checker.reading.html.attributes import AROUND_IT
from checker.reading.html.characters import plain
from checker.reading.html.outline import Page

_NO_WORD = re.compile(r"[\W_]+")
_FEWEST = 6  # letters and digits; the same in fewer is chance
_LEVELS = ("h1", "h2")
_LONGEST = 300
_NEAR = 30  # lines after the first of main text


def heading(page: Page, title: str, first: int) -> int | None:
    """The line that repeats the title which the page gives its article, else the last <h1> up to the main text.

    Args:
        page: its lines.
        title: as metadata give it; empty where none does.
        first: the first line of main text.

    """
    lines = page.lines
    names = [key for words in (title, document_title(page)) if len(key := _key(words)) >= _FEWEST]
    found = [n for level in _LEVELS for n, line in enumerate(lines) if line.name == level]
    same = sorted((n for n in found if _is_named(_key(lines[n].text), names)), key=lambda n: -len(lines[n].text))
    alike = (n for n, line in enumerate(lines[: first + _NEAR]) if _key(line.text) in names)
    tops = (n for n in reversed(found) if lines[n].name == "h1" and n <= first and not lines[n].flags & AROUND_IT)
    return next((n for n in chain(same, alike, tops)), None)


def document_title(page: Page) -> str:
    """What <title> holds."""
    start, end = page.title or (0, 0)
    return " ".join(plain(page.source.text[start : min(end, start + _LONGEST)]).split())


def _is_named(key: str, names: list[str]) -> bool:
    return len(key) >= _FEWEST and any(key in name or name in key for name in names)


def _key(words: str) -> str:
    return _NO_WORD.sub("", words).lower()
