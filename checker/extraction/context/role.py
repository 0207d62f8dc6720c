"""Columns role and direction: how a figure or a time is meant."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from checker.extraction.context import cues
from checker.extraction.context.change import Found, change
from checker.extraction.context.dateline import published
from checker.extraction.context.happening import ends_length
from checker.extraction.context.light import is_put_off
from checker.extraction.context.modality import modality
from checker.extraction.context.phrases import is_of_superlative
from checker.extraction.context.scene import Scene
from checker.extraction.context.told_before import told_before
from checker.extraction.context.view import View
from checker.extraction.context.words import words_of
from checker.language import measures, verbs
from checker.language.grammar import word_class
from checker.language.lexicon import lexicon
from checker.tables import TIME_KINDS

_OF_KIND = {"age": "age", "rank": "rank"}
_OTHERS_AHEAD = 6
_CUMULATIVE_BACK, _CUMULATIVE_AHEAD = 10, 20
_FIGURES = ("money", "count", "measure", "ratio", "percent")
_OFFSETS = (
    *("ago", "later", "earlier", "after", "before", "from", "prior", "since"),
    *("beforehand", "afterwards", "afterward"),
)


def find(scene: Scene) -> Mapping[str, Any]:
    """The role that the form fixes, or the first that the words around give."""
    mention, view = scene.mention, scene.view
    fixed = mention.role or _OF_KIND.get(mention.kind)
    if fixed:
        return {"role": fixed}
    steps = _OF_TIMES if mention.kind in TIME_KINDS else _OF_DURATION if mention.kind == "duration" else _OF_NUMBERS
    role, why, direction = _first(steps, scene, view) or _plain(scene)
    columns: dict[str, Any] = {"role": role, "trace": (f"role: {why}",) if why else ()}
    return columns | ({"direction": direction} if direction and mention.direction is None else {})


def _first(steps: Sequence["_Step"], scene: Scene, view: View) -> Found | None:
    for step in steps:
        found = step(scene, view)
        if found:
            return found
    return None


def _plain(scene: Scene) -> Found:
    kind = scene.mention.kind
    return ("date_of_event" if kind in TIME_KINDS else "duration" if kind == "duration" else "level"), "", None


def _by_phrases(scene: Scene, view: View) -> Found | None:
    low, ending, opening = view.words.low, cues.cue_words("before"), cues.cue_words("after")
    stops = [stop for stop in _stops(view) if stop and low[stop - 1] in ending]
    starts = [start for start in _starts(scene, view) if low[start] in opening]
    told = {role for stop in stops for role in ending[low[stop - 1]]}
    told.update(role for start in starts for role in opening[low[start]])
    for role in [role for role in cues.ROLES if role in told]:
        why = _phrase_before(view, role, stops) or _phrase_behind(view, role, starts)
        if why and not (
            role == "part" and scene.mention.kind in ("percent", "money", "ratio") and why.startswith(_OF_A_SHARE)
        ):
            return role, why, None
    return None


_OF_A_SHARE = ("of ", "made up", "make", "account")  # "women made up 40%" is the share itself


def _others(scene: Scene, view: View) -> Found | None:
    """As in "Ann Lee was charged. [Two] others were charged": others to whom the same happens."""
    low = view.words.low
    if low[view.after : view.after + 1] not in (("others",), ("other",)):
        return None
    ahead = range(view.after + 1, min(view.right, view.after + _OTHERS_AHEAD, len(low)))
    done = {verbs.lemma(low[index]) for index in ahead if low[index] not in word_class("auxiliary")} - {None}
    before = scene.page.sentence_before(scene.sentence) if view.phrase == 0 else None
    earlier = (*(words_of(before).low if before else ()), *low[: view.phrase])
    is_same = any(verbs.lemma(word) in done for word in earlier)
    return ("additional", "others", None) if is_same else None


def _phrase_before(view: View, role: str, stops: Sequence[int]) -> str | None:
    """A phrase of the role right before the figure; hedges may stand between or be part of it."""
    low = view.words.low
    for stop in stops:
        if low[stop : stop + 1] == ("of",):  # "made up of five"
            continue
        for phrase in cues.phrases(role, "before").get(low[stop - 1], ()):
            if stop - len(phrase) >= 0 and low[stop - len(phrase) : stop] == phrase:
                return " ".join(phrase)
    return None


def _stops(view: View) -> Iterator[int]:
    """Where a phrase before the figure may end: at the figure, and before each hedge that stands in front of it."""
    index = view.first
    yield index
    while index > view.left and _is_hedge_or_sign(view.words.low[index - 1]):
        index -= 1
        yield index


def _is_hedge_or_sign(low: str) -> bool:
    return low in word_class("hedge") or low in ("$", "€", "£")


def _starts(scene: Scene, view: View) -> list[int]:
    """Where a phrase after the figure may begin: right after it, and after its noun."""
    noun_end = max(view.words.index_at(scene.mention.phrase_end), view.after)
    return [start for start in {view.after, noun_end} if start < len(view.words)]


def _phrase_behind(view: View, role: str, starts: Sequence[int]) -> str | None:
    low = view.words.low
    for start in starts:
        for phrase in cues.phrases(role, "after").get(low[start], ()):
            if low[start : start + len(phrase)] == phrase and not (
                _is_undone(phrase, low[start + len(phrase) : start + len(phrase) + _THAN])
            ):
                return " ".join(phrase)
    return None


def _is_undone(phrase: tuple[str, ...], following: tuple[str, ...]) -> bool:
    """Whether what follows gives the phrase another meaning: "more than", "a year earlier"."""
    return (phrase == ("more",) and "than" in following) or not _AT_ANOTHER_TIME.isdisjoint(following[:1])


_AT_ANOTHER_TIME = frozenset({"earlier", "ago", "before", "later"})
_THAN = 3  # words behind "more" in which "than" stands: "[40] more new cars than"


def _breakdown(scene: Scene, view: View) -> Found | None:
    """As in "Fourteen people were hurt: [three] critically": one degree of what the figure before it counts."""
    behind, before = view.behind(1), view.words.low[max(view.phrase - 1, 0) : view.phrase]
    if scene.mention.kind != "count" or not behind or measures.degree(behind[0]) is None:
        return None
    is_apart = before and before[0] in (",", ":", ";", "—", "–", "-", "(", "and")
    has_whole = any(
        m.kind == "count" and m.start >= scene.sentence.start and m.low > scene.mention.low
        for m in scene.mentions[max(scene.index - 3, 0) : scene.index]
    )
    return ("part", behind[0], None) if is_apart and has_whole else None


def _on_average(scene: Scene, view: View) -> Found | None:
    """As in "On average, [12] people die a day"."""
    is_number = scene.mention.kind in _FIGURES
    return ("average", "on average", None) if is_number and view.words.low[:2] == ("on", "average") else None


def _share(scene: Scene, view: View) -> Found | None:
    kind = scene.mention.kind
    is_share = kind == "ratio" or (kind == "percent" and view.behind(1) == ("of",))
    return ("share", "of", None) if is_share else None


def _per_unit(scene: Scene, view: View) -> Found | None:
    del view
    return ("per_unit", "unit", None) if "/" in (scene.mention.unit or "") else None


def _cumulative(scene: Scene, view: View) -> Found | None:
    if scene.mention.kind not in _FIGURES:
        return None
    low = view.words.low
    around = low[max(view.left, view.phrase - _CUMULATIVE_BACK) : min(len(low), view.after + _CUMULATIVE_AHEAD)]
    if cues.cumulative_words().isdisjoint(around):
        return None
    joined = f" {' '.join(around)} "
    found = next((cue for cue in lexicon("cues")["cumulative"]["near"] if f" {cue} " in joined), None)
    return ("cumulative", found, None) if found and not (found == "since" and is_of_superlative(around)) else None


def _target(scene: Scene, view: View) -> Found | None:
    del view
    found, word = modality(scene)
    return ("target", word, None) if found in ("planned", "demanded") else None


def _offset(scene: Scene, view: View) -> Found | None:
    del scene
    behind = view.behind(1)
    if behind and behind[0] in _OFFSETS:
        return "offset", behind[0], None
    before = view.before(1)
    return ("offset", "in", None) if before == ("within",) else None


def _of_time(scene: Scene, view: View) -> Found | None:
    low = view.words.low
    stop = view.phrase
    while stop > view.left and low[stop - 1] in ("the", "about", "around", "early", "late", "at", "least"):
        stop -= 1
    for role, phrase in cues.time_cues().get(low[stop - 1], ()) if stop else ():
        if low[max(stop - len(phrase), 0) : stop] == phrase and _is_time_cue(view, phrase[-1], stop):
            told = "date_of_event" if role == "end" and _begins_there(view, stop - len(phrase)) else role
            return told, " ".join(phrase), None
    return _of_binding(scene, view)


def _begins_there(view: View, stop: int) -> bool:
    """As in "will not reopen until [Monday]", "was put off until [May]": it happens then."""
    low = view.words.low[max(stop - _DENIED, view.left) : stop]
    return not _DENYING.isdisjoint(low) or is_put_off(low)


_DENYING, _DENIED = word_class("denying"), 10  # words before "until" in which a denial stands


def _is_time_cue(view: View, cue: str, stop: int) -> bool:
    """Whether a word that has other uses binds the time here: "to" needs a "from", "from" no "dating back"."""
    if cue == "to":
        return "from" in view.words.low[max(stop - 8, 0) : stop] or ends_length(view)
    if cue == "from":  # "the picture is from March 2013"
        return view.words.low[max(stop - 2, 0)] not in word_class("passive")
    return True


def _covered(scene: Scene, view: View) -> Found | None:
    """As in "sales of $3 billion in [2014]", "the 11th homicide of the [year]": the span that a figure covers."""
    first, last = scene.mention.first, scene.mention.last
    if first is None or last is None or (last - first).days < _SPAN or _is_of_act(view):
        return None
    near = [m for i in (scene.index - 1, scene.index + 1) if 0 <= i < len(scene.mentions) for m in (scene.mentions[i],)]
    low, bounds = view.words.low, (view.words.start[view.left], view.words.end[min(view.right, len(view.words)) - 1])
    beside = {m.kind for m in near if bounds[0] <= m.start < bounds[1]}
    is_of = "of" in low[max(view.phrase - 2, 0) : view.first]
    return ("period", "figure beside", None) if beside & (_COVERING | ({"rank"} if is_of else set())) else None


def _is_of_act(view: View) -> bool:
    """As in "a $2 billion bond that voters approved in [2016]", "approved by voters in [2016]": when it was."""
    for index in range(view.phrase - 2, max(view.left, view.phrase - _AGENT) - 1, -1):
        low = view.words.low[index]
        if verbs.lemma(low) in word_class("act_verb"):
            return True
        if low == "," or low[0].isdigit():
            return False
    return False


_AGENT = 6  # words before a time in which its verb stands, who did it between: "by the city council in"
_SPAN = 27  # days: a month and longer
_COVERING = {"money", "percent"}


def _of_binding(scene: Scene, view: View) -> Found | None:
    """As in "since Russia's invasion in [February 2022]": a start through its event."""
    low, least = view.words.low, max(view.left, view.phrase - 14)
    if _BINDING.isdisjoint(low[least : view.phrase]):
        return None
    for index in range(view.phrase - 1, least - 1, -1):
        if low[index] in _BINDING and not _has_other_time(scene, view, index):
            return ("start", low[index], None) if low[index] == "since" else None
    return None


_BINDING = frozenset({"since", "following"})


def _has_other_time(scene: Scene, view: View, index: int) -> bool:
    start = view.words.start[index]
    return any(
        m.kind in TIME_KINDS and start < m.start < scene.mention.start
        for m in scene.mentions[max(scene.index - 4, 0) : scene.index]
    )


_Step = Callable[[Scene, View], Found | None]
_OF_NUMBERS: Sequence[_Step] = (
    _by_phrases,
    _on_average,
    _breakdown,
    _others,
    told_before,
    _per_unit,
    change,
    _share,
    _cumulative,
    _target,
)
_OF_DURATION: Sequence[_Step] = (_offset,)
_OF_TIMES: Sequence[_Step] = (published, _of_time, _covered)
