"""Times in a text: found, given an open value, then resolved in the order of the document."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.extraction.times.joining import compose
from checker.extraction.times.scan import find
from checker.extraction.times.guards import word_after

from checker.extraction.times.resolvers import is_comparison, resolve
from checker.extraction.times.rule import Found
from checker.extraction.times.setting import Memory, Setting
from checker.extraction.times.verb_tense import tense

if TYPE_CHECKING:
    from checker.extraction.page import Page

__all__ = ["Timex", "timexes"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression with the value it has in its document."""

    found: Found
    value: str | None  # TIMEX3; None while nothing tells which day is meant
    step: str  # the reading used


def timexes(page: "Page") -> list[Timex]:
    """Every time expression of a page, in order of place."""
    memory = Memory()
    resolved = []
    for found in compose(page.text, find(page.text)):
        answer = resolve(found.open, _setting(page, found, memory))
        if answer.value and not is_comparison(found.open):
            memory.add(answer.value)
        resolved.append(Timex(found, answer.value, f"{found.name}: {answer.step}"))
    return resolved


def _setting(page: "Page", found: Found, memory: Memory) -> Setting:
    def find_tense() -> str | None:
        sentence = page.sentence_at(found.start)
        at, end = found.start - sentence.start, found.end - sentence.start
        return tense(sentence.text[: max(at, 0)], sentence.text[end:])

    return Setting(page.published, memory, find_tense, word_after(page.text, found.end))
