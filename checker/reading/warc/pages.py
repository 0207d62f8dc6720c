"""The pages of a web archive as articles."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from checker.reading.article import Draft, Part
from checker.reading.decoding import Decoded, UnreadableError, decode, decode_as
from checker.reading.formats import html
from checker.reading.formats.text import plain
from checker.reading.records.parts import named_few
from checker.reading.warc.http import answer, body
from checker.reading.warc.records import Record, records

_UNPACKED = 50  # times the most bytes of one record that all of an archive may unpack to
_READ = 200  # the status of an answer that is what was asked for
# Types of content that hold articles -> how they are read.
_READERS: Mapping[str, Callable[[str], Draft]] = {
    "text/html": html.read,
    "application/xhtml+xml": html.read,
    "text/plain": plain,
}


class _PassedOverError(Exception):
    """A record that holds no article; the message says what it holds."""


def parts(content: bytes, most_bytes: int) -> Iterator[Part]:
    """The pages of a web archive, named by the number of their record; what else it holds is counted."""
    passed: Counter[str] = Counter()
    yield from named_few(_parts(content, most_bytes, passed), "records")
    if passed:
        others = ", ".join(f"{count:,} {what}" for what, count in sorted(passed.items()))
        yield Part("", 0, 0, None, f"records that hold no page are passed over: {others}", is_unread=False)


def _parts(content: bytes, most_bytes: int, passed: Counter[str]) -> Iterator[Part]:
    for record in records(content, most_bytes, _UNPACKED * most_bytes):
        try:
            yield _part(record, most_bytes)
        except _PassedOverError as error:
            passed[str(error)] += 1
        except UnreadableError as error:
            yield Part(f"#{record.number}", 0, 0, None, f"{error}{_of(record)}")


def _of(record: Record) -> str:
    uri = _address(record)
    return f" ({uri[:200]})" if uri else ""


def _address(record: Record) -> str:
    return record.headers.get("warc-target-uri", "").strip("<>")


def _part(record: Record, most_bytes: int) -> Part:
    """The page of a record.

    Raises:
        _PassedOverError: it is no page.
        UnreadableError: it should be one, and cannot be read.

    """
    if record.fault:
        raise UnreadableError(record.fault)
    content, told = _content(record, most_bytes)
    kind, _, more = told.partition(";")
    read = _READERS.get(kind.strip().lower() or "text/html")
    if read is None:
        raise _PassedOverError(kind.strip().lower()[:40])
    if not content.strip():
        raise _PassedOverError("empty")
    decoded = _decoded(content, _charset(more))
    found = read(decoded.text)
    place = f"record {record.number}"
    fields = {"url": _address(record)} | found.fields if _address(record).startswith("http") else found.fields
    draft = replace(found, offsets=(), locators=((0, place),), fields=fields)
    decoded = replace(decoded, text=found.text)
    return Part(f"#{record.number}", 0, len(found.text), draft, decoded=decoded, content=content)


def _content(record: Record, most_bytes: int) -> tuple[bytes, str]:
    """The bytes of a page, and the type that is told of them."""
    kind = record.headers.get("warc-type", "").lower()
    if kind in ("resource", "conversion"):
        return record.block, record.headers.get("content-type", "")
    if kind != "response":
        raise _PassedOverError(kind[:40] or "without a type")
    if not _address(record).startswith("http"):
        raise _PassedOverError("not from the web")
    found = answer(record.block)
    if found.status != _READ:
        raise _PassedOverError(f"answers {found.status}")
    told = found.headers.get("content-type", "")
    if told.partition(";")[0].strip().lower() not in ("", *_READERS):
        raise _PassedOverError(told.partition(";")[0].strip().lower()[:40])
    return body(found, most_bytes), told


def _decoded(content: bytes, charset: str) -> Decoded:
    """The text of a page; what a server names for all that it sends counts only where nothing else tells."""
    try:
        found = decode(content)
    except UnreadableError:
        if not charset:
            raise
        return decode_as(content, charset)
    return decode_as(content, charset) if charset and found.found == "fallback" else found


def _charset(told: str) -> str:
    """The encoding that the server names: "charset=windows-1251"; empty where it names none."""
    name, _, value = told.partition("=")
    return value.strip(" \t\"'").partition(";")[0] if name.strip().lower() == "charset" else ""
