"""The parts of a zipped document, read one by one in memory: how much they unpack to is capped, whatever they claim."""

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from posixpath import join, normpath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from checker.reading.decoding import UnreadableError, decode
from checker.reading.markup.expat import ExpatError, local, parser
from checker.reading.records.tree import BrokenError

_END = b"PK\x05\x06"  # of a zip file: 22 bytes, with the size of its list of parts at the 13th
_LARGE = b"PK\x06\x07"  # stands before it in files of 4 GB and more
_END_BYTES = 22
_TAIL = _END_BYTES + 0xFFFF
_MOST_LISTED = 1 << 19  # bytes of the list of parts: a few thousand
_OLD = b"\xd0\xcf\x11\xe0"
_DAMAGED = "a damaged Word document: open it in a word processor and save it again"


class Package:
    """A zipped document."""

    def __init__(self, content: bytes, most_bytes: int) -> None:
        """Open it; `most_bytes` is what all parts together may unpack to.

        Raises:
            UnreadableError: it is no such document, or its list of parts is too long.

        """
        _check(content)
        self._left = self._most = most_bytes
        try:
            self._file = ZipFile(BytesIO(content))
        except (BadZipFile, ValueError, NotImplementedError, OSError, struct.error) as error:
            raise UnreadableError(_DAMAGED) from error
        self._parts: dict[str, ZipInfo] = {}
        for part in self._file.infolist():
            if self._parts.setdefault(part.filename, part) is not part:
                raise UnreadableError(f"holds two parts of one name ({part.filename[:80]!r}): save it again")

    def part(self, name: str) -> bytes | None:
        """A part as UTF-8; None where there is none of that name.

        Raises:
            UnreadableError: it is damaged, encrypted, packed in a way that Word does not use, or unpacks to too much.

        """
        found = self._parts.get(name)
        if found is None:
            return None
        if found.flag_bits & 1 or found.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise UnreadableError("encrypted, or packed as no word processor does: save it again without a password")
        try:
            with self._file.open(found) as file:
                content = file.read(self._left + 1)
        except (BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError, struct.error) as error:
            raise UnreadableError(_DAMAGED) from error
        if len(content) > self._left:
            raise UnreadableError(f"unpacks to more than {self._most >> 20} MB: split it, or raise `max-megabytes`")
        self._left -= len(content)
        return decode(content).text.encode()

    def relations(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """What a part relates to: kind ("footnotes") to names of parts. The empty name is the document as a whole."""
        folder, _, file = name.rpartition("/")
        content = self.part(join(folder, "_rels", f"{file}.rels"))
        found: dict[str, tuple[str, ...]] = {}
        if content is None:
            return found
        for attributes in _relations(content):
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = attributes.get("Target", "")
            place = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
            if attributes.get("TargetMode") != "External":
                found[kind] = (*found.get(kind, ()), place)
        return found


def _check(content: bytes) -> None:
    if content.startswith(_OLD):
        raise UnreadableError("an old Word document, or one with a password: save it as .docx without a password")
    end = content.rfind(_END, max(len(content) - _TAIL, 0))
    if end < 0 or len(content) < end + _END_BYTES:
        raise UnreadableError("no Word document, or one that was cut off: save it again")
    size = int.from_bytes(content[end + 12 : end + 16], "little")
    if size > _MOST_LISTED or content[max(end - 20, 0) : end].startswith(_LARGE):
        raise UnreadableError("lists more parts than any Word document: save its text")


def _relations(content: bytes) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    made = parser()

    def begin(name: str, attributes: dict[str, str]) -> None:
        if local(name) == "Relationship":
            found.append(attributes)

    made.StartElementHandler = begin
    parse(made, content)
    return found


def parse(made: "object", content: bytes) -> None:
    """Hand a part to a parser.

    Raises:
        UnreadableError: it is no XML, or declares entities.

    """
    try:
        made.Parse(content, True)  # type: ignore[attr-defined]  # noqa: FBT003 - expat's own signature
    except ExpatError as error:
        raise UnreadableError(f"{_DAMAGED} ({error})") from error
    except BrokenError as error:
        raise UnreadableError(f"in a part of it, {error}") from error
