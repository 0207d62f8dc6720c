"""The records of a web archive: each with its header and block, or a word on why it cannot be read.

The format is framing alone: a line with the version, lines of `name: value`, a blank line, as many bytes as
`Content-Length` says, two line ends. A record that breaks it loses no other: reading goes on at the next line that
begins one. Where a record begins inside another one, the length of that is wrong, and both are told apart.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from checker.reading.packed import PackedError, most_of, too_much
from checker.reading.warc.stream import Stream

_VERSION = re.compile(rb"WARC/[0-9]\.[0-9]{1,2}\s*")
_LENGTH = re.compile(r"[0-9]{1,15}")
_LONGEST_LINE = 1 << 16
_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Record:
    """A record of a web archive: what its head says and what it holds, or why it cannot be read."""

    number: int  # of the record in its file, from 1
    headers: Mapping[str, str] = field(default_factory=dict)  # names in lower case
    block: bytes = b""
    fault: str = ""  # why it cannot be read, and the repair


def records(content: bytes, most_bytes: int, most_unpacked: int) -> Iterator[Record]:
    """The records of a web archive, plain or packed, in order.

    Args:
        content: the file.
        most_bytes: of one record.
        most_unpacked: of all of them, which are no more than a hundred times the file in any case.

    """
    most = most_of(len(content), most_unpacked)
    stream, number, seek = Stream(content, most), 0, _next_line
    while True:
        number += 1
        try:
            line = seek(stream)
            if not line:
                break
            seek = _next_line
            found = _record(stream, number, line, most_bytes)
            stream.settle()
        except _FaultyError as error:
            found, seek = Record(number, fault=str(error)), _next_begin
        except PackedError as error:
            found, seek = Record(number, fault=str(error)), _next_line
            stream.resume(error.place)
        yield found
    if stream.is_spent:
        yield Record(number, fault=f"the archive {too_much(most, most_unpacked)}; of it the rest is not read")


class _FaultyError(Exception):
    """A record is not framed as it should be."""


def _record(stream: Stream, number: int, line: bytes, most_bytes: int) -> Record:
    if _VERSION.fullmatch(line) is None:
        raise _FaultyError("no record begins here (WARC/1.0 or 1.1): the one before it tells a wrong length")
    headers = _headers(stream)
    length = headers.get("content-length", "")
    if _LENGTH.fullmatch(length) is None:
        raise _FaultyError(f"its length is none: Content-Length is {length[:40]!r}")
    if int(length) > most_bytes:
        missing, block = stream.skip(int(length)), b""
        fault = f"{int(length) >> 20:,} MB: records above {most_bytes >> 20} MB are not read; raise `max-megabytes`"
    else:
        block, fault = stream.take(int(length)), ""
        missing = int(length) - len(block)
    if missing and not stream.is_spent:
        raise _FaultyError(f"{missing:,} bytes of it are missing: the file was cut off, or its length is wrong")
    if not missing and (ends := b"".join(stream.line(2) for _ in range(2))).strip():
        stream.give_back(ends)  # the next record may begin in them
        raise _FaultyError("it does not end where its length says")
    return Record(number, headers, block, fault)


def _headers(stream: Stream) -> dict[str, str]:
    found: dict[str, str] = {}
    for _ in range(_MOST_LINES):
        line = stream.line(_LONGEST_LINE)
        if not line.endswith(b"\n"):
            raise _FaultyError("its header does not end: the file was cut off, or a line of it is too long")
        if not line.strip():
            return found
        name, _, value = line.decode("utf-8", "replace").partition(":")
        found.setdefault(name.strip().lower(), value.strip())
    raise _FaultyError(f"its header has more than {_MOST_LINES} lines")


def _next_line(stream: Stream) -> bytes:
    """The next line that is not blank."""
    line = stream.line(_LONGEST_LINE)
    while line and not line.strip():
        line = stream.line(_LONGEST_LINE)
    return line


def _next_begin(stream: Stream) -> bytes:
    """The next line that begins a record."""
    line = stream.line(_LONGEST_LINE)
    while line and _VERSION.fullmatch(line) is None:
        line = stream.line(_LONGEST_LINE)
    return line
