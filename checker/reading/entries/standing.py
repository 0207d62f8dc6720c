"""News items that are no article to be read: withdrawn, of another kind, or with their text in another file."""

from collections.abc import Mapping

from checker.reading.entries.paths import at, said
from checker.reading.markup.elements import Element
from checker.reading.records.words import ShapeError

_STATUS = "nar:itemMeta/nar:pubStatus@qcode"
_CLASS = "nar:itemMeta/nar:itemClass@qcode"
_CONTENT = ("nar:contentSet/nar:inlineXML", "nar:contentSet/nar:inlineData")
_REMOTE = "nar:contentSet/nar:remoteContent@href"
_WITHDRAWN = ("canceled", "withheld")
_ITEM = "nar:newsItem"
# What an item says it is -> why it is passed over where no text stands in it.
_KINDS: Mapping[str, str] = {
    "animation": "an animation",
    "audio": "a recording",
    "graphic": "a graphic",
    "picture": "a picture",
    "video": "a video",
}
_LONGEST = 300


def standing(original: str, element: Element) -> str:
    """Why an item is rightly passed over; empty where it is to be read.

    Raises:
        ShapeError: its text should be read, and lies in another file.

    """
    if not element.name.startswith("nar:"):
        return ""
    if element.name != _ITEM:
        return f"a {element.name.removeprefix('nar:')}: it holds no article of its own"
    status = _code(original, element, _STATUS)
    if status in _WITHDRAWN:
        return f"withdrawn by who published it ({status})"
    if any(at(element, path) for path in _CONTENT):
        return ""
    kind = _KINDS.get(_code(original, element, _CLASS))
    if kind:
        return f"{kind}, without a text"
    remote = next((one for one in said(original, element, _REMOTE, _LONGEST) if one), "")
    if remote:
        raise ShapeError(f"its text lies in another file, which is not fetched: {remote[:120]}; check that file too")
    return ""


def _code(original: str, element: Element, path: str) -> str:
    return next((one.rpartition(":")[2].lower() for one in said(original, element, path, _LONGEST)), "")
