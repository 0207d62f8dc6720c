"""Days of publication: what a text tells of itself at its head."""

from checker.extraction.context.scene import Scene
from checker.extraction.context.view import View

_TOP = 1500  # characters from the top in which a dateline stands


def published(scene: Scene, view: View) -> tuple[str, str, None] | None:
    """A dateline: a date that is a line of its own near the top, or follows a place in capitals at its head."""
    if scene.mention.start >= _TOP:
        return None
    if _is_dateline(scene, view):
        return "published", "dateline", None
    rest = scene.sentence.text.replace(scene.page.text[scene.mention.start : scene.mention.end], "", 1)
    is_alone = not any(c.isalpha() for c in rest) or rest.strip(" :.,").lower() in (
        "published",
        "posted",
        "updated",
        "by",
        "last updated",
        "date",
    )
    return ("published", "a line of its own", None) if is_alone and scene.mention.kind in ("date", "time") else None


def _is_dateline(scene: Scene, view: View) -> bool:
    """Whether a date stands between a place in capitals and a dash: "LONDON, May 6 - The ..."."""
    is_dash = view.words.low[view.after : view.after + 1] in (("—",), ("–",), ("-",), ("(",))
    if not is_dash:
        return False
    before = scene.page.text[scene.sentence.start : scene.mention.start]
    return before.upper() == before and sum(c.isupper() for c in before) > 2  # noqa: PLR2004 - initials of a person
