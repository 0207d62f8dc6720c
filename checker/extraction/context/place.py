"""Column place: the place a figure holds for, from the clause, the sentence, or the head of the document."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from checker.extraction.context.naming import Name, Names, names_in, names_of
from checker.extraction.context.scene import Scene
from checker.extraction.context.view import View, parts_of
from checker.extraction.head import dateline
from checker.extraction.page import Page
from checker.language import measures, names
from checker.language.grammar import word_class
from checker.language.names import without_possessive

_HEAD = 5  # sentences at the head of a document that tell its place
_BEFORE = 3  # so much farther counts a place before the figure
_BEHIND_COMMA = 2 * _BEFORE  # and one behind a comma, which may be that of the next figure
_LOOK = 40  # characters before a name in which its preposition stands, and after it in which its noun does
_STATE = 24  # characters after a town in which its state or country stands
_BARE = ("in", "near")  # before a name that nothing else tells to be a place
_POSSESSORS = ("a", "an", "the", "her", "his", "their", "its")
_SITE_WORDS = 3  # lower-case words after a town of which one is a site ("a Tollund concert venue")


def find(scene: Scene) -> Mapping[str, Any]:
    """The nearest place of the clause, else of the sentence, else the document's."""
    if scene.mention.kind == "age":
        return {"place": None}
    places = _places_of(scene.page)
    first, last = parts_of(scene.view)
    told = places.between(scene.sentence.start, scene.sentence.end)
    told = [name for name in told if not first <= name.start < last]
    if told:
        start, end = _clause(scene.view)
        of_clause = [name for name in told if start <= name.start < end]
        nearest = min(of_clause or told, key=lambda name: _gap(scene, name))
        return {"place": nearest.full, "trace": (f"place: of the {'clause' if of_clause else 'sentence'}",)}
    found, why = _of_document(scene.page)
    is_of_part = last > first and any(name.full == found for name in places.between(first, last))
    return {"place": found, "trace": (f"place: {why}",)} if found and not is_of_part else {"place": None}


def _clause(view: View) -> tuple[int, int]:
    """Where the clause of a figure begins and ends, as characters."""
    words = view.words
    return words.start[min(view.left, len(words) - 1)], words.end[min(view.right, len(words)) - 1]


def _gap(scene: Scene, name: Name) -> int:
    """Characters to a place; one behind the figure is its own more often than one before it, but for a comma."""
    gap = name.start - scene.mention.start
    if gap <= 0:
        return _BEFORE * -gap
    is_apart = "," in scene.page.text[scene.mention.end : name.start]  # "in Alm it is 51%, in Dorn 34%"
    return _BEHIND_COMMA * gap if is_apart else gap


@lru_cache(maxsize=2)
def _places_of(page: Page) -> Names:
    """The names of a page that stand as places."""
    found = names_of(page).all
    return names_in(
        [name for name in found if name.sort not in ("adjective", "organisation") and _is_located(page, name)]
    )


def _is_located(page: Page, name: Name) -> bool:
    """Whether the words before it, and those after it, make it the place of something."""
    before = page.text[max(name.start - _LOOK, 0) : name.start].lower().split()
    if page.text[name.end + 1 : name.end + 2] in _LANDS_BEGIN and not _LANDS.isdisjoint(_following(page, name, 1)[:1]):
        return name.sort != "person"
    if not before or before[-1] not in _leading():
        return False
    while before and before[-1] in word_class("part_of_place"):
        before.pop()
    return bool(before) and name.full.lower() not in word_class("part_of_place") and _is_behind(page, name, before)


@cache
def _leading() -> frozenset[str]:
    """The words one of which stands right before every place that its preposition tells."""
    classes = ("part_of_place", "striking", "locating")
    return frozenset({"of", "on", *_POSSESSORS}).union(*(word_class(name) for name in classes))


_LANDS = word_class("land")
_LANDS_BEGIN = frozenset(word[0] for word in _LANDS)


