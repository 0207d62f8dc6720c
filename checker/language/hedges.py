"""Hedges: words beside a figure that loosen it."""

import re

from checker.language.lexicon import lexicon
from checker.language.patterns import pattern

_Table = dict[str, list[tuple[str, str]]]


def _table(side: str, key: int) -> _Table:
    """First or last word -> phrases, longest first, each with its hedge."""
    phrases = [(phrase, hedge) for hedge, words in lexicon("hedges")[side].items() for phrase in words]
    found: _Table = {}
    for phrase, hedge in sorted(phrases, key=lambda pair: -len(pair[0])):
        found.setdefault(phrase.split()[key], []).append((phrase, hedge))
    return found


_BEFORE = _table("before", -1)
_AFTER = _table("after", 0)
_OPENS = frozenset({" ", "\u00a0", *(first[0] for first in _AFTER)})
_LONGEST_WORD = 20
_NO_SIZE: dict[str, dict[str, list[str]]] = lexicon("hedges")["no_size"]
_ADDS = pattern(
    r"plus (?:an? |the |its |his |her |their |another |up to |about |[\d$€£¥])"
)  # "£38m plus £4m in add-ons" is a sum
_WORD = re.compile(r"[-+]?[^\W_]*+")
_WORD_OPENS = ("(", "\n", "“", '"')
_SIGNS = "~∼≈≥≤<>=⩾⩽"


def before(left: str) -> tuple[str, int] | None:
    """The hedge at the end of `left`: the hedge and the length of its words with the blank after; None without one."""
    words = left.rstrip(" \u00a0-")
    blank = len(left) - len(words)
    if blank > 1 and "-" in left[len(words) + 1 :]:  # a dash of the sentence: "it was over - three men left"
        return None
    low = words.lower()
    if low[-1:] in _SIGNS:
        last = low[len(low.rstrip(_SIGNS)) :]
    else:
        if not blank:
            return None
        last = low.rpartition(" ")[2]
        if not last.isalpha():
            last = last[max(map(last.rfind, _WORD_OPENS)) + 1 :]
    for phrase, hedge in _BEFORE.get(last, ()):
        if low.endswith(phrase) and (phrase[0] in _SIGNS or not low[: -len(phrase)][-1:].isalnum()):
            return hedge, len(phrase) + blank
    return None


def is_of_size(words: str, left: str, *, is_few: bool) -> bool:
    """Whether a hedge tells the size of the figure behind it: not in "a row over three islands", "near two villages".

    Args:
        words: the hedge, in lower case.
        left: what stands before it.
        is_few: whether the figure is a small count.

    """
    known = _NO_SIZE.get(words)
    if known is None:
        return True
    last = left[-_LONGEST_WORD:].lower().split()[-1:]
    return not (last and last[0] in known["always"]) and not (
        is_few and (not known["few"] or bool(last and last[0] in known["few"]))
    )


def after(right: str) -> tuple[str, int] | None:
    """The hedge at the start of `right`: the hedge and the length of its words with the blank; None without one."""
    if right[:1] not in _OPENS:
        return None
    words = right.lstrip(" \u00a0")
    blank = len(right) - len(words)
    low = words.lower()
    word = _WORD.match(low).group()  # type: ignore[union-attr] # it matches nothing too
    for first in (word, "+") if low[:1] == "+" else (word,):
        for phrase, hedge in _AFTER.get(first, ()):
            if (
                low.startswith(phrase)
                and not low[len(phrase) : len(phrase) + 1].isalnum()
                and _is_placed(phrase, blank)
                and not (phrase == "plus" and _ADDS.match(low))
            ):
                return hedge, len(phrase) + blank
    return None


def _is_placed(phrase: str, blank: int) -> bool:
    """Marks are glued to the figure, words stand apart."""
    return blank == 0 if phrase[0] in "-+" or phrase == "ish" else blank > 0 or phrase == "odd"
