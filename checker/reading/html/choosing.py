"""Which lines of a page are its article, and what each of them is."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.reading.html.alignment import align
from checker.reading.html.attributes import AROUND_IT, CAPTION
from checker.reading.html.extractor import main_text
from checker.reading.html.heading import heading
from checker.reading.html.metadata import Metadata
from checker.reading.html.outline import Line, Page
from checker.reading.html.paragraphs import paragraphs

_MOST_AROUND = (
    0.3  # share of the main text that may stand in what is named as no article; more, and the names are wrong
)
_LITTLE_LOST = 0.05  # share of a text beyond which it counts as lost
_MUCH_LOST = 0.2


@dataclass(frozen=True, slots=True)
class Choice:
    """The article's lines."""

    sections: dict[int, str]  # place in the list of lines -> title, body, caption or boilerplate, in order
    readable: int  # characters of all that might be the article


def choose(page: Page, told: Metadata) -> Choice:
    """The lines from the first to the last of the article; what stands between and is not of it is boilerplate."""
    main = _main_lines(page, told)
    possible = main | paragraphs(page.lines)
    title = heading(page, told.fields.get("title", ""), min(main, default=0))
    kept = main | ({title} if title is not None and main else set())
    sections = {
        number: _section(page.lines[number], is_title=number == title, is_main=number in main)
        for number in range(min(kept, default=0), max(kept, default=-1) + 1)
    }
    return Choice(sections, sum(len(page.lines[number].text) for number in possible | kept))


def _section(line: Line, *, is_title: bool, is_main: bool) -> str:
    if is_title:
        return "title"
    if line.flags & CAPTION:
        return "caption"
    return "body" if is_main else "boilerplate"


def _main_lines(page: Page, told: Metadata) -> frozenset[int]:
    """What the extractor tells, and what the page's own copy of its article repeats; else its paragraphs."""
    chosen = _aligned(page, main_text(page) or []) | _repeated(page, told.body)
    if chosen:
        return _without_around(page.lines, chosen)
    return paragraphs(page.lines)


def _aligned(page: Page, pieces: Sequence[str]) -> frozenset[int]:
    found = align(page.lines, pieces)
    if found.missing > _LITTLE_LOST * found.total:
        share = f"{found.missing / found.total:.0%}"
        page.source.warn(f"{share} of what looks like the article was not found again line by line: it was not read", 0)
    return found.chosen


def _repeated(page: Page, body: str) -> frozenset[int]:
    """The lines that the article's copy for machines (JSON-LD articleBody) repeats."""
    found = align(page.lines, body.split("\n"))
    if found.missing > _MUCH_LOST * found.total:
        share = f"{found.missing / found.total:.0%}"
        page.source.warn(f"{share} of the page's own copy of its article (articleBody) does not stand in its text", 0)
    return found.chosen


def _without_around(lines: Sequence[Line], chosen: frozenset[int]) -> frozenset[int]:
    """Without lines in adverts, comments and the like, unless the page names most of its article so."""
    inside = frozenset(number for number in chosen if not lines[number].flags & AROUND_IT)
    length = sum(len(lines[number].text) for number in chosen)
    lost = sum(len(lines[number].text) for number in chosen - inside)
    return inside if lost <= _MOST_AROUND * length else chosen
