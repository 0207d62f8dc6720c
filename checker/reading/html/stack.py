"""The elements that stand open: a list, so that no depth exhausts it, and each tag costs what it opens or closes."""

from collections import Counter

from checker.reading.decoding import UnreadableError
from checker.reading.html.names import BLOCK, CELLS, ENDED_BY, VOID

_DEEPEST = 100_000
_NEAR = 16  # elements of a line looked through for what a tag ends without saying so


class OpenElements:
    """Names and inherited flags of the elements that are open."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []
        self._count: Counter[str] = Counter()
        self.flags = 0  # of the place reached
        self.deepest = 0

    def begin(self, name: str, flags: int) -> None:
        """A start tag; what it ends without saying so (a paragraph, a row, a list's entry) is closed.

        Raises:
            UnreadableError: more elements stand open than in any page.

        """
        if name in BLOCK and self._count["p"]:
            self._end_near(frozenset(("p",)))
        if name in ENDED_BY:
            self._end_near(ENDED_BY[name])
        if name not in VOID:
            if len(self._open) >= _DEEPEST:
                raise UnreadableError(f"elements nested more than {_DEEPEST:,} deep: no page")
            self.flags |= flags
            self._open.append((name, self.flags))
            self._count[name] += 1
            self.deepest = max(self.deepest, len(self._open))

    def end(self, name: str) -> None:
        """An end tag; without a partner it is passed over, and one of a line closes no block."""
        if not self._count[name]:
            return
        if name in BLOCK or name in CELLS:
            self._close(name)
        else:
            self._end_near(frozenset((name,)))

    def _end_near(self, names: frozenset[str]) -> None:
        """Close one of `names` if only elements of a line stand open inside it."""
        for name, _ in self._open[: -_NEAR - 1 : -1]:
            if name in names:
                self._close(name)
                return
            if name in BLOCK:
                return

    def _close(self, name: str) -> None:
        while self._open:
            closed, _ = self._open.pop()
            self._count[closed] -= 1
            if closed == name:
                break
        self.flags = self._open[-1][1] if self._open else 0
