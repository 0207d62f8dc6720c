"""Whose age it is: exactly one named person, or nobody."""

from collections.abc import Callable

from checker.extraction.context.naming import Name, names_of
from checker.extraction.context.phrases import is_verb
from checker.extraction.context.scene import Scene
from checker.extraction.context.view import View
from checker.extraction.context.words import Words, words_of
from checker.language import measures, names
from checker.language.grammar import word_class

_KIN_BACK, _KIN_AHEAD = 3, 6
_AHEAD, _BACK = 16, 14  # words looked at after and before an age
_IDENTIFIED = word_class("naming")
_BEFORE_AGE = frozenset(
    {"age", "aged", "ages", "also", "now", "then", "just", "both", "(", "about", "only", ":", "at", "the", "of"}
)
_ASIDES = (".", ",", "jr", "sr", "ii", "iii", "iv", '"', "”", ")")
_HOME = ("of", "from", "in", ",")
_LINKING = frozenset({"is", "was", "turned", "turns", "were", "are", "would", "be", "have", "been"})


def owner(scene: Scene) -> Name | None:
    """The person whose age the mention is; None when the text names nobody."""
    view = scene.view
    found = next((name for step in _STEPS if (name := step(scene, view))), None)
    return None if found and _is_relative(view, found) else found


def _is_relative(view: View, name: Name) -> bool:
    """Whether a bare surname is of kin, as in "Lopez, [55], was the gunman's father": not who bore it before."""
    if name.text == name.full or " " in name.text:
        return False
    start, stop = view.words.index_at(name.start), view.after
    low = view.words.low
    around = [*range(max(start - _KIN_BACK, 1), start), *range(stop, min(stop + _KIN_AHEAD, len(low)))]
    return any(low[index] in word_class("kin") and _is_possessor(low[index - 1]) for index in around)


def _is_possessor(low: str) -> bool:
    return low.endswith("'s") or low in ("his", "her", "their")


def _ahead(scene: Scene, view: View) -> Name | None:
    """As in "34-year-old (Houston man) (identified as) Ivan Lopez"."""
    words, index = view.words, view.after
    has_noun = False
    if words.low[view.first].isdigit() and not _is_adjectival(view):
        return None
    while index < min(len(words), view.after + _AHEAD):
        name = _name_from(scene, words, index)
        if name and _is_personal(name):
            return name
        if name:
            index = words.index_at(name.end)
            continue
        low = words.low[index]
        if low == "," and not has_noun:
            return None
        has_noun = has_noun or measures.is_people(low)
        if not (low in _IDENTIFIED or low in (",", ".", "’s", "-") or _is_describing(words, index)):
            return None
        if low == "and" and not _is_identified(words, index):
            return None
        index += 1
    return None


def _is_adjectival(view: View) -> bool:
    return any("old" in low for low in view.words.low[view.first : view.after])


def _is_identified(words: Words, index: int) -> bool:
    return any(low in ("identified", "named") for low in words.low[index + 1 : index + 5])


def _is_describing(words: Words, index: int) -> bool:
    """Whether the word may stand between an age and the name: a noun for people, an adjective, a title."""
    low = words.low[index]
    if low in word_class("preposition") or low in word_class("auxiliary") or low in word_class("pronoun"):
        return False
    return low[0].isalpha() and low not in word_class("determiner")


def _behind(scene: Scene, view: View) -> Name | None:
    """As in "Ivan Lopez, 34", "Lopez, of Killeen, 34", "Ivan Lopez (34)", "Lopez, age 34"."""
    words, index = view.words, view.first - 1
    while index >= 0 and words.low[index] in _BEFORE_AGE and words.low[index] not in ("of", "at", "the"):
        index -= 1
    is_marked = (index >= 0 and words.low[index] in (",", "—", "–", "-")) or (
        view.first > 0 and words.low[view.first - 1] == "("
    )
    if not is_marked:
        return None
    index = index - 1 if words.low[index] in (",", "—", "–", "-") else index
    return _name_over_asides(scene, words, index)


