"""What is counted, or what happens on that day."""

from collections.abc import Callable

from checker.language import measures
from checker.language.lexicon import lexicon
from checker.matching.features.entities import same_names
from checker.matching.features.event import same_event
from checker.matching.features.feature import Evidence
from checker.matching.occasion import common_occasion, may_be_of_one
from checker.matching.remembered import remembered
from checker.matching.side import Side
from checker.matching.slip import is_slip
from checker.matching.wording import likeness, share, stem

# One word the same among others that differ is no measure in common.
SAME_HEAD = 0.6
# One family, but of two sorts ("soldiers killed", "civilians killed"), or of a sort and of people at large.
_OTHER_SORT = 0.2
_ONE_SORT = 0.75
# Witnesses and witnesses, passengers and passengers.
_ONE_SORT_OF_PEOPLE = 0.9
# Times in sentences of the same words; so many of them, but for one or two.
OF_WORDING, _FEWEST, _ALL_BUT_VERB = 0.9, 2, 0.6
_ONE_STORY = 0.6  # score of the event feature
# "Victims" beside "people killed": it may be them.
VAGUE = 0.4
# "Guests" or "rooms" beside "people killed".
_OTHER_NOUN = 0.1


@remembered
def same_measure(left: Side, right: Side) -> Evidence | None:
    """Family first (killed, injured, revenue), then the words of the measure; without them an occasion, or silence."""
    if left.kind != "score" and (not left.measure or not right.measure or left.kind == "age"):
        return _of_occasion(left, right)
    return next((found for step in _STEPS if (found := step(left, right)) is not None), None)


def _of_score(left: Side, right: Side) -> Evidence | None:
    """What one team wins, the other loses."""
    return Evidence(_ONE_SORT_OF_PEOPLE, "both are scores") if left.kind == right.kind == "score" else None


def _of_promise(left: Side, right: Side) -> Evidence | None:
    if not are_one_promise(left, right):
        return None
    return Evidence(_ONE_SORT, f"both are to be paid: {left.measure!r}, {right.measure!r}")


@remembered
def one_occasion(left: Side, right: Side) -> str | None:
    """What takes place at the times that two documents of one story tell, where it is one thing; None elsewhere."""
    told = common_occasion(left, right)
    if told is None:
        return None
    shared, names = same_event(left, right), same_names(left, right)
    is_one_story = shared is not None and shared.score >= _ONE_STORY
    is_one = (names is None or names.score) and may_be_of_one(left, right)
    return told if is_one_story and is_one else None


def _of_occasion(left: Side, right: Side) -> Evidence | None:
    told = one_occasion(left, right) if left.is_time else None
    return Evidence(1.0, f"both time one {told}") if told else None


def _of_exclusive(left: Side, right: Side) -> Evidence | None:
    if not measures.are_exclusive(left.measure or "", right.measure or ""):
        return None
    return Evidence(0.0, f"{left.measure!r} is not {right.measure!r}")


def _of_people(left: Side, right: Side) -> Evidence | None:
    is_one = left.measure_words == right.measure_words and _is_telling(left)
    return Evidence(_ONE_SORT_OF_PEOPLE, f"both count {left.measure}") if is_one else None


def are_one_promise(left: Side, right: Side) -> bool:
    """What is promised and what is to be paid are one sum, as long as nothing is paid."""
    told = {left.measure, right.measure}
    return bool(left.currency) and told <= {"pledged", "paid"} and left.modality == right.modality == "planned"


@remembered
def are_akin(left: Side, right: Side) -> bool:
    """Profit and net profit, of equal figures or of a figure and its slip."""
    if frozenset({left.measure or "", right.measure or ""}) not in measures.akin():
        return False
    return left.value == right.value or is_slip(left, right)


def _of_akin(left: Side, right: Side) -> Evidence | None:
    return Evidence(_ONE_SORT, f"may be one: {left.measure!r}, {right.measure!r}") if are_akin(left, right) else None


def _is_telling(side: Side) -> bool:
    """Whether it counts people of one sort, as witnesses or passengers; men and suspects stand in every report."""
    words = (side.measure or "").split()
    if words in (["counts"], ["charges"]):
        return True  # of what, the trial tells
    plain = {*lexicon("wording")["vague_measures"], *lexicon("wording")["plain_people"]}
    return bool(side.measure_words) and plain.isdisjoint(words)


def _is_worded_alike(left: Side, right: Side) -> bool:
    """Whether two sentences tell their times in the same words but for the verb: reported on, recorded on."""
    common = len(left.words & right.words)
    return common >= _FEWEST and common >= _ALL_BUT_VERB * max(len(left.words), len(right.words))


def _vague(left: Side, right: Side) -> str:
    return f"what is counted is vague: {left.measure!r}, {right.measure!r}"


def _of_one_family(left: Side, right: Side) -> Evidence | None:
    if left.family is None or left.family != right.family:
        return None
    a, b, family = left.sort, right.sort, str(left.family).replace("_", " ")
    if a == b or a & b:
        return Evidence(1.0, f"both are about {family}")
    score = _OTHER_SORT if a and b and not left.is_time else _ONE_SORT
    return Evidence(score, f"both are about {family}: {left.measure!r}, {right.measure!r}")


def _of_outcome(left: Side, right: Side) -> Evidence | None:
    """What became of people is told on one side only, and the other counts people of a sort, or things."""
    plain, known = sorted((left, right), key=lambda side: side.family is not None)
    is_sort = _is_telling(plain) and not measures.is_anyone(plain.measure or "")
    is_other = plain.family is None and is_sort and _is_outcome_alone(known)
    return Evidence(_OTHER_NOUN, f"{left.measure!r} is hardly {right.measure!r}") if is_other else None


def _is_outcome_alone(side: Side) -> bool:
    return side.kind == "count" and any(measures.is_outcome(word) for word in (side.measure or "").split())


def _by_words(left: Side, right: Side) -> Evidence | None:
    if not (left.sort and right.sort):
        is_unknown = left.family is None and right.family is None
        return None if is_unknown else _of_outcome(left, right) or Evidence(VAGUE, _vague(left, right))
    shared = share(left.measure_words, right.measure_words) or 0.0
    alike = likeness(" ".join(sorted(left.measure_words)), " ".join(sorted(right.measure_words)))
    is_one_head = bool(left.head and right.head) and stem(left.head or "") == stem(right.head or "")
    head = SAME_HEAD if is_one_head else 0.0
    if not is_one_head and left.measure_words != right.measure_words:
        shared = min(shared, SAME_HEAD)  # the government's bonds are not the government
    score = max(min(shared, alike), head, OF_WORDING if left.is_time and _is_worded_alike(left, right) else 0.0)
    words = "alike" if score >= SAME_HEAD else "not alike"
    return Evidence(score, f"measures {words}: {left.measure!r}, {right.measure!r}")


_STEPS: tuple[Callable[[Side, Side], Evidence | None], ...] = (
    _of_score,
    _of_one_family,
    _of_promise,
    _of_akin,
    _of_occasion,
    _of_exclusive,
    _of_people,
    _by_words,
)
