"""Currencies: symbols, codes and names to ISO 4217."""

from functools import cache
from typing import Any

from checker.language.lexicon import lexicon
from checker.language.nouns import plural

_ENTRIES: dict[str, dict[str, Any]] = lexicon("currencies")["currency"]
_WORDLIKE = frozenset(lexicon("currencies")["wordlike"]["codes"])
_BLANKS = " \u00a0\u202f\u2009"


def _names(field: str, plurals: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for code, entry in _ENTRIES.items():
        for name in entry.get(field, ()):
            stem, blank, last = name.rpartition(" ")
            found |= {name: code, stem + blank + plural(last): code}
        found |= dict.fromkeys(entry.get(plurals, ()), code)
    return found


POINTED = frozenset(lexicon("currencies")["pointed"]["codes"])  # a point divides their thousands
CODES = frozenset(_ENTRIES)
NAMES: dict[str, str] = _names("names", "plurals")  # lower case, singular and plural -> code
MINOR_NAMES: dict[str, str] = _names("minor", "")  # the hundredth, likewise
COMMON_NAMES = frozenset(lexicon("currencies")["common"]["names"])  # words of English that are more often no money
SYMBOLS: dict[str, str] = {symbol: code for code, entry in _ENTRIES.items() for symbol in entry["symbols"]}
MINOR_SYMBOLS: dict[str, str] = {s: code for code, entry in _ENTRIES.items() for s in entry.get("minor_symbols", ())}
# Written before the amount only: names as in South Asia ("Rupees 500"), and what is left of signs in plain type.
_BEFORE: dict[str, str] = {mark: code for code, entry in _ENTRIES.items() for mark in entry.get("before", ())}


_MARKS: dict[str, str] = SYMBOLS | {code: code for code in CODES - _WORDLIKE} | _BEFORE
_LONGEST_FIRST = tuple(sorted(_MARKS, key=len, reverse=True))
# Last character -> marks that may stand before an amount, longest first.
_BY_LAST = {last: tuple(m for m in _LONGEST_FIRST if m[-1] == last) for last in {mark[-1] for mark in _MARKS}}


def may_be(text: str, code: str) -> tuple[str, ...]:
    """What else a currency may be whose bare name several countries share: "kroner" of Norway or of Denmark.

    Args:
        text: the amount as it is written.
        code: what it was read as.

    """
    told = text.lower().replace(".", " ").split()
    for place, word in enumerate(told):
        shared = _shared().get(word, ())
        if code in shared[:1] and f"{told[place - 1] if place else ''} {word}" not in NAMES:
            return shared[1:]
    return ()


@cache
def _shared() -> dict[str, tuple[str, ...]]:
    groups = lexicon("currencies")["shared"].values()
    return {word: tuple(group["codes"]) for group in groups for word in group["words"]}


def before(left: str) -> tuple[str, int] | None:
    """The currency mark at the end of `left`, with one blank at most: its code, and its length with the blank."""
    marked = left[:-1] if left and left[-1] in _BLANKS else left
    marks = _BY_LAST.get(marked[-1:], ())
    for mark in marks if marked.endswith(marks) else ():
        if marked.endswith(mark) and not _is_inside_word(marked, mark):
            return _MARKS[mark], len(left) - len(marked) + len(mark)
    return None


def _is_inside_word(left: str, mark: str) -> bool:
    """Whether the mark begins in the middle of a word: "usRs", "xUSD"."""
    ahead = left[-len(mark) - 1 : -len(mark)]
    return bool(ahead) and mark[0].isalpha() and (ahead.isalnum() or ahead == "_")