def _name_over_asides(scene: Scene, words: Words, index: int) -> Name | None:
    """The person named right before `index`, home town ("of Killeen, Texas") and suffix ("Jr.") stepped over."""
    least = max(index - _BACK, 0)
    while index >= least:
        name = _name_until(scene, words, index)
        if name is None and words.low[index] not in _ASIDES:
            return None
        office = _office_before(words, name) if name else None
        if office is not None:
            index = office
            continue
        if name and _is_personal(name) and not _is_after_of(scene, words, name):
            return name
        index = index - 1 if name is None else min(words.index_at(name.start), index) - 1
        while name and index >= least and words.low[index] in _HOME:
            index -= 1
    return None


def _office_before(words: Words, name: Name) -> int | None:
    """The word before the office that somebody has of what the name is: "Ann Lee, the mayor of [Port Varn], 34"."""
    index = words.index_at(name.start)
    if index < 2 or words.low[index - 1] != "of" or words.low[index - 2] not in word_class("office"):  # noqa: PLR2004 - two words before it
        return None
    index -= 2
    least = max(index - _OFFICE, -1)
    while index > least and words.low[index] != ",":
        index -= 1
    return index


_OFFICE = 6  # words of an office


def _is_after_of(scene: Scene, words: Words, name: Name) -> bool:
    """Whether the name is a home town, even one that looks like a person's: "Smith, of West Haven, 34"."""
    index = words.index_at(name.start)
    if index < 2 or words.low[index - 1] not in ("of", "from", "on", "in", "at", "near"):  # noqa: PLR2004 - two words before it
        return False
    is_aside = words.low[index - 2] == "," or _name_until(scene, words, index - 2) is not None
    return is_aside or name.sort != "person"


def _linked(scene: Scene, view: View) -> Name | None:
    """As in "Lopez was 34", "Lopez, who turned 34", "Lopez, a 34-year-old father", "Lopez is a 34-year-old man"."""
    words, index = view.words, view.first - 1
    while index >= 0 and (
        words.low[index] in ("a", "an", "the", "just", "only", "about") or words.low[index] in _BEFORE_AGE
    ):
        index -= 1
    if index < 0:
        return None
    has_link = False
    while index >= 0 and (words.low[index] in _LINKING or words.low[index] in ("who", "whom", "also")):
        has_link, index = True, index - 1
    if words.low[index] == "," and (has_link or _is_apposition(view)):
        return _name_over_asides(scene, words, index - 1) or _subject_before(scene, words, index)
    return _name_over_asides(scene, words, index) if has_link else None


def _is_apposition(view: View) -> bool:
    """Whether the age stands in ", a 34-year-old ..."."""
    return (
        view.first > 1
        and view.words.low[view.first - 1] in ("a", "an", "the")
        and view.words.low[view.first - 2] == ","
    )


def _line_head(scene: Scene, view: View) -> Name | None:
    """A list line: "Ivan Lopez - 34", "Ivan Lopez 34"."""
    words = view.words
    name = _name_until(scene, words, view.first - 1) if view.first else None
    return name if name and _is_personal(name) and words.index_at(name.start) <= 2 else None  # noqa: PLR2004 - a bullet may stand before it


def _of_death(scene: Scene, view: View) -> Name | None:
    """As in "Otto Brand has died at the age of 81", "Mara Quist, the singer, died in Lund aged 82"."""
    words, index = view.words, view.first - 1
    if index < 0 or words.low[index] not in ("age", "aged", "of", "at"):
        return None
    least = max(index - _BACK, 0)
    while index >= least and words.low[index] not in _DYING:
        if words.low[index] in (";", ".", "who") or _is_person_at(scene, words, index):
            return None
        index -= 1
    return _subject_before(scene, words, index - 1) if index >= least else None


_DYING = word_class("dying")


def _is_person_at(scene: Scene, words: Words, index: int) -> bool:
    """Whether a person's name ends with the word: then it may be that one's age."""
    name = _name_until(scene, words, index)
    return name is not None and name.sort == "person"


