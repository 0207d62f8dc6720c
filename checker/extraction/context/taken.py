"""What is taken off a whole: "wiped [$2 billion] off its market value"."""

from checker.extraction.context.phrases import head, normal, noun_phrase_after
from checker.extraction.context.view import View
from checker.language import verbs
from checker.language.grammar import word_class

_BACK = 6  # words before a figure in which the verb stands
Found = tuple[str, str, str]


def is_taken(view: View) -> bool:
    """Whether a verb of taking off stands before the figure, and "off" behind it."""
    low = view.words.low
    before = low[max(view.left, view.phrase - _BACK) : view.phrase]
    return view.behind(1) == ("off",) and any(verbs.lemma(word) in word_class("taking_off_verb") for word in before)


def whole(view: View) -> Found | None:
    """The whole that the figure is taken off."""
    start, stop = noun_phrase_after(view.words, view.after + 1) if is_taken(view) else (0, 0)
    words = view.words.low[start:stop]
    owner = next((place for place in range(len(words) - 1, -1, -1) if words[place].endswith(("'s", "’s"))), -1)
    phrase = normal(list(words[owner + 1 :]))
    return (phrase, head(phrase), "taken off") if phrase else None
