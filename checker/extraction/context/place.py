"""Column place: the place a figure holds for, from the clause, the sentence, or the head of the document."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from checker.extraction.context.naming import Name, Names, names_in, names_of
from checker.extraction.context.scene import Scene
from checker.extraction.page import Page
from checker.language import measures
from checker.language.names import is_city, without_possessive
from checker.language.patterns import pattern

_LOCATING = ("in", "at", "near", "outside", "across", "around", "throughout", "inside")
_DATELINE = pattern(r"(?m)^\s*(\p{Lu}[\p{Lu}.' -]{2,30})(?:,[^\n—–-]{2,30})?(?: ?\([^)\n]{2,30}\))? ?[—–-]{1,2} ")
_TOP = 1500  # characters from the top in which a dateline stands
_HEAD = 5  # sentences at the head of a document that tell its place
_BEFORE = 3  # so much farther counts a place before the figure
_LOOK = 12  # characters before a name in which its preposition stands


def find(scene: Scene) -> Mapping[str, Any]:
    """The nearest place of the clause, else of the sentence, else the document's."""
    if scene.mention.kind == "age":
        return {"place": None}
    view = scene.view
    words = view.words
    bounds = (words.start[min(view.left, len(words) - 1)], words.end[min(view.right, len(words)) - 1])
    found = _nearest(scene, *bounds) or _nearest(scene, scene.sentence.start, scene.sentence.end)
    return {"place": found or _of_document(scene.page)}


def _nearest(scene: Scene, start: int, end: int) -> str | None:
    places = _places_of(scene.page).between(start, end)
    best = min(places, key=lambda name: _gap(scene, name), default=None)
    return best.full if best else None


def _gap(scene: Scene, name: Name) -> int:
    """Characters to a place; one behind the figure is its own more often than one before it."""
    gap = name.start - scene.mention.start
    return gap if gap > 0 else _BEFORE * -gap


@lru_cache(maxsize=2)
def _places_of(page: Page) -> Names:
    """The names of a page that stand as places."""
    found = names_of(page).all
    return names_in(
        [name for name in found if name.sort not in ("adjective", "organisation") and _is_located(page, name)]
    )


def _is_located(page: Page, name: Name) -> bool:
    """Whether a preposition of place stands before it (a bare "other" name needs "in", "at" or "near")."""
    before = page.text[max(name.start - _LOOK, 0) : name.start].split()
    word = before[-1].lower() if before else ""
    word = before[-2].lower() if word == "the" and len(before) > 1 else word
    if word == "on":
        return name.sort == "place" and page.text[name.end : name.end + 2] in ("'s", "’s")  # "on Lyon's east side"
    return word in (_LOCATING if name.sort == "place" else ("in", "near")) and not _is_of_people(page, name)


def _is_of_people(page: Page, name: Name) -> bool:
    """Whether people of the place follow, as in "charge in Lyon man's death"."""
    following = page.text[name.end : name.end + _LOOK].split(maxsplit=1)
    word = without_possessive(following[0]) if following and page.text[name.end : name.end + 1] == " " else ""
    return word.islower() and (measures.is_people(word) or word == "police")


@lru_cache(maxsize=2)
def _of_document(page: Page) -> str | None:
    """The place of the dateline, else the first that the head names with a preposition, else one of "Lyon police"."""
    match = _DATELINE.search(page.text[:_TOP])
    if match:
        return (match.group(1) or "").strip(" -.").title()
    end = page.sentences[min(_HEAD, len(page.sentences)) - 1].end if page.sentences else 0
    places = _places_of(page).between(0, end)
    if places:
        return places[0].full
    cities = (name for name in names_of(page).between(0, end) if is_city(name.full))
    return next((name.full for name in cities if _is_of_people(page, name)), None)