def _subject_before(scene: Scene, words: Words, index: int) -> Name | None:
    """The person that is the subject of the verb behind `index`, auxiliaries and one apposition stepped over."""
    while index >= 0 and (words.low[index] in word_class("auxiliary") or words.low[index] in word_class("adverb")):
        index -= 1
    if index > 0 and words.low[index] == ",":
        least = max(index - _APPOSITION, 0)
        index = next((place for place in range(index - 1, least, -1) if words.low[place] == ","), 0) - 1
    name = _name_until(scene, words, index)
    return name if name and _is_personal(name) else None


_APPOSITION = 30  # words of "the singer who made the valley known"


def _of_pronoun(scene: Scene, view: View) -> Name | None:
    """As in "Mara Quist died on Sunday. She was [83]": the one person whose death the sentence before tells."""
    low = view.words.low
    is_short = view.first == _PRONOUN_AND_VERB and low[0] in ("he", "she") and low[1] == "was"
    before = scene.page.sentence_before(scene.sentence) if is_short and _ends_sentence(view) else None
    if before is None:
        return None
    people = [name for name in names_of(scene.page).between(before.start, before.end) if name.sort == "person"]
    is_told = not _DYING.isdisjoint(words_of(before).low)
    return people[0] if is_told and len({name.full for name in people}) == 1 else None


def _of_office(scene: Scene, view: View) -> Name | None:
    """As in "Mara Quist is leaving. The Orma boss, [53], ...": whom the sentences before name, if it is one."""
    low = view.words.low[: view.first]
    is_told = low[-1:] in _BEING and low[-2:-1] != ("who",)  # "the first officer is [29]" may be anybody
    is_office = low[:1] == ("the",) and not is_told and not word_class("office").isdisjoint(low[1:_OFFICE])
    before = scene.page.sentence_before(scene.sentence) if is_office or _is_alone(view) else None
    for _ in range(_TOLD_BEFORE):
        if before is None or _tells_of_others(words_of(before)):
            return None
        told = names_of(scene.page).between(before.start, before.end)
        people = {name.full: name for name in told if name.sort == "person"}
        before = scene.page.sentence_before(before)
        if people:
            return people.popitem()[1] if len(people) == 1 else None
    return None


def _tells_of_others(words: Words) -> bool:
    """Whether somebody without a name is told of, whose age it may be: "Ann Lee's son was hurt"."""
    return any(measures.is_people(low) or low in word_class("kin") for low in words.low)


def _is_alone(view: View) -> bool:
    """As in "the [53-year-old] was jailed": an age that stands for the person, and no noun behind it."""
    low = view.words.low
    if not _is_adjectival(view) or low[view.first - 1 : view.first] != ("the",):
        return False
    following = low[view.after : view.after + 1]
    return not following or following[0] in word_class("auxiliary") or is_verb(view.words, view.after)


_BEING = (("is",), ("was",))
_TOLD_BEFORE = 3  # sentences
_PRONOUN_AND_VERB = 2  # words


def _ends_sentence(view: View) -> bool:
    return view.after >= len(view.words) or view.words.low[view.after] in (".", "years")


_STEPS: tuple[Callable[[Scene, View], Name | None], ...] = (
    _ahead,
    _behind,
    _linked,
    _line_head,
    _of_death,
    _of_pronoun,
    _of_office,
)


def _is_personal(name: Name) -> bool:
    if measures.is_people(name.text.split()[0].lower()):
        return False  # a headline: "3-Year-Old Boy Shot"
    if name.sort == "place":  # a surname may be a word for a place: "Reginald Street"
        return len(name.text.split()) > 1 and not names.is_listed_place(name.full)
    return name.sort == "person" or (name.sort == "other" and not names.is_organisation(name.text))


def _name_from(scene: Scene, words: Words, index: int) -> Name | None:
    start = words.start[index]
    found = names_of(scene.page).between(start, start + 1)
    return found[0] if found else None


def _name_until(scene: Scene, words: Words, index: int) -> Name | None:
    """The name that ends with the word at `index`."""
    if index < 0:
        return None
    end = words.end[index]
    found = [
        name for name in names_of(scene.page).between(words.start[max(index - 6, 0)], end) if abs(name.end - end) <= 1
    ]
    return found[-1] if found and names.without_possessive(words.text[index]) == words.text[index] else None
