"""An article: what a format's reader makes of one decoded original."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.reading.decoding import Decoded

Stretch = tuple[int, int]  # start and end, end exclusive
Locator = tuple[int, str]  # a place in the text as read, and what begins there: "page 3", "paragraph 12"
Section = tuple[int, int, str]  # start, end, one of checker.tables.SECTIONS


@dataclass(frozen=True, slots=True)
class Draft:
    """An article's text before its furniture (title, captions, addresses, dateline) is looked for."""

    format: str  # name of its reader
    text: str  # as read: markup and escapes resolved
    offsets: tuple[int, ...]  # as in checker.values.offsets
    title: str | None = None  # as far as markup or front matter names one
    marked: tuple[Section, ...] = ()  # sections that markup gives, over text
    fields: dict[str, str] = field(default_factory=dict)  # title, date, url, outlet, language, id: as metadata tells
    date_from: str = "front matter"  # where fields["date"] was found: one of checker.tables.PUBLISHED_FROM
    warnings: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()  # what was left out, in words
    readable: int | None = None  # characters there are to read, where the original holds much that is no text
    locators: tuple[Locator, ...] = ()  # of a file without lines: where its pages or paragraphs begin, the first at 0


@dataclass(frozen=True, slots=True)
class Part:
    """One article of a file that may hold many, or a word on why a piece of it is none."""

    name: str  # what the file's path is followed by; empty where the article is all of the file
    start: int  # of the piece in the decoded original
    end: int
    draft: Draft | None
    reason: str = ""  # why there is no draft
    is_unread: bool = True  # whether there should have been one
    decoded: Decoded | None = None  # what the offsets lead into, where that is not the decoded file
    content: bytes | None = None  # its own bytes, for its id and size, where they are no piece of the decoded file


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read. Fields as the documents columns of the same name."""

    format: str
    text: str
    offsets: tuple[int, ...]
    sections: tuple[Section, ...]
    title: str | None
    url: str | None
    outlet: str | None
    published: dt.date | None
    published_from: str
    language: str | None
    warnings: tuple[str, ...]
    cut: tuple[str, ...] = ()
    record: str | None = None  # what the article calls itself, where it stands in a record with an id
    readable: int | None = None  # as in the draft
    locators: tuple[Locator, ...] = ()  # as in the draft
    yearless: dt.date | None = None  # where no day is told: that of its dateline, of any year


def read_position(offsets: Sequence[int], original: int) -> int:
    """The place in the text of the original's character, or of the first one kept after it."""
    if not offsets:
        return original
    run = bisect_right(offsets[1::2], original) - 1
    if run < 0:
        return 0
    place = offsets[2 * run] + original - offsets[2 * run + 1]
    return min(place, offsets[2 * run + 2]) if 2 * run + 2 < len(offsets) else place
