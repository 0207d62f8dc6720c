"""From a record to a draft: title, teaser, text and captions in this order, wherever they stand in it."""

import re
from collections.abc import Callable, Iterator, Sequence

from checker.reading.article import Draft
from checker.reading.records.escapes import meant
from checker.reading.records.fields import Fields, Found, at, words
from checker.reading.records.tree import Array, Object, Plain, Text, Value
from checker.reading.records.words import ShapeError, Words, html, long, short

_LEFT_OUT = 400  # characters of a string from which the account names it where it was not read
_MOST_NAMED = 10
_LONGEST = 300  # characters of a field beside the text
_CUT = re.compile(r"(?:…|\.\.\.)?[ \t]*\[\+([0-9]{1,9}) chars\]\s*$")


def draft(original: str, record: Object, fields: Fields, warnings: tuple[str, ...] = ()) -> Draft:
    """The article of a record.

    Raises:
        ShapeError: none of the paths of `fields` leads to a text, or to a title with a teaser; or it is no text.

    """
    parts = {name: words(original, record, fields[name]) for name in ("title", "text", "html", "teaser", "captions")}
    is_markup = parts["text"] is None and parts["html"] is not None
    body = parts["text"] or parts["html"]
    if body is None and not (parts["title"] and parts["teaser"]):
        raise ShapeError(_lacking(record, fields))
    made = Words(original, warnings=dict.fromkeys(warnings))
    title = _title(made, parts["title"])
    for text in parts["teaser"].values if parts["teaser"] else ():
        _add(made, text, "boilerplate" if body else None)
    _body(made, [text for text in body.values if isinstance(text, Text)] if body else [], html if is_markup else long)
    for text in parts["captions"].values if parts["captions"] else ():
        _add(made, text, "caption")
    if body is None:
        made.warnings["no text of its own: its teaser is read as the text"] = None
    return Draft(
        format="json",
        text="".join(made.pieces),
        offsets=tuple(made.offsets),
        title=title,
        marked=tuple(made.sections),
        fields=dict(_facts(original, record, fields)),
        date_from="feed",
        warnings=tuple(made.warnings),
        cut=(*made.cut, *_left_out(record, [found for found in parts.values() if found])),
    )


def _body(made: Words, texts: Sequence[Text], read: Callable[[str], Draft]) -> None:
    """Add the text of the article; much of which no word comes is an error, lest the title pass for the article."""
    added = []
    for text in texts:
        added.append(made.add(text, None, read))
        _cut_short(made, added[-1])
    size = sum(text.end - text.start for text in texts)
    if size > _LEFT_OUT and not any(map(str.isalnum, "".join(added))):
        raise ShapeError(f"nothing was read of its text of {size:,} characters: look what it holds")


def _title(made: Words, found: Found | None) -> str | None:
    first = next((text for text in found.values if isinstance(text, Text)), None) if found else None
    return (made.add(first, "title", short) or None) if first else None


def _add(made: Words, text: Value, section: str | None) -> None:
    if isinstance(text, Text):
        made.add(text, section, short)


def _cut_short(made: Words, added: str) -> None:
    """A sender's mark of what it left out is no text: "[+1234 chars]"."""
    match = _CUT.search(added[-64:])
    if match is None:
        return
    made.warnings[f"its sender cut it: {int(match.group(1)):,} more characters are not in it"] = None
    piece, end = made.pieces[-2], made.length - len(made.pieces[-1])
    made.sections.append((end - len(piece) + piece.rfind("[+"), end, "boilerplate"))


def _facts(original: str, record: Object, fields: Fields) -> Iterator[tuple[str, str]]:
    """What the record says of its article."""
    for name in ("date", "outlet", "language", "id", "url"):
        told = (
            meant(original, value.start, min(value.end, value.start + _LONGEST)).strip()
            for path in fields[name]
            for value in at(original, record, path)
            if isinstance(value, Text | Plain) and original[value.start : value.end] != "null"
        )
        first = next((one for one in told if one and (name != "url" or one.startswith(("http://", "https://")))), None)
        if first is not None:
            yield name, first


def _lacking(record: Object, fields: Fields) -> str:
    names = ", ".join(f"`{name[:40]}`" for name in list(record.values)[:_MOST_NAMED]) or "nothing"
    tried = ", ".join((*fields["text"][:3], *fields["html"][:1]))
    why = f"no article in it: no text under {tried} or another known name; it holds {names}"
    return f"{why}; name its text in `fields` of the settings"


def _left_out(record: Object, read: list[Found]) -> Iterator[str]:
    """The long strings of a record that are in no part of the article: "`fields.body`: 5,120 characters"."""
    kept = {value.start for found in read for value in found.values}
    waiting: list[tuple[str, Value]] = [("", record)]
    named = 0
    while waiting and named < _MOST_NAMED:
        path, value = waiting.pop()
        if isinstance(value, Object):
            waiting += [(f"{path}.{name[:40]}".lstrip("."), inner) for name, inner in reversed(value.values.items())]
        elif isinstance(value, Array):
            waiting += [(path, inner) for inner in reversed(value.values)]
        elif isinstance(value, Text) and value.end - value.start >= _LEFT_OUT and value.start not in kept:
            named += 1
            yield f"`{path[:80]}`: {value.end - value.start:,} characters"
