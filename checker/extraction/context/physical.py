"""What a figure with a unit of nature measures: a speed, a temperature, a weight, an area burned."""

from checker.extraction.context.scene import Scene
from checker.language import units, verbs
from checker.language.lexicon import lexicon

# Steps that found words of the figure's own, which tell more than its unit.
_TELLING = ("noun after", "complement", "label", "dimension", "noun of")
Found = tuple[str, str, str]


def by_unit(scene: Scene, found: Found | None) -> Found | None:
    """The measure that the unit tells, unless words of the figure's own tell another: "a speed [limit] of 90 km/h"."""
    table = lexicon("measures")["physical"].get(units.dimension(scene.mention.unit) or "")
    if table is None or (found is not None and found[2] in _TELLING):
        return found
    view, words = scene.view, scene.view.words.low
    if units.dimension(scene.mention.unit) == "length" and _is_height(view.behind(_OVER)):
        return "height", "height", "unit"
    if any(word in table["but"] for word in words[view.left : view.right]):
        return found
    asked = words[max(view.phrase - table["reach"], view.left) : view.phrase] if "reach" in table else words
    for measure, told in table["told"].items():
        if not told or any(word in told or verbs.lemma(word) in told for word in asked):
            return measure, measure.rpartition(" ")[2], "unit"
    return found


def _is_height(behind: tuple[str, ...]) -> bool:
    """As in "[18 metres] above the river", "1,200 metres above sea level"; not "above its usual level"."""
    is_above = behind[:1] == ("above",) and len(behind) > 1
    return is_above and ("sea" in behind or not set(behind) & set(lexicon("measures")["physical"]["length"]["usual"]))


_OVER = 5  # words behind a length in which it stands what it is above


def is_way(scene: Scene, word: str) -> bool:
    """Whether the verb before a length tells how far a body fell: no change of a level."""
    table = lexicon("measures")["physical"].get(units.dimension(scene.mention.unit) or "") or {}
    view = scene.view
    is_level = any(low in table.get("but", ()) for low in view.words.low[view.left : view.right])
    return "reach" in table and not is_level and verbs.lemma(word) in table["told"]["fall"]
