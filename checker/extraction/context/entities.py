"""Column entities: the names a figure is about; for an age the one person whose it is."""

from collections.abc import Mapping, Sequence
from typing import Any

from checker.extraction.context.ages import owner
from checker.extraction.context.naming import Name, names_of
from checker.extraction.context.scene import Scene
from checker.extraction.context.speaker import speech
from checker.extraction.context.view import view_of

_MOST = 6


def find(scene: Scene) -> Mapping[str, Any]:
    """Canonical names from the clause; from the sentence where the clause has none."""
    if scene.mention.kind == "age":
        person = owner(scene)
        return {"entities": [person.full] if person else []}
    return {"entities": _of_clause(scene) or _of_sentence(scene)}


def _of_clause(scene: Scene) -> list[str]:
    view = view_of(scene)
    if not len(view.words):
        return []
    start, end = (
        view.words.start[min(view.left, len(view.words) - 1)],
        view.words.end[min(view.right, len(view.words)) - 1],
    )
    return _names(scene, names_of(scene.page).between(start, end))


def _of_sentence(scene: Scene) -> list[str]:
    return _names(scene, names_of(scene.page).between(scene.sentence.start, scene.sentence.end))


def _names(scene: Scene, found: Sequence[Name]) -> list[str]:
    """Canonical and distinct; the source of the statement is not what it is about."""
    said = speech(scene)
    kept = [name for name in found if not (said and said.start <= name.start < said.end)]
    return list(dict.fromkeys(name.full for name in kept))[:_MOST]
