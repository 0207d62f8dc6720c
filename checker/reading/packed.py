"""Gzip: unpacked piece by piece, every member checked, never more than is asked for."""

import zlib
from collections.abc import Generator, Iterator
from pathlib import PurePath

from checker.reading.decoding import UnreadableError

PACKED = ".gz"
SIGNATURE = b"\x1f\x8b"
_GZIP = 31  # zlib's word for "with a header and a checksum of gzip"
_FIRST, _PIECE = 512, 1 << 16  # bytes fed at first, so that a million tiny members take linear time, and at most
_UNPACKED = 1 << 18  # bytes of a piece
_TIMES, _ALWAYS = 100, 2 << 20  # text is seldom packed to a tenth; so many bytes are unpacked of anything


class PackedError(Exception):
    """Packed bytes cannot be unpacked: at which byte of the file, and why."""

    def __init__(self, place: int, message: str, begun: int) -> None:
        """`place` counts bytes of the packed file; `begun` is where the member begins that is damaged."""
        super().__init__(f"gzip, at byte {place:,}: {message}")
        self.place = place
        self.begun = begun


def type_of(path: str) -> tuple[str, bool]:
    """The type of a file by its name, lower case, and whether it is packed: "a.html.gz" is (".html", True)."""
    name = PurePath(path)
    suffix = name.suffix.lower()
    return (name.with_suffix("").suffix.lower(), True) if suffix == PACKED else (suffix, False)


def most_of(size: int, most_bytes: int) -> int:
    """What so many packed bytes may unpack to: a hundred times as much, two megabytes in any case."""
    return min(most_bytes, max(_TIMES * size, _ALWAYS))


def too_much(most: int, most_bytes: int) -> str:
    """Why what unpacks to more is not read, and the repair."""
    if most < most_bytes:
        return f"unpacks to more than {_TIMES} times its size, as no article does: look what it holds"
    return f"unpacks to more than {most_bytes >> 20} MB: not read; split it, or raise `max-megabytes`"


def unpacked(content: bytes, most_bytes: int) -> bytes:
    """The bytes of a gzip file.

    Raises:
        UnreadableError: it is damaged, cut off, not gzip, or unpacks to more than `most_of` it.

    """
    whole, most = bytearray(), most_of(len(content), most_bytes)
    try:
        for _, piece in pieces(content):
            whole += piece
            if len(whole) > most:
                raise UnreadableError(too_much(most, most_bytes))
    except PackedError as error:
        raise UnreadableError(str(error)) from None
    return bytes(whole)


def begins(content: bytes) -> bytes:
    """What a packed file begins with; empty where it cannot be unpacked."""
    try:
        return next(pieces(content), (0, b""))[1]
    except PackedError:
        return b""


def pieces(content: bytes, place: int = 0) -> Iterator[tuple[int, bytes]]:
    """What is packed from a byte on, in bounded pieces, each with the byte at which its member begins.

    Raises:
        PackedError: it is damaged or cut off, or no gzip.

    """
    while place < len(content):
        if not content.startswith(SIGNATURE, place):
            if content[place] or content[place:].strip(b"\0"):  # tapes and blocks are filled up with zeros
                raise PackedError(place, "no packed data begins here; pack it again", place)
            return
        place = yield from _member(content, place)


def _member(content: bytes, begun: int) -> Generator[tuple[int, bytes], None, int]:
    """One member; returns where it ends."""
    inflate, size, place = zlib.decompressobj(_GZIP), _FIRST, begun
    while not inflate.eof:
        fed = content[place : place + size]
        try:
            piece = inflate.decompress(fed, _UNPACKED)
        except zlib.error:
            raise PackedError(place, "the packed data is damaged; fetch or pack it again", begun) from None
        if not fed and not piece and not inflate.eof:
            raise PackedError(place, "it ends early: fetch it again, it was cut off", begun)
        place += len(fed) - len(inflate.unconsumed_tail or inflate.unused_data)
        size = min(size * 2, _PIECE)
        if piece:
            yield begun, piece
    return place
