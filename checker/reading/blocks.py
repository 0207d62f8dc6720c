"""Markdown blocks: headings, paragraphs and what is no text, line by line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.reading.article import Stretch
from checker.reading.lines import Line, lines

# Each is tried on one line and is linear in it: no repeat stands inside another.
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t]+|$)")
_HEADING_END = re.compile(r"(?<![\s#\\])[ \t]+#+[ \t]*$")
_RULE = re.compile(r"[ ]{0,3}(?:-[ \t-]+-|\*[ \t*]+\*|_[ \t_]+_)[ \t]*")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-+)[ \t]*")
_FENCE = re.compile(r"[ ]{0,3}(```|~~~)")
_CLOSING_FENCE = re.compile(r"(?m)^[ ]{0,3}(?:```+|~~~+)[ \t]*$")
_QUOTE = re.compile(r"[ ]{0,3}>[ ]?")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+(?=\S)")
_NUMBER = re.compile(r"[ \t]*\d{1,2}[.)][ \t]+(?=\S)")
# Only with something like an address after it: "[Note]: 5 men" is text.
_DEFINITION = re.compile(
    r"""[ ]{0,3}\[([^\[\]\^][^\[\]]{0,200})\]:[ \t]*<?[^\s<>/#]{0,40}[/#][^\s<>]*>?[ \t]*(?:["'(].*)?$"""
)
_NOTE = re.compile(r"[ ]{0,3}\[\^[^\s\[\]]{1,40}\]:[ \t]*")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t|:-]*\|[ \t|:-]*")
_DEEPEST_QUOTE = 16


@dataclass(slots=True)
class Block:
    """A stretch of lines with one markup: heading, paragraph, code, or furniture of the format ("none")."""

    kind: str
    start: int
    end: int  # with its last line end
    level: int = 0  # of a heading
    dropped: list[Stretch] = field(default_factory=list)  # marks at the edges of its lines
    label: str | None = None  # link label, lower case, where the block defines one


@dataclass(slots=True)
class _Outline:
    """The blocks found so far."""

    original: str
    blocks: list[Block] = field(default_factory=list)
    fence: str | None = None  # the marks that close an open code block
    closing: dict[str, int] = field(default_factory=dict)  # where the last fence of each mark stands

    @property
    def last(self) -> Block | None:
        return self.blocks[-1] if self.blocks else None

    def add(self, kind: str, line: Line, **more: object) -> Block:
        block = Block(kind, line.start, _line_end(self.original, line), **more)  # type: ignore[arg-type]  # checked by the tests
        self.blocks.append(block)
        return block


def blocks(original: str, start: int = 0) -> list[Block]:
    """The blocks of a Markdown text from `start` on, in order, covering every line."""
    closing = {
        match.group().strip()[:3]: match.start() for match in _CLOSING_FENCE.finditer(original.replace("\r", "\n"))
    }
    outline = _Outline(original, closing=closing)
    for line in lines(original, start):
        if outline.fence is not None:
            _in_fence(outline, line)
        else:
            next(step for step in _STEPS if step(outline, line))
    return outline.blocks


def labels(found: list[Block]) -> frozenset[str]:
    """The link labels that the blocks define."""
    return frozenset(block.label for block in found if block.label is not None)


def _line_end(original: str, line: Line) -> int:
    return min(line.end + (2 if original.startswith("\r\n", line.end) else 1), len(original))


def _in_fence(outline: _Outline, line: Line) -> None:
    if line.text.strip().startswith(outline.fence or "") and not line.text.strip().strip("`~"):
        outline.fence = None
        outline.add("none", line)
    else:
        outline.add("code", line)


def _fence(outline: _Outline, line: Line) -> bool:
    """A fence opens a code block; one that is never closed is left alone, lest the rest of an article be lost."""
    match = _FENCE.match(line.text)
    if match is None or outline.closing.get(match.group(1), 0) <= line.start:
        return False
    outline.fence = match.group(1)
    outline.add("none", line)
    return True


def _blank(outline: _Outline, line: Line) -> bool:
    if line.is_blank:
        outline.add("blank", line)
    return line.is_blank


def _underline(outline: _Outline, line: Line) -> bool:
    """A line of = or - under a one-line paragraph makes that a heading."""
    last = outline.last
    is_one = last is not None and last.kind == "paragraph" and not last.dropped
    if not is_one or not _UNDERLINE.fullmatch(line.text) or last is None:
        return False
    if "\n" in outline.original[last.start : last.end - 1]:
        return False
    last.kind, last.level = "heading", 1 if "=" in line.text else 2
    outline.add("none", line)
    return True


def _rule(outline: _Outline, line: Line) -> bool:
    is_rule = bool(_RULE.fullmatch(line.text)) or bool(_TABLE_RULE.fullmatch(line.text))
    if is_rule:
        outline.add("none", line)
    return is_rule


def _definition(outline: _Outline, line: Line) -> bool:
    match = _DEFINITION.match(line.text)
    if match is None or (outline.last is not None and outline.last.kind == "paragraph"):
        return False
    outline.add("none", line, label=match.group(1).strip().lower())
    return True


def _heading(outline: _Outline, line: Line) -> bool:
    match = _HEADING.match(line.text)
    if match is None:
        return False
    block = outline.add("heading", line, level=len(match.group(1)))
    block.dropped.append((line.start, line.start + match.end()))
    closing = _HEADING_END.search(line.text[-80:])
    if closing is not None:
        block.dropped.append((line.end - len(closing.group()), line.end))
    return True


def _paragraph(outline: _Outline, line: Line) -> bool:
    """A line of text: its quote and list marks are dropped; a list mark begins a paragraph of its own."""
    marks = _line_marks(outline, line)
    last = outline.last
    if last is None or last.kind != "paragraph" or marks.begins:
        last = outline.add("paragraph", line)
    last.end = _line_end(outline.original, line)
    if marks.end > line.start:
        last.dropped.append((line.start, marks.end))
    return True


@dataclass(frozen=True, slots=True)
class _LineMarks:
    end: int
    begins: bool


def _line_marks(outline: _Outline, line: Line) -> _LineMarks:
    place, begins = 0, False
    for _ in range(_DEEPEST_QUOTE):
        match = _QUOTE.match(line.text, place)
        if match is None:
            break
        place = match.end()
    for mark in _list_marks(outline):
        match = mark.match(line.text, place)
        if match is not None:
            place, begins = match.end(), True
    return _LineMarks(line.start + place, begins)


def _list_marks(outline: _Outline) -> Iterator[re.Pattern[str]]:
    """What may open this line; a number only where a paragraph is not cut by it ("in / 12. It was")."""
    yield _BULLET
    last = outline.last
    if last is None or last.kind != "paragraph" or _NUMBER.match(outline.original, last.start):
        yield _NUMBER
    yield _NOTE


_STEPS = (_blank, _fence, _underline, _rule, _definition, _heading, _paragraph)
