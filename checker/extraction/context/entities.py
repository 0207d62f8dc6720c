"""Column entities: the names a figure is about; for an age the one person whose it is."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from checker.extraction.context.ages import owner
from checker.extraction.context.antecedent import antecedent, namesake
from checker.extraction.context.naming import Name, names_of
from checker.extraction.context.phrases import is_finite
from checker.extraction.context.scene import Scene
from checker.extraction.context.speaker import Saying, speech
from checker.extraction.context.view import View, names_of_figures, parts_of
from checker.extraction.head import dateline
from checker.language import names, verbs
from checker.language.grammar import word_class
from checker.tables import TIME_KINDS

_MOST = 6
_LOOK = 24  # characters around a name
_ACTING = ("has", "had", "will", "would", "also", "must", "should", "could", "may")


def find(scene: Scene) -> Mapping[str, Any]:
    """Canonical names from the clause; from the sentence where the clause has none."""
    if scene.mention.kind == "age":
        person = owner(scene)
        return {"entities": [person.full], "trace": ("entities: whose age it is",)} if person else {"entities": []}
    why, found = _told(scene)
    if all(names.is_place(name) for name in found):  # none, or where it is
        before = antecedent(scene)
        same = before.full if before else namesake(scene)
        if same:
            why, found = "sentence before" if before else "name with that noun", [same, *found]
    return {"entities": found, "trace": (f"entities: of the {why}",)} if found else {"entities": []}


def _told(scene: Scene) -> tuple[str, list[str]]:
    """Where the nearest names stand, and the names; of a ship only where nothing nearer is named."""
    for why, told in _STEPS:
        found = told(scene)
        if found:
            return why, found
    return "", []


def _of_ship(scene: Scene) -> list[str]:
    """As in "The ferry Aurora sank. The ship was built in [1996]": the one ship that the text has named."""
    low = scene.view.words.low
    if word_class("vessel").isdisjoint(low):
        return []
    is_told = any(low[i] == "the" and low[i + 1] in word_class("vessel") for i in range(max(scene.view.phrase - 1, 0)))
    if not is_told:
        return []
    text, earlier = scene.page.text, names_of(scene.page).between(0, scene.sentence.start)
    found = {name.full for name in earlier if _word_before(text, name.start) in word_class("vessel")}
    return list(found) if len(found) == 1 else []


def _word_before(text: str, place: int) -> str:
    return text[max(place - _LOOK, 0) : place].lower().rpartition(" ")[0].rpartition(" ")[2]


def _of_clause(scene: Scene) -> list[str]:
    view = scene.view
    words = view.words
    if not words.low:
        return []
    start, end = words.start[min(view.left, len(words) - 1)], words.end[min(view.right, len(words)) - 1]
    before = _subject_over_aside(scene) or _who(scene)
    return _names(scene, [*before, *names_of(scene.page).between(start, end)])


def _of_aside(scene: Scene) -> list[str]:
    """The name right before the aside that holds the figure: "Orma, founded in [1961], is to buy Lagoon"."""
    view, words = scene.view, scene.view.words
    if "," not in words.low[max(view.phrase - _BEFORE, 0) : view.phrase]:
        return []
    comma = next((i for i in range(view.phrase - 1, max(view.phrase - _BEFORE, 0), -1) if words.low[i] == ","), 0)
    opens = words.low[comma + 1] if comma else ""
    is_participle = verbs.form(opens) in ("past", "participle") and opens not in word_class("auxiliary")
    if not is_participle and opens != "with":
        return []
    found = names_of(scene.page).between(words.start[max(comma - _MOST, 0)], words.end[comma - 1])
    if not found or found[-1].end < words.end[comma - 1] - 1:
        return []
    stop = next((i for i in range(view.after, len(words)) if words.low[i] in (",", ";", ")")), len(words) - 1)
    return _names(scene, [found[-1], *names_of(scene.page).between(words.start[comma], words.end[stop])])


_BEFORE = 6  # words of an aside before the figure that it holds


def _subject_over_aside(scene: Scene) -> Sequence[Name]:
    """The subject of a clause that begins with its verb, as in "Otto Lind, who sold up in May, died [Tuesday]"."""
    view, words = scene.view, scene.view.words
    if not 1 < view.left < len(words) or words.low[view.left - 1] != "," or not is_finite(words.low[view.left]):
        return ()
    opening = next((i for i in range(view.left - 2, max(view.left - _ASIDE, 0), -1) if words.low[i] == ","), 0)
    if not opening:
        return ()
    if opening > 1 and words.low[opening - 1].isdigit() and words.low[opening - 2] == ",":
        opening -= 2  # "Ann Lee, 34, the chief of the fund, was jailed"
    found = names_of(scene.page).between(words.start[max(opening - _MOST, 0)], words.end[opening - 1])
    return found[-1:] if found and found[-1].end >= words.end[opening - 1] - 1 else ()


_ASIDE = 25  # words of an aside


def _who(scene: Scene) -> Sequence[Name]:
    """The name that "who" or "which" stands for: "she succeeds Ann Lee, 63, who has led Acme since [2011]".

    What happens on a day is often told of others than who takes part.
    """
    words, opening = scene.view.words, _relative(scene.view)
    if opening is None or words.low[opening] == "where":
        return ()
    if scene.mention.kind in TIME_KINDS and "since" not in words.low[opening : scene.view.phrase]:
        return ()
    stop = opening - (words.low[opening - 1] == ",")
    if stop > 1 and words.low[stop - 1].isdigit() and words.low[stop - 2] == ",":
        stop -= 2
    found = names_of(scene.page).between(words.start[max(stop - _MOST, 0)], words.end[stop - 1])
    if not found or found[-1].end < words.end[stop - 1] - 1:
        return ()
    link = scene.page.text[found[-2].end : found[-1].start] if len(found) > 1 else ""
    return found[-2:] if link.strip() in ("of", "in") else found[-1:]  # "Lumen Valves of Ohio, which has"


def _relative(view: View) -> int | None:
    """The word that opens the relative clause of a figure; None where it opens otherwise."""
    opening = view.left - (view.left >= len(view.words) or view.words.low[view.left] not in _RELATIVE)
    return opening if opening > 1 and view.words.low[opening] in _RELATIVE else None


_RELATIVE = ("which", "where", "who")


def _of_sentence(scene: Scene) -> list[str]:
    if _is_of_noun(scene):
        return []
    return _names(scene, names_of(scene.page).between(scene.sentence.start, scene.sentence.end))


def _is_of_noun(scene: Scene) -> bool:
    """Whether a relative clause tells of a noun without a name: "Acme fears parliament, which votes [Friday]"."""
    words, opening = scene.view.words, _relative(scene.view)
    if opening is None or words.low[opening] == "who":
        return False
    return words.text[opening - 1 - (words.low[opening - 1] == ",")][0].islower()


_STEPS: tuple[tuple[str, Callable[[Scene], list[str]]], ...] = (
    ("aside", _of_aside),
    ("clause", _of_clause),
    ("sentence", _of_sentence),
    ("one ship", _of_ship),
)


def _names(scene: Scene, found: Sequence[Name]) -> list[str]:
    """Canonical and distinct; the source of the statement is not what it is about."""
    if not found:
        return []
    said, (first, last) = speech(scene), parts_of(scene.view)
    start, end = scene.mention.start, scene.mention.end  # what is part of the mention itself: "[New Year's Eve]"
    told = [name for name in found if not (first <= name.start < last or start <= name.start < end)]
    own = _of_figure(scene, told)
    head = dateline(scene.page)
    kept = [name for name in own if not (names.is_short_state(name.text) or (head and name.start in range(*head[:2])))]
    kept = [name for name in kept if not (_is_home(scene, name) or _is_reader(scene, name))]
    if said is not None:
        kept = [name for name in kept if not (_is_source(said, name) or _is_listener(scene, said, name))]
    return list(dict.fromkeys([_acting(scene, name) for name in kept]))[:_MOST]


def _of_figure(scene: Scene, found: list[Name]) -> list[Name]:
    """In "two in Lund, three in Malmo" the names that other figures have for themselves are not those of this one."""
    words, own = scene.view.words, scene.view.first
    owned = names_of_figures(words) if found else {}
    if own not in owned:
        return found
    others = {words.start[name] for name in owned.values() if name != owned[own]}
    return [name for name in found if name.start not in others]


def _is_home(scene: Scene, name: Name) -> bool:
    """Whether the name tells of a company only where it is from: "the [Texas] chip maker", "the [German] airline"."""
    told = scene.page.text[max(name.start - _LOOK, 0) : name.end].lower().split()
    own = len(name.full.split())
    is_place = names.is_place(name.full) or names.place_of_adjective(name.full) is not None
    if not is_place or told[-own - 1 : -own] != ["the"]:
        return False
    behind = scene.page.text[name.end : name.end + _LOOK].split()[:2]
    return any(word in _COMPANY and all(map(str.islower, behind[:place])) for place, word in enumerate(behind))


_COMPANY = word_class("company")


def _is_reader(scene: Scene, name: Name) -> bool:
    """Whether it is the paper that has read what it tells of: "a study seen by [the Post]"."""
    told = scene.page.text[max(name.start - _LOOK, 0) : name.start].lower().removesuffix("the ").split()[-2:]
    return len(told) > 1 and told[1] == "by" and told[0] in _READ


_READ = frozenset({"seen", "obtained", "viewed", "reviewed", "examined", "read"})


def _is_source(said: Saying, name: Name) -> bool:
    is_last = said.is_behind and not said.is_aside
    return said.start <= name.start and (is_last or name.start < said.end)


def _is_listener(scene: Scene, said: Saying, name: Name) -> bool:
    """Whether the name is whom somebody told, as in "Ann Lee told [the BBC] that"."""
    between = scene.page.text[said.end : name.start].strip() if name.start >= said.end else "-"
    return said.cue in ("told", "tells", "tell", "telling") and between in ("", "the")


def _acting(scene: Scene, name: Name) -> str:
    """The name as meant: a capital that acts is its government ("Washington has provided")."""
    state = names.government(name.full)
    if state is None:
        return name.full
    following = scene.page.text[name.end : name.end + _LOOK].split()
    before = scene.page.text[max(name.start - _LOOK, 0) : name.start].split()
    is_located = before[-1:] and before[-1].lower() in ("in", "at", "near", "outside", "from", "to")
    is_acting = following[:1] and (following[0] in _ACTING or verbs.form(following[0]) == "third")
    return state if is_acting and not is_located else name.full
