"""Columns role and direction: how a figure or a time is meant."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from checker.extraction.context import cues
from checker.extraction.context.dateline import published
from checker.extraction.context.modality import modality
from checker.extraction.context.phrases import is_figure, is_of_superlative, is_word
from checker.extraction.context.scene import Scene
from checker.extraction.context.told_before import told_before
from checker.extraction.context.view import View
from checker.extraction.context.words import words_of
from checker.language import measures, verbs
from checker.language.changes import is_described
from checker.language.grammar import word_class
from checker.language.lexicon import lexicon
from checker.tables import TIME_KINDS

_OF_KIND = {"age": "age", "rank": "rank"}
_CHANGE_BACK, _FAR = 7, 25
_OTHERS_AHEAD, _YEAR_BEHIND = 6, 6
_CUMULATIVE_BACK, _CUMULATIVE_AHEAD = 10, 20
_FIGURES = ("money", "count", "measure", "ratio", "percent")
_OFFSETS = (
    *("ago", "later", "earlier", "after", "before", "from", "prior", "since"),
    *("beforehand", "afterwards", "afterward"),
)
Found = tuple[str, str, str | None]  # role, the words that tell, direction


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


def _change(scene: Scene, view: View) -> Found | None:
    """As in "rose [5%] to [$3 billion] from [$2 billion]", "a [5%] rise"."""
    low = view.words.low
    way = _way_behind(view)
    if way is not None:
        return "change_by", low[view.after], way
    found = _change_word(view)
    if found is None:
        return _from_far(view) or _year_before(view)
    word, gap = found
    link = next((w for w in reversed(gap) if w in ("to", "from", "by", "of", "at", "in")), "")
    if link == "to" and word_class("service").isdisjoint(gap):
        return "change_to", f"{word} to", cues.ways()[word]
    if link == "from":
        return "from_value", f"{word} from", None
    is_by = link in ("by", "of") or all(w in word_class("hedge") or w in _STEPPING or is_described(w) for w in gap)
    is_thing = not link and scene.mention.kind in ("count", "money")
    if is_thing and word not in word_class("intransitive_change") and word not in _GAINED:
        return None  # "raised [$3 million]"
    return ("change_by", f"{word} {link}".strip(), cues.ways()[word]) if is_by and link not in ("at", "in") else None


def _way_behind(view: View) -> str | None:
    """As in "[5%] higher", "[18 km] longer", "[two] more than on Monday"."""
    behind = (*view.words.low[view.after : view.after + 2], "", "")
    more = _MORE.get(behind[0]) if behind[1] == "than" else None
    return more or cues.ways_behind().get(behind[0])


_MORE = {"more": "up", "fewer": "down", "less": "down"}  # "two more than on Monday"
_GAINED = frozenset({"gain", "gains", "gained", "gaining"})
_STEPPING = ("another", "than", "a", "an")


def _change_word(view: View) -> tuple[str, tuple[str, ...]] | None:
    """The nearest word of change before the figure, and the words between."""
    low = view.words.low
    for index in range(view.phrase - 1, max(view.left, view.phrase - _CHANGE_BACK) - 1, -1):
        if low[index] in cues.ways() and not _is_hedge_here(view, index):
            return low[index], low[index + 1 : view.phrase]
        if low[index] in (",", "on", "with", "while", "which"):
            return None
    return None


def _is_hedge_here(view: View, index: int) -> bool:
    """Whether the word is no change here: "more than", "up to", "set up", "added that"."""
    low = view.words.low
    following = low[index + 1] if index + 1 < len(low) else ""
    return low[index] in ("more", "less", "added") or (
        low[index] in ("up", "down") and (following == "to" or not _is_plain_up(view, index))
    )


def _is_plain_up(view: View, index: int) -> bool:
    """Whether "up" stands right before the figure, as in "sales were up 5%"."""
    low = view.words.low
    between = low[index + 1 : view.phrase]
    is_plain = all(word in word_class("hedge") for word in between) or _is_step_to(between)
    return is_plain and low[index - 1] not in ("made", "make", "makes", "set", "picked", "split", "broke", "ended")


def _is_step_to(between: tuple[str, ...]) -> bool:
    """As in "shares were up 3 to [45]", "down 5% to [$40]": the step stands between."""
    return between[-1:] == ("to",) and all(is_figure(word) or not is_word(word) for word in between[:-1])


def _from_far(view: View) -> Found | None:
    """As in "rose 12% to $3 billion, or $1 a share, in the first quarter from [$2 billion]"."""
    low = view.words.low[max(view.left - 1, view.phrase - _FAR, 0) : view.phrase]
    is_change = low[-1:] == ("from",) and not word_class("intransitive_change").isdisjoint(low)
    return ("from_value", "from", None) if is_change else None


def _year_before(view: View) -> Found | None:
    """As in "compared with [$2 billion] a year earlier", "from [$2 billion] a year ago", "to [2] last year"."""
    behind = view.behind(_YEAR_BEHIND)
    if _AGO.isdisjoint(behind) or _SPANS.isdisjoint(behind):
        return None
    before = view.before(4)
    is_compared = not _AGAINST.isdisjoint(before) or (
        before[-1:] == ("and",) and not word_class("compared").isdisjoint(view.words.low[view.left : view.phrase])
    )
    return ("from_value", "a year earlier", None) if is_compared else None


_AGO = frozenset({"ago", "earlier", "before", "last"})
_SPANS = frozenset({"year", "month", "quarter"})
_AGAINST = frozenset({"from", "with", "to", "against", "versus", "than"})


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
                _is_undone(phrase, low[start + len(phrase) : start + len(phrase) + 1])
            ):
                return " ".join(phrase)
    return None


def _is_undone(phrase: tuple[str, ...], following: tuple[str, ...]) -> bool:
    """Whether the next word gives the phrase another meaning: "more than", "a year earlier"."""
    return (phrase == ("more",) and following == ("than",)) or bool(
        set(following) & {"earlier", "ago", "before", "later"}
    )


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
            return role, " ".join(phrase), None
    return _of_binding(scene, view)


def _is_time_cue(view: View, cue: str, stop: int) -> bool:
    """Whether a word that has other uses binds the time here: "to" needs a "from", "from" no "dating back"."""
    if cue == "to":
        return "from" in view.words.low[max(stop - 8, 0) : stop]
    if cue == "from":  # "the picture is from March 2013"
        return view.words.low[max(stop - 2, 0)] not in word_class("passive")
    return True


def _covered(scene: Scene, view: View) -> Found | None:
    """As in "sales of $3 billion in [2014]", "the 11th homicide of the [year]": the span that a figure covers."""
    first, last = scene.mention.first, scene.mention.last
    if first is None or last is None or (last - first).days < _SPAN:
        return None
    near = [m for i in (scene.index - 1, scene.index + 1) if 0 <= i < len(scene.mentions) for m in (scene.mentions[i],)]
    low, bounds = view.words.low, (view.words.start[view.left], view.words.end[min(view.right, len(view.words)) - 1])
    beside = {m.kind for m in near if bounds[0] <= m.start < bounds[1]}
    is_of = "of" in low[max(view.phrase - 2, 0) : view.first]
    return ("period", "figure beside", None) if beside & (_COVERING | ({"rank"} if is_of else set())) else None


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
    _change,
    _share,
    _cumulative,
    _target,
)
_OF_DURATION: Sequence[_Step] = (_offset,)
_OF_TIMES: Sequence[_Step] = (published, _of_time, _covered)
