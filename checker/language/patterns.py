r"""The one door to the regular-expression engine, which is linear in the text by construction.

No look-around and no back-references; `\\b`, `\\d` and `\\w` are ASCII only. Guards consume a character.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, cast

import re2

_MEMORY = 64 << 20


class Match(Protocol):
    """One match, as the standard library's `re.Match`."""

    @property
    def lastindex(self) -> int | None:
        """Number of the last group that took part."""

    def group(self, group: int | str = 0) -> str | None:
        """The text of a group, None where it took no part."""

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


def pattern(expression: str, *, any_case: bool = False) -> Pattern:
    """Compile an expression; `any_case` ignores case. White space in it counts.

    Raises:
        re2.error: the expression cannot be run in linear time, or is not one.

    """
    return cast("Pattern", re2.compile(expression, _options(any_case=any_case)))


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
