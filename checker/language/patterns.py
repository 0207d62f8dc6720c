r"""The one door to the regular-expression engine, which is linear in the text by construction.

No look-around and no back-references; `\\b`, `\\d` and `\\w` are ASCII only. Guards consume a character.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol, TypeAlias

import re2

_MEMORY = 128 << 20
_ANCHOR = re2._Anchor  # noqa: SLF001 - the engine itself is asked, without its wrapper: docs/design.md tells why
_ANYWHERE, _AT_START, _WHOLE = _ANCHOR.UNANCHORED, _ANCHOR.ANCHOR_START, _ANCHOR.ANCHOR_BOTH
_CONTINUES, _CONTINUED = 0b1100_0000, 0b1000_0000  # the bits that tell a byte within a character
Span: TypeAlias = tuple[int, int]
_NONE: list[Span] = [(-1, -1)]


class Match(Protocol):
    """One match, as the standard library's `re.Match`."""

    def group(self, group: int | str = 0) -> str | None:
        """The text of a group, None where it took no part."""

    def groups(self) -> tuple[str | None, ...]:
        """The texts of all groups."""

    def groupdict(self) -> dict[str, str | None]:
        """Named groups to texts."""

    def start(self, group: int = 0) -> int:
        """Where a group begins."""

    def end(self, group: int = 0) -> int:
        """Where a group ends, exclusive."""

    def span(self, group: int = 0) -> tuple[int, int]:
        """Both ends of a group."""


class Pattern(Protocol):
    """A compiled pattern, as the standard library's `re.Pattern`."""

    def finditer(self, text: str, pos: int | None = None, endpos: int | None = None) -> Iterator[Match]:
        """All matches that do not overlap, in order."""

    def search(self, text: str, pos: int | None = None, endpos: int | None = None) -> Match | None:
        """The first match anywhere."""

    def match(self, text: str, pos: int | None = None, endpos: int | None = None) -> Match | None:
        """A match at the very start."""

    def fullmatch(self, text: str, pos: int | None = None, endpos: int | None = None) -> Match | None:
        """A match of the whole."""


class _Found:
    """A match in ASCII text, where bytes are characters."""

    __slots__ = ("_names", "_spans", "_text")

    def __init__(self, text: str, spans: list[Span], names: Mapping[str, int]) -> None:
        self._text = text
        self._spans = spans
        self._names = names

    def start(self, group: int = 0) -> int:
        return self._spans[group][0]

    def end(self, group: int = 0) -> int:
        return self._spans[group][1]

    def span(self, group: int = 0) -> Span:
        return self._spans[group]

    def group(self, group: int | str = 0) -> str | None:
        start, end = self._spans[group if isinstance(group, int) else self._names[group]]
        return self._text[start:end] if start >= 0 else None

    def groups(self) -> tuple[str | None, ...]:
        return tuple([self.group(number) for number in range(1, len(self._spans))])

    def groupdict(self) -> dict[str, str | None]:
        text, spans = self._text, self._spans
        places = {name: spans[number] for name, number in self._names.items()}
        return {name: text[start:end] if start >= 0 else None for name, (start, end) in places.items()}


class _Compiled:
    """An expression over the bytes of a text, given to the engine itself.

    Its Python wrapper translates every place, and makes a generator and two objects of each match.
    """

    __slots__ = ("_find", "_names")

    def __init__(self, expression: str, options: re2.Options) -> None:
        compiled = re2.compile(expression.encode(), options)
        self._names: dict[str, int] = {name.decode(): number for name, number in compiled.groupindex.items()}
        self._find: Callable[[object, bytes, int, int], list[Span]] = compiled._regexp.Match  # noqa: SLF001 - see above

    def finditer(self, text: str, pos: int | None = None, endpos: int | None = None) -> Iterator[Match]:
        raw = text.encode()
        is_ascii = len(raw) == len(text)
        byte = place = 0  # of one character, from which those that follow are counted
        start, end = _bounds(text, raw, pos, endpos)
        while start <= end:
            spans = self._find(_ANYWHERE, raw, start, end)
            first, last = spans[0]
            if first < 0:
                return
            if is_ascii:
                yield _Found(text, spans, self._names)
            else:
                place += len(raw[byte:first].decode())
                byte = first
                yield _Found(text, _translated(raw, spans, place), self._names)
            start = last if last > start else _next(raw, last)

    def search(self, text: str, pos: int | None = None, endpos: int | None = None) -> Match | None:
        return self._first(_ANYWHERE, text, pos, endpos)

    def match(self, text: str, pos: int | None = None, endpos: int | None = None) -> Match | None:
        return self._first(_AT_START, text, pos, endpos)

    def fullmatch(self, text: str, pos: int | None = None, endpos: int | None = None) -> Match | None:
        return self._first(_WHOLE, text, pos, endpos)

    def _first(self, anchor: object, text: str, pos: int | None, endpos: int | None) -> Match | None:
        raw = text.encode()
        start, end = (0, len(raw)) if pos is None and endpos is None else _bounds(text, raw, pos, endpos)
        spans = self._find(anchor, raw, start, end) if start <= end else _NONE
        first = spans[0][0]
        if first < 0:
            return None
        if len(raw) != len(text):
            spans = _translated(raw, spans, len(raw[:first].decode()))
        return _Found(text, spans, self._names)


def _translated(raw: bytes, spans: list[Span], place: int) -> list[Span]:
    """Spans of bytes as spans of characters, `place` being the character at which the match begins."""
    byte = spans[0][0]
    return [
        (place + len(raw[byte:start].decode()), place + len(raw[byte:end].decode())) if start >= 0 else (start, end)
        for start, end in spans
    ]


def _bounds(text: str, raw: bytes, pos: int | None, endpos: int | None) -> Span:
    """Where a search begins and ends, in bytes."""
    return 0 if pos is None else len(text[:pos].encode()), len(raw) if endpos is None else len(text[:endpos].encode())


def _next(raw: bytes, byte: int) -> int:
    """Where the character behind the one at a place begins, in bytes."""
    byte += 1
    while byte < len(raw) and raw[byte] & _CONTINUES == _CONTINUED:
        byte += 1
    return byte


def pattern(expression: str, *, any_case: bool = False) -> Pattern:
    """Compile an expression; `any_case` ignores case. White space in it counts.

    Raises:
        re2.error: the expression cannot be run in linear time, or is not one.

    """
    return _Compiled(expression, _options(any_case=any_case))


def choice(expressions: Iterable[str]) -> Callable[[str], list[int]]:
    """Tells which of many expressions match at the very start of a text: their places, in order.

    All are tried in one pass; the answer is empty where none does, and where the pass would take too much memory.

    Raises:
        re2.error: an expression cannot be run in linear time, or is not one.

    """
    tried = re2.Set.MatchSet(_options())
    for expression in expressions:
        tried.Add(expression)
    tried.Compile()
    return lambda text: sorted(tried.Match(text) or ())


def _options(*, any_case: bool = False) -> re2.Options:
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MEMORY
    options.case_sensitive = not any_case
    return options
