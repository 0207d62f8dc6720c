"""A page as lines of words with their places, and what it says of itself in its head."""

from collections.abc import Callable
from dataclasses import dataclass, field

from checker.reading.article import Stretch
from checker.reading.decoding import UnreadableError
from checker.reading.html.attributes import HIDDEN, LINK, OUTSIDE_IT, RAISED, SILENT, attributes, flags, superfluous
from checker.reading.html.characters import Atom, atoms
from checker.reading.html.names import BLOCK, CELLS
from checker.reading.html.stack import OpenElements
from checker.reading.html.tags import Source, Tag, tags

_MOST_TOLD = 2_000  # elements that say something of the page
_MOST_LINES = 200_000
_MOST_PIECES = 500_000
_DIVIDING = ("&", "\n", "\r", "\t", "\f", "  ")  # what tears a text into pieces
_ROWS = frozenset(("table", "tbody", "tfoot", "thead", "tr"))  # elements that end a row of a table
_BETWEEN_CELLS = " | "


@dataclass(slots=True)
class Line:
    """Words that stand on one line of the page, or run on in one paragraph."""

    name: str  # of the element that began it: p, h1, li, figcaption, ...
    flags: int  # of its first words
    breaks: str  # what separates it from the line before: a line's end, or a paragraph's
    atoms: list[Atom] = field(default_factory=list)
    linked: int = 0  # characters that stand in links
    has_cells: bool = False
    text: str = ""


@dataclass(slots=True)
class Page:
    """What a page holds."""

    source: Source
    lines: list[Line] = field(default_factory=list)
    title: Stretch | None = None  # what <title> holds
    metas: list[dict[str, str]] = field(default_factory=list)  # attributes of <meta> and <link>
    times: list[dict[str, str]] = field(default_factory=list)  # attributes of <time>
    scripts: list[Stretch] = field(default_factory=list)  # JSON-LD
    dropped: list[Stretch] = field(default_factory=list)  # what can be no article: scripts, hidden text, navigation
    hidden: int = 0  # characters of text that no reader sees
    deepest: int = 0


@dataclass(slots=True)
class _Walk:
    """The state of one walk along a page's tags."""

    page: Page
    open: OpenElements = field(default_factory=OpenElements)
    line: Line | None = None
    block: str = "body"  # the element that began last
    breaks: str = "\n\n"
    in_row: bool = False  # of a table whose cells hold no lines of their own
    pieces: int = 0  # of text kept so far
    unseen: int = HIDDEN | SILENT  # flags of what no reader sees
    hidden_from: int | None = None  # where the element began in which nothing is article


def outline(source: Source, *, unseen: int = HIDDEN | SILENT) -> Page:
    """The lines of a page, and what stands in its head. Linear in the page.

    Args:
        source: the page.
        unseen: flags of the elements that no reader sees.

    Raises:
        UnreadableError: it has more lines than any article.

    """
    walk = _Walk(Page(source), unseen=unseen)
    place = 0
    for tag in tags(source):
        if place < tag.start:
            _words(walk, place, tag.start)
        _ON_TAG.get(tag.name, _element)(walk, tag)
        if more := superfluous(tag.attributes):
            end = (tag.inner[0] if tag.inner else tag.end) - 1
            walk.page.dropped.append((end - more, end))
        place = tag.end
    if place < source.stop:
        _words(walk, place, source.stop)
    _end_line(walk, "\n\n")
    if walk.hidden_from is not None:
        walk.page.dropped.append((walk.hidden_from, source.stop))
    walk.page.deepest = walk.open.deepest
    return walk.page


def _words(walk: _Walk, start: int, end: int) -> None:
    """Text between two tags."""
    inherited, text = walk.open.flags, walk.page.source.text
    if inherited & walk.unseen:
        walk.page.hidden += len(text[start:end].strip())
        return
    line = walk.line
    if line is None:
        if text[start:end].isspace():
            return
        line = walk.line = Line(walk.block, inherited, walk.breaks)
    if end - start > _MOST_PIECES:
        _check(sum(text.count(mark, start, end) for mark in _DIVIDING))
    found = atoms(text, start, end, raised=bool(inherited & RAISED))
    line.atoms += found
    walk.pieces += len(found)
    _check(walk.pieces)
    if inherited & LINK:
        line.linked += sum(len(words) for words, _, _ in found)


def _check(pieces: int) -> None:
    """Refuse a page that is torn into more pieces than any article, by references or tags: each costs memory."""
    if pieces > _MOST_PIECES:
        raise UnreadableError(f"more than {_MOST_PIECES:,} pieces of text in one page, between tags and references")


def _element(walk: _Walk, tag: Tag) -> None:
    """A tag that says nothing of its own: it may end a line, hide or mark what stands inside it."""
    name = tag.name
    if name in BLOCK:
        _end_line(walk, "\n\n", is_row=name in _ROWS)
        walk.in_row = name == "tr"
        walk.block = "" if tag.is_end else name
    elif name in CELLS and not tag.is_end:
        _cell(walk, tag)
    if tag.is_end:
        walk.open.end(name)
    else:
        walk.open.begin(name, flags(name, tag.attributes))
        if walk.page.source.is_xml and tag.attributes.endswith("/"):
            walk.open.end(name)
    if (walk.hidden_from is None) is bool(walk.open.flags & (walk.unseen | OUTSIDE_IT)):
        _hide_or_show(walk, tag)


