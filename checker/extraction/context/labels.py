"""Labels: what stands before a colon is what the figure behind it measures, as in "- Launch mass: [2,840 kg]"."""

from checker.extraction.context.phrases import head, is_word, normal
from checker.extraction.context.view import View
from checker.language import measures, verbs
from checker.language.grammar import word_class
from checker.language.lexicon import lexicon

_LONGEST = 6  # words of a label
_OF_TIMES = frozenset({"date", "time", "when"})  # labels that name no event
_BULLETS = frozenset("-–—•*·")
Found = tuple[str, str, str]


def labelled(view: View, *, is_time: bool) -> Found | None:
    """Measure, head and step of a figure that a label at the head of its line tells; None where none does."""
    low = view.words.low
    if view.phrase < 1 or low[view.phrase - 1] != ":":
        return None
    start = next((i for i in range(view.phrase) if low[i] not in _BULLETS), view.phrase)
    words = low[start : view.phrase - 1]
    if not 0 < len(words) <= _LONGEST or not all(is_word(word) for word in words if not word.isdigit()):
        return None
    first = words[: next((i for i, word in enumerate(words) if i and _ends(word)), len(words))]
    phrase = normal(list(first))
    is_saying = any(word in lexicon("cues")["saying"]["strong"] for word in words)
    one = head(phrase)
    is_empty = one in word_class("time" if is_time else "empty_noun") or (is_time and one in _OF_TIMES)
    if not phrase or is_saying or is_empty or verbs.form(words[-1]) == "third":
        return None
    family = measures.by_noun(phrase)
    if family:
        return family.measure, family.head, "label"
    is_closed = view.after >= len(low) or not is_word(low[view.after]) or low[view.after] in word_class("preposition")
    return (phrase, one, "label") if is_closed else None  # "Police: [four] dead" has a measure of its own


def _ends(word: str) -> bool:
    return word in word_class("preposition") or word in word_class("conjunction") or word.isdigit()
