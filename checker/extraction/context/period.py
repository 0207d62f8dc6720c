"""Columns period, period_first and period_last: the words that bind a figure in time, and their days."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any

from checker.extraction.context.modality import modality
from checker.extraction.context.phrases import is_of_superlative
from checker.extraction.context.scene import Scene
from checker.extraction.context.spans import Span, running, span_of
from checker.extraction.context.speaker import sayings
from checker.extraction.mention import Mention
from checker.extraction.sentences import Sentence
from checker.language import measures, verbs
from checker.language.grammar import word_class
from checker.language.lexicon import lexicon
from checker.language.patterns import pattern
from checker.tables import TIME_KINDS

_PLACE = attrgetter("start")
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
    bound = [m for m in _beside(scene) if m.kind in _BOUND]
    times = [m for m in bound if m.kind in TIME_KINDS and _is_binding(m)]
    nearest = _nearest(scene, times) if times else None
    if nearest is not None:
        return _bound(scene, nearest, span_of(scene.page, bound, nearest))
    lengths = (running(scene.page, m) for m in bound if m.kind == "duration")
    length = next((found for found in lengths if found), None)
    if length is not None:
        return _told(scene, length.start, length.end, (length.first, length.last))
    return _running(scene) or _since(scene) or _full_year(scene) or (_framed(scene) if not bound else None) or _NONE


def _beside(scene: Scene) -> Sequence[Mention]:
    """The mentions of the sentence, of a long list those next to the scene's."""
    mentions, first, last = scene.mentions, scene.index, scene.index + 1
    while first > max(scene.index - _MOST, 0) and mentions[first - 1].start >= scene.sentence.start:
        first -= 1
    while last < min(scene.index + _MOST + 1, len(mentions)) and mentions[last].start < scene.sentence.end:
        last += 1
    return mentions[first:last]


_MOST = 12  # mentions to either side


def _nearest(scene: Scene, times: Sequence[Mention]) -> Mention | None:
    """The time that binds the figure, of those of its sentence."""
    tests = (
        _is_between,
        _is_of_bracket,
        _is_day_of_saying,
        _is_of_other,
        _is_base,
        _is_of_rank,
        _is_in_aside,
        _is_told_of_it,
        _is_dateline,
        _is_later,
        _is_before_now,
        _is_of_event,
    )
    kept = [m for m in times if not any(test(scene, m) for test in tests)]
    kept = [m for m in kept if not (_distance(scene, m)[0] and _has_figure_between(scene, m))]
    if _is_compared(scene, scene.mention):
        kept = [m for m in kept if m.start > scene.mention.start] or kept
    return min(kept, key=lambda m: _distance(scene, m), default=None)


def _bound(scene: Scene, time: Mention, span: Span | None) -> Mapping[str, Any]:
    """The columns for the time that binds, or for the longer span it is one end of."""
    if scene.page.text.startswith(_WHEN, time.end) and time.end < scene.mention.start:
        return _told(scene, time.start, time.end, (time.first, time.last))
    if span is not None:
        return _told(scene, span.start, span.end, (span.first, span.last))
    start, opener = _words_start(scene, time)
    return _told(scene, start, time.end, _days(scene, time, opener))


_WHEN = ", when "  # "since last Friday, when the total stood at [128]": the figure is that day's


def _told(
    scene: Scene, start: int, end: int, days: tuple[dt.date | None, dt.date | None], why: str = ""
) -> Mapping[str, Any]:
    words = " ".join(scene.page.text[start:end].split())
    return {"period": words, "period_first": days[0], "period_last": days[1], "trace": (f"period: {words}{why}",)}


def _framed(scene: Scene) -> Mapping[str, Any] | None:
    """As in "In the third quarter, sales fell. Profit was [$3 billion]": the time that a sentence before opens with."""
    sentence: Sentence | None = scene.sentence
    if not _NOT_FRAMED.isdisjoint(scene.view.words.low):
        return None
    for _ in range(_FRAMES_BACK):
        before = scene.page.sentence_before(sentence) if sentence else None
        if before is None or sentence is None or "\n" in scene.page.text[before.end : sentence.start]:
            return None
        times = [m for m in _earlier(scene, before) if m.kind in _BOUND]
        if times:
            return _frame(scene, before, times[0]) if len(times) == 1 else None
        sentence = before
    return None


def _earlier(scene: Scene, sentence: Sentence) -> list[Mention]:
    """The mentions of a sentence before the scene's, in order."""
    first, last = (bisect_left(scene.mentions, at, 0, scene.index, key=_PLACE) for at in (sentence.start, sentence.end))
    return list(scene.mentions[first:last])