def _hide_or_show(walk: _Walk, tag: Tag) -> None:
    """Where what is hidden, or outside of any article, begins or ends."""
    if walk.hidden_from is None:
        walk.hidden_from = tag.start
    else:
        _drop(walk.page, walk.hidden_from, tag.end if tag.is_end else tag.start)
        walk.hidden_from = None


def _cell(walk: _Walk, tag: Tag) -> None:
    """Cells of a row stand on one line, divided by a bar, as long as they hold no lines of their own."""
    if not walk.in_row:
        _end_line(walk, "\n")
    elif walk.line is not None:
        walk.line.has_cells = True
        walk.line.atoms.append((_BETWEEN_CELLS, tag.start, tag.start + len(_BETWEEN_CELLS)))


def _break(walk: _Walk, _: Tag) -> None:
    _end_line(walk, "\n")
    walk.in_row = False


def _end_line(walk: _Walk, breaks: str, *, is_row: bool = False) -> None:
    """End the line; if it is no whole row of a table, its cells are lines of their own."""
    line, walk.line = walk.line, None
    ended = [] if line is None else [cell for cell in _cells(line, is_row=is_row) if _settle(cell)]
    if ended:
        if len(walk.page.lines) >= _MOST_LINES:
            raise UnreadableError(f"more than {_MOST_LINES:,} lines of text in one page: split it")
        walk.page.lines += ended
        walk.breaks = breaks
    elif len(breaks) > len(walk.breaks) or (breaks == walk.breaks == "\n"):
        walk.breaks = "\n\n"


def _cells(line: Line, *, is_row: bool) -> list[Line]:
    if is_row or not line.has_cells:
        return [line]
    cells = [Line(line.name, line.flags, line.breaks)]
    for atom in line.atoms:
        if atom[0] == _BETWEEN_CELLS:
            cells.append(Line(line.name, line.flags, "\n"))
        else:
            cells[-1].atoms.append(atom)
    return cells


def _settle(line: Line) -> bool:
    """Run the line's white space together; tells whether any words are left."""
    if len(line.atoms) == 1 and " " not in (line.atoms[0][0][0], line.atoms[0][0][-1]):
        line.text = line.atoms[0][0]
        return not line.text.isspace()
    kept: list[Atom] = []
    after_blank = True
    for given, start, end in line.atoms:
        skipped = int(after_blank and given.startswith(" "))
        words = given[skipped:]
        if words:
            kept.append((words, start + skipped, end))
            after_blank = words.endswith(" ")
    if after_blank and kept:
        words, start, end = kept.pop()
        kept += [(words[:-1], start, end - 1)] if len(words) > 1 else []
    line.atoms = kept
    line.text = "".join(words for words, _, _ in kept)
    return bool(line.text.strip())


def _unread(walk: _Walk, tag: Tag) -> None:
    """A comment, a script, a style: no words of the page."""
    _drop(walk.page, tag.start, tag.end)


def _drop(page: Page, start: int, end: int) -> None:
    """Note what can be no article; what stands side by side is one stretch."""
    if page.dropped and page.dropped[-1][1] == start:
        start = page.dropped.pop()[0]
    page.dropped.append((start, end))


def _script(walk: _Walk, tag: Tag) -> None:
    _unread(walk, tag)
    if tag.inner and "ld+json" in attributes(tag.attributes).get("type", "").lower():
        walk.page.scripts.append(tag.inner)


def _characters(walk: _Walk, tag: Tag) -> None:
    """CDATA of XHTML: text, without its marks."""
    start, end = tag.inner or (tag.end, tag.end)
    walk.page.dropped += [(tag.start, start), (end, tag.end)]
    if start < end:
        _words(walk, start, end)


def _title(walk: _Walk, tag: Tag) -> None:
    if not tag.inner:
        _unread(walk, tag)
    elif walk.page.title is None and not walk.open.flags & walk.unseen:
        walk.page.title = tag.inner


def _told(walk: _Walk, tag: Tag) -> None:
    if len(walk.page.metas) < _MOST_TOLD:
        walk.page.metas.append(attributes(tag.attributes))


def _time(walk: _Walk, tag: Tag) -> None:
    if not tag.is_end and not walk.open.flags & walk.unseen and len(walk.page.times) < _MOST_TOLD:
        walk.page.times.append(attributes(tag.attributes))
    _element(walk, tag)


# Name -> what its tag does; every other is an element with words inside.
_ON_TAG: dict[str, Callable[[_Walk, Tag], None]] = {
    "!": _unread,
    "!--": _unread,
    "![cdata[": _characters,
    "br": _break,
    "iframe": _unread,
    "link": _told,
    "meta": _told,
    "noembed": _unread,
    "noframes": _unread,
    "noscript": _unread,
    "script": _script,
    "style": _unread,
    "textarea": _unread,
    "time": _time,
    "title": _title,
}
