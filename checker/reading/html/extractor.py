"""The one door to trafilatura, which tells what of a page is its main text; loaded when the first page is read."""

import logging
from collections.abc import Iterable

from checker.reading.html.outline import Page

_MOST = 1 << 20  # characters handed over: it builds a tree of them
_DEEPEST = 200  # elements inside each other, beyond which its parser drops text without a word
_TOO_MUCH = "too long for the main text to be told apart with care: read by its paragraphs"
_TOO_DEEP = "elements nested too deep for the main text to be told apart with care: read by its paragraphs"
_UNFIT = dict.fromkeys([*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000)])


def main_text(page: Page) -> list[str] | None:
    """The lines of a page's main text, in order, without their places; None where it tells none.

    What the page holds of scripts, comments, navigation and hidden text is not handed over.
    """
    if page.deepest > _DEEPEST:
        page.source.warn(_TOO_DEEP, 0)
        return None
    markup = "".join(_seen(page)).translate(_UNFIT)
    if len(markup) > _MOST:
        page.source.warn(_TOO_MUCH, 0)
        return None
    try:
        return _extracted(f"<!DOCTYPE html>{markup}") if markup.strip() else None
    except Exception as error:  # noqa: BLE001 - what others' code cannot do must not lose the page
        page.source.warn(f"the main text could not be told apart ({type(error).__name__}): read by its paragraphs", 0)
        return None


def _seen(page: Page) -> Iterable[str]:
    """The stretches of the original that hold what a reader sees."""
    place = 0
    for start, end in sorted(page.dropped):
        if place < start:
            yield page.source.text[place:start]
        place = max(place, end)
    yield page.source.text[place : page.source.stop]


def _extracted(markup: str) -> list[str] | None:
    import trafilatura

    for name in ("trafilatura", "htmldate", "justext", "readability"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)  # what it could not do is told by the account
    found = trafilatura.bare_extraction(markup, favor_precision=True, include_comments=False)
    if found is None or isinstance(found, dict) or not found.text:
        return None
    return str(found.text).split("\n")
