"""The parts of a mail, told apart in one pass over its lines: no depth exhausts it, however the parts are nested."""

import re
from dataclasses import dataclass, field

from checker.reading.decoding import UnreadableError
from checker.reading.mail.headers import MOST_HEAD, Headers, head, kind, parameter

DEEPEST = 100
MOST_PARTS = 2_000
_LINE = re.compile(rb"(?m)^--([^\r\n]*+)")
_LONGEST = 200  # characters of a boundary; the standard's limit is 70
_MESSAGE = "message/rfc822"
_EPILOGUE = "epilogue"  # what follows the last part
_NO_END = "its last part has no end: it may have been cut off"
CUT_OFF = "it ends early, in the middle of a line: what followed is lost; save or fetch it again"


@dataclass(slots=True)
class MailPart:
    """A part of a mail, or the mail itself."""

    headers: Headers
    kind: str  # "text/plain", "multipart/mixed"
    start: int = 0  # of its bytes, head not counted
    end: int = 0
    depth: int = 0  # parts around it
    parts: "list[MailPart]" = field(default_factory=list)

    @property
    def is_attached(self) -> bool:
        """Whether it is a file that goes with the mail, rather than words of it."""
        return self.headers.get("content-disposition", "").lower().startswith("attachment")


@dataclass(slots=True)
class _Walk:
    content: bytes
    open: list[tuple[bytes, MailPart]] = field(default_factory=list)  # boundaries with the parts that they divide
    levels: dict[bytes, int] = field(default_factory=dict)  # a line that divides -> which of those that are open
    count: int = 0


def structure(content: bytes) -> tuple[MailPart, str]:
    """A mail with its parts, and what is wrong with how they are divided; empty where nothing.

    Raises:
        UnreadableError: it is no mail, its parts are not divided, or more of them are nested than in any mail.

    """
    begin = content.index(b"\n") + 1 if content.startswith(b"From ") and b"\n" in content else 0
    walk = _Walk(content)
    top, leaf = _begin(walk, begin, None)
    if not top.headers:
        raise UnreadableError("no mail: it begins with no field such as `From: ` or `Subject: `")
    for match in _LINE.finditer(content, top.start):
        line = match.group(1).rstrip()
        if line in walk.levels and match.start() >= leaf.start:
            leaf.end = max(_before(content, match.start()), leaf.start)
            leaf = _divided(walk, line, content.find(b"\n", match.end()) + 1 or len(content))
    leaf.end = len(content)
    if any(not part.parts for _, part in walk.open):
        raise UnreadableError("its parts are not divided as it says: open it in a mail program and save it again")
    return top, _end(walk, leaf)


def _end(walk: _Walk, leaf: MailPart) -> str:
    """What is wrong with the end of a mail: a program that forgets to end the last part still ends its last line."""
    if not walk.open:
        return ""
    is_cut = leaf.kind != _EPILOGUE and not walk.content.endswith((b"\n", b"\r"))
    return CUT_OFF if is_cut else _NO_END


def _begin(walk: _Walk, start: int, holder: MailPart | None) -> tuple[MailPart, MailPart]:
    """A part whose head stands at a place, and what the bytes behind that head belong to."""
    part = first = _part(walk, start, holder)
    while part.kind == _MESSAGE and not part.is_attached:
        part = _part(walk, part.start, part)  # a mail in a mail: its own head comes next
    if not part.kind.startswith("multipart/"):
        return first, part
    boundary = parameter(part.headers, "content-type", "boundary").encode()[:_LONGEST].rstrip()
    _reopen(walk, [*walk.open, (boundary, part)])
    return first, MailPart({}, "preamble", part.start)


def _part(walk: _Walk, start: int, holder: MailPart | None) -> MailPart:
    headers, start = head(walk.content, start, _next(walk, start))
    part = MailPart(headers, kind(headers), start, depth=holder.depth + 1 if holder else 0)
    walk.count += 1
    if walk.count > MOST_PARTS or part.depth > DEEPEST:
        raise UnreadableError(f"more than {MOST_PARTS:,} parts, or nested deeper than {DEEPEST}: no mail")
    if holder is not None:
        holder.parts.append(part)
    return part


def _next(walk: _Walk, start: int) -> int:
    """Where the next line that divides begins, as far ahead as a head may reach: it ends a head that is not closed."""
    found = (
        m.start() for m in _LINE.finditer(walk.content, start, start + MOST_HEAD) if m.group(1).rstrip() in walk.levels
    )
    return next(found, len(walk.content)) if walk.levels else len(walk.content)


def _divided(walk: _Walk, line: bytes, start: int) -> MailPart:
    """Behind a line that divides: another part of the same, or what follows the last; inner parts end with it."""
    level = walk.levels[line]
    boundary, holder = walk.open[level]
    if line == boundary:
        _reopen(walk, walk.open[: level + 1])
        return _begin(walk, start, holder)[1]
    _reopen(walk, walk.open[:level])
    return MailPart({}, _EPILOGUE, start)


def _reopen(walk: _Walk, found: list[tuple[bytes, MailPart]]) -> None:
    walk.open = found
    walk.levels = {line: n for n, (boundary, _) in enumerate(found) for line in (boundary + b"--", boundary)}


def _before(content: bytes, place: int) -> int:
    """Where the text before a line ends: its line end belongs to the line that divides."""
    return place - len(content[max(place - 2, 0) : place]) + len(content[max(place - 2, 0) : place].rstrip(b"\r\n"))
