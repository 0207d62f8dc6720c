"""A JSON value to the articles that stand in it."""

from collections.abc import Iterator

from checker.reading.article import Part
from checker.reading.records.fields import Fields, Found, at, objects, words
from checker.reading.records.record import draft
from checker.reading.records.tree import Array, Object, Tree, Value
from checker.reading.records.words import ShapeError

MOST_BROKEN = 100  # pieces of one file that are named; the rest are counted


def parts(original: str, found: Tree, fields: Fields, name: str = "") -> Iterator[Part]:
    """The articles of a value: one, or those of a list of them, named by their number in it."""
    top = found.value
    listed = _listed(original, top, fields)
    if listed is None:
        yield _part(original, top, fields, name, found.warnings)
        return
    if not listed:
        yield Part(name, top.start, top.end, None, "a list without an article", is_unread=False)
    for number, value in enumerate(listed, 1):
        yield _part(original, value, fields, f"{name}#{number}", found.warnings)


def named_few(found: Iterator[Part], words: str) -> Iterator[Part]:
    """The parts; of those that could not be read the first hundred, then one that counts the others."""
    broken = 0
    last: Part | None = None
    for part in found:
        broken += part.draft is None and part.is_unread
        last = part
        if part.draft is not None or not part.is_unread or broken <= MOST_BROKEN:
            yield part
    if broken > MOST_BROKEN and last is not None:
        yield Part("", last.end, last.end, None, f"{broken - MOST_BROKEN:,} more {words} could not be read")


def _listed(original: str, top: Value, fields: Fields) -> tuple[Value, ...] | None:
    """The values of a list of articles; None where the value is an article itself."""
    if isinstance(top, Array):
        return tuple(top.values)
    if not isinstance(top, Object) or any(words(original, top, fields[name]) for name in ("text", "html")):
        return None
    found = objects(original, top, fields["articles"])
    if found is not None:
        return (*found.values, *_listed_besides(original, top, fields, found))
    is_empty = any(isinstance(top.values.get(path), Array) for path in fields["articles"])
    return () if is_empty else None


def _listed_besides(original: str, top: Object, fields: Fields, found: Found) -> Iterator[Value]:
    """Articles under further known names, which the first does not hold: `{"articles": [...], "news": [...]}`."""
    held = {value.start for value in found.values}
    for path in fields["articles"]:
        for value in at(original, top, path):
            is_article = isinstance(value, Object) and any(words(original, value, fields[n]) for n in ("text", "html"))
            if is_article and value.start not in held:
                held.add(value.start)
                yield value


def _part(original: str, value: Value, fields: Fields, name: str, warnings: tuple[str, ...]) -> Part:
    if not isinstance(value, Object):
        return Part(name, value.start, value.end, None, "no article in it: a list, a text or a number, not an object")
    try:
        return Part(name, value.start, value.end, draft(original, value, fields, warnings))
    except ShapeError as error:
        return Part(name, value.start, value.end, None, str(error))
