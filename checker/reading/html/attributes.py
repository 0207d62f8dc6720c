"""What a tag's attributes say: whether a reader sees the element, and whether it holds article."""

import re
from functools import lru_cache
from itertools import islice

from checker.reading.html.characters import plain
from checker.reading.html.names import (
    AROUND,
    AROUND_ROLES,
    AROUND_WORDS,
    CAPTION_WORDS,
    CAPTIONS,
    OUTSIDE,
    ROOTS,
    UNSEEN,
    UNSEEN_CLASSES,
    WHOLE,
)

# Flags of an element, which all that stands inside it inherits.
HIDDEN, SILENT, AROUND_IT, CAPTION, LINK, RAISED, ARTICLE, OUTSIDE_IT = (1 << n for n in range(8))

_ATTRIBUTE = re.compile(r"""([^\s/>"'=][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?+""")
_TOLD = re.compile(r"(?i)\b(?:hidden|style|class|id|role|aria-hidden)\b")
_INVISIBLE = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z0-9]+")
_MOST = 2_000  # characters of attributes looked at
_MOST_KEPT = 100  # attributes of a tag; no page has as many, and a parser that compares each with all takes long
_FEWEST = 2 * _MOST_KEPT  # characters that so many take
_OF_ELEMENT = {
    "a": LINK,
    "article": ARTICLE,
    "main": ARTICLE,
    "sup": RAISED,
    **dict.fromkeys(CAPTIONS, CAPTION),
    **dict.fromkeys(AROUND, AROUND_IT),
    **dict.fromkeys(OUTSIDE, AROUND_IT | OUTSIDE_IT),
    **dict.fromkeys(UNSEEN, HIDDEN),
}


def superfluous(told: str) -> int:
    """How many characters at the end of a tag's attributes hold more of them than any page has."""
    if len(told) <= _FEWEST:
        return 0
    last = next(islice(_ATTRIBUTE.finditer(told), _MOST_KEPT, None), None)
    return len(told) - last.start() if last is not None else 0


def attributes(words: str) -> dict[str, str]:
    """Attributes by name, lower case, the first of a name; character references resolved."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(words):
        value = match.group(2) or match.group(3) or match.group(4) or ""
        found.setdefault(match.group(1).lower(), plain(value))
    return found


def flags(name: str, words: str) -> int:
    """The flags that an element adds to those of the elements it stands in."""
    return _told(name, words[:_MOST]) if words else _OF_ELEMENT.get(name, 0)


@lru_cache(maxsize=4_096)
def _told(name: str, words: str) -> int:
    told = _OF_ELEMENT.get(name, 0)
    if _TOLD.search(words) is None:
        return told
    found = attributes(words)
    if name not in ROOTS:
        told |= HIDDEN if _is_hidden(found) else 0
        told |= SILENT if found.get("aria-hidden", "").lower() == "true" else 0
    if name not in WHOLE:
        told |= _named(found)
    return told


def _is_hidden(found: dict[str, str]) -> bool:
    classes = found.get("class", "").lower().split()
    return (
        "hidden" in found
        or _INVISIBLE.search(found.get("style", "")) is not None
        or not UNSEEN_CLASSES.isdisjoint(classes)
    )


def _named(found: dict[str, str]) -> int:
    """What class, id and role call the element."""
    names = f"{found.get('class', '')} {found.get('id', '')}"
    words = {word.lower() for word in _CAPITAL.split(names)}
    around = not AROUND_WORDS.isdisjoint(words) or found.get("role", "").lower() in AROUND_ROLES
    caption = not CAPTION_WORDS.isdisjoint(words)
    return (AROUND_IT if around else 0) | (CAPTION if caption else 0)
