"""A PDF as an article: its paragraphs with their pages, and a word on every page that could not be read."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from checker.reading.article import Draft, Locator, Part
from checker.reading.decoding import Decoded, UnreadableError
from checker.reading.pdf.heads import heads
from checker.reading.pdf.lines import Line, lines
from checker.reading.pdf.paragraphs import Paragraph, paragraphs
from checker.reading.pdf.parent import taken_out

_STROKES = 40  # lines and areas of a page without text that may be letters; rules and frames are fewer
_GARBLED = 0.1  # share of a page's characters that no font tells
_NO_LETTER = re.compile("[\ufffd\ue000-\uf8ff]")
_LARGER = 1.2  # times the size of the text, from which a line on top is its title
_TITLE_LINES = 12  # lines of the first page among which it stands
_LONGEST_TITLE = 200
_NO_TITLE = re.compile(
    r"\.(?:docx?|indd|pdf|qxp|qxd|pages|odt|rtf|txt)$|^(?:microsoft|untitled|layout|document)\b", re.IGNORECASE
)
# What the library says when it leaves something out.
_LEFT_OUT = re.compile(r"(?i)impossible|exceed|limit|skipp|not implemented|cannot|could not")
_CUT_OFF = "EOF marker not found"

_SCAN = "a picture and no text: run it through text recognition (OCR), or leave it out"
_DRAWN = "drawings and no text: its letters may be drawn; run it through text recognition (OCR), or leave it out"
_FONTS = "its fonts do not tell which letters they show: run it through text recognition (OCR)"
_BROKEN = "it could not be read: open the file and print it to a new PDF"
_MENDED = "the PDF is damaged and had to be mended: see that nothing is missing, or open it and print it to a new PDF"
_PARTLY = "it was not wholly read: open the file and print it to a new PDF"


def parts(content: bytes) -> Iterator[Part]:
    """The article of a PDF, and what of it could not be read.

    Raises:
        UnreadableError: nothing of it could be read, and why.

    """
    told = taken_out(content)
    pages = [lines(page["lines"]) for page in told["pages"]]
    running = heads(pages)
    faults = _faults(told, pages, running)
    found = _draft(told, pages, running, {page for page, why in faults.items() if not why.startswith(_PARTLY)})
    if found is not None:
        yield Part("", 0, len(found.text), found, decoded=Decoded(found.text, "utf-8", "named in the file"))
    reasons = [*_of_pages(faults), *_of_file(told)]
    for reason in reasons:
        yield Part("", 0, 0, None, reason)
    if found is None and not reasons:
        raise UnreadableError("its pages are blank: there is no text in it")


def _faults(told: Mapping[str, Any], pages: Sequence[Sequence[Line]], running: set[tuple[int, int]]) -> dict[int, str]:
    """Page from 0 -> why it could not be read, of those that could not."""
    found = {}
    for number, (page, rows) in enumerate(zip(told["pages"], pages, strict=True)):
        text = "".join(line.text for at, line in enumerate(rows) if (number, at) not in running)
        fault = _fault(page, text)
        if fault:
            found[number] = fault
    return found


def _fault(page: Mapping[str, Any], text: str) -> str:
    said = next((word for word in page["said"] if _LEFT_OUT.search(word)), "")
    if page["fault"]:
        return f"{_BROKEN} ({page['fault']})"
    if said and text:
        return f"{_PARTLY} ({said})"
    if said:
        return f"{_BROKEN} ({said})"
    if not text:
        return _SCAN if page["pictures"] else _DRAWN if page["strokes"] >= _STROKES else ""
    return _FONTS if len(_NO_LETTER.findall(text)) > _GARBLED * len(text) else ""


def _of_pages(faults: Mapping[int, str]) -> Iterator[str]:
    """A word on each run of pages with the same fault: "pages 2 to 5: ..."."""
    ranked = [(number - rank, reason, number + 1) for rank, (number, reason) in enumerate(faults.items())]
    for (_, reason), run in groupby(ranked, key=itemgetter(0, 1)):
        numbers = [number for _, _, number in run]
        pages = f"page {numbers[0]}" if len(numbers) == 1 else f"pages {numbers[0]} to {numbers[-1]}"
        yield f"{pages}: {reason}"


def _of_file(told: Mapping[str, Any]) -> Iterator[str]:
    read = len(told["pages"])
    if told["count"] > read and told["is_cut"]:
        yield f"pages {read + 1:,} to {told['count']:,}: more than is read of one file; split it"
    elif told["count"] > read:
        missing = f"{told['count'] - read:,} of {told['count']:,} pages"
        yield f"{missing} are missing from it: open it and print it to a new PDF"
    if any(_CUT_OFF in word for word in told["said"]):
        yield "it has no end: it may have been cut off; fetch it again"


def _draft(
    told: Mapping[str, Any], pages: Sequence[Sequence[Line]], running: set[tuple[int, int]], unread: set[int]
) -> Draft | None:
    """The text of the pages; None where there is none."""
    placed = [
        (page, line)
        for page, rows in enumerate(pages)
        if page not in unread
        for at, line in enumerate(rows)
        if (page, at) not in running
    ]
    found = paragraphs(placed)
    if not found:
        return None
    text, locators, starts = _composed(found)
    first = _title(found)
    ends = {starts[at] + len(found[at].text) for at in first}
    named = " ".join(found[at].text for at in first) or _named(
        told["title"], text[: locators[1][0]] if locators[1:] else text
    )
    removed = sum(len(pages[page][at].text) for page, at in running)
    return Draft(
        format="pdf",
        text=text,
        offsets=(),
        title=named or None,
        marked=((starts[first[0]], max(ends), "title"),) if first else (),
        fields={"language": told["language"]} if told["language"] else {},
        warnings=_warnings(told),
        cut=(f"running heads and page numbers: {removed:,} characters",) if removed else (),
        locators=locators,
    )


def _warnings(told: Mapping[str, Any]) -> tuple[str, ...]:
    """One word where the library says that it mended something, however it says so; what was left out is told apart."""
    said = (word for page in ({"said": told["said"]}, *told["pages"]) for word in page["said"])
    return (_MENDED,) * any(_LEFT_OUT.search(word) is None for word in said)


def _composed(found: Sequence[Paragraph]) -> tuple[str, tuple[Locator, ...], list[int]]:
    """The text, where its pages begin, and where each paragraph does."""
    starts, length = [], 0
    begins: dict[int, int] = {}
    for one in found:
        starts.append(length)
        for place, page in one.pages:
            begins.setdefault(page, length + place)
        length += len(one.text) + 2
    first = min(begins)
    locators = tuple((0 if page == first else place, f"page {page + 1}") for page, place in begins.items())
    return "\n\n".join(one.text for one in found) + "\n", locators, starts


def _title(found: Sequence[Paragraph]) -> list[int]:
    """The paragraphs that are the title: of the largest letters on top of the first page, larger than the text."""
    sizes: dict[float, int] = {}
    for one in found:
        sizes[one.size] = sizes.get(one.size, 0) + len(one.text)
    body = max(sizes, key=lambda size: sizes[size])
    page = found[0].pages[0][1]
    top = [at for at, one in enumerate(found[:_TITLE_LINES]) if one.pages[0][1] == page]
    largest = max(found[at].size for at in top)
    if largest < _LARGER * body or len(found) == len(top) == 1:
        return []
    first = next(at for at in top if found[at].size == largest)
    run = [first]
    while run[-1] + 1 < len(found) and found[run[-1] + 1].size == largest:
        run.append(run[-1] + 1)
    length = sum(len(found[at].text) for at in run)
    return run if length <= _LONGEST_TITLE else []


def _named(told: str, page: str) -> str:
    """The title that the file tells of itself, where it is one: words that stand on its first page."""
    words = told.split()
    is_title = len(words) > 1 and len(told) <= _LONGEST_TITLE and _NO_TITLE.search(told) is None
    known = set(page.casefold().split())
    return told if is_title and set(told.casefold().split()) <= known else ""
