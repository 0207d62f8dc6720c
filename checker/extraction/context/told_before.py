"""Figures that somebody had told before: what is told now has taken their place."""

from checker.extraction.context.scene import Scene
from checker.extraction.context.view import View
from checker.language.lexicon import lexicon

_REACH = 8  # words before the figure


def told_before(scene: Scene, view: View) -> tuple[str, str, None] | None:
    """As in "On Saturday the police had spoken of 12 dead": the role of an earlier value."""
    if scene.mention.kind not in ("count", "money", "percent", "measure"):
        return None
    low, verbs = view.words.low, lexicon("changes")["told_before"]["verbs"]
    for index in range(view.phrase - 2, max(view.left, view.phrase - _REACH) - 1, -1):
        if low[index] == "had" and (low[index + 1] in verbs or low[index + 1 : index + 3] == ("been", "put")):
            return "from_value", f"had {low[index + 1]}", None
    return None
