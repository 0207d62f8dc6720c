"""Times in a text: found, given an open value, then resolved in the order of the document."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.extraction.times.joining import compose, digit_order, with_roles
from checker.extraction.times.open_forms import open_form
from checker.extraction.times.resolvers import is_comparison, is_span_of_figures, resolve
from checker.extraction.times.rule import Found
from checker.extraction.times.scan import find
from checker.extraction.times.setting import Memory, Setting
from checker.extraction.times.verb_tense import REACH

if TYPE_CHECKING:
    from checker.extraction.page import Page

__all__ = ["Timex", "timexes"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression with the value it has in its document."""

    found: Found
    value: str  # TIMEX3; an open form ("XXXX-WXX-2") while nothing tells which day is meant
    step: str  # the reading used


def timexes(page: "Page") -> list[Timex]:
    """Every time expression of a page, in order of place."""
    memory = Memory()
    resolved = []
    expressions = with_roles(page.text, compose(page.text, find(page.text)))
    is_day_first = digit_order(page.text, expressions)
    for found in expressions:
        answer = resolve(found.open, _setting(page, found, memory, is_day_first=is_day_first))
        if answer.value and not (answer.is_aside or is_comparison(found.open)):
            memory.add(answer.value)
        if is_span_of_figures(found.open):
            memory.end_period()
        resolved.append(Timex(found, answer.value or open_form(found.open), _told(found.name, answer.step)))
    return resolved


def _told(name: str, step: str) -> str:
    """The step with the name of the rule before it, once: "weekday = publication day", "weekday, unresolved: ..."."""
    if step.startswith(f"{name} "):
        return step
    return f"{name}, {step}"


def _setting(page: "Page", found: Found, memory: Memory, *, is_day_first: bool | None) -> Setting:
    def find_clause() -> tuple[str, str]:
        sentence = page.sentence_at(found.start)
        at, end = found.start - sentence.start, found.end - sentence.start
        return sentence.text[max(at - REACH, 0) : max(at, 0)], sentence.text[end : end + REACH]

    return Setting(page.published, memory, find_clause, is_day_first)
