"""Paths into an entry: what a title, a text or a date is found by."""

import re
from collections.abc import Sequence
from functools import lru_cache

from checker.reading.markup.elements import Element, inner
from checker.reading.markup.words import meant

Value = Element | str  # an element, or what an attribute says

_STEP = re.compile(r"([^/\[\]@]+)(?:\[([^=\[\]]+)=([^\]]*)\])?(?:/|$|(?=@))")
_LONG_NAMES = {
    "xml:lang": "http://www.w3.org/XML/1998/namespace lang",
    "rdf:about": "http://www.w3.org/1999/02/22-rdf-syntax-ns# about",
}
_LOOKED_AT = 4_096  # characters of an element in which a word is looked for


def at(top: Element, path: str) -> list[Value]:
    """Everything a path leads to: `a/b` the elements inside, `a[key=word]` those that say so, `a@key` what they say."""
    steps, key = _parsed(path)
    found = [top]
    for name, told, wanted in steps:
        inside = (child for element in found for child in element.children if child.name == name)
        found = [child for child in inside if not told or child.attributes.get(told, "") == wanted]
    return [element.attributes.get(key, "") for element in found] if key else list(found)


def words(original: str, top: Element, paths: Sequence[str]) -> list[Element]:
    """The elements of the first path that leads to any that is not blank."""
    for path in paths:
        found = [value for value in at(top, path) if isinstance(value, Element)]
        if any(has_words(original, element) for element in found):
            return found
    return []


def said(original: str, top: Element | None, path: str, most: int) -> list[str]:
    """What stands at a path, white space run together; at most so many characters of each."""
    values = at(top, path) if top is not None else []
    texts = (value if isinstance(value, str) else _text(original, value, most) for value in values)
    return [" ".join(text[:most].split()) for text in texts]


def has_words(original: str, element: Element) -> bool:
    """Whether anything but white space stands in an element."""
    start, end = inner(original, element)
    return bool(element.inner) or bool(meant(original, start, min(end, start + _LOOKED_AT)).strip())


def _text(original: str, element: Element, most: int) -> str:
    start, end = inner(original, element)
    return meant(original, start, min(end, start + most))


@lru_cache(maxsize=512)
def _parsed(path: str) -> tuple[tuple[tuple[str, str, str], ...], str]:
    way, _, key = path.partition("@")
    return tuple(_STEP.findall(way)), _LONG_NAMES.get(key, key)
