"""Changes: "rose [5%] to [$3 billion] from [$2 billion]", and what a clause tells behind the first."""

from checker.extraction.context import cues
from checker.extraction.context.phrases import is_figure, is_word
from checker.extraction.context.physical import is_way
from checker.extraction.context.scene import Scene
from checker.extraction.context.taken import is_taken
from checker.extraction.context.view import View
from checker.language.changes import is_described
from checker.language.grammar import word_class
from checker.tables import TIME_KINDS

_CHANGE_BACK, _FAR = 7, 25
_BY_BACK = 10  # words, as in "raises its combined ratio for the year by [5%]"
_YEAR_BEHIND = 6
_LISTED = 4  # figures back over which a list of changes is followed
Found = tuple[str, str, str | None]  # role, the words that tell, direction


def change(scene: Scene, view: View) -> Found | None:
    """The role of a figure that tells a change, its way, and what it led to or came from."""
    if scene.mention.kind == "score":  # "lost [4-3]"
        return None
    if is_taken(view):
        return "change_by", "off", "down"
    return _after_change(scene, _LISTED) or _change(scene, view)


def _after_change(scene: Scene, most: int) -> Found | None:
    """As in "fell 8p, or [2.1%], to [373p]", "up 160% and [19%] respectively", "rose 2% and [3%] from May"."""
    if not most or scene.view.before(1) not in _JOINING:
        return None
    index = scene.index - 1
    while index >= 0 and scene.mentions[index].kind in TIME_KINDS:
        index -= 1
    if index < 0 or scene.mentions[index].start < scene.sentence.start:
        return None
    before = Scene(scene.page, scene.sentence, scene.mentions[index], scene.mentions, index)
    between, behind = scene.view.words.low[before.view.after : scene.view.phrase], scene.view.behind(1)
    is_same = between in _OR or (between[-1:] == ("and",) and behind in _LIKE_IT and scene.mention.kind == "percent")
    if not (is_same or between in _TO):
        return None
    role, why, way = _after_change(before, most - 1) or _change(before, before.view) or ("", "", None)
    if role == "from_value" and between == ("to",):  # "raised the reward for tips from $5,000 to [$10,000]"
        return "change_to", f"{why} to", cues.ways().get(why.partition(" ")[0])
    if role != "change_by":
        return None
    way = before.mention.direction or way
    return (role, f"{why}, as before", way) if is_same else ("change_to", f"{why} to", way)


_JOINING = (("or",), ("to",), ("and",))
_OR = ((",", "or"), ("or",))
_TO = ((",", "to"), ("to",))
_LIKE_IT = (("respectively",), ("from",))


def _change(scene: Scene, view: View) -> Found | None:
    """As in "rose [5%] to [$3 billion] from [$2 billion]", "a [5%] rise"."""
    low = view.words.low
    way = _way_behind(view)
    if way is not None and not (scene.mention.noun or "").lower().startswith(low[view.after]):  # "[two] larger quakes"
        return "change_by", low[view.after], way
    found = _change_word(view)
    if found is None or is_way(scene, found[0]):
        return _from_far(view) or _year_before(view)
    word, gap = found
    link = next((w for w in reversed(gap) if w in ("to", "from", "by", "of", "at", "in")), "")
    cut = view.phrase - len(gap) - 1  # "power was [cut] to 3,000 homes"
    if link == "to":
        is_cut_off = not word_class("service").isdisjoint((*gap, *low[max(cut - _CUT_OFF, 0) : cut]))
        return None if is_cut_off else ("change_to", f"{word} to", cues.ways()[word])
    if link == "from":
        return "from_value", f"{word} from", None
    is_by = link in ("by", "of") or all(w in word_class("hedge") or w in _STEPPING or is_described(w) for w in gap)
    is_thing = not link and scene.mention.kind in ("count", "money")
    if is_thing and word not in word_class("intransitive_change") and word not in _GAINED:
        return None  # "raised [$3 million]"
    return ("change_by", f"{word} {link}".strip(), cues.ways()[word]) if is_by and link not in ("at", "in") else None


def _way_behind(view: View) -> str | None:
    """As in "[5%] higher", "[18 km] longer", "[two] more than on Monday"."""
    behind = (*view.words.low[view.after : view.after + _THAN], "")
    more = _MORE.get(behind[0]) if "than" in behind else None
    return more or cues.ways_behind().get(behind[0])


_CUT_OFF = 3  # words
_MORE = {"more": "up", "fewer": "down", "less": "down"}  # "two more than on Monday", "two fewer cars than"
_THAN = 4  # words behind a figure in which "than" stands
_GAINED = frozenset({"gain", "gains", "gained", "gaining"})
_STEPPING = ("another", "than", "a", "an")


def _change_word(view: View) -> tuple[str, tuple[str, ...]] | None:
    """The nearest word of change before the figure, and the words between."""
    low = view.words.low
    far = _BY_BACK if low[view.phrase - 1 : view.phrase] == ("by",) else _CHANGE_BACK
    for index in range(view.phrase - 1, max(view.left, view.phrase - far) - 1, -1):
        is_change = low[index] in cues.ways() and low[index + 1] not in _FORESEEN
        if is_change and not _is_hedge_here(view, index) and low[max(index - 1, 0)] not in _OF_WEATHER:
            return low[index], low[index + 1 : view.phrase]
        if low[index] in (",", "on", "with", "while", "which"):
            return None
    return None


_FORESEEN = word_class("foreseen")  # "cuts its growth forecast by [5%]"
_OF_WEATHER = frozenset({"storm", "tidal"})  # "a storm surge of [12 feet]"


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
    own = between[between[:1] == ("by",) :]  # "has gone up by [5%]"
    is_plain = all(word in word_class("hedge") for word in own) or _is_step_to(between)
    return is_plain and low[index - 1] not in ("made", "make", "makes", "set", "picked", "split", "broke", "ended")


def _is_step_to(between: tuple[str, ...]) -> bool:
    """As in "shares were up 3 to [45]", "down 5% to [$40]": the step stands between."""
    return between[-1:] == ("to",) and all(is_figure(word) or not is_word(word) for word in between[:-1])


def _from_far(view: View) -> Found | None:
    """As in "rose 12% to $3 billion, or $1 a share, in the first quarter from [$2 billion]"."""
    low = view.words.low[max(view.left - 1, view.phrase - _FAR, 0) : view.phrase]
    is_told = not word_class("intransitive_change").isdisjoint(low) or any(word in cues.ways() for word in low)
    is_change = low[-1:] == ("from",) and is_told
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
