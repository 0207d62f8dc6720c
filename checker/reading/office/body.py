"""The paragraphs of a part, as a reader of the page sees them; what is deleted, hidden or a code is counted only."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from checker.reading.decoding import UnreadableError
from checker.reading.html.characters import UNSEEN, raised
from checker.reading.markup.expat import DEEPEST, parser, short
from checker.reading.office.package import parse
from checker.reading.office.properties import is_on, told
from checker.reading.office.styles import Style

_BLANKS = re.compile(r"[ \t]+")
_BETWEEN_CELLS = " | "
# Element -> what is counted of the text inside, which is not read; empty where there is none worth a word.
_LEFT_OUT: Mapping[str, str] = {
    "mc:Fallback": "",  # what stands in mc:Choice, for old programs
    "w:del": "deleted text",
    "w:moveFrom": "deleted text",
    "w:delText": "deleted text",
    "w:delInstrText": "",
    "w:instrText": "",
    "w:pPrChange": "",
    "w:rPrChange": "",
    "w:sectPr": "",
    "w:rt": "annotations above the line",
    "m:oMath": "formulas",
}
# Element -> the characters that it stands for.
_MEANT: Mapping[str, str] = {
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
    "w:ptab": " ",
    "w:sym": "\ufffd",
    "w:tab": " ",
}


@dataclass(slots=True)
class Paragraph:
    """A paragraph, or a row of a table whose cells hold no more than one each."""

    text: str
    style: str  # name of its style, lower case
    locator: str


@dataclass(slots=True)
class _Open:
    """A paragraph that is open."""

    pieces: list[str] = field(default_factory=list)
    style: Style = field(default_factory=Style)


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    cells: list[list[Paragraph]] = field(default_factory=list)


@dataclass(slots=True)
class _Run:
    is_hidden: bool = False
    is_raised: bool = False
    is_struck: bool = False


@dataclass(slots=True)
class _Walk:
    """The state of one walk along a part."""

    styles: Mapping[str, Style]
    word: str  # what a paragraph is called: paragraph, footnote
    found: list[Paragraph] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    open: _Open | None = None
    run: _Run | None = None
    outer: list[tuple[_Open | None, _Run | None]] = field(default_factory=list)  # around the text boxes that are open
    tables: list[_Table] = field(default_factory=list)
    boxes: int = 0
    paragraphs: int = 0
    tables_met: int = 0
    note: str = ""  # its number, in a part of notes
    in_text: bool = False
    in_marks: bool = False  # properties of the paragraph, whose runs are only its mark
    is_placeholder: bool = False  # whether the field that is open only asks for words
    skipping: int = 0
    skipped: str = ""
    depth: int = 0


def paragraphs(
    content: bytes, styles: Mapping[str, Style], word: str = "paragraph"
) -> tuple[list[Paragraph], Counter[str]]:
    """The paragraphs of a part in their order, and the characters of what was left out, by what it is.

    Raises:
        UnreadableError: it is no XML, not Word's, or nested deeper than any document.

    """
    walk = _Walk(styles, word)
    made = parser()
    made.buffer_text = True

    def begin(name: str, attributes: dict[str, str]) -> None:
        walk.depth += 1
        if walk.depth == 1 and not short(name).startswith("w:"):
            raise UnreadableError("no Word document: save it as .docx, or its text as .txt")
        if walk.depth > DEEPEST:
            raise UnreadableError(f"elements nested deeper than {DEEPEST}: save its text")
        _begin(walk, short(name), attributes)

    def end(name: str) -> None:
        walk.depth -= 1
        _end(walk, short(name))

    made.StartElementHandler, made.EndElementHandler = begin, end
    made.CharacterDataHandler = lambda words: _words(walk, words)
    parse(made, content)
    return walk.found, walk.left_out


def _begin(walk: _Walk, name: str, attributes: Mapping[str, str]) -> None:
    if walk.skipping:
        walk.skipping += 1
    elif name in _LEFT_OUT:
        _skip(walk, _LEFT_OUT[name])
    elif name in _MEANT:
        _write(walk, _MEANT[name])
    elif name in _ON_BEGIN:
        _ON_BEGIN[name](walk, attributes)


def _end(walk: _Walk, name: str) -> None:
    if walk.skipping:
        walk.skipping -= 1
    elif name in _ON_END:
        _ON_END[name](walk)


def _skip(walk: _Walk, words: str) -> None:
    """What stands inside the element that begins is not read; `words` are under what it is counted."""
    walk.skipping, walk.skipped = 1, words


def _words(walk: _Walk, words: str) -> None:
    if walk.skipping and walk.skipped:
        walk.left_out[walk.skipped] += len(words.strip())
    elif walk.in_text and not walk.skipping:
        _write(walk, words.replace("\n", " "))


def _write(walk: _Walk, words: str) -> None:
    """Words of the run that is open, if a reader sees them."""
    run, paragraph = walk.run, walk.open
    if run is None or paragraph is None:
        return
    if run.is_hidden or paragraph.style.is_hidden:
        walk.left_out["hidden text"] += len(words)
    elif run.is_struck:
        walk.left_out["text that is struck out"] += len(words)
    else:
        paragraph.pieces.append(raised(words) if run.is_raised else words)


def _begin_paragraph(walk: _Walk, _: Mapping[str, str]) -> None:
    walk.open = _Open()


def _paragraph_style(walk: _Walk, attributes: Mapping[str, str]) -> None:
    name = told(attributes, "val")
    if walk.open is not None and walk.in_marks:
        walk.open.style = walk.styles.get(name) or Style(name.lower())


def _marks(walk: _Walk, _: Mapping[str, str]) -> None:
    walk.in_marks = True


def _end_marks(walk: _Walk) -> None:
    walk.in_marks = False


def _begin_run(walk: _Walk, _: Mapping[str, str]) -> None:
    walk.run = _Run()


def _end_run(walk: _Walk) -> None:
    walk.run = None


def _run_style(walk: _Walk, attributes: Mapping[str, str]) -> None:
    style = walk.styles.get(told(attributes, "val"))
    if walk.run is not None and style is not None:
        walk.run.is_hidden |= style.is_hidden


def _vanish(walk: _Walk, attributes: Mapping[str, str]) -> None:
    if walk.run is not None:
        walk.run.is_hidden = is_on(attributes)


def _strike(walk: _Walk, attributes: Mapping[str, str]) -> None:
    if walk.run is not None:
        walk.run.is_struck |= is_on(attributes)


def _raise(walk: _Walk, attributes: Mapping[str, str]) -> None:
    if walk.run is not None:
        walk.run.is_raised = told(attributes, "val") == "superscript"


def _begin_text(walk: _Walk, _: Mapping[str, str]) -> None:
    walk.in_text = True


def _end_text(walk: _Walk) -> None:
    walk.in_text = False


def _end_paragraph(walk: _Walk) -> None:
    """Put the paragraph where it stands: into a cell, or among the found, numbered."""
    paragraph, walk.open, walk.run = walk.open, None, None
    lines = "".join(paragraph.pieces).translate(UNSEEN).split("\n") if paragraph else []
    text = "\n".join(_BLANKS.sub(" ", line).strip(" ") for line in lines).strip("\n")
    if paragraph is None or not text.strip():
        return
    if walk.tables and walk.tables[-1].cells:
        walk.tables[-1].cells[-1].append(Paragraph(text, paragraph.style.name, ""))
    else:
        walk.found.append(Paragraph(text, paragraph.style.name, _locator(walk)))


def _locator(walk: _Walk) -> str:
    if walk.note:
        return f"{walk.word} {walk.note}"
    if walk.outer:
        return f"text box {walk.boxes}"
    walk.paragraphs += 1
    return f"{walk.word} {walk.paragraphs}"


def _begin_box(walk: _Walk, _: Mapping[str, str]) -> None:
    """A text box stands inside a paragraph and has its own: they come before it."""
    walk.outer.append((walk.open, walk.run))
    walk.open = walk.run = None
    walk.boxes += 1


def _end_box(walk: _Walk) -> None:
    walk.open, walk.run = walk.outer.pop() if walk.outer else (None, None)


def _begin_table(walk: _Walk, _: Mapping[str, str]) -> None:
    walk.tables_met += not walk.tables
    walk.tables.append(_Table(walk.tables_met))


def _begin_row(walk: _Walk, _: Mapping[str, str]) -> None:
    if walk.tables:
        walk.tables[-1].row += 1
        walk.tables[-1].cells = []


def _begin_cell(walk: _Walk, _: Mapping[str, str]) -> None:
    if walk.tables:
        walk.tables[-1].cells.append([])


def _end_row(walk: _Walk) -> None:
    """A row is one line, its cells divided by a bar; where cells hold more than a paragraph, each is its own."""
    if not walk.tables:
        return
    table = walk.tables[-1]
    filled, table.cells = [cell for cell in table.cells if cell], []
    rows = [paragraph for cell in filled for paragraph in cell]
    if len(filled) > 1 and len(rows) == len(filled):
        rows = [Paragraph(_BETWEEN_CELLS.join(one.text.replace("\n", " ") for one in rows), rows[0].style, "")]
    if len(walk.tables) > 1 and walk.tables[-2].cells:
        walk.tables[-2].cells[-1] += rows
        return
    locator = f"table {table.number}, row {table.row}"
    walk.found += [Paragraph(one.text, one.style, locator) for one in rows]


def _end_table(walk: _Walk) -> None:
    if walk.tables:
        walk.tables.pop()


def _begin_note(walk: _Walk, attributes: Mapping[str, str]) -> None:
    """A footnote; the lines that divide notes from the text are told by their type."""
    if told(attributes, "type") not in ("", "normal"):
        _skip(walk, "")
    walk.note = told(attributes, "id")[:8] or "?"


def _begin_placeholder(walk: _Walk, _: Mapping[str, str]) -> None:
    walk.is_placeholder = True


def _begin_content(walk: _Walk, _: Mapping[str, str]) -> None:
    """What a field for words holds; where it only asks for them, they are no text."""
    if walk.is_placeholder:
        _skip(walk, "")
    walk.is_placeholder = False


_ON_BEGIN: Mapping[str, Callable[[_Walk, Mapping[str, str]], None]] = {
    "w:dstrike": _strike,
    "w:endnote": _begin_note,
    "w:footnote": _begin_note,
    "w:p": _begin_paragraph,
    "w:pPr": _marks,
    "w:pStyle": _paragraph_style,
    "w:r": _begin_run,
    "w:rStyle": _run_style,
    "w:sdtContent": _begin_content,
    "w:showingPlcHdr": _begin_placeholder,
    "w:strike": _strike,
    "w:t": _begin_text,
    "w:tbl": _begin_table,
    "w:tc": _begin_cell,
    "w:tr": _begin_row,
    "w:txbxContent": _begin_box,
    "w:vanish": _vanish,
    "w:vertAlign": _raise,
}
_ON_END: Mapping[str, Callable[[_Walk], None]] = {
    "w:p": _end_paragraph,
    "w:pPr": _end_marks,
    "w:r": _end_run,
    "w:t": _end_text,
    "w:tbl": _end_table,
    "w:tr": _end_row,
    "w:txbxContent": _end_box,
}
