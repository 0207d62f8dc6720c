"""From an entry to a draft: title, teaser, text and captions in this order, wherever they stand in it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.reading.addresses import host
from checker.reading.article import Draft
from checker.reading.entries.paths import said, words
from checker.reading.entries.shapes import Fields
from checker.reading.markup.elements import Element, inner
from checker.reading.markup.inline import inline
from checker.reading.markup.words import count_odd, keep
from checker.reading.records.words import MOST_ESCAPES, ShapeError, Words, as_it_stands, has_marks, html, is_html, long
from checker.values.offsets import OffsetBuilder

_LONGEST = 300  # characters of a fact beside the text
_LEFT_OUT = 400  # characters of an element from which the account names it where it was not read
_MOST_NAMED = 10
_ADDRESSES = ("url", "origin")
_WEB = ("http://", "https://")
_ALONE = "no text of its own: its teaser is read as the text"
_BARE = "a title and nothing else"

Read = Callable[[str], Draft]


@dataclass(frozen=True, slots=True)
class _Piece:
    """An element as read, with the map from what was read to the original."""

    draft: Draft
    offsets: Sequence[int]
    end: int


def draft(original: str, element: Element, root: Element | None, fields: Fields) -> Draft:
    """The article of an entry; `root` is the element of the feed that it stands in.

    Raises:
        ShapeError: it holds neither a text, nor a teaser, nor a title.

    """
    found = {name: words(original, element, getattr(fields, name)) for name in ("title", "text", "teaser", "captions")}
    made = Words(original)
    title, body = _titled(made, found, is_spare=fields.title_is_spare)
    for one in found["teaser"]:
        _put(made, _read(original, one, _few, title), None if not body else "boilerplate")
    for piece in body:
        _put(made, piece, None)
        title = piece.draft.title or title
    for one in found["captions"]:
        _put(made, _read(original, one, _few, title), "caption")
    if not made.pieces:
        raise ShapeError(_lacking(element))
    if not body:
        made.warnings[_ALONE if found["teaser"] else _BARE] = None
    left_out = _left_out(original, element, [one for read in found.values() for one in read])
    return Draft(
        format=fields.format,
        text="".join(made.pieces),
        offsets=tuple(made.offsets),
        title=title,
        marked=tuple(made.sections),
        fields=_at_origin(dict(_facts(original, element, root, fields))),
        date_from="feed",
        warnings=tuple(made.warnings),
        cut=(*made.cut, *(f"`{name}`: {count:,} characters" for name, count in list(left_out.items())[:_MOST_NAMED])),
        readable=made.length + sum(left_out.values()),
    )


def _titled(made: Words, found: Mapping[str, Sequence[Element]], *, is_spare: bool) -> tuple[str | None, list[_Piece]]:
    """The title, put first, and the text as read; one that is spare only where the text has no headline."""
    title = None if is_spare else _title(made, found["title"])
    pieces = (_read(made.original, one, long, title) for one in found["text"][:1])
    body = [piece for piece in pieces if piece.draft.text.strip()]
    if is_spare and not any(piece.draft.title for piece in body):
        title = _title(made, found["title"])
    return title, body


def _title(made: Words, found: Sequence[Element]) -> str | None:
    titles = (_put(made, _read(made.original, one, _few, None), "title") for one in found[:1])
    return next(titles, "") or None


def _put(made: Words, piece: _Piece, section: str | None) -> str:
    return made.put(piece.draft, piece.offsets, piece.end, section)


def _read(original: str, element: Element, read: Read, title: str | None) -> _Piece:
    """The words of an element, whether its markup is its own, escaped, or none."""
    start, end = inner(original, element)
    if element.inner:
        if element.inner.startswith("?:"):
            raise ShapeError(f"its text is in <{element.inner[2:][:40]}>, which is not read: XHTML, NITF or text is")
        return _Piece(inline(original[start:end], title), (0, start), end)
    if count_odd(original, start, end) > MOST_ESCAPES:
        raise ShapeError(f"an element of more than {MOST_ESCAPES:,} references: write it in UTF-8")
    builder = OffsetBuilder()
    keep(builder, original, start, end)
    return _Piece(_READ.get(_type(element), read)(builder.text), builder.offsets, end)


def _type(element: Element) -> str:
    told = element.attributes.get("type") or element.attributes.get("contenttype") or ""
    return told.partition(";")[0].strip().lower()


def _few(text: str) -> Draft:
    """The words of a headline, teaser or caption."""
    return html(text) if is_html(text) or has_marks(text) else as_it_stands(text)


def _facts(original: str, element: Element, root: Element | None, fields: Fields) -> Iterator[tuple[str, str]]:
    """What the entry, else the feed, says of the article."""
    for name in ("date", "outlet", "language", "id", "url", "origin"):
        of_root = getattr(fields, f"root_{name}", ())
        places = [*((element, path) for path in getattr(fields, name)), *((root, path) for path in of_root)]
        told = (_plain(one, path) for top, path in places for one in said(original, top, path, _LONGEST))
        first = next((one for one in told if one and (name not in _ADDRESSES or one.startswith(_WEB))), None)
        if first is not None:
            yield name, first


def _at_origin(facts: dict[str, str]) -> dict[str, str]:
    """Facts of an entry that a collector took from elsewhere: who published it is not whose address leads to it."""
    origin = host(facts.pop("origin", None))
    if origin is not None and origin != host(facts.get("url")):
        facts.pop("url", None)
        facts["outlet"] = origin
    return facts


def _plain(said: str, path: str) -> str:
    """A code without the list that it stands in: "nprov:AFP" is AFP."""
    return said.rpartition(":")[2] if path.endswith("@qcode") else said


def _lacking(element: Element) -> str:
    names = (
        ", ".join(f"<{child.name.removeprefix('?:')[:40]}>" for child in element.children[:_MOST_NAMED]) or "nothing"
    )
    return f"no article in it: no title and no text; it holds {names}"


def _left_out(original: str, top: Element, read: Sequence[Element]) -> dict[str, int]:
    """The long elements of an entry that are in no part of the article, with their characters."""
    kept, waiting = {id(one) for one in read}, [top]
    found: dict[str, int] = {}
    while waiting:
        element = waiting.pop()
        waiting += reversed(element.children)
        start, end = inner(original, element)
        if not element.children and end - start >= _LEFT_OUT and id(element) not in kept:
            name = element.name.removeprefix("?:")[:40]
            found[name] = found.get(name, 0) + end - start
    return found


# What an element says its text is -> how it is read; else its own marks tell.
_READ: Mapping[str, Read] = {
    **dict.fromkeys(("html", "text/html", "application/xhtml+xml"), html),
    **dict.fromkeys(("text", "text/plain"), as_it_stands),
}
