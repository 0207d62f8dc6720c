"""The elements of an XML text, record by record: each knows where it stands. What breaks one record loses no other."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from checker.reading.lines import line_and_column
from checker.reading.markup.expat import DEEPEST, ExpatError, Parser, message, parser, short
from checker.reading.records.tree import BrokenError

MOST_ELEMENTS = 1_000_000
MOST_KEPT = 100_000  # elements of one record, or between two, that are no markup of its text
_MOST_BREAKS = 100  # records after which no next one is looked for
_PIECE = 1 << 20  # bytes handed over at once: what stands unfinished at the end of one is looked at again
_BLANKS = " \t\r\n"
_LONGEST_OPENING = 1 << 16  # characters of the tags that stand open around a record
_TAG = re.compile(r"""<(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>""")
# What expat says -> what is wrong, for those who have not heard of tokens.
_WORDS: Mapping[str, str] = {
    "mismatched tag": "an end tag that does not fit what is open",
    "no element found": "it ends early",
    "not well-formed (invalid token)": "a character that may not stand there, such as a bare & or <",
    "syntax error": "text before the first tag",
    "unbound prefix": "a prefix that no namespace is named for",
}


class UnknownError(Exception):
    """A file's own element is none that is known; the message is its name."""


@dataclass(slots=True)
class Element:
    """An element, between its tags."""

    name: str  # as `markup.expat.short` gives it
    attributes: Mapping[str, str]
    start: int  # of its start tag
    end: int = 0  # where its end tag begins
    children: "list[Element]" = field(default_factory=list)
    inner: str = ""  # the first element inside, where those inside are text with markup and not kept


@dataclass(frozen=True, slots=True)
class Record:
    """A record, or a word on why there is none."""

    number: int  # of its kind in the file, from 1; 0 where the fault is outside of any
    start: int
    end: int  # after its end tag
    root: Element | None  # the file's own element, with what stands in it so far
    element: Element | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """Which elements of a file are its records, and whose elements inside are text with markup."""

    records: frozenset[str]
    texts: frozenset[str]


Shapes = Mapping[str, Shape]  # name of the file's own element -> the shape


@dataclass(slots=True)
class _Walk:
    """The state of one walk along a file."""

    original: str
    content: bytes
    shapes: Shapes
    shape: Shape = field(default_factory=lambda: Shape(frozenset(), frozenset()))
    root: Element | None = None
    open: list[Element] = field(default_factory=list)
    around: list[Element] = field(default_factory=list)  # what stands open around the records
    record: Element | None = None  # the one that stands open
    done: list[Record] = field(default_factory=list)
    skipping: int = 0  # elements open inside a text
    records: int = 0
    elements: int = 0
    kept: int = 0  # since the last record began or ended
    byte: int = 0  # up to which the place is known
    place: int = 0


def records(original: str, shapes: Shapes) -> Iterator[Record]:
    """The records of an XML text in order, each let go when the next is asked for. Linear, not recursive, capped.

    A record that is not well-formed is one with a reason; reading goes on with the next, at most a hundred times.

    Raises:
        UnknownError: the file's own element is not among `shapes`.

    """
    walk = _Walk(original, original.encode(), shapes)
    _place(walk, len(original) - len(original.lstrip(_BLANKS)))  # as readers of feeds allow before <?xml
    for _ in range(_MOST_BREAKS):
        try:
            yield from _unbroken(walk)
        except BrokenError as error:
            yield _broken(walk, error)
            if not _goes_on(walk, error):
                return
        else:
            return
    reason = "too much of it is not XML: what follows was not read"
    yield Record(0, walk.place, len(original), walk.root, None, reason)


def inner(original: str, element: Element) -> tuple[int, int]:
    """From where to where the content of an element stands."""
    match = _TAG.match(original, element.start, element.end)
    start = match.end() if match else element.end
    return min(start, element.end), element.end


def _unbroken(walk: _Walk) -> Iterator[Record]:
    """The records from the walk's place on, up to the first fault.

    Raises:
        BrokenError: with the character at which it is not well-formed.

    """
    opening = b"".join(_opening(walk.original, one) for one in walk.around)
    begin, shift = walk.byte, walk.byte - len(opening)
    made = _parser(walk, len(opening), shift)
    try:
        made.Parse(opening, False)  # noqa: FBT003 - expat's own signature
        for place in range(begin, len(walk.content), _PIECE):
            made.Parse(walk.content[place : place + _PIECE], False)  # noqa: FBT003 - as above
            yield from _let_go(walk)
        made.Parse(b"", True)  # noqa: FBT003 - as above
    except (BrokenError, ExpatError) as error:
        yield from _let_go(walk)
        raw = error.place if isinstance(error, BrokenError) else made.ErrorByteIndex
        words = message(error) if isinstance(error, ExpatError) else str(error)
        if words.startswith("unclosed"):  # told at the very end; it is what opens behind the last tag
            raise BrokenError(_unclosed(walk), words) from error
        raise BrokenError(_place(walk, raw + shift), _WORDS.get(words, words)) from error


def _unclosed(walk: _Walk) -> int:
    """Where CDATA, a comment or a tag begins that nothing ends."""
    opens = (walk.original.find(mark, walk.place + 1) for mark in ("<![CDATA[", "<!--"))
    return min((place for place in opens if place >= 0), default=walk.place)


def _let_go(walk: _Walk) -> Iterator[Record]:
    done, walk.done = walk.done, []
    return iter(done)


def _opening(original: str, element: Element) -> bytes:
    match = _TAG.match(original, element.start)
    return match.group().encode() if match else b""


def _parser(walk: _Walk, before: int, shift: int) -> Parser:
    """A parser that tells the walk of every element; its first bytes, `before`, open again what stood open."""
    made = parser()

    def begin(name: str, attributes: dict[str, str]) -> None:
        index = made.CurrentByteIndex
        if index >= before and not _begin(walk, short(name), attributes, index + shift):
            raise BrokenError(index, _beyond(walk))

    def end(_: str) -> None:
        _end(walk, made.CurrentByteIndex + shift)

    made.StartElementHandler, made.EndElementHandler = begin, end
    return made


def _beyond(walk: _Walk) -> str:
    if walk.elements > MOST_ELEMENTS:
        return f"more than {MOST_ELEMENTS:,} elements in one file: split it"
    return f"more than {MOST_KEPT:,} elements" if walk.kept > MOST_KEPT else f"elements nested deeper than {DEEPEST}"


def _begin(walk: _Walk, name: str, attributes: Mapping[str, str], byte: int) -> bool:
    """An element begins; tells whether it is within the limits."""
    walk.elements += 1
    if walk.elements > MOST_ELEMENTS or len(walk.open) + walk.skipping >= DEEPEST:
        return False
    holder = walk.open[-1] if walk.open else None
    if walk.skipping or (holder is not None and walk.record is not None and holder.name in walk.shape.texts):
        walk.skipping += 1
        if holder is not None:
            holder.inner = holder.inner or name
        return True
    walk.kept += 1
    if walk.kept > MOST_KEPT:
        return False
    element = Element(name, attributes, _place(walk, byte))
    if holder is None:
        if name not in walk.shapes:
            raise UnknownError(name)
        walk.root, walk.shape = element, walk.shapes[name]
    if walk.record is None and name in walk.shape.records:
        walk.record, walk.around = element, walk.open.copy()
        walk.records += 1
        walk.kept = 0
    elif holder is not None:
        holder.children.append(element)
    walk.open.append(element)
    return True


def _end(walk: _Walk, byte: int) -> None:
    if walk.skipping:
        walk.skipping -= 1
        return
    element = walk.open.pop()
    element.end = _place(walk, byte)
    if element is walk.record:
        walk.done.append(Record(walk.records, element.start, _after(walk.original, element), walk.root, element))
        walk.record, walk.kept = None, 0


def _after(original: str, element: Element) -> int:
    """Where an element's end tag ends."""
    opening = _TAG.match(original, element.start, element.end)
    is_empty = opening is not None and opening.end() == element.end and opening.group().endswith("/>")
    return element.end if is_empty else original.find(">", element.end) + 1


def _place(walk: _Walk, byte: int) -> int:
    """The character at a byte; bytes are asked for in their order."""
    if byte > walk.byte:
        walk.place += len(walk.content[walk.byte : byte].decode())
        walk.byte = byte
    return walk.place


def _broken(walk: _Walk, error: BrokenError) -> Record:
    """The record in which the text breaks; 0 is its number where it breaks outside of any."""
    line, column = line_and_column(walk.original, error.place)
    reason = f"not XML that can be read, at line {line}, column {column}: {error}"
    start = walk.record.start if walk.record else error.place
    number = walk.records if walk.record else 0
    return Record(number, start, error.place, walk.root, None, reason)


def _goes_on(walk: _Walk, error: BrokenError) -> bool:
    """Whether another record begins behind the fault; the walk then stands there."""
    found = _next_record(walk, error.place) if walk.elements <= MOST_ELEMENTS else None
    openings = sum(len(_opening(walk.original, one)) for one in walk.around)
    if found is None or openings > _LONGEST_OPENING:
        return False
    _place(walk, walk.byte + len(walk.original[walk.place : found].encode()))
    walk.open, walk.record, walk.skipping, walk.kept = walk.around.copy(), None, 0, 0
    return True


def _next_record(walk: _Walk, place: int) -> int | None:
    """Where the next start tag of a record stands, if any was met before."""
    names = "|".join(re.escape(name.rpartition(":")[2]) for name in sorted(walk.shape.records))
    if not walk.around:
        return None
    match = re.compile(rf"<(?:[\w.-]{{1,64}}:)?(?:{names})(?=[\s>/])").search(walk.original, place + 1)
    return match.start() if match else None
