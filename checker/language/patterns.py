r"""The one door to the regular-expression engine, which is linear in the text by construction.

No look-around and no back-references; `\\b`, `\\d` and `\\w` are ASCII only. Guards consume a character.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol

import re2

_MEMORY = 128 << 20


class Match(Protocol):
    """One match, as the standard library's `re.Match`."""

    @property
    def lastindex(self) -> int | None:
        """Number of the last group that took part."""

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

    __slots__ = ("_match", "_names", "_text")

    def __init__(self, text: str, match: Match, names: Mapping[str, int]) -> None:
        self._text = text
        self._match = match
        self._names = names

    def start(self, group: int = 0) -> int:
        return self._match.start(group)

    def end(self, group: int = 0) -> int:
        return self._match.end(group)

    def span(self, group: int = 0) -> tuple[int, int]:
        return self._match.span(group)

    @property
    def lastindex(self) -> int | None:
        return self._match.lastindex

    def group(self, group: int | str = 0) -> str | None:
        start, end = self.span(group if isinstance(group, int) else self._names[group])
        return self._text[start:end] if start >= 0 else None

    def groups(self) -> tuple[str | None, ...]:
        return tuple([self.group(number) for number in range(1, len(self._match.groups()) + 1)])

    def groupdict(self) -> dict[str, str | None]:
        return {name: self.group(number) for name, number in self._names.items()}


class _Translated(_Found):
    """A match in other text: places are counted on from where the match begins, in bytes and in characters."""

    __slots__ = ("_at", "_byte", "_raw")

    def __init__(self, text: str, match: Match, names: Mapping[str, int], raw: bytes, at: int) -> None:
        self._text = text
        self._match = match
        self._names = names
        self._raw = raw
        self._byte = match.start()
        self._at = at

    def start(self, group: int = 0) -> int:
        return self._place(self._match.start(group)) if group else self._at

    def end(self, group: int = 0) -> int:
        return self._place(self._match.end(group))

    def span(self, group: int = 0) -> tuple[int, int]:
        start, end = self._match.span(group)
        return self._place(start), self._place(end)

    def _place(self, byte: int) -> int:
        return self._at + len(self._raw[self._byte : byte].decode()) if byte >= 0 else -1


class _Compiled:
    """An expression over the bytes of a text, which the engine's own wrapper searches faster than characters."""

    __slots__ = ("_names", "_regexp")

    def __init__(self, expression: str, options: re2.Options) -> None:
        self._regexp = re2.compile(expression.encode(), options)
        self._names: dict[str, int] = {name.decode(): number for name, number in self._regexp.groupindex.items()}

    def finditer(self, text: str, pos: int | None = None, endpos: int | None = None) -> Iterator[Match]:
        raw = text.encode()
        if len(raw) == len(text):
            return (_Found(text, match, self._names) for match in self._regexp.finditer(raw, pos, endpos))
        return self._translated(text, raw, self._regexp.finditer(raw, *_in_bytes(text, pos, endpos)))

    def search(self, text: str, pos: int | None = None, endpos: int | None = None) -> Match | None:
        return self._first(self._regexp.search, text, pos, endpos)

    def match(self, text: str, pos: int | None = None, endpos: int | None = None) -> Match | None:
        return self._first(self._regexp.match, text, pos, endpos)

    def fullmatch(self, text: str, pos: int | None = None, endpos: int | None = None) -> Match | None:
        return self._first(self._regexp.fullmatch, text, pos, endpos)

    def _first(self, find: Callable[..., Any], text: str, pos: int | None, endpos: int | None) -> Match | None:
        raw = text.encode()
        if len(raw) == len(text):
            match = find(raw, pos, endpos)
            return _Found(text, match, self._names) if match else None
        match = find(raw, *_in_bytes(text, pos, endpos))
        return next(self._translated(text, raw, [match])) if match else None

    def _translated(self, text: str, raw: bytes, matches: Iterable[Match]) -> Iterator[Match]:
        byte = place = 0
        for match in matches:
            start = match.start()
            place += len(raw[byte:start].decode())
            byte = start
            yield _Translated(text, match, self._names, raw, place)


def _in_bytes(text: str, *places: int | None) -> tuple[int | None, ...]:
    return tuple(None if place is None else len(text[:place].encode()) for place in places)


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
