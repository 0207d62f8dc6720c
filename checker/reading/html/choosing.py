"""Which lines of a page are its article, and what each of them is."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.reading.html.alignment import align
from checker.reading.html.attributes import AROUND_IT, CAPTION
from checker.reading.html.extractor import main_text
from checker.reading.html.heading import heading
from checker.reading.html.metadata import Metadata
from checker.reading.html.outline import Line, Page
from checker.reading.html.paragraphs import length, paragraphs

_MOST_UNWANTED = 0.3  # share of the main text that may be left out of it for a name, a link or its place
_MAY_BE_LINKS = frozenset(("h1", "h2", "h3"))
_LITTLE_LOST = 0.1  # share of a text beyond which it counts as lost
_MUCH_REST = 0.5  # paragraphs that were not taken, to those that were, above which the account tells of them


@dataclass(frozen=True, slots=True)
class Choice:
    """The article's lines."""

    sections: dict[int, str]  # place in the list of lines -> title, body, caption or boilerplate, in order
    readable: int  # characters of all that might be the article
    unrepeated: float  # share of the page's own copy of its article that does not stand in its text


def choose(page: Page, told: Metadata) -> Choice:
    """The lines from the first to the last of the article; what stands between and is not of it is boilerplate."""
    lines, copy = page.lines, align(page.lines, told.body.split("\n"))
    found = _main_lines(page, copy.chosen)
    title = heading(page, told.fields.get("title", ""), min(found, default=0))
    main = _without(lines, found, {number for number in found if title is not None and number < title})
    possible = paragraphs(lines)
    _warn_of_rest(page, main, possible)
    kept = main | ({title} if title is not None and main else set())
    sections = {
        number: _section(lines[number], is_title=number == title, is_main=number in main)
        for number in range(min(kept, default=0), max(kept, default=-1) + 1)
    }
    return Choice(sections, length(lines, possible | kept), copy.missing / max(copy.total, 1))


def _warn_of_rest(page: Page, main: frozenset[int], possible: frozenset[int]) -> None:
    """Tell of paragraphs that were not taken for the article, where they are many."""
    rest = sorted(possible - main)
    if rest and length(page.lines, rest) > _MUCH_REST * length(page.lines, main):
        many = f"{len(rest)} paragraphs from here on were" if len(rest) > 1 else "a paragraph was"
        page.source.warn(f"{many} not taken for the article", page.lines[rest[0]].atoms[0][1])


def _section(line: Line, *, is_title: bool, is_main: bool) -> str:
    if is_title:
        return "title"
    if line.flags & CAPTION:
        return "caption"
    return "body" if is_main else "boilerplate"


def _main_lines(page: Page, repeated: frozenset[int]) -> frozenset[int]:
    """What the extractor tells, and what the page's own copy of its article repeats; else its paragraphs."""
    lines, found = page.lines, _aligned(page, main_text(page) or []) | repeated
    chosen = frozenset(number for number in found if not _is_link(lines[number]))
    if not chosen:
        return paragraphs(lines)
    return _without(lines, chosen, {number for number in chosen if lines[number].flags & AROUND_IT})


def _is_link(line: Line) -> bool:
    """Whether a line is a link and nothing else, as to another story; a heading may be."""
    return line.linked >= len(line.text.rstrip()) and line.name not in _MAY_BE_LINKS


def _aligned(page: Page, pieces: Sequence[str]) -> frozenset[int]:
    found = align(page.lines, pieces)
    if found.missing > _LITTLE_LOST * found.total:
        share = f"{found.missing / found.total:.0%}"
        page.source.warn(f"{share} of what looks like the article was not found again line by line: it was not read", 0)
    return found.chosen


def _without(lines: Sequence[Line], chosen: frozenset[int], unwanted: set[int]) -> frozenset[int]:
    """Without lines that seem no article, unless they are much of it: then what seemed so is wrong."""
    is_much = length(lines, unwanted) > _MOST_UNWANTED * length(lines, chosen)
    return chosen if is_much else chosen - unwanted