def _frame(scene: Scene, sentence: Sentence, time: Mention) -> Mapping[str, Any] | None:
    opener = scene.page.text[sentence.start : time.start].lower().split()
    is_open = scene.page.text[time.end : time.end + 1] == "," and opener[:1] and opener[0] in _FRAMING
    if not is_open or len(opener) > _FRAME_WORDS or time.kind not in TIME_KINDS or not _is_binding(time):
        return None
    is_long = time.first and time.last and (time.last - time.first).days >= _FRAME_DAYS
    if not is_long and opener[0] != "as":
        return None
    return _told(scene, sentence.start, time.end, (time.first, time.last), ", of a sentence before")


_FRAMING = ("in", "during", "for", "as", "over", "by")
_FRAMES_BACK, _FRAME_WORDS, _FRAME_DAYS = 2, 3, 27
# A sentence that tells of now, of what is to come or of always is not of the time before it.
_NOT_FRAMED = frozenset({"is", "are", "has", "have", "will", "would", "can", "now", "says", "expects", "plans", "per"})


def _is_of_rank(scene: Scene, time: Mention) -> bool:
    """Whether it says how far back a superlative reaches: "[12%], the best figure since 2018"."""
    before = scene.page.text[max(time.start - _COMPARED_LOOK, 0) : time.start].lower().split()
    return before[-1:] == ["since"] and is_of_superlative(before[-_SINCE_BACK:])


_SINCE_BACK = 4  # words up to "since", by which a superlative is known


def _is_base(scene: Scene, time: Mention) -> bool:
    """Whether a time is what the figure is compared with ("up 5% [from a year ago]"), or that of an earlier value."""
    text, near = scene.page.text, scene.mentions[max(scene.index - 6, 0) : scene.index + 7]
    low, high = scene.mention.end, time.start
    if any(low <= m.start < high and m.kind not in _BOUND and _is_compared(scene, m) for m in near):
        return True
    before = text[max(high - _COMPARED_LOOK, 0) : high].lower().split()
    if before[-1:] not in (["from"], ["than"], ["with"], ["against"], ["versus"]) or high < low:
        return False
    return scene.mention.kind == "percent" or not _EARLIER.isdisjoint(text[high : time.end].lower().split())


_EARLIER = word_class("of_earlier")


def _is_in_aside(scene: Scene, time: Mention) -> bool:
    """Whether the time stands in an aside before the figure ("The dam[, built in 1990,] cost $5 million")."""
    words = scene.view.words
    place = words.index_at(time.start)
    if time.start > scene.mention.start or "," not in words.low[place : scene.view.phrase]:
        return False
    comma = next((i for i in range(place - 1, max(place - _LONG_ASIDE, 0), -1) if words.low[i] == ","), None)
    if comma is None:  # "Founded in 2009, Lightwell had 400 employees"
        return place <= _ASIDE and verbs.form(words.low[0]) in ("past", "participle") and words.low[0] not in _OPENING
    opener = words.low[comma + 1]
    return opener in ("who", "which", "where", "whose") or verbs.form(opener) in ("past", "participle", "ing")


_OPENING = word_class("opening_participle")  # "Compared with 2009, sales rose"
_ASIDE, _LONG_ASIDE = 10, 16  # words back from a time in which the aside that holds it begins: of a sentence, in it


def _is_dateline(scene: Scene, time: Mention) -> bool:
    """Whether the time is the day of the report, between its place and a dash: "LONDON, May 6 - The ..."."""
    before = scene.page.text[scene.sentence.start : time.start]
    is_headed = before[:1].isupper() and before.rstrip().endswith(",") and before.upper() == before
    return is_headed and scene.page.text[time.end : time.end + 3].strip() in ("-", "–", "—")


def _is_of_event(scene: Scene, time: Mention) -> bool:
    """Whether the time is of an event told behind a sum: "pays [$5,000] for word on the killing of a diver Monday"."""
    view = scene.view
    between = range(view.after, view.words.index_at(time.start)) if scene.mention.kind == "money" else ()
    return any(measures.event_family(view.words.low[i]) in _CRIMES for i in between)


_CRIMES = ("shooting", "killing")


def _is_later(scene: Scene, time: Mention) -> bool:
    """Whether the figure is of something days before or after: "closed Wednesday, two days after a man shot [two]"."""
    low = scene.view.words.low
    between = range(scene.view.words.index_at(time.end) + 1, scene.view.phrase)
    return any(low[i] in ("after", "before") and low[i - 1] in word_class("time") for i in between)


def _is_before_now(scene: Scene, time: Mention) -> bool:
    """Whether the time is of a clause before one that tells of now: "founded in [1987] and employs [400] people"."""
    low = scene.view.words.low
    between = range(scene.view.words.index_at(time.end), scene.view.phrase)
    return any(low[i - 1] in ("and", "but") and _is_of_now(low[i]) for i in between if i)


def _is_of_now(low: str) -> bool:
    return low in ("has", "have", "is", "are") or verbs.form(low) == "third"