def _is_behind(page: Page, name: Name, before: Sequence[str]) -> bool:
    """Whether words in lower case right before a name lead to a place."""
    last, second = before[-1], before[-2] if len(before) > 1 else ""
    if last == "of":
        return names.is_settlement(second)
    if last in _POSSESSORS:
        is_plain = last == "the" and _is_place_after(page, name, second)
        return second in word_class("locating") and (is_plain or _is_of_site(page, name))
    is_owner = page.text[name.end : name.end + 2] in ("'s", "’s")
    if last == "on" or last in word_class("striking"):  # "on Lyon's east side", "struck Lyon"
        return name.sort == "place" and is_owner is (last == "on")
    is_matter = last == "in" and name.sort != "place" and _is_matter(page, name, second)
    is_matter = is_matter or second in word_class("seat")
    return not is_matter and _is_place_after(page, name, last)


def _is_matter(page: Page, name: Name, noun: str) -> bool:
    """Whether what follows "in" is somebody's, or an affair: "in Lee's yard", "his role in Watergate"."""
    is_of_somebody = page.text[name.end : name.end + 2] in ("'s", "’s")
    return is_of_somebody or noun in word_class("in_matter")


def _is_place_after(page: Page, name: Name, word: str) -> bool:
    """Whether the word is a preposition of place (a bare name needs "in" or "near", or its state behind it)."""
    if word not in word_class("locating") or _is_of_people(page, name) or _is_affair(page, name):
        return False
    return word in _BARE or name.sort == "place" or _is_in_state(page, name)


def _is_affair(page: Page, name: Name) -> bool:
    """Whether an affair is named for it: "a key player in the Watergate scandal"."""
    following = _following(page, name, 1)
    return bool(following) and following[0] in word_class("affair")


def _is_in_state(page: Page, name: Name) -> bool:
    """Whether the name of a state or a country follows, as in "at Tollund, Ohio"."""
    if page.text[name.end : name.end + 2] != ", ":
        return False
    following = page.text[name.end + 2 : name.end + 2 + _STATE].split(",", maxsplit=1)[0].split()
    return any(names.is_state_or_country(" ".join(following[:count])) for count in (1, 2))


def _following(page: Page, name: Name, count: int) -> Sequence[str]:
    """Up to `count` words in lower case right after a name."""
    if page.text[name.end : name.end + 1] != " ":
        return ()
    words = page.text[name.end : name.end + _LOOK].split()[:count]
    stop = next((i for i, word in enumerate(words) if not word[0].islower()), len(words))
    return [without_possessive(word).rstrip(".,;:") for word in words[:stop]]


def _is_of_site(page: Page, name: Name) -> bool:
    """Whether a building or a part of a town follows, as in "outside a Tollund concert venue"."""
    if name.sort == "person":
        return False
    sites = word_class("site") | word_class("branded") if name.sort == "place" else word_class("site")
    return any(word in sites for word in _following(page, name, _SITE_WORDS))


def _is_of_people(page: Page, name: Name) -> bool:
    """Whether people of the place follow, as in "charge in Lyon man's death"."""
    words = _following(page, name, 1)
    return bool(words) and (measures.is_people(words[0]) or words[0] == "police")


@lru_cache(maxsize=2)
def _of_document(page: Page) -> tuple[str | None, str]:
    """The place of a document, and where it stands.

    That of the dateline, else the first that the head names with a preposition, else that of "Lyon police".
    """
    head = dateline(page)
    if head is not None:
        return head.place, "of the dateline"
    end = page.sentences[min(_HEAD, len(page.sentences)) - 1].end if page.sentences else 0
    places = _places_of(page).between(0, end)
    if places:
        return places[0].full, "of the head"
    forces = (_of_force(page, name) for name in names_of(page).between(0, end))
    return next((found for found in forces if found), None), "of those who act in the head"


def _of_force(page: Page, name: Name) -> str | None:
    """The town of "Lyon police", "Tollund Police Department"."""
    if name.sort == "organisation":
        return names.town_of_force(name.full)
    if names.is_city(name.full):
        return name.full if _is_of_people(page, name) else None
    is_bare = name.sort == "other" and " " not in name.full
    return name.full if is_bare and _following(page, name, 1) == ["police"] else None
