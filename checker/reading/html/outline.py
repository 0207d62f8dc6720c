"""A page as lines of words with their places, and what it says of itself in its head."""

from collections.abc import Callable
from dataclasses import dataclass, field

from checker.reading.article import Stretch
from checker.reading.decoding import UnreadableError
from checker.reading.html.attributes import HIDDEN, LINK, RAISED, TIME, attributes, flags
from checker.reading.html.characters import Atom, atoms
from checker.reading.html.names import BLOCK, CELLS
from checker.reading.html.stack import OpenElements
from checker.reading.html.tags import Source, Tag, tags

_MOST_LINES = 200_000
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
    timed: int = 0  # characters that stand in <time>
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
    dropped: list[Stretch] = field(default_factory=list)  # stretches of the original that hold no words to be seen
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
    hidden_from: int | None = None  # where the element began that hides what is read now


def outline(source: Source) -> Page:
    """The lines of a page, and what stands in its head. Linear in the page.

    Raises:
        UnreadableError: it has more lines than any article.

    """
    walk = _Walk(Page(source))
    place = 0
    for tag in tags(source):
        if place < tag.start:
            _words(walk, (place, tag.start))
        _ON_TAG.get(tag.name, _element)(walk, tag)
        place = tag.end
    _words(walk, (place, source.stop))
    _end_line(walk, "\n\n")
    if walk.hidden_from is not None:
        walk.page.dropped.append((walk.hidden_from, source.stop))
    walk.page.deepest = walk.open.deepest
    return walk.page


def _words(walk: _Walk, stretch: Stretch) -> None:
    """Text between two tags."""
    inherited = walk.open.flags
    if inherited & HIDDEN:
        walk.page.hidden += len(walk.page.source.text[slice(*stretch)].strip())
        return
    line = walk.line
    if line is None:
        if walk.page.source.text[slice(*stretch)].isspace():
            return
        line = walk.line = Line(walk.block, inherited, walk.breaks)
    before = len(line.atoms)
    line.atoms.extend(atoms(walk.page.source.text, stretch, raised=bool(inherited & RAISED)))
    if inherited & (LINK | TIME):
        length = sum(len(words) for words, _, _ in line.atoms[before:])
        line.linked += length if inherited & LINK else 0
        line.timed += length if inherited & TIME else 0


def _element(walk: _Walk, tag: Tag) -> None:
    """A tag that says nothing of its own: it may end a line, hide or mark what stands inside it."""
    if tag.name in BLOCK:
        _end_line(walk, "\n\n", is_row=tag.name in _ROWS)
        walk.in_row = tag.name == "tr"
    elif tag.name in CELLS and not tag.is_end:
        _cell(walk, tag)
    if tag.is_end:
        walk.open.end(tag.name)
    else:
        walk.open.begin(tag.name, flags(tag.name, tag.attributes))
        walk.block = tag.name if tag.name in BLOCK else walk.block
        if walk.page.source.is_xml and tag.attributes.endswith("/"):
            walk.open.end(tag.name)
    _note_hidden(walk, tag)


def _note_hidden(walk: _Walk, tag: Tag) -> None:
    """Where what is hidden begins and ends."""
    is_hidden = bool(walk.open.flags & HIDDEN)
    if is_hidden and walk.hidden_from is None:
        walk.hidden_from = tag.start
    elif not is_hidden and walk.hidden_from is not None:
        walk.page.dropped.append((walk.hidden_from, tag.end if tag.is_end else tag.start))
        walk.hidden_from = None


def _cell(walk: _Walk, tag: Tag) -> None:
    """Cells of a row stand on one line, divided by a bar, as long as they hold no lines of their own."""
    if not walk.in_row:
        _end_line(walk, "\n")
    elif walk.line is not None:
        walk.line.atoms.append((_BETWEEN_CELLS, tag.start, tag.start + len(_BETWEEN_CELLS)))


def _break(walk: _Walk, _: Tag) -> None:
    _end_line(walk, "\n")
    walk.in_row = False


def _end_line(walk: _Walk, breaks: str, *, is_row: bool = False) -> None:
    """End the line; if it is no whole row of a table, its cells are lines of their own."""
    ended = [line for line in _cells(walk.line, is_row=is_row) if _settle(line)]
    if ended:
        if len(walk.page.lines) >= _MOST_LINES:
            raise UnreadableError(f"more than {_MOST_LINES:,} lines of text in one page: split it")
        walk.page.lines += ended
        walk.breaks = breaks
    elif len(breaks) > len(walk.breaks) or (breaks == walk.breaks == "\n"):
        walk.breaks = "\n\n"
    walk.line = None


def _cells(line: Line | None, *, is_row: bool) -> list[Line]:
    if line is None or is_row or all(words != _BETWEEN_CELLS for words, _, _ in line.atoms):
        return [] if line is None else [line]
    cells = [Line(line.name, line.flags, line.breaks)]
    for atom in line.atoms:
        if atom[0] == _BETWEEN_CELLS:
            cells.append(Line(line.name, line.flags, "\n"))
        else:
            cells[-1].atoms.append(atom)
    return cells


def _settle(line: Line) -> bool:
    """Run the line's white space together; tells whether any words are left."""
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
    walk.page.dropped.append((tag.start, tag.end))


def _script(walk: _Walk, tag: Tag) -> None:
    _unread(walk, tag)
    if tag.inner and "ld+json" in attributes(tag.attributes).get("type", "").lower():
        walk.page.scripts.append(tag.inner)


def _characters(walk: _Walk, tag: Tag) -> None:
    """CDATA of XHTML: text, without its marks."""
    start, end = tag.inner or (tag.end, tag.end)
    walk.page.dropped += [(tag.start, start), (end, tag.end)]
    _words(walk, (start, end))


def _title(walk: _Walk, tag: Tag) -> None:
    if not tag.inner:
        _unread(walk, tag)
    elif walk.page.title is None and not walk.open.flags & HIDDEN:
        walk.page.title = tag.inner


def _told(walk: _Walk, tag: Tag) -> None:
    walk.page.metas.append(attributes(tag.attributes))


def _time(walk: _Walk, tag: Tag) -> None:
    if not tag.is_end and not walk.open.flags & HIDDEN:
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
