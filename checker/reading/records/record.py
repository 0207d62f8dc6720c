"""From a record to a draft: title, teaser, text and captions in this order, wherever they stand in it."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from checker.reading.article import Draft
from checker.reading.records.escapes import meant
from checker.reading.records.fields import Fields, Found, at, leads_nowhere, words
from checker.reading.records.tree import Array, Object, Plain, Text, Value
from checker.reading.records.words import ShapeError, Words, html, long, short

_LEFT_OUT = 400  # characters of a string from which the account names it where it was not read
_MOST_NAMED = 10
_MANY_TIMES = 3  # what is read, and another field holds the article more likely
_FEW = 100  # characters: a line, and no article
_SENTENCES = 3  # full stops of a string that is no address, no key and no list of words
_LONGEST = 300  # characters of a field beside the text
_CUT = re.compile(r"(?:…|\.\.\.)?[ \t]*\[\+([0-9]{1,9}) chars\]\s*$")


def draft(original: str, record: Object, fields: Fields, warnings: tuple[str, ...] = ()) -> Draft:
    """The article of a record.

    Raises:
        ShapeError: none of the paths of `fields` leads to a text, or to a title with a teaser; or it is no text; or
            a field of another name holds much more than what they lead to.

    """
    if not record.values:
        raise ShapeError(_lacking(record, fields))
    parts = {name: words(original, record, fields[name]) for name in ("title", "text", "html", "teaser", "captions")}
    if _size(parts["text"] or parts["html"]) < _LEFT_OUT:
        parts |= _longer(original, record, fields, _size(parts["text"] or parts["html"]))
    is_markup = parts["text"] is None and parts["html"] is not None
    body = parts["text"] or parts["html"]
    _check_rest(original, record, [found for found in parts.values() if found], _size(body or parts["teaser"]))
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
        cut=(*made.cut, *_named(record, [found for found in parts.values() if found])),
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


def _size(found: Found | None) -> int:
    return sum(value.end - value.start for value in found.values) if found else 0


def _longer(original: str, record: Object, fields: Fields, size: int) -> dict[str, Found | None]:
    """The longest text under a known name, where the one that comes first is a few words and it is many."""
    if leads_nowhere(record, (*fields["text"], *fields["html"])):
        return {}
    named = (("text", path) for path in fields["text"]), (("html", path) for path in fields["html"])
    found = [(name, one) for name, path in chain(*named) if (one := words(original, record, (path,)))]
    name, longest = max(found, key=lambda one: _size(one[1]), default=("", None))
    if _size(longest) < max(_LEFT_OUT, _MANY_TIMES * size):
        return {}
    return {"text": None, "html": None, name: longest}


def _check_rest(original: str, record: Object, read: list[Found], size: int) -> None:
    """Raise where a field of no known name holds many sentences, and what is read is a few words."""
    for path, text in _left_out(record, read) if size < _FEW else ():
        length = text.end - text.start
        if length >= _MANY_TIMES * size and original.count(". ", text.start, text.end) >= _SENTENCES:
            raise ShapeError(
                f"its text may be the {length:,} characters under `{path}`: name it in `fields` of the settings"
            )


def _named(record: Object, read: list[Found]) -> Iterator[str]:
    """What was left out, as the account tells it: "`fields.body`: 5,120 characters"."""
    return (f"`{path}`: {text.end - text.start:,} characters" for path, text in _left_out(record, read))


def _left_out(record: Object, read: list[Found]) -> Iterator[tuple[str, Text]]:
    """The long strings of a record that are in no part of the article, with their paths."""
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
            yield path[:80], value
