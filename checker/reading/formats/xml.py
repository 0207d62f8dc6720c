"""XML: the entries of a feed, or agencies' news items, each a document of its own."""

from collections.abc import Iterator

from checker.reading.article import Part
from checker.reading.decoding import UnreadableError
from checker.reading.entries.entry import draft
from checker.reading.entries.shapes import FORMATS, SHAPES
from checker.reading.entries.standing import standing
from checker.reading.markup.elements import Record, UnknownError, records
from checker.reading.records.fields import Fields
from checker.reading.records.parts import named_few
from checker.reading.records.words import ShapeError

_READ = "read are RSS, Atom, NewsML-G2 (newsItem, newsMessage) and NITF"
# Element of a file -> what the file is then, and the repair.
_OTHERS = {
    "html": "a web page: name it .html",
    "html:html": "a web page: name it .html",
    "NewsML": "NewsML of version 1: export it as NewsML-G2 or NITF",
}


def read(original: str, _: Fields) -> Iterator[Part]:
    """The articles of an XML text, named by their number in it; an entry that is broken loses no other."""
    return named_few(_parts(original), "entries")


def _parts(original: str) -> Iterator[Part]:
    count = 0
    try:
        for count, record in enumerate(records(original, SHAPES), 1):  # noqa: B007 - how many there were counts
            yield _part(original, record)
    except UnknownError as error:
        yield Part("", 0, len(original), None, _unknown(str(error)))
    else:
        if not count:
            yield Part("", 0, len(original), None, "a feed without an entry", is_unread=False)


def _part(original: str, record: Record) -> Part:
    is_alone = record.root is not None and record.root.name in FORMATS[record.root.name][1]
    name = f"#{record.number}" if record.number and not is_alone else ""
    if record.element is None or record.root is None:
        return Part(name, record.start, record.end, None, record.reason)
    fields, _ = FORMATS[record.root.name]
    try:
        reason = standing(original, record.element)
        if reason:
            return Part(name, record.start, record.end, None, reason, is_unread=False)
        return Part(name, record.start, record.end, draft(original, record.element, record.root, fields))
    except (ShapeError, UnreadableError) as error:
        return Part(name, record.start, record.end, None, str(error))


def _unknown(name: str) -> str:
    told = name.rpartition(":")[2][:40]
    return _OTHERS.get(name) or f"an XML file of <{told}>, no feed and no news item: {_READ}"
