"""The answer of a web server as an archive keeps it: status, header and body, its transfer and packing undone."""

import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from checker.reading.decoding import UnreadableError
from checker.reading.packed import most_of, too_much

_HEAD = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/[0-9.]{1,3}[ \t]+([0-9]{3})")
_CHUNK = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
_LONGEST_HEAD = 1 << 16
_RAW = -zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]  # names in lower case
    body: bytes  # as it was sent


def answer(block: bytes) -> Answer:
    """The answer that stands in a record.

    Raises:
        UnreadableError: it is none.

    """
    head = _HEAD.search(block, 0, _LONGEST_HEAD)
    status = _STATUS.match(block)
    if head is None or status is None:
        raise UnreadableError("no answer of a web server (HTTP) stands in it")
    lines = block[: head.start()].decode("utf-8", "replace").splitlines()[1:]
    pairs = (line.partition(":") for line in lines)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    return Answer(int(status.group(1)), headers, block[head.end() :])


def body(found: Answer, most_bytes: int) -> bytes:
    """The body as its writer made it.

    Raises:
        UnreadableError: it is damaged, cut off, packed in a way that is not read, or unpacks to more than `most_bytes`.

    """
    content = found.body
    if "chunked" in found.headers.get("transfer-encoding", "").lower():
        content = _joined(content)
    length = found.headers.get("content-length", "")
    if "transfer-encoding" not in found.headers and length.isascii() and length.isdigit() and len(length) < 16:  # noqa: PLR2004 - digits
        if len(content) < int(length):
            raise UnreadableError(f"{int(length) - len(content):,} bytes of the page are missing: it was cut off")
        content = content[: int(length)]
    for name in reversed(found.headers.get("content-encoding", "").lower().replace(",", " ").split()):
        content = _unpacked(name, content, most_bytes)
    return content


def _joined(content: bytes) -> bytes:
    """The chunks of a body as one; an archive that joined them already is left as it is."""
    place, found = 0, bytearray()
    while (size := _CHUNK.match(content, place)) is not None:
        count = int(size.group(1), 16)
        chunk = content[size.end() : size.end() + count]
        if not count:
            return bytes(found)
        found += chunk
        place = size.end() + count
        place += 2 if content.startswith(b"\r\n", place) else 1
        if len(chunk) < count:
            break
    if not found:
        return content
    raise UnreadableError(f"the page was cut off, or its chunk at byte {place:,} is damaged: fetch it again")


def _unpacked(name: str, content: bytes, most_bytes: int) -> bytes:
    unpack = _PACKINGS.get(name)
    if unpack is None:
        raise UnreadableError(f"packed as {name[:20]!r}, which is not read: archive it with gzip or without packing")
    try:
        return unpack(content, most_bytes)
    except zlib.error:
        raise UnreadableError(f"the page is damaged, or not packed as it says ({name}): fetch it again") from None


def _inflated(content: bytes, most_bytes: int, wbits: int) -> bytes:
    inflate = zlib.decompressobj(wbits)
    most = most_of(len(content), most_bytes)
    found = inflate.decompress(content, most)
    if inflate.unconsumed_tail and not inflate.eof:
        raise UnreadableError(f"the page {too_much(most, most_bytes)}")
    if not inflate.eof:
        raise UnreadableError("the packed page ends early: it was cut off")
    return found


def _gzip(content: bytes, most_bytes: int) -> bytes:
    is_packed = content.startswith(b"\x1f\x8b")  # archives may keep the header of what they have unpacked
    return _inflated(content, most_bytes, 16 + zlib.MAX_WBITS) if is_packed else content


def _deflate(content: bytes, most_bytes: int) -> bytes:
    """With a header of zlib, as the standard says, or without, as servers send it."""
    try:
        return _inflated(content, most_bytes, zlib.MAX_WBITS)
    except zlib.error:
        return _inflated(content, most_bytes, _RAW)


_PACKINGS: Mapping[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "identity": lambda content, _: content,
}