def _is_told_of_it(scene: Scene, time: Mention) -> bool:
    """Whether the time is of what is told of the figure behind it: "[5 tonnes] a year, a figure it missed in May"."""
    low = scene.view.words.low
    stop = scene.view.words.index_at(time.start)
    for index in range(scene.view.after, stop - 3):
        if low[index] == "," and low[index + 1] in ("a", "the") and not _FIGURES.isdisjoint(low[index + 2 : index + 4]):
            return not _RELATIVE.isdisjoint(low[index + 3 : index + 5])
    return False


_FIGURES = word_class("figure_noun")
_RELATIVE = frozenset({"it", "he", "she", "they", "that", "which", "we"})


def _has_figure_between(scene: Scene, time: Mention) -> bool:
    """Whether another figure stands between the figure and a time."""
    low, high = sorted((scene.mention.start, time.start))
    near = scene.mentions[max(scene.index - 6, 0) : scene.index + 7]
    return any(low < m.start < high and m.kind not in _BOUND and m.converts_at < 0 for m in near)


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


def _is_of_bracket(scene: Scene, time: Mention) -> bool:
    """As in "€3.2bn (2023: €2.9bn)": a time that labels what stands in its bracket, and not the figure outside."""
    text, close = scene.page.text, scene.page.text.find(")", time.end, scene.sentence.end)
    is_label = text[time.start - 1 : time.start] == "(" and text[time.end : time.end + 1] == ":" and close > 0
    return is_label and not time.end < scene.mention.start < close


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
    """Whether the time is the day on which somebody said it ("..., police said on Friday", "in a Friday interview")."""
    if _QUARTER.search(time.value or "") or "-" in scene.page.text[time.start : time.end]:
        return False  # "said third-quarter sales rose": nobody speaks for so long
    behind = scene.page.text[time.end : time.end + _COMPARED_LOOK]
    if behind[:2].lower() in _TOLD_BEGINS and _TOLD_AT.match(behind):
        return True
    for saying in sayings(scene.page, scene.sentence):
        gap = scene.page.text[saying.end : time.start]
        if saying.start <= time.start < saying.end or (
            0 <= time.start - saying.end <= _SAID and "that" not in gap.split() and _is_thin(gap)
        ):
            return True
    return False


_SAID = 60
_QUARTER = pattern("-[QH][1-4]$")
_TOLD_AT = pattern(r"(?i)^ (?:(?:press|news) (?:conference|briefing|release)|interview|briefing|statement)\b")
_TOLD_BEGINS = frozenset({" p", " n", " i", " b", " s"})
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


def _running(scene: Scene) -> Mapping[str, Any] | None:
    """A figure that runs: "to date", "so far"; it holds up to the day of publication."""
    has_cue = not _RUNNING_WORDS.isdisjoint(scene.view.words.low)
    found = _RUNNING.search(scene.sentence.text) if has_cue else None
    return _until_now(scene, (found.group() or "").lower()) if found else None


def _since(scene: Scene) -> Mapping[str, Any] | None:
    """A start that is named without its day ("since Russia's invasion", "Since its launch, ...")."""
    words = scene.view.words
    if "since" not in words.low:
        return None
    if words.low[0] == "since" and words.start[0] < scene.mention.start:
        stop = next((i for i in range(1, min(len(words), _SINCE_WORDS)) if words.low[i] in _SINCE_ENDS), 0)
        is_event = stop > 1 and not any(w in word_class("auxiliary") for w in words.low[1:stop])
        return _until_now(scene, scene.page.text[words.start[0] : words.end[stop - 1]]) if is_event else None
    found = _SINCE.search(scene.page.text[scene.mention.end : scene.sentence.end])
    return _until_now(scene, found.group(1) or "") if found else None


def _full_year(scene: Scene) -> Mapping[str, Any] | None:
    """As in "full-year revenue was [$5 million]": told as past in the first half of a year, that of the one before."""
    words, published = scene.view.words, scene.page.published
    if "full-year" not in words.low:
        return None
    place = next((i for i in range(scene.view.left, scene.view.phrase) if words.low[i] == "full-year"), None)
    if place is None:
        return None
    is_over = published is not None and published.month <= _HALF and modality(scene)[0] == "asserted"
    days = (dt.date(published.year - 1, 1, 1), dt.date(published.year - 1, 12, 31)) if published and is_over else None
    return _told(scene, words.start[place], words.end[place], days or (None, None))


_HALF = 6  # months in which figures of the year before are told
_SINCE_WORDS, _SINCE_ENDS = 9, frozenset({",", "it", "they", "he", "she", "we"})


def _until_now(scene: Scene, words: str) -> Mapping[str, Any]:
    told = " ".join(words.split())
    last = scene.page.published
    return {"period": told, "period_first": None, "period_last": last, "trace": (f"period: {told}, running",)}
