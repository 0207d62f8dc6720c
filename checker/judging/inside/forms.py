"""Forms: phrasings that bind figures to each other, as patterns over masked sentences.

They stand in `language/data/arithmetic.toml`. A form is plain words with {sort:name} for a claim and {@list} for one of
the file's lists of words. Its other keys tell what the phrasing means, and differ from shape to shape.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from checker.judging.inside.sentence import CLOSES, OPENS, Record, Sentence
from checker.language.lexicon import lexicon
from checker.language.patterns import Match, Pattern, pattern

# What a sort of claim is called in a form -> the letters it has in a masked sentence.
SORTS: Mapping[str, str] = {
    "count": "n",
    "money": "m",
    "measure": "u",
    "ratio": "f",
    "number": "nmu",
    "amount": "nmup",
    "percent": "p",
    "points": "x",
    "share": "pf",
    "age": "a",
    "date": "d",
    "duration": "l",
    "made": "nmul",
    "any": "nmupxfaldto",
}
_SLOT = pattern(r"\{([a-z]+):([a-z]+)\}")
_WAYS = {"move": ("up", "down"), "turn": ("up_noun", "down_noun")}
_LIST = pattern(r"\{@([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Form:
    """One phrasing."""

    finds: Pattern
    names: tuple[str, ...]
    needed: tuple[tuple[str, int], ...]  # letters, and how many claims of them there must be
    words: tuple[str, ...]  # one of these must stand in the sentence, in lower case; empty where any may
    told: Mapping[str, Any]  # the other keys of the entry


@dataclass(frozen=True, slots=True)
class Bound:
    """Claims of one sentence that a form binds."""

    sentence: Sentence
    claims: Mapping[str, Record]  # by the form's names
    told: Mapping[str, Any]
    match: Match

    @property
    def is_one_statement(self) -> bool:
        """Whether no word between the figures opens another statement."""
        return not _breaks().search(self.match.group() or "")


@cache
def _breaks() -> Pattern:
    return pattern(rf"\b(?:{'|'.join(lexicon('arithmetic')['breaks']['words'])})\b", any_case=True)


def bound(shape: str, sentence: Sentence) -> Iterator[Bound]:
    """Every place of the sentence where a form of the shape binds claims; a claim is the first of a form only once."""
    taken: set[tuple[str, ...]] = set()
    for form in _possible(shape, sentence.letters):
        if form.words and not any(word in sentence.lower for word in form.words):
            continue
        for match in form.finds.finditer(sentence.masked):
            key = tuple(sorted(str(match.group(name)) for name in form.names))
            if key not in taken:
                taken.add(key)
                claims = {name: sentence.claims[int(match.group(name) or 0)] for name in form.names}
                yield Bound(sentence, claims, form.told, match)


@lru_cache(maxsize=4096)
def _possible(shape: str, letters: str) -> tuple[Form, ...]:
    """The forms that a sentence with claims of these letters can hold."""
    return tuple(form for form in forms(shape) if all(_count(letters, sort) >= least for sort, least in form.needed))


def _count(letters: str, sort: str) -> int:
    return sum(letter in sort for letter in letters)


@cache
def forms(shape: str) -> tuple[Form, ...]:
    """The forms of a shape, in the order of the file."""
    return tuple(_form(entry) for entry in lexicon("arithmetic").get(shape, ()))


def _form(entry: Mapping[str, Any]) -> Form:
    written = str(entry["form"])
    slots = [(str(m.group(1)), str(m.group(2))) for m in _SLOT.finditer(written)]
    told = {key: value for key, value in entry.items() if key not in ("form", "words")}
    needed = Counter(SORTS[sort] for sort, _ in slots)
    return Form(
        pattern(compiled(written), any_case=True),
        tuple(name for _, name in slots),
        tuple(needed.items()),
        tuple(entry.get("words", ())),
        told,
    )


def compiled(written: str) -> str:
    """A form as a regular expression."""
    lists = _replaced(_LIST, written, lambda m: _words(str(m.group(1))))
    lists = _replaced(_LIST, lists, lambda m: _words(str(m.group(1))))  # a list may name other lists
    return _replaced(_SLOT, lists, lambda m: f"{OPENS}[{SORTS[str(m.group(1))]}](?P<{m.group(2)}>[0-9]+){CLOSES}")


def _words(name: str) -> str:
    """A list as alternatives; `move` and `turn` tell by a group of their own which way."""
    words = lexicon("arithmetic")["words"]
    up, down = _WAYS.get(name, ("", ""))
    if up:
        return f"\\b(?:(?P<up>{'|'.join(words[up])})|(?P<down>{'|'.join(words[down])}))\\b"
    return f"(?:{'|'.join(words[name])})"


def _replaced(finds: Pattern, text: str, by: Any) -> str:
    pieces, done = [], 0
    for match in finds.finditer(text):
        pieces += [text[done : match.start()], by(match)]
        done = match.end()
    return "".join([*pieces, text[done:]])
