"""A stream of bytes, packed or not, of which no more is held than is asked for."""

import re
from collections.abc import Iterator

from checker.reading.packed import SIGNATURE, PackedError, pieces

_PIECE = 1 << 16
# Behind the end of a record the begin of another: its version, and the name of a field.
_BEGIN = re.compile(rb"(\r\n\r\n)WARC/[0-9]\.[0-9]{1,2}\r\n[A-Za-z-]{1,40}:")
_LONGEST_BEGIN = 60
_TRIES = 1_000  # places at which the next member is looked for behind a damaged one


class Stream:
    """What stands in a web archive, from its begin to its end.

    Behind a damaged part of a packed archive it goes on with the next member that can be unpacked.
    """

    def __init__(self, content: bytes, most_bytes: int) -> None:
        """`most_bytes`: of all that is unpacked."""
        self._content = content
        self._left = most_bytes
        self._buffer = bytearray()
        self._is_packed = content.startswith(SIGNATURE)
        self._pieces = pieces(content) if self._is_packed else self._plain()
        self._damage: PackedError | None = None  # met, and to be told
        self.member = 0  # where the member begins of which the last bytes are

    @property
    def is_spent(self) -> bool:
        """Whether more stands in it than may be unpacked."""
        return self._left < 0

    def line(self, most: int) -> bytes:
        """The next line with its end, cut where it is longer; empty at the end of all.

        Raises:
            PackedError: what comes next cannot be unpacked.

        """
        searched = 0
        while (end := self._buffer.find(b"\n", searched)) < 0 and len(self._buffer) < most:
            searched = len(self._buffer)
            if not self._fill():
                break
        return self._cut(min(end + 1 if end >= 0 else len(self._buffer), most))

    def take(self, count: int) -> bytes:
        """The next so many bytes; fewer where it ends, or where another record begins before. Raises as `line`."""
        searched = 0
        while (begin := self._begin(searched, count)) < 0:
            searched = max(min(len(self._buffer), count) - _LONGEST_BEGIN, 0)
            if len(self._buffer) >= count + _LONGEST_BEGIN or not self._look_ahead(count):
                return self._cut(count)
        return self._cut(begin)

    def skip(self, count: int) -> int:
        """Pass over so many bytes, at most to where another record begins; returns how many are missing.

        Raises as `line`.
        """
        while (begin := self._begin(0, count)) < 0:
            passed = min(max(len(self._buffer) - _LONGEST_BEGIN, 0), count)
            self._cut(passed)
            count -= passed
            if not count or not self._fill():
                return count - len(self._cut(count))
        self._cut(begin)
        return count - begin

    def give_back(self, taken: bytes) -> None:
        """Have bytes that were taken come once more."""
        self._buffer[:0] = taken

    def settle(self) -> None:
        """See that what was taken is whole, where it was packed by itself: its checksum stands behind it.

        Raises:
            PackedError: it is damaged. Damage further on is told by whoever comes there.

        """
        try:
            if not self._buffer:
                self._fill()
        except PackedError as error:
            if error.begun == self.member:
                raise
            self._damage = error

    def resume(self, place: int) -> None:
        """Go on behind a damaged place, with the next member in which a record begins, if any does."""
        self._buffer.clear()
        for _ in range(_TRIES):
            place = self._content.find(SIGNATURE + b"\x08", place + 1)
            if place < 0:
                break
            if self._begins_record(place):
                self._pieces = pieces(self._content, place)
                return
        self._pieces = iter(())

    def _begins_record(self, place: int) -> bool:
        try:
            return next(pieces(self._content, place), (0, b""))[1].startswith(b"WARC/")
        except PackedError:
            return False

    def _plain(self) -> Iterator[tuple[int, bytes]]:
        return ((0, self._content[at : at + _PIECE]) for at in range(0, len(self._content), _PIECE))

    def _fill(self) -> bool:
        damage, self._damage = self._damage, None
        if damage is not None:
            raise damage
        self.member, piece = next(self._pieces, (self.member, b"")) if self._left >= 0 else (self.member, b"")
        self._left -= len(piece)
        self._buffer += piece
        return bool(piece)

    def _look_ahead(self, count: int) -> bool:
        """Fill on; damage behind so many bytes is told by whoever comes there."""
        try:
            return self._fill()
        except PackedError as error:
            if len(self._buffer) < count:
                raise
            self._damage = error
            return False

    def _begin(self, searched: int, count: int) -> int:
        """Where another record begins among the next so many bytes, as far as they are there; -1 where none does."""
        found = _BEGIN.search(self._buffer, searched, count + _LONGEST_BEGIN)
        return found.end(1) if found is not None and found.end(1) <= count else -1

    def _cut(self, count: int) -> bytes:
        found = bytes(self._buffer[:count])
        del self._buffer[:count]
        return found
