"""Columns period, period_first and period_last: the words that bind a figure in time, and their days."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from checker.extraction.context.scene import Scene
from checker.extraction.context.speaker import sayings
from checker.extraction.mention import Mention
from checker.language.lexicon import lexicon
from checker.language.patterns import pattern
from checker.tables import TIME_KINDS

_BOUND = (*TIME_KINDS, "duration")
_NONE: Mapping[str, Any] = {"period": None, "period_first": None, "period_last": None}
_LONG = ("since", "following")  # may stand some words before their time
_START = ("since", "following", "after")
_RUNNING = pattern(
    r"(?i)\b(?:so far this year|year to date|to date|so far|thus far|up to now|until now|this year alone)\b"
)
_RUNNING_WORDS = frozenset({"far", "date", "now", "alone"})  # one of them is in each
_SINCE = pattern(r"(?i)^[^,;.\"“”]{0,80}\b(since (?:the |its |his |her |their )?[\pL’' -]{3,40})(?:[,;.\"”]|$)")
_BLOCK = (",", ";", "(", ")", '"', "“", "”")


def find(scene: Scene) -> Mapping[str, Any]:
    """The nearest time of the sentence that binds the figure; null for times and ages."""
    if scene.mention.kind in (*TIME_KINDS, "age", "duration"):
        return _NONE
    candidates = [m for m in _times(scene) if not _is_day_of_saying(scene, m) and not _is_of_other(scene, m)]
    candidates = [m for m in candidates if not (_distance(scene, m)[0] and _has_figure_between(scene, m))]
    if _is_compared(scene, scene.mention):
        candidates = [m for m in candidates if m.start > scene.mention.start] or candidates
    nearest = min(candidates, key=lambda m: _distance(scene, m), default=None)
    if nearest is None:
        return _running(scene)
    start, opener = _words_start(scene, nearest)
    words = " ".join(scene.page.text[start : nearest.end].split())
    first, last = _days(scene, nearest, opener)
    return {"period": words, "period_first": first, "period_last": last, "trace": (f"period: {words}",)}


def _times(scene: Scene) -> Sequence[Mention]:
    sentence = scene.sentence
    near = scene.mentions[max(scene.index - 12, 0) : scene.index + 13]
    found = [m for m in near if m.kind in TIME_KINDS and sentence.start <= m.start < sentence.end]
    return [m for m in found if not _is_between(scene, m) and _is_binding(m)]


def _has_figure_between(scene: Scene, time: Mention) -> bool:
    """Whether another figure stands between the figure and a time."""
    low, high = sorted((scene.mention.start, time.start))
    near = scene.mentions[max(scene.index - 6, 0) : scene.index + 7]
    return any(low < m.start < high and m.kind not in _BOUND for m in near)


def _is_compared(scene: Scene, figure: Mention) -> bool:
    """Whether a figure stands behind "from", "against", "compared with": an earlier value."""
    before = scene.page.text[max(figure.phrase_start - _COMPARED_LOOK, 0) : figure.phrase_start].lower().split()
    return before[-1:] in (["from"], ["against"]) or before[-2:] in (["compared", "with"], ["compared", "to"])


def _is_of_other(scene: Scene, time: Mention) -> bool:
    """Whether a time stands right behind an earlier value, which it binds alone ("down from 66% four years ago")."""
    near = scene.mentions[max(scene.index - 6, 0) : scene.index + 7]
    before = [m for m in near if m.end <= time.start and m.kind not in _BOUND and time.start - m.end <= _COMPARED_GAP]
    return bool(before) and before[-1] is not scene.mention and _is_compared(scene, before[-1])


def _is_binding(time: Mention) -> bool:
    """Whether a time binds a figure: it names a day or a longer span, not only a clock time or "now"."""
    is_vague = (time.value or "").endswith("_REF")
    return not is_vague and (time.first is not None or time.kind == "date")


def _is_between(scene: Scene, time: Mention) -> bool:
    """Whether a clause ends, by a semicolon, between the figure and the time."""
    return ";" in scene.page.text[min(scene.mention.end, time.end) : max(scene.mention.start, time.start)]


def _distance(scene: Scene, time: Mention) -> tuple[int, int]:
    """How near a time is: in the same clause first, a time after the figure before one that stands before it."""
    view = scene.view
    words = view.words
    left = words.start[min(view.left, len(words) - 1)]
    right = words.end[min(view.right, len(words)) - 1]
    is_outside = not left <= time.start < right
    gap = time.start - scene.mention.end if time.start > scene.mention.start else 2 * (scene.mention.start - time.end)
    return int(is_outside), gap


def _is_day_of_saying(scene: Scene, time: Mention) -> bool:
    """Whether the time is the day on which somebody said it ("..., police said on Friday")."""
    for saying in sayings(scene.page, scene.sentence):
        gap = scene.page.text[saying.end : time.start]
        if saying.start <= time.start < saying.end or (
            0 <= time.start - saying.end <= _SAID and "that" not in gap.split() and _is_thin(gap)
        ):
            return True
    return False


_SAID = 60
_THIN = frozenset(lexicon("cues")["saying"]["between"])


def _is_thin(gap: str) -> bool:
    return all(word.lower() in _THIN or word[0].isupper() for word in gap.split())


def _words_start(scene: Scene, time: Mention) -> tuple[int, str]:
    """Where the words that bind begin: the preposition before the time, or "since" a few words before."""
    text, least = scene.page.text, max(scene.sentence.start, time.phrase_start - _LOOK)
    if time.start > scene.mention.start:
        least = max(least, scene.mention.end)
    before = text[least : time.phrase_start]
    stops = [before.rfind(mark) for mark in _BLOCK]
    before = before[max(stops) + 1 :]
    low = before.lower()
    for opener in (
        *_START,
        "as of",
        "between",
        "from",
        "during",
        "over",
        "through",
        "until",
        "by",
        "in",
        "on",
        "at",
        "for",
    ):
        place = low.rfind(f" {opener} ") if not low.startswith(f"{opener} ") else 0
        is_long = opener in _LONG
        if place >= 0 and (is_long or not low[place:].replace(opener, "", 1).replace("the", "").strip()):
            return time.phrase_start - len(before) + place + (low[place] == " "), opener
    return time.phrase_start, ""


_LOOK = 90
_COMPARED_LOOK, _COMPARED_GAP = 24, 8  # characters


def _days(scene: Scene, time: Mention, opener: str) -> tuple[dt.date | None, dt.date | None]:
    if opener in _LONG or time.role == "start":
        return time.first, scene.page.published
    return time.first, time.last


def _running(scene: Scene) -> Mapping[str, Any]:
    """A figure that runs: "to date", "so far"; it holds up to the day of publication."""
    has_cue = not _RUNNING_WORDS.isdisjoint(scene.view.words.low)
    found = _RUNNING.search(scene.sentence.text) if has_cue else None
    if found is None:
        return _since(scene)
    return {"period": (found.group() or "").lower(), "period_first": None, "period_last": scene.page.published}


def _since(scene: Scene) -> Mapping[str, Any]:
    """A start that is named without its day ("since Russia's invasion")."""
    if "since" not in scene.view.words.low:
        return _NONE
    found = _SINCE.search(scene.page.text[scene.mention.end : scene.sentence.end])
    if found is None:
        return _NONE
    return {
        "period": " ".join((found.group(1) or "").split()),
        "period_first": None,
        "period_last": scene.page.published,
    }
